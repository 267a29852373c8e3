// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/DocumentContent.h"
#include "ui/documents/LandmarkChange.h"

#include <QUndoCommand>

namespace vertescore {

class ScanDocument;

/// Replaces the points of a document by others and back. Holds whole values: 24 points are a kilobyte, and a
/// swap of values cannot go out of step with the document. Commands with the same gesture fold into one.
class EditLandmarksCommand : public QUndoCommand {
public:
    EditLandmarksCommand(ScanDocument& document, const QString& text, LandmarkContent before,
                         LandmarkContent after, std::optional<GestureId> gesture);
    int id() const override;
    void undo() override;
    void redo() override;
    bool mergeWith(const QUndoCommand* later) override;

private:
    ScanDocument& m_document; // owns the stack that owns this
    LandmarkContent m_before;
    LandmarkContent m_after;
    std::optional<GestureId> m_gesture;
};

/// A shift of all labels, with the grades when they are carried along.
class ShiftLevelsCommand : public QUndoCommand {
public:
    ShiftLevelsCommand(ScanDocument& document, const QString& text, DocumentContent before,
                       DocumentContent after);
    void undo() override;
    void redo() override;

private:
    ScanDocument& m_document;
    DocumentContent m_before;
    DocumentContent m_after;
};

} // namespace vertescore
