// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace vertescore::dicom {

/// The files in the folder of a file, which may lie in an archive, that look like presentation states, by
/// name. Kept until the folder changes. Any thread.
std::vector<std::filesystem::path> presentationFilesBeside(const std::filesystem::path& file);

} // namespace vertescore::dicom
