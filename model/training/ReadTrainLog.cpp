// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/ReadTrainLog.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <string>

namespace vertescore {
namespace {

using Json = nlohmann::json;

TrainingStep stepOf(const Json& line) {
    return {line.at("step").get<int>(), line.at("loss").get<double>(), line.at("heatmapLoss").get<double>(),
            line.at("centreLoss").get<double>(), line.at("cornerLoss").get<double>()};
}

/// Nothing when no vertebra was found: there is no error to draw then.
std::optional<TrainingCheck> checkOf(const Json& line) {
    if (!line.contains("validation")) return std::nullopt;
    const Json& validation = line.at("validation");
    const Json& error = validation.at("coordinatePx");
    if (!error.at("mean").is_number()) return std::nullopt;
    return TrainingCheck{line.at("step").get<int>(), error.at("mean").get<double>(),
                         error.at("median").get<double>(), validation.at("allRightRate").get<double>()};
}

} // namespace

Result<TrainingCurve> readTrainLog(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) return failure(ErrorCode::FileNotFound, {}, path);
    std::ifstream file(path);
    if (!file) return failure(ErrorCode::FileUnreadable, {}, path);
    std::map<int, std::pair<TrainingStep, std::optional<TrainingCheck>>> bySteps;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        const bool isCutOff = file.eof();
        try {
            const Json json = Json::parse(line);
            const TrainingStep step = stepOf(json);
            bySteps[step.step] = {step, checkOf(json)};
        } catch (const Json::exception&) {
            if (isCutOff) break;
            return failure(ErrorCode::FileMalformed,
                           "line " + std::to_string(number) + " is no step of a training", path);
        }
    }
    if (bySteps.empty()) return failure(ErrorCode::FileEmpty, {}, path);
    TrainingCurve curve;
    for (const auto& [number, found] : bySteps) {
        curve.steps.push_back(found.first);
        if (found.second) curve.checks.push_back(*found.second);
    }
    return curve;
}

} // namespace vertescore
