// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/Retrieve.h"

#include <functional>
#include <set>

namespace vertescore::pacs {

/// Objects of one series to fetch.
struct Wanted {
    std::string studyUid;
    std::string seriesUid;
    std::vector<std::string> instanceUids; ///< empty: the whole series
    std::set<std::string> classes;         ///< kinds of objects; empty: not known
};

/// Told of each object that came.
using Arrived = std::function<void(const Result<StoredObject>&)>;

/// C-GET, into the folder. Errors: those of echoNode; one of the folder ends the work (DiskFull ...).
Status fetchByGet(const PacsNode& node, const Wanted& wanted, const ObjectFolder& folder,
                  const Arrived& arrived, const PacsWork& work);

/// C-MOVE to our own AE title, where somebody must be listening. Errors: those of echoNode.
Status fetchByMove(const PacsNode& node, const Wanted& wanted, const PacsWork& work);

} // namespace vertescore::pacs
