// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <functional>
#include <vector>

namespace vertescore {

class DocumentKeeper;
class Workspace;

/// Whether a scan has something that can lie beside it in an archive: it is DICOM, and has corners.
bool hasResultsToSend(DocumentKeeper& keeper);

/// Writes the results of the scan on the desk as DICOM objects into a folder, under the scan's code: a
/// structured report (landmarks, region, and a signed-in reader's own grades) and a presentation state. The
/// function works on copies and may be called on any thread; each call makes objects of their own.
std::function<Result<std::vector<std::filesystem::path>>()>
resultFiles(DocumentKeeper& keeper, const Workspace& workspace, const std::filesystem::path& folder);

} // namespace vertescore
