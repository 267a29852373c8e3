// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/results/ScanResults.h"

#include <filesystem>

// Results as a DICOM structured report: Comprehensive SR after TID 1500, Imaging Measurement Report (PS3.16).
// What the standard has no code for is coded in a scheme of our own, kCodingScheme, which the object
// declares. README.md says which content item holds what.
namespace vertescore {

inline constexpr std::string_view kCodingScheme = "99VERTESCORE";

/// A report that was read.
struct ScanReport {
    ScanResults results;
    std::string sopInstanceUid; ///< of the scan
    int frame = 0;              ///< of the scan, from 0
    int width = 0;              ///< of the scan, pixels
    int height = 0;
    std::string softwareVersion; ///< of the program that wrote it
};

/// Writes the results of a DICOM scan. Patient and study are those of the scan, everything else is new, so
/// that each call makes an object of its own. code: stands for the patient's name and ID, and of the study
/// only the UID is told: for readers who must not know whose scan it is. Points become pairs of 32-bit
/// numbers (about 1e-4 pixels); other numbers come back as they were. Locks of points are not written.
/// Errors: UnsupportedFormat (the scan is no DICOM file), InvalidArgument (it has no SOP Instance, Study or
/// Series UID, or no such frame), those of reading it, FileNotWritable, DiskFull; each with the path of the
/// file it is about. Any thread.
Status writeReport(const std::filesystem::path& path, const std::filesystem::path& scan, int frame,
                   const ScanResults& results, const std::optional<std::string>& code = std::nullopt);

/// Reads a report that writeReport made. Errors: UnsupportedFormat (no structured report, or one without our
/// content), FileMalformed (what and where), File...; each with the path. Any thread.
Result<ScanReport> readReport(const std::filesystem::path& path);

} // namespace vertescore
