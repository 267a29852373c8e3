// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace vertescore {

/// Calls work(0)...work(count - 1), each once, on the calling thread and up to threads - 1 others (0: as many
/// as the processor has). Which thread takes which piece is left to chance: a piece may write only what is
/// its own. Returns when all are done. What the first piece to fail throws is thrown on after those under
/// way; pieces that had not begun are left out.
void inParallel(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

} // namespace vertescore
