// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "TrainingArguments.h"

#include "model/bench/Bench.h"
#include "model/bench/Complexity.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>

namespace vertescore {
namespace {

struct ComplexityArguments {
    VerteNetOptions network;
    std::string encoder = "efficientnet_v2_s";
    std::string decoder = "mcfb";
    std::string device = "auto";
    std::string precision = "auto";
    int threads = 0;
    int repeats = 5; ///< timed detections; 0: no timing
    bool layers = false;
    bool json = false;
};

constexpr double kGiga = 1e9;
constexpr double kMega = 1e6;

struct Row {
    std::string name;
    ComplexityReport cost;
    std::optional<double> medianMs; ///< of a whole detection
};

Result<Row> rowOf(const ComplexityArguments& a, const std::string& name, const VerteNetOptions& network) {
    const auto cost = countComplexity(network);
    if (!cost) return failure(cost.error());
    Row row{name, *cost, std::nullopt};
    if (a.repeats == 0) return row;
    BenchOptions bench;
    bench.network = network;
    bench.loading = {*deviceChoiceFromName(a.device), *precisionChoiceFromName(a.precision), a.threads};
    bench.repeats = a.repeats;
    const auto report = benchDetection(bench);
    if (!report) return failure(report.error());
    for (const StageTime& stage : report->stages)
        if (stage.name == "total") row.medianMs = stage.medianMs;
    return row;
}

double giga(std::int64_t count) {
    return static_cast<double>(count) / kGiga;
}

void print(const Row& row) {
    const ComplexityReport& c = row.cost;
    const std::string time = row.medianMs ? std::to_string(static_cast<int>(*row.medianMs + 0.5)) : "-";
    std::printf("%-36s %8.2f %8.2f %8.2f %8.2f %8.2f %8s\n", row.name.c_str(),
                static_cast<double>(c.parameters) / kMega, giga(c.multiplyAddsOf("encoder")),
                giga(c.multiplyAddsOf("fusion")), giga(c.trunk() + c.denseHeads),
                giga(c.trunk() + c.sparseHeads), time.c_str());
}

void printJson(const Row& row, bool layers) {
    const ComplexityReport& c = row.cost;
    nlohmann::ordered_json out{{"name", row.name},
                               {"parameters", c.parameters},
                               {"encoderParameters", c.encoderParameters},
                               {"encoderMacs", c.multiplyAddsOf("encoder")},
                               {"decoderMacs", c.multiplyAddsOf("fusion")},
                               {"denseHeadsMacs", c.trunk() + c.denseHeads},
                               {"sparseHeadsMacs", c.trunk() + c.sparseHeads},
                               {"medianMs", row.medianMs ? nlohmann::ordered_json(*row.medianMs) : nullptr}};
    if (layers)
        for (const LayerCost& layer : c.layers)
            out["layers"].push_back(
                {{"name", layer.name}, {"parameters", layer.parameters}, {"macs", layer.multiplyAdds}});
    std::printf("%s\n", out.dump().c_str());
}

int runComplexity(const ComplexityArguments& a) {
    const VerteNetOptions chosen = networkOf(a.network, a.encoder, a.decoder);
    VerteNetOptions guideNet = chosen;
    guideNet.encoder = EncoderKind::ResNet34;
    guideNet.decoder = DecoderKind::Simple;
    guideNet.samePadding = false;
    std::vector<Row> rows;
    const std::vector<std::pair<std::string, VerteNetOptions>> networks{
        {a.encoder + " + " + a.decoder, chosen}, {"GuideNet (resnet34 + simple)", guideNet}};
    for (const auto& [name, network] : networks) {
        auto row = rowOf(a, name, network);
        if (!row) return reportError(row.error());
        rows.push_back(std::move(*row));
    }
    if (a.json) {
        for (const Row& row : rows)
            printJson(row, a.layers);
        return kExitOk;
    }
    std::printf(
        "one picture of %d x %d; GMAC of encoder, decoder, all with dense heads, all as it runs here\n",
        chosen.inputHeight, chosen.inputWidth);
    std::printf("%-36s %8s %8s %8s %8s %8s %8s\n", "network", "M param.", "encoder", "decoder", "dense",
                "sparse", "ms");
    for (const Row& row : rows)
        print(row);
    // The paper's complexity figure is a drawing without numbers; this is what its authors' program was
    // measured at.
    std::printf("%-36s %8.2f %8.2f %8.2f %8.2f %8s %8s\n", "published program, measured", 24.2, 29.6, 14.6,
                74.5, "-", "-");
    if (a.layers)
        for (const LayerCost& layer : rows.front().cost.layers)
            std::printf("  %-60s %10lld parameters %10.3f MMAC\n", layer.name.c_str(),
                        static_cast<long long>(layer.parameters),
                        static_cast<double>(layer.multiplyAdds) / kMega);
    return kExitOk;
}

} // namespace

void addComplexityCommand(CLI::App& program, int& status) {
    CLI::App* command = program.add_subcommand(
        "complexity", "Count parameters and multiply-adds, layer by layer, and time them");
    const auto a = std::make_shared<ComplexityArguments>(); // shared with the callback, which may be copied
    addNetworkOptions(*command, a->network, a->encoder, a->decoder);
    command->add_option("--repeats", a->repeats, "Timed detections; 0: no timing")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--threads", a->threads, "0: all")->capture_default_str();
    command->add_flag("--layers", a->layers, "Each layer too");
    command->add_flag("--json", a->json, "One JSON object a network on stdout");
    addDeviceOptions(*command, a->device, a->precision);
    command->callback([a, &status] { status = runComplexity(*a); });
}

} // namespace vertescore
