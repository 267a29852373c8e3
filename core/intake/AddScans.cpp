// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/AddScans.h"

#include "core/io/ScanReader.h"
#include "core/io/listing/FileList.h"

namespace vertescore {

NewScan newScanOf(const Scan& scan) {
    NewScan added;
    added.path = scan.source.path;
    added.geometry = scan.geometry;
    added.bitsStored = scan.source.bitsStored;
    added.scannerGroup = scannerGroupName(scan.source.scannerGroup);
    added.sopInstanceUid = scan.source.sopInstanceUid;
    added.pixelSha256 = scan.pixelSha256;
    added.identity = {scan.identity.patientId, scan.identity.patientName, scan.identity.studyDate};
    return added;
}

namespace {

Result<AddedScan> addNamed(AnnotatorSession& session, NewScan scan) {
    scan.code = toUtf8(scan.path.stem());
    auto added = session.addScan(scan);
    if (added || added.error().code != ErrorCode::DuplicateEntry) return added;
    // Another scan has the name: the pixels tell them apart.
    scan.code = *scan.code + " (" + scan.pixelSha256.substr(0, 6) + ")";
    return session.addScan(scan);
}

} // namespace

Result<IntakeReport> addScans(AnnotatorSession& session, const std::vector<std::filesystem::path>& paths,
                              const IntakeOptions& options) {
    IntakeReport report;
    const auto [files, refused] = listFiles(paths);
    for (const Error& error : refused)
        report.skipped.push_back({*error.path, error});
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (options.stop.stop_requested()) {
            report.isCancelled = true;
            break;
        }
        const auto scan = readScan(files[i]);
        if (!scan) {
            report.skipped.push_back({files[i], scan.error()});
        } else {
            const auto added = options.codesFromFileNames ? addNamed(session, newScanOf(*scan))
                                                          : session.addScan(newScanOf(*scan));
            if (!added) return failure(added.error());
            if (!report.first) report.first = added->id;
            if (added->isNew)
                report.added.push_back(added->id);
            else
                ++report.alreadyThere;
        }
        if (options.progress) options.progress(i + 1, files.size());
    }
    return report;
}

} // namespace vertescore
