// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/ScoreSheet.h"

#include "core/base/EnumNames.h"

#include <algorithm>
#include <cmath>

namespace vertescore {

namespace {

constexpr std::array<std::string_view, kSegmentCount> kSegmentNames{"L1", "L2", "L3", "L4"};
constexpr std::array<std::string_view, kWallCount> kWallNames{"anterior", "posterior"};
constexpr std::array<std::string_view, 5> kReasonNames{"object", "noise", "insufficientArea", "motion",
                                                       "other"};
constexpr std::array<std::string_view, 2> kConventionNames{"nhanes", "kauppila"};
constexpr std::array<std::string_view, 3> kCategoryNames{"low", "moderate", "high"};

/// Visits every cell; nothing as soon as one has no grade.
template <typename Count>
std::optional<int> overGrades(const ScoreSheet& sheet, Count count) {
    int result = 0;
    for (const auto& segment : sheet.cells)
        for (const auto& cell : segment) {
            if (!cell.grade) return std::nullopt;
            result += count(*cell.grade);
        }
    return result;
}

} // namespace

std::string_view segmentName(Segment segment) {
    return kSegmentNames[static_cast<std::size_t>(segment)];
}
std::string_view wallName(Wall wall) {
    return kWallNames[static_cast<std::size_t>(wall)];
}
std::optional<Segment> segmentFromName(std::string_view name) {
    return valueNamed<Segment>(kSegmentNames, name);
}
std::optional<Wall> wallFromName(std::string_view name) {
    return valueNamed<Wall>(kWallNames, name);
}

std::string_view notReadableReasonName(NotReadableReason reason) {
    return kReasonNames[static_cast<std::size_t>(reason)];
}
std::optional<NotReadableReason> notReadableReasonFromName(std::string_view name) {
    return valueNamed<NotReadableReason>(kReasonNames, name);
}

std::string_view scoringConventionName(ScoringConvention convention) {
    return kConventionNames[static_cast<std::size_t>(convention)];
}
std::optional<ScoringConvention> scoringConventionFromName(std::string_view name) {
    return valueNamed<ScoringConvention>(kConventionNames, name);
}

int gradeOfShare(double share, ScoringConvention convention) {
    constexpr double kThird = 1.0 / 3, kTwoThirds = 2.0 / 3;
    if (!(share > 0)) return 0;
    if (share >= kTwoThirds - kMeasuredStep) return 3;
    const bool isAThird = std::abs(share - kThird) <= kMeasuredStep;
    if (isAThird) return convention == ScoringConvention::Nhanes ? 1 : 2;
    return share < kThird ? 1 : 2;
}

int aac8OfLength(double vertebralHeights) {
    if (!(vertebralHeights > 0)) return 0;
    return std::clamp(static_cast<int>(std::ceil(std::min(vertebralHeights, 4.0) - kMeasuredStep)), 1,
                      kHighestAac8);
}

bool Aac8::isBlank() const {
    return at(Wall::Anterior).isBlank() && at(Wall::Posterior).isBlank();
}

bool Aac8::isComplete() const {
    return !at(Wall::Anterior).isBlank() && !at(Wall::Posterior).isBlank();
}

std::optional<int> Aac8::sum() const {
    const auto& anterior = at(Wall::Anterior).grade;
    const auto& posterior = at(Wall::Posterior).grade;
    if (!anterior || !posterior) return std::nullopt;
    return *anterior + *posterior;
}

bool ScoreSheet::isComplete() const {
    return std::all_of(cells.begin(), cells.end(), [](const auto& segment) {
        return std::none_of(segment.begin(), segment.end(),
                            [](const ScoreCell& cell) { return cell.isBlank(); });
    });
}

std::optional<int> ScoreSheet::levelScore(Segment segment) const {
    const auto& anterior = at(segment, Wall::Anterior).grade;
    const auto& posterior = at(segment, Wall::Posterior).grade;
    if (!anterior || !posterior) return std::nullopt;
    return *anterior + *posterior;
}

std::optional<int> ScoreSheet::total() const {
    return overGrades(*this, [](int grade) { return grade; });
}

std::optional<int> ScoreSheet::affectedSegments() const {
    int affected = 0;
    for (const Segment segment : kSegments) {
        const auto score = levelScore(segment);
        if (!score) return std::nullopt;
        affected += *score > 0 ? 1 : 0;
    }
    return affected;
}

std::optional<int> ScoreSheet::affectedWalls() const {
    return overGrades(*this, [](int grade) { return grade > 0 ? 1 : 0; });
}

std::string_view burdenCategoryName(BurdenCategory category) {
    return kCategoryNames[static_cast<std::size_t>(category)];
}

BurdenCategory burdenCategory(int total, const CategoryBounds& bounds) {
    if (total >= bounds.highFrom) return BurdenCategory::High;
    return total >= bounds.moderateFrom ? BurdenCategory::Moderate : BurdenCategory::Low;
}

} // namespace vertescore
