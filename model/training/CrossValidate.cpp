// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/CrossValidate.h"

#include "model/training/evaluation/EvaluateDetector.h"
#include "model/training/scans/Folds.h"

namespace vertescore {
namespace {

std::filesystem::path foldFolder(const std::filesystem::path& folder, int fold) {
    const std::string number = std::to_string(fold + 1);
    return folder / ("fold-" + std::string(number.size() < 2 ? "0" : "") + number);
}

Result<Evaluation> measured(const CrossValidationOptions& options, const std::filesystem::path& folder,
                            const ScanSource& scans, const std::stop_token& stop) {
    const TrainOptions& training = options.training;
    auto detector =
        loadDetector(folder / "weights.safetensors", {training.device, training.precision, training.threads});
    if (!detector) return failure(detector.error());
    EvaluateDetectorOptions evaluating;
    evaluating.count = *scans.count();
    evaluating.stop = stop;
    return evaluateDetector(**detector, scans, evaluating);
}

/// Trains and measures one fold. Cancelled: stopped before it was measured whole.
Result<Evaluation> foldResult(const CrossValidationOptions& options, const ScanSource& source,
                              const FoldSplit& split, int fold, const std::stop_token& stop,
                              const std::function<void(const TrainProgress&)>& onStep) {
    const auto training = makeSubset(source, split.outside);
    const auto testing = makeSubset(source, split.inside);
    std::unique_ptr<ScanSource> mixture;
    if (options.phantoms != nullptr)
        mixture = makeMixture(*training, *options.phantoms, options.phantomShare);
    TrainOptions run = options.training;
    run.folder = foldFolder(options.training.folder, fold);
    run.validateEvery = 0; // the fold is for measuring, not for choosing
    const TrainSources sources{mixture ? mixture.get() : training.get(), nullptr};
    if (const Status trained = train(run, sources, stop, onStep); !trained) return failure(trained.error());
    auto evaluation = measured(options, run.folder, *testing, stop);
    if (evaluation && stop.stop_requested()) return failure(ErrorCode::Cancelled);
    return evaluation;
}

} // namespace

Result<CrossValidationReport>
crossValidate(const CrossValidationOptions& options, const ScanSource& source, const std::stop_token& stop,
              const std::function<void(int fold, const TrainProgress&)>& onStep) {
    const auto folds = stratifiedFolds(foldMembers(source), options.folds, options.seed);
    if (!folds) return failure(folds.error());
    CrossValidationReport report;
    Evaluation pooled;
    for (int fold = 0; fold < options.folds; ++fold) {
        const auto evaluation = foldResult(options, source, splitAt(*folds, fold), fold, stop,
                                           [&](const TrainProgress& progress) {
                                               if (onStep) onStep(fold, progress);
                                           });
        if (!evaluation && evaluation.error().code == ErrorCode::Cancelled && fold > 0) break;
        if (!evaluation) return failure(evaluation.error());
        report.folds.push_back(evaluation->report());
        pooled.add(*evaluation);
    }
    report.pooled = pooled.reportWithIntervals();
    return report;
}

} // namespace vertescore
