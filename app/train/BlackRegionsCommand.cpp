// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "StopSignal.h"

#include "core/base/AtomicFile.h"
#include "model/blackregions/TrainBlackRegions.h"

#include <cstdio>
#include <memory>

namespace vertescore {
namespace {

struct BlackRegionsArguments {
    std::filesystem::path out;
    std::uint64_t seed = 1;
    std::size_t count = 3000;
    std::size_t heldOut = 600;
    unsigned threads = 1;
    BlackRegionTraining training;
};

/// Share right of all, of those with and of those without regions, and style by style.
void printFigures(const BlackRegionNet& net, PhantomDomain domain, const BlackRegionSamples& samples) {
    const BlackRegionFigures all = measureBlackRegions(net, samples);
    std::printf("%-8s n %zu  right %.2f %%  with regions %zu/%zu  without %zu/%zu\n",
                std::string(phantomDomainName(domain)).c_str(), all.count, 100 * all.accuracy(),
                all.rightWith, all.with, all.rightWithout, all.without);
    for (const PhantomStyle style : kPhantomStyles) {
        const BlackRegionFigures one = measureBlackRegions(net, ofStyle(samples, style));
        std::printf("  style %s  n %zu  right %.2f %%\n", std::string(phantomStyleName(style)).c_str(),
                    one.count, 100 * one.accuracy());
    }
}

int runBlackRegions(const BlackRegionsArguments& a) {
    const std::stop_token stop = stopOnSignals();
    const auto learning = makeBlackRegionSamples({a.seed, PhantomDomain::Train, a.count, a.threads}, stop);
    if (stop.stop_requested()) return kExitFailed;
    std::fprintf(stderr, "%zu phantoms drawn\n", a.count);
    const auto showEpoch = [&](int done) { std::fprintf(stderr, "epoch %d/%d\n", done, a.training.epochs); };
    const auto net = trainBlackRegions(learning, a.training, showEpoch, stop);
    if (!net) return reportError(net.error());
    if (stop.stop_requested()) return kExitFailed;
    if (const Status saved = writeFileAtomically(a.out, net->toText()); !saved)
        return reportError(saved.error());
    std::printf("%zu parameters\n", net->parameterCount());
    for (const PhantomDomain domain : {PhantomDomain::Train, PhantomDomain::Shifted}) {
        const auto unseen = makeBlackRegionSamples({a.seed + 1000, domain, a.heldOut, a.threads}, stop);
        if (stop.stop_requested()) return kExitFailed;
        printFigures(*net, domain, unseen);
    }
    return kExitOk;
}

} // namespace

void addBlackRegionsCommand(CLI::App& program, int& status) {
    CLI::App* command = program.add_subcommand(
        "blackregions", "Train the small network that tells scans with unscanned black regions");
    const auto a = std::make_shared<BlackRegionsArguments>(); // shared with the callback, which may be copied
    command->add_option("--out", a->out, "Weights file to write")->required();
    command->add_option("--seed", a->seed, "Of the phantoms; those held out have another")
        ->capture_default_str();
    command->add_option("--count", a->count, "Phantoms to learn from")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--held-out", a->heldOut, "Phantoms of each domain to measure on")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--threads", a->threads, "That draw phantoms")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--epochs", a->training.epochs)->check(CLI::PositiveNumber)->capture_default_str();
    command->add_option("--learning-rate", a->training.learningRate)
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->callback([a, &status] { status = runBlackRegions(*a); });
}

} // namespace vertescore
