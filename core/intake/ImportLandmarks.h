// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/landmarks/LandmarkFormat.h"
#include "core/store/AnnotatorSession.h"

#include <functional>
#include <stop_token>
#include <variant>

namespace vertescore {

/// DICOM objects that hold landmarks; the other kind in a folder is refused.
enum class DicomLandmarks {
    PresentationStates, ///< GSPS, of any program (PresentedLandmarks.h)
    Reports             ///< structured reports of ours (Report.h)
};

using LandmarkKind = std::variant<LandmarkFormat, DicomLandmarks>;

/// Where landmarks are to come from.
struct LandmarkFiles {
    LandmarkKind kind;
    std::filesystem::path path;           ///< a file, or a folder of them
    std::optional<AnteriorSide> anterior; ///< as in LandmarkReadOptions
};

/// Landmarks of a file that fit a scan of the study.
struct IncomingLandmarks {
    std::filesystem::path file; ///< or the folder, where the format is one of folders
    StudyScan scan;
    std::string fileName; ///< of the scan; annotators know it
    Landmarks landmarks;
    bool isRounded = false; ///< the source holds whole pixels only; the points say so, too
};

struct LandmarkIntake {
    std::vector<IncomingLandmarks> scans;
    std::vector<Error> refused; ///< each with the file, or the name of the scan that it speaks of
    bool isCancelled = false;
};

struct LandmarkIntakeOptions {
    std::stop_token stop;                                              ///< asked before each file
    std::function<void(std::size_t done, std::size_t total)> progress; ///< before each file
};

/// What files would bring to the scans of a study; nothing is changed. A scan is found by its file's name,
/// with or without ending, of DICOM objects by SOP Instance UID, and must have the size that the file speaks
/// of. Goes on after what is refused. Blocks; in the session's thread. Errors: those of the session.
Result<LandmarkIntake> readIncomingLandmarks(const AnnotatorSession& session, const LandmarkFiles& files,
                                             const LandmarkIntakeOptions& options = {});

} // namespace vertescore
