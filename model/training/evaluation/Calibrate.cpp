// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/evaluation/Calibrate.h"

#include "core/tensors/Safetensors.h"
#include "model/Guarded.h"
#include "model/NetworkForInference.h"
#include "model/Predict.h"
#include "model/Resample.h"
#include "model/decode/NamingMetadata.h"
#include "model/training/evaluation/ConditionalLogit.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vertescore {
namespace {

constexpr double kRidge = 0.1; ///< light: hundreds of choices for a dozen weights
constexpr std::size_t kFewestScans = 50;
constexpr std::size_t kBins = 10;

/// A chain that could be named in several ways, and the one that is right.
struct NamedScan {
    SpineChain chain;
    std::vector<Naming> namings;
    std::size_t right = 0;
    ScanTargets truth;
};

std::size_t rightCount(const LevelledVertebrae& found, const ScanTargets& truth) {
    std::size_t count = 0;
    for (std::size_t level = 0; level < kLevelCount; ++level)
        count += found.vertebrae[level] && isRightlyNamed(*found.vertebrae[level], level, truth) ? 1 : 0;
    return count;
}

/// Nothing when the chain can be named in one way only, or none fits the truth.
std::optional<NamedScan> namedScan(const Observation& seen, const ScanTargets& truth) {
    NamedScan scan{seen.chain, namingsOf(seen.chain, seen.heatmap), 0, truth};
    std::size_t most = 0;
    for (std::size_t i = 0; i < scan.namings.size(); ++i) {
        const std::size_t count = rightCount(named(scan.chain, scan.namings[i]), truth);
        if (count <= most) continue;
        most = count;
        scan.right = i;
    }
    if (most < 2) return std::nullopt;
    return scan;
}

NamingClues fittedWeights(const std::vector<NamedScan>& scans) {
    std::vector<Choice> choices;
    for (const NamedScan& scan : scans) {
        Choice choice{{}, scan.right};
        for (const Naming& naming : scan.namings)
            choice.alternatives.emplace_back(naming.clues.begin(), naming.clues.end());
        choices.push_back(std::move(choice));
    }
    const std::vector<double> fitted = fitConditionalLogit(choices, kRidge);
    NamingClues weights{};
    std::copy(fitted.begin(), fitted.end(), weights.begin());
    return weights;
}

struct Judged {
    double naming = 0; ///< probability
    double peak = 0;
    bool isRight = false;
};

std::vector<Judged> judged(const std::vector<NamedScan>& scans, const NamingClues& weights,
                           std::size_t& rightNamings) {
    std::vector<Judged> out;
    for (const NamedScan& scan : scans) {
        const std::vector<double> p = namingProbabilities(scan.namings, weights);
        const auto best = static_cast<std::size_t>(std::max_element(p.begin(), p.end()) - p.begin());
        rightNamings += best == scan.right ? 1 : 0;
        const LevelledVertebrae found = named(scan.chain, scan.namings[best]);
        for (std::size_t level = 0; level < kLevelCount; ++level)
            if (const auto& vertebra = found.vertebrae[level])
                out.push_back({p[best], vertebra->confidence, isRightlyNamed(*vertebra, level, scan.truth)});
    }
    return out;
}

std::array<double, 3> fittedCertainty(const std::vector<Judged>& vertebrae) {
    std::vector<Choice> choices;
    for (const Judged& v : vertebrae)
        choices.push_back({{{1.0, logOdds(v.naming), logOdds(v.peak)}, {0, 0, 0}}, v.isRight ? 0U : 1U});
    const std::vector<double> fitted = fitConditionalLogit(choices, kRidge);
    return {fitted[0], fitted[1], fitted[2]};
}

Result<std::vector<NamedScan>> namedScans(const std::filesystem::path& weights, const ScanSource& source,
                                          const CalibrateOptions& options) {
    const auto device = chooseDevice(options.loading.device, options.loading.precision);
    if (!device) return failure(device.error());
    const auto file = SafetensorsFile::read(weights);
    if (!file) return failure(file.error());
    if (options.loading.threads > 0) at::set_num_threads(options.loading.threads);
    const auto network = networkForInference(*file, *device);
    if (!network) return failure(network.error().code, network.error().detail, weights);
    const VerteNetOptions& shape = (*network)->options();
    std::vector<NamedScan> scans;
    const std::uint64_t total = std::min(options.count, source.count().value_or(options.count));
    for (std::uint64_t i = 0; i < total; ++i) {
        if (options.stop.stop_requested()) return failure(ErrorCode::Cancelled);
        const TrainingScan scan = source.scan(i);
        auto added = guarded([&]() -> Result<std::optional<NamedScan>> {
            const FloatPicture picture = resized(scan.picture, shape.inputWidth, shape.inputHeight);
            return namedScan(observe(**network, toInput(picture, false), *device).front(), targetsOf(scan));
        });
        if (!added) return failure(added.error());
        if (*added) scans.push_back(std::move(**added));
        if (options.progress) options.progress(i + 1, total);
    }
    return scans;
}

} // namespace

Reliability::Reliability() {
    for (std::size_t i = 0; i < kBins; ++i)
        m_rows.push_back({static_cast<double>(i) / kBins, static_cast<double>(i + 1) / kBins, 0, 0, 0});
}

void Reliability::add(double confidence, bool isRight) {
    const auto bin = std::min(kBins - 1, static_cast<std::size_t>(std::max(0.0, confidence) * kBins));
    ReliabilityRow& row = m_rows[bin];
    const auto before = static_cast<double>(row.count++);
    row.meanConfidence += (confidence - row.meanConfidence) / (before + 1);
    row.rightShare += ((isRight ? 1.0 : 0.0) - row.rightShare) / (before + 1);
}

double Reliability::calibrationError() const {
    double sum = 0, count = 0;
    for (const ReliabilityRow& row : m_rows) {
        sum += static_cast<double>(row.count) * std::abs(row.meanConfidence - row.rightShare);
        count += static_cast<double>(row.count);
    }
    return count > 0 ? sum / count : 0;
}

bool isRightlyNamed(const DecodedVertebra& vertebra, std::size_t level, const ScanTargets& truth) {
    const auto away = [&](const VertebraTarget& target) {
        return std::hypot(target.centre.x - vertebra.centre.x, target.centre.y - vertebra.centre.y);
    };
    if (!truth[level].isPresent || away(truth[level]) > vertebra.height() / 2) return false;
    return std::all_of(truth.begin(), truth.end(),
                       [&](const VertebraTarget& other) { return away(other) >= away(truth[level]); });
}

Result<Calibration> calibrate(const std::filesystem::path& weights, const ScanSource& source,
                              const CalibrateOptions& options) {
    const auto scans = namedScans(weights, source, options);
    if (!scans) return failure(scans.error());
    if (scans->size() < kFewestScans)
        return failure(ErrorCode::InvalidArgument,
                       "only " + std::to_string(scans->size()) + " scans show a spine that can be named");
    Calibration out;
    out.scans = scans->size();
    out.model.weights = fittedWeights(*scans);
    std::size_t right = 0;
    const std::vector<Judged> vertebrae = judged(*scans, out.model.weights, right);
    out.rightNamings = static_cast<double>(right) / static_cast<double>(scans->size());
    out.vertebrae = vertebrae.size();
    out.model.certainty = fittedCertainty(vertebrae);
    for (const Judged& v : vertebrae)
        out.reliability.add(out.model.probability(v.naming, v.peak), v.isRight);
    return out;
}

Status rewriteNaming(const std::filesystem::path& from, const std::filesystem::path& to,
                     const NamingModel& model) {
    const auto file = SafetensorsFile::read(from);
    if (!file) return failure(file.error());
    std::vector<NamedTensor> tensors;
    for (const auto& [name, view] : file->tensors())
        tensors.push_back({name, view});
    std::map<std::string, std::string> metadata = file->metadata();
    metadata[std::string(kNamingKey)] = toJson(model);
    return writeSafetensors(to, tensors, metadata);
}

} // namespace vertescore
