// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/ExportTrainingBundle.h"

#include "core/io/ScanReader.h"
#include "core/io/landmarks/LandmarkFiles.h"
#include "core/io/listing/FileList.h"
#include "core/tensors/TrainingBundle.h"

#include <deque>
#include <map>

namespace vertescore {
namespace {

namespace fs = std::filesystem;

template <typename Session>
Result<BundleItems> itemsOfSession(const Session& session) {
    const auto worklist = session.worklist();
    if (!worklist) return failure(worklist.error());
    BundleItems items;
    for (const WorklistRow& row : *worklist) {
        const auto scan = session.scan(row.scan);
        if (!scan) return failure(scan.error());
        const auto version = session.landmarks(row.scan);
        if (!version) return failure(version.error());
        if (!*version || (*version)->landmarks.isEmpty())
            items.skipped.push_back({scan->path, {ErrorCode::LandmarksMissing, "", scan->path}});
        else
            items.items.push_back({scan->path, scan->geometry.width, scan->geometry.height, scan->pixelSha256,
                                   (*version)->landmarks});
    }
    return items;
}

/// The landmark file of a scan: the truth where there is one.
fs::path landmarkFileOf(const fs::path& scan, const fs::path& folder) {
    for (const char* ending : {".truth.json", ".landmarks.json"}) {
        fs::path file = (folder.empty() ? scan.parent_path() : folder) / scan.stem();
        file += ending;
        std::error_code ignored;
        if (fs::exists(file, ignored)) return file;
    }
    return {};
}

Result<BundleItem> itemOfFile(const fs::path& scan, const fs::path& landmarkFolder) {
    const fs::path file = landmarkFileOf(scan, landmarkFolder);
    if (file.empty()) return failure(ErrorCode::LandmarksMissing, "no landmark file", scan);
    auto record = readLandmarkFile(file);
    if (!record) return failure(record.error());
    return BundleItem{
        scan, record->width, record->height, {}, std::move(record->landmarks), std::move(record->model)};
}

/// Pictures that stay in memory until they are written.
class BundleMaker {
public:
    Status add(const BundleItem& item) {
        const auto scan = readScan(item.path);
        if (!scan) return failure(scan.error());
        if (scan->geometry.width != item.width || scan->geometry.height != item.height)
            return failure(ErrorCode::LandmarksMalformed, "the landmarks are of a picture of another size",
                           item.path);
        if (!item.pixelSha256.empty() && item.pixelSha256 != scan->pixelSha256)
            return failure(ErrorCode::CorruptPixels, "not the picture that the landmarks were placed on",
                           item.path);
        const int bits = scan->source.bitsStored <= 8 ? 8 : 16;
        m_scans.push_back({scan->geometry, bits, pixelsOf(*scan, bits), item.landmarks,
                           pseudonymOf(scan->identity.patientId),
                           std::string(scannerGroupName(scan->source.scannerGroup))});
        return {};
    }
    const std::vector<BundleScan>& scans() const { return m_scans; }

private:
    std::string_view pixelsOf(const Scan& scan, int bits) {
        std::string& kept = m_pixels.emplace_back();
        const auto keep = [&kept](const auto& pixels) {
            kept.assign(reinterpret_cast<const char*>(pixels.data()), pixels.size() * sizeof(pixels.front()));
        };
        if (bits == 8)
            keep(renderDisplay(scan.image, scan.pipeline).pixels);
        else
            keep(renderDisplay16(scan.image, scan.pipeline));
        return kept;
    }

    /// A number in the order of appearance: from a hash, an id could be guessed.
    std::string pseudonymOf(const std::string& patientId) {
        if (patientId.empty()) return {};
        const auto number = m_patients.try_emplace(patientId, m_patients.size() + 1).first->second;
        return "patient " + std::to_string(number);
    }

    std::deque<std::string> m_pixels; ///< a deque: what m_scans points to stays in place
    std::map<std::string, std::size_t> m_patients;
    std::vector<BundleScan> m_scans;
};

void count(const Landmarks& landmarks, BundleReport& report) {
    bool isPersons = true;
    for (const VertebraLandmarks& vertebra : landmarks.vertebrae)
        for (const Landmark& corner : vertebra.corners) {
            const bool isDecided = corner.state != PointState::Predicted && corner.state != PointState::Unset;
            isPersons = isPersons && (isDecided || vertebra.missing == MissingReason::OutsidePicture);
            switch (corner.state) {
            case PointState::Edited:
            case PointState::Confirmed:
                ++report.personPoints;
                break;
            case PointState::Predicted:
                ++report.predictedPoints;
                break;
            case PointState::NotVisible:
                ++report.notVisiblePoints;
                break;
            case PointState::Unset:
                ++report.missingPoints;
                break;
            }
        }
    ++report.scans;
    report.personScans += isPersons ? 1 : 0;
}

} // namespace

Result<BundleItems> bundleItemsOf(const AnnotatorSession& session) {
    return itemsOfSession(session);
}

Result<BundleItems> bundleItemsOf(const ReaderSession& session) {
    return itemsOfSession(session);
}

BundleItems bundleItemsOf(const std::vector<fs::path>& paths, const fs::path& landmarkFolder) {
    BundleItems items;
    const FileList found = listFiles(paths);
    for (const Error& error : found.refused)
        items.skipped.push_back({*error.path, error});
    for (const fs::path& file : found.files) {
        auto item = itemOfFile(file, landmarkFolder);
        if (item)
            items.items.push_back(std::move(*item));
        else
            items.skipped.push_back({file, item.error()});
    }
    return items;
}

Result<BundleReport> exportTrainingBundle(const BundleItems& items, const fs::path& out,
                                          const BundleOptions& options) {
    BundleReport report;
    report.skipped = items.skipped;
    BundleMaker maker;
    for (std::size_t i = 0; i < items.items.size(); ++i) {
        if (options.stop.stop_requested()) return failure(ErrorCode::Cancelled, {}, out);
        const BundleItem& item = items.items[i];
        if (const Status added = maker.add(item); added)
            count(item.landmarks, report);
        else
            report.skipped.push_back({item.path, added.error()});
        if (options.progress) options.progress(i + 1, items.items.size());
    }
    if (maker.scans().empty())
        return failure(ErrorCode::LandmarksMissing, "no scan has landmarks and can be read", out);
    if (const Status written = writeTrainingBundle(out, maker.scans()); !written)
        return failure(written.error());
    return report;
}

} // namespace vertescore
