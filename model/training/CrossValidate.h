// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/Trainer.h"

namespace vertescore {

struct CrossValidationOptions {
    TrainOptions training; ///< the folds' folders are made in its folder: fold-01, fold-02, ...
    int folds = 10;
    std::uint64_t seed = 1;               ///< of the division
    const ScanSource* phantoms = nullptr; ///< mixed into the training of every fold; null: none
    double phantomShare = 0.5;            ///< of them, 0...1
};

struct CrossValidationReport {
    EvaluationReport pooled; ///< every scan once, by the network that never saw its patient; with intervals
    std::vector<EvaluationReport> folds; ///< in order; fewer when it was stopped
};

/// Stratified k-fold cross-validation by patient. A fold that is trained already is only measured, one that
/// was interrupted goes on. Blocks. Errors: those of train and stratifiedFolds, Cancelled before the first
/// fold is done.
Result<CrossValidationReport>
crossValidate(const CrossValidationOptions& options, const ScanSource& source, const std::stop_token& stop,
              const std::function<void(int fold, const TrainProgress&)>& onStep);

} // namespace vertescore
