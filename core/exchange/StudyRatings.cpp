// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/StudyRatings.h"

#include <charconv>

namespace vertescore {

namespace {

/// A whole number from 1 that is all of the text.
std::optional<int> positive(std::string_view text) {
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size() || number < 1) return std::nullopt;
    return number;
}

struct Showing {
    int session = 1;
    int showing = 1;
};

/// "2", or "2.2" of a hidden repeat in session 2; nothing when the text is neither.
std::optional<Showing> showingOf(std::string_view text) {
    if (text.empty()) return Showing{};
    const auto point = text.find('.');
    const auto session = positive(text.substr(0, point));
    const auto showing =
        point == std::string_view::npos ? std::optional(1) : positive(text.substr(point + 1));
    if (!session || !showing) return std::nullopt;
    return Showing{*session, *showing};
}

std::string placeOf(const LocatedRatings& ratings, const RatingKey& key) {
    const auto place = ratings.places.find(key);
    return place == ratings.places.end() ? std::string() : place->second;
}

MarkedWalls marksOf(const LocatedRatings& ratings, const RatingKey& key) {
    const auto marks = ratings.marks.find(key);
    return marks == ratings.marks.end() ? MarkedWalls{} : marks->second;
}

Result<ImportedReading> importedReading(const Study& study, const LocatedRatings& ratings,
                                        const RatingKey& key, const Rating& rating) {
    const auto& arms = study.settings.arms;
    const auto session = showingOf(key.session);
    const auto place = placeOf(ratings, key);
    if (!session)
        return failure(ErrorCode::InvalidArgument,
                       place + ": '" + key.session + "' is no number of a session");
    const bool takesOnlyArm = key.condition.empty() && arms.size() == 1;
    return ImportedReading{key.image,
                           key.reader,
                           {takesOnlyArm ? arms.front().name : key.condition, session->session},
                           session->showing,
                           rating.sheet,
                           place,
                           marksOf(ratings, key)};
}

/// Takes each submitted reading of a reader's own pass.
template <typename Take>
Status forEachOwn(const ReaderSession& session, Take take) {
    const auto worklist = session.worklist();
    if (!worklist) return failure(worklist.error());
    for (const auto& row : *worklist) {
        if (row.reading != ReadingState::Submitted && row.reading != ReadingState::Disputed) continue;
        const auto reading = session.reading(row.scan);
        if (!reading) return failure(reading.error());
        const RatingKey key{row.code, session.reader().name, session.arm().name,
                            sessionKey(session.session(), 1)};
        if (const auto taken = take(key, *reading); !taken) return taken;
    }
    return {};
}

} // namespace

Result<RatingTable> studyRatings(const CoordinatorSession& session) {
    auto rows = session.ratings();
    if (!rows) return failure(rows.error());
    const auto settled = session.consensusRatings();
    if (!settled) return failure(settled.error());
    rows->insert(rows->end(), settled->begin(), settled->end());
    return makeRatingTable(*rows);
}

Result<RatingTable> ownRatings(const ReaderSession& session) {
    RatingTable table;
    const auto taken = forEachOwn(session, [&](const RatingKey& key, const Reading& reading) {
        return table.add(key, {reading.sheet, {}});
    });
    if (!taken) return failure(taken.error());
    return table;
}

Result<ReadingMarks> studyMarks(const CoordinatorSession& session) {
    const auto readings = session.markedReadings();
    if (!readings) return failure(readings.error());
    ReadingMarks marks;
    for (const auto& one : *readings)
        marks[{one.code, one.reader, one.arm, sessionKey(one.session, one.showing)}] = one.marks;
    return marks;
}

Result<ReadingMarks> ownMarks(const ReaderSession& session) {
    ReadingMarks marks;
    const auto taken = forEachOwn(session, [&](const RatingKey& key, const Reading& reading) -> Status {
        if (reading.stretches != MarkedWalls{}) marks[key] = reading.stretches;
        return {};
    });
    if (!taken) return failure(taken.error());
    return marks;
}

RatingExport aboutStudy(const Study& study) {
    RatingExport about;
    about.study = study.settings.name;
    about.convention = study.settings.convention;
    about.bounds = study.settings.bounds;
    about.isSynthetic = study.settings.isSynthetic;
    return about;
}

Result<ImportedCount> importRatings(CoordinatorSession& session, const Study& study,
                                    const LocatedRatings& ratings, const std::string& reason) {
    std::vector<ImportedReading> readings;
    for (const auto& [key, rating] : ratings.table.ratings()) {
        auto reading = importedReading(study, ratings, key, rating);
        if (!reading) return failure(std::move(reading.error()));
        readings.push_back(std::move(*reading));
    }
    return session.importReadings(readings, reason);
}

} // namespace vertescore
