// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Resources.h"
#include "app/demo/DemoStudy.h"
#include "app/workstation/Workstation.h"
#include "model/LoadDetector.h"

#include <CLI/CLI.hpp>
#include <QApplication>

#include <iostream>

namespace {

using namespace vertescore;

constexpr int kWrongUsage = 2;
constexpr int kInternalError = 3;

struct Arguments {
    LaunchOptions launch;
    std::filesystem::path weights;
    DeviceChoice device = DeviceChoice::Auto;
};

/// The exit code when the program ends here: help, version, or wrong usage.
std::optional<int> parse(int argc, char** argv, Arguments& arguments) {
    CLI::App program("VerteScore: lateral-spine scans, their landmarks, and aortic calcification grades.\n"
                     "For research use only. Not for diagnosis.",
                     "vertescore");
    std::vector<std::string> paths;
    std::string study;
    std::string folder;
    std::string weights;
    std::string device = "auto";
    program.set_version_flag("--version", std::string("vertescore ") + VERTESCORE_VERSION);
    program.add_option("paths", paths, "Scans, folders of scans, or one study file; nothing: the demo study");
    program.add_option("--study", study, "Study file to open");
    program.add_option("--weights", weights, "The network's weights; else those that ship with the program");
    program.add_option("--device", device, "Where the network runs")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
    program.add_option("--data-folder", folder, "Where demo, own scans, settings and log are kept");
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : kWrongUsage;
    }
    arguments.launch.study = QString::fromStdString(study);
    arguments.launch.folder = QString::fromStdString(folder);
    for (const std::string& path : paths) {
        const QString name = QString::fromStdString(path);
        if (name.endsWith(QLatin1String(kStudyFileExtension.data())))
            arguments.launch.study = name;
        else
            arguments.launch.scans << name;
    }
    arguments.weights = weights;
    arguments.device = *deviceChoiceFromName(device);
    return std::nullopt;
}

Result<std::unique_ptr<LandmarkDetector>> makeDetector(const Arguments& arguments) {
    std::filesystem::path weights = arguments.weights;
    if (weights.empty()) {
        const auto shipped = defaultWeights();
        if (!shipped) return failure(shipped.error());
        weights = *shipped;
    }
    LoadDetectorOptions options;
    options.device = arguments.device;
    return loadDetector(weights, options);
}

} // namespace

int main(int argc, char** argv) {
    try {
        Arguments arguments;
        if (const auto code = parse(argc, argv, arguments)) return *code;
        QApplication application(argc, argv);
        QCoreApplication::setApplicationName(QStringLiteral("VerteScore"));
        QCoreApplication::setApplicationVersion(QStringLiteral(VERTESCORE_VERSION));
        return runWorkstation(
            arguments.launch, [arguments] { return makeDetector(arguments); }, makeDemoStudy);
    } catch (const std::exception& problem) {
        std::cerr << "vertescore: internal error: " << problem.what() << '\n';
    }
    return kInternalError;
}
