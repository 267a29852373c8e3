// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/ObjectFolder.h"
#include "core/pacs/PacsNode.h"

#include <optional>
#include <string>
#include <vector>

namespace vertescore::pacs {

enum class RetrieveBy {
    Get, ///< C-GET: the objects come over the connection that we made
    Move ///< C-MOVE: the node calls us at PacsNode::ownPort, so it must know our AE title, host and port
};

struct RetrieveRequest {
    std::string studyUid;
    std::vector<std::string> seriesUids; ///< empty: all of the study
    RetrieveBy by = RetrieveBy::Get;
};

/// What came, and what ended the work before its end. What came is whole and stays, so that the same request
/// goes on where this one stopped.
struct RetrieveReport {
    std::size_t wanted = 0;            ///< objects that the node says it has
    std::size_t alreadyThere = 0;      ///< of these, in the folder before
    std::vector<StoredObject> arrived; ///< in the order of arrival
    std::vector<std::string> missing;  ///< SOP Instance UIDs that are not in the folder now
    std::vector<Error> refused;        ///< objects that came and were not kept
    std::optional<Error> problem;      ///< nothing where all is there
};

/// Asks which objects there are (C-FIND), then fetches those that the folder does not hold. Blocks; any
/// thread. The problem is one of echoNode, of ObjectFolder::open, or of storing: DiskFull, FileTooLarge ...
RetrieveReport retrieve(const PacsNode& node, const RetrieveRequest& request,
                        const std::filesystem::path& folder, const PacsWork& work = {});

} // namespace vertescore::pacs
