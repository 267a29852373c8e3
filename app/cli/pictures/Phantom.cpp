// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/pictures/ContactSheet.h"
#include "app/cli/scans/ScanBatch.h"
#include "core/io/PhantomFiles.h"
#include "core/io/ScanReader.h"
#include "core/phantom/report/PhantomReport.h"

#include <cstdio>
#include <memory>
#include <thread>

namespace vertescore::cli {
namespace {

constexpr std::size_t kSheetPictures = 48;
constexpr int kSheetColumns = 12;

struct PhantomCommandOptions {
    std::uint64_t count = 1;
    std::uint64_t seed = 1;
    std::string out;
    std::string domain = "train";
    std::string style = "mixed";
    std::string format = "dicom";
    bool report = false;
};

std::string nameOf(std::uint64_t seed, std::uint64_t index) {
    std::array<char, 64> text;
    std::snprintf(text.data(), text.size(), "phantom-%llu-%05llu", static_cast<unsigned long long>(seed),
                  static_cast<unsigned long long>(index));
    return text.data();
}

Status writePhantom(const PhantomCommandOptions& options, const Phantom& phantom, std::uint64_t index,
                    const std::filesystem::path& scan) {
    Status written = options.format == "dicom" ? writePhantomDicom(scan, phantom, options.seed, index)
                                               : writePhantomPng(scan, phantom);
    if (!written) return written;
    auto truth = scan;
    return writePhantomTruth(truth.replace_extension(".truth.json"), phantom, scan.filename());
}

void printReport(const PhantomReport& report, Console& console) {
    for (const PhantomReportRow& row : report.rows) {
        std::array<char, 96> numbers;
        std::snprintf(numbers.data(), numbers.size(), "n %zu, p5 %.4g, p50 %.4g, p95 %.4g", row.count, row.p5,
                      row.p50, row.p95);
        console.print(std::string(phantomStyleName(row.style)) + " " + row.check + ": " + numbers.data() +
                      "; required " + row.required + (row.isMet ? "; met" : "; NOT MET"));
    }
}

void makePhantoms(const PhantomCommandOptions& options, Console& console) {
    const auto folder = pathFromUtf8(options.out);
    if (const Status made = makeFolder(folder); !made) return console.failed(made.error());
    PhantomOptions phantoms;
    phantoms.seed = options.seed;
    phantoms.domain =
        phantomDomainFromName(options.domain).value_or(PhantomDomain::Train); // CLI11 has checked both
    phantoms.style = phantomStyleFromName(options.style);
    std::vector<DisplayImage> pictures;
    for (std::uint64_t index = 0; index < options.count && !console.isStopped(); ++index) {
        console.progress("drawing", index, options.count);
        const Phantom phantom = makePhantom(phantoms, index);
        const auto file = folder / pathFromUtf8(nameOf(options.seed, index) +
                                                (options.format == "dicom" ? ".dcm" : ".png"));
        if (const Status written = writePhantom(options, phantom, index, file); !written)
            return console.failed(written.error());
        console.print(toUtf8(file));
        if (options.report && pictures.size() < kSheetPictures) {
            const Scan scan = scanOfPhantom(phantom);
            pictures.push_back(renderDisplay(scan.image, scan.pipeline));
        }
    }
    if (!options.report || console.isStopped()) return;
    if (const Status written = writePng(folder / "contact-sheet.png", contactSheet(pictures, kSheetColumns));
        !written)
        return console.failed(written.error());
    const std::size_t perStyle = phantoms.style ? options.count : (options.count + 3) / kPhantomStyles.size();
    printReport(reportOnPhantoms(phantoms, perStyle, std::thread::hardware_concurrency()), console);
}

} // namespace

void addPhantomCommand(CLI::App& program, ChosenWork& chosen) {
    auto options = std::make_shared<PhantomCommandOptions>();
    CLI::App* command = program.add_subcommand("phantom", "Make synthetic scans whose truth is known");
    command->add_option("--count", options->count, "How many")->required()->check(CLI::Range(1, 1000000));
    command->add_option("--seed", options->seed, "The same seed gives the same scans")->required();
    command->add_option("--out", options->out, "Folder for the scans and NAME.truth.json")->required();
    command->add_option("--domain", options->domain, "shifted: ranges that training never uses")
        ->check(CLI::IsMember({"train", "shifted"}))
        ->capture_default_str();
    command->add_option("--style", options->style, "Look of a scanner")
        ->check(CLI::IsMember({"A", "B", "C", "D", "mixed"}))
        ->capture_default_str();
    command->add_option("--format", options->format, "Of the scans")
        ->check(CLI::IsMember({"dicom", "png"}))
        ->capture_default_str();
    command->add_flag("--report", options->report,
                      "Hold them against measured ranges of real scans; also a contact sheet");
    whenChosen(command, chosen, [options](Console& console) { makePhantoms(*options, console); });
}

} // namespace vertescore::cli
