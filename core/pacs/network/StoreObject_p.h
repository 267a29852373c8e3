// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/ObjectFolder.h"
#include "core/pacs/network/SocketCut_p.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/dimse.h>

#include <functional>

namespace vertescore::pacs {

/// Where objects that arrive at an association go, and how.
struct Storing {
    ObjectFolder folder;
    std::string sender; ///< AE title
    int seconds = 30;
    SocketCut* cut = nullptr;              ///< the association's
    std::function<void()> isArriving = {}; ///< after each piece
};

struct StoreOutcome {
    Result<StoredObject> object;
    OFCondition connection; ///< bad: nothing more can be said or heard
};

/// Takes the object that a C-STORE request announces into the folder and answers the request: success only
/// when it is on the disk. Errors of the object: those of IncomingObject, ConnectionLost, NodeTimeout.
StoreOutcome storeObject(T_ASC_Association* association, const T_DIMSE_C_StoreRQ& request,
                         T_ASC_PresentationContextID context, const Storing& storing);

} // namespace vertescore::pacs
