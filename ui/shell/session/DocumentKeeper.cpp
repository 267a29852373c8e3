// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session/DocumentKeeper.h"

#include "core/guides/BuildGuides.h"
#include "ui/documents/LandmarkEdits.h"

namespace vertescore {
namespace {

bool isSameAnswer(const ScoreCell& a, const ScoreCell& b) {
    return a.grade == b.grade && a.notReadable == b.notReadable && a.followsMeasured == b.followsMeasured;
}

DocumentContent contentOf(const std::optional<LandmarkVersion>& version,
                          const std::optional<LandmarkVersion>& prediction, const Reading& reading) {
    DocumentContent content;
    if (version && prediction) {
        content.points = withPrediction(version->landmarks, {prediction->landmarks, *prediction->model});
    } else if (version) {
        content.points.landmarks = version->landmarks;
    }
    // A stale sheet was read with guides that are no longer there: with none, so that each grade shows as
    // stale.
    content.scores =
        scoresReadWith(reading.sheet, reading.isStale ? Guides{} : buildGuides(content.points.landmarks));
    content.scores.stretches = reading.stretches;
    return content;
}

} // namespace

Result<std::unique_ptr<DocumentKeeper>> DocumentKeeper::open(DeskSession& session, const StudyScan& studyScan,
                                                             ReadyScan scan) {
    auto version = session.landmarks(studyScan.id);
    if (!version) return failure(version.error());
    const auto prediction = session.prediction(studyScan.id);
    if (!prediction) return failure(prediction.error());
    Reading reading;
    if (const ReaderSession* reader = session.reader()) {
        auto found = reader->reading(studyScan.id);
        if (!found) return failure(found.error());
        reading = std::move(*found);
    }
    auto document =
        std::make_unique<ScanDocument>(std::move(scan), contentOf(*version, *prediction, reading));
    document->setRules(session.rules());
    return std::unique_ptr<DocumentKeeper>(
        new DocumentKeeper(session, studyScan, std::move(document), std::move(*version), std::move(reading)));
}

DocumentKeeper::DocumentKeeper(DeskSession& session, StudyScan studyScan,
                               std::unique_ptr<ScanDocument> document, std::optional<LandmarkVersion> version,
                               Reading reading)
    : m_session(session), m_studyScan(std::move(studyScan)), m_document(std::move(document)),
      m_version(std::move(version)), m_savedLandmarks(m_document->landmarks()),
      m_savedScores(m_document->content().scores), m_reading(std::move(reading)),
      m_activeTime(m_reading.activeSeconds) {
    applyRights();
    connect(m_document.get(), &ScanDocument::settled, this, &DocumentKeeper::save);
}

bool DocumentKeeper::isLocked() const {
    return m_reading.state == ReadingState::Submitted || m_reading.state == ReadingState::Invalid ||
           m_reading.state == ReadingState::Disputed;
}

void DocumentKeeper::applyRights() {
    const bool isOpen = !isLocked() && !isReadOnly();
    m_document->setEditable(isOpen && m_session.guides() == GuideDisplay::Editable,
                            isOpen && m_session.reader() != nullptr);
}

void DocumentKeeper::save() {
    noteActivity();
    Status status = saveLandmarks();
    if (status) status = saveScores();
    if (!status) {
        m_document->markSaveFailed();
        Q_EMIT saveFailed(status.error());
        return;
    }
    m_document->markSaved();
    Q_EMIT saved();
    if (auto refreshed = refreshReading(); !refreshed) Q_EMIT saveFailed(refreshed.error());
}

Status DocumentKeeper::saveLandmarks() {
    const Landmarks& now = m_document->landmarks();
    if (now == m_savedLandmarks) return {};
    // The network's answer as it came is a prediction; anything a person did to it, other names as well, is
    // theirs.
    const auto& detection = m_document->detection();
    const bool isPrediction =
        detection && !m_document->content().points.isRenamed && detection->landmarks == now;
    auto version = isPrediction ? m_session.savePrediction(m_studyScan.id, *detection)
                                : m_session.saveLandmarks(m_studyScan.id, now);
    if (!version) return failure(version.error());
    m_version = std::move(*version);
    m_savedLandmarks = now;
    return {};
}

Status DocumentKeeper::saveScores() {
    ReaderSession* reader = m_session.reader();
    if (!reader) return {};
    const ScoreContent& now = m_document->content().scores;
    std::vector<SheetEdit> edits;
    for (const Wall wall : kWalls) {
        const auto w = static_cast<std::size_t>(wall);
        if (now.stretches[w] != m_savedScores.stretches[w])
            edits.emplace_back(StretchesEdit{wall, now.stretches[w]});
    }
    for (const CellAddress& cell : kAnswerPlaces) {
        // A grade that was looked at again with other guides is a new event, though its value is the same. A
        // stale one whose wall was measured anew was not looked at: an event would bind it to the guides of
        // now.
        const std::size_t i = indexOf(cell);
        const ScoreCell& answer = now.sheet.at(cell);
        const ScoreCell& saved = m_savedScores.sheet.at(cell);
        const bool isReadAgain = now.readWith[i] != m_savedScores.readWith[i];
        if (!isReadAgain && m_document->isStale(cell) && isSameAnswer(answer, saved)) continue;
        if (isReadAgain || answer != saved) edits.push_back(answerEdit(cell, answer));
    }
    if (edits.empty()) return {};
    const Status status = reader->edit(m_studyScan.id, edits, context());
    if (status) m_savedScores = now;
    return status;
}

Status DocumentKeeper::refreshReading() {
    const ReaderSession* reader = m_session.reader();
    if (reader) {
        auto found = reader->reading(m_studyScan.id);
        if (!found) return failure(found.error());
        m_reading = std::move(*found);
    }
    applyRights();
    Q_EMIT readingChanged();
    return {};
}

ReadingContext DocumentKeeper::context() const {
    ReadingContext context;
    context.guidesShown = m_viewFacts.guidesShown && m_session.guides() != GuideDisplay::None;
    if (m_version && m_session.guides() != GuideDisplay::None) context.landmarks = m_version->id;
    context.window = m_viewFacts.window;
    context.isInverted = m_viewFacts.isInverted;
    context.activeSeconds = m_activeTime.seconds();
    return context;
}

std::optional<ScoreSheet> DocumentKeeper::truth() const {
    const ReaderSession* reader = m_session.reader();
    if (!reader || !reader->arm().isTraining || m_reading.state != ReadingState::Submitted)
        return std::nullopt;
    return reader->truth(m_studyScan.id).value_or(std::nullopt);
}

Status DocumentKeeper::submit() {
    ReaderSession* reader = m_session.reader();
    if (!reader) return failure(ErrorCode::NotAllowed);
    noteActivity();
    const Status status = reader->submit(m_studyScan.id, context());
    return status ? refreshReading() : status;
}

Status DocumentKeeper::reopen(const std::string& reason) {
    ReaderSession* reader = m_session.reader();
    if (!reader) return failure(ErrorCode::NotAllowed);
    const Status status = reader->reopen(m_studyScan.id, reason);
    return status ? refreshReading() : status;
}

Status DocumentKeeper::markInvalid(const std::string& reason) {
    ReaderSession* reader = m_session.reader();
    if (!reader) return failure(ErrorCode::NotAllowed);
    const Status status = reader->markInvalid(m_studyScan.id, reason);
    return status ? refreshReading() : status;
}

} // namespace vertescore
