// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/Trainer.h"

#include <CLI/CLI.hpp>

namespace vertescore {

/// How the network looks and how it is trained, as options say it.
struct TrainingArguments {
    TrainOptions options;
    std::string encoder = "efficientnet_v2_s";
    std::string decoder = "mcfb";
    std::string device = "auto";
    std::string precision = "auto";
    std::string schedule = "cosine";

    TrainOptions finished() const; ///< with the names above read
};

/// --encoder, --decoder, --reduction, --window, --same-padding, --height, --width.
void addNetworkOptions(CLI::App& command, VerteNetOptions& network, std::string& encoder,
                       std::string& decoder);
/// The network those options describe.
VerteNetOptions networkOf(VerteNetOptions network, const std::string& encoder, const std::string& decoder);

/// All of TrainingArguments.
void addTrainingOptions(CLI::App& command, TrainingArguments& arguments);

/// The line of progress on stderr; rewritten in place on a terminal, and only validations elsewhere. prefix:
/// what stands before the step.
void printProgress(const std::string& prefix, const TrainProgress& progress);

} // namespace vertescore
