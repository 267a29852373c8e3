// SPDX-License-Identifier: GPL-3.0-or-later
#include "Sources.h"

#include <cstdio>

namespace vertescore {

void addBundleOptions(CLI::App& command, SourceArguments& arguments) {
    command.add_option("--bundle", arguments.bundles,
                       "Training bundles to take scans from, made by vertescore-cli export training-bundle");
    command.add_flag("--accept-predicted", arguments.reading.acceptPredicted,
                     "Points that only the network placed count like a person's");
}

void addPhantomOptions(CLI::App& command, SourceArguments& arguments) {
    command.add_option("--phantom-seed", arguments.phantoms.seed, "Of the phantoms")->capture_default_str();
    command
        .add_option("--domain", arguments.domain,
                    "Of the phantoms: train, or shifted: ranges kept for measuring")
        ->check(CLI::IsMember({"train", "shifted"}))
        ->capture_default_str();
}

void addMixtureOption(CLI::App& command, SourceArguments& arguments) {
    command
        .add_option("--phantom-share", arguments.phantomShare,
                    "Share of phantoms among what is learnt from, beside bundles")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
}

Result<BundleScans> openScans(const SourceArguments& arguments) {
    auto scans = openBundles(arguments.bundles, arguments.reading);
    if (scans && scans->leftOut > 0)
        std::fprintf(stderr,
                     "vertescore-train: %zu scans left out: no person placed a vertebra, or some were never "
                     "decided on\n",
                     scans->leftOut);
    return scans;
}

std::unique_ptr<ScanSource> phantomsOf(const SourceArguments& arguments) {
    PhantomOptions options = arguments.phantoms;
    options.domain = *phantomDomainFromName(arguments.domain);
    return makePhantomSource(options);
}

} // namespace vertescore
