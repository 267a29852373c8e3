// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decode/NamingMetadata.h"

#include <nlohmann/json.hpp>

namespace vertescore {

std::string toJson(const NamingModel& model) {
    nlohmann::ordered_json weights;
    for (std::size_t k = 0; k < kNamingClues; ++k)
        weights[std::string(namingClueName(static_cast<NamingClue>(k)))] = model.weights[k];
    return nlohmann::ordered_json{{"weights", weights}, {"certainty", model.certainty}}.dump();
}

Result<NamingModel> namingModelFromJson(std::string_view text) {
    const auto bad = [] { return failure(ErrorCode::WeightsMalformed, "the naming model in the metadata"); };
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("weights") || !json.contains("certainty")) return bad();
    const auto& weights = json["weights"];
    const auto& certainty = json["certainty"];
    NamingModel model;
    if (!weights.is_object() || weights.size() > kNamingClues || !certainty.is_array() ||
        certainty.size() != model.certainty.size())
        return bad();
    for (std::size_t k = 0; k < kNamingClues; ++k) {
        const auto clue = static_cast<NamingClue>(k);
        const auto found = weights.find(std::string(namingClueName(clue)));
        if (found == weights.end() &&
            clue == NamingClue::Levels) { // files from before there was a level head
            model.weights[k] = 0;
            continue;
        }
        if (found == weights.end() || !found->is_number()) return bad();
        model.weights[k] = found->get<double>();
    }
    for (std::size_t k = 0; k < model.certainty.size(); ++k) {
        if (!certainty[k].is_number()) return bad();
        model.certainty[k] = certainty[k].get<double>();
    }
    return model;
}

Result<NamingModel> namingModelOf(const std::map<std::string, std::string>& metadata) {
    const auto found = metadata.find(std::string(kNamingKey));
    if (found == metadata.end()) return NamingModel();
    return namingModelFromJson(found->second);
}

} // namespace vertescore
