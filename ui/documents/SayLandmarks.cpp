// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/SayLandmarks.h"

#include <QCoreApplication>

namespace vertescore {
namespace {

struct Words {
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
        return Words::tr("superior anterior");
    case Corner::SuperiorPosterior:
        return Words::tr("superior posterior");
    case Corner::InferiorAnterior:
        return Words::tr("inferior anterior");
    case Corner::InferiorPosterior:
        return Words::tr("inferior posterior");
    }
    return {};
}

QString say(PointState state) {
    switch (state) {
    case PointState::Unset:
        return Words::tr("not placed");
    case PointState::Predicted:
        return Words::tr("by the network");
    case PointState::Edited:
        return Words::tr("by a person");
    case PointState::Confirmed:
        return Words::tr("confirmed");
    case PointState::NotVisible:
        return Words::tr("not visible");
    }
    return {};
}

QString say(PointAddress point) {
    return Words::tr("%1, %2 corner").arg(say(point.level), say(point.corner));
}

QString say(const LandmarkProblem& problem) {
    switch (problem.kind) {
    case LandmarkProblem::Kind::SwappedAnteriorPosterior:
        return Words::tr("anterior and posterior swapped");
    case LandmarkProblem::Kind::SwappedSuperiorInferior:
        return Words::tr("top and bottom swapped");
    case LandmarkProblem::Kind::OverlapsNext:
        return Words::tr("overlaps the vertebra below");
    case LandmarkProblem::Kind::OutOfOrder:
        return Words::tr("above its upper neighbour");
    case LandmarkProblem::Kind::NotConvex:
        return Words::tr("corners cross or fold in");
    }
    return {};
}

QString say(MissingReason reason) {
    switch (reason) {
    case MissingReason::None:
        return {};
    case MissingReason::BelowThreshold:
        return Words::tr("the network is too unsure");
    case MissingReason::OutsidePicture:
        return Words::tr("outside the picture");
    }
    return {};
}

QString say(SpacingSource source) {
    switch (source) {
    case SpacingSource::PixelSpacing:
        return Words::tr("Pixel Spacing");
    case SpacingSource::ImagerPixelSpacing:
        return Words::tr("Imager Pixel Spacing");
    case SpacingSource::NominalScannedPixelSpacing:
        return Words::tr("Nominal Scanned Pixel Spacing");
    case SpacingSource::ExposedArea:
        return Words::tr("exposed area");
    case SpacingSource::Phantom:
        return Words::tr("phantom");
    }
    return {};
}

} // namespace vertescore
