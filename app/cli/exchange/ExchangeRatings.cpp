// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exchange/ExchangeRatings.h"

#include "app/cli/Counted.h"
#include "app/cli/study/SignIn.h"
#include "core/base/AtomicFile.h"
#include "core/base/Sha256.h"
#include "core/exchange/MarksCsv.h"
#include "core/exchange/StudyRatings.h"

#include <algorithm>

namespace vertescore::cli {
namespace {

Result<bool> isCoordinator(const StudyStore& store, PersonId id) {
    const auto people = store.people();
    if (!people) return failure(people.error());
    return std::any_of(people->begin(), people->end(), [&](const Person& person) {
        return person.id == id && person.hasRole(Role::Coordinator);
    });
}

/// Readings, and what is marked in them.
struct MarkedTable {
    RatingTable table;
    ReadingMarks marks;
};

Result<MarkedTable> joined(Result<RatingTable> table, Result<ReadingMarks> marks) {
    if (!table) return failure(table.error());
    if (!marks) return failure(marks.error());
    return MarkedTable{std::move(*table), std::move(*marks)};
}

Result<MarkedTable> readingsOf(StudyStore& store, const RatingExchange& exchange) {
    const auto signIn = actingSignIn(store, exchange.person, exchange.passwordFromStdin);
    if (!signIn) return failure(signIn.error());
    const auto seesAll = isCoordinator(store, signIn->person);
    if (!seesAll) return failure(seesAll.error());
    if (*seesAll) {
        const auto session = store.openCoordinatorSession(*signIn);
        if (!session) return failure(session.error());
        return joined(studyRatings(*session), studyMarks(*session));
    }
    const auto& firstArm = store.study().settings.arms.front().name;
    const auto session =
        store.openReaderSession(*signIn, {exchange.arm.empty() ? firstArm : exchange.arm, exchange.session});
    if (!session) return failure(session.error());
    return joined(ownRatings(*session), ownMarks(*session));
}

/// The readings of a file and the marks of the one beside it; errors carry the path of the one that they are
/// of.
Result<LocatedRatings> parsedFiles(const RatingExchange& exchange, std::string_view text) {
    auto ratings = parseRatings(exchange.format, text);
    if (!ratings) return failure(ratings.error().code, ratings.error().detail, pathFromUtf8(exchange.file));
    if (exchange.marks.empty()) return ratings;
    const auto marks = readFile(pathFromUtf8(exchange.marks));
    if (!marks) return failure(marks.error());
    if (const auto added = addMarks(*ratings, *marks); !added)
        return failure(added.error().code, added.error().detail, pathFromUtf8(exchange.marks));
    return ratings;
}

Result<ImportedCount> importInto(StudyStore& store, const LocatedRatings& ratings,
                                 const RatingExchange& exchange, const std::string& reason) {
    const auto signIn = actingSignIn(store, exchange.person, exchange.passwordFromStdin);
    if (!signIn) return failure(signIn.error());
    auto session = store.openCoordinatorSession(*signIn);
    if (!session) return failure(session.error());
    return vertescore::importRatings(*session, store.study(), ratings, reason);
}

} // namespace

std::vector<std::string> ratingFormatNames() {
    std::vector<std::string> names;
    for (const RatingFormat format : kRatingFormats)
        names.emplace_back(ratingFormatName(format));
    return names;
}

void exportRatings(const RatingExchange& exchange, Console& console) {
    OpenOptions open;
    open.access = StudyAccess::ReadOnly;
    auto store = StudyStore::open(pathFromUtf8(exchange.study), open);
    if (!store) return console.failed(store.error());
    const auto readings = readingsOf(*store, exchange);
    if (!readings) return console.failed(readings.error());
    auto about = aboutStudy(store->study());
    about.marks = readings->marks;
    const auto text = writeRatings(exchange.format, readings->table, about);
    if (const auto written = writeFileAtomically(pathFromUtf8(exchange.file), text); !written)
        return console.failed(written.error());
    console.print("exported " + counted(readings->table.ratings().size(), "reading", "readings"));
    if (!exchange.marks.empty()) {
        const auto marks = marksToCsv(about.marks, about.isSynthetic);
        if (const auto written = writeFileAtomically(pathFromUtf8(exchange.marks), marks); !written)
            return console.failed(written.error());
        console.print("exported the marks of " + counted(about.marks.size(), "reading", "readings"));
    } else if (!about.marks.empty() && exchange.format != RatingFormat::Json) {
        console.note("stretches are marked in " + counted(about.marks.size(), "reading", "readings") +
                     "; --marks FILE writes them");
    }
    console.note(ratingsNotice(about.isSynthetic));
}

void importRatings(const RatingExchange& exchange, Console& console) {
    const auto path = pathFromUtf8(exchange.file);
    const auto text = readFile(path);
    if (!text) return console.failed(text.error());
    const auto ratings = parsedFiles(exchange, *text);
    if (!ratings) return console.failed(ratings.error());
    auto store = StudyStore::open(pathFromUtf8(exchange.study));
    if (!store) return console.failed(store.error());
    const auto reason = "imported from " + toUtf8(path.filename()) + ", SHA-256 " + sha256Hex(*text);
    const auto done = importInto(*store, *ratings, exchange, reason);
    if (!done) {
        const auto& error = done.error();
        const bool isOfFile =
            error.code == ErrorCode::InvalidArgument || error.code == ErrorCode::DuplicateEntry;
        return console.failed({error.code, error.detail, isOfFile ? path : error.path});
    }
    console.print("imported " + counted(ratings->table.ratings().size(), "reading", "readings"));
    if (done->inProgress == 0) return;
    const bool asksAac8 = store->study().settings.asksAac8;
    console.note(counted(done->inProgress, "of them is", "of them are") +
                 " in progress, without a grade in every cell" + (asksAac8 ? " and in AAC-8" : "") +
                 ": not submitted, and not in reports until that is done");
}

} // namespace vertescore::cli
