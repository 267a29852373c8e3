// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Worklist.h"

#include <algorithm>
#include <array>

namespace vertescore {

namespace {

constexpr std::array<std::string_view, 5> kReadingStateNames{"unread", "inProgress", "submitted", "disputed",
                                                             "invalid"};
constexpr std::array<std::string_view, 4> kLandmarkStateNames{"none", "predicted", "edited", "confirmed"};

/// The first row after the given scan, going round, that the condition holds for.
template <typename Condition>
std::optional<ScanId> nextWhere(const Worklist& list, std::optional<ScanId> after, Condition holds) {
    const auto here = std::find_if(list.begin(), list.end(),
                                   [&](const WorklistRow& row) { return after && row.scan == *after; });
    const auto start = here == list.end() ? list.begin() : here + 1;
    const auto wanted = [&](const WorklistRow& row) { return row.scan != after && holds(row); };
    auto found = std::find_if(start, list.end(), wanted);
    if (found == list.end()) {
        found = std::find_if(list.begin(), start, wanted);
        if (found == start) return std::nullopt;
    }
    return found->scan;
}

} // namespace

std::string_view readingStateName(ReadingState state) {
    return kReadingStateNames[static_cast<std::size_t>(state)];
}

std::string_view landmarkStateName(LandmarkState state) {
    return kLandmarkStateNames[static_cast<std::size_t>(state)];
}

LandmarkState landmarkStateOf(const Landmarks& landmarks) {
    if (landmarks.isEmpty()) return LandmarkState::None;
    auto weakest = LandmarkState::Confirmed;
    for (const auto& vertebra : landmarks.vertebrae) {
        for (const auto& corner : vertebra.corners) {
            if (corner.state == PointState::Predicted) return LandmarkState::Predicted;
            if (corner.state == PointState::Edited) weakest = LandmarkState::Edited;
        }
    }
    return weakest;
}

std::optional<double> leastConfidence(const Landmarks& landmarks) {
    std::optional<double> least;
    for (const auto& vertebra : landmarks.vertebrae)
        if (vertebra.confidence && (!least || *vertebra.confidence < *least)) least = vertebra.confidence;
    return least;
}

bool passesFilter(const WorklistRow& row, WorklistFilter filter) {
    const auto state =
        row.reading.value_or(row.landmarks == LandmarkState::Confirmed ? ReadingState::Submitted
                             : row.landmarks == LandmarkState::Edited  ? ReadingState::InProgress
                                                                       : ReadingState::Unread);
    const bool isDone = state == ReadingState::Submitted || state == ReadingState::Invalid;
    switch (filter) {
    case WorklistFilter::All:
        return true;
    case WorklistFilter::Unfinished:
        return !isDone;
    case WorklistFilter::InProgress:
        return state == ReadingState::InProgress;
    case WorklistFilter::Finished:
        return isDone;
    case WorklistFilter::Attention:
        return state == ReadingState::Disputed || row.isStale;
    }
    return true;
}

Progress readingProgress(const Worklist& list) {
    const auto isDone = [](const WorklistRow& row) {
        return row.reading == ReadingState::Submitted || row.reading == ReadingState::Invalid;
    };
    return {static_cast<std::size_t>(std::count_if(list.begin(), list.end(), isDone)), list.size()};
}

Progress landmarkProgress(const Worklist& list) {
    const auto isDone = [](const WorklistRow& row) { return row.landmarks == LandmarkState::Confirmed; };
    return {static_cast<std::size_t>(std::count_if(list.begin(), list.end(), isDone)), list.size()};
}

std::optional<ScanId> nextUnread(const Worklist& list, std::optional<ScanId> after) {
    const auto unread =
        nextWhere(list, after, [](const WorklistRow& row) { return row.reading == ReadingState::Unread; });
    if (unread) return unread;
    return nextWhere(list, after, [](const WorklistRow& row) {
        return row.reading == ReadingState::InProgress || row.reading == ReadingState::Disputed;
    });
}

std::optional<ScanId> nextUnconfirmed(const Worklist& list, std::optional<ScanId> after) {
    return nextWhere(list, after,
                     [](const WorklistRow& row) { return row.landmarks != LandmarkState::Confirmed; });
}

Worklist leastSureFirst(Worklist list) {
    std::stable_sort(list.begin(), list.end(), [](const WorklistRow& a, const WorklistRow& b) {
        return a.leastConfidence.value_or(2.0) < b.leastConfidence.value_or(2.0);
    });
    return list;
}

} // namespace vertescore
