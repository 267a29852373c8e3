// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/DocumentContent.h"
#include "ui/documents/LandmarkChange.h"

#include <QUndoCommand>

namespace vertescore {

class ScanDocument;

/// Replaces the grades and marks of a document by others and back. Each keystroke is a step of its own; a
/// drag along a wall is one.
class EditScoresCommand : public QUndoCommand {
public:
    EditScoresCommand(ScanDocument& document, const QString& text, ScoreContent before, ScoreContent after,
                      std::optional<GestureId> gesture = {});
    int id() const override;
    void undo() override;
    void redo() override;
    bool mergeWith(const QUndoCommand* later) override;

private:
    ScanDocument& m_document; // owns the stack that owns this
    ScoreContent m_before;
    ScoreContent m_after;
    std::optional<GestureId> m_gesture;
};

} // namespace vertescore
