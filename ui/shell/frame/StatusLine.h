// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/ScanDocument.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace vertescore {

class DetectionJob;
class ElidedLabel;
class ScanView;
struct PixelReading;

/// The last line of the window: what is under the pointer, zoom and window, work in the background, whether
/// everything is saved, and that all this is for research use only. GUI thread.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the line.
    StatusLine(ScanView& view, DetectionJob& job, QWidget* parent = nullptr);

    void setDocument(ScanDocument* document); ///< not owned
    QString savedText() const;

private:
    void showPixel(const std::optional<PixelReading>& reading);
    void showView();
    void showSaved();
    QWidget* makeJob(DetectionJob& job);

    ScanView& m_view;
    QPointer<ScanDocument> m_document;
    ElidedLabel* m_pixel;
    QLabel* m_zoom;
    QLabel* m_window;
    QLabel* m_savedIcon;
    QLabel* m_saved;
};

} // namespace vertescore
