// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picturenet/PictureNet.h"
#include "core/image/WindowLevel.h"
#include "core/phantom/frontal/FrontalPhantom.h"
#include "core/picturenet/FrontalView.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace vertescore;

namespace {

DisplayImage displayed(const GreyImage& image, int bits) {
    const double largest = (1 << bits) - 1;
    GreyPipeline pipeline;
    pipeline.window = WindowLevel{largest / 2, largest, VoiFunction::LinearExact};
    return renderDisplay(image, pipeline);
}

PhantomOptions unseen(PhantomStyle style, PhantomDomain domain) {
    PhantomOptions options;
    options.seed = 515151; // no training had it
    options.style = style;
    options.domain = domain;
    return options;
}

} // namespace

TEST_CASE("cells hold the mean and the root of the brightest pixel of their part of the picture",
          "[picturenet]") {
    DisplayImage image{128, 256, std::vector<std::uint8_t>(128 * 256, 51)}; // two by two pixels a cell
    image.pixels[0] = 255;
    const PictureFeatures cells = pictureCells(image);
    REQUIRE(cells.height == kPictureRows);
    REQUIRE(cells.width == kPictureColumns);
    CHECK(cells.cell(0, 0)[0] == Approx((255 + 3 * 51) / (4 * 255.0)));
    CHECK(cells.cell(0, 0)[1] == 1.0F);
    CHECK(cells.cell(0, 1)[0] == Approx(0.2));
    CHECK(cells.cell(1, 0)[1] == Approx(std::sqrt(0.2)));
    CHECK(pictureCells({1, 1, {102}}).cell(77, 5)[0] == Approx(0.4)); // smaller than the cells
}

TEST_CASE("the small network computes what its formula says", "[picturenet]") {
    // One kernel of stride 2 that adds up the means around a cell, minus one half; ReLU; then the logit is
    // 2 x mean - 1 x largest + 0.25 of the feature.
    PictureLayer layer{kPictureChannels, 1, 2, std::vector<float>(18, 0.0F), {-0.5F}};
    for (std::size_t tap = 0; tap < 9; ++tap)
        layer.weights[2 * tap] = 1.0F;
    const PictureNet net{PictureQuestion::UnscannedRegions, {layer}, {2.0F, -1.0F, 0.25F}};
    PictureFeatures cells(kPictureRows, kPictureColumns, kPictureChannels);
    std::fill(cells.values.begin(), cells.values.end(), 0.1F);
    // Inside, 9 x 0.1 - 0.5; on the first row or column 6 x 0.1 - 0.5; in the corner 4 x 0.1 - 0.5 < 0.
    const double rows = kPictureRows / 2, columns = kPictureColumns / 2;
    const double mean =
        (0.4 * (rows - 1) * (columns - 1) + 0.1 * (rows - 1 + columns - 1)) / (rows * columns);
    const double logit = 2 * mean - 0.4 + 0.25;
    CHECK(net.probability(cells) == Approx(1 / (1 + std::exp(-logit))).epsilon(1e-6));
    CHECK(net.parameterCount() == 18 + 1 + 3);
}

TEST_CASE("the small networks can be written and read back", "[picturenet]") {
    for (const PictureQuestion question : kPictureQuestions) {
        CAPTURE(pictureQuestionKey(question));
        const PictureNet& net = PictureNet::shipped(question);
        CHECK(net.question == question);
        const auto again = PictureNet::fromText(net.toText());
        REQUIRE(again);
        CHECK(again->question == question);
        CHECK(again->toText() == net.toText());
        CHECK(net.toText().size() < 100'000);
        CHECK(net.parameterCount() < 10'000);
    }
}

TEST_CASE("a broken text of the small network is refused", "[picturenet]") {
    const std::string text = PictureNet::shipped(PictureQuestion::UnscannedRegions).toText();
    const auto code = [](std::string_view broken) { return PictureNet::fromText(broken).error().code; };
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

TEST_CASE("a frontal phantom follows from seed and index, and has two sides alike", "[phantom]") {
    const PhantomOptions options = unseen(PhantomStyle::A, PhantomDomain::Train);
    const FrontalPhantom one = makeFrontalPhantom(options, 3);
    CHECK(one.image.samples == makeFrontalPhantom(options, 3).image.samples);
    CHECK(one.image.samples != makeFrontalPhantom(options, 4).image.samples);
    CHECK(one.style == PhantomStyle::A);
}

TEST_CASE("frontal scans are told from lateral ones, which are hardly ever refused", "[picturenet]") {
    for (const PhantomDomain domain : {PhantomDomain::Train, PhantomDomain::Shifted}) {
        int frontal = 0, refused = 0, count = 0;
        for (const PhantomStyle style : kPhantomStyles)
            for (std::uint64_t index = 0; index < 12; ++index) {
                const FrontalPhantom front = makeFrontalPhantom(unseen(style, domain), index);
                const Phantom side = makePhantom(unseen(style, domain), index);
                frontal +=
                    frontalProbability(displayed(front.image, front.bitsStored)) >= kFrontalFrom ? 1 : 0;
                refused += frontalProbability(displayed(side.image, side.bitsStored)) >= kFrontalFrom ? 1 : 0;
                ++count;
            }
        CAPTURE(phantomDomainName(domain), frontal, refused, count);
        CHECK(frontal >= count * 3 / 4);
        CHECK(refused <= 1);
    }
}

TEST_CASE("a picture of nothing is not called frontal", "[picturenet]") {
    CHECK(frontalProbability({}) == 0);
    CHECK(frontalProbability(DisplayImage{64, 128, std::vector<std::uint8_t>(64 * 128, 0)}) < kFrontalFrom);
}
