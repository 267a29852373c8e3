// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/evaluation/Evaluate.h"

namespace vertescore {

/// Table I of paper 000 with what stands beside it, on stdout.
void printTable(const EvaluationReport& report);

} // namespace vertescore
