// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/crop/CropPanel.h"

#include "ui/documents/RoiLengths.h"
#include "ui/documents/SayLandmarks.h"
#include "ui/documents/ScanDocument.h"
#include "ui/panels/crop/SegmentBars.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLocale>
#include <QPointer>
#include <QSlider>

#include <cmath>

namespace vertescore {
namespace {

constexpr int kStepsPerFactor = 100; // the slider moves in hundredths

QString sayCause(CropCause cause) {
    switch (cause) {
    case CropCause::None:
        return {};
    case CropCause::Border:
        return CropPanel::tr("beyond the picture's edge");
    case CropCause::BlackRegion:
        return CropPanel::tr("in a region that was not scanned");
    }
    return {};
}

QString sayRanges(const Roi& roi) {
    QStringList lines;
    const QLocale locale;
    for (const CropRange& range : roi.ranges) {
        lines << CropPanel::tr("rows %1 to %2, %3")
                     .arg(locale.toString(range.yFrom, 'f', 0), locale.toString(range.yTo, 'f', 0),
                          sayCause(range.cause));
    }
    return lines.join(QLatin1Char('\n'));
}

/// In pixels, and in millimetres where those are known.
QString sayLength(double pixels, std::optional<double> mm) {
    const QLocale locale;
    const QString text = CropPanel::tr("%1 px").arg(locale.toString(pixels, 'f', 1));
    if (!mm) return text;
    return CropPanel::tr("%1  (%2 mm)").arg(text, locale.toString(*mm, 'f', 1));
}

QString saySpacing(const ScanGeometry& geometry) {
    if (!geometry.spacing) return CropPanel::tr("unknown: no millimetres");
    const QLocale locale;
    return CropPanel::tr("%1 \u00d7 %2 mm, from %3")
        .arg(locale.toString(geometry.spacing->xMm, 'f', 3), locale.toString(geometry.spacing->yMm, 'f', 3),
             say(geometry.spacing->source));
}

QString sayObstacle(const Error& error) {
    switch (error.code) {
    case ErrorCode::LandmarksMissing:
        return CropPanel::tr(
            "Corners are missing. The region needs all corners from T12 to L5 that bound a guide.");
    case ErrorCode::KnotsNotIncreasing:
        return CropPanel::tr("The guides cross each other. Look for swapped or misplaced corners.");
    default:
        return CropPanel::tr("The region cannot be computed from these corners.");
    }
}

} // namespace

struct CropPanel::State {
    QPointer<ScanDocument> document;
    QSlider* slider = nullptr;
    QDoubleSpinBox* factor = nullptr;
    QLabel* verdict = nullptr;
    QLabel* percent = nullptr;
    QLabel* ranges = nullptr;
    SegmentBars* bars = nullptr;
    QLabel* width = nullptr;
    QLabel* distance = nullptr;
    QLabel* spacing = nullptr;
    QCheckBox* mask = nullptr;
};

CropPanel::CropPanel(QWidget* parent) : QWidget(parent), m_state(std::make_unique<State>()) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kWideSpace, kWideSpace, kWideSpace, kWideSpace);
    column->setSpacing(kSpace);
    column->addWidget(makeVerdictCard());
    column->addSpacing(kSpace);
    column->addWidget(makeFactorRow());
    column->addSpacing(kSpace);
    column->addWidget(makeLabel(tr("Outside the field"), "section"));
    m_state->bars = new SegmentBars;
    column->addWidget(m_state->bars);
    column->addSpacing(kSpace);
    column->addWidget(makeFigures());
    m_state->mask = new QCheckBox(tr("Show what was not scanned"));
    column->addWidget(m_state->mask);
    column->addStretch(1);
    connect(m_state->mask, &QCheckBox::toggled, this, &CropPanel::maskShownChanged);
    refresh();
}

CropPanel::~CropPanel() = default;

QWidget* CropPanel::makeVerdictCard() {
    QFrame* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(kWideSpace, 12, kWideSpace, 12);
    column->setSpacing(2);
    auto* row = new QHBoxLayout;
    m_state->verdict = makeLabel({}, "title");
    m_state->percent = makeLabel({}, "title");
    m_state->ranges = makeWrappedLabel({}, "small");
    m_state->verdict->setObjectName(QStringLiteral("verdict"));
    m_state->percent->setObjectName(QStringLiteral("percent"));
    m_state->ranges->setObjectName(QStringLiteral("ranges"));
    row->addWidget(m_state->verdict, 1);
    row->addWidget(m_state->percent);
    column->addLayout(row);
    column->addWidget(m_state->ranges);
    return card;
}

QWidget* CropPanel::makeFactorRow() {
    State& s = *m_state;
    s.slider = new QSlider(Qt::Horizontal);
    s.slider->setRange(static_cast<int>(std::lround(kSmallestFactor * kStepsPerFactor)),
                       static_cast<int>(std::lround(kLargestFactor * kStepsPerFactor)));
    s.slider->setPageStep(10);
    s.slider->setAccessibleName(tr("Factor of the region's depth"));
    s.slider->setToolTip(tr("How many vertebral widths the region reaches before the spine"));
    s.factor = new QDoubleSpinBox;
    s.factor->setRange(kSmallestFactor, kLargestFactor);
    s.factor->setSingleStep(0.05);
    s.factor->setDecimals(2);
    s.factor->setFixedWidth(78);
    s.factor->setAccessibleName(s.slider->accessibleName());
    connect(s.slider, &QSlider::valueChanged, this, [this](int value) {
        if (m_state->document) m_state->document->setFactor(static_cast<double>(value) / kStepsPerFactor);
    });
    connect(s.factor, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        if (m_state->document) m_state->document->setFactor(value);
    });
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(makeLabel(tr("Depth of the region, in vertebral widths"), "section"));
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(s.slider, 1);
    row->addWidget(s.factor);
    column->addLayout(row);
    return box;
}

QWidget* CropPanel::makeFigures() {
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(kWideSpace);
    form->setVerticalSpacing(4);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [&](const QString& name, const char* id) {
        QLabel* value = makeWrappedLabel({});
        value->setObjectName(QLatin1String(id));
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        form->addRow(makeLabel(name, "muted"), value);
        return value;
    };
    m_state->width = add(tr("Mean vertebral width"), "width");
    m_state->distance = add(tr("Depth d"), "distance");
    m_state->spacing = add(tr("Pixel size"), "spacing");
    return box;
}

void CropPanel::setDocument(ScanDocument* document) {
    State& s = *m_state;
    if (s.document) s.document->disconnect(this);
    s.document = document;
    if (document) {
        connect(document, &ScanDocument::landmarksChanged, this, &CropPanel::refresh);
        connect(document, &ScanDocument::factorChanged, this, &CropPanel::refresh);
        connect(document, &QObject::destroyed, this, &CropPanel::refresh, Qt::QueuedConnection);
    }
    refresh();
}

void CropPanel::setMaskShown(bool shown) {
    m_state->mask->setChecked(shown);
}

void CropPanel::refresh() {
    State& s = *m_state;
    for (QWidget* widget :
         {static_cast<QWidget*>(s.slider), static_cast<QWidget*>(s.factor), static_cast<QWidget*>(s.mask)})
        widget->setEnabled(s.document != nullptr);
    if (!s.document) {
        showMissing();
        s.ranges->clear();
        s.spacing->clear();
        return;
    }
    const QSignalBlocker quietSlider(s.slider), quietFactor(s.factor);
    s.slider->setValue(static_cast<int>(std::lround(s.document->factor() * kStepsPerFactor)));
    s.factor->setValue(s.document->factor());
    const ScanGeometry& geometry = s.document->scan().geometry;
    s.spacing->setText(saySpacing(geometry));
    const auto& roi = s.document->roi();
    if (!roi) {
        showMissing();
        s.ranges->setText(sayObstacle(roi.error()));
        return;
    }
    s.verdict->setText(roi->isCropped ? tr("Cropped") : tr("Not cropped"));
    setTone(*s.verdict, roi->isCropped ? "bad" : "good");
    s.percent->setText(sayPercent(roi->percent));
    s.ranges->setText(roi->isCropped ? sayRanges(*roi)
                                     : tr("The whole border of the aorta\u2019s region is in the field."));
    s.bars->setPercents(roi->segmentPercent);
    const Guides& guides = s.document->guides();
    s.width->setText(sayLength(roi->curve.meanWidth, meanWidthMm(guides, geometry)));
    s.distance->setText(sayLength(roi->curve.distance, curveDistanceMm(guides, roi->curve, geometry)));
}

void CropPanel::showMissing() {
    State& s = *m_state;
    s.verdict->setText(s.document ? tr("Not known yet") : tr("No scan on the desk"));
    setTone(*s.verdict, "");
    s.percent->clear();
    s.bars->setPercents(std::nullopt);
    s.width->setText(QStringLiteral("\u2013"));
    s.distance->setText(QStringLiteral("\u2013"));
}

} // namespace vertescore
