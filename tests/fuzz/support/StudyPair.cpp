// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/support/StudyPair.h"

#include "core/store/sqlite/AuditLog_p.h"
#include "core/store/sqlite/Statement_p.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>

namespace vertescore::fuzz {
namespace {

namespace fs = std::filesystem;

template <typename Value>
Value sound(Result<Value> result) {
    expect(result.has_value(), "the study that is changed is whole at first");
    return *std::move(result);
}
void sound(const Status& status) {
    expect(status.has_value(), "the study that is changed is whole at first");
}

NewScan scanNumber(int number) {
    NewScan scan;
    scan.path = "/scans/" + std::to_string(number) + ".dcm";
    scan.geometry = {512, 1024, PixelSpacing{0.5, 0.6, SpacingSource::PixelSpacing}};
    scan.bitsStored = 12;
    scan.scannerGroup = "hologicHorizon";
    scan.sopInstanceUid = "1.2.3." + std::to_string(number);
    scan.pixelSha256 = "hash" + std::to_string(number);
    scan.identity = {"ID-" + std::to_string(number), "Doe^Jane", "20200101"};
    return scan;
}

Landmarks spine(PointState state, double x) {
    Landmarks landmarks;
    double y = 50;
    for (auto& vertebra : landmarks.vertebrae) {
        vertebra.at(Corner::SuperiorAnterior) = {PixelPoint{x, y}, state};
        vertebra.at(Corner::SuperiorPosterior) = {PixelPoint{x - 40, y}, state};
        vertebra.at(Corner::InferiorAnterior) = {PixelPoint{x, y + 30}, state};
        vertebra.at(Corner::InferiorPosterior) = {PixelPoint{x - 40, y + 30}, state};
        y += 40;
    }
    return landmarks;
}

ScoreSheet sheetOf(int grade) {
    ScoreSheet sheet;
    for (const Segment segment : kSegments)
        for (const Wall wall : kWalls)
            sheet.at(segment, wall).grade = grade;
    return sheet;
}

PersonId idOf(const StudyStore& store, std::string_view name) {
    for (const Person& person : sound(store.people()))
        if (person.name == name) return person.id;
    expect(false, "everybody is in the study");
    return {};
}

void read(StudyStore& store, std::string_view reader, ScanId scan, int grade) {
    auto session = sound(store.openReaderSession({idOf(store, reader), {}}, {"ivg", 1}));
    const auto landmarks = sound(session.landmarks(scan));
    ReadingContext context;
    if (landmarks) context.landmarks = landmarks->id;
    for (const Segment segment : kSegments)
        for (const Wall wall : kWalls)
            sound(session.setCell(scan, segment, wall, {grade, std::nullopt}, context));
    sound(session.submit(scan, context));
}

std::vector<ScanId> beginStudy(const fs::path& path) {
    StudySettings settings;
    settings.name = "Study";
    settings.arms.push_back({"training", GuideDisplay::None, true});
    auto store = sound(StudyStore::create(path, settings,
                                          {{"Cora", {Role::Coordinator}, std::nullopt, false},
                                           {"R1", {Role::Reader}, std::nullopt, false},
                                           {"R2", {Role::Reader}, std::nullopt, false},
                                           {"Anna", {Role::Annotator}, std::nullopt, false}}));
    auto annotator = sound(store.openAnnotatorSession({idOf(store, "Anna"), {}}));
    std::vector<ScanId> scans;
    for (int number = 1; number <= 2; ++number)
        scans.push_back(sound(annotator.addScan(scanNumber(number))).id);
    sound(annotator.savePrediction(
        scans[0], {spine(PointState::Predicted, 100), {"VerteNet", std::string(64, 'a'), "cpu", "fp32"}}));
    read(store, "R1", scans[0], 1);
    return scans;
}

/// What is done on the copy alone, and has to come over in a merge.
void workOnCopy(const fs::path& path, const std::vector<ScanId>& scans) {
    auto store = sound(StudyStore::open(path));
    auto annotator = sound(store.openAnnotatorSession({idOf(store, "Anna"), {}}));
    sound(annotator.saveLandmarks(scans[0], spine(PointState::Edited, 101)));
    sound(annotator.addScan(scanNumber(3)));
    read(store, "R2", scans[0], 3);
    auto coordinator = sound(store.openCoordinatorSession({idOf(store, "Cora"), {}}));
    sound(coordinator.addPerson({"R3", {Role::Reader}, std::nullopt, false}));
    sound(coordinator.adjudicate(scans[0], {"ivg", 1}, sheetOf(2), "seen together"));
    sound(coordinator.setTruth(scans[1], sheetOf(0), "known"));
    read(store, "R3", scans[1], 2);
}

void copyStudy(const fs::path& from, const fs::path& to) {
    for (const char* ending : {"", "-wal", "-shm", "-journal"})
        fs::remove(fs::path(to) += ending);
    fs::copy_file(from, to);
}

std::vector<std::string> names(SQLite::Database& database, const std::string& sql) {
    std::vector<std::string> found;
    SQLite::Statement row(database, sql);
    while (row.executeStep())
        found.push_back(row.getColumn(0).getString());
    return found;
}

void dropGuards(const fs::path& path) {
    SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
    for (const std::string& trigger :
         names(database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
        database.exec("DROP TRIGGER " + trigger);
}

std::uint64_t number(Bytes& bytes, std::size_t count) {
    std::uint64_t value = 0;
    for (; count > 0 && !bytes.empty(); --count) {
        value = value << 8 | static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
    }
    return value;
}

Bytes take(Bytes& bytes, std::size_t count) {
    const Bytes taken = bytes.substr(0, count);
    bytes.remove_prefix(taken.size());
    return taken;
}

/// kind 0: nothing, 1: a whole number, 2: a number of eight bytes, 3: a text, 4: the old text with a piece of
/// it replaced from the place that the first byte tells (in sixteenths of its length).
void changeValue(SQLite::Database& database, const std::string& table, const std::string& column,
                 std::int64_t row, std::uint64_t kind, Bytes value) {
    SQLite::Statement update(database, "UPDATE " + table + " SET " + column + " = ? WHERE id = ?");
    update.bind(2, row);
    if (kind == 0) update.bind(1);
    if (kind == 1) update.bind(1, static_cast<std::int64_t>(number(value, 8)));
    if (kind == 2) update.bind(1, std::bit_cast<double>(number(value, 8)));
    if (kind == 3) update.bind(1, std::string(value));
    if (kind == 4) {
        SQLite::Statement old(database, "SELECT " + column + " FROM " + table + " WHERE id = ?");
        old.bind(1, row);
        if (!old.executeStep()) return;
        std::string text = old.getColumn(0).getString();
        const auto sixteenths = static_cast<std::size_t>(number(value, 1));
        text.replace(std::min(text.size(), text.size() * (sixteenths % 16) / 16 + sixteenths / 16),
                     value.size(), value);
        update.bind(1, text);
    }
    update.exec();
}

void changeRows(SQLite::Database& database, Bytes edits) {
    constexpr std::size_t kMostEdits = 40;
    const auto tables = names(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    for (std::size_t i = 0; i < kMostEdits && !edits.empty(); ++i) {
        const std::string& table = tables[number(edits, 1) % tables.size()];
        const auto columns = names(database, "SELECT name FROM pragma_table_info('" + table + "')");
        const std::string& column = columns[number(edits, 1) % columns.size()];
        const auto row = static_cast<std::int64_t>(number(edits, 1));
        const std::uint64_t kind = number(edits, 1) % 5;
        const Bytes value = take(edits, number(edits, 1));
        try {
            changeValue(database, table, column, row, kind, value);
        } catch (const SQLite::Exception&) { // a kind of value that the column does not take, a number twice
        }
    }
}

/// Hashes of rows and of the chain as the program itself would have written them.
void reseal(SQLite::Database& database) {
    std::map<std::pair<std::string, std::int64_t>, std::int64_t> newest;
    std::vector<AuditLink> links;
    StatementPool statements(database.getHandle());
    Statement row = statements.take(kSelectLinks + " ORDER BY id");
    while (row.executeStep()) {
        readLink(row, 0, links.emplace_back());
        newest[{links.back().table, links.back().row}] = links.back().number;
    }
    std::string previous;
    for (AuditLink& link : links) {
        const bool isLogged =
            std::find(kLoggedTables.begin(), kLoggedTables.end(), link.table) != kLoggedTables.end();
        if (isLogged && newest[{link.table, link.row}] == link.number) {
            Statement logged = statements.take("SELECT * FROM " + link.table + " WHERE id = ?");
            logged.bind(1, link.row);
            if (logged.executeStep()) link.rowSha256 = sha256Hex(RowHasher(logged).digest(logged));
        }
        previous = chainHash(previous, link);
        SQLite::Statement update(database, "UPDATE audit_log SET row_sha256 = ?, hash = ? WHERE id = ?");
        update.bind(1, link.rowSha256);
        update.bind(2, previous);
        update.bind(3, link.number);
        update.exec();
    }
}

} // namespace

StudyPair::StudyPair()
    : m_whole(m_folder.path() / "whole.vertestudy"), m_other(m_folder.path() / "other.vertestudy"),
      m_unguarded(m_folder.path() / "unguarded.vertestudy") {
    const auto scans = beginStudy(m_whole);
    copyStudy(m_whole, m_other);
    workOnCopy(m_other, scans);
    copyStudy(m_other, m_unguarded);
    dropGuards(m_unguarded);
    m_store = std::make_unique<StudyStore>(sound(StudyStore::open(m_whole)));
    m_coordinator = std::make_unique<CoordinatorSession>(
        sound(m_store->openCoordinatorSession({idOf(*m_store, "Cora"), {}})));
}

fs::path StudyPair::copyOf(const fs::path& file) const {
    const fs::path changed = m_folder.path() / "changed.vertestudy";
    copyStudy(file, changed);
    return changed;
}

fs::path StudyPair::patched(Bytes patches) const {
    const fs::path path = copyOf(m_other);
    const auto size = fs::file_size(path);
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    while (!patches.empty()) {
        const std::uint64_t place = number(patches, 3) % size;
        const std::uint64_t length = number(patches, 1);
        if (length == 255) {
            file.close();
            fs::resize_file(path, place);
            break;
        }
        const Bytes bytes = take(patches, length);
        file.seekp(static_cast<std::streamoff>(place));
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    return path;
}

fs::path StudyPair::edited(Bytes edits, bool isResealed) const {
    const fs::path path = copyOf(m_unguarded);
    try {
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;"
                      "PRAGMA ignore_check_constraints = ON; BEGIN");
        changeRows(database, edits);
        if (isResealed) reseal(database);
        database.exec("COMMIT");
    } catch (const SQLite::Exception&) { // two entries of one hash: not sealed then
    }
    return path;
}

void StudyPair::previewMerge(const fs::path& copy) const {
    expect(m_coordinator->previewMerge(std::array{copy}).has_value(),
           "no file keeps the study from being read");
}

} // namespace vertescore::fuzz
