// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "StopSignal.h"

#include "model/LoadDetector.h"
#include "model/training/evaluation/Evaluate.h"
#include "model/training/scans/ScanSource.h"

#include <cstdio>
#include <memory>

namespace vertescore {
namespace {

struct EvaluateArguments {
    std::filesystem::path weights;
    std::uint64_t count = 200;
    std::uint64_t seed = 4711;
    std::string domain = "train";
    std::string anterior = "auto";
    std::string device = "auto";
    std::string precision = "auto";
    int threads = 0;
    bool json = false;
};

void printFigures(const char* what, const ErrorFigures& figures) {
    if (figures.mean)
        std::printf("%-34s mean %7.2f  median %7.2f  n %zu\n", what, *figures.mean, *figures.median,
                    figures.count);
}

void printReport(const EvaluationReport& r) {
    std::printf("%zu scans, %zu vertebrae in the picture\n", r.scans, r.vertebrae);
    printFigures("coordinate, px of 1024 x 512", r.coordinate);
    printFigures("radial, px of 1024 x 512", r.radialNetwork);
    printFigures("radial, source px", r.radialPixel);
    printFigures("radial, mm", r.radialMm);
    for (const auto& [name, figures] : r.perLevel)
        printFigures(("  level " + name).c_str(), figures);
    for (const auto& [name, figures] : r.perGroup)
        printFigures(("  group " + name).c_str(), figures);
    const auto rate = [](const char* what, double share) {
        std::printf("%-34s %6.1f %%\n", what, 100 * share);
    };
    rate("vertebrae found", r.foundRate);
    rate("scans with all levels found", r.allFoundRate);
    rate("scans with all levels right", r.allRightRate);
    rate("scans with a wrong level", r.wrongLevelRate);
    rate("scans with an invented vertebra", r.inventedRate);
    rate("anterior side right", r.rightSideRate);
    rate("vertebrae within 2 mm", r.within2Mm);
    rate("vertebrae within 3 mm", r.within3Mm);
    rate("vertebrae within 4 mm", r.within4Mm);
}

int runEvaluation(const EvaluateArguments& a) {
    LoadDetectorOptions loading{*deviceChoiceFromName(a.device), *precisionChoiceFromName(a.precision),
                                a.threads};
    const auto detector = loadDetector(a.weights, loading);
    if (!detector) return reportError(detector.error());
    PhantomOptions phantoms;
    phantoms.seed = a.seed;
    phantoms.domain = *phantomDomainFromName(a.domain);
    const auto source = makePhantomSource(phantoms);
    const std::stop_token stop = stopOnSignals();
    Evaluation evaluation;
    for (std::uint64_t i = 0; i < a.count && !stop.stop_requested(); ++i) {
        const TrainingScan scan = source->scan(i);
        DetectionOptions options;
        if (a.anterior == "known") options.anterior = scan.truth.anterior;
        const auto detection = (*detector)->detect(scan.picture, options);
        if (!detection) return reportError(detection.error());
        evaluation.add(scan.truth, detection->landmarks, scan.geometry, scan.group);
    }
    const EvaluationReport report = evaluation.report();
    if (a.json)
        std::printf("%s\n", toJson(report).c_str());
    else
        printReport(report);
    return stop.stop_requested() ? kExitFailed : kExitOk;
}

} // namespace

void addEvaluateCommand(CLI::App& program, int& status) {
    CLI::App* command = program.add_subcommand("evaluate", "Measure weights on phantoms they never saw");
    const auto a = std::make_shared<EvaluateArguments>(); // shared with the callback, which may be copied
    command->add_option("--weights", a->weights, "Weights to measure")->required();
    command->add_option("--count", a->count, "Phantoms")->check(CLI::PositiveNumber)->capture_default_str();
    command->add_option("--seed", a->seed, "Of the phantoms; must not be the training's")
        ->capture_default_str();
    command->add_option("--domain", a->domain, "train, or shifted: ranges that training never uses")
        ->check(CLI::IsMember({"train", "shifted"}))
        ->capture_default_str();
    command->add_option("--anterior", a->anterior, "auto: the network finds the side; known: it is told")
        ->check(CLI::IsMember({"auto", "known"}))
        ->capture_default_str();
    command->add_option("--threads", a->threads, "0: all")->capture_default_str();
    command->add_flag("--json", a->json, "One JSON object on stdout");
    addDeviceOptions(*command, a->device, a->precision);
    command->callback([a, &status] { status = runEvaluation(*a); });
}

} // namespace vertescore
