// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/TrainLog.h"

#include <nlohmann/json.hpp>

namespace vertescore {

Result<TrainLog> TrainLog::open(const std::filesystem::path& path) {
    std::ofstream file(path, std::ios::app);
    if (!file) return failure(ErrorCode::FileNotWritable, {}, path);
    return TrainLog(std::move(file));
}

void TrainLog::add(const TrainProgress& p) {
    nlohmann::ordered_json line{{"step", p.step},
                                {"loss", p.loss},
                                {"heatmapLoss", p.heatmapLoss},
                                {"centreLoss", p.centreLoss},
                                {"cornerLoss", p.cornerLoss},
                                {"sideLoss", p.sideLoss},
                                {"levelLoss", p.levelLoss},
                                {"gradientNorm", p.gradientNorm},
                                {"learningRate", p.learningRate},
                                {"imagesPerSecond", p.imagesPerSecond}};
    if (p.validation) line["validation"] = nlohmann::ordered_json::parse(toJson(*p.validation));
    m_file << line.dump() << std::endl;
}

} // namespace vertescore
