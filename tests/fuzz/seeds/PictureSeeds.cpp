// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensors/TrainingBundle.h"
#include "tests/fuzz/seeds/Seeds.h"
#include "tests/fuzz/support/InputFile.h"
#include "tests/support/TemporaryFolder.h"

#include <opencv2/imgcodecs.hpp>

namespace vertescore::fuzz {
namespace {

namespace fs = std::filesystem;

void writePicture(const fs::path& path, int type, const std::vector<int>& options = {}) {
    cv::Mat picture(40, 16, type);
    for (int y = 0; y < picture.rows; ++y)
        for (std::size_t i = 0; i < picture.elemSize() * 16; ++i)
            picture.ptr(y)[i] = static_cast<unsigned char>(static_cast<std::size_t>(y) * 16 + i);
    std::vector<unsigned char> bytes;
    expect(cv::imencode(path.extension(), picture, bytes, options), "pictures can be written");
    test::writeBytes(path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

BundleScan scanOf(int bits, std::string_view pixels) {
    BundleScan scan;
    scan.geometry = {16, 40, PixelSpacing{0.5, 0.6, SpacingSource::PixelSpacing}};
    scan.bits = bits;
    scan.pixels = pixels;
    scan.patient = "P1";
    scan.group = "hologicHorizon";
    scan.landmarks.at(Level::L1).at(Corner::SuperiorAnterior) = {PixelPoint{3.5, 4}, PointState::Edited};
    scan.landmarks.at(Level::L1).confidence = 0.5;
    scan.landmarks.at(Level::L5).missing = MissingReason::OutsidePicture;
    return scan;
}

} // namespace

void writePictureSeeds(const fs::path& folder) {
    for (const char* target : {"raster", "tensors"})
        fs::create_directories(folder / target);
    for (const auto& [name, type] : {std::pair{"grey8", CV_8UC1}, std::pair{"rgb8", CV_8UC3}}) {
        writePicture(folder / "raster" / (std::string(name) + ".jpg"), type);
        writePicture(folder / "raster" / (std::string(name) + "-progressive.jpg"), type,
                     {cv::IMWRITE_JPEG_PROGRESSIVE, 1});
    }
    for (const auto& [name, type] :
         {std::pair{"grey8", CV_8UC1}, std::pair{"rgb8", CV_8UC3}, std::pair{"rgba8", CV_8UC4},
          std::pair{"grey16", CV_16UC1}, std::pair{"rgb16", CV_16UC3}}) {
        writePicture(folder / "raster" / (std::string(name) + ".png"), type);
        for (const int compression : {1, 5, 32773, 8}) // none, LZW, PackBits, Deflate
            writePicture(folder / "raster" / (std::string(name) + "-" + std::to_string(compression) + ".tif"),
                         type, {cv::IMWRITE_TIFF_COMPRESSION, compression});
    }
    const std::string narrow(16 * 40, '\7'), wide(2 * 16 * 40, '\7');
    expect(
        writeTrainingBundle(folder / "tensors" / "bundle", {scanOf(8, narrow), scanOf(16, wide)}).has_value(),
        "bundles can be written");
    expect(writeSafetensors(folder / "tensors" / "weights",
                            {{"a", {TensorType::F32, {2, 2}, std::string_view(narrow).substr(0, 16)}},
                             {"b", {TensorType::U8, {3}, std::string_view(narrow).substr(0, 3)}}},
                            {{"name", "net"}})
               .has_value(),
           "tensors can be written");
}

} // namespace vertescore::fuzz
