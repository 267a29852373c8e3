// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/PacsNode.h"

#include <vector>

namespace vertescore::pacs {

struct SentFile {
    std::filesystem::path file;
    std::string instanceUid; ///< empty where the file could not be read
    std::string warning;     ///< what the node remarked about an object that it took
    Status status;
};

/// What became of each file, in the order given.
struct SendReport {
    std::vector<SentFile> files;
    std::vector<std::filesystem::path> failed() const; ///< to send again
};

struct SendOptions {
    /// After a connection that was lost, what the node has not confirmed is sent again, over a new one, as
    /// long as each new one brings something through, and at most so often in a row without.
    int retries = 1;
};

/// C-STORE of DICOM files (folders are not looked into), one association for as many as fit. Each goes out as
/// it is: nothing is compressed or decompressed on the way; plain ones change their byte order if they must.
/// A file sent twice is one object at the node, because its UID is the same. Blocks; any thread. Errors of a
/// file: those of loadDicom, InvalidArgument (no SOP Class or Instance UID), NodeRefused (it does not take
/// this kind of object, or not in this transfer syntax), NodeFailure, and those of echoNode.
SendReport sendFiles(const PacsNode& node, const std::vector<std::filesystem::path>& files,
                     const PacsWork& work = {}, const SendOptions& options = {});

} // namespace vertescore::pacs
