// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/encoders/FeatureEncoder.h"

#include "model/network/encoders/EfficientNet.h"
#include "model/network/encoders/ResNet34.h"

namespace vertescore {

void FeatureEncoder::checkInput(const torch::Tensor& x) {
    TORCH_CHECK(x.dim() == 4 && x.size(1) == 3, "the encoder takes [B,3,H,W], got ", x.sizes());
    TORCH_CHECK(x.size(2) % kInputMultiple == 0 && x.size(3) % kInputMultiple == 0,
                "the encoder's input sides must be multiples of ", kInputMultiple, ", got ", x.sizes());
}

std::shared_ptr<FeatureEncoder> makeEncoder(const VerteNetOptions& options, double stochasticDepth) {
    const EfficientNetOptions efficient{options.samePadding, stochasticDepth};
    switch (options.encoder) {
    case EncoderKind::EfficientNetV2S:
        return efficientNetV2S(efficient).ptr();
    case EncoderKind::EfficientNetB3:
        return efficientNetB3(efficient).ptr();
    case EncoderKind::ResNet34:
        return std::make_shared<ResNet34Impl>();
    }
    TORCH_CHECK(false, "unknown encoder");
}

} // namespace vertescore
