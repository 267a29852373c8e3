// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/Loss.h"

namespace vertescore {

BatchTargets BatchTargets::to(torch::Device device) const {
    return {heatmap.to(device), weights.to(device),    cells.to(device),
            present.to(device), centre.to(device),     corners.to(device),
            isLeft.to(device),  namedCells.to(device), names.to(device)};
}

BatchTargets batchTargets(const std::vector<HeadTargets>& targets, const std::vector<AnteriorSide>& sides) {
    const auto batch = static_cast<std::int64_t>(targets.size());
    const auto levels = static_cast<std::int64_t>(kLevelCount);
    const std::int64_t height = targets.front().heatmap.height;
    const std::int64_t width = targets.front().heatmap.width;
    BatchTargets out{torch::empty({batch, 1, height, width}),
                     torch::ones({batch, 1, height, width}),
                     torch::zeros({batch, levels, 2}, torch::kLong),
                     torch::zeros({batch, levels}),
                     torch::zeros({batch, levels, 2}),
                     torch::zeros({batch, levels, 8}),
                     torch::zeros({batch}),
                     torch::zeros({batch, static_cast<std::int64_t>(kMostNamedCells), 2}, torch::kLong),
                     torch::full({batch, static_cast<std::int64_t>(kMostNamedCells)}, kNoName, torch::kLong)};
    auto* weights = out.weights.mutable_data_ptr<float>();
    auto* heat = out.heatmap.mutable_data_ptr<float>();
    auto* cells = out.cells.mutable_data_ptr<std::int64_t>();
    auto* present = out.present.mutable_data_ptr<float>();
    auto* centre = out.centre.mutable_data_ptr<float>();
    auto* corners = out.corners.mutable_data_ptr<float>();
    auto* isLeft = out.isLeft.mutable_data_ptr<float>();
    auto* namedCells = out.namedCells.mutable_data_ptr<std::int64_t>();
    auto* names = out.names.mutable_data_ptr<std::int64_t>();
    for (std::size_t b = 0; b < targets.size(); ++b) {
        for (std::size_t i = 0; i < targets[b].names.size(); ++i) {
            const HeadTargets::NamedCell& cell = targets[b].names[i];
            namedCells[2 * i] = cell.x;
            namedCells[2 * i + 1] = cell.y;
            names[i] = static_cast<std::int64_t>(cell.levelClass);
        }
        namedCells += 2 * kMostNamedCells;
        names += kMostNamedCells;
        heat = std::copy(targets[b].heatmap.values.begin(), targets[b].heatmap.values.end(), heat);
        std::copy(targets[b].weights.begin(), targets[b].weights.end(), weights);
        weights += height * width;
        *isLeft++ = sides[b] == AnteriorSide::Left ? 1.0F : 0.0F;
        for (const HeadTargets::Vertebra& vertebra : targets[b].vertebrae) {
            *cells++ = vertebra.x;
            *cells++ = vertebra.y;
            *present++ = vertebra.isPresent ? 1.0F : 0.0F;
            centre = std::copy(vertebra.centre.begin(), vertebra.centre.end(), centre);
            corners = std::copy(vertebra.corners.begin(), vertebra.corners.end(), corners);
        }
    }
    return out;
}

torch::Tensor focalLoss(const torch::Tensor& logits, const torch::Tensor& target,
                        const torch::Tensor& weights) {
    const torch::Tensor z = logits.to(torch::kFloat);
    const torch::Tensor p = torch::sigmoid(z);
    const torch::Tensor isPeak = target.ge(1).to(torch::kFloat);
    const torch::Tensor atPeaks = torch::log_sigmoid(z) * (1 - p).square() * isPeak;
    const torch::Tensor elsewhere = torch::log_sigmoid(-z) * p.square() * (1 - target).pow(4) * (1 - isPeak);
    return -((atPeaks + elsewhere) * weights).sum() / isPeak.sum().clamp_min(1);
}

torch::Tensor presentL1(const torch::Tensor& predicted, const torch::Tensor& target,
                        const torch::Tensor& present) {
    const torch::Tensor difference = (predicted.to(torch::kFloat) - target).abs() * present.unsqueeze(2);
    return difference.sum() / (present.sum() * static_cast<double>(target.size(2))).clamp_min(1);
}

torch::Tensor levelLoss(const torch::Tensor& logits, const torch::Tensor& names) {
    const torch::Tensor sum = torch::cross_entropy_loss(logits.to(torch::kFloat).flatten(0, 1),
                                                        names.flatten(), {}, at::Reduction::Sum, kNoName);
    return sum / names.ne(kNoName).sum().clamp_min(1);
}

Losses lossesOf(VerteNetImpl& network, const VerteNetMaps& maps, const BatchTargets& targets) {
    const CellOffsets offsets = network.offsetsAt(maps.features, targets.cells);
    const torch::Tensor levels = network.levelLogitsAt(maps.features, targets.namedCells);
    return {focalLoss(maps.heatmapLogits, targets.heatmap, targets.weights),
            presentL1(offsets.centre, targets.centre, targets.present),
            presentL1(offsets.corners, targets.corners, targets.present),
            torch::binary_cross_entropy_with_logits(maps.sideLogit.to(torch::kFloat), targets.isLeft),
            levels.defined() ? levelLoss(levels, targets.names)
                             : torch::zeros({}, targets.present.options())};
}

} // namespace vertescore
