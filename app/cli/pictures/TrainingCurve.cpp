// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "model/training/ReadTrainLog.h"
#include "ui/report/OffscreenApplication.h"
#include "ui/report/TrainingPicture.h"

namespace vertescore::cli {
namespace {

struct TrainingCurveOptions {
    std::string log;
    std::string out;
};

void drawCurve(const TrainingCurveOptions& options, Console& console) {
    const auto log = pathFromUtf8(options.log);
    const auto curve = readTrainLog(log);
    if (!curve) return console.failed(curve.error());
    const OffscreenApplication application;
    const auto out = pathFromUtf8(options.out);
    const QString title = QString::fromStdString("Training: " + options.log);
    if (const Status saved = saveTrainingCurve(out, *curve, title); !saved)
        return console.failed(saved.error());
    console.print(options.out + ": " + std::to_string(curve->steps.size()) + " steps, " +
                  std::to_string(curve->checks.size()) + " checks on held-out scans");
}

} // namespace

void addTrainingCurveCommand(CLI::App& program, ChosenWork& chosen) {
    auto options = std::make_shared<TrainingCurveOptions>();
    CLI::App* command = program.add_subcommand("training-curve", "Draw the log of a training");
    command->add_option("LOG", options->log, "log.jsonl of vertescore-train")->required();
    command->add_option("--out", options->out, "The picture, a PNG file")->required();
    whenChosen(command, chosen, [options](Console& console) { drawCurve(*options, console); });
}

} // namespace vertescore::cli
