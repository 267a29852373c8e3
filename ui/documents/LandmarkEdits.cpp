// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/LandmarkEdits.h"

#include <algorithm>

namespace vertescore {
namespace {

Landmark& pointOf(Landmarks& landmarks, PointAddress point) {
    return landmarks.at(point.level).at(point.corner);
}

const Landmark& pointOf(const Landmarks& landmarks, PointAddress point) {
    return landmarks.at(point.level).at(point.corner);
}

/// A confidence describes the network's vertebra; it goes when no point of that is left.
void dropConfidenceOfReplaced(VertebraLandmarks& vertebra) {
    const bool hasNetworkPoint =
        std::any_of(vertebra.corners.begin(), vertebra.corners.end(), [](const Landmark& p) {
            return p.state == PointState::Predicted || p.state == PointState::Confirmed ||
                   p.state == PointState::NotVisible;
        });
    if (!hasNetworkPoint) vertebra.confidence.reset();
}

void swapSides(Landmarks& landmarks) {
    for (VertebraLandmarks& vertebra : landmarks.vertebrae) {
        std::swap(vertebra.at(Corner::SuperiorAnterior), vertebra.at(Corner::SuperiorPosterior));
        std::swap(vertebra.at(Corner::InferiorAnterior), vertebra.at(Corner::InferiorPosterior));
    }
}

/// Of the points of the same name that have a place in both; nothing when there are none.
std::optional<double> meanDistance(const Landmarks& a, const Landmarks& b) {
    double sum = 0;
    int count = 0;
    for (const Level level : kLevels) {
        for (const Corner corner : kCorners) {
            const auto& place = a.at(level).at(corner).position;
            const auto& other = b.at(level).at(corner).position;
            if (!place || !other) continue;
            sum += distance(*place, *other);
            ++count;
        }
    }
    if (count == 0) return std::nullopt;
    return sum / count;
}

} // namespace

Landmarks withMoved(const Landmarks& start, PointAddress point, PixelPoint to) {
    Landmarks next = start;
    Landmark& landmark = pointOf(next, point);
    if (landmark.locked || landmark.position == to) return next;
    landmark.position = to;
    landmark.state = PointState::Edited;
    landmark.uncertaintyPx.reset();
    landmark.isRounded = false;
    next.at(point.level).missing = MissingReason::None;
    dropConfidenceOfReplaced(next.at(point.level));
    return next;
}

Landmarks withVertebraMoved(const Landmarks& start, Level level, PixelPoint by) {
    Landmarks next = start;
    for (const Corner corner : kCorners) {
        const Landmark& landmark = start.at(level).at(corner);
        if (!landmark.position) continue;
        next = withMoved(next, {level, corner}, {landmark.position->x + by.x, landmark.position->y + by.y});
    }
    return next;
}

Landmarks withConfirmed(const Landmarks& start, Level level) {
    Landmarks next = start;
    for (Landmark& landmark : next.at(level).corners) {
        if (landmark.state == PointState::Predicted || landmark.state == PointState::Edited) {
            landmark.state = PointState::Confirmed;
        }
    }
    return next;
}

Landmarks withNotVisible(const Landmarks& start, PointAddress point, bool notVisible) {
    Landmarks next = start;
    Landmark& landmark = pointOf(next, point);
    if (landmark.locked || (landmark.state == PointState::NotVisible) == notVisible) return next;
    if (notVisible) {
        landmark.state = PointState::NotVisible;
    } else {
        landmark.state = landmark.position ? PointState::Edited : PointState::Unset;
    }
    landmark.uncertaintyPx.reset();
    return next;
}

Landmarks withLocked(const Landmarks& start, PointAddress point, bool locked) {
    Landmarks next = start;
    pointOf(next, point).locked = locked;
    return next;
}

Landmarks withCleared(const Landmarks& start, PointAddress point) {
    Landmarks next = start;
    Landmark& landmark = pointOf(next, point);
    if (landmark.locked) return next;
    landmark = Landmark{};
    dropConfidenceOfReplaced(next.at(point.level));
    return next;
}

Landmarks withRestored(const Landmarks& start, PointAddress point, const Landmarks& network) {
    Landmarks next = start;
    Landmark& landmark = pointOf(next, point);
    const Landmark& original = pointOf(network, point);
    if (landmark.locked || original.state == PointState::Unset) return next;
    landmark = original;
    next.at(point.level).confidence = network.at(point.level).confidence;
    next.at(point.level).missing = network.at(point.level).missing;
    return next;
}

LandmarkContent withAnterior(const LandmarkContent& start, AnteriorSide side) {
    LandmarkContent next = start;
    if (start.landmarks.anterior == side) return next;
    next.landmarks.anterior = side;
    next.isRenamed = true;
    swapSides(next.landmarks);
    if (next.detection) {
        next.detection->landmarks.anterior = side;
        swapSides(next.detection->landmarks);
    }
    return next;
}

LandmarkContent withDetection(const LandmarkContent& start, const Detection& detection, bool keepEdited) {
    LandmarkContent next{detection.landmarks, detection, false};
    if (!keepEdited || !hasPersonPoint(start)) return next;
    next = withAnterior(next, start.landmarks.anterior);
    for (const Level level : kLevels) {
        for (const Corner corner : kCorners) {
            if (isFromPerson(start, {level, corner})) {
                pointOf(next.landmarks, {level, corner}) = pointOf(start.landmarks, {level, corner});
            }
        }
        const auto& old = start.landmarks.at(level).corners;
        auto& vertebra = next.landmarks.at(level);
        if (vertebra.corners == old) vertebra.confidence = start.landmarks.at(level).confidence;
        if (vertebra.isComplete()) vertebra.missing = MissingReason::None;
    }
    return next;
}

LandmarkContent withImported(const LandmarkContent& start, const Landmarks& imported) {
    const AnteriorSide side = hasPersonPoint(start) ? start.landmarks.anterior : imported.anterior;
    LandmarkContent next = withAnterior(start, side);
    const Landmarks incoming = withAnterior({imported, {}, false}, side).landmarks;
    const LandmarkContent before = next;
    for (const Level level : kLevels) {
        VertebraLandmarks& vertebra = next.landmarks.at(level);
        bool isNew = false;
        for (const Corner corner : kCorners) {
            const Landmark& point = incoming.at(level).at(corner);
            if (point.state == PointState::Unset || isFromPerson(before, {level, corner})) continue;
            vertebra.at(corner) = point;
            isNew = true;
        }
        if (isNew) vertebra.confidence = incoming.at(level).confidence;
        if (vertebra.isComplete()) vertebra.missing = MissingReason::None;
    }
    return next;
}

LandmarkContent withPrediction(const Landmarks& landmarks, const Detection& detection) {
    const Landmarks turned = withAnterior({detection.landmarks, {}, false}, landmarks.anterior).landmarks;
    LandmarkContent content{landmarks, Detection{turned, detection.model}, false};
    std::optional<double> least;
    for (const int levels : {0, -1, 1, -2, 2}) {
        const Landmarks renamed = shifted(turned, levels);
        const auto apart = meanDistance(renamed, landmarks);
        if (!apart || (least && *apart >= *least)) continue;
        least = apart;
        content.detection->landmarks = renamed;
    }
    content.isRenamed = content.detection->landmarks != detection.landmarks;
    return content;
}

ScoreContent withShiftedScores(const ScoreContent& start, int levels) {
    ScoreContent next;
    next.stretches = start.stretches;
    next.sheet.aac8 = start.sheet.aac8;
    for (const CellAddress& cell : kAnswerPlaces) {
        const int row = cell.segment ? static_cast<int>(*cell.segment) - levels : 0;
        if (row < 0 || row >= static_cast<int>(kSegmentCount)) continue;
        const CellAddress from =
            cell.segment ? CellAddress{static_cast<Segment>(row), cell.wall} : cell; // AAC-8 has no level
        next.sheet.at(cell) = start.sheet.at(from);
        const Guides& before = start.readWith[indexOf(from)];
        Guides& after = next.readWith[indexOf(cell)];
        if (cell.isAac8()) after = before;
        for (std::size_t guide = 0; cell.segment && guide < 4; ++guide)
            after.guides[3 * static_cast<std::size_t>(*cell.segment) + guide] =
                before.guides[3 * static_cast<std::size_t>(row) + guide];
    }
    return next;
}

bool isFromPerson(const LandmarkContent& content, PointAddress point) {
    const Landmark& landmark = pointOf(content.landmarks, point);
    switch (landmark.state) {
    case PointState::Edited:
    case PointState::Confirmed:
        return true;
    case PointState::NotVisible:
        // The network says so too; then its own answer says the same.
        return !content.detection || landmark.locked ||
               pointOf(content.detection->landmarks, point).state != PointState::NotVisible;
    case PointState::Predicted:
    case PointState::Unset:
        return landmark.locked;
    }
    return true;
}

bool hasPersonPoint(const LandmarkContent& content) {
    for (const Level level : kLevels) {
        for (const Corner corner : kCorners) {
            if (isFromPerson(content, {level, corner})) return true;
        }
    }
    return false;
}

LandmarkChange differenceOf(const Landmarks& a, const Landmarks& b) {
    LandmarkChange change;
    change.anteriorSide = a.anterior != b.anterior;
    for (const Level level : kLevels)
        change.levels[indexOf(level)] = a.at(level) != b.at(level);
    return change;
}

ScoreChange differenceOf(const ScoreContent& a, const ScoreContent& b) {
    ScoreChange change;
    for (const CellAddress& cell : kAnswerPlaces)
        change.cells[indexOf(cell)] =
            a.sheet.at(cell) != b.sheet.at(cell) || a.readWith[indexOf(cell)] != b.readWith[indexOf(cell)];
    change.stretches = a.stretches != b.stretches;
    return change;
}

} // namespace vertescore
