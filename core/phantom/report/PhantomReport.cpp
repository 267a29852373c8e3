// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/report/PhantomReport.h"

#include "core/base/threads/Parallel.h"
#include "core/phantom/report/PhantomMeasures.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>

namespace vertescore {
namespace {

using M = PhantomMeasure;

/// Smallest, median and largest of real scans; a style without the measure has none.
struct RealRange {
    double low = 0;
    double median = 0;
    double high = 0;
};
struct RealRow {
    PhantomMeasure measure;
    std::array<std::optional<RealRange>, 4> byStyle; ///< A, B, C, D
};

constexpr std::nullopt_t kNone = std::nullopt;

constexpr RealRange real(double low, double median, double high) {
    return {low, median, high};
}

/// Measured on 20 panels of published figures: 7 of A, 8 of B, 3 of C, 2 of D.
constexpr std::array<RealRow, 32> kRealRows{{
    {M::Grey5, {real(0, 0, 0), real(0, .004, .035), real(.451, .455, .459), real(.376, .392, .408)}},
    {M::Grey25,
     {real(.004, .012, .063), real(.106, .145, .196), real(.478, .482, .490), real(.525, .545, .565)}},
    {M::Grey50,
     {real(.157, .176, .216), real(.251, .277, .353), real(.514, .514, .522), real(.592, .594, .596)}},
    {M::Grey75,
     {real(.388, .412, .459), real(.424, .479, .600), real(.541, .549, .549), real(.624, .627, .631)}},
    {M::Grey95,
     {real(.910, .965, .992), real(.863, .957, 1.0), real(.620, .627, .643), real(.667, .680, .694)}},
    {M::BlackShare, {real(.209, .286, .308), real(.047, .091, .126), kNone, real(0, 0, .001)}},
    {M::WhiteShare, {real(.036, .045, .059), real(.026, .043, .077), real(0, 0, 0), real(0, 0, 0)}},
    {M::Body,
     {real(.301, .422, .546), real(.371, .432, .485), real(.744, .759, .782), real(.764, .767, .771)}},
    {M::BodyMinusDisc,
     {real(.163, .243, .452), real(.053, .176, .280), real(.043, .054, .065), real(.009, .009, .009)}},
    {M::BodyMinusFront,
     {real(.182, .303, .451), real(.179, .255, .330), real(.035, .060, .087), real(0, .031, .061)}},
    {M::RimMinusBody,
     {real(.200, .422, .539), real(.195, .296, .537), real(.167, .171, .231), real(.096, .109, .122)}},
    {M::Facets,
     {real(.699, .880, .904), real(.676, .826, .910), real(.871, .891, .914), real(.781, .810, .838)}},
    {M::CnrDisc,
     {real(3.05, 3.46, 8.02), real(-.26, 2.85, 6.39), real(.91, 1.13, 1.35), real(-.59, -.59, -.59)}},
    {M::CnrFront,
     {real(3.54, 4.97, 8.79), real(3.16, 5.94, 8.67), real(.85, 1.11, 1.98), real(-.54, .61, 1.77)}},
    {M::Noise,
     {real(.0236, .0242, .0354), real(.0111, .0222, .0264), real(.0309, .0348, .0358),
      real(.0206, .0255, .0303)}},
    {M::BlobX, {real(3.3, 3.6, 3.8), real(3.1, 3.7, 4.0), real(1.0, 1.0, 1.1), real(4.3, 4.6, 4.8)}},
    {M::BlobY, {real(2.7, 3.0, 3.6), real(2.6, 2.8, 3.3), real(1.5, 1.6, 1.7), real(1.9, 3.2, 4.5)}},
    {M::RowOverColumn,
     {real(.65, 1.09, 1.61), real(.98, 1.32, 3.06), real(.40, .41, .44), real(1.66, 4.0, 6.34)}},
    {M::Texture,
     {real(1.56, 2.0, 2.52), real(1.41, 1.73, 1.97), real(1.09, 1.32, 1.67), real(.98, 1.05, 1.13)}},
    {M::T12Top, {real(.466, .514, .555), real(.459, .525, .558), kNone, real(.511, .511, .511)}},
    {M::L4Bottom, {real(.857, .892, .939), real(.863, .898, .957), kNone, real(.883, .883, .883)}},
    {M::L5Bottom, {real(.938, .970, .998), real(.961, .983, .993), kNone, real(.987, .987, .987)}},
    {M::L4Across, {real(.324, .435, .562), real(.380, .486, .551), kNone, real(.637, .637, .637)}},
    {M::T12Across, {real(.207, .294, .433), real(.242, .371, .449), kNone, real(.439, .439, .439)}},
    {M::DepthOverWidth, {real(.149, .153, .190), real(.155, .173, .193), kNone, real(.224, .224, .224)}},
    {M::HeightOverHeight, {real(.057, .066, .070), real(.060, .063, .066), kNone, real(.064, .064, .064)}},
    {M::DepthOverHeight, {real(1.08, 1.27, 1.49), real(1.16, 1.37, 1.52), kNone, real(1.68, 1.77, 1.86)}},
    {M::DiscOverHeight, {real(.277, .378, .425), real(.258, .316, .372), kNone, real(.285, .285, .285)}},
    {M::LeanDegrees, {real(9.1, 9.8, 13.2), real(5.3, 9.1, 13.8), kNone, real(17.5, 17.5, 17.5)}},
    {M::T12Degrees, {real(-13.4, -6.5, -3.6), real(-12.4, -8.5, -6.4), kNone, real(-7.9, -7.9, -7.9)}},
    {M::L4Degrees, {real(-4.3, 5.5, 16.6), real(3.8, 8.1, 20.3), kNone, real(1.0, 1.0, 1.0)}},
    {M::L5Degrees, {real(-6.7, 5.7, 15.8), real(7.0, 17.7, 30.7), kNone, real(5.1, 5.1, 5.1)}},
}};

/// What is kept of one phantom.
struct Finding {
    PhantomMeasures measures;
    PhantomContents contents;
    bool hasMask = false;
    bool isAortaCut = false; ///< the front wall leaves the field at L2-L4
    bool isL5Cut = false;
};

Finding findingOf(const Phantom& phantom) {
    Finding finding{measurePhantom(phantom), phantom.contents, !phantom.blackRegions.isEmpty()};
    const ScanGeometry geometry{phantom.image.width, phantom.image.height, std::nullopt};
    const double top = phantom.landmarks.at(Level::L2).at(Corner::SuperiorAnterior).position->y;
    const double bottom = phantom.landmarks.at(Level::L4).at(Corner::InferiorAnterior).position->y;
    for (const PixelPoint& point : phantom.anteriorWall)
        if (point.y >= top && point.y <= bottom &&
            (!geometry.contains(point) || phantom.blackRegions.at(point)))
            finding.isAortaCut = true;
    for (Corner corner : {Corner::InferiorAnterior, Corner::InferiorPosterior})
        if (phantom.landmarks.at(Level::L5).at(corner).state == PointState::NotVisible)
            finding.isL5Cut = true;
    return finding;
}

std::vector<Finding> makeFindings(const PhantomOptions& options, std::size_t count, unsigned threads) {
    std::vector<Finding> findings(count);
    inParallel(count, threads, [&](std::size_t i) { findings[i] = findingOf(makePhantom(options, i)); });
    return findings;
}

double quantile(const std::vector<double>& sorted, double share) {
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

std::string inWords(const char* format, double a, double b, double c) {
    std::array<char, 120> text{};
    std::snprintf(text.data(), text.size(), format, a, b, c);
    return text.data();
}

PhantomReportRow rowOf(PhantomStyle style, std::string_view check, std::vector<double> values) {
    PhantomReportRow row;
    row.style = style;
    row.check = check;
    row.count = values.size();
    if (values.empty()) return row;
    std::sort(values.begin(), values.end());
    row.p5 = quantile(values, 0.05);
    row.p50 = quantile(values, 0.5);
    row.p95 = quantile(values, 0.95);
    return row;
}

std::vector<double> valuesOf(std::span<const Finding> findings, PhantomMeasure measure) {
    std::vector<double> values;
    for (const Finding& finding : findings)
        if (finding.measures[measure]) values.push_back(*finding.measures[measure]);
    return values;
}

/// The 5-95 % span contains the real extremes, the 20-80 % span the real median (a hair's breadth of rounding
/// allowed).
PhantomReportRow spanRow(PhantomStyle style, PhantomMeasure measure, const RealRange& range,
                         std::span<const Finding> findings) {
    std::vector<double> values = valuesOf(findings, measure);
    PhantomReportRow row = rowOf(style, phantomMeasureName(measure), values);
    row.required = inWords("real scans %.3g / %.3g / %.3g", range.low, range.median, range.high);
    if (values.empty()) return row;
    std::sort(values.begin(), values.end());
    constexpr double kHair = 0.004;
    row.isMet = row.p5 <= range.low + kHair && row.p95 >= range.high - kHair &&
                quantile(values, 0.2) <= range.median + kHair &&
                quantile(values, 0.8) >= range.median - kHair;
    return row;
}

struct ShareCheck {
    std::string_view name;
    double low;
    double high;
};

/// A share of pictures (or of vertebrae) within bounds; all three percentiles show the share.
PhantomReportRow shareRow(PhantomStyle style, const ShareCheck& check, std::size_t count, double share) {
    PhantomReportRow row{style, std::string(check.name), count, share, share, share, {}, false};
    row.required = inWords("share %.2g to %.2g", check.low, check.high, 0);
    row.isMet = share >= check.low && share <= check.high;
    return row;
}

template <typename Holds>
double shareThat(std::span<const Finding> findings, Holds holds) {
    const auto hits = std::count_if(findings.begin(), findings.end(), holds);
    return static_cast<double>(hits) / static_cast<double>(std::max<std::size_t>(1, findings.size()));
}

double meanOf(std::span<const Finding> findings, PhantomMeasure measure) {
    const std::vector<double> values = valuesOf(findings, measure);
    double sum = 0;
    for (double value : values)
        sum += value;
    return values.empty() ? 0.0 : sum / static_cast<double>(values.size());
}

void addBonyRows(PhantomStyle style, std::span<const Finding> findings, std::vector<PhantomReportRow>& rows) {
    const std::size_t n = findings.size();
    rows.push_back(shareRow(style, {"L5 cut by the border", 0.20, 0.50}, n,
                            shareThat(findings, [](const Finding& f) { return f.isL5Cut; })));
    rows.push_back(spanRow(style, M::L5MinusL3, real(0.2, 0.42, 0.55), findings));
    const std::vector<double> l5 = valuesOf(findings, M::L5MinusL3);
    const auto covered = std::count_if(l5.begin(), l5.end(), [](double value) { return value > 0.05; });
    rows.push_back(
        shareRow(style, {"pelvis over L5", 0.90, 1.0}, l5.size(),
                 static_cast<double>(covered) / static_cast<double>(std::max<std::size_t>(1, l5.size()))));
    rows.push_back(
        shareRow(style, {"pedicle brighter than body", 0.70, 0.90}, n, meanOf(findings, M::PedicleBrighter)));
    rows.push_back(
        shareRow(style, {"foramen darker than body", 0.80, 0.95}, n, meanOf(findings, M::ForamenDarker)));
    rows.push_back(shareRow(style, {"dark line across T9-T12", 0.40, 1.0}, n,
                            shareThat(findings, [](const Finding& f) { return f.contents.hasLungEdge; })));
    rows.push_back(shareRow(style, {"rib border across T9-L2", 0.30, 1.0}, n,
                            shareThat(findings, [](const Finding& f) { return f.contents.hasRibBorder; })));
    rows.push_back(shareRow(style, {"white air at a border", 0.40, 1.0}, n,
                            shareThat(findings, [](const Finding& f) { return f.contents.hasWhiteAir; })));
}

void addRows(PhantomStyle style, std::span<const Finding> findings, std::vector<PhantomReportRow>& rows) {
    for (const RealRow& real : kRealRows) {
        const std::optional<RealRange>& range = real.byStyle[static_cast<std::size_t>(style)];
        if (range) rows.push_back(spanRow(style, real.measure, *range, findings));
    }
    if (style == PhantomStyle::A || style == PhantomStyle::B) addBonyRows(style, findings, rows);
    if (style != PhantomStyle::C) return;
    rows.push_back(shareRow(style, {"black mask", 1.0, 1.0}, findings.size(),
                            shareThat(findings, [](const Finding& f) { return f.hasMask; })));
    rows.push_back(shareRow(style, {"front aortic wall leaves the field at L2-L4", 0.30, 0.70},
                            findings.size(),
                            shareThat(findings, [](const Finding& f) { return f.isAortaCut; })));
}

} // namespace

PhantomReport reportOnPhantoms(const PhantomOptions& options, std::size_t countPerStyle, unsigned threads) {
    PhantomReport report{options.domain, countPerStyle, {}};
    for (PhantomStyle style : kPhantomStyles) {
        if (options.style && *options.style != style) continue;
        PhantomOptions ofStyle = options;
        ofStyle.style = style;
        addRows(style, makeFindings(ofStyle, countPerStyle, threads), report.rows);
    }
    return report;
}

} // namespace vertescore
