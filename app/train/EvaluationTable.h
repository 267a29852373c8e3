// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/evaluation/Evaluate.h"

namespace vertescore {

/// How well promises were kept, on stdout: first what was promised, in the first column's unit. Rows without
/// a promise are left out.
void printReliability(const char* promise, const char* kept, const std::vector<ReliabilityRow>& rows);

/// Table I of paper 000 with what stands beside it, on stdout.
void printTable(const EvaluationReport& report);

} // namespace vertescore
