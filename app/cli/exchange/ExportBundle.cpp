// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exchange/ExportBundle.h"

namespace vertescore::cli {

void exportBundle(const BundleItems& items, const std::filesystem::path& out, Console& console) {
    BundleOptions options;
    options.stop = console.stopToken();
    options.progress = [&console](std::size_t done, std::size_t total) {
        console.progress("exporting", done, total);
    };
    const auto report = exportTrainingBundle(items, out, options);
    if (!report) return console.failed(report.error());
    for (const SkippedFile& skipped : report->skipped)
        console.failed(skipped.error);
    const auto number = [](std::size_t count) { return std::to_string(count); };
    console.print(
        "exported " + number(report->scans) + " scans, " + number(report->personScans) +
        " of them placed or confirmed by a person throughout; points: " + number(report->personPoints) +
        " a person's, " + number(report->predictedPoints) + " the network's, " +
        number(report->notVisiblePoints) + " not visible, " + number(report->missingPoints) + " missing");
    console.note("For research use only. Not for diagnosis.");
}

} // namespace vertescore::cli
