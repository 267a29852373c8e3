// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "model/LoadDetector.h"
#include "model/network/VerteNetOptions.h"
#include "model/training/evaluation/Evaluate.h"
#include "model/training/samples/SampleStream.h"

#include <filesystem>
#include <functional>
#include <stop_token>

namespace vertescore {

enum class Schedule { Cosine, Exponential }; ///< Exponential: x 0.96 per epoch (paper 000's option)

struct TrainOptions {
    VerteNetOptions network;
    double stochasticDepth = 0.0;
    SampleStreamOptions samples; ///< width and height are the network's
    std::int64_t steps = 4000;
    std::int64_t batch = 16;
    std::int64_t warmupSteps = 200;
    std::int64_t stepsPerEpoch = 500;
    double learningRate = 1e-3;
    double weightDecay = 0.01;
    double averageDecay = 0.998;
    Schedule schedule = Schedule::Cosine;
    std::uint64_t seed = 1;
    int threads = 0; ///< for arithmetic; 0: as many as the machine has
    int loaderThreads = 1;
    double maxMinutes = 0; ///< 0: no limit
    DeviceChoice device = DeviceChoice::Auto;
    PrecisionChoice precision = PrecisionChoice::Auto;
    std::filesystem::path folder; ///< checkpoint, weights, best (.safetensors) and log.jsonl are written here
    std::filesystem::path
        init; ///< weights to begin with, of any input size, and of the same or a simpler decoder
    std::filesystem::path encoderWeights; ///< state dict of torchvision or timm for the encoder, without init
    std::int64_t checkpointEvery = 250;   ///< steps
    std::int64_t validateEvery = 250;     ///< steps; 0: never
    std::uint64_t validationCount = 64;   ///< scans
    std::string name = "VerteNet";        ///< goes into the weights
};

/// One step, for a progress line.
struct TrainProgress {
    std::int64_t step = 0; ///< done
    std::int64_t steps = 0;
    double loss = 0;
    double heatmapLoss = 0, centreLoss = 0, cornerLoss = 0, sideLoss = 0, levelLoss = 0;
    double gradientNorm = 0;
    double learningRate = 0;
    double imagesPerSecond = 0;
    double secondsLeft = 0;
    const EvaluationReport* validation = nullptr; ///< after a validation
};

struct TrainSources {
    const ScanSource* training = nullptr;
    const ScanSource* validation = nullptr; ///< other scans; needed when validateEvery > 0
};

/// One number of a validation, smaller is better: the mean coordinate error, and 50 px for each scan in which
/// a vertebra is missing or misnamed.
double validationScore(const EvaluationReport& report);

/// The learning rate of a step that is about to be done.
double learningRateAt(const TrainOptions& options, std::int64_t step);

/// Trains until the steps are done, the time is up or a stop is asked for; in each case a checkpoint is
/// written first. A checkpoint in the folder is gone on from: with the same seed, threads and options the
/// result is that of a run without interruption. Weights written are the moving average, in half precision:
/// weights.safetensors the newest, best.safetensors those of the best validation.
/// Blocks. Errors: WeightsMismatch and Malformed (checkpoint, init), DeviceUnavailable, FileNotWritable,
/// DiskFull, OutOfMemory, ModelFailure (also: the loss is no longer finite).
Status train(const TrainOptions& options, const TrainSources& sources, const std::stop_token& stop,
             const std::function<void(const TrainProgress&)>& onStep);

} // namespace vertescore
