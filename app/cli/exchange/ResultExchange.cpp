// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exchange/ResultExchange.h"

#include "app/cli/scans/Detecting.h"
#include "app/cli/scans/ScanBatch.h"
#include "app/cli/study/SignIn.h"
#include "core/intake/ExportTrainingBundle.h"
#include "core/io/ScanReader.h"
#include "core/io/listing/FileList.h"
#include "core/results/Presentation.h"
#include "core/results/Report.h"

namespace vertescore::cli {
namespace {

/// One scan with what is known of it.
struct ResultItem {
    std::filesystem::path scan;
    std::string name;                               ///< of the file to write, without ending
    std::optional<std::string> code = std::nullopt; ///< instead of the patient, for blind readers
    std::string pixelSha256; ///< of the picture that the results are about; empty: not known
    int width = 0;
    int height = 0;
    ScanResults results;
};

/// Scans of a study as an annotator sees them (files by name) or a reader (files by code, own grades).
template <typename Session>
Result<std::vector<ResultItem>> itemsOf(const Session& session,
                                        const std::function<Status(ScanId, ResultItem&)>& addGrades) {
    const auto worklist = session.worklist();
    if (!worklist) return failure(worklist.error());
    std::vector<ResultItem> items;
    ResultNames names;
    for (const WorklistRow& row : *worklist) {
        const auto scan = session.scan(row.scan);
        if (!scan) return failure(scan.error());
        const auto version = session.landmarks(row.scan);
        if (!version) return failure(version.error());
        ResultItem item;
        item.scan = scan->path;
        if (!row.fileName) item.code = scan->code;
        item.name = names.nameFor(pathFromUtf8(row.fileName.value_or(scan->code)));
        item.pixelSha256 = scan->pixelSha256;
        item.width = scan->geometry.width;
        item.height = scan->geometry.height;
        if (const auto& known = *version)
            putLandmarks(item.results, known->landmarks, {known->author, known->model, known->weightsSha256});
        if (const Status added = addGrades(row.scan, item); !added) return failure(added.error());
        items.push_back(std::move(item));
    }
    return items;
}

Result<ReaderSession> signInReader(StudyStore& store, const ResultExchange& exchange) {
    const auto signIn = actingSignIn(store, exchange.person, exchange.passwordFromStdin);
    if (!signIn) return failure(signIn.error());
    return store.openReaderSession(*signIn, {exchange.arm, exchange.session});
}

Result<AnnotatorSession> signInAnnotator(StudyStore& store, const ResultExchange& exchange) {
    const auto signIn = actingSignIn(store, exchange.person, exchange.passwordFromStdin);
    if (!signIn) return failure(signIn.error());
    return store.openAnnotatorSession(*signIn);
}

Result<std::vector<ResultItem>> itemsOfReader(StudyStore& store, const ResultExchange& exchange) {
    const auto session = signInReader(store, exchange);
    if (!session) return failure(session.error());
    const ScoringConvention convention = store.study().settings.convention;
    return itemsOf<ReaderSession>(*session, [&](ScanId scan, ResultItem& item) -> Status {
        const auto reading = session->reading(scan);
        if (!reading) return failure(reading.error());
        if (reading->state != ReadingState::Unread)
            item.results.grading = Grading{reading->sheet, convention, session->reader().name};
        return {};
    });
}

Result<std::vector<ResultItem>> itemsOfStudy(const ResultExchange& exchange) {
    auto store = StudyStore::open(pathFromUtf8(exchange.study));
    if (!store) return failure(store.error());
    if (!exchange.arm.empty()) return itemsOfReader(*store, exchange);
    const auto session = signInAnnotator(*store, exchange);
    if (!session) return failure(session.error());
    return itemsOf<AnnotatorSession>(*session, [](ScanId, ResultItem&) -> Status { return {}; });
}

/// Scans of files with the landmark files of theirs; who placed a point is not known then.
std::vector<ResultItem> itemsOfFiles(const ResultExchange& exchange, Console& console) {
    std::vector<std::filesystem::path> paths;
    for (const std::string& path : exchange.paths)
        paths.push_back(pathFromUtf8(path));
    const BundleItems found = bundleItemsOf(paths, pathFromUtf8(exchange.landmarks));
    for (const SkippedFile& skipped : found.skipped)
        console.failed(skipped.error);
    std::vector<ResultItem> items;
    ResultNames names;
    for (const BundleItem& one : found.items) {
        ScanResults results;
        putLandmarks(results, one.landmarks, {.model = one.model});
        items.push_back({one.path, names.nameFor(one.path), std::nullopt, one.pixelSha256, one.width,
                         one.height, std::move(results)});
    }
    return items;
}

Status writeOne(ResultItem item, const ResultExchange& exchange) {
    if (item.results.landmarks.isEmpty() && !item.results.grading)
        return failure(ErrorCode::LandmarksMissing, "left out", item.scan);
    const auto scan = readScan(item.scan);
    if (!scan) return failure(scan.error());
    const bool isSame = item.pixelSha256.empty() || item.pixelSha256 == scan->pixelSha256;
    if (!isSame || scan->image.width != item.width || scan->image.height != item.height)
        return failure(ErrorCode::CorruptPixels, "not the picture that the landmarks were placed on",
                       item.scan);
    const CropFinding crop = findCrop(*scan, item.results.landmarks, exchange.factor);
    const auto path = pathFromUtf8(exchange.file) / pathFromUtf8(item.name + "." + exchange.format + ".dcm");
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored))
        return failure(ErrorCode::DuplicateEntry, "nothing is written over", path);
    const auto code = exchange.withPatient ? std::nullopt : item.code;
    if (exchange.format == kReportFormat) {
        if (crop.roi) item.results.crop = cropResultOf(*crop.roi);
        return writeReport(path, item.scan, scan->source.frame, item.results, code);
    }
    const auto drawn =
        drawnOf(item.results, crop.guides, crop.roi ? std::optional(crop.roi->curve) : std::nullopt);
    return writePresentation(path, item.scan, scan->source.frame, drawn, code);
}

/// The scan of the study that a report is about.
Result<StudyScan> scanOf(const ScanReport& report, const ReaderSession& session, const Worklist& worklist,
                         const std::filesystem::path& file) {
    for (const WorklistRow& row : worklist) {
        auto scan = session.scan(row.scan);
        if (!scan) return scan;
        if (scan->sopInstanceUid != report.sopInstanceUid) continue;
        if (scan->geometry.width != report.width || scan->geometry.height != report.height)
            return failure(ErrorCode::FileMalformed, "the size of the image is not that of the scan", file);
        return scan;
    }
    return failure(ErrorCode::InvalidArgument, "the study has no scan of that SOP Instance UID", file);
}

Status importGrades(const std::filesystem::path& file, const Worklist& worklist, ReaderSession& session) {
    const auto report = readReport(file);
    if (!report) return failure(report.error());
    const auto scan = scanOf(*report, session, worklist, file);
    if (!scan) return failure(scan.error());
    if (!report->results.grading) return failure(ErrorCode::FileMalformed, "it holds no grades", file);
    const Grading& grading = *report->results.grading;
    if (grading.reader != session.reader().name)
        return failure(ErrorCode::NotAllowed, "these are another person's grades", file);
    const auto reading = session.reading(scan->id);
    if (!reading) return failure(reading.error());
    if (reading->state != ReadingState::Unread)
        return failure(ErrorCode::DuplicateEntry, "the reader has begun this scan", file);
    for (const Segment segment : kSegments)
        for (const Wall wall : kWalls) {
            const ScoreCell& cell = grading.sheet.at(segment, wall);
            if (cell.isBlank()) continue;
            if (const Status set = session.setCell(scan->id, segment, wall, cell, {}); !set) return set;
        }
    return {};
}

} // namespace

void exportResults(const ResultExchange& exchange, Console& console) {
    const bool fromFiles = !exchange.paths.empty();
    if (fromFiles != exchange.study.empty())
        return console.wrongUsage("either scans or --study say of what the results are");
    const auto items =
        fromFiles ? Result<std::vector<ResultItem>>(itemsOfFiles(exchange, console)) : itemsOfStudy(exchange);
    if (!items) return console.failed(items.error());
    if (const Status made = makeFolder(pathFromUtf8(exchange.file)); !made)
        return console.failed(made.error());
    std::size_t written = 0, done = 0;
    for (const ResultItem& item : *items) {
        if (console.isStopped()) break;
        console.progress("exporting", done++, items->size());
        if (const Status status = writeOne(item, exchange); status)
            ++written;
        else
            console.failed(status.error());
    }
    console.print("exported the results of " + std::to_string(written) + " scans");
    console.note("For research use only. Not for diagnosis.");
}

void importReportedGrades(const ResultExchange& exchange, Console& console) {
    auto store = StudyStore::open(pathFromUtf8(exchange.study));
    if (!store) return console.failed(store.error());
    auto session = signInReader(*store, exchange);
    if (!session) return console.failed(session.error());
    const auto worklist = session->worklist();
    if (!worklist) return console.failed(worklist.error());
    const auto [files, refused] = listFiles({pathFromUtf8(exchange.file)});
    for (const Error& error : refused)
        console.failed(error);
    std::size_t taken = 0, done = 0;
    for (const auto& file : files) {
        if (console.isStopped()) break;
        console.progress("importing", done++, files.size());
        if (const Status status = importGrades(file, *worklist, *session); status)
            ++taken;
        else
            console.failed(status.error());
    }
    console.print("imported the grades of " + std::to_string(taken) + " scans");
}

} // namespace vertescore::cli
