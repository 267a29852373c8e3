// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ScanReader.h"
#include "tests/support/SharedTestData.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <map>

namespace {

using namespace vertescore;
using nlohmann::json;
namespace fs = std::filesystem;

/// Files that must be refused, and as what; all others must open.
const std::map<std::string, ErrorCode> kRefused{
    {"cornerstoneWADOImageLoader/no-pixel-data.dcm", ErrorCode::NotAnImage},
    {"pydicom/DICOMDIR", ErrorCode::NotAnImage},
    {"pydicom/ExplVR_BigEndNoMeta.dcm", ErrorCode::NotAnImage},
    {"pydicom/ExplVR_LitEndNoMeta.dcm", ErrorCode::NotAnImage},
    {"pydicom/JPEG2000-embedded-sequence-delimiter.dcm", ErrorCode::CorruptPixels},
    {"pydicom/MR_truncated.dcm", ErrorCode::FileTruncated},
    {"pydicom/SC_rgb_rle_32bit.dcm", ErrorCode::UnsupportedPixels},
    {"pydicom/SC_rgb_rle_32bit_2frame.dcm", ErrorCode::UnsupportedPixels},
    {"pydicom/SC_rgb_small_odd.dcm", ErrorCode::ImageTooSmall},
    {"pydicom/SC_rgb_small_odd_big_endian.dcm", ErrorCode::ImageTooSmall},
    {"pydicom/SC_rgb_small_odd_jpeg.dcm", ErrorCode::ImageTooSmall},
    {"pydicom/UN_sequence.dcm", ErrorCode::NotAnImage},
    {"pydicom/badVR.dcm", ErrorCode::UnsupportedPixels},
    {"pydicom/charset_files/chrJapMulti.dcm", ErrorCode::NotAnImage},
    {"pydicom/charset_files/chrJapMultiExplicitIR6.dcm", ErrorCode::NotAnImage},
    {"pydicom/charset_files/chrKoreanMulti.dcm", ErrorCode::NotAnImage},
    {"pydicom/charset_files/chrSQEncoding.dcm", ErrorCode::NotAnImage},
    {"pydicom/charset_files/chrSQEncoding1.dcm", ErrorCode::NotAnImage},
    {"pydicom/empty_charset_LEI.dcm", ErrorCode::NotAnImage},
    {"pydicom/meta_missing_tsyntax.dcm", ErrorCode::CorruptPixels},
    {"pydicom/nested_priv_SQ.dcm", ErrorCode::CorruptPixels},
    {"pydicom/no_meta.dcm", ErrorCode::UnsupportedFormat}, // its first byte is lost
    {"pydicom/no_meta_group_length.dcm", ErrorCode::NotAnImage},
    {"pydicom/priv_SQ.dcm", ErrorCode::NotAnImage},
    {"pydicom/reportsi.dcm", ErrorCode::NotAnImage},
    {"pydicom/reportsi_with_empty_number_tags.dcm", ErrorCode::NotAnImage},
    {"pydicom/rtdose.dcm", ErrorCode::UnsupportedPixels},
    {"pydicom/rtdose_1frame.dcm", ErrorCode::UnsupportedPixels},
    {"pydicom/rtdose_expb.dcm", ErrorCode::UnsupportedPixels},
    {"pydicom/rtdose_expb_1frame.dcm", ErrorCode::UnsupportedPixels},
    {"pydicom/rtdose_rle.dcm", ErrorCode::UnsupportedPixels},
    {"pydicom/rtdose_rle_1frame.dcm", ErrorCode::UnsupportedPixels},
    {"pydicom/rtplan.dcm", ErrorCode::NotAnImage},
    {"pydicom/rtplan_truncated.dcm", ErrorCode::FileTruncated},
    {"pydicom/rtstruct.dcm", ErrorCode::NotAnImage},
    {"pydicom/test-SR.dcm", ErrorCode::NotAnImage},
    {"pydicom/waveform_ecg.dcm", ErrorCode::NotAnImage},
};

std::map<std::string, json> expectedPixels(const fs::path& root) {
    std::ifstream file(root / "PIXELS.json");
    return json::parse(file).at("files").get<std::map<std::string, json>>();
}

/// One decoder's rounding against another's: the inverse cosine transform of JPEG is not fixed to the last
/// bit.
double toleranceOf(const Scan& scan) {
    const bool isLossyJpeg = scan.source.transferSyntax.starts_with("1.2.840.10008.1.2.4.5") &&
                             scan.source.transferSyntax != "1.2.840.10008.1.2.4.57";
    const bool isColour = !scan.source.photometric.starts_with("MONOCHROME");
    return (isLossyJpeg ? 2 : 0) + (isColour ? 1 : 0);
}

double luminanceOf(const json& point) {
    return 0.299 * point[2].get<double>() + 0.587 * point[3].get<double>() + 0.114 * point[4].get<double>();
}

/// What the other reader spreads a window over: all storable values, rescaled.
std::pair<double, double> storedRange(const Scan& scan) {
    const int values = 1 << scan.source.bitsStored;
    const int lowest = scan.source.isSigned ? -values / 2 : 0;
    return {modalityValue(scan.pipeline, lowest), modalityValue(scan.pipeline, lowest + values - 1)};
}

} // namespace

TEST_CASE("every shared DICOM file opens or is refused with its code", "[io][dicom]") {
    const auto root = vertescore::test::sharedTestData("dicom");
    if (!root) VERTESCORE_SKIP("no shared DICOM files");
    const auto expected = expectedPixels(*root);
    CHECK(expected.size() == 117);
    for (const auto& [name, pixels] : expected) {
        INFO(name);
        const auto scan = readScan(*root / name);
        const auto refused = kRefused.find(name);
        if (refused == kRefused.end()) {
            CHECK(scan.has_value());
        } else {
            REQUIRE_FALSE(scan.has_value());
            CHECK(errorCodeName(scan.error().code) == errorCodeName(refused->second));
            CHECK(scan.error().path == *root / name);
        }
    }
}

TEST_CASE("grey values equal those of an independent reader at every stage", "[io][dicom]") {
    const auto root = vertescore::test::sharedTestData("dicom");
    if (!root) VERTESCORE_SKIP("no shared DICOM files");
    std::size_t compared = 0;
    std::size_t windowed = 0;
    for (const auto& [name, pixels] : expectedPixels(*root)) {
        const auto scan = readScan(*root / name);
        if (!scan || !pixels.contains("stored") || scan->source.photometric == "PALETTE COLOR") continue;
        INFO(name);
        ++compared;
        const double tolerance = toleranceOf(*scan);
        for (const json& point : pixels["stored"]["points"]) {
            const int stored = scan->image.stored(point[1], point[0]);
            if (point.size() == 3) {
                CHECK(std::abs(stored - point[2].get<double>()) <= tolerance);
            } else if (std::abs(stored - luminanceOf(point)) > tolerance) {
                CHECK(std::abs(stored - point[2].get<double>()) <= tolerance); // given as Y, Cb, Cr
            }
        }
        if (pixels.contains("modality") && tolerance == 0) {
            for (const json& point : pixels["modality"]["points"]) {
                const double value = modalityValue(scan->pipeline, scan->image.stored(point[1], point[0]));
                CHECK(value == Approx(point[2].get<double>()).epsilon(1e-9));
            }
        }
        if (pixels.contains("voi") && tolerance == 0) {
            ++windowed;
            const DisplayImage shown = renderDisplay(scan->image, scan->pipeline);
            const auto range = storedRange(*scan);
            for (const json& point : pixels["voi"]["points"]) {
                const double grey = (point[2].get<double>() - range.first) / (range.second - range.first);
                CHECK(std::abs(shown.at(point[1], point[0]) -
                               255 * (scan->pipeline.inverted ? 1 - grey : grey)) < 0.501);
            }
        }
    }
    CHECK(compared >= 70);
    CHECK(windowed >= 20);
}
