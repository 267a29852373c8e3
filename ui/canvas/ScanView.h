// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/WindowLevel.h"
#include "ui/canvas/OverlayOptions.h"
#include "ui/canvas/picture/ViewTransform.h"
#include "ui/documents/LandmarkChange.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>

namespace vertescore {

class ScanDocument;
class ScanScene;
class Tool;

/// What lies under the pointer. All values of the nearest pixel.
struct PixelReading {
    int x = 0;
    int y = 0;
    int stored = 0;
    double modality = 0;
    int display = 0;           ///< 0...255 as shown now
    std::optional<MmPoint> mm; ///< only where the spacing is known
    std::optional<SpacingSource> spacingSource;
};

/// The scan with its overlays: shows one document, lets tools edit it. Zoom, window and selection are its own
/// view state. Draws on dark neutral grey whatever the theme. GUI thread.
class ScanView : public QWidget {
    Q_OBJECT

public:
    enum class ToolKind { Move, Place, Mark }; ///< Mark: calcified stretches, while a cell is graded

    explicit ScanView(QWidget* parent = nullptr);
    ~ScanView() override;

    /// Not owned; nothing shows the empty text. Fits the scan, and takes its window unless that is kept
    /// across scans.
    void setDocument(ScanDocument* document);
    ScanDocument* document() const;
    void setEmptyText(const QString& text);
    void setCaption(const QString& caption); ///< top left of the scan; never drawn for a blinded reader
    void setBlinded(bool blinded);
    void setGuideMode(GuideMode mode);
    GuideMode guideMode() const;

    const OverlayOptions& overlays() const;
    void setOverlays(const OverlayOptions& overlays);
    bool areOverlaysHidden() const;
    void setOverlaysHidden(bool hidden); ///< as while the hide key is held
    /// Lights the cell; while there is one, points are neither drawn nor grabbed. The first one brings the
    /// spine close, unless the zoom was chosen by hand.
    void setGradingCell(std::optional<CellAddress> cell);

    std::optional<PointAddress> selectedPoint() const;
    void select(std::optional<PointAddress> point);
    void selectNext(int step);  ///< along the template, around its ends
    void centreOn(Level level); ///< unless it is well in view already

    ToolKind tool() const;
    void setTool(ToolKind kind);

    // Greys. Modality units.
    WindowLevel window() const;
    void setWindow(const WindowLevel& window);
    /// Both in modality units; brighter moves the centre so that the picture gets brighter, inverted or not.
    void changeWindow(double wider, double brighter);
    void resetWindow();                       ///< as the file says; its inversion too
    void autoWindow(double low, double high); ///< between two percentiles, 0...100
    bool isInverted() const;                  ///< against the file
    void setInverted(bool inverted);
    void setWindowKeptAcrossScans(bool kept); ///< and the inversion

    // Geometry.
    const ViewTransform& transform() const;
    void setTransform(const ViewTransform& transform);
    void zoomToFit();
    void zoomToSpine();  ///< the marked vertebrae and the aorta's region; everything where there are none
    void zoomOneToOne(); ///< one source pixel per device pixel, along its finer axis
    void zoomBy(double factor); ///< at the centre of the view

    std::optional<PixelReading> readPixel(QPointF widgetPoint) const;
    ScanScene& scene() { return *m_scene; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pixelUnderPointer(const std::optional<vertescore::PixelReading>& reading);
    void selectionChanged(const std::optional<vertescore::PointAddress>& point);
    void transformChanged();
    void windowChanged();
    void overlaysChanged();
    void toolChanged(vertescore::ScanView::ToolKind kind);
    void statusText(const QString& text); ///< what the tool expects next; empty when nothing

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    struct State;
    void forgetDocument();
    void announceDocument();
    void applyPipeline();
    void refreshMarks();
    void beginPress(Tool& tool, const QMouseEvent& event);
    void endPress(bool keep);
    void showStatus();
    void nudgeSelected(const QKeyEvent& event);
    void makeVisible(PointAddress point);
    void makeVisible(const QRectF& area); ///< by panning as little as it takes
    QRectF comfortableArea() const;
    bool wantsKey(const QKeyEvent& event) const;
    std::unique_ptr<ScanScene> m_scene;
    std::unique_ptr<State> m_state;
};

} // namespace vertescore
