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

/// Shares of walls and lengths in vertebral heights are told to the millionth; less than one beside a
/// boundary is the boundary itself.
inline constexpr double kMeasuredStep = 1e-6;

/// Grade 0...3 of a wall whose calcified share is 0...1.
int gradeOfShare(double share, ScoringConvention convention);

/// AAC-8 of one wall, 0...4, by the aggregate length of its calcification in front of L1...L4 in vertebral
/// heights: none, up to 1, up to 2, up to 3, more. Schousboe 2006.
int aac8OfLength(double vertebralHeights);

inline constexpr int kHighestGrade = 3;                ///< of a wall of a segment
inline constexpr int kHighestAac8 = 4;                 ///< of a wall
inline constexpr std::string_view kAac8Name = "AAC-8"; ///< in files

/// One answer: a grade, or a reason why there is none, or blank. Blank is not zero.
struct ScoreCell {
    std::optional<int> grade; ///< 0...kHighestGrade, of AAC-8 0...kHighestAac8
    std::optional<NotReadableReason> notReadable;
    /// What marked stretches cover: the share of the wall, 0...1; of AAC-8 vertebral heights. Nothing:
    /// nothing was marked.
    std::optional<double> measured = std::nullopt;
    bool followsMeasured = false; ///< the grade comes from measured; false: a person chose it
    bool isBlank() const { return !grade && !notReadable; }
    friend bool operator==(const ScoreCell&, const ScoreCell&) = default;
};

/// AAC-8: an entry of its own, never made of the eight cells, and not the number of affected walls.
struct Aac8 {
    std::array<ScoreCell, kWallCount> walls;

    const ScoreCell& at(Wall wall) const { return walls[static_cast<std::size_t>(wall)]; }
    ScoreCell& at(Wall wall) { return walls[static_cast<std::size_t>(wall)]; }
    bool isBlank() const;           ///< neither wall has an answer
    bool isComplete() const;        ///< both have one
    std::optional<int> sum() const; ///< 0...8; nothing if either wall has no grade
    friend bool operator==(const Aac8&, const Aac8&) = default;
};

/// Which answer of a sheet: a wall of a segment, or without a segment AAC-8 of a wall.
struct AnswerPlace {
    std::optional<Segment> segment;
    Wall wall = Wall::Anterior;
    bool isAac8() const { return !segment; }
    int highestGrade() const { return isAac8() ? kHighestAac8 : kHighestGrade; }
    friend bool operator==(const AnswerPlace&, const AnswerPlace&) = default;
    friend auto operator<=>(const AnswerPlace&, const AnswerPlace&) = default;
};
/// The eight cells, L1 anterior, L1 posterior, L2 anterior, ..., then the two of AAC-8.
inline constexpr std::array<AnswerPlace, (kSegmentCount + 1) * kWallCount> kAnswerPlaces{{
    {Segment::L1, Wall::Anterior},
    {Segment::L1, Wall::Posterior},
    {Segment::L2, Wall::Anterior},
    {Segment::L2, Wall::Posterior},
    {Segment::L3, Wall::Anterior},
    {Segment::L3, Wall::Posterior},
    {Segment::L4, Wall::Anterior},
    {Segment::L4, Wall::Posterior},
    {std::nullopt, Wall::Anterior},
    {std::nullopt, Wall::Posterior},
}};

/// One reader's eight cells, and AAC-8 where a study asks for it.
struct ScoreSheet {
    std::array<std::array<ScoreCell, kWallCount>, kSegmentCount> cells;
    Aac8 aac8 = {};

    const ScoreCell& at(Segment segment, Wall wall) const {
        return cells[static_cast<std::size_t>(segment)][static_cast<std::size_t>(wall)];
    }
    ScoreCell& at(Segment segment, Wall wall) {
        return cells[static_cast<std::size_t>(segment)][static_cast<std::size_t>(wall)];
    }
    const ScoreCell& at(const AnswerPlace& place) const {
        return place.segment ? at(*place.segment, place.wall) : aac8.at(place.wall);
    }
    ScoreCell& at(const AnswerPlace& place) {
        return place.segment ? at(*place.segment, place.wall) : aac8.at(place.wall);
    }
    bool isComplete() const;                              ///< none of the eight cells is blank
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
