// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ViewCheck.h"

#include "core/picturenet/FrontalView.h"

#include <cmath>

namespace vertescore {

Status checkLateral(const Scan& scan, const DisplayImage& picture) {
    if (scan.source.statedView == PatientView::Lateral) return {};
    if (scan.source.statedView == PatientView::Frontal)
        return failure(ErrorCode::FrontalView, "says the file", scan.source.path);
    const double probability = frontalProbability(picture);
    if (probability < kFrontalFrom) return {};
    const int percent = static_cast<int>(std::floor(100 * probability));
    return failure(ErrorCode::FrontalView, "so the picture looks, to " + std::to_string(percent) + " %",
                   scan.source.path);
}

} // namespace vertescore
