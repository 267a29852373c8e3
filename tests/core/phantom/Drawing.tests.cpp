// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/anatomy/Aorta.h"
#include "core/phantom/drawing/Canvas.h"
#include "core/phantom/drawing/Enlarge.h"
#include "core/phantom/drawing/ExactMath.h"
#include "core/phantom/drawing/Grain.h"
#include "core/phantom/drawing/Random.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace vertescore;

namespace {

/// 1 mm per pixel, origin at the top-left pixel.
Field plainField(int width, int height) {
    Field field;
    field.width = width;
    field.height = height;
    return field;
}

double sumOf(const Plane& plane) {
    double sum = 0;
    for (float value : plane.values)
        sum += value;
    return sum;
}

double correlation(const Plane& plane, int lagX, int lagY) {
    double product = 0, square = 0;
    for (int y = 0; y + lagY < plane.height; ++y)
        for (int x = 0; x + lagX < plane.width; ++x) {
            product += plane.row(y)[x] * plane.row(y + lagY)[x + lagX];
            square += plane.row(y)[x] * plane.row(y)[x];
        }
    return product / square;
}

} // namespace

TEST_CASE("elementary functions agree with the library's", "[phantom]") {
    for (double x = -20; x < 20; x += 0.37) {
        CHECK(sine(x) == Approx(std::sin(x)).margin(1e-8));
        CHECK(cosine(x) == Approx(std::cos(x)).margin(1e-8));
        CHECK(exponential(x) == Approx(std::exp(x)).epsilon(1e-9));
        CHECK(angleOf(std::cos(x), std::sin(x)) == Approx(std::atan2(std::sin(x), std::cos(x))).margin(1e-8));
        if (x > 0) CHECK(naturalLogarithm(x) == Approx(std::log(x)).margin(1e-9));
        if (x > 0) CHECK(power(x, 1.7) == Approx(std::pow(x, 1.7)).epsilon(1e-8));
    }
    CHECK(power(0, 2) == 0);
}

TEST_CASE("a stream of random numbers starts with the same numbers for ever", "[phantom]") {
    RandomStream random(1, 2, 3, 4);
    const std::array<std::uint64_t, 3> first{random.next(), random.next(), random.next()};
    RandomStream again(1, 2, 3, 4);
    for (std::uint64_t value : first)
        CHECK(again.next() == value);
    CHECK(first[0] == 0x68fb2bdbf7b25274ULL);
    CHECK(RandomStream(1, 2, 3, 5).next() != first[0]);
    CHECK(RandomStream(1, 2, 4, 4).next() != first[0]);
    CHECK(RandomStream(1, 3, 3, 4).next() != first[0]);
    CHECK(RandomStream(2, 2, 3, 4).next() != first[0]);
}

TEST_CASE("random numbers have the distribution that was asked for", "[phantom]") {
    RandomStream random(5, 0, 0);
    double sum = 0, squares = 0, below = 0;
    constexpr int kCount = 20000;
    for (int i = 0; i < kCount; ++i) {
        const double value = random.normal(3, 2);
        sum += value;
        squares += (value - 3) * (value - 3);
        below += random.aroundMedian(0, 1, 10) < 1 ? 1 : 0;
        const int whole = random.integer(2, 4);
        REQUIRE(whole >= 2);
        REQUIRE(whole <= 4);
    }
    CHECK(sum / kCount == Approx(3).margin(0.11)); // short kernels are coarse // four standard errors
    CHECK(std::sqrt(squares / kCount) == Approx(2).epsilon(0.02));
    CHECK(below / kCount == Approx(0.5).margin(0.015));
}

TEST_CASE("a filled shape covers its true area, wherever it lies between the pixels", "[phantom]") {
    const Field field = plainField(60, 60);
    const Pen pen(field);
    for (double shift : {0.0, 0.25, 0.5, 0.9}) {
        const SpineCurve box{
            {10 + shift, 10.5}, {20.25 + shift, 10.5}, {20.25 + shift, 31.5}, {10 + shift, 31.5}};
        CHECK(sumOf(pen.fill(box).share) == Approx(10.25 * 21).epsilon(1e-4));
        SpineCurve reversed(box.rbegin(), box.rend());
        CHECK(sumOf(pen.fill(reversed).share) == Approx(10.25 * 21).epsilon(1e-4));
    }
    const SpineCurve disc = ellipse({30, 30}, 12, 7, 0.4, 200);
    CHECK(sumOf(pen.fill(disc).share) == Approx(kPi * 12 * 7).epsilon(0.01));
    CHECK(sumOf(pen.fill(disc, 2).share) == Approx(kPi * 12 * 7).epsilon(0.01));
}

TEST_CASE("a shape is cut at the picture's border and vanishes beyond it", "[phantom]") {
    const Field field = plainField(20, 20);
    const Pen pen(field);
    CHECK(sumOf(pen.fill({{-10, 5.5}, {4.5, 5.5}, {4.5, 9.5}, {-10, 9.5}}).share) == Approx(5 * 4));
    CHECK(pen.fill({{100, 5}, {110, 5}, {110, 9}}).share.values.empty());
    CHECK(pen.stroke({{-30, -30}, {-20, -20}}, 2).share.values.empty());
}

TEST_CASE("a line is brightest on itself and half as bright half a width away", "[phantom]") {
    Field field = plainField(100, 100);
    field.mmPerPixelX = field.mmPerPixelY = 0.1;
    const Coverage line = Pen(field).stroke({{1, 5}, {9, 5}}, 2.0);
    const auto at = [&](int x, int y) { return line.share.row(y - line.top)[x - line.left]; };
    CHECK(at(50, 50) == Approx(1.0).margin(1e-4));
    CHECK(at(50, 60) == Approx(0.5).margin(0.02));
    CHECK(at(50, 40) == Approx(0.5).margin(0.02));
}

TEST_CASE("blending, adding and raising do what they say", "[phantom]") {
    const Field field = plainField(9, 9);
    const Coverage all = Pen(field).fill({{-5, -5}, {20, -5}, {20, 20}, {-5, 20}});
    Plane plane(9, 9, 0.5F);
    blendTo(plane, all, 1.0F, 0.5F);
    CHECK(plane.row(4)[4] == Approx(0.75));
    add(plane, all, -0.25F);
    CHECK(plane.row(4)[4] == Approx(0.5));
    cover(plane, all, 0.8F, 0.5F, 0.1F);
    CHECK(plane.row(4)[4] == Approx(0.8 + 0.5 * 0.4));
}

TEST_CASE("noise has unit variance and the blob length that was asked for", "[phantom]") {
    RandomStream random(3, 0, 0);
    for (const auto& [blobX, blobY] : {std::pair{3.6, 3.0}, std::pair{1.0, 2.0}, std::pair{0.5, 0.5}}) {
        const Plane grain = makeGrain(300, 400, blobX, blobY, random);
        double squares = 0;
        for (float value : grain.values)
            squares += value * value;
        CHECK(squares / static_cast<double>(grain.values.size()) == Approx(1).epsilon(0.08));
        if (blobX < 0.6)
            CHECK(correlation(grain, 1, 0) == Approx(0).margin(0.02));
        else
            CHECK(correlation(grain, 1, 0) ==
                  Approx(std::exp(-1 / (blobX * blobX))).margin(0.11)); // short kernels are coarse
    }
}

TEST_CASE("compression keeps a flat picture and loses fine detail with falling quality", "[phantom]") {
    Plane flat(37, 29, 0.5F);
    degradeLikeJpeg(flat, 60);
    for (float value : flat.values)
        REQUIRE(value == Approx(0.5).margin(0.02));
    RandomStream random(3, 0, 0);
    Plane noise(64, 64);
    for (float& value : noise.values)
        value = static_cast<float>(random.uniform(0.3, 0.7));
    double losses[2] = {0, 0};
    for (int i = 0; i < 2; ++i) {
        Plane copy = noise;
        degradeLikeJpeg(copy, i == 0 ? 95 : 60);
        for (std::size_t k = 0; k < copy.values.size(); ++k)
            losses[i] += std::fabs(copy.values[k] - noise.values[k]);
    }
    CHECK(losses[0] > 0);
    CHECK(losses[1] > 2 * losses[0]);
    CHECK(losses[0] / 4096 < 0.02);
}

TEST_CASE("a stretch of a curve has its share of the length", "[phantom]") {
    const SpineCurve curve{{0, 0}, {0, 4}, {3, 4}, {3, 7}}; // 10 long
    const SpineCurve part = stretchOf(curve, 0.3, 0.8);
    CHECK(part.front() == SpinePoint{0, 3});
    CHECK(part.back() == SpinePoint{3, 5});
    double length = 0;
    for (std::size_t i = 0; i + 1 < part.size(); ++i)
        length += distance(part[i], part[i + 1]);
    CHECK(length == Approx(5));
}

TEST_CASE("an enlarged ramp is the same ramp on finer pixels", "[phantom]") {
    Plane ramp(20, 10);
    for (int y = 0; y < 10; ++y)
        for (int x = 0; x < 20; ++x)
            ramp.row(y)[x] = static_cast<float>(0.1 + 0.02 * x + 0.03 * y);
    for (Enlarging how : {Enlarging::Bilinear, Enlarging::Cubic}) {
        const Plane large = enlarged(ramp, 50, 40, how);
        for (int y = 8; y < 32; ++y)
            for (int x = 6; x < 44; ++x) { // a source pixel's centre lies at (x + 1/2) / 2.5 - 1/2
                const double expected =
                    0.1 + 0.02 * ((x + 0.5) * 20 / 50 - 0.5) + 0.03 * ((y + 0.5) * 10 / 40 - 0.5);
                REQUIRE(large.row(y)[x] == Approx(expected).margin(1e-5));
            }
    }
}

TEST_CASE("a field on another matrix shows the same region", "[phantom]") {
    Field field = plainField(400, 800);
    field.left = -30;
    field.top = 12;
    const Field small = withMatrix(field, 200, 320);
    for (const SpinePoint point : {SpinePoint{0, 50}, SpinePoint{120, 700}}) {
        const PixelPoint large = field.toPixel(point);
        const PixelPoint tiny = small.toPixel(point);
        CHECK(tiny.x + 0.5 == Approx((large.x + 0.5) / 2));
        CHECK(tiny.y + 0.5 == Approx((large.y + 0.5) / 2.5));
    }
}
