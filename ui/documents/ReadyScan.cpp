// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/ReadyScan.h"

#include "core/roi/CropRoi.h"

namespace vertescore {

ReadyScan makeReady(std::shared_ptr<const Scan> scan) {
    auto mask =
        std::make_shared<const BlackMask>(findBlackRegions(renderDisplay(scan->image, scan->pipeline)));
    return {std::move(scan), std::move(mask)};
}

} // namespace vertescore
