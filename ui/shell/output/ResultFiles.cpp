// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/output/ResultFiles.h"

#include "core/results/Presentation.h"
#include "core/results/Report.h"
#include "ui/shell/session/Workspace.h"

#include <QDateTime>

namespace vertescore {
namespace {

ScanResults resultsOf(DocumentKeeper& keeper, const DeskSession& session) {
    const ScanDocument& document = keeper.document();
    ScanResults results;
    LandmarkOrigin origin;
    if (const auto version = session.landmarks(keeper.studyScan().id); version && *version)
        origin = {(*version)->author, (*version)->model, (*version)->weightsSha256};
    if (!origin.model && document.detection()) origin.model = document.detection()->model;
    putLandmarks(results, document.landmarks(), origin);
    if (document.roi()) results.crop = cropResultOf(*document.roi());
    if (session.reader() != nullptr)
        results.grading = Grading{document.sheet(), session.rules().convention, session.person().name};
    return results;
}

DrawnResults drawingOf(const ScanDocument& document, const ScanResults& results) {
    const Result<Roi>& roi = document.roi();
    return drawnOf(results, document.guides(), roi ? std::optional(roi->curve) : std::nullopt);
}

} // namespace

bool hasResultsToSend(DocumentKeeper& keeper) {
    const ScanDocument& document = keeper.document();
    return !document.landmarks().isEmpty() && !document.scan().source.sopInstanceUid.empty();
}

std::function<Result<std::vector<std::filesystem::path>>()>
resultFiles(DocumentKeeper& keeper, const Workspace& workspace, const std::filesystem::path& folder) {
    const ScanResults results = resultsOf(keeper, *workspace.session());
    const DrawnResults drawn = drawingOf(keeper.document(), results);
    const ScanSource& source = keeper.document().scan().source;
    const std::string name =
        keeper.studyScan().code +
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("-yyyyMMdd-HHmmss-zzz")).toStdString();
    return [results, drawn, folder, name, scan = source.path,
            frame = source.frame]() -> Result<std::vector<std::filesystem::path>> {
        std::error_code problem;
        std::filesystem::create_directories(folder, problem);
        if (problem) return failure(ErrorCode::FileNotWritable, problem.message(), folder);
        const auto report = folder / (name + ".sr.dcm"), state = folder / (name + ".gsps.dcm");
        if (const Status written = writeReport(report, scan, frame, results); !written)
            return failure(written.error());
        const Status written = writePresentation(state, scan, frame, drawn);
        // A colour picture takes no presentation state; the report says everything all the same.
        if (!written && written.error().code == ErrorCode::UnsupportedPixels)
            return std::vector<std::filesystem::path>{report};
        if (!written) return failure(written.error());
        return std::vector<std::filesystem::path>{report, state};
    };
}

} // namespace vertescore
