// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/evaluation/Calibrate.h"

#include "core/tensors/Safetensors.h"
#include "model/Guarded.h"
#include "model/NetworkForInference.h"
#include "model/Predict.h"
#include "model/Resample.h"
#include "model/decode/NamingMetadata.h"
#include "model/training/evaluation/ConditionalLogit.h"
#include "model/training/evaluation/FitUncertainty.h"
#include "model/training/samples/Stress.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

constexpr double kRidge = 0.1; ///< light: hundreds of choices for a dozen weights
constexpr std::size_t kFewestScans = 50;
constexpr std::uint64_t kStressSeed = 0x7374726573736564; ///< of what is done to every second scan

/// A chain that could be named in several ways.
struct SeenScan {
    SpineChain chain;
    std::vector<Naming> namings;
    std::optional<std::size_t> right; ///< nothing: no way fits the truth
    ScanTargets truth;
    std::vector<PlacedCorner> corners;
    std::size_t number = 0;
    bool isStressed = false;
};

std::size_t rightCount(const LevelledVertebrae& found, const ScanTargets& truth) {
    std::size_t count = 0;
    for (std::size_t level = 0; level < kLevelCount; ++level)
        count += found.vertebrae[level] && isRightlyNamed(*found.vertebrae[level], level, truth) ? 1 : 0;
    return count;
}

std::optional<std::size_t> rightNaming(const SpineChain& chain, const std::vector<Naming>& namings,
                                       const ScanTargets& truth) {
    std::size_t most = 1; // one vertebra alone may fit by chance
    std::optional<std::size_t> right;
    for (std::size_t i = 0; i < namings.size(); ++i) {
        const std::size_t count = rightCount(named(chain, namings[i]), truth);
        if (count <= most) continue;
        most = count;
        right = i;
    }
    return right;
}

std::vector<PlacedCorner> placedCorners(const Observation& seen, const ScanTargets& truth,
                                        const ScanGeometry& geometry) {
    std::vector<PlacedCorner> placed;
    const auto clues = cornerCluesOf(seen.chain, seen.heatmap, seen.anterior);
    for (std::size_t i = 0; i < seen.chain.size(); ++i) {
        if (!seen.chain[i]) continue;
        const auto errors = cornerErrors(*seen.chain[i], truth, geometry);
        for (std::size_t corner = 0; errors && corner < errors->size(); ++corner)
            placed.push_back({clues[i][corner], (*errors)[corner]});
    }
    return placed;
}

SeenScan seenScan(const Observation& seen, const TrainingScan& scan) {
    SeenScan out{seen.chain, namingsOf(seen.chain, seen.heatmap), std::nullopt, targetsOf(scan), {}, 0,
                 false};
    out.right = rightNaming(out.chain, out.namings, out.truth);
    out.corners = placedCorners(seen, out.truth, scan.geometry);
    return out;
}

NamingClues fittedWeights(const std::vector<SeenScan>& scans) {
    std::vector<Choice> choices;
    for (const SeenScan& scan : scans) {
        if (!scan.right) continue;
        Choice choice{{}, *scan.right};
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
    bool isStressed = false;
    std::size_t scan = 0;
};

std::vector<Judged> judged(const std::vector<SeenScan>& scans, const NamingClues& weights,
                           std::size_t& rightNamings) {
    std::vector<Judged> out;
    for (const SeenScan& scan : scans) {
        const std::vector<double> p = namingProbabilities(scan.namings, weights);
        const auto best = static_cast<std::size_t>(std::max_element(p.begin(), p.end()) - p.begin());
        rightNamings += best == scan.right ? 1 : 0;
        const LevelledVertebrae found = named(scan.chain, scan.namings[best]);
        for (std::size_t level = 0; level < kLevelCount; ++level)
            if (const auto& vertebra = found.vertebrae[level])
                out.push_back({p[best], vertebra->confidence, isRightlyNamed(*vertebra, level, scan.truth),
                               scan.isStressed, scan.number});
    }
    return out;
}

std::array<double, 3> fittedCertainty(const std::vector<Judged>& vertebrae) {
    std::vector<Choice> choices;
    for (const Judged& v : vertebrae)
        if (v.isStressed)
            choices.push_back({{{1.0, logOdds(v.naming), logOdds(v.peak)}, {0, 0, 0}}, v.isRight ? 0U : 1U});
    const std::vector<double> fitted = fitConditionalLogit(choices, kRidge);
    return {fitted[0], fitted[1], fitted[2]};
}

UncertaintyModel fittedUncertainty(const std::vector<SeenScan>& scans) {
    std::vector<PlacedCorner> corners;
    for (const SeenScan& scan : scans)
        if (scan.isStressed) corners.insert(corners.end(), scan.corners.begin(), scan.corners.end());
    return fitUncertainty(corners);
}

Result<std::vector<SeenScan>> seenScans(const std::filesystem::path& weights, const ScanSource& source,
                                        const CalibrateOptions& options) {
    const auto device = chooseDevice(options.loading.device, options.loading.precision);
    if (!device) return failure(device.error());
    const auto file = SafetensorsFile::read(weights);
    if (!file) return failure(file.error());
    if (options.loading.threads > 0) at::set_num_threads(options.loading.threads);
    const auto network = networkForInference(*file, *device);
    if (!network) return failure(network.error().code, network.error().detail, weights);
    const VerteNetOptions& shape = (*network)->options();
    std::vector<SeenScan> scans;
    const std::uint64_t total = std::min(options.count, source.count().value_or(options.count));
    for (std::uint64_t i = 0; i < total; ++i) {
        if (options.stop.stop_requested()) return failure(ErrorCode::Cancelled);
        const bool isStressed = i % 2 == 1;
        TrainingScan scan = source.scan(i);
        if (isStressed) scan = stressed(scan, SampleRandom(kStressSeed, i));
        auto seen = guarded([&]() -> Result<SeenScan> {
            const FloatPicture picture = resized(scan.picture, shape.inputWidth, shape.inputHeight);
            return seenScan(observe(**network, toInput(picture, false), *device).front(), scan);
        });
        if (!seen) return failure(seen.error());
        seen->number = static_cast<std::size_t>(i);
        seen->isStressed = isStressed;
        if (!seen->namings.empty()) scans.push_back(std::move(*seen));
        if (options.progress) options.progress(i + 1, total);
    }
    return scans;
}

void fillTables(Calibration& calibration, const std::vector<SeenScan>& scans,
                const std::vector<Judged>& vertebrae) {
    for (const Judged& v : vertebrae)
        (v.isStressed ? calibration.confidence : calibration.plainConfidence)
            .add(calibration.naming.probability(v.naming, v.peak), v.isRight, v.scan);
    for (const SeenScan& scan : scans)
        for (const PlacedCorner& corner : scan.corners) {
            const double radius = calibration.uncertainty.radius(corner.clues);
            (scan.isStressed ? calibration.radius : calibration.plainRadius)
                .add(radius, corner.error <= radius, scan.number);
        }
}

} // namespace

bool isRightlyNamed(const DecodedVertebra& vertebra, std::size_t level, const ScanTargets& truth) {
    const auto away = [&](const VertebraTarget& target) {
        return std::hypot(target.centre.x - vertebra.centre.x, target.centre.y - vertebra.centre.y);
    };
    if (!truth[level].isPresent || away(truth[level]) > vertebra.height() / 2) return false;
    return std::all_of(truth.begin(), truth.end(),
                       [&](const VertebraTarget& other) { return away(other) >= away(truth[level]); });
}

std::optional<std::array<double, 4>> cornerErrors(const DecodedVertebra& vertebra, const ScanTargets& truth,
                                                  const ScanGeometry& geometry) {
    const VertebraTarget* own = nullptr;
    double least = vertebra.height() / 2;
    for (const VertebraTarget& target : truth) {
        const double away =
            std::hypot(target.centre.x - vertebra.centre.x, target.centre.y - vertebra.centre.y);
        if (!target.isPresent || away > least) continue;
        least = away;
        own = &target;
    }
    if (own == nullptr) return std::nullopt;
    const double scaleX = static_cast<double>(geometry.width) / kNetworkWidth;
    const double scaleY = static_cast<double>(geometry.height) / kNetworkHeight;
    std::array<double, 4> errors{};
    for (std::size_t corner = 0; corner < errors.size(); ++corner)
        errors[corner] = std::hypot((vertebra.corners[corner].x - own->corners[corner].x) * scaleX,
                                    (vertebra.corners[corner].y - own->corners[corner].y) * scaleY) /
                         meanScale(geometry);
    return errors;
}

Result<Calibration> calibrate(const std::filesystem::path& weights, const ScanSource& source,
                              const CalibrateOptions& options) {
    const auto scans = seenScans(weights, source, options);
    if (!scans) return failure(scans.error());
    const auto usable = std::count_if(scans->begin(), scans->end(), [](const SeenScan& scan) {
        return scan.isStressed && scan.right.has_value();
    });
    if (usable < static_cast<std::ptrdiff_t>(kFewestScans))
        return failure(ErrorCode::InvalidArgument,
                       "only " + std::to_string(usable) + " stressed scans show a spine that can be named");
    Calibration out;
    out.scans = scans->size();
    out.naming.weights = fittedWeights(*scans);
    std::size_t right = 0;
    const std::vector<Judged> vertebrae = judged(*scans, out.naming.weights, right);
    out.rightNamings = static_cast<double>(right) / static_cast<double>(scans->size());
    out.vertebrae = vertebrae.size();
    out.naming.certainty = fittedCertainty(vertebrae);
    out.uncertainty = fittedUncertainty(*scans);
    fillTables(out, *scans, vertebrae);
    return out;
}

Status rewriteCalibration(const std::filesystem::path& from, const std::filesystem::path& to,
                          const Calibration& calibration) {
    const auto file = SafetensorsFile::read(from);
    if (!file) return failure(file.error());
    std::vector<NamedTensor> tensors;
    for (const auto& [name, view] : file->tensors())
        tensors.push_back({name, view});
    std::map<std::string, std::string> metadata = file->metadata();
    metadata[std::string(kNamingKey)] = toJson(calibration.naming);
    metadata[std::string(kUncertaintyKey)] = toJson(calibration.uncertainty);
    return writeSafetensors(to, tensors, metadata);
}

} // namespace vertescore
