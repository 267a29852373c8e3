// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "EvaluationTable.h"
#include "StopSignal.h"

#include "model/training/evaluation/Calibrate.h"

#include <cstdio>
#include <memory>

namespace vertescore {
namespace {

struct CalibrateArguments {
    std::filesystem::path weights;
    std::filesystem::path out;
    std::uint64_t seed = 31337;
    std::string device = "auto";
    std::string precision = "auto";
    CalibrateOptions options;
};

void printCalibration(const Calibration& c) {
    std::printf("%zu scans, half of them stressed, %zu vertebrae; %.1f %% of the scans named right\n",
                c.scans, c.vertebrae, 100 * c.rightNamings);
    const auto print = [](const char* which, const Reliability& confidence, const Reliability& radius) {
        std::printf("%s\n", which);
        printReliability("confidence", "right, %", confidence.rowsWithIntervals());
        std::printf("mean distance of confidence from truth: %.3f\n", confidence.calibrationError());
        printReliability("corner within, px", "within, % (promised: 90)", radius.rowsWithIntervals());
    };
    print("stressed scans, to which the promises were fitted", c.confidence, c.radius);
    print("plain scans", c.plainConfidence, c.plainRadius);
}

int runCalibration(CalibrateArguments a) {
    PhantomOptions phantoms;
    phantoms.seed = a.seed;
    a.options.loading.device = *deviceChoiceFromName(a.device);
    a.options.loading.precision = *precisionChoiceFromName(a.precision);
    a.options.stop = stopOnSignals();
    a.options.progress = showScansDone;
    const auto calibration = calibrate(a.weights, *makePhantomSource(phantoms), a.options);
    if (!calibration) return reportError(calibration.error());
    if (const Status status = rewriteCalibration(a.weights, a.out, *calibration); !status)
        return reportError(status.error());
    printCalibration(*calibration);
    return kExitOk;
}

} // namespace

void addCalibrateCommand(CLI::App& program, int& status) {
    CLI::App* command = program.add_subcommand(
        "calibrate",
        "Fit the naming of levels, the confidence and the corners' uncertainty to what these weights see");
    const auto a = std::make_shared<CalibrateArguments>(); // shared with the callback, which may be copied
    command->add_option("--weights", a->weights, "Weights to calibrate")->required();
    command->add_option("--out", a->out, "The same weights with the fit in their metadata")->required();
    command->add_option("--count", a->options.count, "Phantoms")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--seed", a->seed, "Of the phantoms; neither the training's nor the evaluation's")
        ->capture_default_str();
    command->add_option("--threads", a->options.loading.threads, "0: all")->capture_default_str();
    addDeviceOptions(*command, a->device, a->precision);
    command->callback([a, &status] { status = runCalibration(*a); });
}

} // namespace vertescore
