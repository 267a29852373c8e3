// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "model/bench/Bench.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>

namespace vertescore {
namespace {

struct BenchArguments {
    BenchOptions options;
    std::string decoder = "mcfb";
    std::string device = "auto";
    std::string precision = "auto";
    bool json = false;
};

std::string toJson(const BenchReport& report) {
    nlohmann::ordered_json out{{"device", report.device},
                               {"precision", report.precision},
                               {"threads", report.threads},
                               {"batch", report.batch},
                               {"height", report.network.inputHeight},
                               {"width", report.network.inputWidth},
                               {"decoder", decoderKindName(report.network.decoder)}};
    for (const StageTime& stage : report.stages)
        out["stages"][stage.name] = {{"medianMs", stage.medianMs}, {"minimumMs", stage.minimumMs}};
    out["scansPerSecond"] = report.scansPerSecond();
    for (const OperationTime& each : report.operations)
        out["operations"].push_back({{"name", each.name},
                                     {"shape", each.shape},
                                     {"calls", each.calls},
                                     {"ms", each.ms},
                                     {"multiplyAdds", each.multiplyAdds}});
    return out.dump();
}

void print(const BenchReport& report) {
    std::printf("%d x %d, %s, %s, %d threads\n", report.network.inputHeight, report.network.inputWidth,
                report.device.c_str(), report.precision.c_str(), report.threads);
    for (const StageTime& stage : report.stages)
        std::printf("%-12s median %8.2f ms  minimum %8.2f ms\n", stage.name.c_str(), stage.medianMs,
                    stage.minimumMs);
    if (report.batch > 1)
        std::printf("batches of %d: %.1f scans a second\n", report.batch, report.scansPerSecond());
    if (!report.operations.empty()) std::printf("%8s %6s %8s %8s\n", "ms", "calls", "GMAC", "GMAC/s");
    for (const OperationTime& each : report.operations) {
        const double giga = static_cast<double>(each.multiplyAdds) / 1e9;
        std::printf("%8.2f %6lld %8.3f %8.0f  %s %s\n", each.ms, static_cast<long long>(each.calls), giga,
                    giga / each.ms * 1000, each.name.c_str(), each.shape.c_str());
    }
}

int runBench(BenchArguments& a) {
    a.options.network.decoder = *decoderKindFromName(a.decoder);
    a.options.loading.device = *deviceChoiceFromName(a.device);
    a.options.loading.precision = *precisionChoiceFromName(a.precision);
    const auto report = benchDetection(a.options);
    if (!report) return reportError(report.error());
    if (a.json)
        std::printf("%s\n", toJson(*report).c_str());
    else
        print(*report);
    return kExitOk;
}

} // namespace

void addBenchCommand(CLI::App& program, int& status) {
    CLI::App* command = program.add_subcommand("bench", "Time one detection, stage by stage");
    const auto a = std::make_shared<BenchArguments>(); // shared with the callback, which may be copied
    command->add_option("--weights", a->options.weights, "Weights to run; without: untrained ones");
    command->add_option("--height", a->options.network.inputHeight, "Of untrained weights")
        ->capture_default_str();
    command->add_option("--width", a->options.network.inputWidth, "Of untrained weights")
        ->capture_default_str();
    command->add_option("--decoder", a->decoder, "Of untrained weights")
        ->check(CLI::IsMember({"simple", "drsa", "drca", "mcfb"}))
        ->capture_default_str();
    command->add_option("--repeats", a->options.repeats, "Timed detections")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--batch", a->options.batch, "Scans per detection; times are of the whole batch")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command->add_option("--threads", a->options.loading.threads, "0: all")->capture_default_str();
    command->add_flag("--profile", a->options.profile, "Also list the network's operations and their times");
    command->add_flag("--json", a->json, "One JSON object on stdout");
    addDeviceOptions(*command, a->device, a->precision);
    command->callback([a, &status] { status = runBench(*a); });
}

} // namespace vertescore
