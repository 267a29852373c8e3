// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session/DeskSession.h"

namespace vertescore {

Result<DeskSession> DeskSession::open(StudyStore& store, const DeskSignIn& signIn) {
    if (signIn.asReader) {
        auto session = store.openReaderSession(signIn.signIn, signIn.pass);
        if (!session) return failure(session.error());
        return DeskSession(std::move(*session), store);
    }
    auto session = store.openAnnotatorSession(signIn.signIn);
    if (!session) return failure(session.error());
    return DeskSession(std::move(*session), store);
}

const Person& DeskSession::person() const {
    if (const ReaderSession* own = reader()) return own->reader();
    return std::get<AnnotatorSession>(m_session).annotator();
}

GuideDisplay DeskSession::guides() const {
    return reader() ? reader()->arm().guides : GuideDisplay::Editable;
}

Result<WorklistRow> DeskSession::worklistRow(ScanId scan) const {
    return std::visit([scan](const auto& session) { return session.worklistRow(scan); }, m_session);
}

Result<Worklist> DeskSession::worklist() const {
    return std::visit([](const auto& session) { return session.worklist(); }, m_session);
}

Result<StudyScan> DeskSession::scan(ScanId scan) const {
    return std::visit([scan](const auto& session) { return session.scan(scan); }, m_session);
}

Result<std::optional<LandmarkVersion>> DeskSession::landmarks(ScanId scan) const {
    return std::visit([scan](const auto& session) { return session.landmarks(scan); }, m_session);
}

Result<std::optional<LandmarkVersion>> DeskSession::prediction(ScanId scan) const {
    return std::visit([scan](const auto& session) { return session.prediction(scan); }, m_session);
}

Result<LandmarkVersion> DeskSession::saveLandmarks(ScanId scan, const Landmarks& landmarks) {
    return std::visit([&](auto& session) { return session.saveLandmarks(scan, landmarks); }, m_session);
}

Result<LandmarkVersion> DeskSession::savePrediction(ScanId scan, const Detection& detection) {
    return std::visit([&](auto& session) { return session.savePrediction(scan, detection); }, m_session);
}

} // namespace vertescore
