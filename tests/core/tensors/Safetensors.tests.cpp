// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TemporaryFolder.h"

#include "core/base/AtomicFile.h"
#include "core/tensors/Safetensors.h"

#include <catch2/catch.hpp>

#include <cstring>
#include <fstream>

using namespace vertescore;

namespace {

/// A file of this header and this many bytes after it.
std::string fileOf(const std::string& header, std::size_t bytes) {
    const std::uint64_t length = header.size();
    std::string content(8, '\0');
    std::memcpy(content.data(), &length, 8);
    return content + header + std::string(bytes, '\1');
}

ErrorCode codeOf(const std::string& content) {
    const auto file = SafetensorsFile::parse(content);
    REQUIRE_FALSE(file);
    return file.error().code;
}

} // namespace

TEST_CASE("tensors and metadata come back as they were written", "[tensors][safetensors]") {
    const test::TemporaryFolder folder;
    const std::string floats(24, '\7');
    const std::string bytes = "abc";
    REQUIRE(writeSafetensors(
        folder / "a.safetensors",
        {{"weights", {TensorType::F32, {2, 3}, floats}}, {"grey", {TensorType::U8, {3}, bytes}}},
        {{"name", "Wirbelsäule"}}));
    const auto file = SafetensorsFile::read(folder / "a.safetensors");
    REQUIRE(file);
    CHECK(file->metadata().at("name") == "Wirbelsäule");
    REQUIRE(file->tensors().size() == 2);
    CHECK(file->tensors().at("weights").shape == std::vector<std::int64_t>{2, 3});
    CHECK(file->tensors().at("weights").bytes == floats);
    CHECK(file->tensors().at("grey").type == TensorType::U8);
    CHECK(file->tensors().at("grey").bytes == bytes);
    CHECK(file->sha256().size() == 64);
}

TEST_CASE("a scalar and an empty tensor are tensors", "[tensors][safetensors]") {
    const test::TemporaryFolder folder;
    const std::string one(4, '\0');
    REQUIRE(writeSafetensors(
        folder / "b.safetensors",
        {{"scalar", {TensorType::F32, {}, one}}, {"empty", {TensorType::F32, {0, 4}, {}}}}, {}));
    const auto file = SafetensorsFile::read(folder / "b.safetensors");
    REQUIRE(file);
    CHECK(file->tensors().at("scalar").shape.empty());
    CHECK(file->tensors().at("empty").bytes.empty());
}

TEST_CASE("a file that is not there is missing weights", "[tensors][safetensors]") {
    const auto file = SafetensorsFile::read("/nowhere/at/all.safetensors");
    REQUIRE_FALSE(file);
    CHECK(file.error().code == ErrorCode::WeightsMissing);
}

TEST_CASE("damaged and hostile files are refused", "[tensors][safetensors]") {
    const std::string good = R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})";
    REQUIRE(SafetensorsFile::parse(fileOf(good, 8)));
    const std::string bad = GENERATE(
        std::string(), std::string("1234567"), std::string(8, '\xff'), fileOf("", 0), fileOf("[]", 0),
        fileOf("{", 0), fileOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 7),
        fileOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 9),
        fileOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}})", 8),
        fileOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,-8]}})", 8),
        fileOf(R"({"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})", 8),
        fileOf(R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})", 8),
        fileOf(R"({"a":{"dtype":"F32","shape":[2147483647,2147483647,2147483647],"data_offsets":[0,8]}})", 8),
        fileOf(R"({"a":{"dtype":"F99","shape":[2],"data_offsets":[0,8]}})", 8),
        fileOf(R"({"a":{"dtype":7,"shape":[2],"data_offsets":[0,8]}})", 8),
        fileOf(R"({"a":{"shape":[2],"data_offsets":[0,8]}})", 8), fileOf(R"({"a":5})", 0),
        fileOf(R"({"__metadata__":{"x":5}})", 0), fileOf(R"({"__metadata__":"x"})", 0),
        fileOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},
                   "b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})",
               12),
        fileOf(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},
                   "b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}})",
               12));
    CHECK(codeOf(bad) == ErrorCode::WeightsMalformed);
}

TEST_CASE("a header that opens a million brackets is refused without harm", "[tensors][safetensors]") {
    CHECK(codeOf(fileOf(std::string(1000000, '['), 0)) == ErrorCode::WeightsMalformed);
}
