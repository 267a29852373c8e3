// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/samples/SampleRandom.h"
#include "model/training/scans/TrainingScan.h"

namespace vertescore {

/// The same scan as a scanner that nobody trained for might show it: stretched, enlarged or reduced, turned a
/// little, mirrored or not, other tone, sometimes inverted, blurred, with more and blotchier noise. It is
/// what training does to its samples, and more; the ranges know nothing of the phantoms' shifted domain,
/// which stays for measuring. Vertebrae in the picture stay in it. Truth moves along; states, group and
/// patient stay. The result depends on the arguments alone; any thread.
TrainingScan stressed(const TrainingScan& scan, SampleRandom random);

} // namespace vertescore
