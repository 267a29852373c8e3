// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decode/Uncertainty.h"

#include <nlohmann/json.hpp>

namespace vertescore {
namespace {

/// Not the ordered kind, which copies what it has, however deep, whenever an object grows.
using Json = nlohmann::json;

bool readWeights(const Json& json, CornerClues& weights) {
    if (!json.is_object() || json.size() != kCornerClues) return false;
    for (std::size_t k = 0; k < kCornerClues; ++k) {
        const auto found = json.find(std::string(cornerClueName(static_cast<CornerClue>(k))));
        if (found == json.end() || !found->is_number()) return false;
        weights[k] = found->get<double>();
    }
    return true;
}

bool readKnots(const Json& json, std::vector<UncertaintyModel::Knot>& knots) {
    if (!json.is_array() || json.empty()) return false;
    for (const Json& pair : json) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number() || !pair[1].is_number())
            return false;
        const UncertaintyModel::Knot knot{pair[0].get<double>(), pair[1].get<double>()};
        const bool isAfter =
            knots.empty() || (knot.score > knots.back().score && knot.radius >= knots.back().radius);
        if (!(knot.radius > 0) || !isAfter) return false;
        knots.push_back(knot);
    }
    return true;
}

} // namespace

std::string toJson(const UncertaintyModel& model) {
    nlohmann::ordered_json weights;
    for (std::size_t k = 0; k < kCornerClues; ++k)
        weights[std::string(cornerClueName(static_cast<CornerClue>(k)))] = model.weights[k];
    auto knots = nlohmann::ordered_json::array();
    for (const UncertaintyModel::Knot& knot : model.knots)
        knots.push_back({knot.score, knot.radius});
    return nlohmann::ordered_json{{"share", kUncertaintyShare}, {"weights", weights}, {"knots", knots}}
        .dump();
}

Result<UncertaintyModel> uncertaintyModelFromJson(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    UncertaintyModel model;
    const bool isWhole = json.is_object() && json.contains("weights") && json.contains("knots") &&
                         json.contains("share") && json["share"] == Json(kUncertaintyShare);
    if (!isWhole || !readWeights(json["weights"], model.weights) || !readKnots(json["knots"], model.knots))
        return failure(ErrorCode::WeightsMalformed, "the uncertainty model in the metadata");
    return model;
}

Result<std::optional<UncertaintyModel>>
uncertaintyModelOf(const std::map<std::string, std::string>& metadata) {
    const auto found = metadata.find(std::string(kUncertaintyKey));
    if (found == metadata.end()) return std::optional<UncertaintyModel>();
    auto model = uncertaintyModelFromJson(found->second);
    if (!model) return failure(model.error());
    return std::optional(std::move(*model));
}

} // namespace vertescore
