// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace vertescore {

/// Why something that may fail did fail. Programs and tests compare codes, never text; the sentence for
/// people is built from code, detail and path by describeError() on the command line and by ui in the user's
/// language.
enum class ErrorCode {
    // files
    FileNotFound,
    FileUnreadable,
    FileNotWritable,
    DiskFull,
    FileEmpty,
    FileTruncated,
    FileTooLarge,
    FileMalformed,
    UnsupportedFormat,
    // scans
    NotAnImage,        ///< a DICOM object without pixels (DICOMDIR, presentation state, report, ...)
    UnsupportedPixels, ///< a pixel encoding that this build cannot decode
    CorruptPixels,
    ImageTooSmall,
    NotAScan,    ///< an image, but not a lateral scan (result page with burned-in text, ...)
    FrontalView, ///< a frontal scan where a lateral one is needed
    // landmarks, guides
    LandmarksMissing,
    LandmarksMalformed,
    KnotsNotIncreasing, ///< the points of the ROI curve do not go down the image strictly
    // model
    WeightsMissing,
    WeightsMalformed,
    WeightsMismatch, ///< missing, unexpected or mis-shaped tensors; detail lists every one
    DeviceUnavailable,
    OutOfMemory,
    ModelFailure,
    // studies
    StudyNotFound,
    StudyExists,
    StudyNotSqlite,
    StudyCorrupt,
    StudyNewer, ///< written by a newer program
    StudyLocked,
    StudyReadOnly,
    StudyFailure,
    NotAllowed, ///< the session's role or the study's rules forbid it
    WrongPassword,
    ReadingLocked,
    // archives (PACS)
    NodeUnreachable, ///< no connection: nobody listens there, or nobody answered in time
    NodeRefused,     ///< it does not want us, or not what we ask of it
    NodeUntrusted,   ///< TLS: no certificate that is trusted, or none of ours that can be used
    NodeTimeout,     ///< connected, but no answer came
    ConnectionLost,
    NodeFailure, ///< it answers that it could not
    // everything else
    InvalidArgument,
    DuplicateEntry,
    Cancelled,
    Internal,
};

/// The code's name as it appears in JSON output ("fileNotFound", ...). Stable; programs may rely on it.
std::string_view errorCodeName(ErrorCode code);

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail; ///< what exactly was wrong; may be empty; never a patient's name
    std::optional<std::filesystem::path> path;
};

/// One English sentence that names the file (when there is one) and the reason.
std::string describeError(const Error& error);

/// A path as UTF-8, on every system.
std::string toUtf8(const std::filesystem::path& path);

} // namespace vertescore
