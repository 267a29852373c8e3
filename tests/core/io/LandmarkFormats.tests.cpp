// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/AtomicFile.h"
#include "core/io/landmarks/LandmarkFormat.h"
#include "tests/support/SharedTestData.h"
#include "tests/support/TemporaryFolder.h"
#include "tests/support/builders/Records.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <sstream>

namespace {

using namespace vertescore;
using namespace vertescore::test;

std::string makeSenseText(const LandmarkRecord& record, const TemporaryFolder& folder) {
    REQUIRE(writeLandmarks(LandmarkFormat::MakeSense, folder / "points.csv", {{record}}).has_value());
    return readBytes(folder / "points.csv");
}

/// Knows the scans of these records, as a study does.
LandmarkReadOptions knowing(const std::vector<ExchangedLandmarks>& scans) {
    LandmarkReadOptions options;
    options.findScan = [scans](const std::string& name) -> std::optional<NamedScan> {
        for (const ExchangedLandmarks& scan : scans)
            if (toUtf8(scan.record.scanPath.filename()) == name ||
                toUtf8(scan.record.scanPath.stem()) == name)
                return NamedScan{toUtf8(scan.record.scanPath.filename()),
                                 {scan.record.width, scan.record.height, scan.spacing}};
        return std::nullopt;
    };
    return options;
}

/// Reads a text as a file of the format, which must be refused; gives back why.
Error refusalOf(LandmarkFormat format, const std::string& text) {
    const TemporaryFolder folder;
    writeBytes(folder / "file", text);
    const auto scans = readLandmarks(format, folder / "file");
    REQUIRE_FALSE(scans.has_value());
    CHECK(scans.error().path == folder / "file");
    CHECK_FALSE(scans.error().detail.empty());
    return scans.error();
}

void checkSamePlaces(const Landmarks& read, const Landmarks& written) {
    for (const Level level : kLevels) {
        for (const Corner corner : kCorners) {
            const auto a = read.at(level).at(corner).position, b = written.at(level).at(corner).position;
            INFO(levelName(level) << " " << cornerName(corner));
            REQUIRE(a.has_value() == b.has_value());
            if (!a) continue;
            CHECK(std::abs(a->x - b->x) < 1e-9);
            CHECK(std::abs(a->y - b->y) < 1e-9);
        }
    }
}

} // namespace

TEST_CASE("JSON that nests a million deep is refused in every format, not followed", "[landmark-formats]") {
    const auto format =
        GENERATE(LandmarkFormat::Coco, LandmarkFormat::Labelme, LandmarkFormat::Slicer, LandmarkFormat::Vott);
    // One more member makes an object move what it holds.
    const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
    const Error error = refusalOf(format, "{\"a\":" + deep + ",\"b\":1,\"c\":2,\"d\":3}");
    CHECK(error.code == ErrorCode::LandmarksMalformed);
    CHECK(error.detail.find("nests") != std::string::npos);
}

TEST_CASE("every format that is written reads back to the same places and sides", "[io][formats]") {
    const auto format = GENERATE(filter([](LandmarkFormat each) { return isWritable(each); },
                                        from_range(kLandmarkFormats.begin(), kLandmarkFormats.end())));
    CAPTURE(landmarkFormatName(format));
    const TemporaryFolder folder;
    std::vector<ExchangedLandmarks> scans(3);
    for (std::size_t i = 0; i < scans.size(); ++i) {
        scans[i].record = phantomRecord(i, i == 1 ? AnteriorSide::Left : AnteriorSide::Right);
        scans[i].spacing = PixelSpacing{0.3, 0.5, SpacingSource::PixelSpacing};
    }
    scans[0].record.scanPath = "plain.dcm";
    scans[1].record.scanPath = std::filesystem::path(u8"R\u00f6ntgen <1> & \"2\", 3.png");
    scans[2].record.scanPath = std::filesystem::path(u8"\u810a\u690e.tif");
    REQUIRE(writeLandmarks(format, folder / "out", scans).has_value());
    CHECK(std::filesystem::is_directory(folder / "out") == writesFolder(format));
    const auto again = readLandmarks(format, folder / "out", knowing(scans));
    if (!again) FAIL(describeError(again.error()));
    REQUIRE(again->size() == scans.size());
    for (const ExchangedLandmarks& read : *again) {
        const auto written = std::find_if(scans.begin(), scans.end(), [&read](const auto& scan) {
            return scan.record.scanPath == read.record.scanPath;
        });
        REQUIRE(written != scans.end());
        CHECK(read.record.width == written->record.width);
        CHECK(read.record.height == written->record.height);
        CHECK(read.record.landmarks.anterior == written->record.landmarks.anterior);
        CHECK_FALSE(read.isRounded);
        checkSamePlaces(read.record.landmarks, written->record.landmarks);
    }
}

TEST_CASE("formats with room for it keep who placed a point and what is missing", "[io][formats]") {
    const auto format = GENERATE(LandmarkFormat::Coco, LandmarkFormat::Cvat, LandmarkFormat::Labelme,
                                 LandmarkFormat::Slicer, LandmarkFormat::Csv);
    CAPTURE(landmarkFormatName(format));
    const TemporaryFolder folder;
    const std::vector<ExchangedLandmarks> scans{{mixedRecord()}};
    REQUIRE(writeLandmarks(format, folder / "out", scans).has_value());
    const auto again = readLandmarks(format, folder / "out", knowing(scans));
    REQUIRE(again.has_value());
    const Landmarks &read = again->front().record.landmarks, &written = scans.front().record.landmarks;
    checkSamePlaces(read, written);
    for (const Level level : kLevels)
        for (const Corner corner : kCorners)
            if (written.at(level).at(corner).position)
                CHECK(pointStateName(read.at(level).at(corner).state) ==
                      pointStateName(written.at(level).at(corner).state));
    if (format == LandmarkFormat::Csv) CHECK(read == written);
}

TEST_CASE("a CSV table from before there was an uncertainty still reads", "[io][formats]") {
    const TemporaryFolder folder;
    const std::vector<ExchangedLandmarks> scans{{phantomRecord(1)}};
    REQUIRE(writeLandmarks(LandmarkFormat::Csv, folder / "new.csv", scans).has_value());
    std::istringstream lines(readBytes(folder / "new.csv"));
    std::string older;
    for (std::string line; std::getline(lines, line);)
        older += line.substr(0, line.rfind(',')) + "\n";
    REQUIRE(older.find("uncertainty") == std::string::npos);
    REQUIRE(writeFileAtomically(folder / "old.csv", older).has_value());
    const auto again = readLandmarks(LandmarkFormat::Csv, folder / "old.csv", knowing(scans));
    REQUIRE(again.has_value());
    CHECK(again->front().record.landmarks == scans.front().record.landmarks);
}

TEST_CASE("a CSV table of a scan without a name reads back", "[io][formats]") {
    const TemporaryFolder folder;
    ExchangedLandmarks nameless{mixedRecord()};
    nameless.record.scanPath.clear();
    REQUIRE(writeLandmarks(LandmarkFormat::Csv, folder / "points.csv", {nameless}).has_value());
    const auto read = readLandmarks(LandmarkFormat::Csv, folder / "points.csv");
    REQUIRE(read.has_value());
    CHECK(read->front().record.landmarks == nameless.record.landmarks);
}

TEST_CASE("an uncertainty that is not above 0 is refused with its line", "[io][formats]") {
    const TemporaryFolder folder;
    const std::vector<ExchangedLandmarks> scans{{mixedRecord()}};
    REQUIRE(writeLandmarks(LandmarkFormat::Csv, folder / "out.csv", scans).has_value());
    std::string text = readBytes(folder / "out.csv");
    const std::string written = "3.3333333333333335\n";
    REQUIRE(text.find(written) != std::string::npos);
    text.replace(text.find(written), written.size(), "-1\n");
    REQUIRE(writeFileAtomically(folder / "bad.csv", text).has_value());
    const auto read = readLandmarks(LandmarkFormat::Csv, folder / "bad.csv", knowing(scans));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::LandmarksMalformed);
}

TEST_CASE("a source of whole pixels is marked as such", "[io][formats]") {
    const TemporaryFolder folder;
    ExchangedLandmarks scan{phantomRecord(0)};
    for (auto& vertebra : scan.record.landmarks.vertebrae)
        for (Landmark& corner : vertebra.corners)
            corner.position = PixelPoint{std::round(corner.position->x), std::round(corner.position->y)};
    const auto format = GENERATE(LandmarkFormat::MakeSense, LandmarkFormat::Coco, LandmarkFormat::YoloPose);
    REQUIRE(writeLandmarks(format, folder / "out", {scan}).has_value());
    const auto again = readLandmarks(format, folder / "out", knowing({scan}));
    REQUIRE(again.has_value());
    CHECK(again->front().isRounded);
    for (const auto& vertebra : again->front().record.landmarks.vertebrae)
        for (const Landmark& corner : vertebra.corners)
            CHECK(corner.isRounded);
}

TEST_CASE("a VoTT export with four points for each vertebra is told apart by place", "[io][formats]") {
    const TemporaryFolder folder;
    const LandmarkRecord record = phantomRecord(3);
    std::string regions;
    for (const Level level : kLevels)
        for (const Landmark& corner : record.landmarks.at(level).corners) {
            std::ostringstream region;
            region.precision(17);
            region << (regions.empty() ? "" : ",") << R"({"type":"POINT","tags":[")" << levelName(level)
                   << R"("],"points":[{"x":)" << corner.position->x << R"(,"y":)" << corner.position->y
                   << "}]}";
            regions += region.str();
        }
    writeBytes(folder / "v.json", R"({"assets":{"a":{"asset":{"name":"s.png","size":{"width":)" +
                                      std::to_string(record.width) + R"(,"height":)" +
                                      std::to_string(record.height) + R"(}},"regions":[)" + regions + "]}}}");
    const auto scans = readLandmarks(LandmarkFormat::Vott, folder / "v.json");
    if (!scans) FAIL(describeError(scans.error()));
    CHECK(scans->front().record.scanPath == "s.png");
    checkSamePlaces(scans->front().record.landmarks, record.landmarks);
    CHECK(writeLandmarks(LandmarkFormat::Vott, folder / "w.json", {}).error().code ==
          ErrorCode::InvalidArgument);
}

TEST_CASE("broken annotation files are refused with a reason", "[io][formats]") {
    const auto format = GENERATE(LandmarkFormat::Coco, LandmarkFormat::Cvat, LandmarkFormat::Labelme,
                                 LandmarkFormat::Vott, LandmarkFormat::Csv, LandmarkFormat::MakeSense);
    const char* text = GENERATE("", "no format at all", "{}", "[]", "null", "<annotations>", "<a></b>",
                                "<annotations><image name='x'><points label='L1' points='1,2;x'/></image>");
    CAPTURE(landmarkFormatName(format), text);
    CHECK(refusalOf(format, text).code == ErrorCode::LandmarksMalformed);
}

TEST_CASE("a cut file of any format is refused or reads as less, without harm", "[io][formats]") {
    const auto format = GENERATE(filter([](LandmarkFormat each) { return isWritable(each); },
                                        from_range(kLandmarkFormats.begin(), kLandmarkFormats.end())));
    const TemporaryFolder folder;
    const std::vector<ExchangedLandmarks> whole{{phantomRecord(0)}};
    REQUIRE(writeLandmarks(format, folder / "out", whole).has_value());
    auto file = folder / "out";
    if (writesFolder(format))
        for (const auto& entry : std::filesystem::directory_iterator(folder / "out"))
            if (entry.path().extension() != ".yaml") file = entry.path();
    const std::string bytes = readBytes(file);
    std::size_t refused = 0;
    for (std::size_t size = 0; size < bytes.size(); size += 53) {
        writeBytes(file, bytes.substr(0, size));
        refused += readLandmarks(format, folder / "out", knowing(whole)).has_value() ? 0 : 1;
    }
    CHECK(refused > 0);
}

TEST_CASE("annotation samples of other projects are refused with a reason", "[io][formats]") {
    const auto root = sharedTestData("annotations/datumaro");
    if (!root) VERTESCORE_SKIP("no shared annotations");
    const std::map<LandmarkFormat, std::vector<std::string>> samples{
        {LandmarkFormat::Coco,
         {"coco_dataset/coco_person_keypoints/annotations/person_keypoints_train.json",
          "coco_dataset/coco_instances/annotations/instances_train.json",
          "roboflow_dataset/coco/train/_annotations.coco.json"}},
        {LandmarkFormat::Cvat,
         {"cvat_dataset/for_images/export_task/train.xml", "cvat_dataset/for_video/annotations.xml",
          "labelme_dataset/Annotations/subset1/img1.xml"}},
        {LandmarkFormat::Labelme, {"labelme_dataset/Annotations/subset1/img1.xml"}},
        {LandmarkFormat::Vott, {"vott_json_dataset/dataset/train-export.json"}},
        {LandmarkFormat::Csv, {"vott_csv_dataset/dataset/train-export.csv"}},
        {LandmarkFormat::YoloPose, {"yolo_dataset/strict/obj_train_data/1.txt"}}};
    for (const auto& [format, names] : samples) {
        for (const std::string& name : names) {
            INFO(landmarkFormatName(format) << " " << name);
            const auto scans = readLandmarks(format, *root / name);
            REQUIRE_FALSE(scans.has_value());
            CHECK(scans.error().code == ErrorCode::LandmarksMalformed);
            CHECK_FALSE(scans.error().detail.empty());
        }
    }
}

TEST_CASE("make-sense points come back as the same corners, in whatever order they stand",
          "[io][makesense]") {
    const TemporaryFolder folder;
    const auto side = GENERATE(AnteriorSide::Right, AnteriorSide::Left);
    std::mt19937 random(1); // NOLINT: the same order in every run
    for (std::uint64_t index = 0; index < 20; ++index) {
        const LandmarkRecord record = phantomRecord(index, side);
        std::istringstream lines(makeSenseText(record, folder));
        std::vector<std::string> rows;
        for (std::string line; std::getline(lines, line);)
            rows.push_back(line);
        REQUIRE(rows.size() == 24);
        std::shuffle(rows.begin(), rows.end(), random);
        std::string shuffled = "label,x,y,image,width,height\r\n";
        for (const std::string& row : rows)
            shuffled += row + "\r\n";
        writeBytes(folder / "shuffled.csv", shuffled);
        const auto again = readLandmarks(LandmarkFormat::MakeSense, folder / "shuffled.csv");
        REQUIRE(again.has_value());
        REQUIRE(again->size() == 1);
        CAPTURE(index);
        CHECK(again->front().record.landmarks.anterior == side);
        for (const Level level : kLevels)
            for (const Corner corner : kCorners)
                CHECK(again->front().record.landmarks.at(level).at(corner).position ==
                      record.landmarks.at(level).at(corner).position);
    }
}

TEST_CASE("several images and names with commas keep apart", "[io][makesense]") {
    const TemporaryFolder folder;
    LandmarkRecord first = phantomRecord(3), second = phantomRecord(4);
    first.scanPath = "a, b.png";
    second.scanPath = std::filesystem::path(u8"ß \"c\".png");
    REQUIRE(
        writeLandmarks(LandmarkFormat::MakeSense, folder / "points.csv", {{first}, {second}}).has_value());
    const auto again = readLandmarks(LandmarkFormat::MakeSense, folder / "points.csv");
    REQUIRE(again.has_value());
    REQUIRE(again->size() == 2);
    CHECK((*again)[0].record.scanPath == first.scanPath);
    CHECK((*again)[1].record.scanPath == second.scanPath);
}

TEST_CASE("broken make-sense rows are refused with their line", "[io][makesense]") {
    const TemporaryFolder folder;
    const std::string whole = makeSenseText(phantomRecord(5), folder);
    const auto refusal = [&folder](const std::string& text) {
        writeBytes(folder / "broken.csv", text);
        const auto records = readLandmarks(LandmarkFormat::MakeSense, folder / "broken.csv");
        REQUIRE_FALSE(records.has_value());
        CHECK(records.error().code == ErrorCode::LandmarksMalformed);
        return records.error().detail;
    };
    const std::size_t lastRow = whole.rfind('\n', whole.size() - 2) + 1;
    CHECK(refusal(whole.substr(0, lastRow)).starts_with("line 23:"));      // one point of L5 missing
    CHECK(refusal(whole + whole.substr(lastRow)).starts_with("line 25:")); // one too many
    CHECK(refusal(whole + "L6,1,2,a,3,4\n").starts_with("line 25:"));
    CHECK(refusal("T12,1,2,a\n").starts_with("line 1:"));
    CHECK(refusal("T12,1,2x,a,3,4\n").starts_with("line 1:"));
    CHECK(refusal("T12,1,2,a,0,4\n").starts_with("line 1:"));
    CHECK(refusal("T12,1,2,a,3,4\nT12,1,2,a,3,5\n").starts_with("line 2:"));
    refusal("");
}

TEST_CASE("a scan without all corners cannot be written as make-sense", "[io][makesense]") {
    const TemporaryFolder folder;
    const auto written = writeLandmarks(LandmarkFormat::MakeSense, folder / "points.csv", {{mixedRecord()}});
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().code == ErrorCode::LandmarksMissing);
    CHECK_FALSE(std::filesystem::exists(folder / "points.csv"));
}
