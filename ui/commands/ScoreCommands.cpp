// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/ScoreCommands.h"

#include "ui/commands/CommandId.h"
#include "ui/documents/ScanDocument.h"

namespace vertescore {

EditScoresCommand::EditScoresCommand(ScanDocument& document, const QString& text, ScoreContent before,
                                     ScoreContent after, std::optional<GestureId> gesture)
    : QUndoCommand(text), m_document(document), m_before(std::move(before)), m_after(std::move(after)),
      m_gesture(gesture) {}

int EditScoresCommand::id() const {
    return static_cast<int>(CommandId::EditScores);
}

void EditScoresCommand::undo() {
    m_document.applyScores(m_before);
}

void EditScoresCommand::redo() {
    m_document.applyScores(m_after);
}

bool EditScoresCommand::mergeWith(const QUndoCommand* later) {
    const auto* other = static_cast<const EditScoresCommand*>(later); // same id(), hence this type
    if (!m_gesture || m_gesture != other->m_gesture) return false;
    m_after = other->m_after;
    setObsolete(m_after == m_before);
    return true;
}

} // namespace vertescore
