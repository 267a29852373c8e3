// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/SayLandmarks.h"

#include <QCoreApplication>

namespace vertescore {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("SayLandmarks", text);
}

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
        return tr("superior anterior");
    case Corner::SuperiorPosterior:
        return tr("superior posterior");
    case Corner::InferiorAnterior:
        return tr("inferior anterior");
    case Corner::InferiorPosterior:
        return tr("inferior posterior");
    }
    return {};
}

QString say(PointState state) {
    switch (state) {
    case PointState::Unset:
        return tr("not placed");
    case PointState::Predicted:
        return tr("by the network");
    case PointState::Edited:
        return tr("by a person");
    case PointState::Confirmed:
        return tr("confirmed");
    case PointState::NotVisible:
        return tr("not visible");
    }
    return {};
}

QString say(PointAddress point) {
    return tr("%1, %2 corner").arg(say(point.level), say(point.corner));
}

QString say(const LandmarkProblem& problem) {
    switch (problem.kind) {
    case LandmarkProblem::Kind::SwappedAnteriorPosterior:
        return tr("anterior and posterior swapped");
    case LandmarkProblem::Kind::SwappedSuperiorInferior:
        return tr("top and bottom swapped");
    case LandmarkProblem::Kind::OverlapsNext:
        return tr("overlaps the vertebra below");
    case LandmarkProblem::Kind::OutOfOrder:
        return tr("above its upper neighbour");
    case LandmarkProblem::Kind::NotConvex:
        return tr("corners cross or fold in");
    }
    return {};
}

QString say(MissingReason reason) {
    switch (reason) {
    case MissingReason::None:
        return {};
    case MissingReason::BelowThreshold:
        return tr("the network is too unsure");
    case MissingReason::OutsidePicture:
        return tr("outside the picture");
    }
    return {};
}

QString say(SpacingSource source) {
    switch (source) {
    case SpacingSource::PixelSpacing:
        return tr("Pixel Spacing");
    case SpacingSource::ImagerPixelSpacing:
        return tr("Imager Pixel Spacing");
    case SpacingSource::NominalScannedPixelSpacing:
        return tr("Nominal Scanned Pixel Spacing");
    case SpacingSource::ExposedArea:
        return tr("exposed area");
    case SpacingSource::Phantom:
        return tr("phantom");
    }
    return {};
}

} // namespace vertescore
