// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/CropSweep.h"

#include "app/cli/Command.h"
#include "app/cli/scans/LandmarkSource.h"
#include "app/cli/scans/ScanBatch.h"
#include "core/base/MappedFile.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <map>
#include <memory>

namespace vertescore::cli {
namespace {

constexpr std::uintmax_t kMostLabelBytes = 16 << 20; ///< hundreds of thousands of scans

struct SweepOptions {
    std::vector<std::string> paths;
    std::string labels;
    std::string factors = "0.8:1.5:0.1";
    LandmarkChoice landmarks;
    bool json = false;
};

/// Labels by the scan's file name, with and without its ending.
class LabelBook {
public:
    static Result<LabelBook> read(const std::filesystem::path& path) {
        const auto file = MappedFile::open(path, kMostLabelBytes);
        if (!file) return failure(file.error());
        auto labels = parseCropLabels(file->bytes());
        if (!labels) return failure(labels.error().code, labels.error().detail, path);
        LabelBook book;
        for (CropLabel& label : *labels)
            book.m_labels.emplace(std::move(label.scan), Entry{label.isCropped, false});
        return book;
    }

    /// What is said of a scan; it counts as used.
    std::optional<bool> take(const std::filesystem::path& scan) {
        for (const std::string& name : {toUtf8(scan.filename()), toUtf8(scan.stem())})
            if (const auto found = m_labels.find(name); found != m_labels.end()) {
                found->second.isUsed = true;
                return found->second.isCropped;
            }
        return std::nullopt;
    }

    std::vector<std::string> unused() const {
        std::vector<std::string> names;
        for (const auto& [name, entry] : m_labels)
            if (!entry.isUsed) names.push_back(name);
        return names;
    }

private:
    struct Entry {
        bool isCropped = false;
        bool isUsed = false;
    };
    std::map<std::string, Entry> m_labels;
};

nlohmann::ordered_json shareJson(const std::optional<CountedShare>& share) {
    if (!share) return nullptr;
    return {{"value", share->value}, {"low", share->low}, {"high", share->high}};
}

std::string sweepJson(const std::vector<CropAgreement>& sweep) {
    auto rows = nlohmann::ordered_json::array();
    for (const CropAgreement& row : sweep)
        rows.push_back({{"factor", row.factor},
                        {"truePositives", row.truePositives},
                        {"falsePositives", row.falsePositives},
                        {"trueNegatives", row.trueNegatives},
                        {"falseNegatives", row.falseNegatives},
                        {"accuracy", shareJson(row.accuracy())},
                        {"sensitivity", shareJson(row.sensitivity())},
                        {"specificity", shareJson(row.specificity())},
                        {"f1", shareJson(row.f1())}});
    const CropAgreement* best = bestFactor(sweep);
    const nlohmann::ordered_json bestJson =
        best == nullptr ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(best->factor);
    return nlohmann::ordered_json{{"scans", sweep.front().scans()},
                                  {"factors", rows},
                                  {"best", bestJson},
                                  {"notice", "For research use only. Not for diagnosis."}}
        .dump();
}

std::string shareText(const std::optional<CountedShare>& share) {
    if (!share) return "undefined";
    std::array<char, 64> text;
    std::snprintf(text.data(), text.size(), "%5.1f [%5.1f, %5.1f]", 100 * share->value, 100 * share->low,
                  100 * share->high);
    return text.data();
}

std::string rowText(const CropAgreement& row) {
    std::array<char, 240> text;
    std::snprintf(text.data(), text.size(), "%6.3g %4zu %4zu %4zu %4zu  %-21s  %-21s  %-21s  %-21s",
                  row.factor, row.truePositives, row.falsePositives, row.trueNegatives, row.falseNegatives,
                  shareText(row.accuracy()).c_str(), shareText(row.sensitivity()).c_str(),
                  shareText(row.specificity()).c_str(), shareText(row.f1()).c_str());
    return text.data();
}

void printSweep(const std::vector<CropAgreement>& sweep, Console& console) {
    console.print(std::to_string(sweep.front().scans()) +
                  " scans with a label; positive: cropped; brackets: 95 % intervals (Wilson)");
    console.print(
        "factor   TP   FP   TN   FN  accuracy, %            sensitivity, %         specificity, %         "
        "F1, %");
    for (const CropAgreement& row : sweep)
        console.print(rowText(row));
    if (const CropAgreement* best = bestFactor(sweep)) {
        std::array<char, 80> text;
        std::snprintf(text.data(), text.size(), "best factor: %.3g", best->factor);
        console.print(text.data());
    }
    console.print("For research use only. Not for diagnosis.");
}

void sweep(const SweepOptions& options, Console& console) {
    const auto factors = parseFactors(options.factors);
    if (!factors) return console.wrongUsage("--factors: " + factors.error().detail);
    auto labels = LabelBook::read(pathFromUtf8(options.labels));
    if (!labels) return console.failed(labels.error(), options.json);
    auto source = LandmarkSource::open(options.landmarks);
    if (!source) return console.failed(source.error(), options.json);
    std::vector<CropAgreement> rows;
    for (const double factor : *factors) {
        rows.emplace_back();
        rows.back().factor = factor;
    }
    ResultNames names;
    forEachScan({options.paths, options.json, "cropping"}, console, [&](const Scan& scan) {
        const std::string name = names.nameFor(scan.source.path);
        const auto isCropped = labels->take(scan.source.path);
        if (!isCropped) return console.note(toUtf8(scan.source.path) + ": no label, left out");
        const auto record = source->landmarksOf(scan, name, console);
        if (!record && record.error().code == ErrorCode::Cancelled) return;
        if (!record) return console.failed(record.error(), options.json);
        const std::vector<CropFinding> findings = findCrops(scan, record->landmarks, *factors);
        for (const CropFinding& finding : findings) // all or none: every factor is measured on the same scans
            if (!finding.roi) return console.failed(finding.roi.error(), options.json);
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i].add(findings[i].roi->isCropped, *isCropped);
    });
    for (const std::string& name : labels->unused())
        console.note(name + ": has a label, but no scan was given");
    if (rows.front().scans() == 0)
        return console.failed(
            {ErrorCode::InvalidArgument, "no scan could be held against a label", std::nullopt},
            options.json);
    if (options.json)
        console.print(sweepJson(rows));
    else
        printSweep(rows, console);
}

} // namespace

void addCropSweepCommand(CLI::App& program, ChosenWork& chosen) {
    auto options = std::make_shared<SweepOptions>();
    CLI::App* command = program.add_subcommand(
        "crop-sweep", "How the crop agrees with a person's labels, over a range of factors");
    command->add_option("PATH", options->paths, "Files or folders")->required();
    command->add_option("--labels", options->labels, "CSV file with the columns scan and cropped (yes or no)")
        ->required();
    command->add_option("--factors", options->factors, "FROM:TO:STEP")->capture_default_str();
    addLandmarkOptions(*command, options->landmarks);
    command->add_flag("--json", options->json, "One JSON object on stdout");
    whenChosen(command, chosen, [options](Console& console) { sweep(*options, console); });
}

} // namespace vertescore::cli
