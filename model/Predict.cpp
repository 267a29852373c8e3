// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/Predict.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

Heatmap heatmapOf(const torch::Tensor& probabilities) { // [h,w] float on the CPU
    Heatmap map{static_cast<int>(probabilities.size(1)), static_cast<int>(probabilities.size(0)), {}};
    const auto* first = probabilities.const_data_ptr<float>();
    map.values.assign(first, first + probabilities.numel());
    return map;
}

/// Cells of all peaks, [B,most,2]; places without a peak ask for the first cell and are ignored.
torch::Tensor cellsOf(const std::vector<std::vector<Peak>>& peaks) {
    std::size_t most = 1;
    for (const auto& ofPicture : peaks)
        most = std::max(most, ofPicture.size());
    torch::Tensor cells = torch::zeros(
        {static_cast<std::int64_t>(peaks.size()), static_cast<std::int64_t>(most), 2}, torch::kLong);
    auto place = cells.accessor<std::int64_t, 3>();
    for (std::size_t b = 0; b < peaks.size(); ++b)
        for (std::size_t k = 0; k < peaks[b].size(); ++k) {
            place[static_cast<std::int64_t>(b)][static_cast<std::int64_t>(k)][0] = peaks[b][k].x;
            place[static_cast<std::int64_t>(b)][static_cast<std::int64_t>(k)][1] = peaks[b][k].y;
        }
    return cells;
}

constexpr double kSmallestLog = -6.9; ///< of a probability of 0.001: one vote must not outweigh all others

LevelLogs levelLogsOf(const float* logits) { // [kLevelClasses]
    LevelLogs out{};
    const double largest = *std::max_element(logits, logits + out.size());
    double sum = 0;
    for (std::size_t k = 0; k < out.size(); ++k)
        sum += std::exp(static_cast<double>(logits[k]) - largest);
    std::transform(logits, logits + out.size(), out.begin(), [&](float logit) {
        return std::max(static_cast<double>(logit) - largest - std::log(sum), kSmallestLog);
    });
    return out;
}

template <std::size_t Count>
std::array<float, Count> numbersOf(const float* row) {
    std::array<float, Count> out{};
    std::copy(row, row + Count, out.begin());
    return out;
}

torch::Tensor onCpu(const torch::Tensor& tensor) {
    return tensor.to(torch::kCPU, torch::kFloat).contiguous();
}

} // namespace

torch::Tensor toInput(const FloatPicture& picture, bool mirror) {
    torch::Tensor input = torch::empty({1, 1, picture.height, picture.width});
    std::copy(picture.values.begin(), picture.values.end(), input.mutable_data_ptr<float>());
    input.div_(255).sub_(0.5);
    return mirror ? input.flip(3) : input;
}

Observation observationOf(Heatmap heatmap, const std::vector<Peak>& peaks, const HeadReadings& readings) {
    std::vector<DecodedVertebra> candidates;
    for (std::size_t k = 0; k < peaks.size(); ++k) {
        candidates.push_back(decodeVertebra(peaks[k], numbersOf<2>(readings.centres + 2 * k),
                                            numbersOf<8>(readings.corners + 8 * k), heatmap.frame()));
        if (readings.levels) candidates.back().levels = levelLogsOf(readings.levels + kLevelClasses * k);
    }
    return {std::move(heatmap), longestChain(candidates),
            readings.sideLogit > 0 ? AnteriorSide::Left : AnteriorSide::Right};
}

std::vector<Observation> observe(VerteNetImpl& network, const torch::Tensor& pictures, const Device& device,
                                 const std::function<void()>& betweenStages) {
    const torch::InferenceMode inference;
    // A network whose weights are bf16 already computes in it; one with wide weights (in training) is told
    // to.
    const torch::ScalarType stored = network.storedType();
    const AutocastGuard autocast({device.device, device.useBf16 && stored == torch::kFloat});
    const VerteNetMaps maps = network.forward(pictures.to(device.device, stored));
    if (betweenStages) betweenStages();
    const torch::Tensor probabilities = onCpu(torch::sigmoid(maps.heatmapLogits.to(torch::kFloat)));
    std::vector<Heatmap> heatmaps;
    std::vector<std::vector<Peak>> peaks;
    for (std::int64_t b = 0; b < pictures.size(0); ++b) {
        heatmaps.push_back(heatmapOf(probabilities[b][0]));
        peaks.push_back(findPeaks(heatmaps.back()));
    }
    const torch::Tensor cells = cellsOf(peaks).to(device.device);
    const CellOffsets offsets = network.offsetsAt(maps.features, cells);
    torch::Tensor levels = network.levelLogitsAt(maps.features, cells);
    if (levels.defined()) levels = onCpu(levels);
    const torch::Tensor centres = onCpu(offsets.centre);
    const torch::Tensor corners = onCpu(offsets.corners);
    const torch::Tensor sides = onCpu(maps.sideLogit);
    std::vector<Observation> out;
    for (std::size_t b = 0; b < peaks.size(); ++b) {
        const auto row = static_cast<std::int64_t>(b);
        out.push_back(observationOf(
            std::move(heatmaps[b]), peaks[b],
            {centres[row].const_data_ptr<float>(), corners[row].const_data_ptr<float>(),
             levels.defined() ? levels[row].const_data_ptr<float>() : nullptr, sides[row].item<float>()}));
    }
    return out;
}

} // namespace vertescore
