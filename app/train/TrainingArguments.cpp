// SPDX-License-Identifier: GPL-3.0-or-later
#include "TrainingArguments.h"

#include "Commands.h"

#include <unistd.h>

#include <cstdio>

namespace vertescore {
namespace {

void addLearningOptions(CLI::App& command, TrainingArguments& a) {
    TrainOptions& o = a.options;
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
    command.add_option("--seed", o.seed, "Of initial weights and augmentation")->capture_default_str();
}

void addRunningOptions(CLI::App& command, TrainingArguments& a) {
    TrainOptions& o = a.options;
    command
        .add_option("--out", o.folder,
                    "Folder for checkpoint, weights and log; a checkpoint there is gone on from")
        ->required();
    command.add_option("--init", o.init, "Weights to begin with")->check(CLI::ExistingFile);
    command
        .add_option("--encoder-weights", o.encoderWeights,
                    "State dict of torchvision or timm for the encoder, as safetensors")
        ->check(CLI::ExistingFile);
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
    command.add_option("--name", o.name, "Of the network, shown with its predictions")->capture_default_str();
    addDeviceOptions(command, a.device, a.precision);
}

void printValidation(const EvaluationReport& report, std::int64_t step) {
    if (!report.coordinate.mean) return;
    std::fprintf(stderr,
                 "step %lld: mean %.2f px, median %.2f px, all levels right %.1f %%, side right %.1f %%\n",
                 static_cast<long long>(step), *report.coordinate.mean, *report.coordinate.median,
                 100 * *report.allRightRate, 100 * *report.rightSideRate);
}

} // namespace

TrainOptions TrainingArguments::finished() const {
    TrainOptions out = options;
    out.network = networkOf(options.network, encoder, decoder);
    out.schedule = schedule == "cosine" ? Schedule::Cosine : Schedule::Exponential;
    out.device = *deviceChoiceFromName(device);
    out.precision = *precisionChoiceFromName(precision);
    return out;
}

void addNetworkOptions(CLI::App& command, VerteNetOptions& network, std::string& encoder,
                       std::string& decoder) {
    command
        .add_option("--encoder", encoder, "What reads the picture; GuideNet is resnet34 with decoder simple")
        ->check(CLI::IsMember({"efficientnet_v2_s", "resnet34", "efficientnet_b3"}))
        ->capture_default_str();
    command.add_option("--decoder", decoder, "mcfb, or a simpler variant")
        ->check(CLI::IsMember({"simple", "drsa", "drca", "mcfb"}))
        ->capture_default_str();
    command
        .add_option("--reduction", network.reduction,
                    "r: the attention's low branch sees the map pooled by this")
        ->check(CLI::Range(1, 16))
        ->capture_default_str();
    command.add_option("--window", network.window, "p: attention windows are p x p")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    command.add_flag("--same-padding", network.samePadding, "As timm's tf_ models (EfficientNets only)");
    command.add_flag("--level-head", network.hasLevelHead,
                     "With a head that tells the levels apart; not in the paper");
    command.add_option("--height", network.inputHeight, "Input height, multiple of 32")
        ->capture_default_str();
    command.add_option("--width", network.inputWidth, "Input width, multiple of 32")->capture_default_str();
}

VerteNetOptions networkOf(VerteNetOptions network, const std::string& encoder, const std::string& decoder) {
    network.encoder = *encoderKindFromName(encoder);
    network.decoder = *decoderKindFromName(decoder);
    return network;
}

void addTrainingOptions(CLI::App& command, TrainingArguments& a) {
    addRunningOptions(command, a);
    addNetworkOptions(command, a.options.network, a.encoder, a.decoder);
    addLearningOptions(command, a);
}

void printProgress(const std::string& prefix, const TrainProgress& p) {
    const bool isTerminal = isatty(STDERR_FILENO) == 1;
    if (p.validation != nullptr) {
        if (isTerminal) std::fprintf(stderr, "\r\033[K");
        printValidation(*p.validation, p.step);
    }
    if (!isTerminal) return;
    std::fprintf(stderr, "\r\033[K%sstep %lld of %lld  loss %.3f  %.1f images/s  %.0f min left",
                 prefix.c_str(), static_cast<long long>(p.step), static_cast<long long>(p.steps), p.loss,
                 p.imagesPerSecond, p.secondsLeft / 60);
    if (p.step == p.steps) std::fputc('\n', stderr);
    std::fflush(stderr);
}

} // namespace vertescore
