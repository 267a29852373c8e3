// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/CoordinatorSession.h"

#include "core/store/coordination/ImportReadings_p.h"
#include "core/store/merge/MergeStudies_p.h"
#include "core/store/rows/PersonRows_p.h"
#include "core/store/rows/ReadingRows_p.h"
#include "core/store/rows/ScanRows_p.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace vertescore {

namespace {

void appendRatings(std::vector<WallRating>& ratings, const FoldedReading& reading) {
    if (!reading.fold.submitted() || reading.holder != ReadingHolder::Reader) return;
    for (const auto segment : kSegments) {
        for (const auto wall : kWalls) {
            const auto& cell = reading.fold.submitted()->at(segment, wall);
            ratings.push_back({reading.code, reading.reader, reading.arm, segment, wall, cell.grade,
                               reading.session, cell.notReadable});
        }
    }
}

std::vector<WallRating> submittedRatings(Database& database) {
    std::vector<WallRating> ratings;
    for (const auto& reading : allReadings(database))
        appendRatings(ratings, reading);
    return ratings;
}

bool differ(const Disagreement& cell, int moreThan) {
    if (cell.grades.size() < 2) return false;
    int lowest = 3;
    int highest = 0;
    bool anyUnreadable = false;
    bool anyGraded = false;
    for (const auto& [reader, grade] : cell.grades) {
        anyUnreadable |= !grade;
        anyGraded |= grade.has_value();
        lowest = std::min(lowest, grade.value_or(lowest));
        highest = std::max(highest, grade.value_or(highest));
    }
    return (anyUnreadable && anyGraded) || highest - lowest > moreThan;
}

std::vector<Disagreement> findDisagreements(Database& database, int moreThan) {
    using Key = std::tuple<std::string, std::string, int, Segment, Wall>; // code, arm, session, cell
    std::map<Key, Disagreement> cells;
    for (const auto& reading : allReadings(database)) {
        std::vector<WallRating> ratings;
        appendRatings(ratings, reading);
        for (const auto& rating : ratings) {
            auto& cell =
                cells[{rating.imageId, rating.condition, rating.session, rating.segment, rating.wall}];
            cell = {reading.scan,   rating.imageId, rating.condition,      rating.session,
                    rating.segment, rating.wall,    std::move(cell.grades)};
            cell.grades.emplace_back(rating.reader, rating.grade);
        }
    }
    std::vector<Disagreement> found;
    for (auto& [key, cell] : cells)
        if (differ(cell, moreThan)) found.push_back(std::move(cell));
    return found;
}

/// What is kept under a stand-in, beside the reading that counts.
std::vector<DuplicateReading> findDuplicates(Database& database) {
    using Key = std::tuple<ScanId, std::string, std::string, int>; // scan, reader, arm, session
    std::map<Key, Reading> counted;
    const auto readings = allReadings(database);
    for (const auto& reading : readings)
        if (reading.holder == ReadingHolder::Reader)
            counted[{reading.scan, reading.reader, reading.arm, reading.session}] = reading.fold.reading();
    std::vector<DuplicateReading> found;
    for (const auto& kept : readings)
        if (kept.holder == ReadingHolder::Duplicate)
            found.push_back({kept.scan,
                             kept.code,
                             kept.standsFor,
                             {kept.arm, kept.session},
                             kept.reader,
                             counted[{kept.scan, kept.standsFor, kept.arm, kept.session}],
                             kept.fold.reading()});
    return found;
}

/// Every reader in every arm once, and the further sessions that were begun.
std::vector<ReaderProgress> readProgress(StudyFile& file) {
    std::vector<ReaderProgress> progress;
    for (const auto& person : readPeople(file.database)) {
        if (!person.hasRole(Role::Reader)) continue;
        for (const auto& arm : file.study.settings.arms) {
            for (int session = 1;; ++session) {
                const auto pass = findPass(file.database, person.id, {arm.name, session});
                if (!pass && session > 1) break;
                const auto list = readingWorklist(file, pass.value_or(PassKey{0, person.id, 0, false}));
                progress.push_back({person, arm.name, session, readingProgress(list)});
            }
        }
    }
    return progress;
}

} // namespace

Result<PersonId> CoordinatorSession::addPerson(const NewPerson& person) {
    return attempt(m_file->path, [&] {
        WriteTransaction transaction(m_file->database);
        const auto id = insertPerson(m_file->database, person, m_coordinator.id);
        transaction.commit();
        return id;
    });
}

Status CoordinatorSession::setPassword(PersonId person, const std::string& password) {
    return attempt(m_file->path, [&] {
        WriteTransaction transaction(m_file->database);
        storePassword(m_file->database, person, password, m_coordinator.id);
        transaction.commit();
    });
}

Result<std::vector<StudyScan>> CoordinatorSession::scans() const {
    return attempt(m_file->path, [&] { return readScanRows(*m_file); });
}

Result<StudyScanIdentity> CoordinatorSession::identity(ScanId scan) const {
    return attempt(m_file->path, [&] { return readIdentity(m_file->database, scan); });
}

Result<std::vector<ReaderProgress>> CoordinatorSession::progress() const {
    return attempt(m_file->path, [&] { return readProgress(*m_file); });
}

Result<std::vector<WallRating>> CoordinatorSession::ratings() const {
    return attempt(m_file->path, [&] { return submittedRatings(m_file->database); });
}

Status CoordinatorSession::importReadings(std::span<const ImportedReading> readings,
                                          const std::string& reason) {
    return attempt(m_file->path, [&] {
        WriteTransaction transaction(m_file->database);
        importReadingRows(*m_file, readings, reason, m_coordinator.id);
        transaction.commit();
    });
}

Result<std::vector<Disagreement>> CoordinatorSession::disagreements(int moreThan) const {
    return attempt(m_file->path, [&] { return findDisagreements(m_file->database, moreThan); });
}

Status CoordinatorSession::dispute(ScanId scan, PersonId reader, const ReadingPass& pass,
                                   const std::string& reason) {
    return attempt(m_file->path, [&] {
        if (reason.empty()) refuse(ErrorCode::InvalidArgument, "a reason is needed");
        WriteTransaction transaction(m_file->database);
        const auto key = findPass(m_file->database, reader, pass);
        if (!key || foldReading(m_file->database, *key, scan).reading().state != ReadingState::Submitted)
            refuse(ErrorCode::NotAllowed, "only a submitted reading can be disputed");
        ReadingEvent event;
        event.kind = EventKind::Disputed;
        event.reason = reason;
        appendEvent(m_file->database, *key, scan, m_coordinator.id, event, {});
        transaction.commit();
    });
}

Status CoordinatorSession::openPassEarly(PersonId reader, const ReadingPass& pass,
                                         const std::string& reason) {
    return attempt(m_file->path, [&] {
        if (reason.empty()) refuse(ErrorCode::InvalidArgument, "a reason is needed");
        if (pass.session < 1) refuse(ErrorCode::InvalidArgument, "sessions count from 1");
        WriteTransaction transaction(m_file->database);
        if (!readPerson(m_file->database, reader).hasRole(Role::Reader))
            refuse(ErrorCode::InvalidArgument, "this person is no reader");
        if (findPass(m_file->database, reader, pass)) refuse(ErrorCode::NotAllowed, "it was begun already");
        insertPass(m_file->database, reader, pass, m_coordinator.id, reason);
        transaction.commit();
    });
}

Result<MergeReport> CoordinatorSession::merge(const std::filesystem::path& other) {
    auto source = attempt(other, [&] { return openForMerge(*m_file, other); });
    if (!source) return failure(std::move(source.error()));
    return attempt(m_file->path, [&] { return mergeStudy(*m_file, *source, m_coordinator.id); });
}

Result<std::vector<DuplicateReading>> CoordinatorSession::duplicateReadings() const {
    return attempt(m_file->path, [&] { return findDuplicates(m_file->database); });
}

Result<std::vector<AuditEntry>> CoordinatorSession::auditLog() const {
    return attempt(m_file->path, [&] { return readAudit(m_file->database); });
}

} // namespace vertescore
