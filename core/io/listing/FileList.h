// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <vector>

namespace vertescore {

/// What a person means with the files and folders that they name.
struct FileList {
    std::vector<std::filesystem::path> files;
    std::vector<Error> refused; ///< what a list of files names but must not be followed; each with its path
};

/// Every file at or below the paths: the paths in their order, each folder's files by name. In folders,
/// hidden files, what is neither a regular file nor a link that leads nowhere, and what this program wrote
/// beside scans are left out: NAME.landmarks.json, NAME.crop.json, NAME.truth.json, NAME.overlay.png,
/// contact-sheet.png. Links to folders are not followed. A path that is no folder is always in, and so is a
/// folder that cannot be listed, so that whoever reads the list says why.
///
/// A DICOMDIR stands for the images that it refers to, in its order, also for those that are not there; one
/// that leads out of its folder, by name or by a link, is refused. A folder that holds one (a CD) stands for
/// these images and for every other file in it that is, or is called, DICOM: pictures and programs of the
/// viewer on it are no scans. Any thread.
FileList listFiles(const std::vector<std::filesystem::path>& paths);

} // namespace vertescore
