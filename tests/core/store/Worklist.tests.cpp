// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/StudyFixture.h"

using namespace vertescore;
using namespace vertescore::test;

namespace {

Worklist listOf(const std::vector<ReadingState>& states) {
    Worklist list;
    for (const auto state : states) {
        WorklistRow row;
        row.scan = ScanId{static_cast<std::int64_t>(list.size()) + 1};
        row.reading = state;
        list.push_back(row);
    }
    return list;
}

using enum ReadingState;

} // namespace

TEST_CASE("the next unread scan is the first after this one, going round", "[store][worklist]") {
    const auto list = listOf({Unread, Submitted, Unread, InProgress});
    CHECK(nextUnread(list, std::nullopt) == ScanId{1});
    CHECK(nextUnread(list, ScanId{1}) == ScanId{3});
    CHECK(nextUnread(list, ScanId{3}) == ScanId{1});
    CHECK(nextUnread(list, ScanId{4}) == ScanId{1});
    CHECK(nextUnread(list, ScanId{99}) == ScanId{1});
}

TEST_CASE("with nothing unread, what was begun or disputed comes next", "[store][worklist]") {
    CHECK(nextUnread(listOf({InProgress, Submitted, Disputed}), ScanId{1}) == ScanId{3});
    CHECK(nextUnread(listOf({InProgress, Submitted, Invalid}), ScanId{2}) == ScanId{1});
    CHECK(!nextUnread(listOf({Submitted, Invalid}), std::nullopt));
    CHECK(!nextUnread(listOf({Unread}), ScanId{1}));
    CHECK(!nextUnread({}, std::nullopt));
}

TEST_CASE("a filter knows what is finished for a reader and for an annotator", "[store][worklist]") {
    const auto passing = [](const Worklist& list, WorklistFilter filter) {
        std::string codes;
        for (const auto& row : list)
            if (passesFilter(row, filter)) codes += std::to_string(static_cast<std::int64_t>(row.scan));
        return codes;
    };
    auto read = listOf({Unread, InProgress, Submitted, Disputed, Invalid});
    read[2].isStale = true;
    CHECK(passing(read, WorklistFilter::All) == "12345");
    CHECK(passing(read, WorklistFilter::Unfinished) == "124");
    CHECK(passing(read, WorklistFilter::InProgress) == "2");
    CHECK(passing(read, WorklistFilter::Finished) == "35");
    CHECK(passing(read, WorklistFilter::Attention) == "34");
    Worklist corners(4);
    for (std::size_t i = 0; i < corners.size(); ++i) {
        corners[i].scan = ScanId{static_cast<std::int64_t>(i) + 1};
        corners[i].landmarks = static_cast<LandmarkState>(i); // none, predicted, edited, confirmed
    }
    CHECK(passing(corners, WorklistFilter::Unfinished) == "123");
    CHECK(passing(corners, WorklistFilter::InProgress) == "3");
    CHECK(passing(corners, WorklistFilter::Finished) == "4");
}

TEST_CASE("progress counts what needs no more work", "[store][worklist]") {
    CHECK(readingProgress(listOf({Unread, Submitted, Disputed, Invalid, InProgress})) == Progress{2, 5});
}

TEST_CASE("least sure comes first, and what has no confidence last", "[store][worklist]") {
    auto list = listOf({Unread, Unread, Unread, Unread});
    list[1].leastConfidence = 0.9;
    list[2].leastConfidence = 0.2;
    const auto sorted = leastSureFirst(list);
    CHECK(sorted[0].scan == ScanId{3});
    CHECK(sorted[1].scan == ScanId{2});
    CHECK(sorted[2].scan == ScanId{1});
    CHECK(sorted[3].scan == ScanId{4});
}

TEST_CASE("landmarks are as far as their weakest point", "[store][worklist]") {
    CHECK(landmarkStateOf({}) == LandmarkState::None);
    auto landmarks = spine(PointState::Confirmed);
    CHECK(landmarkStateOf(landmarks) == LandmarkState::Confirmed);
    landmarks.at(Level::L3).at(Corner::InferiorAnterior).state = PointState::NotVisible;
    CHECK(landmarkStateOf(landmarks) == LandmarkState::Confirmed);
    landmarks.at(Level::L2).at(Corner::InferiorAnterior).state = PointState::Edited;
    CHECK(landmarkStateOf(landmarks) == LandmarkState::Edited);
    landmarks.at(Level::T12).at(Corner::InferiorAnterior).state = PointState::Predicted;
    CHECK(landmarkStateOf(landmarks) == LandmarkState::Predicted);
}
