// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "StopSignal.h"

#include "model/training/Trainer.h"

#include <unistd.h>

#include <cstdio>
#include <memory>

namespace vertescore {
namespace {

constexpr std::uint64_t kValidationSeed = 900001; ///< never a training seed

struct TrainArguments {
    TrainOptions options;
    std::string decoder = "mcfb";
    std::string device = "auto";
    std::string precision = "auto";
    std::string schedule = "cosine";
    std::uint64_t phantomSeed = 1;
};

void printProgress(const TrainProgress& p) {
    const bool isTerminal = isatty(STDERR_FILENO) == 1;
    if (p.validation && p.validation->coordinate.mean)
        std::fprintf(
            stderr,
            "%sstep %lld: mean %.2f px, median %.2f px, all levels right %.1f %%, side right %.1f %%\n",
            isTerminal ? "\r\033[K" : "", static_cast<long long>(p.step), *p.validation->coordinate.mean,
            *p.validation->coordinate.median, 100 * p.validation->allRightRate,
            100 * p.validation->rightSideRate);
    if (!isTerminal) return;
    std::fprintf(stderr, "\r\033[Kstep %lld of %lld  loss %.3f  %.1f images/s  %.0f min left",
                 static_cast<long long>(p.step), static_cast<long long>(p.steps), p.loss, p.imagesPerSecond,
                 p.secondsLeft / 60);
    std::fflush(stderr);
}

int runTraining(TrainArguments& arguments) {
    TrainOptions& options = arguments.options;
    options.network.decoder = *decoderKindFromName(arguments.decoder);
    options.schedule = arguments.schedule == "cosine" ? Schedule::Cosine : Schedule::Exponential;
    options.device = *deviceChoiceFromName(arguments.device);
    options.precision = *precisionChoiceFromName(arguments.precision);
    PhantomOptions phantoms;
    phantoms.seed = arguments.phantomSeed;
    const auto training = makePhantomSource(phantoms);
    phantoms.seed = kValidationSeed;
    const auto validation = makePhantomSource(phantoms);
    const Status status = train(options, {training.get(), validation.get()}, stopOnSignals(), printProgress);
    if (isatty(STDERR_FILENO) == 1) std::fputc('\n', stderr);
    return status ? kExitOk : reportError(status.error());
}

void addTrainingOptions(CLI::App& command, TrainArguments& a) {
    TrainOptions& o = a.options;
    command
        .add_option("--out", o.folder,
                    "Folder for checkpoint, weights and log; a checkpoint there is gone on from")
        ->required();
    command.add_option("--init", o.init, "Weights to begin with")->check(CLI::ExistingFile);
    command.add_option("--height", o.network.inputHeight, "Input height, multiple of 32")
        ->capture_default_str();
    command.add_option("--width", o.network.inputWidth, "Input width, multiple of 32")->capture_default_str();
    command.add_option("--decoder", a.decoder, "mcfb, or a simpler variant")
        ->check(CLI::IsMember({"simple", "drsa", "drca", "mcfb"}))
        ->capture_default_str();
    command.add_option("--steps", o.steps, "Optimizer steps")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command.add_option("--batch", o.batch, "Scans a step")->check(CLI::PositiveNumber)->capture_default_str();
    command.add_option("--learning-rate", o.learningRate, "Highest learning rate")->capture_default_str();
    command.add_option("--warmup", o.warmupSteps, "Steps until the highest learning rate")
        ->capture_default_str();
    command.add_option("--schedule", a.schedule, "cosine, or exponential (x 0.96 an epoch)")
        ->check(CLI::IsMember({"cosine", "exponential"}))
        ->capture_default_str();
    command.add_option("--steps-per-epoch", o.stepsPerEpoch, "For the exponential schedule")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command.add_option("--weight-decay", o.weightDecay, "Decoupled weight decay; 0: plain Adam")
        ->capture_default_str();
    command.add_option("--average-decay", o.averageDecay, "Of the moving average of the weights")
        ->capture_default_str();
    command.add_option("--stochastic-depth", o.stochasticDepth, "Drop rate of the deepest block")
        ->capture_default_str();
}

void addRunningOptions(CLI::App& command, TrainArguments& a) {
    TrainOptions& o = a.options;
    command.add_option("--seed", o.seed, "Of initial weights and augmentation")->capture_default_str();
    command.add_option("--phantom-seed", a.phantomSeed, "Of the phantoms to learn from")
        ->capture_default_str();
    command.add_option("--pool", o.samples.pool, "Scans among which a sample is drawn")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command.add_option("--reuse", o.samples.reuse, "Samples per new scan")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command.add_option("--threads", o.threads, "For arithmetic; 0: all")->capture_default_str();
    command.add_option("--loader-threads", o.loaderThreads, "For making samples")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command.add_option("--max-minutes", o.maxMinutes, "Stop with a checkpoint after this time; 0: never")
        ->capture_default_str();
    command.add_option("--checkpoint-every", o.checkpointEvery, "Steps")->capture_default_str();
    command.add_option("--validate-every", o.validateEvery, "Steps; 0: never")->capture_default_str();
    command.add_option("--validation-count", o.validationCount, "Phantoms of another seed")
        ->capture_default_str();
    command.add_option("--name", o.name, "Of the network, shown with its predictions")->capture_default_str();
    addDeviceOptions(command, a.device, a.precision);
}

} // namespace

void addTrainCommand(CLI::App& program, int& status) {
    CLI::App* command = program.add_subcommand("train", "Train the network on phantoms made while it learns");
    const auto arguments =
        std::make_shared<TrainArguments>(); // shared with the callback, which may be copied
    addTrainingOptions(*command, *arguments);
    addRunningOptions(*command, *arguments);
    command->callback([arguments, &status] { status = runTraining(*arguments); });
}

} // namespace vertescore
