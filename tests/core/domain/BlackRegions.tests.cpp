// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/WindowLevel.h"
#include "core/phantom/Phantom.h"
#include "core/phantom/drawing/Grain.h"
#include "core/roi/BlackRegionNet.h"
#include "core/roi/CropRoi.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

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

TEST_CASE("cells hold the mean and the root of the brightest pixel of their part of the picture", "[roi]") {
    DisplayImage image{128, 256, std::vector<std::uint8_t>(128 * 256, 51)}; // two by two pixels a cell
    image.pixels[0] = 255;
    const BlackRegionFeatures cells = blackRegionCells(image);
    REQUIRE(cells.height == kBlackRegionRows);
    REQUIRE(cells.width == kBlackRegionColumns);
    CHECK(cells.cell(0, 0)[0] == Approx((255 + 3 * 51) / (4 * 255.0)));
    CHECK(cells.cell(0, 0)[1] == 1.0F);
    CHECK(cells.cell(0, 1)[0] == Approx(0.2));
    CHECK(cells.cell(1, 0)[1] == Approx(std::sqrt(0.2)));
    CHECK(blackRegionCells({1, 1, {102}}).cell(77, 5)[0] == Approx(0.4)); // smaller than the cells
}

TEST_CASE("the small network computes what its formula says", "[roi]") {
    // One kernel of stride 2 that adds up the means around a cell, minus one half; ReLU; then the logit is
    // 2 x mean - 1 x largest + 0.25 of the feature.
    BlackRegionLayer layer{kBlackRegionChannels, 1, 2, std::vector<float>(18, 0.0F), {-0.5F}};
    for (std::size_t tap = 0; tap < 9; ++tap)
        layer.weights[2 * tap] = 1.0F;
    const BlackRegionNet net{{layer}, {2.0F, -1.0F, 0.25F}};
    BlackRegionFeatures cells(kBlackRegionRows, kBlackRegionColumns, kBlackRegionChannels);
    std::fill(cells.values.begin(), cells.values.end(), 0.1F);
    // Inside, 9 x 0.1 - 0.5; on the first row or column 6 x 0.1 - 0.5; in the corner 4 x 0.1 - 0.5 < 0.
    const double rows = kBlackRegionRows / 2, columns = kBlackRegionColumns / 2;
    const double mean =
        (0.4 * (rows - 1) * (columns - 1) + 0.1 * (rows - 1 + columns - 1)) / (rows * columns);
    const double logit = 2 * mean - 0.4 + 0.25;
    CHECK(net.probability(cells) == Approx(1 / (1 + std::exp(-logit))).epsilon(1e-6));
    CHECK(net.parameterCount() == 18 + 1 + 3);
}

TEST_CASE("the small network can be written and read back", "[roi]") {
    const BlackRegionNet& net = BlackRegionNet::shipped();
    const auto again = BlackRegionNet::fromText(net.toText());
    REQUIRE(again);
    CHECK(again->toText() == net.toText());
    CHECK(net.toText().size() < 100'000);
    CHECK(net.parameterCount() < 10'000);
}

TEST_CASE("a broken text of the small network is refused", "[roi]") {
    const std::string text = BlackRegionNet::shipped().toText();
    const auto code = [](std::string_view broken) { return BlackRegionNet::fromText(broken).error().code; };
    CHECK(code("") == ErrorCode::WeightsMalformed);
    CHECK(code("another format 1\n") == ErrorCode::WeightsMalformed);
    CHECK(code(text.substr(0, text.size() / 2)) == ErrorCode::WeightsMalformed);
    CHECK(code(text + "0.5\n") == ErrorCode::WeightsMalformed);
    std::string changed = text;
    changed.replace(changed.find("conv 2 "), 7, "conv 3 ");
    CHECK(code(changed) == ErrorCode::WeightsMalformed);
    changed = text;
    changed.replace(changed.find('\n', changed.find("conv")) + 1, 3, "nan");
    CHECK(code(changed) == ErrorCode::WeightsMalformed);
}

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
