// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace vertescore {

/// Segments that AAC-24 grades (T12 and L5 are not scored); bounds are the inter-vertebral guides. Kauppila
/// 1997.
enum class Segment { L1, L2, L3, L4 };
enum class Wall { Anterior, Posterior };
inline constexpr std::size_t kSegmentCount = 4;
inline constexpr std::size_t kWallCount = 2;
inline constexpr std::array<Segment, kSegmentCount> kSegments{Segment::L1, Segment::L2, Segment::L3,
                                                              Segment::L4};
inline constexpr std::array<Wall, kWallCount> kWalls{Wall::Anterior, Wall::Posterior};
std::string_view segmentName(Segment segment); ///< "L1"
std::string_view wallName(Wall wall);          ///< "anterior"
std::optional<Segment> segmentFromName(std::string_view name);
std::optional<Wall> wallFromName(std::string_view name);

/// Why a cell cannot be graded (wording of the NHANES DXXAAC documentation).
enum class NotReadableReason { Object, Noise, InsufficientArea, Motion, Other };
inline constexpr std::array<NotReadableReason, 5> kNotReadableReasons{
    NotReadableReason::Object, NotReadableReason::Noise, NotReadableReason::InsufficientArea,
    NotReadableReason::Motion, NotReadableReason::Other};
std::string_view notReadableReasonName(NotReadableReason reason);
std::optional<NotReadableReason> notReadableReasonFromName(std::string_view name);

/// Where the boundaries themselves belong: a third exactly is grade 1 (NHANES) or grade 2 (Kauppila); two
/// thirds is 3.
enum class ScoringConvention { Nhanes, Kauppila };
std::string_view scoringConventionName(ScoringConvention convention);
std::optional<ScoringConvention> scoringConventionFromName(std::string_view name);

/// Grade 0...3 of a wall whose calcified share is 0...1.
int gradeOfShare(double share, ScoringConvention convention);

/// One cell: a grade, or a reason why there is none, or blank. Blank is not zero.
struct ScoreCell {
    std::optional<int> grade; ///< 0...3
    std::optional<NotReadableReason> notReadable;
    bool isBlank() const { return !grade && !notReadable; }
    friend bool operator==(const ScoreCell&, const ScoreCell&) = default;
};

/// One reader's eight cells.
struct ScoreSheet {
    std::array<std::array<ScoreCell, kWallCount>, kSegmentCount> cells;

    const ScoreCell& at(Segment segment, Wall wall) const {
        return cells[static_cast<std::size_t>(segment)][static_cast<std::size_t>(wall)];
    }
    ScoreCell& at(Segment segment, Wall wall) {
        return cells[static_cast<std::size_t>(segment)][static_cast<std::size_t>(wall)];
    }
    bool isComplete() const;                              ///< no cell is blank
    std::optional<int> levelScore(Segment segment) const; ///< 0...6; nothing if either wall has no grade
    std::optional<int> total() const;                     ///< 0...24; nothing if any cell has no grade
    std::optional<int> affectedSegments() const; ///< 0...4 levels with any grade > 0; nothing if incomplete
    std::optional<int> affectedWalls() const;    ///< 0...8 cells > 0 (not AAC-8); nothing if incomplete
    friend bool operator==(const ScoreSheet&, const ScoreSheet&) = default;
};

/// Burden categories by total: low < moderateFrom <= moderate < highFrom <= high.
struct CategoryBounds {
    int moderateFrom = 2;
    int highFrom = 6;
    friend bool operator==(const CategoryBounds&, const CategoryBounds&) = default;
};
enum class BurdenCategory { Low, Moderate, High };
std::string_view burdenCategoryName(BurdenCategory category);
BurdenCategory burdenCategory(int total, const CategoryBounds& bounds = {});

} // namespace vertescore
