// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "EvaluationTable.h"
#include "Sources.h"
#include "StopSignal.h"

#include "core/base/AtomicFile.h"
#include "core/base/CsvText.h"
#include "model/LoadDetector.h"
#include "model/training/evaluation/EvaluateDetector.h"

#include <cstdio>
#include <memory>
#include <sstream>

namespace vertescore {
namespace {

constexpr std::uint64_t kMeasuringSeed = 4711; ///< never a training seed

struct EvaluateArguments {
    std::filesystem::path weights;
    EvaluateDetectorOptions options;
    SourceArguments sources;
    std::filesystem::path cases; ///< empty: not wanted
    std::string anterior = "auto";
    std::string device = "auto";
    std::string precision = "auto";
    int threads = 0;
    bool json = false;
};

Result<std::unique_ptr<ScanSource>> sourceOf(const EvaluateArguments& a) {
    if (a.sources.bundles.empty()) return phantomsOf(a.sources);
    auto scans = openScans(a.sources);
    if (!scans) return failure(scans.error());
    return std::move(scans->source);
}

/// A line per scan, in the source's order: with phantoms the number is that of `vertescore-cli phantom`.
Status writeCases(const std::filesystem::path& path, const Evaluation& evaluation) {
    std::string text = "number,group,vertebrae,found,meanPx,wrongLevel,invented,rightSide\n";
    std::size_t number = 0;
    for (const CaseFigures& one : evaluation.cases()) {
        std::ostringstream line;
        line << number++ << ',' << csvField(one.origin.group) << ',' << one.vertebrae << ',' << one.found
             << ',';
        if (one.meanCoordinate) line << *one.meanCoordinate;
        line << ',' << one.hasWrongLevel << ',' << one.isInvented << ',' << one.isRightSide << '\n';
        text += line.str();
    }
    return writeFileAtomically(path, text);
}

int runEvaluation(EvaluateArguments a) {
    const auto source = sourceOf(a);
    if (!source) return reportError(source.error());
    const auto detector = loadDetector(
        a.weights, {*deviceChoiceFromName(a.device), *precisionChoiceFromName(a.precision), a.threads});
    if (!detector) return reportError(detector.error());
    a.options.anteriorIsKnown = a.anterior == "known";
    a.options.stop = stopOnSignals();
    a.options.progress = showScansDone;
    const auto evaluation = evaluateDetector(**detector, **source, a.options);
    if (!evaluation) return reportError(evaluation.error());
    if (!a.cases.empty())
        if (const Status written = writeCases(a.cases, *evaluation); !written)
            return reportError(written.error());
    const EvaluationReport report = evaluation->reportWithIntervals();
    if (a.json)
        std::printf("%s\n", toJson(report).c_str());
    else
        printTable(report);
    return a.options.stop.stop_requested() ? kExitFailed : kExitOk;
}

} // namespace

void addEvaluateCommand(CLI::App& program, int& status) {
    CLI::App* command = program.add_subcommand("evaluate", "Measure weights on scans they never saw");
    const auto a = std::make_shared<EvaluateArguments>(); // shared with the callback, which may be copied
    a->sources.phantoms.seed = kMeasuringSeed;
    command->add_option("--weights", a->weights, "Weights to measure")->required();
    command->add_option("--count", a->options.count, "Scans")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--seed", a->sources.phantoms.seed, "Of the phantoms; must not be the training's")
        ->capture_default_str();
    command
        ->add_option("--domain", a->sources.domain,
                     "Of the phantoms: train, or shifted: ranges that training never uses")
        ->check(CLI::IsMember({"train", "shifted"}))
        ->capture_default_str();
    addBundleOptions(*command, a->sources);
    command->add_option("--cases", a->cases, "Write a CSV file with a line per scan here");
    command->add_option("--anterior", a->anterior, "auto: the network finds the side; known: it is told")
        ->check(CLI::IsMember({"auto", "known"}))
        ->capture_default_str();
    command->add_option("--threads", a->threads, "0: all")->capture_default_str();
    command->add_flag("--json", a->json, "One JSON object on stdout");
    addDeviceOptions(*command, a->device, a->precision);
    command->callback([a, &status] { status = runEvaluation(*a); });
}

} // namespace vertescore
