// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "core/io/Scan.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace vertescore::cli {

struct ScanBatch {
    std::vector<std::string> paths; ///< files and folders, as given
    bool json = false;
    std::string doing; ///< shown with the progress: "detecting"
};

/// Reads every scan at or below the paths, in order, and hands it to work. A file that cannot be read is
/// reported and the rest goes on: as failed, or, when it came with a folder and is simply no scan (another
/// format, a DICOM object without pixels, a page of results), as skipped. Ends early when the console is
/// stopped.
void forEachScan(const ScanBatch& batch, Console& console, const std::function<void(const Scan&)>& work);

/// Names for result files: the scan's name without the ending of an image file, and never the same one twice.
class ResultNames {
public:
    std::string nameFor(const std::filesystem::path& scan);

private:
    std::set<std::string> m_used;
};

/// Makes the folder for results where it is missing. Error: FileNotWritable.
Status makeFolder(const std::filesystem::path& folder);

} // namespace vertescore::cli
