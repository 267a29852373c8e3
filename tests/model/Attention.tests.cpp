// SPDX-License-Identifier: GPL-3.0-or-later
#include "TorchTest.h"

#include "model/network/Attention.h"

using namespace vertescore;
using vertescore::test::largestDifference;

namespace {

constexpr std::int64_t kHeadChannels = 16;
constexpr std::int64_t kChannels = 2 * kHeadChannels;

/// Attention of one token at a time over the tokens of its tile that are on the map: the definition, in plain
/// loops.
torch::Tensor attentionByLoops(const torch::Tensor& query, const torch::Tensor& keyValue,
                               const torch::Tensor& beta, std::int64_t window) {
    torch::Tensor out = torch::zeros_like(query);
    const std::int64_t height = query.size(1);
    const std::int64_t width = query.size(2);
    for (std::int64_t y = 0; y < height; ++y)
        for (std::int64_t x = 0; x < width; ++x) {
            const std::int64_t top = y / window * window;
            const std::int64_t left = x / window * window;
            const torch::Tensor tile = keyValue[0]
                                           .narrow(0, top, std::min(window, height - top))
                                           .narrow(1, left, std::min(window, width - left))
                                           .reshape({-1, 2 * kChannels});
            for (std::int64_t head = 0; head < kChannels / kHeadChannels; ++head) {
                const torch::Tensor q = query[0][y][x].narrow(0, head * kHeadChannels, kHeadChannels);
                const torch::Tensor k = tile.narrow(1, head * kHeadChannels, kHeadChannels);
                const torch::Tensor v = tile.narrow(1, kChannels + head * kHeadChannels, kHeadChannels);
                const torch::Tensor weights = torch::softmax(k.mv(q) / beta[head], 0);
                out[0][y][x].narrow(0, head * kHeadChannels, kHeadChannels).copy_(v.t().mv(weights));
            }
        }
    return out;
}

} // namespace

TEST_CASE("window attention equals the loop over windows, also where the window does not divide the map",
          "[model][attention]") {
    torch::manual_seed(1);
    const torch::Tensor query = torch::randn({1, 7, 5, kChannels});
    const torch::Tensor keyValue = torch::randn({1, 7, 5, 2 * kChannels});
    const torch::Tensor beta = torch::tensor({4.0F, 2.5F});
    torch::Tensor expected;
    {
        const torch::NoGradGuard noGrad;
        expected = attentionByLoops(query, keyValue, beta, 4);
    }
    SECTION("without gradients (fused kernel)") {
        const torch::NoGradGuard noGrad;
        CHECK(largestDifference(windowAttention(query, keyValue, beta, 4), expected) < 1e-5);
    }
    SECTION("with gradients (plain products)") {
        CHECK(largestDifference(windowAttention(query, keyValue, beta, 4), expected) < 1e-5);
    }
    SECTION("a window that divides the map needs no mask") {
        const torch::NoGradGuard noGrad;
        const torch::Tensor even = torch::randn({1, 8, 4, kChannels});
        const torch::Tensor evenKv = torch::randn({1, 8, 4, 2 * kChannels});
        CHECK(largestDifference(windowAttention(even, evenKv, beta, 4),
                                attentionByLoops(even, evenKv, beta, 4)) < 1e-5);
    }
}

TEST_CASE("tokens of one tile do not reach another tile", "[model][attention]") {
    torch::manual_seed(2);
    const torch::NoGradGuard noGrad;
    const torch::Tensor query = torch::randn({1, 6, 6, kChannels});
    torch::Tensor keyValue = torch::randn({1, 6, 6, 2 * kChannels});
    const torch::Tensor beta = torch::full({2}, 4.0F);
    const torch::Tensor before = windowAttention(query, keyValue, beta, 4);
    keyValue[0][5][5] += 10; // in the last tile, which is padded on two sides
    const torch::Tensor after = windowAttention(query, keyValue, beta, 4);
    CHECK(largestDifference(before.narrow(1, 0, 4), after.narrow(1, 0, 4)) == 0);
    CHECK(largestDifference(before.narrow(1, 4, 2).narrow(2, 4, 2), after.narrow(1, 4, 2).narrow(2, 4, 2)) >
          1e-3);
}

TEST_CASE("gradients of window attention are those of the fused kernel's definition", "[model][attention]") {
    torch::manual_seed(3);
    torch::Tensor query = torch::randn({1, 3, 3, kHeadChannels}, torch::kDouble).requires_grad_();
    torch::Tensor keyValue = torch::randn({1, 3, 3, 2 * kHeadChannels}, torch::kDouble);
    const torch::Tensor beta = torch::full({1}, 4.0, torch::kDouble);
    windowAttention(query, keyValue, beta, 2).pow(2).sum().backward();
    const torch::Tensor analytic = query.grad()[0][2][2][5];
    const double step = 1e-5;
    const auto lossAt = [&](double change) {
        const torch::NoGradGuard noGrad;
        torch::Tensor moved = query.detach().clone();
        moved[0][2][2][5] += change;
        return windowAttention(moved, keyValue, beta, 2).pow(2).sum().item<double>();
    };
    CHECK(analytic.item<double>() == Approx((lossAt(step) - lossAt(-step)) / (2 * step)).epsilon(1e-5));
}

TEST_CASE("dual-resolution attention keeps the shape of odd maps", "[model][attention]") {
    DualResolutionAttention attention(kChannels, 2, 4);
    test::fillAtRandom(*attention, 0.1);
    const torch::Tensor x = torch::randn({2, 9, 7, kChannels});
    const torch::Tensor y = torch::randn({2, 9, 7, kChannels});
    CHECK(attention->addedTo(x, x, x).sizes() == x.sizes());
    CHECK(attention->addedTo(x, x, y).sizes() == x.sizes());
    CHECK(largestDifference(attention->addedTo(x, x, x), attention->addedTo(x, x, y)) > 1e-4);
    const torch::Tensor zero = torch::zeros_like(x);
    CHECK(largestDifference(attention->addedTo(x, x, y), attention->addedTo(zero, x, y) + x) < 1e-5);
}

TEST_CASE(
    "the scale of the attention is one learnable number per branch and head, at first the root of the head's "
    "channels",
    "[model][attention]") {
    DualResolutionAttention attention(kChannels, 2, 4);
    const auto parameters = attention->named_parameters();
    for (const char* name : {"beta_high", "beta_low"}) {
        CHECK(parameters[name].sizes() == torch::IntArrayRef({2}));
        CHECK(parameters[name][0].item<float>() == Approx(4.0));
    }
}

TEST_CASE("channel attention does not depend on where the tokens lie", "[model][attention]") {
    torch::manual_seed(4);
    const torch::NoGradGuard noGrad;
    ChannelAttention attention(kChannels);
    test::fillAtRandom(*attention, 0.3);
    const torch::Tensor x = torch::randn({1, 4, 6, kChannels});
    const torch::Tensor turned = x.flip(1);
    CHECK(largestDifference(attention->addedTo(turned, turned).flip(1), attention->addedTo(x, x)) < 1e-5);
}
