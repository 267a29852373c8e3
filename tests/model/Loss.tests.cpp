// SPDX-License-Identifier: GPL-3.0-or-later
#include "TorchTest.h"

#include "model/training/Loss.h"
#include "model/training/Optimizer.h"
#include "model/training/Trainer.h"

#include <algorithm>
#include <cmath>

using namespace vertescore;

namespace {

double iouOfShifted(double width, double height, double dx, double dy) {
    const double overlap = (width - dx) * (height - dy);
    return overlap / (2 * width * height - overlap);
}

} // namespace

TEST_CASE("the Gaussian's radius keeps a box shifted by it at the wanted overlap", "[model][targets]") {
    const double radius = gaussianRadius(20, 12, 0.7);
    CHECK(radius > 1);
    // Both corners moved inwards by the radius: the strictest of the three cases.
    CHECK((20 - 2 * radius) * (12 - 2 * radius) / (20 * 12) >= 0.7 - 1e-9);
    CHECK(iouOfShifted(20, 12, radius, radius) >= 0.7 - 1e-9);
    CHECK(gaussianRadius(20, 12, 0.5) > radius);
    CHECK(gaussianRadius(2, 2) < 1);
}

TEST_CASE("targets put a one on each vertebra's cell and leave absent ones out", "[model][targets]") {
    ScanTargets scan;
    const CellFrame frame{32, 64};
    for (std::size_t i = 0; i < scan.size(); ++i) {
        scan[i].isPresent = i != 5;
        scan[i].centre = frame.toNetwork({10.25, 8.0 * static_cast<double>(i) + 4.75});
        for (std::size_t k = 0; k < 4; ++k)
            scan[i].corners[k] =
                frame.toNetwork({10.25 + (k % 2 == 0 ? -3 : 3), 8.0 * static_cast<double>(i) + 4.75});
    }
    const HeadTargets targets = headTargets(scan, 32, 64);
    CHECK(std::count(targets.heatmap.values.begin(), targets.heatmap.values.end(), 1.0F) == 5);
    CHECK(targets.heatmap.at(10, 4) == 1.0F);
    CHECK(targets.heatmap.at(11, 4) < 1.0F);
    CHECK(targets.heatmap.at(11, 4) > 0.0F);
    CHECK_FALSE(targets.vertebrae[5].isPresent);
    CHECK(targets.vertebrae[2].x == 10);
    CHECK(targets.vertebrae[2].y == 20);
    CHECK(targets.vertebrae[2].centre[0] == Approx(0.25));
    CHECK(targets.vertebrae[2].centre[1] == Approx(0.75));
    CHECK(targets.vertebrae[2].corners[2 * kTopLeft] == Approx(3));
    CHECK(targets.vertebrae[2].corners[2 * kTopRight] == Approx(-3));
}

TEST_CASE("cells about an ignored vertebra have no weight, and it makes no peak", "[model][targets]") {
    ScanTargets scan;
    const CellFrame frame{32, 64};
    const auto place = [&](VertebraTarget& target, double y) {
        target.centre = frame.toNetwork({10, y});
        for (std::size_t k = 0; k < 4; ++k)
            target.corners[k] = frame.toNetwork({k % 2 == 0 ? 7.0 : 13.0, k < 2 ? y - 2 : y + 2});
    };
    place(scan[1], 20.5);
    scan[1].isPresent = true;
    CHECK(headTargets(scan, 32, 64).weights.empty());
    place(scan[2], 40.5);
    scan[2].isIgnored = true;
    const HeadTargets targets = headTargets(scan, 32, 64);
    const auto weightAt = [&](int x, int y) {
        return targets.weights.at(static_cast<std::size_t>(32 * y + x));
    };
    CHECK(weightAt(10, 40) == 0);
    CHECK(weightAt(5, 37) == 0);
    CHECK(weightAt(10, 20) == 1);
    CHECK(weightAt(20, 40) == 1);
    CHECK(std::count(targets.heatmap.values.begin(), targets.heatmap.values.end(), 1.0F) == 1);
}

TEST_CASE("cells of the spine are named by their level, beyond T12 and L5 too", "[model][targets]") {
    ScanTargets scan;
    const CellFrame frame{32, 64};
    for (std::size_t i = 0; i < scan.size(); ++i) {
        scan[i].isPresent = true;
        scan[i].centre = frame.toNetwork({10.5, 7.0 * static_cast<double>(i) + 16.5});
    }
    const auto classAt = [&](int x, int y) -> std::optional<std::size_t> {
        for (const HeadTargets::NamedCell& cell : headTargets(scan, 32, 64).names)
            if (cell.x == x && cell.y == y) return cell.levelClass;
        return std::nullopt;
    };
    CHECK(classAt(10, 16) == 1); // T12
    CHECK(classAt(11, 16) == 1);
    CHECK(classAt(10, 51) == 6); // L5
    CHECK(classAt(10, 9) == 0);  // T11, one step above
    CHECK(classAt(10, 2) == 0);  // T10
    CHECK(classAt(10, 58) == 7); // S1
    CHECK_FALSE(classAt(14, 16));
    scan[0].isPresent = false;
    scan[5].isIgnored = true;
    scan[5].isPresent = false;
    CHECK_FALSE(classAt(10, 9)); // where T11 lies is not known without T12
    CHECK_FALSE(classAt(10, 51));
    CHECK(classAt(10, 23) == 2);
}

TEST_CASE("the level loss is the mean cross entropy of the named cells", "[model][loss]") {
    torch::Tensor logits = torch::zeros({1, 3, kLevelClasses});
    logits[0][1][2] = std::log(3.0); // 3 of 10 for class 2
    const torch::Tensor names = torch::tensor({std::int64_t{0}, std::int64_t{2}, kNoName}).view({1, 3});
    CHECK(levelLoss(logits, names).item<double>() ==
          Approx((std::log(8.0) - std::log(0.3)) / 2).epsilon(1e-5));
    CHECK(levelLoss(logits, torch::full({1, 3}, kNoName)).item<double>() == 0);
}

TEST_CASE("the focal loss is the formula, by hand", "[model][loss]") {
    // Cells: a peak seen with p = 0.8, a shoulder of 0.5 seen with 0.3, an empty cell seen with 0.1.
    const auto logit = [](double p) { return std::log(p / (1 - p)); };
    const torch::Tensor logits = torch::tensor({logit(0.8), logit(0.3), logit(0.1)}).view({1, 1, 1, 3});
    const torch::Tensor target = torch::tensor({1.0, 0.5, 0.0}).view({1, 1, 1, 3});
    const double expected = -(0.2 * 0.2 * std::log(0.8) + std::pow(0.5, 4) * 0.3 * 0.3 * std::log(0.7) +
                              0.1 * 0.1 * std::log(0.9));
    const torch::Tensor all = torch::ones({1, 1, 1, 3});
    CHECK(focalLoss(logits, target, all).item<double>() == Approx(expected).epsilon(1e-5));
    CHECK(std::isfinite(
        focalLoss(torch::full({1, 1, 2, 2}, 200.0), torch::zeros({1, 1, 2, 2}), torch::ones({1, 1, 2, 2}))
            .item<double>()));
    const torch::Tensor peakOnly = torch::tensor({1.0F, 0.0F, 0.0F}).view({1, 1, 1, 3});
    CHECK(focalLoss(logits, target, peakOnly).item<double>() == Approx(-0.04 * std::log(0.8)).epsilon(1e-5));
}

TEST_CASE("the offset loss is a mean over present vertebrae only", "[model][loss]") {
    const torch::Tensor predicted = torch::tensor({1.0F, 2.0F, 100.0F, 100.0F}).view({1, 2, 2});
    const torch::Tensor target = torch::tensor({0.0F, 4.0F, 0.0F, 0.0F}).view({1, 2, 2});
    CHECK(presentL1(predicted, target, torch::tensor({{1.0F, 0.0F}})).item<double>() == Approx(1.5));
    CHECK(presentL1(predicted, target, torch::zeros({1, 2})).item<double>() == 0);
}

TEST_CASE("the learning rate warms up, then falls along a cosine or by epochs", "[model][training]") {
    TrainOptions options;
    options.steps = 1000;
    options.warmupSteps = 100;
    options.learningRate = 1e-3;
    CHECK(learningRateAt(options, 0) == Approx(1e-5));
    CHECK(learningRateAt(options, 99) == Approx(1e-3));
    CHECK(learningRateAt(options, 550) == Approx(1e-3 * (0.02 + 0.98 / 2)));
    CHECK(learningRateAt(options, 1000) == Approx(2e-5));
    options.schedule = Schedule::Exponential;
    options.stepsPerEpoch = 200;
    CHECK(learningRateAt(options, 199) == Approx(1e-3));
    CHECK(learningRateAt(options, 650) == Approx(1e-3 * std::pow(0.96, 3)));
}

TEST_CASE("an optimizer step follows Adam, and its average lags behind", "[model][training]") {
    torch::nn::Linear layer(torch::nn::LinearOptions(1, 1).bias(false));
    {
        const torch::NoGradGuard noGrad;
        layer->weight.fill_(2);
    }
    AdamOptions options;
    options.weightDecay = 0;
    Optimizer optimizer(*layer, options);
    (layer->weight * 3).sum().backward();
    CHECK(optimizer.step(0.1) == Approx(3));
    CHECK(layer->weight.item<double>() ==
          Approx(1.9)); // the first step of Adam has the size of the learning rate
    torch::nn::Linear average(torch::nn::LinearOptions(1, 1).bias(false));
    optimizer.copyAverageTo(*average);
    CHECK(average->weight.item<double>() == Approx(2 - 0.1 * 9.0 / 11));
}

TEST_CASE("a gradient that is not finite changes nothing", "[model][training]") {
    torch::nn::Linear layer(torch::nn::LinearOptions(1, 1).bias(false));
    const double before = layer->weight.item<double>();
    Optimizer optimizer(*layer, {});
    (layer->weight * std::numeric_limits<double>::infinity()).sum().backward();
    CHECK_FALSE(std::isfinite(optimizer.step(0.1)));
    CHECK(layer->weight.item<double>() == before);
}
