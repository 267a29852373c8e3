// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "StopSignal.h"

#include "core/base/AtomicFile.h"
#include "core/picturenet/FrontalView.h"
#include "model/picturenet/TrainPictureNet.h"

#include <cstdio>
#include <memory>

namespace vertescore {
namespace {

struct PictureNetArguments {
    PictureQuestion question = PictureQuestion::UnscannedRegions;
    std::filesystem::path out;
    std::uint64_t seed = 1;
    std::size_t count = 3000;
    std::size_t heldOut = 600;
    unsigned threads = 1;
    PictureTraining training;
};

/// Share right of all, of those with the answer yes and no, and style by style.
void printFigures(const PictureNet& net, PhantomDomain domain, const PictureSamples& samples) {
    const PictureFigures all = measurePictureNet(net, samples);
    if (net.question == PictureQuestion::FrontalView) {
        const PictureFigures refused = measurePictureNet(net, samples, kFrontalFrom);
        std::printf("%-8s from %.2f on: frontal %zu/%zu refused, lateral %zu/%zu not\n",
                    std::string(phantomDomainName(domain)).c_str(), kFrontalFrom, refused.rightYes,
                    refused.yes, refused.rightNo, refused.no);
    }
    std::printf("%-8s n %zu  right %.2f %%  yes %zu/%zu  no %zu/%zu\n",
                std::string(phantomDomainName(domain)).c_str(), all.count, 100 * all.accuracy(), all.rightYes,
                all.yes, all.rightNo, all.no);
    for (const PhantomStyle style : kPhantomStyles) {
        const PictureFigures one = measurePictureNet(net, ofStyle(samples, style));
        std::printf("  style %s  n %zu  right %.2f %%\n", std::string(phantomStyleName(style)).c_str(),
                    one.count, 100 * one.accuracy());
    }
}

int runPictureNet(const PictureNetArguments& a) {
    const std::stop_token stop = stopOnSignals();
    const auto learning =
        makePictureSamples({a.question, a.seed, PhantomDomain::Train, a.count, a.threads}, stop);
    if (stop.stop_requested()) return kExitFailed;
    std::fprintf(stderr, "%zu phantoms drawn\n", a.count);
    const auto showEpoch = [&](int done) { std::fprintf(stderr, "epoch %d/%d\n", done, a.training.epochs); };
    const auto net = trainPictureNet(learning, a.training, showEpoch, stop);
    if (!net) return reportError(net.error());
    if (stop.stop_requested()) return kExitFailed;
    if (const Status saved = writeFileAtomically(a.out, net->toText()); !saved)
        return reportError(saved.error());
    std::printf("%zu parameters\n", net->parameterCount());
    for (const PhantomDomain domain : {PhantomDomain::Train, PhantomDomain::Shifted}) {
        const auto unseen =
            makePictureSamples({a.question, a.seed + 1000, domain, a.heldOut, a.threads}, stop);
        if (stop.stop_requested()) return kExitFailed;
        printFigures(*net, domain, unseen);
    }
    return kExitOk;
}

} // namespace

void addPictureNetCommand(CLI::App& program, int& status, PictureQuestion question) {
    const bool isOfView = question == PictureQuestion::FrontalView;
    CLI::App* command = program.add_subcommand(
        std::string(pictureQuestionKey(question)),
        isOfView ? "Train the small network that tells frontal scans from lateral ones"
                 : "Train the small network that tells scans with unscanned black regions");
    const auto a = std::make_shared<PictureNetArguments>(); // shared with the callback, which may be copied
    a->question = question;
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
    command->callback([a, &status] { status = runPictureNet(*a); });
}

} // namespace vertescore
