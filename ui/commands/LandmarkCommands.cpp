// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/LandmarkCommands.h"

#include "ui/commands/CommandId.h"
#include "ui/documents/ScanDocument.h"

namespace vertescore {

EditLandmarksCommand::EditLandmarksCommand(ScanDocument& document, const QString& text,
                                           LandmarkContent before, LandmarkContent after,
                                           std::optional<GestureId> gesture)
    : QUndoCommand(text), m_document(document), m_before(std::move(before)), m_after(std::move(after)),
      m_gesture(gesture) {}

int EditLandmarksCommand::id() const {
    return static_cast<int>(CommandId::EditLandmarks);
}

void EditLandmarksCommand::undo() {
    m_document.applyLandmarks(m_before);
}

void EditLandmarksCommand::redo() {
    m_document.applyLandmarks(m_after);
}

bool EditLandmarksCommand::mergeWith(const QUndoCommand* later) {
    const auto* other = static_cast<const EditLandmarksCommand*>(later); // same id(), hence this type
    if (!m_gesture || m_gesture != other->m_gesture) return false;
    m_after = other->m_after;
    setObsolete(m_after == m_before);
    return true;
}

ShiftLevelsCommand::ShiftLevelsCommand(ScanDocument& document, const QString& text, DocumentContent before,
                                       DocumentContent after)
    : QUndoCommand(text), m_document(document), m_before(std::move(before)), m_after(std::move(after)) {}

void ShiftLevelsCommand::undo() {
    m_document.applyContent(m_before);
}

void ShiftLevelsCommand::redo() {
    m_document.applyContent(m_after);
}

} // namespace vertescore
