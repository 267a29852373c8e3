// SPDX-License-Identifier: GPL-3.0-or-later
// Every set of kernels that this processor can run against torch's own operations.
#include "../TorchTest.h"

#include "model/kernels/KernelSet.h"

using namespace vertescore;
using vertescore::test::largestDifference;

namespace {

/// Every set that this processor can run.
std::vector<const KernelSet*> runnableSets() {
    std::vector<const KernelSet*> sets{&portableKernels()};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) sets.push_back(&avx2Kernels());
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
        sets.push_back(&avx512Kernels());
    if (__builtin_cpu_supports("avx512bf16") && __builtin_cpu_supports("avx512bw"))
        sets.push_back(&avx512Bf16Kernels());
    if (mayUseTiles()) sets.push_back(&amxKernels());
#endif
    return sets;
}

torch::Tensor inFloat(const torch::Tensor& x) {
    return x.to(torch::kFloat);
}

} // namespace

TEST_CASE("every kernel set normalises as LayerNorm does", "[model][kernels]") {
    const torch::NoGradGuard noGrad;
    torch::manual_seed(3);
    const torch::Tensor x = torch::randn({37, 48}) * 3 + 1;
    const torch::Tensor weight = torch::randn({48}), bias = torch::randn({48});
    const torch::Tensor expected = torch::layer_norm(x, {48}, weight, bias, 1e-5);
    for (const KernelSet* set : runnableSets()) {
        INFO(set->name);
        torch::Tensor out = torch::empty_like(x);
        set->channelNorm({x.const_data_ptr(), out.mutable_data_ptr(), weight.const_data_ptr<float>(),
                          bias.const_data_ptr<float>(), 37, 48, 1e-5F},
                         KernelType::Float);
        CHECK(largestDifference(out, expected) < 1e-5);
        const torch::Tensor half = x.to(torch::kBFloat16);
        torch::Tensor halfOut = torch::empty_like(half);
        set->channelNorm({half.const_data_ptr(), halfOut.mutable_data_ptr(), weight.const_data_ptr<float>(),
                          bias.const_data_ptr<float>(), 37, 48, 1e-5F},
                         KernelType::Bf16);
        const torch::Tensor wanted = torch::layer_norm(inFloat(half), {48}, weight, bias, 1e-5);
        // bf16 keeps 8 significant bits: half a unit in the last place is at most 1/256 of the value.
        CHECK(((inFloat(halfOut) - wanted).abs() <= wanted.abs() / 255 + 1e-5).all().item<bool>());
    }
}

TEST_CASE("every kernel set attends inside a window of any size", "[model][kernels]") {
    const torch::NoGradGuard noGrad;
    torch::manual_seed(12);
    const std::int64_t heads = 3, channels = heads * kHeadWidth, rowTokens = 40;
    // One token; fewer and more than a tile of 16, 32; whole tiles; the largest window.
    const auto& [height, width] = GENERATE(std::pair{1, 1}, std::pair{3, 5}, std::pair{4, 8},
                                           std::pair{10, 10}, std::pair{7, 13}, std::pair{32, 32});
    const torch::Tensor query = torch::randn({height, rowTokens, channels}) * 2;
    const torch::Tensor keyValue = torch::randn({height, rowTokens, 2 * channels}) * 2;
    const torch::Tensor inverseBeta = torch::tensor({0.25F, -0.5F, 1.0F});
    const auto window = [&](const torch::Tensor& map,
                            std::int64_t from) { // [heads, tokens, kHeadWidth] double
        return map.narrow(1, 0, width)
            .narrow(2, from, channels)
            .to(torch::kDouble)
            .reshape({height * width, heads, kHeadWidth})
            .transpose(0, 1);
    };
    const auto expectedOf = [&](const torch::Tensor& q, const torch::Tensor& kv) {
        const torch::Tensor scores = torch::matmul(window(q, 0), window(kv, 0).transpose(1, 2)) *
                                     inverseBeta.to(torch::kDouble).view({heads, 1, 1});
        return torch::matmul(torch::softmax(scores, 2), window(kv, channels));
    };
    for (const KernelSet* set : runnableSets()) {
        for (const KernelType type : {KernelType::Float, KernelType::Bf16}) {
            INFO(set->name << (type == KernelType::Float ? " float " : " bf16 ") << height << " x " << width);
            const auto dtype = type == KernelType::Float ? torch::kFloat : torch::kBFloat16;
            const torch::Tensor q = query.to(dtype), kv = keyValue.to(dtype);
            torch::Tensor out = torch::full_like(q, 77);
            const auto* keys = static_cast<const char*>(kv.const_data_ptr());
            set->attendWindow({q.const_data_ptr(), keys, keys + channels * kv.element_size(),
                               out.mutable_data_ptr(), channels, 2 * channels, rowTokens, height, width,
                               heads, inverseBeta.const_data_ptr<float>()},
                              type);
            // float: scores reach 100 and are sums of 16 products. bf16: shares and result are each rounded
            // to 8 bits, of values up to about 8.
            const double tolerance = type == KernelType::Float ? 5e-5 : 0.05;
            CHECK(largestDifference(window(out, 0), expectedOf(q, kv)) < tolerance);
            CHECK((out.narrow(1, width, rowTokens - width) == 77)
                      .all()
                      .item<bool>()); // tokens of other windows
        }
    }
}

TEST_CASE("every kernel set gates as depthwise convolution, GELU and product do, also far from zero",
          "[model][kernels]") {
    const torch::NoGradGuard noGrad;
    const std::int64_t width = 75, wide = 64;
    torch::manual_seed(13);
    const torch::Tensor rows = torch::randn({3, width, wide}) * 4;
    const torch::Tensor weight = torch::randn({9, wide}), bias = torch::randn({wide});
    const torch::Tensor map =
        torch::conv2d(rows.permute({2, 0, 1}).unsqueeze(0), weight.t().reshape({wide, 1, 3, 3}), bias,
                      std::vector<std::int64_t>{1, 1}, std::vector<std::int64_t>{0, 1},
                      std::vector<std::int64_t>{1, 1}, wide); // the middle row
    const auto halves = map.squeeze(2).squeeze(0).t().to(torch::kDouble).chunk(2, 1);
    const torch::Tensor gated = torch::gelu(halves[0]) * halves[1];
    for (const KernelSet* set : runnableSets()) {
        INFO(set->name);
        torch::Tensor out = torch::empty({width, wide / 2});
        set->gatedRow({rows[0].const_data_ptr(), rows[1].const_data_ptr(), rows[2].const_data_ptr(),
                       weight.const_data_ptr<float>(), bias.const_data_ptr<float>(), out.mutable_data_ptr(),
                       width, wide, 1},
                      KernelType::Float);
        CHECK(((out - gated).abs() <= 2e-5 * (1 + gated.abs())).all().item<bool>());
    }
}

TEST_CASE("every kernel set multiplies a vector by a matrix of either type", "[model][kernels]") {
    const torch::NoGradGuard noGrad;
    torch::manual_seed(14);
    const torch::Tensor in = torch::randn({80});
    for (const auto dtype : {torch::kFloat, torch::kBFloat16}) {
        const torch::Tensor weight = torch::randn({7, 80}).to(dtype), bias = torch::randn({7}).to(dtype);
        const torch::Tensor expected = torch::mv(inFloat(weight), in) + inFloat(bias);
        for (const KernelSet* set : runnableSets()) {
            INFO(set->name);
            torch::Tensor out = torch::empty({7});
            set->matrixVector({weight.const_data_ptr(), bias.const_data_ptr(), in.const_data_ptr<float>(),
                               out.mutable_data_ptr<float>(), 7, 80},
                              dtype == torch::kFloat ? KernelType::Float : KernelType::Bf16);
            CHECK(largestDifference(out, expected) < 1e-4);
        }
    }
}
