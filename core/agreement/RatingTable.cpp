// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/RatingTable.h"

#include "core/base/Assert.h"

#include <algorithm>
#include <set>

namespace vertescore {
namespace {

bool isWithin(const ScoreCell& cell, int highest) {
    return !cell.grade || (*cell.grade >= 0 && *cell.grade <= highest);
}

bool hasGradeOutOfRange(const ScoreSheet& sheet) {
    for (const Wall wall : kWalls) {
        if (!isWithin(sheet.aac8.at(wall), kHighestAac8)) return true;
        for (const Segment segment : kSegments)
            if (!isWithin(sheet.at(segment, wall), kHighestGrade)) return true;
    }
    return false;
}

std::optional<int> scoreOf(const ScoreSheet& sheet, const Unit& unit, const CategoryBounds& bounds) {
    switch (unit.kind) {
    case Unit::Kind::Wall:
        return sheet.at(unit.segment, unit.wall).grade;
    case Unit::Kind::Level:
        return sheet.levelScore(unit.segment);
    case Unit::Kind::Total:
        return sheet.total();
    case Unit::Kind::Category:
        if (const auto total = sheet.total()) return static_cast<int>(burdenCategory(*total, bounds));
        return std::nullopt;
    case Unit::Kind::Aac8:
        return sheet.aac8.sum();
    }
    return std::nullopt;
}

bool belongsTo(const Unit& unit, Segment segment, Wall wall) {
    if (unit.kind == Unit::Kind::Wall) return unit.segment == segment && unit.wall == wall;
    return unit.kind != Unit::Kind::Level || unit.segment == segment;
}

/// Why the unit has no score: a blank cell was not read; if all were read, one was not readable.
ScoreGap gapOf(const ScoreSheet& sheet, const Unit& unit) {
    if (unit.kind == Unit::Kind::Aac8)
        return sheet.aac8.isComplete() ? ScoreGap::NotReadable : ScoreGap::NotRead;
    for (const Segment segment : kSegments)
        for (const Wall wall : kWalls)
            if (belongsTo(unit, segment, wall) && sheet.at(segment, wall).isBlank()) return ScoreGap::NotRead;
    return ScoreGap::NotReadable;
}

ScoreMatrix emptyMatrix(const Unit& unit, std::vector<std::string> images, std::vector<std::string> raters) {
    ScoreMatrix matrix;
    matrix.categories = categoryCount(unit);
    matrix.images = std::move(images);
    matrix.raters = std::move(raters);
    matrix.scores.resize(matrix.images.size() * matrix.raters.size());
    matrix.gaps.assign(matrix.scores.size(), ScoreGap::NotRead);
    return matrix;
}

std::size_t positionOf(const std::vector<std::string>& sorted, const std::string& id) {
    return static_cast<std::size_t>(std::ranges::lower_bound(sorted, id) - sorted.begin());
}

void enter(ScoreMatrix& matrix, std::size_t cell, const ScoreSheet& sheet, const Unit& unit,
           const CategoryBounds& bounds) {
    matrix.scores[cell] = scoreOf(sheet, unit, bounds);
    matrix.gaps[cell] = matrix.scores[cell] ? ScoreGap::None : gapOf(sheet, unit);
}

std::vector<std::string> sorted(const std::set<std::string>& ids) {
    return {ids.begin(), ids.end()};
}

} // namespace

Status RatingTable::add(RatingKey key, Rating rating) {
    if (key.image.empty() || key.reader.empty())
        return failure(ErrorCode::InvalidArgument, "a rating without image or reader");
    if (hasGradeOutOfRange(rating.sheet))
        return failure(ErrorCode::InvalidArgument, "a grade outside 0...3 for image " + key.image);
    const auto [patient, isNew] = m_patients.try_emplace(key.image, rating.patient);
    if (!isNew && patient->second != rating.patient)
        return failure(ErrorCode::InvalidArgument, "two patients for image " + key.image);
    if (m_ratings.contains(key))
        return failure(ErrorCode::DuplicateEntry, "image " + key.image + " by reader " + key.reader);
    m_ratings.emplace(std::move(key), std::move(rating));
    return {};
}

bool RatingTable::hasAac8() const {
    return std::ranges::any_of(m_ratings, [](const auto& one) { return !one.second.sheet.aac8.isBlank(); });
}

std::vector<std::string> RatingTable::conditions() const {
    std::set<std::string> ids;
    for (const auto& [key, rating] : m_ratings)
        ids.insert(key.condition);
    return sorted(ids);
}

std::vector<std::string> RatingTable::readers(const std::string& condition) const {
    std::set<std::string> ids;
    for (const auto& [key, rating] : m_ratings)
        if (key.condition == condition) ids.insert(key.reader);
    return sorted(ids);
}

std::vector<std::string> RatingTable::images(const std::string& condition) const {
    std::set<std::string> ids;
    for (const auto& [key, rating] : m_ratings)
        if (key.condition == condition) ids.insert(key.image);
    return sorted(ids);
}

std::vector<std::string> RatingTable::sessions(const std::string& condition,
                                               const std::string& reader) const {
    std::set<std::string> ids;
    for (const auto& [key, rating] : m_ratings)
        if (key.condition == condition && key.reader == reader) ids.insert(key.session);
    return sorted(ids);
}

std::string RatingTable::patientOf(const std::string& image) const {
    const auto found = m_patients.find(image);
    return found == m_patients.end() ? std::string() : found->second;
}

std::string sessionKey(int session, int showing) {
    return std::to_string(session) + (showing > 1 ? "." + std::to_string(showing) : std::string());
}

Result<RatingTable> makeRatingTable(std::span<const WallRating> rows) {
    std::map<RatingKey, Rating> ratings;
    for (const WallRating& row : rows) {
        const RatingKey key{row.imageId, row.reader, row.condition, sessionKey(row.session, row.showing)};
        ScoreSheet& sheet = ratings[key].sheet;
        ScoreCell& cell = row.isAac8 ? sheet.aac8.at(row.wall) : sheet.at(row.segment, row.wall);
        if (!cell.isBlank())
            return failure(ErrorCode::DuplicateEntry, "image " + row.imageId + " by reader " + row.reader);
        cell.grade = row.grade;
        if (!row.grade) cell.notReadable = row.notReadable.value_or(NotReadableReason::Other);
        cell.measured = row.measured;
        cell.followsMeasured = row.followsMeasured;
    }
    RatingTable table;
    for (auto& [key, rating] : ratings)
        if (auto added = table.add(key, std::move(rating)); !added) return failure(std::move(added.error()));
    return table;
}

std::string unitName(const Unit& unit) {
    switch (unit.kind) {
    case Unit::Kind::Wall:
        return std::string(segmentName(unit.segment)) + "-" + std::string(wallName(unit.wall));
    case Unit::Kind::Level:
        return std::string(segmentName(unit.segment));
    case Unit::Kind::Total:
        return "total";
    case Unit::Kind::Category:
        return "category";
    case Unit::Kind::Aac8:
        return std::string(kAac8Name);
    }
    return {};
}

int categoryCount(const Unit& unit) {
    constexpr int walls = static_cast<int>(kWallCount);
    switch (unit.kind) {
    case Unit::Kind::Wall:
        return kHighestGrade + 1;
    case Unit::Kind::Level:
        return kHighestGrade * walls + 1;
    case Unit::Kind::Total:
        return kHighestGrade * walls * static_cast<int>(kSegmentCount) + 1;
    case Unit::Kind::Category:
        return static_cast<int>(BurdenCategory::High) + 1;
    case Unit::Kind::Aac8:
        return kHighestAac8 * walls + 1;
    }
    return 0;
}

std::vector<Unit> levelUnits() {
    std::vector<Unit> units;
    for (const Segment segment : kSegments)
        units.push_back({Unit::Kind::Level, segment, Wall::Anterior});
    units.push_back({Unit::Kind::Total, Segment::L1, Wall::Anterior});
    units.push_back({Unit::Kind::Category, Segment::L1, Wall::Anterior});
    return units;
}

std::vector<Unit> unitsOf(const RatingTable& table) {
    auto units = levelUnits();
    if (table.hasAac8()) units.push_back({Unit::Kind::Aac8, Segment::L1, Wall::Anterior});
    return units;
}

std::vector<Unit> wallUnits() {
    std::vector<Unit> units;
    for (const Segment segment : kSegments)
        for (const Wall wall : kWalls)
            units.push_back({Unit::Kind::Wall, segment, wall});
    return units;
}

std::size_t ScoreMatrix::completeImages() const {
    std::size_t complete = 0;
    for (std::size_t image = 0; image < images.size(); ++image)
        if (std::ranges::all_of(row(image), [](const auto& score) { return score.has_value(); })) ++complete;
    return complete;
}

ScoreMatrix scoreMatrix(const RatingTable& table, const std::string& condition, const Unit& unit,
                        const CategoryBounds& bounds) {
    ScoreMatrix matrix = emptyMatrix(unit, table.images(condition), table.readers(condition));
    const RatingKey* last = nullptr;
    for (const auto& [key, rating] : table.ratings()) {
        if (key.condition != condition) continue;
        // Sorted by session last: of several sessions the first one comes first.
        const bool isRepeat = last && last->image == key.image && last->reader == key.reader;
        last = &key;
        if (isRepeat) continue;
        const std::size_t image = positionOf(matrix.images, key.image);
        enter(matrix, image * matrix.raters.size() + positionOf(matrix.raters, key.reader), rating.sheet,
              unit, bounds);
    }
    return matrix;
}

ScoreMatrix sessionMatrix(const RatingTable& table, const std::string& condition, const std::string& reader,
                          const Unit& unit, const CategoryBounds& bounds) {
    std::set<std::string> images;
    for (const auto& [key, rating] : table.ratings())
        if (key.condition == condition && key.reader == reader) images.insert(key.image);
    const auto sessions = table.sessions(condition, reader);
    ScoreMatrix matrix = emptyMatrix(unit, sorted(images), sessions);
    for (const auto& [key, rating] : table.ratings()) {
        if (key.condition != condition || key.reader != reader) continue;
        const std::size_t image = positionOf(matrix.images, key.image);
        enter(matrix, image * sessions.size() + positionOf(sessions, key.session), rating.sheet, unit,
              bounds);
    }
    for (std::string& rater : matrix.raters)
        rater = reader + ":" + rater;
    return matrix;
}

} // namespace vertescore
