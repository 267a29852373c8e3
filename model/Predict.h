// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Decode.h"
#include "model/Device.h"
#include "model/Resample.h"
#include "model/network/VerteNet.h"

#include <functional>

namespace vertescore {

/// What the network says of one picture, in its frame.
struct PicturePrediction {
    LevelledVertebrae vertebrae;
    AnteriorSide anterior = AnteriorSide::Right; ///< of the picture as it was given
};

/// Greys 0...255 to a network input, [1,1,H,W], -0.5...0.5; optionally mirrored.
torch::Tensor toInput(const FloatPicture& picture, bool mirror);

/// Network and decoding for pictures [B,1,H,W], -0.5...0.5, without gradients. The network is in eval mode
/// and on the device. betweenStages, when given, is called after the forward pass and may throw to stop.
std::vector<PicturePrediction> predict(VerteNetImpl& network, const torch::Tensor& pictures,
                                       const Device& device, const std::function<void()>& betweenStages = {});

} // namespace vertescore
