// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Device.h"
#include "model/Resample.h"
#include "model/decode/Decode.h"
#include "model/network/VerteNet.h"

#include <functional>
#include <vector>

namespace vertescore {

/// What the network says about one picture, before anything has a name.
struct Observation {
    Heatmap heatmap;
    SpineChain chain;
    AnteriorSide anterior = AnteriorSide::Right; ///< of the picture
};

/// [1,1,H,W], -0.5...0.5.
torch::Tensor toInput(const FloatPicture& picture, bool mirror);

/// What the heads say at the peaks of one picture, peak after peak; not owned.
struct HeadReadings {
    const float* centres = nullptr; ///< [K,2], as CellOffsets
    const float* corners = nullptr; ///< [K,8], as CellOffsets
    const float* levels = nullptr;  ///< [K,kLevelClasses] logits; null in a network without that head
    float sideLogit = 0;            ///< as VerteNetMaps
};
Observation observationOf(Heatmap heatmap, const std::vector<Peak>& peaks, const HeadReadings& readings);

/// One observation per picture of the batch [B,1,H,W]. The network must be in eval mode on the device.
/// betweenStages, when given, is called after the network and before its output is read. Throws c10::Error.
std::vector<Observation> observe(VerteNetImpl& network, const torch::Tensor& pictures, const Device& device,
                                 const std::function<void()>& betweenStages = {});

} // namespace vertescore
