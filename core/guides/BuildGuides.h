// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/guides/Guides.h"
#include "core/landmarks/Landmarks.h"

namespace vertescore {

/// Inter-vertebral guides: anterior point = mean of the inferior anterior corner above and the superior
/// anterior corner below, posterior likewise. Intra-vertebral guides: the 1/3 and 2/3 points between
/// neighbouring inter-vertebral ones (AAC-24 marks, paper 000). Source pixels; the same for either anterior
/// side. Pure; any thread.
Guides buildGuides(const Landmarks& landmarks);

} // namespace vertescore
