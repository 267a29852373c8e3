// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/Phantom.h"
#include "core/picturenet/PictureNet.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace vertescore {

/// A phantom as it is displayed, and the true answer.
struct AnsweredPicture {
    DisplayImage picture;
    bool isYes = false;
    PhantomStyle style = PhantomStyle::A;
};

/// The index-th of a seed: all styles alike, every other one with the answer yes, half of them compressed to
/// JPEG of quality 60-95. FrontalView: frontal phantoms and lateral ones of every extent. Pure; any thread.
AnsweredPicture answeredPicture(PictureQuestion question, std::uint64_t seed, PhantomDomain domain,
                                std::uint64_t index);

/// What a network learns from or is measured on.
struct PictureSamples {
    PictureQuestion question = PictureQuestion::UnscannedRegions;
    std::vector<PictureFeatures> cells; ///< as pictureCells
    std::vector<bool> isYes;
    std::vector<PhantomStyle> styles;
};

struct PictureOrder {
    PictureQuestion question = PictureQuestion::UnscannedRegions;
    std::uint64_t seed = 1;
    PhantomDomain domain = PhantomDomain::Train;
    std::size_t count = 0;
    unsigned threads = 1; ///< the samples do not depend on it
};

/// The first scans of a seed. When stopped, those that were not drawn have no cells: do not use them.
PictureSamples makePictureSamples(const PictureOrder& order, std::stop_token stop);
PictureSamples ofStyle(const PictureSamples& samples, PhantomStyle style);

/// What a network says about samples.
struct PictureFigures {
    std::size_t count = 0;
    std::size_t yes = 0; ///< is the true answer
    std::size_t rightYes = 0;
    std::size_t no = 0;
    std::size_t rightNo = 0;
    double accuracy() const {
        return count ? static_cast<double>(rightYes + rightNo) / static_cast<double>(count) : 0;
    }
};
/// least: the probability from which on the answer is yes.
PictureFigures measurePictureNet(const PictureNet& net, const PictureSamples& samples, double least = 0.5);

} // namespace vertescore
