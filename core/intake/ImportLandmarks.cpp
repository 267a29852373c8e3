// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/ImportLandmarks.h"

#include "core/io/landmarks/PresentedLandmarks.h"
#include "core/io/listing/FileList.h"
#include "core/results/Report.h"

#include <algorithm>

namespace vertescore {
namespace {

namespace fs = std::filesystem;

struct KnownScan {
    StudyScan scan;
    std::string fileName;
    std::string stem; ///< the same without ending
};

/// The scans of a study, asked for by what files call them.
class KnownScans {
public:
    static Result<KnownScans> of(const AnnotatorSession& session) {
        const auto worklist = session.worklist();
        if (!worklist) return failure(worklist.error());
        KnownScans known;
        for (const WorklistRow& row : *worklist) {
            auto scan = session.scan(row.scan);
            if (!scan) return failure(scan.error());
            const std::string name = row.fileName.value_or(std::string());
            known.m_scans.push_back({std::move(*scan), name, toUtf8(pathOf(name).stem())});
        }
        return known;
    }

    /// By its file, whichever folder that lies in, or by the file's name without ending.
    Result<const KnownScan*> named(const fs::path& name) const {
        const std::string wanted = toUtf8(name.filename());
        auto found = all([&](const KnownScan& known) { return known.fileName == wanted; });
        if (found.empty()) found = all([&](const KnownScan& known) { return known.stem == wanted; });
        return onlyOne(found, name);
    }

    Result<const KnownScan*> ofInstance(const std::string& uid) const {
        return onlyOne(all([&](const KnownScan& known) { return known.scan.sopInstanceUid == uid; }),
                       pathOf(uid));
    }

private:
    static fs::path pathOf(const std::string& utf8) { return std::u8string(utf8.begin(), utf8.end()); }

    template <class Is>
    std::vector<const KnownScan*> all(Is is) const {
        std::vector<const KnownScan*> found;
        for (const KnownScan& known : m_scans)
            if (is(known)) found.push_back(&known);
        return found;
    }

    static Result<const KnownScan*> onlyOne(const std::vector<const KnownScan*>& found,
                                            const fs::path& name) {
        if (found.size() == 1) return found.front();
        return failure(
            ErrorCode::InvalidArgument,
            found.empty() ? "the study has no such scan" : "the study has several scans of that name", name);
    }

    std::vector<KnownScan> m_scans;
};

/// Reads files of one kind into an intake.
class Intake {
public:
    Intake(const KnownScans& known, const LandmarkFiles& files) : m_known(known), m_files(files) {}

    void readAnnotations(LandmarkFormat format) {
        const auto read = readLandmarks(format, m_files.path, options([this](const std::string& name) {
                                            return m_known.named(std::u8string(name.begin(), name.end()));
                                        }));
        if (!read) return void(m_intake.refused.push_back(read.error()));
        for (const ExchangedLandmarks& one : *read)
            take(m_files.path, one, m_known.named(one.record.scanPath), one.record.scanPath);
    }

    void readObjects(DicomLandmarks kind, const LandmarkIntakeOptions& watch) {
        auto [files, refused] = listFiles({m_files.path});
        m_intake.refused = std::move(refused);
        for (std::size_t i = 0; i < files.size(); ++i) {
            m_intake.isCancelled = watch.stop.stop_requested();
            if (m_intake.isCancelled) return;
            if (watch.progress) watch.progress(i, files.size());
            const auto scans = kind == DicomLandmarks::Reports ? reported(files[i]) : presented(files[i]);
            if (!scans) {
                m_intake.refused.push_back(scans.error());
                continue;
            }
            for (const ExchangedLandmarks& one : *scans)
                take(files[i], one, m_known.ofInstance(toUtf8(one.record.scanPath)), files[i]);
        }
    }

    LandmarkIntake result() && { return std::move(m_intake); }

private:
    using Scans = Result<std::vector<ExchangedLandmarks>>; ///< each with its SOP Instance UID as its path

    Scans presented(const fs::path& file) const {
        return readPresentedLandmarks(
            file, options([this](const std::string& uid) { return m_known.ofInstance(uid); }));
    }

    static Scans reported(const fs::path& file) {
        const auto report = readReport(file);
        if (!report) return failure(report.error());
        const ScanResults& results = report->results;
        if (results.landmarks.isEmpty())
            return failure(ErrorCode::LandmarksMissing, "it holds no landmarks", file);
        ExchangedLandmarks one;
        one.record = {report->sopInstanceUid, report->width, report->height, results.landmarks,
                      results.model};
        return std::vector{std::move(one)};
    }

    /// The name that a file is given back is the one that it asked with: it leads to the scan again.
    template <class Find>
    LandmarkReadOptions options(Find find) const {
        LandmarkReadOptions read;
        read.anterior = m_files.anterior;
        read.findScan = [find](const std::string& name) -> std::optional<NamedScan> {
            const auto known = find(name);
            if (!known) return std::nullopt;
            const std::string& file = (*known)->fileName;
            const bool isByUid = (*known)->scan.sopInstanceUid == name;
            return NamedScan{isByUid ? name : file, (*known)->scan.geometry};
        };
        return read;
    }

    /// blamed: what a refusal names, a file of one scan or the scan in a file of many.
    void take(const fs::path& file, const ExchangedLandmarks& one, const Result<const KnownScan*>& known,
              const fs::path& blamed) {
        const auto refuse = [&](ErrorCode code, const std::string& detail) {
            m_intake.refused.push_back({code, detail, blamed});
        };
        if (!known) return refuse(known.error().code, known.error().detail);
        const ScanGeometry& geometry = (*known)->scan.geometry;
        if (geometry.width != one.record.width || geometry.height != one.record.height)
            return refuse(ErrorCode::LandmarksMalformed, "the size of the image is not that of the scan");
        m_intake.scans.push_back(
            {file, (*known)->scan, (*known)->fileName, one.record.landmarks, one.isRounded});
    }

    const KnownScans& m_known;
    const LandmarkFiles& m_files;
    LandmarkIntake m_intake;
};

} // namespace

Result<LandmarkIntake> readIncomingLandmarks(const AnnotatorSession& session, const LandmarkFiles& files,
                                             const LandmarkIntakeOptions& options) {
    const auto known = KnownScans::of(session);
    if (!known) return failure(known.error());
    Intake intake(*known, files);
    if (const auto* format = std::get_if<LandmarkFormat>(&files.kind))
        intake.readAnnotations(*format);
    else
        intake.readObjects(std::get<DicomLandmarks>(files.kind), options);
    return std::move(intake).result();
}

} // namespace vertescore
