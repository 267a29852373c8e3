// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ReaderSession.h"

#include "core/store/coordination/Truths_p.h"
#include "core/store/rows/LandmarkRows_p.h"
#include "core/store/rows/PersonRows_p.h"
#include "core/store/rows/ReadingRows_p.h"
#include "core/store/rows/ScanRows_p.h"
#include "core/store/sheet/SheetEvents_p.h"

#include <cmath>

namespace vertescore {

namespace {

void checkUnlocked(const ReadingFold& fold) {
    if (fold.isLocked()) refuse(ErrorCode::ReadingLocked);
}

void checkReason(const std::string& reason) {
    if (reason.empty()) refuse(ErrorCode::InvalidArgument, "a reason is needed");
}

void checkContext(const ReadingContext& context) {
    if (!(context.activeSeconds >= 0) || std::isinf(context.activeSeconds))
        refuse(ErrorCode::InvalidArgument, "the active time is no time");
}

/// For what happens to a reading without a look at the scan.
ReadingContext contextAfter(const ReadingFold& fold) {
    ReadingContext context;
    context.activeSeconds = fold.reading().activeSeconds;
    return context;
}

ReadingEvent eventWith(EventKind kind, const std::string& reason, const ReadingContext& context) {
    ReadingEvent event;
    event.kind = kind;
    event.reason = reason;
    event.activeSeconds = context.activeSeconds;
    return event;
}

} // namespace

Result<Worklist> ReaderSession::worklist() const {
    return attempt(m_file->path, [&] { return readingWorklist(*m_file, m_pass); });
}

Result<WorklistRow> ReaderSession::worklistRow(ScanId scan) const {
    return attempt(m_file->path, [&] {
        readScanRow(*m_file, scan);
        return readingWorklist(*m_file, m_pass, scan).front();
    });
}

Result<StudyScan> ReaderSession::scan(ScanId scan) const {
    return attempt(m_file->path, [&] { return readScanRow(*m_file, scan); });
}

Result<std::optional<LandmarkVersion>> ReaderSession::landmarks(ScanId scan) const {
    return attempt(m_file->path, [&]() -> std::optional<LandmarkVersion> {
        if (!m_pass.seesLandmarks) return std::nullopt;
        return newestLandmarks(m_file->database, scan, {m_reader.id});
    });
}

Result<std::optional<LandmarkVersion>> ReaderSession::prediction(ScanId scan) const {
    return attempt(m_file->path, [&]() -> std::optional<LandmarkVersion> {
        if (!m_pass.seesLandmarks) return std::nullopt;
        return newestPrediction(m_file->database, scan, {m_reader.id});
    });
}

Result<LandmarkVersion> ReaderSession::saveLandmarks(ScanId scan, const Landmarks& landmarks) {
    return attempt(m_file->path, [&] {
        if (m_arm.guides != GuideDisplay::Editable)
            refuse(ErrorCode::NotAllowed, "landmarks cannot be changed in this arm");
        WriteTransaction transaction(m_file->database);
        readScanRow(*m_file, scan);
        auto version = saveLandmarkRow(
            m_file->database,
            {scan, landmarks, LandmarkSource::Person, m_reader.id, std::nullopt, {m_reader.id}});
        transaction.commit();
        return version;
    });
}

Result<LandmarkVersion> ReaderSession::savePrediction(ScanId scan, const Detection& detection) {
    return attempt(m_file->path, [&] {
        if (!m_pass.seesLandmarks) refuse(ErrorCode::NotAllowed, "this arm shows no landmarks");
        WriteTransaction transaction(m_file->database);
        readScanRow(*m_file, scan);
        auto version = saveLandmarkRow(
            m_file->database,
            {scan, detection.landmarks, LandmarkSource::Model, m_reader.id, detection.model, {m_reader.id}});
        transaction.commit();
        return version;
    });
}

Result<Reading> ReaderSession::reading(ScanId scan) const {
    return attempt(m_file->path, [&] {
        readScanRow(*m_file, scan);
        return readReading(m_file->database, m_pass, scan);
    });
}

Status ReaderSession::setCell(ScanId scan, Segment segment, Wall wall, const ScoreCell& cell,
                              const ReadingContext& context) {
    const SheetEdit one = CellEdit{segment, wall, cell};
    return edit(scan, {&one, 1}, context);
}

Status ReaderSession::edit(ScanId scan, std::span<const SheetEdit> edits, const ReadingContext& context) {
    return attempt(m_file->path, [&] {
        checkContext(context);
        std::vector<ReadingEvent> events;
        for (const auto& edit : edits)
            events.push_back(eventOf(edit, m_file->study.settings, context));
        WriteTransaction transaction(m_file->database);
        readScanRow(*m_file, scan);
        checkUnlocked(foldReading(m_file->database, m_pass, scan));
        for (const auto& event : events)
            appendEvent(m_file->database, m_pass, scan, m_reader.id, event, context);
        transaction.commit();
    });
}

Status ReaderSession::submit(ScanId scan, const ReadingContext& context) {
    return attempt(m_file->path, [&] {
        checkContext(context);
        WriteTransaction transaction(m_file->database);
        const auto fold = foldReading(m_file->database, m_pass, scan);
        checkUnlocked(fold);
        if (!isAnswered(fold.reading().sheet, m_file->study.settings))
            refuse(ErrorCode::NotAllowed, "a cell is still blank");
        appendEvent(m_file->database, m_pass, scan, m_reader.id, eventWith(EventKind::Submitted, {}, context),
                    context);
        transaction.commit();
    });
}

Status ReaderSession::reopen(ScanId scan, const std::string& reason) {
    return attempt(m_file->path, [&] {
        checkReason(reason);
        WriteTransaction transaction(m_file->database);
        const auto fold = foldReading(m_file->database, m_pass, scan);
        if (!fold.isLocked()) refuse(ErrorCode::NotAllowed, "the reading is open");
        const auto context = contextAfter(fold);
        appendEvent(m_file->database, m_pass, scan, m_reader.id,
                    eventWith(EventKind::Reopened, reason, context), context);
        transaction.commit();
    });
}

Status ReaderSession::markInvalid(ScanId scan, const std::string& reason) {
    return attempt(m_file->path, [&] {
        checkReason(reason);
        WriteTransaction transaction(m_file->database);
        readScanRow(*m_file, scan);
        const auto fold = foldReading(m_file->database, m_pass, scan);
        checkUnlocked(fold);
        const auto context = contextAfter(fold);
        appendEvent(m_file->database, m_pass, scan, m_reader.id,
                    eventWith(EventKind::Invalid, reason, context), context);
        transaction.commit();
    });
}

Result<std::optional<ScoreSheet>> ReaderSession::truth(ScanId scan) const {
    return attempt(m_file->path, [&] {
        if (!m_pass.isTraining) refuse(ErrorCode::NotAllowed, "this arm is no training");
        if (foldReading(m_file->database, m_pass, scan).reading().state != ReadingState::Submitted)
            refuse(ErrorCode::NotAllowed, "the truth shows after submitting");
        return readTruth(m_file->database, scan);
    });
}

Status ReaderSession::setPassword(const std::string& password) {
    return attempt(m_file->path, [&] {
        WriteTransaction transaction(m_file->database);
        storePassword(m_file->database, m_reader.id, password, m_reader.id);
        transaction.commit();
    });
}

} // namespace vertescore
