// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DicomElements.h"
#include "core/dicom/DicomFile.h"
#include "core/results/Report.h"
#include "core/results/content/ContentNode_p.h"

#include <cmath>

namespace vertescore {
namespace {

using namespace results;

tl::unexpected<Error> malformed(std::string what) {
    return failure(ErrorCode::FileMalformed, std::move(what));
}

/// The level whose code the finding site of a group is.
std::optional<Level> levelOf(const ContentNode& group) {
    const auto index = group.indexOf(kFindingSite, kLevelCodes);
    return index ? std::optional(kLevels[*index]) : std::nullopt;
}

std::optional<DetectionModel> modelOf(const ContentNode& group) {
    if (group.child(kAlgorithmName) == nullptr) return std::nullopt;
    DetectionModel model;
    model.name = group.textOf(kAlgorithmName);
    for (const ContentNode* parameter : group.all(kAlgorithmParameters)) {
        const std::size_t equals = parameter->text.find('=');
        if (equals == std::string::npos) continue;
        const std::string name = parameter->text.substr(0, equals);
        const std::string value = parameter->text.substr(equals + 1);
        if (name == "weights-sha256") model.sha256 = value;
        if (name == "device") model.device = value;
        if (name == "precision") model.precision = value;
    }
    return model;
}

/// A place far outside any picture is a mistake.
bool isPlace(PixelPoint point) {
    constexpr double kFarthestPixel = 1e6;
    return std::abs(point.x) <= kFarthestPixel && std::abs(point.y) <= kFarthestPixel;
}

Result<std::optional<PixelPoint>> placeOf(const ContentNode& group, const std::string& where) {
    std::optional<PixelPoint> place;
    const auto column = group.numberOf(kColumn), row = group.numberOf(kRow);
    if (column && row) place = PixelPoint{*column, *row};
    if (const ContentNode* region = group.child(kImageRegion)) {
        if (region->points.size() != 1 || place) return malformed(where + " is not one point");
        place = region->points.front();
    }
    if (place && !isPlace(*place)) return malformed(where + " lies in another world");
    return place;
}

Status readCorner(const ContentNode& group, Corner corner, ScanResults& results) {
    const auto level = levelOf(group);
    if (!level) return malformed("a corner belongs to no vertebra of T12-L5");
    const std::string where = std::string(levelName(*level)) + " " + std::string(cornerName(corner));
    Landmark& landmark = results.landmarks.at(*level).at(corner);
    if (landmark != Landmark{}) return malformed(where + " is there twice");
    const auto origin = group.indexOf(kOrigin, kOriginCodes);
    if (!origin) return malformed(where + " has no known origin");
    landmark.state = static_cast<PointState>(*origin);
    const auto place = placeOf(group, where);
    if (!place) return failure(place.error());
    landmark.position = *place;
    const bool needsPlace = landmark.state != PointState::Unset && landmark.state != PointState::NotVisible;
    if (needsPlace != landmark.position.has_value() && landmark.state != PointState::NotVisible)
        return malformed(where + (needsPlace ? " has no place" : " is unset and has a place"));
    if (const std::string person = group.textOf(kPersonName); !person.empty()) results.annotator = person;
    return {};
}

Status readVertebra(const ContentNode& group, Landmarks& landmarks) {
    const auto level = levelOf(group);
    if (!level) return malformed("a vertebra is none of T12-L5");
    VertebraLandmarks& vertebra = landmarks.at(*level);
    vertebra.confidence = group.numberOf(kConfidence);
    if (vertebra.confidence && !(*vertebra.confidence >= 0 && *vertebra.confidence <= 1))
        return malformed("the confidence of " + std::string(levelName(*level)) + " is not between 0 and 1");
    if (const auto missing = group.indexOf(kMissing, kMissingCodes))
        vertebra.missing = static_cast<MissingReason>(*missing);
    return {};
}

bool isYes(const ContentNode& group, const Code& name) {
    const ContentNode* answer = group.child(name);
    return answer != nullptr && answer->code.is(kYes);
}

Status readCrop(const ContentNode& group, ScanResults& results) {
    CropResult crop;
    const auto factor = group.numberOf(kCropFactor), percent = group.numberOf(kCropPercent);
    if (!factor || !percent) return malformed("the crop has no numbers");
    crop.factor = *factor;
    crop.percent = *percent;
    for (std::size_t i = 0; i < kSegmentCount; ++i) {
        const auto share = group.numberOf(kCropSegmentCodes[i]);
        if (!share) return malformed("the crop lacks a segment");
        crop.segmentPercent[i] = *share;
    }
    crop.isCropped = isYes(group, kIsCropped);
    crop.atBorder = isYes(group, kCropAtBorder);
    crop.atBlackRegion = isYes(group, kCropAtBlack);
    results.crop = crop;
    return {};
}

Grading& gradingOf(ScanResults& results) {
    if (!results.grading) results.grading.emplace();
    return *results.grading;
}

Status readSheet(const ContentNode& group, ScanResults& results) {
    const auto convention = group.indexOf(kConvention, kConventionCodes);
    if (!convention) return malformed("the convention of grading is not known");
    gradingOf(results).convention = static_cast<ScoringConvention>(*convention);
    gradingOf(results).reader = group.textOf(kPersonName);
    return {};
}

/// Without a grade and without a reason a cell is blank, whatever else is said.
Status readCell(const ContentNode& group, ScanResults& results) {
    const auto level = levelOf(group);
    const auto segment = level ? segmentFromName(levelName(*level)) : std::nullopt;
    const auto wall = group.indexOf(kWall, kWallCodes);
    if (!segment || !wall) return malformed("a grade belongs to no wall of L1-L4");
    const std::string where = "the grade of " + std::string(segmentName(*segment));
    ScoreCell& cell = gradingOf(results).sheet.at(*segment, static_cast<Wall>(*wall));
    if (!cell.isBlank()) return malformed(where + " is there twice");
    if (const auto grade = group.numberOf(kGrade)) {
        if (!(*grade >= 0 && *grade <= 3) || *grade != std::floor(*grade))
            return malformed(where + " is none of 0, 1, 2, 3");
        cell.grade = static_cast<int>(*grade);
    }
    if (const auto reason = group.indexOf(kNoGrade, kNotReadableCodes)) {
        if (cell.grade) return malformed(where + " is there, and also why there is none");
        cell.notReadable = kNotReadableReasons[*reason];
    }
    return {};
}

/// A group of a kind that is not ours is passed over. isOurs is set for one that is.
Status readGroup(const ContentNode& group, ScanResults& results, bool& isOurs) {
    const ContentNode* finding = group.child(kFinding);
    if (finding == nullptr || finding->code.scheme != kCodingScheme) return {};
    isOurs = true;
    if (finding->code.is(kLandmarkSet)) {
        const auto side = group.indexOf(kAnteriorSide, kSideCodes);
        if (!side) return malformed("the anterior side is neither left nor right");
        results.landmarks.anterior = static_cast<AnteriorSide>(*side);
        results.model = modelOf(group);
        return {};
    }
    if (finding->code.is(kVertebra)) return readVertebra(group, results.landmarks);
    if (finding->code.is(kCrop)) return readCrop(group, results);
    if (finding->code.is(kAac24)) return readSheet(group, results);
    if (finding->code.is(kAac24Cell)) return readCell(group, results);
    for (const Corner corner : kCorners)
        if (finding->code.is(kCornerCodes[indexOf(corner)])) return readCorner(group, corner, results);
    return {};
}

Status readLibrary(const ContentNode& root, ScanReport& report) {
    const ContentNode* library = root.child(kImageLibrary);
    const ContentNode* images = library != nullptr ? library->child(kImageLibraryGroup) : nullptr;
    if (images == nullptr || images->children.empty()) return malformed("it names no image");
    const ContentNode& image = images->children.front();
    report.sopInstanceUid = image.imageUid;
    report.frame = image.frame;
    report.width = static_cast<int>(image.numberOf(kColumns).value_or(0));
    report.height = static_cast<int>(image.numberOf(kRows).value_or(0));
    if (report.sopInstanceUid.empty() || report.width < 1 || report.height < 1)
        return malformed("it names no image of a known size");
    return {};
}

Result<ScanReport> reportOf(DcmDataset& dataset) {
    if (dicom::text(dataset, DCM_Modality) != "SR")
        return failure(ErrorCode::UnsupportedFormat, "no structured report");
    const ContentNode root = readContent(dataset);
    const ContentNode* measurements = root.name.is(kReportTitle) ? root.child(kMeasurements) : nullptr;
    ScanReport report;
    bool isOurs = false;
    if (measurements != nullptr)
        for (const ContentNode* group : measurements->all(kGroup))
            if (const Status read = readGroup(*group, report.results, isOurs); !read)
                return failure(read.error());
    if (!isOurs)
        return failure(ErrorCode::UnsupportedFormat, "a structured report without results of VerteScore");
    if (const Status read = readLibrary(root, report); !read) return failure(read.error());
    const auto versions = dicom::texts(dataset, DCM_SoftwareVersions);
    if (!versions.empty()) report.softwareVersion = versions.front();
    return report;
}

} // namespace

Result<ScanReport> readReport(const std::filesystem::path& path) {
    Result<ScanReport> report = failure(ErrorCode::Internal);
    if (const auto file = dicom::loadDicom(path))
        report = reportOf(*(*file)->getDataset());
    else
        report = failure(file.error());
    if (!report) report.error().path = path;
    return report;
}

} // namespace vertescore
