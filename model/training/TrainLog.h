// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "model/training/Trainer.h"

#include <fstream>

namespace vertescore {

/// JSON Lines, one object a step; appended to, so that a resumed run goes on in the same file. Only figures.
class TrainLog {
public:
    static Result<TrainLog> open(const std::filesystem::path& path);
    void add(const TrainProgress& progress);

private:
    explicit TrainLog(std::ofstream file) : m_file(std::move(file)) {}
    std::ofstream m_file;
};

} // namespace vertescore
