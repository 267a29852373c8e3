// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/evaluation/Evaluate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

ErrorFigures figuresOf(std::vector<double> errors) {
    ErrorFigures figures{errors.size(), std::nullopt, std::nullopt};
    if (errors.empty()) return figures;
    double sum = 0;
    for (const double error : errors)
        sum += error;
    figures.mean = sum / static_cast<double>(errors.size());
    const auto middle = errors.begin() + static_cast<std::ptrdiff_t>(errors.size() / 2);
    std::nth_element(errors.begin(), middle, errors.end());
    figures.median = *middle;
    if (errors.size() % 2 == 0)
        *figures.median = (*figures.median + *std::max_element(errors.begin(), middle)) / 2;
    return figures;
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool isInPicture(const VertebraLandmarks& vertebra, const ScanGeometry& geometry) {
    const auto centre = vertebra.centre();
    return centre && geometry.contains(*centre);
}

Level nearestLevel(const Landmarks& truth, PixelPoint centre) {
    Level nearest = Level::T12;
    double least = INFINITY;
    for (const Level level : kLevels) {
        const auto other = truth.at(level).centre();
        if (!other || distance(*other, centre) >= least) continue;
        least = distance(*other, centre);
        nearest = level;
    }
    return nearest;
}

nlohmann::ordered_json json(const ErrorFigures& figures) {
    nlohmann::ordered_json out{{"n", figures.count}, {"mean", nullptr}, {"median", nullptr}};
    if (figures.mean) out["mean"] = *figures.mean;
    if (figures.median) out["median"] = *figures.median;
    return out;
}

} // namespace

bool Evaluation::addVertebra(Level level, const Landmarks& truth, const VertebraLandmarks& found,
                             const ScanGeometry& geometry, const std::string& group) {
    double sumMm = 0;
    for (const Corner corner : kCorners) {
        const PixelPoint wanted = *truth.at(level).at(corner).position;
        const PixelPoint got = *found.at(corner).position;
        const NetworkPoint a = geometry.toNetwork(wanted, AnteriorSide::Right);
        const NetworkPoint b = geometry.toNetwork(got, AnteriorSide::Right);
        for (const double error : {std::abs(a.x - b.x), std::abs(a.y - b.y)}) {
            m_coordinate.push_back(error);
            m_perLevel[std::string(levelName(level))].push_back(error);
            m_perGroup[group].push_back(error);
        }
        m_radialNetwork.push_back(std::hypot(a.x - b.x, a.y - b.y));
        m_radialPixel.push_back(distance(wanted, got));
        if (!geometry.spacing) continue;
        const MmPoint p = *geometry.toMm(wanted);
        const MmPoint q = *geometry.toMm(got);
        m_radialMm.push_back(std::hypot(p.x - q.x, p.y - q.y));
        sumMm += m_radialMm.back() / static_cast<double>(kCornerCount);
    }
    if (geometry.spacing) {
        m_counts.within2 += sumMm <= 2 ? 1 : 0;
        m_counts.within3 += sumMm <= 3 ? 1 : 0;
        m_counts.within4 += sumMm <= 4 ? 1 : 0;
    }
    return nearestLevel(truth, *found.centre()) == level;
}

void Evaluation::add(const Landmarks& truth, const Landmarks& found, const ScanGeometry& geometry,
                     const std::string& group) {
    bool hasAll = true;
    bool hasWrong = false;
    bool hasInvented = false;
    for (const Level level : kLevels) {
        const bool isThere = isInPicture(truth.at(level), geometry);
        const bool isFound = found.at(level).isComplete();
        hasInvented = hasInvented || (isFound && !isThere);
        if (!isThere) continue;
        ++m_counts.vertebrae;
        if (geometry.spacing) ++m_counts.withMm;
        hasAll = hasAll && isFound;
        if (!isFound) continue;
        ++m_counts.found;
        hasWrong = !addVertebra(level, truth, found.at(level), geometry, group) || hasWrong;
    }
    ++m_counts.scans;
    m_counts.allFound += hasAll ? 1 : 0;
    m_counts.allRight += hasAll && !hasWrong ? 1 : 0;
    m_counts.wrongLevel += hasWrong ? 1 : 0;
    m_counts.invented += hasInvented ? 1 : 0;
    m_counts.rightSide += truth.anterior == found.anterior ? 1 : 0;
}

EvaluationReport Evaluation::report() const {
    EvaluationReport r;
    r.scans = m_counts.scans;
    r.vertebrae = m_counts.vertebrae;
    r.coordinate = figuresOf(m_coordinate);
    r.radialNetwork = figuresOf(m_radialNetwork);
    r.radialPixel = figuresOf(m_radialPixel);
    r.radialMm = figuresOf(m_radialMm);
    for (const auto& [name, errors] : m_perLevel)
        r.perLevel[name] = figuresOf(errors);
    for (const auto& [name, errors] : m_perGroup)
        r.perGroup[name] = figuresOf(errors);
    r.foundRate = share(m_counts.found, m_counts.vertebrae);
    r.allFoundRate = share(m_counts.allFound, m_counts.scans);
    r.allRightRate = share(m_counts.allRight, m_counts.scans);
    r.wrongLevelRate = share(m_counts.wrongLevel, m_counts.scans);
    r.inventedRate = share(m_counts.invented, m_counts.scans);
    r.rightSideRate = share(m_counts.rightSide, m_counts.scans);
    r.within2Mm = share(m_counts.within2, m_counts.withMm);
    r.within3Mm = share(m_counts.within3, m_counts.withMm);
    r.within4Mm = share(m_counts.within4, m_counts.withMm);
    return r;
}

std::string toJson(const EvaluationReport& r) {
    nlohmann::ordered_json out{{"scans", r.scans},
                               {"vertebrae", r.vertebrae},
                               {"coordinatePx", json(r.coordinate)},
                               {"radialNetworkPx", json(r.radialNetwork)},
                               {"radialSourcePx", json(r.radialPixel)},
                               {"radialMm", json(r.radialMm)},
                               {"foundRate", r.foundRate},
                               {"allFoundRate", r.allFoundRate},
                               {"allRightRate", r.allRightRate},
                               {"wrongLevelRate", r.wrongLevelRate},
                               {"inventedRate", r.inventedRate},
                               {"rightSideRate", r.rightSideRate},
                               {"within2Mm", r.within2Mm},
                               {"within3Mm", r.within3Mm},
                               {"within4Mm", r.within4Mm}};
    for (const auto& [name, figures] : r.perLevel)
        out["perLevel"][name] = json(figures);
    for (const auto& [name, figures] : r.perGroup)
        out["perGroup"][name] = json(figures);
    return out.dump();
}

} // namespace vertescore
