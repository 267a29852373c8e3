// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/CoordinatorSession.h"

#include "core/store/coordination/Adjudication_p.h"
#include "core/store/coordination/GradedLandmarks_p.h"
#include "core/store/coordination/ImportReadings_p.h"
#include "core/store/coordination/Truths_p.h"
#include "core/store/merge/MergeStudies_p.h"
#include "core/store/rows/LandmarkRows_p.h"
#include "core/store/rows/PersonRows_p.h"
#include "core/store/rows/ReadingRows_p.h"
#include "core/store/rows/ScanRows_p.h"

namespace vertescore {

namespace {

/// Every reader in every arm once, and the further sessions that were begun.
std::vector<ReaderProgress> readProgress(StudyFile& file) {
    std::vector<ReaderProgress> progress;
    for (const auto& person : readPeople(file.database)) {
        if (!person.hasRole(Role::Reader)) continue;
        for (const auto& arm : file.study.settings.arms) {
            for (int session = 1;; ++session) {
                const auto pass = findPass(file.database, person.id, {arm.name, session});
                if (!pass && session > 1) break;
                const auto list =
                    readingWorklist(file, pass.value_or(PassKey{0, person.id, 0, false, arm.isTraining}));
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

Result<std::optional<LandmarkVersion>> CoordinatorSession::landmarks(ScanId scan) const {
    return attempt(m_file->path, [&] { return newestLandmarks(m_file->database, scan, {}); });
}

Result<std::vector<ReaderProgress>> CoordinatorSession::progress() const {
    return attempt(m_file->path, [&] { return readProgress(*m_file); });
}

Result<std::vector<WallRating>> CoordinatorSession::ratings() const {
    return attempt(m_file->path, [&] { return submittedRatings(m_file->database, ReadingHolder::Reader); });
}

Result<std::vector<GradedLandmarks>> CoordinatorSession::gradedLandmarks() const {
    return attempt(m_file->path, [&] { return readGradedLandmarks(*m_file); });
}

Result<ImportedCount> CoordinatorSession::importReadings(std::span<const ImportedReading> readings,
                                                         const std::string& reason) {
    return attempt(m_file->path, [&] {
        WriteTransaction transaction(m_file->database);
        const auto count = importReadingRows(*m_file, readings, reason, m_coordinator.id);
        transaction.commit();
        return count;
    });
}

Result<std::vector<MarkedReading>> CoordinatorSession::markedReadings() const {
    return attempt(m_file->path, [&] { return findMarked(m_file->database); });
}

Result<std::vector<Disagreement>> CoordinatorSession::disagreements(int moreThan) const {
    return attempt(m_file->path, [&] { return findDisagreements(m_file->database, moreThan); });
}

Result<std::vector<SubmittedReading>> CoordinatorSession::submittedReadings(ScanId scan,
                                                                            const ReadingPass& pass) const {
    return attempt(m_file->path, [&] { return findSubmitted(m_file->database, scan, pass); });
}

Status CoordinatorSession::adjudicate(ScanId scan, const ReadingPass& pass, const ScoreSheet& sheet,
                                      const std::string& reason) {
    return attempt(m_file->path, [&] {
        WriteTransaction transaction(m_file->database);
        adjudicateReading(*m_file, scan, pass, sheet, reason, m_coordinator.id);
        transaction.commit();
    });
}

Result<std::vector<Consensus>> CoordinatorSession::consensus() const {
    return attempt(m_file->path, [&] { return readConsensus(m_file->database); });
}

Result<std::vector<WallRating>> CoordinatorSession::consensusRatings() const {
    return attempt(m_file->path,
                   [&] { return submittedRatings(m_file->database, ReadingHolder::Consensus); });
}

Status CoordinatorSession::addHiddenRepeats(std::size_t count) {
    return attempt(m_file->path, [&] {
        WriteTransaction transaction(m_file->database);
        addHiddenRepeatRows(*m_file, count, m_coordinator.id);
        transaction.commit();
    });
}

Result<std::vector<HiddenRepeat>> CoordinatorSession::hiddenRepeats() const {
    return attempt(m_file->path, [&] { return readHiddenRepeats(m_file->database); });
}

Result<bool> CoordinatorSession::hasReadingBegun() const {
    return attempt(m_file->path, [&] { return vertescore::hasReadingBegun(m_file->database); });
}

Status CoordinatorSession::setTruth(ScanId scan, const ScoreSheet& sheet, const std::string& reason) {
    return attempt(m_file->path, [&] {
        WriteTransaction transaction(m_file->database);
        setTruthRow(*m_file, scan, sheet, reason, m_coordinator.id);
        transaction.commit();
    });
}

Status CoordinatorSession::setTruths(const std::map<ScanId, ScoreSheet>& truths, const std::string& reason) {
    return attempt(m_file->path, [&] {
        WriteTransaction transaction(m_file->database);
        for (const auto& [scan, sheet] : truths)
            setTruthRow(*m_file, scan, sheet, reason, m_coordinator.id);
        transaction.commit();
    });
}

Result<std::optional<ScoreSheet>> CoordinatorSession::truth(ScanId scan) const {
    return attempt(m_file->path, [&] { return readTruth(m_file->database, scan); });
}

Result<std::map<ScanId, ScoreSheet>> CoordinatorSession::truths() const {
    return attempt(m_file->path, [&] { return readTruths(m_file->database); });
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
        checkSession(m_file->study.settings, pass.session);
        WriteTransaction transaction(m_file->database);
        if (!readPerson(m_file->database, reader).hasRole(Role::Reader))
            refuse(ErrorCode::InvalidArgument, "this person is no reader");
        if (findPass(m_file->database, reader, pass)) refuse(ErrorCode::NotAllowed, "it was begun already");
        insertPass(m_file->database, reader, pass, m_coordinator.id, reason);
        transaction.commit();
    });
}

Result<MergeReport> CoordinatorSession::merge(const std::filesystem::path& other, const MergeWatch& watch) {
    return mergeFile(*m_file, other, m_coordinator.id, watch);
}

Result<std::vector<MergePreview>>
CoordinatorSession::previewMerge(std::span<const std::filesystem::path> others,
                                 const MergeWatch& watch) const {
    return tryMerges(*m_file, others, m_coordinator.id, watch);
}

Result<std::vector<DuplicateReading>> CoordinatorSession::duplicateReadings() const {
    return attempt(m_file->path, [&] { return findDuplicates(m_file->database); });
}

Result<std::vector<AuditEntry>> CoordinatorSession::auditLog() const {
    return attempt(m_file->path, [&] { return readAudit(m_file->database); });
}

} // namespace vertescore
