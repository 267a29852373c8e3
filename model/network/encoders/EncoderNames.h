// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/VerteNetOptions.h"

#include <string>

namespace vertescore {

/// Our name (torchvision's) of a tensor in a state dict of torchvision or timm; nothing for what only a
/// classifier has (its last 1x1 convolution and layers). A name that is neither's comes back as it is.
std::optional<std::string> encoderTensorName(EncoderKind kind, const std::string& theirs);

} // namespace vertescore
