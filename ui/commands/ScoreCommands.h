// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/DocumentContent.h"

#include <QUndoCommand>

namespace vertescore {

class ScanDocument;

/// Replaces the grades of a document by others and back. Each keystroke is a step of its own.
class EditScoresCommand : public QUndoCommand {
public:
    EditScoresCommand(ScanDocument& document, const QString& text, ScoreContent before, ScoreContent after);
    int id() const override;
    void undo() override;
    void redo() override;

private:
    ScanDocument& m_document; // owns the stack that owns this
    ScoreContent m_before;
    ScoreContent m_after;
};

} // namespace vertescore
