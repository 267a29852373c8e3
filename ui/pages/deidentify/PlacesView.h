// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/deidentify/BurnedInText.h"
#include "ui/canvas/picture/ScanPicture.h"

#include <QWidget>

#include <optional>

namespace vertescore {

/// A picture with the places in it that are to become black. Drag over the picture draws one, drag within one
/// moves it, at its edge resizes it; the wheel zooms, the right button pulls the picture. Arrows move the
/// chosen one by a pixel (Shift: ten, Ctrl: its size), Space goes to the next, Delete removes it; plus, minus
/// and 0 zoom. On dark neutral grey whatever the theme. GUI thread.
class PlacesView : public QWidget {
    Q_OBJECT
public:
    explicit PlacesView(QWidget* parent = nullptr);

    void setPicture(DisplayImage picture); ///< keeps the zoom when the size is that of the one before
    void clear(const QString& text);       ///< shows the text instead
    bool hasPicture() const { return m_width > 0; }
    QSize pictureSize() const { return {m_width, m_height}; }
    void setAreas(std::vector<PixelArea> areas); ///< none is chosen then
    const std::vector<PixelArea>& areas() const { return m_areas; }
    std::optional<PixelArea> chosen() const;
    void changeChosen(const PixelArea& area); ///< kept within the picture
    void addArea();                           ///< in the middle of what is in view, and chosen
    void removeChosen();
    void setShowsCopy(bool shows); ///< black as in the copy, instead of borders

    const ViewTransform& transform() const { return m_transform; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void areasChanged(); ///< by the person
    void chosenChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Drag { None, Pull, Draw, Move, Resize };
    /// What a press at a point would take hold of.
    struct Hold {
        int area = -1; ///< -1: none
        Qt::Edges edges;
    };
    Hold holdAt(QPointF point) const;
    QRectF rectOf(const PixelArea& area) const; ///< in the widget
    PixelArea within(PixelArea area) const;
    void dragTo(QPointF point);
    void choose(int area);
    void fit();
    void zoomAt(QPointF point, double steps);
    void showCursor(QPointF point);

    ScanPicture m_picture;
    ViewTransform m_transform;
    QString m_text;
    int m_width = 0;
    int m_height = 0;
    QSize m_sizeBefore;     ///< of the picture that the zoom is for
    bool m_isFitted = true; ///< until somebody zooms or pulls
    bool m_showsCopy = false;
    std::vector<PixelArea> m_areas;
    int m_chosen = -1;
    Drag m_drag = Drag::None;
    Qt::Edges m_edges;
    QPointF m_from;         ///< of the drag, in the widget
    PixelPoint m_fromPixel; ///< the same in the picture: the view may change its size meanwhile
    PixelArea m_before;
};

} // namespace vertescore
