// SPDX-License-Identifier: GPL-3.0-or-later
#include "EvaluationTable.h"

#include <array>
#include <cstdio>

namespace vertescore {
namespace {

/// "4.92 [4.70, 5.11]", or a dash.
std::string text(const Figure& figure, double factor = 1) {
    if (!figure) return "-";
    std::array<char, 64> line{};
    if (figure.interval)
        std::snprintf(line.data(), line.size(), "%.2f [%.2f, %.2f]", factor * *figure,
                      factor * figure.interval->low, factor * figure.interval->high);
    else
        std::snprintf(line.data(), line.size(), "%.2f", factor * *figure);
    return line.data();
}

void printErrors(const std::string& what, const ErrorFigures& figures) {
    std::printf("%-34s %-24s %-24s %8zu\n", what.c_str(), text(figures.mean).c_str(),
                text(figures.median).c_str(), figures.count);
}

void printParts(const char* what, const char* unit, const std::map<std::string, ErrorFigures>& parts) {
    for (const auto& [name, figures] : parts)
        printErrors("  " + std::string(what) + " " + name + ", " + unit, figures);
}

void printRate(const char* what, const Figure& rate) {
    std::printf("%-34s %s %%\n", what, text(rate, 100).c_str());
}

/// Paper 000, Table I: mean and median of the same measure on 620 real scans, 10-fold.
void printPaper() {
    struct Published {
        const char* name;
        double mean, median;
    };
    constexpr std::array<Published, 4> rows{
        {{"GuideNet", 7.78, 2.96}, {"HRNet", 5.67, 2.49}, {"NFDP", 5.02, 2.44}, {"VerteNet", 4.92, 2.35}}};
    for (const Published& row : rows)
        std::printf("  %-32s %-24.2f %-24.2f\n", (std::string("published, real scans: ") + row.name).c_str(),
                    row.mean, row.median);
}

} // namespace

void printReliability(const char* promise, const char* kept, const std::vector<ReliabilityRow>& rows) {
    std::printf("%-22s %8s %10s   %s\n", promise, "n", "mean", kept);
    for (const ReliabilityRow& row : rows) {
        if (row.count == 0) continue;
        std::array<char, 32> range{};
        if (row.to)
            std::snprintf(range.data(), range.size(), "  %.1f ... %.1f", row.from, *row.to);
        else
            std::snprintf(range.data(), range.size(), "  from %.1f", row.from);
        const Figure share{row.share, row.interval};
        std::printf("%-22s %8zu %10.3f   %s\n", range.data(), row.count, row.mean, text(share, 100).c_str());
    }
}

void printTable(const EvaluationReport& r) {
    std::printf("%zu scans, %zu vertebrae in the picture; brackets: 95 %% intervals over patients\n", r.scans,
                r.vertebrae);
    std::printf("%-34s %-24s %-24s %8s\n", "error", "mean", "median", "n");
    printErrors("coordinate, px of 1024 x 512", r.coordinate);
    printPaper();
    printErrors("radial, px of 1024 x 512", r.radialNetwork);
    printErrors("radial, source px", r.radialPixel);
    printErrors("radial, mm", r.radialMm);
    printParts("level", "px", r.perLevel);
    printParts("level", "mm", r.perLevelMm);
    printParts("group", "px", r.perGroup);
    printParts("group", "mm", r.perGroupMm);
    printRate("vertebrae found", r.foundRate);
    printRate("scans with all levels found", r.allFoundRate);
    printRate("scans with all levels right", r.allRightRate);
    printRate("scans with a wrong level", r.wrongLevelRate);
    printRate("scans with an invented vertebra", r.inventedRate);
    printRate("anterior side right", r.rightSideRate);
    printRate("vertebrae within 2 mm", r.within2Mm);
    printRate("vertebrae within 3 mm", r.within3Mm);
    printRate("vertebrae within 4 mm", r.within4Mm);
    printReliability("confidence", "there and rightly named, %", r.confidence);
    printReliability("corner within, px", "within, % (promised: 90)", r.uncertainty);
    std::printf("For research use only. Not for diagnosis.\n");
}

} // namespace vertescore
