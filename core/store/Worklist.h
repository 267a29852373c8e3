// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Study.h"

namespace vertescore {

/// Which of a reader's passes through the scans.
struct ReadingPass {
    std::string arm; ///< name of one of the study's arms
    int session = 1; ///< from 1; above 1: the same arm read again
    friend bool operator==(const ReadingPass&, const ReadingPass&) = default;
};

enum class ReadingState { Unread, InProgress, Submitted, Disputed, Invalid };
std::string_view readingStateName(ReadingState state); ///< "unread", "inProgress", ...

/// The weakest point state that the newest landmarks of a scan have: one predicted point makes them
/// Predicted.
enum class LandmarkState { None, Predicted, Edited, Confirmed };
std::string_view landmarkStateName(LandmarkState state);
LandmarkState landmarkStateOf(const Landmarks& landmarks);

/// The least sure vertebra of the network, 0...1; nothing when no vertebra carries a confidence.
std::optional<double> leastConfidence(const Landmarks& landmarks);

/// One scan in the list at the left of the window.
struct WorklistRow {
    ScanId scan{};
    std::string code;
    std::optional<std::string> fileName; ///< nothing for a reader
    std::optional<ReadingState>
        reading;          ///< this reader's own, in this arm and session; nothing for an annotator
    bool isStale = false; ///< this reader's grades were given with other landmarks than the newest
    LandmarkState landmarks = LandmarkState::None;
    std::optional<double> leastConfidence;
    friend bool operator==(const WorklistRow&, const WorklistRow&) = default;
};
using Worklist = std::vector<WorklistRow>; ///< in the order in which scans are to be worked on

/// Which scans a list shows.
enum class WorklistFilter { All, Unfinished, InProgress, Finished, Attention };
/// An annotator's scan is finished when its corners are confirmed; a reader's when it is submitted or
/// invalid. Attention: disputed, or read with other landmarks than the newest.
bool passesFilter(const WorklistRow& row, WorklistFilter filter);

/// n of N.
struct Progress {
    std::size_t done = 0;
    std::size_t total = 0;
    friend bool operator==(const Progress&, const Progress&) = default;
};
Progress readingProgress(const Worklist& list);  ///< done: submitted or invalid
Progress landmarkProgress(const Worklist& list); ///< done: confirmed

/// The first unread scan after the given one, going round at the end; when none is unread, the first in
/// progress or disputed; never the given scan itself. Nothing when all are done.
std::optional<ScanId> nextUnread(const Worklist& list, std::optional<ScanId> after);

/// The first scan after the given one whose landmarks are not confirmed, going round; never the given scan
/// itself.
std::optional<ScanId> nextUnconfirmed(const Worklist& list, std::optional<ScanId> after);

/// The same rows, least sure first; rows without a confidence at the end, otherwise in the order given.
Worklist leastSureFirst(Worklist list);

} // namespace vertescore
