// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "EvaluationTable.h"
#include "Sources.h"
#include "StopSignal.h"
#include "TrainingArguments.h"

#include "model/training/CrossValidate.h"

#include <cstdio>
#include <memory>

namespace vertescore {
namespace {

struct CrossvalArguments {
    TrainingArguments training;
    SourceArguments sources;
    CrossValidationOptions options;
    std::uint64_t phantomCount = 620; ///< divided when there is no bundle; as many as the paper had scans
    bool json = false;
};

void print(const CrossValidationReport& report, bool json) {
    if (!json) {
        for (std::size_t i = 0; i < report.folds.size(); ++i)
            if (const EvaluationReport& fold = report.folds[i]; fold.coordinate.mean)
                std::printf("fold %2zu: %4zu scans, mean %6.2f px, median %6.2f px\n", i + 1, fold.scans,
                            *fold.coordinate.mean, *fold.coordinate.median);
        printTable(report.pooled);
        return;
    }
    std::string folds;
    for (const EvaluationReport& fold : report.folds)
        folds += (folds.empty() ? "" : ",") + toJson(fold);
    std::printf("{\"pooled\":%s,\"folds\":[%s]}\n", toJson(report.pooled).c_str(), folds.c_str());
}

int runCrossValidation(const CrossvalArguments& a) {
    std::unique_ptr<ScanSource> divided;
    if (a.sources.bundles.empty()) {
        PhantomOptions phantoms = a.sources.phantoms;
        phantoms.domain = *phantomDomainFromName(a.sources.domain);
        divided = makePhantomSource(phantoms, a.phantomCount);
    } else {
        auto scans = openScans(a.sources);
        if (!scans) return reportError(scans.error());
        divided = std::move(scans->source);
    }
    CrossValidationOptions options = a.options;
    options.training = a.training.finished();
    PhantomOptions mixed = a.sources.phantoms;
    ++mixed.seed; // others than those that are divided
    const auto phantoms = makePhantomSource(mixed);
    if (a.sources.phantomShare > 0) options.phantoms = phantoms.get();
    options.phantomShare = a.sources.phantomShare;
    const std::stop_token stop = stopOnSignals();
    const auto report = crossValidate(options, *divided, stop, [&](int fold, const TrainProgress& progress) {
        printProgress("fold " + std::to_string(fold + 1) + " of " + std::to_string(options.folds) + ", ",
                      progress);
    });
    if (!report) return reportError(report.error());
    print(*report, a.json);
    return stop.stop_requested() ? kExitFailed : kExitOk;
}

} // namespace

void addCrossvalCommand(CLI::App& program, int& status) {
    CLI::App* command = program.add_subcommand(
        "crossval", "Stratified cross-validation by patient: train and measure once for each fold");
    const auto a = std::make_shared<CrossvalArguments>(); // shared with the callback, which may be copied
    addTrainingOptions(*command, a->training);
    addBundleOptions(*command, a->sources);
    addPhantomOptions(*command, a->sources);
    addMixtureOption(*command, a->sources);
    command->add_option("--phantoms", a->phantomCount, "How many are divided when there is no bundle")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--folds", a->options.folds, "How many")
        ->check(CLI::Range(2, 100))
        ->capture_default_str();
    command->add_option("--fold-seed", a->options.seed, "Of the division")->capture_default_str();
    command->add_flag("--json", a->json, "One JSON object on stdout");
    command->callback([a, &status] { status = runCrossValidation(*a); });
}

} // namespace vertescore
