// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/AnnotatedPicture.h"

#include "core/scoring/ScoreSheet.h"
#include "ui/report/Palette.h"
#include "ui/report/PngFile.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AnnotatedPicture)
};

constexpr QRgb kBackground = qRgb(0x16, 0x17, 0x19);
constexpr QRgb kCaptionText = qRgb(0xE4, 0xE6, 0xE8);
constexpr QRgb kFaintText = qRgb(0x9A, 0xA0, 0xA6);

/// Where things lie on the picture, output pixels. unit: the length that line widths and letters are made of.
struct Layout {
    QRectF scan;
    qreal perPixelX = 1;
    qreal perPixelY = 1;
    qreal unit = 1;
    qreal width = 0;

    QPointF at(PixelPoint point) const {
        return {scan.left() + (point.x + 0.5) * perPixelX, scan.top() + (point.y + 0.5) * perPixelY};
    }
    qreal padding() const { return 18 * unit; }
};

QFont letters(const Layout& layout, qreal size, bool bold = false) {
    QFont font;
    font.setPixelSize(std::max(8, static_cast<int>(std::lround(size * layout.unit))));
    font.setBold(bold);
    return font;
}

/// How far the curve leaves the picture on either side, source pixels.
double reachBeyond(const DisplayImage& scan, const Roi* roi) {
    double reach = 0;
    if (!roi) return reach;
    for (const PixelPoint& sample : roi->curve.samples)
        reach = std::max({reach, -sample.x, sample.x - (scan.width - 1)});
    return reach;
}

Layout placeScan(const DisplayImage& scan, const ScanGeometry& geometry, const Roi* roi,
                 const AnnotatedPictureOptions& options) {
    const qreal height = std::clamp(options.scanHeight, 200, 8000);
    const qreal pixelAspect = geometry.spacing ? geometry.spacing->xMm / geometry.spacing->yMm : 1.0;
    Layout layout;
    layout.unit = height / 1400;
    layout.perPixelY = height / std::max(1, scan.height);
    layout.perPixelX = layout.perPixelY * pixelAspect;
    const qreal width = layout.perPixelX * scan.width;
    // A curve that leaves the field is still seen, up to a point.
    const qreal beyond = std::min(1.15 * layout.perPixelX * reachBeyond(scan, roi), 0.4 * width);
    const qreal margin = std::max({56 * layout.unit, 0.08 * width, beyond});
    layout.width = std::max(width + 2 * margin, 760 * layout.unit);
    const qreal top = options.title.isEmpty() ? layout.padding() : 3.4 * layout.padding();
    layout.scan = QRectF(std::round((layout.width - width) / 2), std::round(top), width, height);
    return layout;
}

QImage greyImage(const DisplayImage& scan) {
    QImage image(scan.width, scan.height, QImage::Format_Grayscale8);
    for (int y = 0; y < scan.height; ++y) {
        const auto first = scan.pixels.begin() + static_cast<std::ptrdiff_t>(y) * scan.width;
        std::copy(first, first + scan.width, image.scanLine(y));
    }
    return image;
}

void drawWithHalo(QPainter& painter, const QPointF& from, const QPointF& to, const QPen& pen) {
    painter.setPen(QPen(palette::halo(), pen.widthF() * 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(from, to);
    painter.setPen(pen);
    painter.drawLine(from, to);
}

void drawGuides(QPainter& painter, const Layout& layout, const Guides& guides) {
    for (const auto& guide : guides.guides) {
        if (!guide) continue;
        drawWithHalo(painter, layout.at(guide->posterior), layout.at(guide->anterior),
                     palette::guidePen(guide->kind, 3 * layout.unit));
    }
}

void drawCurve(QPainter& painter, const Layout& layout, const Roi& roi) {
    const auto& samples = roi.curve.samples;
    for (const bool outside : {false, true}) {
        QPainterPath path;
        for (std::size_t i = 1; i < samples.size(); ++i) {
            const bool isOutside = roi.causes[i - 1] != CropCause::None || roi.causes[i] != CropCause::None;
            if (isOutside != outside) continue;
            const QPointF from = layout.at(samples[i - 1]);
            if (path.isEmpty() || path.currentPosition() != from) path.moveTo(from);
            path.lineTo(layout.at(samples[i]));
        }
        painter.setPen(QPen(palette::halo(), 7 * layout.unit));
        painter.drawPath(path);
        painter.setPen(QPen(outside ? palette::curveOutside() : palette::curveInside(), 3.6 * layout.unit));
        painter.drawPath(path);
    }
}

/// Text with a dark rim, centred on a point.
void drawLabel(QPainter& painter, const QPointF& centre, const QString& text, const QFont& font) {
    const QFontMetricsF metrics(font);
    const QRectF box = metrics.tightBoundingRect(text);
    QPainterPath path;
    path.addText(centre.x() - metrics.horizontalAdvance(text) / 2, centre.y() + box.height() / 2, font, text);
    painter.setPen(
        QPen(palette::halo(), 0.28 * font.pixelSize(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette::labelText());
    painter.drawPath(path);
    painter.setBrush(Qt::NoBrush);
}

std::optional<PixelPoint> middleOf(const VertebraLandmarks& vertebra) {
    PixelPoint sum;
    int count = 0;
    for (const Landmark& corner : vertebra.corners) {
        if (!corner.position) continue;
        sum = {sum.x + corner.position->x, sum.y + corner.position->y};
        ++count;
    }
    if (count == 0) return std::nullopt;
    return PixelPoint{sum.x / count, sum.y / count};
}

QString nameOf(Level level) {
    return QString::fromUtf8(levelName(level).data());
}

void drawVertebrae(QPainter& painter, const Layout& layout, const Landmarks& landmarks) {
    for (const Level level : kLevels) {
        const VertebraLandmarks& vertebra = landmarks.at(level);
        for (const Landmark& corner : vertebra.corners)
            if (corner.position)
                drawPointMark(painter, layout.at(*corner.position), 7 * layout.unit, corner.state);
        const auto middle = middleOf(vertebra);
        if (!middle) continue;
        QString text = nameOf(level);
        if (vertebra.confidence)
            text += QStringLiteral("  %1 %").arg(static_cast<int>(std::lround(100 * *vertebra.confidence)));
        drawLabel(painter, layout.at(*middle), text, letters(layout, 21, true));
    }
}

/// A whole number of centimetres, at most a third of the scan's width.
void drawScaleBar(QPainter& painter, const Layout& layout, const ScanGeometry& geometry) {
    if (!geometry.spacing) return;
    const qreal perMm = layout.perPixelX / geometry.spacing->xMm;
    const int centimetres = layout.scan.width() / 3 >= 50 * perMm   ? 5
                            : layout.scan.width() / 3 >= 20 * perMm ? 2
                                                                    : 1;
    const qreal length = 10 * centimetres * perMm;
    const QPointF from(layout.scan.left() + layout.padding(), layout.scan.bottom() - layout.padding());
    QPen pen(palette::labelText(), 3 * layout.unit);
    pen.setCapStyle(Qt::FlatCap);
    drawWithHalo(painter, from, from + QPointF(length, 0), pen);
    drawLabel(painter, from + QPointF(length / 2, -16 * layout.unit), Texts::tr("%1 cm").arg(centimetres),
              letters(layout, 18));
}

QString modelLine(const AnnotatedPictureOptions& options) {
    if (!options.model) return Texts::tr("Points placed by a person; no network took part.");
    return Texts::tr("Network %1, weights %2, %3 %4.")
        .arg(QString::fromStdString(options.model->name),
             QString::fromStdString(options.model->sha256.substr(0, 12)),
             QString::fromStdString(options.model->device), QString::fromStdString(options.model->precision));
}

QString missingLine(const Landmarks& landmarks) {
    QStringList names;
    for (const Level level : landmarks.missingLevels())
        names << nameOf(level);
    return names.isEmpty() ? QString() : Texts::tr("Not found: %1.").arg(names.join(QStringLiteral(", ")));
}

struct CaptionLine {
    QString text;
    qreal size = 20;
    QColor colour{kCaptionText};
    bool bold = false;
};

std::vector<CaptionLine> captionOf(const Landmarks& landmarks, const Roi* roi,
                                   const AnnotatedPictureOptions& options) {
    const bool isCropped = roi && roi->isCropped;
    std::vector<CaptionLine> lines;
    lines.push_back(
        {cropInWords(roi), 21, isCropped ? palette::curveOutside() : QColor(kCaptionText), isCropped});
    const QString missing = missingLine(landmarks);
    if (!missing.isEmpty()) lines.push_back({missing, 21, QColor(kCaptionText), true});
    lines.push_back({modelLine(options), 17, QColor(kFaintText), false});
    if (options.synthetic)
        lines.push_back({Texts::tr("Synthetic scan: a phantom, no patient."), 17, QColor(kFaintText), false});
    lines.push_back({researchUseNotice(), 17, QColor(kCaptionText), true});
    return lines;
}

constexpr auto kWrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

/// Lays the lines below each other from `top`; draws them when there is a painter. Returns the bottom.
qreal layCaption(QPainter* painter, const Layout& layout, const std::vector<CaptionLine>& lines, qreal top) {
    for (const CaptionLine& line : lines) {
        const QFont font = letters(layout, line.size, line.bold);
        const QRectF room(layout.padding(), top, layout.width - 2 * layout.padding(), 1e5);
        const QRectF box = QFontMetricsF(font).boundingRect(room, kWrapped, line.text);
        if (painter) {
            painter->setFont(font);
            painter->setPen(line.colour);
            painter->drawText(room, kWrapped, line.text);
        }
        top = box.bottom() + 6 * layout.unit;
    }
    return top + layout.padding() - 6 * layout.unit;
}

struct LegendEntry {
    std::optional<PointState> mark;
    QPen line;
    QString text;
};

std::vector<LegendEntry> legendOf(const Layout& layout, const Landmarks& landmarks, const Guides& guides,
                                  const Roi* roi) {
    std::vector<LegendEntry> entries;
    const std::pair<PointState, QString> states[] = {{PointState::Predicted, Texts::tr("network")},
                                                     {PointState::Edited, Texts::tr("set by a person")},
                                                     {PointState::Confirmed, Texts::tr("confirmed")},
                                                     {PointState::NotVisible, Texts::tr("not visible")}};
    for (const auto& [state, text] : states) {
        const bool present = std::ranges::any_of(landmarks.vertebrae, [wanted = state](const auto& vertebra) {
            return std::ranges::any_of(vertebra.corners, [wanted](const Landmark& corner) {
                return corner.position && corner.state == wanted;
            });
        });
        if (present) entries.push_back({state, {}, text});
    }
    const bool hasGuides =
        std::ranges::any_of(guides.guides, [](const auto& guide) { return guide.has_value(); });
    if (hasGuides) {
        entries.push_back(
            {{}, palette::guidePen(GuideKind::Inter, 3 * layout.unit), Texts::tr("between levels")});
        entries.push_back({{}, palette::guidePen(GuideKind::Intra, 3 * layout.unit), Texts::tr("thirds")});
    }
    if (roi)
        entries.push_back({{}, QPen(palette::curveInside(), 3.6 * layout.unit), Texts::tr("aorta region")});
    if (roi && roi->isCropped)
        entries.push_back(
            {{}, QPen(palette::curveOutside(), 3.6 * layout.unit), Texts::tr("outside the field")});
    return entries;
}

/// Entries in rows that wrap at the picture's edge. Returns the bottom.
qreal layLegend(QPainter* painter, const Layout& layout, const std::vector<LegendEntry>& entries, qreal top) {
    const QFont font = letters(layout, 17);
    const QFontMetricsF metrics(font);
    const qreal sample = 30 * layout.unit, gap = 10 * layout.unit, rowHeight = 1.5 * metrics.height();
    QPointF pen(layout.padding(), top);
    for (const LegendEntry& entry : entries) {
        const qreal textWidth = metrics.horizontalAdvance(entry.text);
        if (pen.x() > layout.padding() &&
            pen.x() + sample + gap + textWidth > layout.width - layout.padding())
            pen = {layout.padding(), pen.y() + rowHeight};
        if (painter) {
            const QPointF middle = pen + QPointF(sample / 2, rowHeight / 2);
            if (entry.mark) {
                drawPointMark(*painter, middle, 7 * layout.unit, *entry.mark);
            } else {
                painter->setPen(entry.line);
                painter->drawLine(middle - QPointF(sample / 2, 0), middle + QPointF(sample / 2, 0));
            }
            painter->setFont(font);
            painter->setPen(QColor(kCaptionText));
            painter->drawText(QRectF(pen.x() + sample + gap, pen.y(), textWidth + 2, rowHeight),
                              Qt::AlignLeft | Qt::AlignVCenter, entry.text);
        }
        pen.rx() += sample + gap + textWidth + 2.2 * gap;
    }
    return pen.y() + rowHeight + 8 * layout.unit;
}

void drawScan(QPainter& painter, const Layout& layout, const DisplayImage& scan) {
    painter.drawImage(layout.scan, greyImage(scan).scaled(layout.scan.size().toSize(), Qt::IgnoreAspectRatio,
                                                          Qt::SmoothTransformation));
    painter.setPen(QPen(QColor(0x3A, 0x3D, 0x40), layout.unit));
    painter.drawRect(layout.scan);
}

QString causeInWords(const Roi& roi) {
    const auto has = [&roi](CropCause cause) {
        return std::ranges::find(roi.causes, cause) != roi.causes.end();
    };
    if (has(CropCause::Border) && has(CropCause::BlackRegion))
        return Texts::tr("beyond the picture's border and in a region that was not scanned");
    return has(CropCause::Border) ? Texts::tr("beyond the picture's border")
                                  : Texts::tr("in a region that was not scanned");
}

} // namespace

QString researchUseNotice() {
    return Texts::tr("For research use only. Not for diagnosis.");
}

QString cropInWords(const Roi* roi) {
    if (!roi) return Texts::tr("Aorta region not computed: the guides are not complete.");
    const QString factor = QString::number(roi->curve.factor, 'f', 2);
    if (!roi->isCropped)
        return Texts::tr("Aorta region complete: no part is cropped at factor %1.").arg(factor);
    QStringList segments;
    for (std::size_t i = 0; i < kSegmentCount; ++i) {
        if (roi->segmentPercent[i] <= 0) continue;
        segments << QStringLiteral("%1\u00A0%2\u00A0%")
                        .arg(QString::fromUtf8(segmentName(kSegments[i]).data()),
                             QString::number(roi->segmentPercent[i], 'f', 1));
    }
    return Texts::tr("Aorta region cropped: %1\u00A0% of the curve (%2) lies %3, at factor %4.")
        .arg(QString::number(roi->percent, 'f', 1), segments.join(QStringLiteral(", ")), causeInWords(*roi),
             factor);
}

QImage drawAnnotatedPicture(const DisplayImage& scan, const ScanGeometry& geometry,
                            const Landmarks& landmarks, const Guides& guides, const Roi* roi,
                            const AnnotatedPictureOptions& options) {
    const Layout layout = placeScan(scan, geometry, roi, options);
    const auto legend = legendOf(layout, landmarks, guides, roi);
    const auto caption = captionOf(landmarks, roi, options);
    const qreal legendTop = layout.scan.bottom() + 0.7 * layout.padding();
    const qreal captionTop = legend.empty() ? legendTop : layLegend(nullptr, layout, legend, legendTop);
    const qreal bottom = layCaption(nullptr, layout, caption, captionTop);

    QImage picture(static_cast<int>(std::ceil(layout.width)), static_cast<int>(std::ceil(bottom)),
                   QImage::Format_RGB32);
    picture.fill(QColor(kBackground));
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (!options.title.isEmpty())
        layCaption(&painter, layout, {{options.title, 23, QColor(kCaptionText), true}},
                   0.9 * layout.padding());
    drawScan(painter, layout, scan);
    painter.save();
    painter.setClipRect(QRectF(0, layout.scan.top(), layout.width, layout.scan.height()));
    drawGuides(painter, layout, guides);
    if (roi) drawCurve(painter, layout, *roi);
    drawVertebrae(painter, layout, landmarks);
    drawScaleBar(painter, layout, geometry);
    painter.restore();
    layLegend(&painter, layout, legend, legendTop);
    layCaption(&painter, layout, caption, captionTop);
    return picture;
}

Status saveAnnotatedPicture(const std::filesystem::path& path, const DisplayImage& scan,
                            const ScanGeometry& geometry, const Landmarks& landmarks, const Guides& guides,
                            const Roi* roi, const AnnotatedPictureOptions& options) {
    return writePngFile(path, drawAnnotatedPicture(scan, geometry, landmarks, guides, roi, options));
}

} // namespace vertescore
