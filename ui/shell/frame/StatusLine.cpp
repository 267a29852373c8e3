// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/StatusLine.h"

#include "ui/canvas/ScanView.h"
#include "ui/jobs/DetectionJob.h"
#include "ui/report/AnnotatedPicture.h"
#include "ui/theme/Colours.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QLocale>
#include <QProgressBar>

#include <cmath>

namespace vertescore {
namespace {

QString sourceOf(SpacingSource source) {
    switch (source) {
    case SpacingSource::PixelSpacing:
        return StatusLine::tr("from the file's pixel spacing");
    case SpacingSource::ImagerPixelSpacing:
        return StatusLine::tr("from the imager's pixel spacing");
    case SpacingSource::NominalScannedPixelSpacing:
        return StatusLine::tr("from the nominal scanned spacing");
    case SpacingSource::ExposedArea:
        return StatusLine::tr("from the exposed area");
    case SpacingSource::Phantom:
        return StatusLine::tr("from the phantom");
    }
    return {};
}

QString inWords(const PixelReading& reading) {
    const QLocale locale;
    QString text = StatusLine::tr("x %1  y %2    stored %3    value %4    grey %5")
                       .arg(reading.x)
                       .arg(reading.y)
                       .arg(reading.stored)
                       .arg(locale.toString(reading.modality, 'g', 6))
                       .arg(reading.display);
    if (reading.mm && reading.spacingSource)
        text += StatusLine::tr("    %1, %2 mm (%3)")
                    .arg(locale.toString(reading.mm->x, 'f', 1), locale.toString(reading.mm->y, 'f', 1),
                         sourceOf(*reading.spacingSource));
    return text;
}

} // namespace

StatusLine::StatusLine(ScanView& view, DetectionJob& job, QWidget* parent)
    : QWidget(parent), m_view(view), m_pixel(new ElidedLabel), m_zoom(makeLabel({}, "small")),
      m_window(makeLabel({}, "small")), m_savedIcon(makeLabel({})), m_saved(makeLabel({}, "small")) {
    setProperty("role", QStringLiteral("statusbar"));
    setAttribute(Qt::WA_StyledBackground);
    m_pixel->setProperty("role", QStringLiteral("small"));
    m_pixel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QLabel* notice = makeLabel(researchUseNotice(), "small");
    notice->setObjectName(QStringLiteral("researchUseNotice"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kWideSpace, 5, kWideSpace, 5);
    row->setSpacing(kWideSpace);
    row->addWidget(m_pixel, 1);
    row->addWidget(makeJob(job));
    row->addWidget(m_window);
    row->addWidget(m_zoom);
    auto* saved = new QHBoxLayout;
    saved->setSpacing(5);
    saved->addWidget(m_savedIcon);
    saved->addWidget(m_saved);
    row->addLayout(saved);
    row->addWidget(makeVerticalLine());
    row->addWidget(notice);
    connect(&view, &ScanView::pixelUnderPointer, this, &StatusLine::showPixel);
    connect(&view, &ScanView::statusText, this, [this](const QString& text) {
        if (!text.isEmpty()) m_pixel->setFullText(text);
    });
    connect(&view, &ScanView::transformChanged, this, &StatusLine::showView);
    connect(&view, &ScanView::windowChanged, this, &StatusLine::showView);
    setDocument(nullptr);
}

QWidget* StatusLine::makeJob(DetectionJob& job) {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    auto* bar = new QProgressBar;
    bar->setTextVisible(false);
    bar->setFixedWidth(110);
    bar->setAccessibleName(tr("Finding the corners"));
    auto* stop = new QToolButton;
    stop->setIcon(themedIcon(QStringLiteral("stop"), IconTone::Desk));
    stop->setIconSize({14, 14});
    stop->setToolTip(tr("Stop finding the corners"));
    stop->setAccessibleName(stop->toolTip());
    row->addWidget(makeLabel(tr("Finding the corners"), "small"));
    row->addWidget(bar);
    row->addWidget(stop);
    box->hide();
    connect(&job, &DetectionJob::runningChanged, box, [box, bar](bool isRunning) {
        bar->setRange(0, 0);
        box->setVisible(isRunning);
    });
    connect(&job, &DetectionJob::progressed, bar, [bar](double share) {
        bar->setRange(0, 1000);
        bar->setValue(static_cast<int>(std::lround(share * 1000)));
    });
    connect(stop, &QToolButton::clicked, &job, &DetectionJob::cancel);
    return box;
}

void StatusLine::setDocument(ScanDocument* document) {
    if (m_document) m_document->disconnect(this);
    m_document = document;
    if (document) connect(document, &ScanDocument::saveStateChanged, this, &StatusLine::showSaved);
    showPixel({});
    showView();
    showSaved();
}

QString StatusLine::savedText() const {
    return m_saved->text();
}

void StatusLine::showPixel(const std::optional<PixelReading>& reading) {
    m_pixel->setFullText(reading ? inWords(*reading) : QString());
}

void StatusLine::showView() {
    m_zoom->setVisible(m_document);
    m_window->setVisible(m_document);
    if (!m_document) return;
    const QLocale locale;
    m_zoom->setText(
        tr("%1 %").arg(locale.toString(m_view.transform().zoom() * devicePixelRatioF() * 100, 'f', 0)));
    m_zoom->setToolTip(tr("Zoom: screen pixels per scan pixel"));
    const WindowLevel window = m_view.window();
    m_window->setText(
        tr("C %1  W %2").arg(locale.toString(window.centre, 'f', 0), locale.toString(window.width, 'f', 0)) +
        (m_view.isInverted() ? tr("  inverted") : QString()));
    m_window->setToolTip(tr("Window: centre and width"));
}

void StatusLine::showSaved() {
    const Colours& colours = deskColours();
    QString iconName = QStringLiteral("saved");
    QColor colour = colours.good;
    QString text = tr("Saved");
    if (m_document && m_document->saveState() == ScanDocument::SaveState::Unsaved) {
        iconName = QStringLiteral("state-in-progress");
        colour = colours.warning;
        text = tr("Saving…");
    } else if (m_document && m_document->saveState() == ScanDocument::SaveState::Failed) {
        iconName = QStringLiteral("error");
        colour = colours.bad;
        text = tr("Not saved");
    }
    m_savedIcon->setVisible(m_document);
    m_saved->setVisible(m_document);
    m_savedIcon->setPixmap(iconPixmap(iconName, colour, 14, devicePixelRatioF()));
    m_saved->setText(text);
}

} // namespace vertescore
