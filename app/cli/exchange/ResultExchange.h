// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"

#include <string>
#include <vector>

namespace vertescore::cli {

inline constexpr const char* kReportFormat = "sr";
inline constexpr const char* kPresentationFormat = "gsps";

/// Results as DICOM on their way between a study, or files, and a folder of objects.
struct ResultExchange {
    std::string format;
    std::vector<std::string> paths; ///< scans, instead of a study
    std::string landmarks;          ///< folder of their landmark files; empty: beside them
    std::string study;
    std::string person; ///< who signs in; empty: the first coordinator
    bool passwordFromStdin = false;
    std::string arm; ///< with one the person is a reader, and the grades of that reader count
    int session = 1;
    double factor = 1;
    std::string file; ///< folder to write, or file or folder to read
    /// Else what is written with an arm holds the scan's code instead of the patient's name and ID.
    bool withPatient = false;
};

/// NAME.sr.dcm or NAME.gsps.dcm in the folder for each scan that has landmarks; what cannot be written is
/// said.
void exportResults(const ResultExchange& exchange, Console& console);

/// The signed-in reader's own grades of every report; a scan is found by its UID.
void importReportedGrades(const ResultExchange& exchange, Console& console);

} // namespace vertescore::cli
