// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/SayLandmarks.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace vertescore {
namespace {

struct LandmarkWords {
    Q_DECLARE_TR_FUNCTIONS(SayLandmarks)
};

QString latin1(std::string_view text) {
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

QString say(Level level) {
    return latin1(levelName(level));
}

QString say(Segment segment) {
    return latin1(segmentName(segment));
}

QString say(Corner corner) {
    switch (corner) {
    case Corner::SuperiorAnterior:
        return LandmarkWords::tr("superior anterior");
    case Corner::SuperiorPosterior:
        return LandmarkWords::tr("superior posterior");
    case Corner::InferiorAnterior:
        return LandmarkWords::tr("inferior anterior");
    case Corner::InferiorPosterior:
        return LandmarkWords::tr("inferior posterior");
    }
    return {};
}

QString say(PointState state) {
    switch (state) {
    case PointState::Unset:
        return LandmarkWords::tr("not placed");
    case PointState::Predicted:
        return LandmarkWords::tr("by the network");
    case PointState::Edited:
        return LandmarkWords::tr("by a person");
    case PointState::Confirmed:
        return LandmarkWords::tr("confirmed");
    case PointState::NotVisible:
        return LandmarkWords::tr("not visible");
    }
    return {};
}

QString say(PointAddress point) {
    return LandmarkWords::tr("%1, %2 corner").arg(say(point.level), say(point.corner));
}

QString say(const LandmarkProblem& problem) {
    switch (problem.kind) {
    case LandmarkProblem::Kind::SwappedAnteriorPosterior:
        return LandmarkWords::tr("anterior and posterior swapped");
    case LandmarkProblem::Kind::SwappedSuperiorInferior:
        return LandmarkWords::tr("top and bottom swapped");
    case LandmarkProblem::Kind::OverlapsNext:
        return LandmarkWords::tr("overlaps the vertebra below");
    case LandmarkProblem::Kind::OutOfOrder:
        return LandmarkWords::tr("above its upper neighbour");
    case LandmarkProblem::Kind::NotConvex:
        return LandmarkWords::tr("corners cross or fold in");
    }
    return {};
}

QString say(MissingReason reason) {
    switch (reason) {
    case MissingReason::None:
        return {};
    case MissingReason::BelowThreshold:
        return LandmarkWords::tr("the network is too unsure");
    case MissingReason::OutsidePicture:
        return LandmarkWords::tr("outside the picture");
    }
    return {};
}

QString say(SpacingSource source) {
    switch (source) {
    case SpacingSource::PixelSpacing:
        return LandmarkWords::tr("Pixel Spacing");
    case SpacingSource::ImagerPixelSpacing:
        return LandmarkWords::tr("Imager Pixel Spacing");
    case SpacingSource::NominalScannedPixelSpacing:
        return LandmarkWords::tr("Nominal Scanned Pixel Spacing");
    case SpacingSource::ExposedArea:
        return LandmarkWords::tr("exposed area");
    case SpacingSource::Phantom:
        return LandmarkWords::tr("phantom");
    }
    return {};
}

QString sayUncertainty(double radiusPx, const ScanGeometry& geometry) {
    const QString pixels = QLocale().toString(radiusPx, 'f', 1);
    if (!geometry.spacing) return LandmarkWords::tr("within %1 px nine times in ten").arg(pixels);
    const double mm = radiusPx * std::sqrt(geometry.spacing->xMm * geometry.spacing->yMm);
    return LandmarkWords::tr("within %1 px (about %2 mm) nine times in ten")
        .arg(pixels, QLocale().toString(mm, 'f', 1));
}

QString sayPrecision(const Landmark& landmark, const ScanGeometry& geometry) {
    QString words;
    if (landmark.uncertaintyPx)
        words += QStringLiteral(", ") + sayUncertainty(*landmark.uncertaintyPx, geometry);
    if (landmark.isRounded) words += QStringLiteral(", ") + LandmarkWords::tr("imported as a whole pixel");
    return words;
}

} // namespace vertescore
