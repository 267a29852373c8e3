// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/Complexity.h"

#include <catch2/catch.hpp>

using namespace vertescore;

namespace {

ComplexityReport counted(EncoderKind encoder, DecoderKind decoder) {
    VerteNetOptions options;
    options.encoder = encoder;
    options.decoder = decoder;
    options.inputHeight = 64;
    options.inputWidth = 64;
    const auto report = countComplexity(options);
    REQUIRE(report);
    return *report;
}

} // namespace

TEST_CASE("parameters and multiply-adds of the encoders are the published ones", "[model][complexity]") {
    // torchvision's models without classifier (and last 1x1 convolution); ResNet-34: 3.66 GMAC at 224 x 224
    // with a classifier of 0.5 MMAC, and at 64 x 64 (64 / 224)^2 of it.
    CHECK(counted(EncoderKind::EfficientNetV2S, DecoderKind::Simple).encoderParameters == 19847248);
    const ComplexityReport resNet = counted(EncoderKind::ResNet34, DecoderKind::Simple);
    CHECK(resNet.encoderParameters == 21284672);
    CHECK(static_cast<double>(resNet.multiplyAddsOf("encoder")) ==
          Approx(3.663e9 * 64 * 64 / 224 / 224).epsilon(0.005));
    // B3: 12,233,232 less the last convolution (384 x 1536 and its norm) and the classifier.
    CHECK(counted(EncoderKind::EfficientNetB3, DecoderKind::Simple).encoderParameters ==
          12233232 - 384 * 1536 - 2 * 1536 - 1000 * 1537);
}

TEST_CASE("heads and attention are counted by their formulas", "[model][complexity]") {
    const ComplexityReport simple = counted(EncoderKind::EfficientNetV2S, DecoderKind::Simple);
    // 16 x 16 cells; the hidden layers and the last ones of both offset heads.
    CHECK(simple.denseHeads == 256 * (48 * 256 * 9 + 256 * 2 + 48 * 256 * 49 + 256 * 8 * 49));
    CHECK(simple.sparseHeads == 6 * (48 * 256 * 9 + 256 * 2 + 49 * 48 * 256 * 49 + 256 * 8 * 49));
    CHECK(simple.multiplyAddsOf("heads") == 256 * (48 * 256 * 9 + 256));
    const ComplexityReport full = counted(EncoderKind::EfficientNetV2S, DecoderKind::Mcfb);
    CHECK(full.parameters > simple.parameters);
    CHECK(full.multiplyAddsOf("encoder") == simple.multiplyAddsOf("encoder"));
    CHECK(full.trunk() > simple.trunk());
}
