// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/ScoreCommands.h"

#include "ui/commands/CommandId.h"
#include "ui/documents/ScanDocument.h"

namespace vertescore {

EditScoresCommand::EditScoresCommand(ScanDocument& document, const QString& text, ScoreContent before,
                                     ScoreContent after)
    : QUndoCommand(text), m_document(document), m_before(std::move(before)), m_after(std::move(after)) {}

int EditScoresCommand::id() const {
    return static_cast<int>(CommandId::EditScores);
}

void EditScoresCommand::undo() {
    m_document.applyScores(m_before);
}

void EditScoresCommand::redo() {
    m_document.applyScores(m_after);
}

} // namespace vertescore
