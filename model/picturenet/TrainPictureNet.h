// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/picturenet/PictureSamples.h"

#include <functional>

namespace vertescore {

struct PictureTraining {
    std::uint64_t seed = 1;
    int epochs = 30;
    int batch = 32;
    double learningRate = 3e-3;
};

/// Learns from the samples (each mirrored and dimmed at random in every epoch) with Adam and a falling rate.
/// epochDone: told after each epoch how many are done. Error: InvalidArgument without samples.
/// Written out in plain C++, so that five thousand numbers are learned wherever the program builds, and that
/// what learns is what runs. One thread; the same everywhere for the same samples and seed.
Result<PictureNet> trainPictureNet(const PictureSamples& samples, const PictureTraining& training,
                                   const std::function<void(int)>& epochDone, std::stop_token stop);

} // namespace vertescore
