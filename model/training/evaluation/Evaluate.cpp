// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/evaluation/Evaluate.h"

#include "model/training/evaluation/Calibrate.h"
#include "model/training/samples/SampleRandom.h"
#include "model/training/scans/TrainingScan.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vertescore {
namespace {

using Errors = std::vector<double>;

constexpr double kLowerShare = 0.025; ///< of resamples, left out at each end of a 95 % interval

ErrorFigures figuresOf(Errors errors) {
    ErrorFigures figures;
    figures.count = errors.size();
    if (errors.empty()) return figures;
    figures.mean.value =
        std::accumulate(errors.begin(), errors.end(), 0.0) / static_cast<double>(errors.size());
    const auto middle = errors.begin() + static_cast<std::ptrdiff_t>(errors.size() / 2);
    std::nth_element(errors.begin(), middle, errors.end());
    double median = *middle;
    if (errors.size() % 2 == 0) median = (median + *std::max_element(errors.begin(), middle)) / 2;
    figures.median.value = median;
    return figures;
}

Figure share(std::size_t part, std::size_t whole) {
    if (whole == 0) return {};
    return {static_cast<double>(part) / static_cast<double>(whole), std::nullopt};
}

void append(Errors& to, const Errors& more) {
    to.insert(to.end(), more.begin(), more.end());
}

bool isInPicture(const VertebraLandmarks& vertebra, const ScanGeometry& geometry) {
    const auto centre = vertebra.centre();
    return centre && geometry.contains(*centre);
}

/// True where the truth says whether there is a vertebra, and where.
bool isDecided(const VertebraLandmarks& vertebra) {
    const Teaching teaching = teachingOf(vertebra);
    return teaching == Teaching::Taught || teaching == Teaching::Absent;
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

/// As the network gave it, in its frame, the picture not mirrored.
DecodedVertebra decodedOf(const VertebraLandmarks& vertebra, const ScanGeometry& geometry,
                          AnteriorSide anterior) {
    DecodedVertebra decoded;
    for (const Corner corner : kCorners) {
        const NetworkPoint point = geometry.toNetwork(*vertebra.at(corner).position, AnteriorSide::Right);
        decoded.corners[cornerPlace(corner, anterior)] = point;
        decoded.centre.x += point.x / kCornerCount;
        decoded.centre.y += point.y / kCornerCount;
    }
    return decoded;
}

} // namespace

/// What a sample of scans adds up to.
struct Evaluation::Tally {
    std::size_t vertebrae = 0, withMm = 0, found = 0;
    std::size_t allFound = 0, allRight = 0, wrongLevel = 0, invented = 0, rightSide = 0;
    std::array<std::size_t, 3> within{}; ///< 2, 3 and 4 mm
    Errors coordinate, radialNetwork, radialPixel, radialMm;
    std::map<std::string, Errors> perLevel, perLevelMm, perGroup, perGroupMm;

    void add(const ScanErrors& scan) {
        bool hasAll = true;
        bool hasWrong = false;
        for (const Level level : kLevels) {
            if (!scan.isThere[indexOf(level)]) continue;
            const auto& errors = scan.found[indexOf(level)];
            ++vertebrae;
            withMm += scan.hasSpacing ? 1 : 0;
            hasAll = hasAll && errors;
            if (!errors) continue;
            ++found;
            hasWrong = hasWrong || !errors->isOwnLevel;
            add(*errors, std::string(levelName(level)), scan.origin.group);
        }
        allFound += hasAll ? 1 : 0;
        allRight += hasAll && !hasWrong ? 1 : 0;
        wrongLevel += hasWrong ? 1 : 0;
        invented += scan.isInvented ? 1 : 0;
        rightSide += scan.isRightSide ? 1 : 0;
    }

    void add(const VertebraErrors& errors, const std::string& level, const std::string& group) {
        for (Errors* list : {&coordinate, &perLevel[level], &perGroup[group]})
            append(*list, errors.coordinate);
        append(radialNetwork, errors.radialNetwork);
        append(radialPixel, errors.radialPixel);
        if (errors.radialMm.empty()) return;
        for (Errors* list : {&radialMm, &perLevelMm[level], &perGroupMm[group]})
            append(*list, errors.radialMm);
        const double mean = std::accumulate(errors.radialMm.begin(), errors.radialMm.end(), 0.0) /
                            static_cast<double>(errors.radialMm.size());
        for (std::size_t i = 0; i < within.size(); ++i)
            within[i] += mean <= static_cast<double>(i + 2) ? 1 : 0;
    }
};

Evaluation::VertebraErrors Evaluation::errorsOf(Level level, const Landmarks& truth,
                                                const VertebraLandmarks& found,
                                                const ScanGeometry& geometry) {
    VertebraErrors errors;
    for (const Corner corner : kCorners) {
        const PixelPoint wanted = *truth.at(level).at(corner).position;
        const PixelPoint got = *found.at(corner).position;
        const NetworkPoint a = geometry.toNetwork(wanted, AnteriorSide::Right);
        const NetworkPoint b = geometry.toNetwork(got, AnteriorSide::Right);
        errors.coordinate.push_back(std::abs(a.x - b.x));
        errors.coordinate.push_back(std::abs(a.y - b.y));
        errors.radialNetwork.push_back(std::hypot(a.x - b.x, a.y - b.y));
        errors.radialPixel.push_back(distance(wanted, got));
        if (!geometry.spacing) continue;
        const MmPoint p = *geometry.toMm(wanted);
        const MmPoint q = *geometry.toMm(got);
        errors.radialMm.push_back(std::hypot(p.x - q.x, p.y - q.y));
    }
    errors.isOwnLevel = nearestLevel(truth, *found.centre()) == level;
    return errors;
}

void Evaluation::add(const Landmarks& truth, const Landmarks& found, const ScanGeometry& geometry,
                     const ScanOrigin& origin) {
    ScanErrors scan;
    scan.origin = origin;
    scan.hasSpacing = geometry.spacing.has_value();
    scan.isRightSide = truth.anterior == found.anterior;
    for (const Level level : kLevels) {
        const VertebraLandmarks& wanted = truth.at(level);
        if (!isDecided(wanted)) continue;
        const bool isFound = found.at(level).isComplete();
        scan.isThere[indexOf(level)] = isInPicture(wanted, geometry);
        if (!scan.isThere[indexOf(level)])
            scan.isInvented = scan.isInvented || isFound;
        else if (isFound)
            scan.found[indexOf(level)] = errorsOf(level, truth, found.at(level), geometry);
    }
    addPromises(scan, truth, found, geometry);
    m_scans.push_back(std::move(scan));
}

void Evaluation::addPromises(ScanErrors& scan, const Landmarks& truth, const Landmarks& found,
                             const ScanGeometry& geometry) {
    TrainingScan wanted;
    wanted.geometry = geometry;
    wanted.truth = truth;
    const ScanTargets targets = targetsOf(wanted);
    for (const Level level : kLevels) {
        const VertebraLandmarks& vertebra = found.at(level);
        if (!vertebra.isComplete() || !isDecided(truth.at(level))) continue;
        const DecodedVertebra decoded = decodedOf(vertebra, geometry, found.anterior);
        if (vertebra.confidence)
            scan.confidences.push_back(
                {*vertebra.confidence, isRightlyNamed(decoded, indexOf(level), targets)});
        const auto errors = cornerErrors(decoded, targets, geometry);
        for (const Corner corner : kCorners) {
            if (!errors || !vertebra.at(corner).uncertaintyPx) continue;
            const double radius = *vertebra.at(corner).uncertaintyPx / meanScale(geometry);
            scan.radii.push_back({radius, (*errors)[cornerPlace(corner, found.anterior)] <= radius});
        }
    }
}

void Evaluation::add(const Evaluation& other) {
    m_scans.insert(m_scans.end(), other.m_scans.begin(), other.m_scans.end());
}

EvaluationReport Evaluation::reportOf(const Sample& sample) {
    Tally tally;
    for (const ScanErrors* scan : sample)
        tally.add(*scan);
    EvaluationReport r;
    r.scans = sample.size();
    r.vertebrae = tally.vertebrae;
    r.coordinate = figuresOf(std::move(tally.coordinate));
    r.radialNetwork = figuresOf(std::move(tally.radialNetwork));
    r.radialPixel = figuresOf(std::move(tally.radialPixel));
    r.radialMm = figuresOf(std::move(tally.radialMm));
    const auto fill = [](std::map<std::string, ErrorFigures>& figures, std::map<std::string, Errors>& lists) {
        for (auto& [name, errors] : lists)
            figures[name] = figuresOf(std::move(errors));
    };
    fill(r.perLevel, tally.perLevel);
    fill(r.perLevelMm, tally.perLevelMm);
    fill(r.perGroup, tally.perGroup);
    fill(r.perGroupMm, tally.perGroupMm);
    r.foundRate = share(tally.found, tally.vertebrae);
    r.allFoundRate = share(tally.allFound, r.scans);
    r.allRightRate = share(tally.allRight, r.scans);
    r.wrongLevelRate = share(tally.wrongLevel, r.scans);
    r.inventedRate = share(tally.invented, r.scans);
    r.rightSideRate = share(tally.rightSide, r.scans);
    r.within2Mm = share(tally.within[0], tally.withMm);
    r.within3Mm = share(tally.within[1], tally.withMm);
    r.within4Mm = share(tally.within[2], tally.withMm);
    return r;
}

EvaluationReport Evaluation::report() const {
    Sample all;
    for (const ScanErrors& scan : m_scans)
        all.push_back(&scan);
    EvaluationReport report = reportOf(all);
    report.confidence = promises(&ScanErrors::confidences, Reliability::ofConfidence()).rows();
    report.uncertainty = promises(&ScanErrors::radii, Reliability::ofRadius()).rows();
    return report;
}

Reliability Evaluation::promises(std::vector<Promise> ScanErrors::*which, Reliability table) const {
    const std::vector<Sample> patients = this->patients();
    for (std::size_t patient = 0; patient < patients.size(); ++patient)
        for (const ScanErrors* scan : patients[patient])
            for (const Promise& promise : scan->*which)
                table.add(promise.size, promise.isKept, patient);
    return table;
}

std::vector<CaseFigures> Evaluation::cases() const {
    std::vector<CaseFigures> cases;
    for (const ScanErrors& scan : m_scans) {
        const EvaluationReport one = reportOf({&scan});
        cases.push_back({scan.origin, one.vertebrae, one.coordinate.count / 8, one.coordinate.mean.value,
                         *one.wrongLevelRate > 0, scan.isInvented, scan.isRightSide});
    }
    return cases;
}

std::vector<Evaluation::Sample> Evaluation::patients() const {
    std::vector<Sample> patients;
    std::map<std::string, std::size_t> known;
    for (const ScanErrors& scan : m_scans) {
        const auto [place, isNew] = known.try_emplace(scan.origin.patient, patients.size());
        if (scan.origin.patient.empty() || isNew)
            patients.push_back({&scan});
        else
            patients[place->second].push_back(&scan);
    }
    return patients;
}

EvaluationReport Evaluation::reportWithIntervals(const IntervalOptions& options) const {
    EvaluationReport report = this->report();
    const std::vector<Sample> patients = this->patients();
    if (patients.size() < 2) return report; // one says nothing about how others would differ
    report.confidence =
        promises(&ScanErrors::confidences, Reliability::ofConfidence()).rowsWithIntervals(options);
    report.uncertainty = promises(&ScanErrors::radii, Reliability::ofRadius()).rowsWithIntervals(options);
    std::map<std::string, Errors> drawn;
    for (int i = 0; i < options.resamples; ++i) {
        SampleRandom random(options.seed, static_cast<std::uint64_t>(i));
        Sample sample;
        for (std::size_t k = 0; k < patients.size(); ++k) {
            const Sample& patient = patients[random.below(patients.size())];
            sample.insert(sample.end(), patient.begin(), patient.end());
        }
        EvaluationReport resampled = reportOf(sample);
        forEachFigure(resampled, [&drawn](const std::string& name, Figure& figure) {
            if (figure) drawn[name].push_back(*figure);
        });
    }
    for (auto& [name, values] : drawn)
        std::sort(values.begin(), values.end());
    forEachFigure(report, [&drawn](const std::string& name, Figure& figure) {
        const auto found = drawn.find(name);
        if (figure && found != drawn.end())
            figure.interval = {quantileOf(found->second, kLowerShare),
                               quantileOf(found->second, 1 - kLowerShare)};
    });
    return report;
}

} // namespace vertescore
