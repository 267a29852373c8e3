// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/landmarks/Landmarks.h"
#include "model/training/evaluation/Reliability.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vertescore {

/// A number that may not be there, and how sure it is.
struct Figure {
    std::optional<double> value;
    std::optional<FigureInterval> interval; ///< only when asked for
    explicit operator bool() const { return value.has_value(); }
    double operator*() const { return *value; }
};

/// Mean and median of one list of errors; nothing when the list is empty.
struct ErrorFigures {
    std::size_t count = 0;
    Figure mean;
    Figure median;
};

/// The measures of paper 000, Table I, and what a reader of scans needs beside them. Network pixels are those
/// of the 1024 x 512 frame. Only vertebrae whose true centre lies in the picture, and whose truth is no
/// network's, count. A rate of nothing is nothing.
struct EvaluationReport {
    std::size_t scans = 0;
    std::size_t vertebrae = 0;  ///< true ones in the picture
    ErrorFigures coordinate;    ///< the paper's: absolute differences of x and of y apart, network pixels
    ErrorFigures radialNetwork; ///< Euclidean, network pixels
    ErrorFigures radialPixel;   ///< Euclidean, source pixels
    ErrorFigures radialMm;      ///< Euclidean, scans with known spacing
    std::map<std::string, ErrorFigures> perLevel;   ///< coordinate errors
    std::map<std::string, ErrorFigures> perLevelMm; ///< radial, of scans with known spacing
    std::map<std::string, ErrorFigures> perGroup;
    std::map<std::string, ErrorFigures> perGroupMm;
    Figure foundRate;      ///< vertebrae reported, of all
    Figure allFoundRate;   ///< scans whose every vertebra was reported
    Figure allRightRate;   ///< scans whose every vertebra was reported nearest to its own level
    Figure wrongLevelRate; ///< scans with a vertebra that lies nearest to another level
    Figure inventedRate;   ///< scans with a vertebra reported that is not in the picture
    Figure rightSideRate;  ///< scans whose anterior side was found right
    Figure within2Mm, within3Mm,
        within4Mm; ///< vertebrae whose mean corner error is below, of all with spacing
    std::vector<ReliabilityRow> confidence;  ///< of reported vertebrae: there and rightly named
    std::vector<ReliabilityRow> uncertainty; ///< of the corners of those that lie on a true vertebra, right
                                             ///< name or not: within the radius; see UncertaintyModel
};

/// Every figure of a report with its name ("coordinatePx.mean", "perLevel.L3.median", "foundRate").
void forEachFigure(EvaluationReport& report, const std::function<void(const std::string&, Figure&)>& visit);

/// Where a scan belongs.
struct ScanOrigin {
    std::string group;
    std::string patient; ///< the bootstrap draws patients; empty: a patient of its own
};

/// How well one scan was done, to find those that were done badly.
struct CaseFigures {
    ScanOrigin origin;
    std::size_t vertebrae = 0; ///< true ones in the picture
    std::size_t found = 0;
    std::optional<double> meanCoordinate; ///< the paper's measure, network pixels; nothing found: none
    bool hasWrongLevel = false;
    bool isInvented = false; ///< some vertebra was reported that is not in the picture
    bool isRightSide = false;
};

/// Collects scans one by one. One thread.
class Evaluation {
public:
    void add(const Landmarks& truth, const Landmarks& found, const ScanGeometry& geometry,
             const ScanOrigin& origin);
    /// The scans of another evaluation, after one's own.
    void add(const Evaluation& other);

    EvaluationReport report() const;
    std::vector<CaseFigures> cases() const; ///< in the order in which they were added
    /// With 95 % intervals: percentiles over resamples in which patients are drawn with replacement. Some
    /// seconds for a thousand scans.
    EvaluationReport reportWithIntervals(const IntervalOptions& options = {}) const;

private:
    struct VertebraErrors {
        std::vector<double> coordinate;    ///< 8
        std::vector<double> radialNetwork; ///< 4
        std::vector<double> radialPixel;   ///< 4
        std::vector<double> radialMm;      ///< 4, or none without spacing
        bool isOwnLevel = true;            ///< nearest to its own level
    };
    struct Promise {
        double size = 0;
        bool isKept = false;
    };
    struct ScanErrors {
        ScanOrigin origin;
        bool hasSpacing = false;
        bool isInvented = false; ///< some vertebra was reported that is not in the picture
        bool isRightSide = false;
        std::array<bool, kLevelCount> isThere{};
        std::array<std::optional<VertebraErrors>, kLevelCount> found;
        std::vector<Promise> confidences, radii;
    };
    using Sample = std::vector<const ScanErrors*>;
    struct Tally;

    static VertebraErrors errorsOf(Level level, const Landmarks& truth, const VertebraLandmarks& found,
                                   const ScanGeometry& geometry);
    static void addPromises(ScanErrors& scan, const Landmarks& truth, const Landmarks& found,
                            const ScanGeometry& geometry);
    static EvaluationReport reportOf(const Sample& sample);
    std::vector<Sample> patients() const;
    Reliability promises(std::vector<Promise> ScanErrors::*which, Reliability table) const;

    std::vector<ScanErrors> m_scans;
};

/// One line of JSON; intervals, where there are any, in an object of their own.
std::string toJson(const EvaluationReport& report);

} // namespace vertescore
