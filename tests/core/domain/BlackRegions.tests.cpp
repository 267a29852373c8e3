// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/WindowLevel.h"
#include "core/phantom/Phantom.h"
#include "core/phantom/drawing/Grain.h"
#include "core/roi/CropRoi.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vertescore;

namespace {

DisplayImage displayed(const Phantom& phantom) {
    const double largest = (1 << phantom.bitsStored) - 1;
    GreyPipeline pipeline;
    pipeline.window = WindowLevel{largest / 2, largest, VoiFunction::LinearExact};
    return renderDisplay(phantom.image, pipeline);
}

DisplayImage compressed(DisplayImage picture, int quality) {
    Plane plane(picture.width, picture.height);
    std::transform(picture.pixels.begin(), picture.pixels.end(), plane.values.begin(),
                   [](std::uint8_t grey) { return static_cast<float>(grey) / 255.0F; });
    degradeLikeJpeg(plane, quality);
    std::transform(plane.values.begin(), plane.values.end(), picture.pixels.begin(),
                   [](float grey) { return static_cast<std::uint8_t>(grey * 255 + 0.5F); });
    return picture;
}

PhantomOptions optionsOf(PhantomStyle style, bool hasRegions, PhantomDomain domain) {
    PhantomOptions options;
    options.seed = 424242; // no training had it
    options.style = style;
    options.domain = domain;
    options.blackRegions = hasRegions;
    return options;
}

/// Share of pixels that both call unscanned, of those that one does.
double overlap(const BlackMask& a, const BlackMask& b) {
    if (a.pixels.size() != b.pixels.size()) return 0;
    std::size_t both = 0, either = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i) {
        both += a.pixels[i] != 0 && b.pixels[i] != 0 ? 1 : 0;
        either += a.pixels[i] != 0 || b.pixels[i] != 0 ? 1 : 0;
    }
    return either ? static_cast<double>(both) / static_cast<double>(either) : 1;
}

} // namespace

TEST_CASE("scans with unscanned regions are told from those that are merely dark", "[roi]") {
    for (PhantomDomain domain : {PhantomDomain::Train, PhantomDomain::Shifted}) {
        int right = 0, rightOfStrips = 0, count = 0; // strips: style C, the one of real masked scans
        for (PhantomStyle style : kPhantomStyles)
            for (bool hasRegions : {true, false})
                for (std::uint64_t index = 0; index < 8; ++index) {
                    const auto picture = displayed(makePhantom(optionsOf(style, hasRegions, domain), index));
                    const auto shown =
                        index % 2 == 0 ? picture : compressed(picture, 60 + 5 * static_cast<int>(index));
                    const bool isRight = (blackRegionProbability(shown) >= 0.5) == hasRegions;
                    right += isRight ? 1 : 0;
                    rightOfStrips += isRight && style == PhantomStyle::C ? 1 : 0;
                    ++count;
                }
        INFO("right " << right << " of " << count);
        CHECK(right >= (domain == PhantomDomain::Train ? 50 : 44)); // chance: 32
        CHECK(rightOfStrips >= 15);                                 // of 16
    }
}

TEST_CASE("the unscanned region of a strip scan is found to within a few pixels, also after JPEG", "[roi]") {
    int found = 0;
    for (std::uint64_t index = 0; index < 8; ++index) {
        const Phantom phantom = makePhantom(optionsOf(PhantomStyle::C, true, PhantomDomain::Train), index);
        const auto shown = compressed(displayed(phantom), index % 2 == 0 ? 60 : 95);
        found += overlap(findBlackRegions(shown), phantom.blackRegions) > 0.93 ? 1 : 0;
    }
    CHECK(found >= 7);
}

TEST_CASE("a background crushed to black is no unscanned region", "[roi]") {
    int empty = 0;
    for (std::uint64_t index = 0; index < 8; ++index) {
        const Phantom phantom = makePhantom(optionsOf(PhantomStyle::A, false, PhantomDomain::Train), index);
        const auto picture = displayed(phantom);
        const auto black = std::count_if(picture.pixels.begin(), picture.pixels.end(),
                                         [](std::uint8_t grey) { return grey <= 8; });
        CHECK(black > 0);
        empty += findBlackRegions(compressed(picture, 75)).isEmpty() ? 1 : 0;
    }
    CHECK(empty >= 7);
}
