// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/landmarks/Landmarks.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vertescore {

/// Mean and median of one list of errors; nothing when the list is empty.
struct ErrorFigures {
    std::size_t count = 0;
    std::optional<double> mean;
    std::optional<double> median;
};

/// The measures of paper 000, Table I, and what a reader of scans needs beside them. Network pixels are those
/// of the 1024 x 512 frame. Only vertebrae whose true centre lies in the picture count.
struct EvaluationReport {
    std::size_t scans = 0;
    std::size_t vertebrae = 0;  ///< true ones in the picture
    ErrorFigures coordinate;    ///< the paper's: absolute differences of x and of y apart, network pixels
    ErrorFigures radialNetwork; ///< Euclidean, network pixels
    ErrorFigures radialPixel;   ///< Euclidean, source pixels
    ErrorFigures radialMm;      ///< Euclidean, scans with known spacing
    std::map<std::string, ErrorFigures> perLevel; ///< coordinate errors
    std::map<std::string, ErrorFigures> perGroup; ///< coordinate errors
    double foundRate = 0;                         ///< vertebrae reported, of all
    double allFoundRate = 0;                      ///< scans whose every vertebra was reported
    double allRightRate = 0;   ///< scans whose every vertebra was reported nearest to its own level
    double wrongLevelRate = 0; ///< scans with a vertebra that lies nearest to another level
    double inventedRate = 0;   ///< scans with a vertebra reported that is not in the picture
    double rightSideRate = 0;  ///< scans whose anterior side was found right
    double within2Mm = 0, within3Mm = 0,
           within4Mm = 0; ///< vertebrae whose mean corner error is below, of all
};

/// Collects scans one by one. One thread.
class Evaluation {
public:
    void add(const Landmarks& truth, const Landmarks& found, const ScanGeometry& geometry,
             const std::string& group);
    EvaluationReport report() const;

private:
    struct Counts {
        std::size_t scans = 0, vertebrae = 0, withMm = 0, found = 0;
        std::size_t allFound = 0, allRight = 0, wrongLevel = 0, invented = 0, rightSide = 0;
        std::size_t within2 = 0, within3 = 0, within4 = 0;
    };
    /// Adds the errors of one vertebra that was found; returns whether it lies nearest to its own level.
    bool addVertebra(Level level, const Landmarks& truth, const VertebraLandmarks& found,
                     const ScanGeometry& geometry, const std::string& group);

    Counts m_counts;
    std::vector<double> m_coordinate, m_radialNetwork, m_radialPixel, m_radialMm;
    std::map<std::string, std::vector<double>> m_perLevel, m_perGroup;
};

/// One line of JSON.
std::string toJson(const EvaluationReport& report);

} // namespace vertescore
