// SPDX-License-Identifier: GPL-3.0-or-later
#include "Reference.h"

#include "model/network/Heads.h"
#include "model/network/Mcfb.h"

using namespace vertescore;
using namespace vertescore::test;

namespace {

torch::Tensor variable(const std::string& name, at::IntArrayRef shape) {
    return noise(name, shape).requires_grad_();
}

std::vector<std::pair<std::string, torch::Tensor>>
joined(std::vector<std::pair<std::string, torch::Tensor>> a,
       const std::vector<std::pair<std::string, torch::Tensor>>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

struct DualCase {
    std::string name;
    std::int64_t channels, height, width, reduction, window;
    bool isCross;
};

} // namespace

TEST_CASE("window attention equals the loop over windows that have no padding",
          "[model][attention][reference]") {
    const Reference reference("blocks.safetensors");
    const torch::Tensor query = variable("window/query", {2, 7, 5, 32});
    const torch::Tensor keyValue = variable("window/keyValue", {2, 7, 5, 64});
    const torch::Tensor beta = (2 + noise("window/beta", {2})).requires_grad_();
    reference.check("window", {{"y", windowAttention(query, keyValue, beta, 4)}},
                    {{"query", query}, {"keyValue", keyValue}, {"beta", beta}});
}

TEST_CASE("without gradients the fused kernel gives the same", "[model][attention][reference]") {
    const torch::NoGradGuard noGrad;
    const torch::Tensor expected = Reference("blocks.safetensors").at("window/out/y");
    const torch::Tensor found =
        windowAttention(noise("window/query", {2, 7, 5, 32}), noise("window/keyValue", {2, 7, 5, 64}),
                        2 + noise("window/beta", {2}), 4);
    CHECK(largestDifference(found, expected) < 1e-4 * expected.abs().max().item<double>());
}

TEST_CASE("DRSA and DRCA equal the plain ones, also with other r, p and widths of heads",
          "[model][attention][reference]") {
    const DualCase c = GENERATE(
        DualCase{"drsa", 32, 9, 7, 2, 4, false}, DualCase{"drca", 32, 9, 7, 2, 4, true},
        DualCase{"drca-r4-p3", 16, 10, 11, 4, 3, true}, DualCase{"drsa-136", 136, 5, 6, 2, 4, false});
    const Reference reference("blocks.safetensors");
    DualResolutionAttention attention(c.channels, c.reduction, c.window);
    fillByFormula(*attention);
    const torch::Tensor x = variable(c.name + "/x", {2, c.height, c.width, c.channels});
    const torch::Tensor y = c.isCross ? variable(c.name + "/y", {2, c.height, c.width, c.channels}) : x;
    std::vector<std::string> names{"beta_high", "beta_low", "upsample.bias", "project.bias"};
    if (c.channels <= 32)
        names.insert(names.end(), {"query_high.weight", "key_value_low.weight", "upsample.weight"});
    auto wanted = joined({{"x", x}}, parametersNamed(*attention, names));
    if (c.isCross) wanted.emplace_back("y", y);
    reference.check(c.name, {{"y", attention->addedTo(torch::zeros_like(x), x, y)}}, wanted);
}

TEST_CASE("channel attention and the gated feed-forward network equal the plain ones",
          "[model][attention][reference]") {
    const Reference reference("blocks.safetensors");
    SECTION("CSA") {
        ChannelAttention attention(32);
        fillByFormula(*attention);
        const torch::Tensor x = variable("csa/x", {2, 6, 5, 32});
        reference.check("csa", {{"y", attention->addedTo(torch::zeros_like(x), x)}},
                        joined({{"x", x}}, parametersNamed(*attention, {"query_key_value.weight", "beta",
                                                                        "project.bias"})));
    }
    SECTION("GDFN") {
        GatedFeedForward feed(16);
        fillByFormula(*feed);
        const torch::Tensor x = variable("gdfn/x", {2, 6, 5, 16});
        reference.check(
            "gdfn", {{"y", feed(x)}},
            joined({{"x", x}}, parametersNamed(*feed, {"in.weight", "depthwise.weight", "out.bias"})));
    }
}

TEST_CASE("each variant of the fusion block equals the plain one", "[model][decoder][reference]") {
    using Names = std::vector<std::string>;
    const auto [kind, own] = GENERATE(table<DecoderKind, Names>(
        {{DecoderKind::Simple, {}},
         {DecoderKind::Drsa, {"self_skip.norm_query.weight", "self_raised.feed.in.bias"}},
         {DecoderKind::Drca, {"cross_skip.norm_key.bias", "cross_raised.attention.beta_low"}},
         {DecoderKind::Mcfb,
          {"self_skip.attention.project.bias", "cross_raised.norm_key.weight", "join.weight",
           "channels.attention.beta", "channels.norm_attention.weight"}}}));
    const Reference reference("blocks.safetensors");
    VerteNetOptions options;
    options.decoder = kind;
    options.window = 4;
    Mcfb block(24, 16, options);
    fillByFormula(*block);
    const std::string name = "fusion-" + std::string(decoderKindName(kind));
    const torch::Tensor lower = variable(name + "/lower", {1, 24, 5, 4});
    const torch::Tensor skip = variable(name + "/skip", {1, 16, 10, 8});
    Names names{"raise.0.weight", "out.1.weight"};
    names.insert(names.end(), own.begin(), own.end());
    reference.check(name, {{"y", block(lower, skip)}},
                    joined({{"lower", lower}, {"skip", skip}}, parametersNamed(*block, names)));
}

TEST_CASE("the heads equal the plain ones everywhere, and at asked cells without computing the rest",
          "[model][heads][reference]") {
    const Reference reference("blocks.safetensors");
    Heads heads(16, false);
    fillByFormula(*heads);
    const torch::Tensor features = variable("heads/features", {1, 16, 9, 11});
    const auto [centre, corners] = heads->denseOffsets(features);
    reference.check(
        "heads", {{"heatmap", heads->heatmapLogits(features)}, {"centre", centre}, {"corners", corners}},
        joined({{"features", features}}, parametersNamed(*heads, {"heatmap.2.weight", "centre_offset.0.bias",
                                                                  "corner_offset.0.bias"})));
    const std::vector<std::pair<int, int>> places{{0, 0}, {10, 8}, {0, 8}, {5, 4}, {3, 0}, {10, 3}};
    torch::Tensor cells = torch::zeros({1, 6, 2}, torch::kLong);
    for (int k = 0; k < 6; ++k) {
        cells[0][k][0] = places[static_cast<std::size_t>(k)].first;
        cells[0][k][1] = places[static_cast<std::size_t>(k)].second;
    }
    const torch::NoGradGuard noGrad;
    const CellOffsets sparse = heads->offsetsAt(features, cells);
    const torch::Tensor expected = reference.at("heads/out/corners");
    for (int k = 0; k < 6; ++k) {
        const auto [x, y] = places[static_cast<std::size_t>(k)];
        CHECK(largestDifference(sparse.corners[0][k], expected.select(3, x).select(2, y)[0]) <
              1e-4 * expected.abs().max().item<double>());
    }
}
