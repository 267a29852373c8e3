// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/Trainer.h"

#include "core/base/Log.h"
#include "model/Guarded.h"
#include "model/Predict.h"
#include "model/Resample.h"
#include "model/Weights.h"
#include "model/training/Checkpoint.h"
#include "model/training/Loss.h"
#include "model/training/TrainLog.h"

#include <chrono>
#include <cmath>
#include <numbers>

namespace vertescore {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kExponentialDecay = 0.96;
constexpr double kLowestShare = 0.02; ///< of the learning rate, at the end of the cosine
constexpr int kMostBadSteps = 20;     ///< in a row, with gradients that are not finite

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

struct Batch {
    torch::Tensor pictures; ///< [B,1,H,W], -0.5...0.5
    BatchTargets targets;
};

Batch toBatch(const std::vector<TrainingSample>& samples, const Device& device) {
    const int height = samples.front().height;
    const int width = samples.front().width;
    torch::Tensor pictures = torch::empty({static_cast<std::int64_t>(samples.size()), 1, height, width});
    auto* place = pictures.mutable_data_ptr<float>();
    std::vector<HeadTargets> targets;
    std::vector<AnteriorSide> sides;
    for (const TrainingSample& sample : samples) {
        place = std::copy(sample.grey.begin(), sample.grey.end(), place);
        targets.push_back(headTargets(sample.targets, width / kOutputStride, height / kOutputStride));
        sides.push_back(sample.anterior);
    }
    return {pictures.to(device.device), batchTargets(targets, sides).to(device.device)};
}

AdamOptions adamOptions(const TrainOptions& options) {
    AdamOptions adam;
    adam.weightDecay = options.weightDecay;
    adam.averageDecay = options.averageDecay;
    return adam;
}

/// A run from its start or its checkpoint to its end.
class Run {
public:
    Run(const TrainOptions& options, const TrainSources& sources, const Device& device)
        : m_options(options), m_sources(sources), m_device(device),
          m_network(std::make_shared<VerteNetImpl>(options.network, options.stochasticDepth)),
          m_averaged(std::make_shared<VerteNetImpl>(options.network)) {
        m_averaged->eval();
        for (VerteNetImpl* network : {m_network.get(), m_averaged.get()}) {
            useChannelsLast(*network);
            network->to(device.device);
        }
    }

    Status begin();
    Status go(const std::stop_token& stop, const std::function<void(const TrainProgress&)>& onStep);

private:
    std::filesystem::path checkpointPath() const { return m_options.folder / "checkpoint.safetensors"; }
    Status beginFrom(const std::filesystem::path& weights);
    TrainProgress doStep(const std::vector<TrainingSample>& samples);
    EvaluationReport validated();
    Status beginEncoder(const std::filesystem::path& weights);
    Status validate(TrainProgress& progress, EvaluationReport& report);
    Status saveAveraged(const std::string& fileName);
    Status save();

    const TrainOptions& m_options;
    TrainSources m_sources;
    Device m_device;
    std::shared_ptr<VerteNetImpl> m_network;
    std::shared_ptr<VerteNetImpl> m_averaged;
    std::unique_ptr<Optimizer> m_optimizer;
    std::int64_t m_step = 0;
    std::int64_t m_firstStep = 0; ///< of this session
    int m_badSteps = 0;
    Clock::time_point m_start;
    std::string m_metrics; ///< of the newest validation, JSON
    std::optional<double> m_bestScore;
};

Status Run::begin() {
    std::error_code ignored;
    const bool resumes = std::filesystem::exists(checkpointPath(), ignored);
    if (!resumes && !m_options.init.empty())
        if (const Status status = beginFrom(m_options.init); !status) return status;
    if (!resumes && !m_options.encoderWeights.empty())
        if (const Status status = beginEncoder(m_options.encoderWeights); !status) return status;
    m_optimizer = std::make_unique<Optimizer>(*m_network, adamOptions(m_options));
    if (resumes) {
        const auto note = loadCheckpoint(checkpointPath(), *m_network, *m_optimizer);
        if (!note) return failure(note.error());
        m_step = note->step;
        m_bestScore = note->bestScore;
    }
    m_firstStep = m_step;
    return {};
}

Status Run::beginFrom(const std::filesystem::path& weights) {
    const auto file = SafetensorsFile::read(weights);
    if (!file) return failure(file.error());
    const auto before = networkOptionsOf(*file);
    if (!before) return failure(before.error().code, before.error().detail, weights);
    if (const Status status = loadStateGrowing(*file, *m_network); !status)
        return failure(status.error().code, status.error().detail, weights);
    // The same vertebra covers more cells of a larger map.
    m_network->heads()->scaleCornerOffsets(static_cast<double>(m_options.network.inputHeight) /
                                           before->inputHeight);
    return {};
}

Status Run::beginEncoder(const std::filesystem::path& weights) {
    const auto file = SafetensorsFile::read(weights);
    if (!file) return failure(file.error());
    const auto leftOut = loadEncoder(*file, m_options.network.encoder, m_network->encoder());
    if (!leftOut) return failure(leftOut.error().code, leftOut.error().detail, weights);
    std::string names;
    for (const std::string& name : *leftOut)
        names += " " + name;
    logMessage(LogLevel::Note, "the encoder's weights were loaded; of a classifier and left out:" + names);
    return {};
}

TrainProgress Run::doStep(const std::vector<TrainingSample>& samples) {
    const Batch batch = toBatch(samples, m_device);
    torch::manual_seed(m_options.seed + static_cast<std::uint64_t>(m_step) * 7919);
    m_network->train();
    Losses losses;
    torch::Tensor total;
    {
        const AutocastGuard autocast(m_device);
        const VerteNetMaps maps = m_network->forward(batch.pictures);
        losses = lossesOf(*m_network, maps, batch.targets);
        total = losses.total();
    }
    total.backward();
    TrainProgress progress;
    progress.learningRate = learningRateAt(m_options, m_step);
    progress.gradientNorm = m_optimizer->step(progress.learningRate);
    m_badSteps = std::isfinite(progress.gradientNorm) ? 0 : m_badSteps + 1;
    ++m_step;
    progress.step = m_step;
    progress.steps = m_options.steps;
    progress.loss = total.item<double>();
    progress.heatmapLoss = losses.heatmap.item<double>();
    progress.centreLoss = losses.centre.item<double>();
    progress.cornerLoss = losses.corners.item<double>();
    progress.sideLoss = losses.side.item<double>();
    progress.levelLoss = losses.level.item<double>();
    const double perStep = secondsSince(m_start) / static_cast<double>(m_step - m_firstStep);
    progress.imagesPerSecond = static_cast<double>(m_options.batch) / perStep;
    progress.secondsLeft = static_cast<double>(m_options.steps - m_step) * perStep;
    if (m_options.maxMinutes > 0)
        progress.secondsLeft =
            std::min(progress.secondsLeft, m_options.maxMinutes * 60 - secondsSince(m_start));
    return progress;
}

EvaluationReport Run::validated() {
    m_optimizer->copyAverageTo(*m_averaged);
    Evaluation evaluation;
    const std::uint64_t count = std::min(m_options.validationCount,
                                         m_sources.validation->count().value_or(m_options.validationCount));
    for (std::uint64_t i = 0; i < count; ++i) {
        const TrainingScan scan = m_sources.validation->scan(i);
        const FloatPicture picture =
            resized(scan.picture, m_options.network.inputWidth, m_options.network.inputHeight);
        const Observation seen = observe(*m_averaged, toInput(picture, false), m_device).front();
        evaluation.add(scan.truth,
                       toLandmarks(nameLevels(seen.chain, seen.heatmap), scan.geometry, seen.anterior, false),
                       scan.geometry, {scan.group, scan.patient});
    }
    return evaluation.report();
}

Status Run::saveAveraged(const std::string& fileName) {
    m_optimizer->copyAverageTo(*m_averaged);
    const WeightsCard card{m_options.name, m_sources.training->description(), m_metrics, m_step,
                           VERTESCORE_VERSION};
    return saveWeights(m_options.folder / fileName, *m_averaged, card, TensorType::F16);
}

Status Run::save() {
    if (const Status status =
            saveCheckpoint(checkpointPath(), *m_network, *m_optimizer, {m_step, m_bestScore});
        !status)
        return status;
    return saveAveraged("weights.safetensors");
}

Status Run::validate(TrainProgress& progress, EvaluationReport& report) {
    report = validated();
    progress.validation = &report;
    m_metrics = toJson(report);
    const double score = validationScore(report);
    if (m_bestScore && score >= *m_bestScore) return {};
    m_bestScore = score;
    return saveAveraged("best.safetensors");
}

Status Run::go(const std::stop_token& stop, const std::function<void(const TrainProgress&)>& onStep) {
    SampleStreamOptions sampling = m_options.samples;
    sampling.width = m_options.network.inputWidth;
    sampling.height = m_options.network.inputHeight;
    sampling.seed = m_options.seed;
    SampleStream stream(*m_sources.training, sampling);
    BatchLoader loader(stream, static_cast<std::size_t>(m_options.batch), m_options.loaderThreads,
                       static_cast<std::uint64_t>(m_step));
    auto log = TrainLog::open(m_options.folder / "log.jsonl");
    if (!log) return failure(log.error());
    m_start = Clock::now();
    while (m_step < m_options.steps && !stop.stop_requested()) {
        if (m_options.maxMinutes > 0 && secondsSince(m_start) > m_options.maxMinutes * 60) break;
        TrainProgress progress = doStep(loader.next());
        if (m_badSteps >= kMostBadSteps)
            return failure(ErrorCode::ModelFailure, "the loss is no longer finite");
        EvaluationReport report;
        if (m_options.validateEvery > 0 && m_step % m_options.validateEvery == 0) {
            if (const Status status = validate(progress, report); !status) return status;
        }
        log->add(progress);
        if (onStep) onStep(progress);
        if (m_options.checkpointEvery > 0 && m_step % m_options.checkpointEvery == 0)
            if (const Status status = save(); !status) return status;
    }
    return save();
}

} // namespace

double validationScore(const EvaluationReport& report) {
    constexpr double kWrongScanPx = 50;
    const double wrong = 1 - report.allRightRate.value.value_or(0);
    return report.coordinate.mean.value.value_or(kWrongScanPx) + kWrongScanPx * wrong;
}

double learningRateAt(const TrainOptions& o, std::int64_t step) {
    if (step < o.warmupSteps)
        return o.learningRate * static_cast<double>(step + 1) / static_cast<double>(o.warmupSteps);
    if (o.schedule == Schedule::Exponential)
        return o.learningRate * std::pow(kExponentialDecay, static_cast<double>(step / o.stepsPerEpoch));
    const double done = static_cast<double>(step - o.warmupSteps) /
                        static_cast<double>(std::max<std::int64_t>(1, o.steps - o.warmupSteps));
    const double share = (1 + std::cos(std::numbers::pi * std::min(1.0, done))) / 2;
    return o.learningRate * (kLowestShare + (1 - kLowestShare) * share);
}

Status train(const TrainOptions& options, const TrainSources& sources, const std::stop_token& stop,
             const std::function<void(const TrainProgress&)>& onStep) {
    std::error_code error;
    std::filesystem::create_directories(options.folder, error);
    if (error) return failure(ErrorCode::FileNotWritable, error.message(), options.folder);
    const auto device = chooseDevice(options.device, options.precision);
    if (!device) return failure(device.error());
    return guarded([&]() -> Status {
        if (options.threads > 0) at::set_num_threads(options.threads);
        torch::manual_seed(options.seed);
        Run run(options, sources, *device);
        if (const Status status = run.begin(); !status) return status;
        return run.go(stop, onStep);
    });
}

} // namespace vertescore
