// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "Sources.h"
#include "StopSignal.h"
#include "TrainingArguments.h"

#include "model/training/scans/Folds.h"

#include <cmath>
#include <memory>

namespace vertescore {
namespace {

constexpr std::uint64_t kValidationSeed = 900001; ///< never a training seed

struct TrainArguments {
    TrainingArguments training;
    SourceArguments sources;
    double validationShare = 0.1; ///< of the bundles' scans, held out
};

/// What is learnt from and what is measured on, with the sources that they are made of.
struct Scans {
    BundleScans bundles;
    std::unique_ptr<ScanSource> phantoms, validationPhantoms, heldOut, rest, mixture;
    TrainSources sources;
};

/// Holds some patients out of the bundles and mixes phantoms into the rest.
Status divide(const TrainArguments& arguments, Scans& scans) {
    const ScanSource* learnt = scans.bundles.source.get();
    if (arguments.validationShare > 0) {
        const int folds = static_cast<int>(std::lround(1 / arguments.validationShare));
        const auto division = stratifiedFolds(foldMembers(*learnt), folds, arguments.training.options.seed);
        if (!division)
            return failure(division.error().code,
                           division.error().detail + "; --validation-share 0 holds none out");
        const FoldSplit split = splitAt(*division, 0);
        scans.heldOut = makeSubset(*learnt, split.inside);
        scans.rest = makeSubset(*learnt, split.outside);
        learnt = scans.rest.get();
        scans.sources.validation = scans.heldOut.get();
    }
    scans.sources.training = learnt;
    if (arguments.sources.phantomShare > 0) {
        scans.mixture = makeMixture(*learnt, *scans.phantoms, arguments.sources.phantomShare);
        scans.sources.training = scans.mixture.get();
    }
    return {};
}

Result<Scans> scansOf(const TrainArguments& arguments) {
    Scans scans;
    scans.phantoms = phantomsOf(arguments.sources);
    PhantomOptions validation;
    validation.seed = kValidationSeed;
    scans.validationPhantoms = makePhantomSource(validation);
    scans.sources = {scans.phantoms.get(), scans.validationPhantoms.get()};
    if (arguments.sources.bundles.empty()) return scans;
    auto bundles = openScans(arguments.sources);
    if (!bundles) return failure(bundles.error());
    scans.bundles = std::move(*bundles);
    if (const Status divided = divide(arguments, scans); !divided) return failure(divided.error());
    return scans;
}

int runTraining(const TrainArguments& arguments) {
    const auto scans = scansOf(arguments);
    if (!scans) return reportError(scans.error());
    const Status status = train(arguments.training.finished(), scans->sources, stopOnSignals(),
                                [](const TrainProgress& progress) { printProgress("", progress); });
    return status ? kExitOk : reportError(status.error());
}

} // namespace

void addTrainCommand(CLI::App& program, int& status) {
    CLI::App* command = program.add_subcommand(
        "train", "Train the network on bundles, on phantoms made while it learns, or on both");
    const auto a = std::make_shared<TrainArguments>(); // shared with the callback, which may be copied
    addTrainingOptions(*command, a->training);
    addBundleOptions(*command, a->sources);
    addPhantomOptions(*command, a->sources);
    addMixtureOption(*command, a->sources);
    TrainOptions& o = a->training.options;
    command->add_option("--validate-every", o.validateEvery, "Steps; 0: never")->capture_default_str();
    command->add_option("--validation-count", o.validationCount, "Scans that are measured on")
        ->capture_default_str();
    command
        ->add_option(
            "--validation-share", a->validationShare,
            "Of the bundles' patients, held out to measure on; 0: none, and phantoms are measured on")
        ->check(CLI::Range(0.0, 0.5))
        ->capture_default_str();
    command->callback([a, &status] { status = runTraining(*a); });
}

} // namespace vertescore
