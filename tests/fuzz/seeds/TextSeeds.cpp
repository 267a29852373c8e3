// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/RatingFormat.h"
#include "core/io/landmarks/LandmarkFormat.h"
#include "core/picturenet/PictureNet.h"
#include "model/decode/NamingMetadata.h"
#include "model/decode/Uncertainty.h"
#include "tests/fuzz/seeds/Seeds.h"
#include "tests/fuzz/support/InputFile.h"
#include "tests/support/TemporaryFolder.h"

namespace vertescore::fuzz {
namespace {

namespace fs = std::filesystem;
using test::readBytes;
using test::writeBytes;
using namespace std::string_literals;

constexpr std::string_view kBetweenFiles = "\n%%\n";

std::string chosen(std::size_t choice) {
    return std::string(1, static_cast<char>(choice));
}

ExchangedLandmarks completeScan() {
    ExchangedLandmarks scan;
    scan.record.scanPath = "scan.dcm";
    scan.record.width = 512;
    scan.record.height = 1024;
    scan.spacing = PixelSpacing{0.5, 0.6, SpacingSource::PixelSpacing};
    double y = 50;
    for (auto& vertebra : scan.record.landmarks.vertebrae) {
        vertebra.at(Corner::SuperiorAnterior) = {PixelPoint{200.25, y}, PointState::Edited};
        vertebra.at(Corner::SuperiorPosterior) = {PixelPoint{150, y + 1}, PointState::Predicted};
        vertebra.at(Corner::InferiorAnterior) = {PixelPoint{202, y + 60}, PointState::Confirmed};
        vertebra.at(Corner::InferiorPosterior) = {PixelPoint{151, y + 61}, PointState::NotVisible};
        vertebra.confidence = 0.75;
        y += 70;
    }
    return scan;
}

/// The only file of a folder beside data.yaml.
fs::path onlyFile(const fs::path& path) {
    if (!fs::is_directory(path)) return path;
    for (const auto& entry : fs::directory_iterator(path))
        if (entry.path().extension() != ".yaml") return entry.path();
    return path;
}

void writeLandmarkSeeds(const fs::path& folder) {
    const test::TemporaryFolder made;
    const ExchangedLandmarks scan = completeScan();
    for (std::size_t i = 0; i < kLandmarkFormats.size(); ++i) {
        const LandmarkFormat format = kLandmarkFormats[i];
        if (!isWritable(format)) continue;
        const fs::path target = made / std::string(landmarkFormatName(format));
        expect(writeLandmarks(format, target, {scan}).has_value(), "landmarks can be written");
        std::string bytes = readBytes(onlyFile(target));
        if (format == LandmarkFormat::YoloPose)
            bytes = readBytes(target / "data.yaml").append(kBetweenFiles) + bytes;
        writeBytes(folder / std::string(landmarkFormatName(format)), chosen(i) + '\0' + bytes);
    }
    const std::size_t vott = static_cast<std::size_t>(LandmarkFormat::Vott);
    writeBytes(
        folder / "vott",
        chosen(vott) + '\0' +
            R"({"asset":{"name":"scan.png","size":{"width":512,"height":1024}},"regions":[{"tags":["L1"],)"
            R"("type":"POLYGON","points":[{"x":1,"y":2},{"x":30,"y":2},{"x":1,"y":20},{"x":30,"y":20}]}]})");
    writeBytes(folder / "own", chosen(kLandmarkFormats.size()) + '\0' + landmarksToJson(scan.record, true));
}

RatingTable ratingTable() {
    RatingTable table;
    int next = 0;
    for (const char* image : {"a", "b", "c"})
        for (const char* reader : {"R1", "R2"})
            for (const char* condition : {"no_ivg", "ivg"}) {
                Rating rating;
                rating.patient = "P"s + image;
                for (const Segment segment : kSegments)
                    for (const Wall wall : kWalls)
                        rating.sheet.at(segment, wall).grade = next++ * 5 % 7 % 4;
                if (next % 3 == 0) {
                    ScoreCell& cell = rating.sheet.at(Segment::L4, Wall::Posterior);
                    cell = {std::nullopt, NotReadableReason::Noise};
                }
                expect(table.add({image, reader, condition, "1"}, rating).has_value(),
                       "ratings can be added");
            }
    return table;
}

void writeRatingSeeds(const fs::path& folder) {
    const RatingTable table = ratingTable();
    for (std::size_t i = 0; i < kRatingFormats.size(); ++i)
        writeBytes(folder / "ratings" / std::string(ratingFormatName(kRatingFormats[i])),
                   chosen(i) + writeRatings(kRatingFormats[i], table, {}));
    const std::string csv = writeRatings(RatingFormat::Long, table, {});
    writeBytes(folder / "agreement" / "drawn", csv);
    writeBytes(folder / "agreement" / "fixed",
               csv + std::string(kBetweenFiles) + "0,1,2\n2,1,0\n0,0,2\n1,1,1\n2,2,0\n");
}

/// What is done with the file is in thirds of the first byte (study.cpp): all three for each change.
void writeStudySeeds(const fs::path& folder) {
    for (char use = 0; use < 9; use = static_cast<char>(use + 3)) {
        const auto write = [&](const std::string& name, char change, const std::string& bytes) {
            writeBytes(folder / (name + "-" + std::to_string(use / 3)),
                       static_cast<char>(use + change) + bytes);
        };
        write("as-it-is", 1, {});
        write("sealed", 2, {});
        write("patched", 0, "\0\1\0\4abcd\0\x40\0\2zz"s);
        write("cut", 0, "\0\x80\0\xff"s);
        // Tables and columns in turn, with every kind of value.
        for (char table = 0; table < 14; ++table) {
            std::string edits;
            for (char column = 0; column < 6; ++column)
                edits += {table, column, '\1', static_cast<char>(column % 5), '\3', '9', '"', '{'};
            write("edited-" + std::to_string(table), 1, edits);
            write("resealed-" + std::to_string(table), 2, edits.substr(8, 16));
        }
    }
}

/// In the order of kReaders in texts.cpp.
void writeSmallSeeds(const fs::path& folder) {
    writeBytes(folder / "log",
               chosen(0) +
                   R"({"step":1,"loss":0.5,"heatmapLoss":0.1,"centreLoss":0.2,"cornerLoss":0.2})"
                   "\n"
                   R"({"step":2,"loss":0.4,"heatmapLoss":0.1,"centreLoss":0.2,"cornerLoss":0.1,"validation":)"
                   R"({"coordinatePx":{"mean":1.5,"median":1},"allRightRate":0.9}})"
                   "\n");
    writeBytes(folder / "naming", chosen(1) + toJson(NamingModel()));
    UncertaintyModel model;
    model.knots = {{0, 1}, {1, 2.5}};
    writeBytes(folder / "uncertainty", chosen(2) + toJson(model));
    writeBytes(folder / "labels", chosen(3) + "scan,cropped\na.dcm,yes\n\"b\",0\n");
    writeBytes(folder / "factors", chosen(4) + "0.8:1.5:0.1");
    PictureNet net;
    PictureLayer layer{kPictureChannels, 1, 2, {}, {0.5F}};
    layer.weights.assign(9 * kPictureChannels, 0.25F);
    net.layers = {layer};
    net.dense = {1, -1, 0};
    writeBytes(folder / "net", chosen(5) + net.toText());
    writeBytes(folder / "secret", chosen(6) + std::string(32, 's') + "\n");
    writeBytes(folder / "date", chosen(7) + "20200229");
}

} // namespace

void writeTextSeeds(const fs::path& folder) {
    for (const char* target : {"landmarks", "ratings", "agreement", "study", "texts"})
        fs::create_directories(folder / target);
    writeLandmarkSeeds(folder / "landmarks");
    writeRatingSeeds(folder);
    writeStudySeeds(folder / "study");
    writeSmallSeeds(folder / "texts");
}

} // namespace vertescore::fuzz
