// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/ReadTrainLog.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <limits>
#include <map>
#include <string>

namespace vertescore {
namespace {

using Json = nlohmann::json;

/// What is no whole number, or none of a step, is none at all: it must not be made one.
std::optional<int> stepNumber(const Json& line) {
    const auto found = line.find("step");
    if (found == line.end() || !found->is_number_unsigned()) return std::nullopt;
    const auto number = found->get<std::uint64_t>();
    if (number > static_cast<std::uint64_t>(std::numeric_limits<int>::max())) return std::nullopt;
    return static_cast<int>(number);
}

TrainingStep stepOf(const Json& line, int number) {
    return {number, line.at("loss").get<double>(), line.at("heatmapLoss").get<double>(),
            line.at("centreLoss").get<double>(), line.at("cornerLoss").get<double>()};
}

/// Nothing when no vertebra was found: there is no error to draw then.
std::optional<TrainingCheck> checkOf(const Json& line, int number) {
    if (!line.contains("validation")) return std::nullopt;
    const Json& validation = line.at("validation");
    const Json& error = validation.at("coordinatePx");
    if (!error.at("mean").is_number()) return std::nullopt;
    return TrainingCheck{number, error.at("mean").get<double>(), error.at("median").get<double>(),
                         validation.at("allRightRate").get<double>()};
}

using Lines = std::map<int, std::pair<TrainingStep, std::optional<TrainingCheck>>>;

bool addLine(const std::string& line, Lines& lines) {
    try {
        const Json json = Json::parse(line);
        const auto number = json.is_object() ? stepNumber(json) : std::nullopt;
        if (!number) return false;
        lines[*number] = {stepOf(json, *number), checkOf(json, *number)};
        return true;
    } catch (const Json::exception&) {
        return false;
    }
}

} // namespace

Result<TrainingCurve> readTrainLog(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) return failure(ErrorCode::FileNotFound, {}, path);
    std::ifstream file(path);
    if (!file) return failure(ErrorCode::FileUnreadable, {}, path);
    Lines bySteps;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        const bool isCutOff = file.eof();
        if (addLine(line, bySteps)) continue;
        if (isCutOff) break;
        return failure(ErrorCode::FileMalformed,
                       "line " + std::to_string(number) + " is no step of a training", path);
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
