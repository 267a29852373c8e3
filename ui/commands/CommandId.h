// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vertescore {

/// Values of QUndoCommand::id(): only commands with the same id are asked to merge.
enum class CommandId : int {
    EditLandmarks = 1,
    EditScores,
};

} // namespace vertescore
