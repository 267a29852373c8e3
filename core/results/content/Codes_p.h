// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/landmarks/Landmarks.h"
#include "core/results/Report.h"

#include <array>

// The coded concepts of a report. Standard codes as in PS3.16: DCM (annex D), SCT (SNOMED CT in the DICOM
// subset, CID 7602 for vertebrae), UCUM; all others in kCodingScheme.
namespace vertescore::results {

struct Code {
    std::string_view value;
    std::string_view scheme;
    std::string_view meaning;
};

constexpr Code own(std::string_view value, std::string_view meaning) {
    return {value, kCodingScheme, meaning};
}

// TID 1500, 1204, 1001...1004, 1600, 1602
inline constexpr Code kReportTitle{"126000", "DCM", "Imaging Measurement Report"};
inline constexpr Code kLanguage{"121049", "DCM", "Language of Content Item and Descendants"};
inline constexpr Code kEnglish{"en", "RFC5646", "English"};
inline constexpr Code kObserverType{"121005", "DCM", "Observer Type"};
inline constexpr Code kPerson{"121006", "DCM", "Person"};
inline constexpr Code kDevice{"121007", "DCM", "Device"};
inline constexpr Code kPersonName{"121008", "DCM", "Person Observer Name"};
inline constexpr Code kDeviceUid{"121012", "DCM", "Device Observer UID"};
inline constexpr Code kDeviceName{"121013", "DCM", "Device Observer Name"};
inline constexpr Code kDeviceManufacturer{"121014", "DCM", "Device Observer Manufacturer"};
inline constexpr Code kDeviceModel{"121015", "DCM", "Device Observer Model Name"};
inline constexpr Code kDeviceSerial{"121016", "DCM", "Device Observer Serial Number"};
inline constexpr Code kProcedureReported{"121058", "DCM", "Procedure reported"};
inline constexpr Code kDxa{"241686001", "SCT", "Dual energy X-Ray absorptiometry"};
inline constexpr Code kImageLibrary{"111028", "DCM", "Image Library"};
inline constexpr Code kImageLibraryGroup{"126200", "DCM", "Image Library Group"};
inline constexpr Code kModality{"121139", "DCM", "Modality"};
inline constexpr Code kRows{"110910", "DCM", "Pixel Data Rows"};
inline constexpr Code kColumns{"110911", "DCM", "Pixel Data Columns"};
inline constexpr Code kMeasurements{"126010", "DCM", "Imaging Measurements"};
inline constexpr Code kComment{"121106", "DCM", "Comment"};

// TID 1410, 1501, 4019
inline constexpr Code kGroup{"125007", "DCM", "Measurement Group"};
inline constexpr Code kTrackingId{"112039", "DCM", "Tracking Identifier"};
inline constexpr Code kTrackingUid{"112040", "DCM", "Tracking Unique Identifier"};
inline constexpr Code kFinding{"121071", "DCM", "Finding"};
inline constexpr Code kFindingSite{"363698007", "SCT", "Finding Site"};
inline constexpr Code kImageRegion{"111030", "DCM", "Image Region"};
inline constexpr Code kAlgorithmName{"111001", "DCM", "Algorithm Name"};
inline constexpr Code kAlgorithmVersion{"111003", "DCM", "Algorithm Version"};
inline constexpr Code kAlgorithmParameters{"111002", "DCM", "Algorithm Parameters"};

inline constexpr Code kAbdominalAorta{"7832008", "SCT", "Abdominal aorta"};
inline constexpr Code kYes{"373066001", "SCT", "Yes"};
inline constexpr Code kNo{"373067005", "SCT", "No"};
inline constexpr Code kNoUnits{"1", "UCUM", "no units"};
inline constexpr Code kPercentUnit{"%", "UCUM", "Percent"};
inline constexpr Code kPixels{"{pixels}", "UCUM", "Pixels"};

inline constexpr std::array<Code, kLevelCount> kLevelCodes{{{"23215003", "SCT", "T12 vertebra"},
                                                            {"66794005", "SCT", "L1 vertebra"},
                                                            {"14293000", "SCT", "L2 vertebra"},
                                                            {"36470004", "SCT", "L3 vertebra"},
                                                            {"11994002", "SCT", "L4 vertebra"},
                                                            {"49668003", "SCT", "L5 vertebra"}}};
inline constexpr std::array<Code, kWallCount> kWallCodes{
    {{"255549009", "SCT", "Anterior"}, {"255551008", "SCT", "Posterior"}}};

// Landmarks
inline constexpr Code kLandmarkSet = own("LANDMARK-SET", "Landmarks of T12-L5");
inline constexpr Code kVertebra = own("VERTEBRA", "Vertebral body");
inline constexpr std::array<Code, kCornerCount> kCornerCodes{
    own("SUP-ANT", "Superior anterior corner of the vertebral body"),
    own("SUP-POST", "Superior posterior corner of the vertebral body"),
    own("INF-ANT", "Inferior anterior corner of the vertebral body"),
    own("INF-POST", "Inferior posterior corner of the vertebral body")};
inline constexpr Code kAnteriorSide = own("ANTERIOR-SIDE", "Side of the picture where anterior is");
inline constexpr std::array<Code, 2> kSideCodes{own("LEFT", "Left side of the picture"),
                                                own("RIGHT", "Right side of the picture")};
inline constexpr Code kOrigin = own("ORIGIN", "Origin of the position");
inline constexpr std::array<Code, 5> kOriginCodes{
    own("UNSET", "No position"), own("PREDICTED", "Placed by an algorithm, seen by nobody"),
    own("EDITED", "Placed by a person"), own("CONFIRMED", "Placed by an algorithm, confirmed by a person"),
    own("NOT-VISIBLE", "Not visible")};
inline constexpr Code kConfidence = own("CONFIDENCE", "Confidence of the algorithm, 0 to 1");
inline constexpr Code kMissing = own("MISSING", "Why the algorithm found no vertebra");
inline constexpr std::array<Code, 3> kMissingCodes{own("NONE", "Not missing"),
                                                   own("BELOW-THRESHOLD", "Not sure enough"),
                                                   own("OUTSIDE-PICTURE", "Outside the picture")};
inline constexpr Code kColumn = own("COLUMN", "Column of a place outside the picture");
inline constexpr Code kRow = own("ROW", "Row of a place outside the picture");

// AAC-24
inline constexpr Code kAac24 = own("AAC24", "Abdominal aortic calcification, 24-point scale");
inline constexpr Code kAac24Cell = own("AAC24-CELL", "Calcification of one aortic wall beside one vertebra");
inline constexpr Code kWall = own("WALL", "Aortic wall");
inline constexpr Code kGrade = own("GRADE", "Grade of calcification, 0 to 3");
inline constexpr Code kTotal = own("TOTAL", "AAC-24 total, 0 to 24");
inline constexpr Code kConvention = own("CONVENTION", "Convention of grading");
inline constexpr std::array<Code, 2> kConventionCodes{own("NHANES", "NHANES"), own("KAUPPILA", "Kauppila")};
inline constexpr Code kNoGrade = own("NO-GRADE", "Why the wall has no grade");
inline constexpr Code kNotGradedYet = own("NOT-YET", "Nobody has graded it yet");
inline constexpr std::array<Code, kNotReadableReasons.size()> kNotReadableCodes{
    own("OBJECT", "An object covers it"), own("NOISE", "Noise"),
    own("INSUFF-AREA", "Too little of it is in the picture"), own("MOTION", "Motion"), own("OTHER", "Other")};

// Crop
inline constexpr Code kCrop = own("CROP", "Cut-off part of the aorta's region of interest");
inline constexpr Code kIsCropped = own("IS-CROPPED", "The region is cut off");
inline constexpr Code kCropFactor = own("CROP-FACTOR", "Width of the region in mean vertebral widths");
inline constexpr Code kCropPercent = own("CROP-PERCENT", "Share of the region's border that is cut off");
inline constexpr std::array<Code, kSegmentCount> kCropSegmentCodes{
    own("CROP-L1", "Share that is cut off beside L1"), own("CROP-L2", "Share that is cut off beside L2"),
    own("CROP-L3", "Share that is cut off beside L3"), own("CROP-L4", "Share that is cut off beside L4")};
inline constexpr Code kCropAtBorder = own("CROP-BORDER", "Cut off by the border of the picture");
inline constexpr Code kCropAtBlack = own("CROP-BLACK", "Cut off by a region that was not scanned");

} // namespace vertescore::results
