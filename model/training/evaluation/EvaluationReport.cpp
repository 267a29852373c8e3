// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/evaluation/Evaluate.h"

#include <nlohmann/json.hpp>

namespace vertescore {
namespace {

using Json = nlohmann::ordered_json;

Json json(const Figure& figure) {
    return figure ? Json(*figure) : Json();
}

Json json(const ErrorFigures& figures) {
    return {{"n", figures.count}, {"mean", json(figures.mean)}, {"median", json(figures.median)}};
}

Json json(const std::map<std::string, ErrorFigures>& parts) {
    Json out = Json::object();
    for (const auto& [name, figures] : parts)
        out[name] = json(figures);
    return out;
}

Json json(const std::vector<ReliabilityRow>& rows) {
    Json out = Json::array();
    for (const ReliabilityRow& row : rows) {
        if (row.count == 0) continue;
        Json object{{"from", row.from},
                    {"to", row.to ? Json(*row.to) : Json()},
                    {"n", row.count},
                    {"promised", row.mean},
                    {"kept", row.share}};
        if (row.interval) object["interval"] = {row.interval->low, row.interval->high};
        out.push_back(std::move(object));
    }
    return out;
}

} // namespace

void forEachFigure(EvaluationReport& r, const std::function<void(const std::string&, Figure&)>& visit) {
    const auto errors = [&visit](const std::string& name, ErrorFigures& figures) {
        visit(name + ".mean", figures.mean);
        visit(name + ".median", figures.median);
    };
    errors("coordinatePx", r.coordinate);
    errors("radialNetworkPx", r.radialNetwork);
    errors("radialSourcePx", r.radialPixel);
    errors("radialMm", r.radialMm);
    const auto parts = [&errors](const std::string& name, std::map<std::string, ErrorFigures>& map) {
        for (auto& [part, figures] : map)
            errors(name + "." + part, figures);
    };
    parts("perLevel", r.perLevel);
    parts("perLevelMm", r.perLevelMm);
    parts("perGroup", r.perGroup);
    parts("perGroupMm", r.perGroupMm);
    visit("foundRate", r.foundRate);
    visit("allFoundRate", r.allFoundRate);
    visit("allRightRate", r.allRightRate);
    visit("wrongLevelRate", r.wrongLevelRate);
    visit("inventedRate", r.inventedRate);
    visit("rightSideRate", r.rightSideRate);
    visit("within2Mm", r.within2Mm);
    visit("within3Mm", r.within3Mm);
    visit("within4Mm", r.within4Mm);
}

std::string toJson(const EvaluationReport& r) {
    Json out{{"scans", r.scans},
             {"vertebrae", r.vertebrae},
             {"coordinatePx", json(r.coordinate)},
             {"radialNetworkPx", json(r.radialNetwork)},
             {"radialSourcePx", json(r.radialPixel)},
             {"radialMm", json(r.radialMm)},
             {"foundRate", json(r.foundRate)},
             {"allFoundRate", json(r.allFoundRate)},
             {"allRightRate", json(r.allRightRate)},
             {"wrongLevelRate", json(r.wrongLevelRate)},
             {"inventedRate", json(r.inventedRate)},
             {"rightSideRate", json(r.rightSideRate)},
             {"within2Mm", json(r.within2Mm)},
             {"within3Mm", json(r.within3Mm)},
             {"within4Mm", json(r.within4Mm)},
             {"perLevel", json(r.perLevel)},
             {"perLevelMm", json(r.perLevelMm)},
             {"perGroup", json(r.perGroup)},
             {"perGroupMm", json(r.perGroupMm)},
             {"confidence", json(r.confidence)},
             {"uncertainty", json(r.uncertainty)}};
    EvaluationReport copy = r;
    forEachFigure(copy, [&out](const std::string& name, Figure& figure) {
        if (figure.interval) out["intervals"][name] = {figure.interval->low, figure.interval->high};
    });
    return out.dump();
}

} // namespace vertescore
