// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/scoring/ScoreSheet.h"
#include "core/scoring/WallRating.h"

#include <compare>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace vertescore {

/// Which reading: who read which image, how, and (for repeats) when. Ids are compared byte by byte.
struct RatingKey {
    std::string image;
    std::string reader;
    std::string condition; ///< "ivg", "no_ivg", or as the study calls it; may be empty
    std::string session;   ///< empty, or one id per repeat of the same reader
    friend auto operator<=>(const RatingKey&, const RatingKey&) = default;
};

struct Rating {
    ScoreSheet sheet;
    std::string patient; ///< groups the images of one patient; empty when unknown
    friend bool operator==(const Rating&, const Rating&) = default;
};

/// All readings of a study as the statistics take them in: images x readers x conditions, with gaps. Row
/// order means nothing. Filled by readRatingsCsv() or from a study. A value; any thread.
class RatingTable {
public:
    /// DuplicateEntry when that reading is there already; InvalidArgument for an empty image or reader id, a
    /// grade outside 0...3 (of AAC-8 0...4), or two patients for one image.
    Status add(RatingKey key, Rating rating);

    bool isEmpty() const { return m_ratings.empty(); }
    bool hasAac8() const; ///< some reading has an answer to it
    const std::map<RatingKey, Rating>& ratings() const { return m_ratings; }

    std::vector<std::string> conditions() const;                          ///< sorted
    std::vector<std::string> readers(const std::string& condition) const; ///< sorted
    std::vector<std::string> images(const std::string& condition) const;  ///< sorted; read by anyone
    /// Sessions of one reader, sorted; more than one when images were read again.
    std::vector<std::string> sessions(const std::string& condition, const std::string& reader) const;
    /// Empty when unknown.
    std::string patientOf(const std::string& image) const;

    friend bool operator==(const RatingTable&, const RatingTable&) = default;

private:
    std::map<RatingKey, Rating> m_ratings;
    std::map<std::string, std::string> m_patients; ///< by image
};

/// RatingKey::session of a study's reading: "1", or "1.2" for the second showing in session 1.
std::string sessionKey(int session, int showing);

/// The table of a study's rows, one per wall; sessions by their numbers, "1.2" for a hidden repeat in
/// session 1. Errors: as RatingTable::add, DuplicateEntry also for a wall that is there twice. A row without
/// a grade is a cell that was read and found not readable; for the reason Other when the row gives none.
Result<RatingTable> makeRatingTable(std::span<const WallRating> rows);

/// What is compared: one wall of a level (0...3), a level (0...6), the total (0...24), the burden category,
/// or AAC-8 (0...8).
struct Unit {
    enum class Kind { Wall, Level, Total, Category, Aac8 };
    Kind kind = Kind::Total;
    Segment segment = Segment::L1; ///< of a wall or a level
    Wall wall = Wall::Anterior;    ///< of a wall
    friend bool operator==(const Unit&, const Unit&) = default;
};
std::string unitName(const Unit& unit); ///< "L1-anterior", "L1", "total", "category", "AAC-8"
int categoryCount(const Unit& unit);    ///< declared categories K: 4, 7, 25, 3, 9; scores are 0...K-1
std::vector<Unit> levelUnits();         ///< L1...L4, total, category
/// levelUnits(), and AAC-8 where any reading of the table has it.
std::vector<Unit> unitsOf(const RatingTable& table);
std::vector<Unit> wallUnits(); ///< the eight walls

enum class ScoreGap { None, NotRead, NotReadable };

/// One unit of one condition: images x raters with gaps. Row-major, images and raters sorted by their ids.
struct ScoreMatrix {
    int categories = 0;
    std::vector<std::string> images;
    std::vector<std::string>
        raters; ///< reader ids, or "reader:session" when the sessions of a reader are compared
    std::vector<std::optional<int>> scores;
    std::vector<ScoreGap> gaps; ///< None exactly where there is a score

    std::span<const std::optional<int>> row(std::size_t image) const {
        return std::span(scores).subspan(image * raters.size(), raters.size());
    }
    ScoreGap gap(std::size_t image, std::size_t rater) const { return gaps[image * raters.size() + rater]; }
    std::size_t completeImages() const;
    friend bool operator==(const ScoreMatrix&, const ScoreMatrix&) = default;
};

/// Readers against each other; of a reader who read an image more than once the first session counts.
ScoreMatrix scoreMatrix(const RatingTable& table, const std::string& condition, const Unit& unit,
                        const CategoryBounds& bounds = {});
/// One reader's sessions against each other, over the images that the reader read.
ScoreMatrix sessionMatrix(const RatingTable& table, const std::string& condition, const std::string& reader,
                          const Unit& unit, const CategoryBounds& bounds = {});

} // namespace vertescore
