// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TemporaryFolder.h"

#include "core/base/AtomicFile.h"
#include "core/tensors/TrainingBundle.h"

#include <catch2/catch.hpp>

#include <numeric>

using namespace vertescore;

namespace {

constexpr int kWidth = 9;
constexpr int kHeight = 11;

std::string bytes(std::size_t count) {
    std::string text(count, '\0');
    std::iota(text.begin(), text.end(), '\0');
    return text;
}

/// A spine in which each kind of point occurs: T12 edited, L1 predicted, L3 half hidden, L5 outside.
Landmarks landmarks() {
    Landmarks all;
    all.anterior = AnteriorSide::Left;
    for (const Level level : kLevels)
        for (const Corner corner : kCorners) {
            const double y = 0.1 + 1.7 * static_cast<double>(indexOf(level));
            all.at(level).at(corner) = {PixelPoint{1.0 / 3 + static_cast<double>(indexOf(corner)), y},
                                        PointState::Confirmed};
        }
    for (const Corner corner : kCorners) {
        all.at(Level::T12).at(corner).state = PointState::Edited;
        all.at(Level::L1).at(corner).state = PointState::Predicted;
        all.at(Level::L5).at(corner) = {};
    }
    all.at(Level::L1).confidence = 0.7;
    all.at(Level::L3).at(Corner::InferiorAnterior).state = PointState::NotVisible;
    all.at(Level::L3).at(Corner::InferiorPosterior) = {std::nullopt, PointState::NotVisible};
    all.at(Level::L5).missing = MissingReason::OutsidePicture;
    return all;
}

struct TwoScans {
    std::string fine = bytes(2 * kWidth * kHeight);
    std::string coarse = bytes(kWidth * kHeight);
    std::vector<BundleScan> scans{{{kWidth, kHeight, PixelSpacing{0.5, 0.6, SpacingSource::ExposedArea}},
                                   16,
                                   fine,
                                   landmarks(),
                                   "patient 1",
                                   "geDualEnergy"},
                                  {{kWidth, kHeight, std::nullopt}, 8, coarse, landmarks(), "", "unknown"}};
};

/// The same file with one tensor replaced or, without a view, left out.
void rewrite(const std::filesystem::path& path, const std::string& name,
             const std::optional<TensorView>& view, const std::map<std::string, std::string>& metadata = {}) {
    const auto file = SafetensorsFile::read(path);
    REQUIRE(file);
    std::vector<NamedTensor> tensors;
    for (const auto& [key, tensor] : file->tensors())
        if (key != name) tensors.push_back({key, tensor});
    if (view) tensors.push_back({name, *view});
    auto changed = file->metadata();
    for (const auto& [key, value] : metadata)
        changed[key] = value;
    REQUIRE(writeSafetensors(path, tensors, changed));
}

Error errorOf(const std::filesystem::path& path) {
    const auto bundle = TrainingBundle::read(path);
    REQUIRE_FALSE(bundle);
    return bundle.error();
}

} // namespace

TEST_CASE("a bundle gives back every picture, point, state and fact", "[tensors][bundle]") {
    const test::TemporaryFolder folder;
    const TwoScans given;
    REQUIRE(writeTrainingBundle(folder / "a.safetensors", given.scans));
    const auto bundle = TrainingBundle::read(folder / "a.safetensors");
    REQUIRE(bundle);
    REQUIRE(bundle->scans().size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        const BundleScan& before = given.scans[i];
        const BundleScan& after = bundle->scans()[i];
        CHECK(after.geometry == before.geometry);
        CHECK(after.bits == before.bits);
        CHECK(after.pixels == before.pixels);
        CHECK(after.landmarks == before.landmarks);
        CHECK(after.patient == before.patient);
        CHECK(after.group == before.group);
    }
}

TEST_CASE("sixteen bits become eight by rounding", "[tensors][bundle]") {
    const std::vector<std::uint16_t> fine{0, 128, 129, 257, 65535, 65406, 65407};
    const BundleScan scan{
        {7, 1, std::nullopt}, 16, {reinterpret_cast<const char*>(fine.data()), 2 * fine.size()}, {}, "", ""};
    CHECK(displayOf(scan).pixels == std::vector<std::uint8_t>{0, 0, 1, 1, 255, 254, 255});
}

TEST_CASE("23 landmarks, a broken image or a part that lacks are named with the file and the scan",
          "[tensors][bundle]") {
    const test::TemporaryFolder folder;
    const auto path = folder / "b.safetensors";
    const TwoScans given;
    REQUIRE(writeTrainingBundle(path, given.scans));
    static const std::string zeros(46 * 8,
                                   '\0'); // the views of the table are made once and used in every run
    const auto [name, view] = GENERATE_COPY(table<std::string, std::optional<TensorView>>(
        {{"000002.landmarks", TensorView{TensorType::F64, {23, 2}, zeros}},
         {"000002.landmarks", std::nullopt},
         {"000002.states", TensorView{TensorType::U8, {23}, std::string_view(zeros).substr(0, 23)}},
         {"000002.placed", TensorView{TensorType::U8, {24}, std::string_view(zeros).substr(0, 24)}},
         {"000002.image", std::nullopt},
         {"000002.image", TensorView{TensorType::U8, {3, 4, 3}, std::string_view(zeros).substr(0, 36)}},
         {"000002.image", TensorView{TensorType::F32, {9, 9}, std::string_view(zeros).substr(0, 324)}},
         {"000002.image", TensorView{TensorType::U8, {0, 9}, {}}}}));
    rewrite(path, name, view);
    const Error error = errorOf(path);
    CHECK(error.code == ErrorCode::FileMalformed);
    CHECK(error.path == path);
    CHECK_THAT(error.detail, Catch::Matchers::Contains("000002"));
}

TEST_CASE("metadata that lacks or lies is refused", "[tensors][bundle]") {
    const test::TemporaryFolder folder;
    const auto path = folder / "c.safetensors";
    REQUIRE(writeTrainingBundle(path, TwoScans().scans));
    const auto [key, value] = GENERATE(table<std::string, std::string>(
        {{"format", "vertescore-vertenet-1"},
         {"count", "3"},
         {"000001", "no JSON"},
         {"000001", R"({"anterior":"up"})"},
         {"000001", R"({"anterior":"left","spacing":{"xMm":-1,"yMm":1,"source":"phantom"}})"},
         {"000001", R"({"anterior":"left","missingReasons":{"L6":"outsidePicture"}})"},
         {"000001", R"({"anterior":"left","confidences":{"L1":7}})"}}));
    rewrite(path, "", std::nullopt, {{key, value}});
    CHECK(errorOf(path).code == ErrorCode::FileMalformed);
}

TEST_CASE("metadata that opens a million brackets is refused without harm", "[tensors][bundle]") {
    const test::TemporaryFolder folder;
    const auto path = folder / "deep.safetensors";
    REQUIRE(writeTrainingBundle(path, TwoScans().scans));
    const std::string name = GENERATE("missingReasons", "confidences");
    const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
    rewrite(path, "", std::nullopt, {{"000001", R"({"anterior":"left",")" + name + "\":" + deep + "}"}});
    CHECK(errorOf(path).code == ErrorCode::FileMalformed);
}

TEST_CASE("a file cut short is no bundle, and a missing one is said to be missing", "[tensors][bundle]") {
    const test::TemporaryFolder folder;
    const auto path = folder / "d.safetensors";
    REQUIRE(writeTrainingBundle(path, TwoScans().scans));
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 1);
    CHECK(errorOf(path).code == ErrorCode::FileMalformed);
    CHECK(errorOf(folder / "nowhere.safetensors").code == ErrorCode::FileNotFound);
    CHECK_FALSE(writeTrainingBundle(folder / "empty.safetensors", {}));
}
