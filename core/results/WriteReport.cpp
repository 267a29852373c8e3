// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DicomFile.h"
#include "core/dicom/DicomUid.h"
#include "core/results/Report.h"
#include "core/results/SourceImage_p.h"
#include "core/results/content/ReportTree_p.h"

#include <dcmtk/dcmsr/dsrdoc.h>

#include <algorithm>

namespace vertescore {
namespace {

using namespace results;

constexpr Relation kContains = DSRTypes::RT_contains;
constexpr Relation kObservedBy = DSRTypes::RT_hasObsContext;
constexpr Relation kModifiedBy = DSRTypes::RT_hasConceptMod;

/// A name as one component of a PN (PS3.5 6.2): 64 characters, none that separates.
std::string personName(std::string name) {
    constexpr std::size_t kLongestName = 64;
    std::replace_if(
        name.begin(), name.end(),
        [](char c) { return c == '\\' || c == '^' || c == '=' || static_cast<unsigned char>(c) < 0x20; },
        ' ');
    if (name.size() > kLongestName) name.resize(kLongestName);
    while (!name.empty() && (static_cast<unsigned char>(name.back()) & 0xc0U) == 0x80U &&
           name.size() == kLongestName) // no half of a character at the cut
        name.pop_back();
    return name;
}

/// One finding is one group of measurements (TID 1410 where it has a region, TID 1501 where it has none).
class ReportContent {
public:
    ReportContent(DSRDocumentTree& tree, const SourceImage& source, const ScanResults& results)
        : m_tree(tree), m_source(source), m_results(results),
          m_image(source.classUid.c_str(), source.instanceUid.c_str()) {
        if (source.frameCount > 1) m_image.getFrameList().addItem(source.frame + 1);
    }

    void write() {
        m_tree.container(DSRTypes::RT_isRoot, kReportTitle, "1500", [this] {
            m_tree.code(kModifiedBy, kLanguage, kEnglish);
            writeObservers();
            m_tree.code(kModifiedBy, kProcedureReported, kDxa);
            writeImageLibrary();
            m_tree.container(kContains, kMeasurements, "", [this] {
                writeLandmarks();
                if (m_results.crop) writeCrop(*m_results.crop);
                if (m_results.grading) writeGrading(*m_results.grading);
            });
            m_tree.text(kContains, kComment, std::string(kResearchOnly));
        });
    }
    const OFCondition& status() const { return m_tree.status(); }

private:
    void writePerson(const std::string& name) {
        if (name.empty()) return;
        m_tree.code(kObservedBy, kObserverType, kPerson);
        m_tree.person(kObservedBy, kPersonName, personName(name));
    }

    void writeDevice() {
        const std::string version = "VerteScore " VERTESCORE_VERSION;
        m_tree.code(kObservedBy, kObserverType, kDevice);
        const std::string weights = m_results.model ? m_results.model->sha256 : "";
        m_tree.uid(kObservedBy, kDeviceUid, dicom::uidOf("device " + version + " " + weights));
        if (m_results.model && !m_results.model->name.empty())
            m_tree.text(kObservedBy, kDeviceName, m_results.model->name);
        m_tree.text(kObservedBy, kDeviceManufacturer, std::string(kManufacturer));
        m_tree.text(kObservedBy, kDeviceModel, version);
        if (!weights.empty()) m_tree.text(kObservedBy, kDeviceSerial, weights);
    }

    void writeObservers() {
        const std::string reader = m_results.grading ? m_results.grading->reader : "";
        writePerson(reader);
        if (m_results.annotator != reader) writePerson(m_results.annotator);
        writeDevice(); // guides and crop are the program's in any case
    }

    void writeImageLibrary() {
        m_tree.container(kContains, kImageLibrary, "1600", [this] {
            m_tree.container(kContains, kImageLibraryGroup, "", [this] {
                m_tree.image(m_image, [this] {
                    constexpr Relation kAcquired = DSRTypes::RT_hasAcqContext;
                    if (!m_source.modality.empty())
                        m_tree.code(kAcquired, kModality, {m_source.modality, "DCM", m_source.modality});
                    m_tree.number(kAcquired, kRows, m_source.height, kPixels);
                    m_tree.number(kAcquired, kColumns, m_source.width, kPixels);
                });
            });
        });
    }

    /// name: unique in the report; the same place of the same scan has the same tracking UID in every report.
    void group(const std::string& name, const char* templateId, const Code& finding, const Code& site,
               const std::function<void()>& fill) {
        m_tree.container(kContains, kGroup, templateId, [&] {
            m_tree.text(kObservedBy, kTrackingId, name);
            m_tree.uid(kObservedBy, kTrackingUid,
                       dicom::uidOf("finding " + m_source.instanceUid + " " + name));
            m_tree.code(kContains, kFinding, finding);
            m_tree.code(kModifiedBy, kFindingSite, site);
            fill();
        });
    }

    void writeAlgorithm() {
        const auto& model = m_results.model;
        const bool isNamed = model && !model->name.empty();
        m_tree.text(kModifiedBy, kAlgorithmName, isNamed ? model->name : "not known");
        m_tree.text(kModifiedBy, kAlgorithmVersion, "VerteScore " VERTESCORE_VERSION);
        if (!model) return;
        const auto parameter = [this](const char* name, const std::string& value) {
            if (!value.empty())
                m_tree.text(kModifiedBy, kAlgorithmParameters, std::string(name) + "=" + value);
        };
        parameter("weights-sha256", model->sha256);
        parameter("device", model->device);
        parameter("precision", model->precision);
    }

    void writeLandmarks() {
        const Landmarks& landmarks = m_results.landmarks;
        if (landmarks == Landmarks{landmarks.anterior, {}} && !m_results.model) return;
        group("landmarks", "1501", kLandmarkSet, kLevelCodes[indexOf(Level::L3)], [&] {
            if (m_results.model) writeAlgorithm();
            m_tree.code(kContains, kAnteriorSide, kSideCodes[static_cast<std::size_t>(landmarks.anterior)]);
        });
        for (const Level level : kLevels)
            writeVertebra(level, landmarks.at(level));
    }

    void writeVertebra(Level level, const VertebraLandmarks& vertebra) {
        const std::string name(levelName(level));
        if (vertebra.confidence || vertebra.missing != MissingReason::None)
            group(name, "1501", kVertebra, kLevelCodes[indexOf(level)], [&] {
                writeAlgorithm();
                if (vertebra.confidence)
                    m_tree.number(kContains, kConfidence, *vertebra.confidence, kNoUnits);
                if (vertebra.missing != MissingReason::None)
                    m_tree.code(kContains, kMissing,
                                kMissingCodes[static_cast<std::size_t>(vertebra.missing)]);
            });
        for (const Corner corner : kCorners)
            if (vertebra.at(corner).state != PointState::Unset)
                writeCorner(level, corner, vertebra.at(corner));
    }

    void writeCorner(Level level, Corner corner, const Landmark& landmark) {
        const std::string name = std::string(levelName(level)) + " " + std::string(cornerName(corner));
        const bool isInside = landmark.position && isInPicture(*landmark.position);
        const bool isPersons =
            landmark.state == PointState::Edited || landmark.state == PointState::Confirmed;
        group(name, isInside ? "1410" : "1501", kCornerCodes[indexOf(corner)], kLevelCodes[indexOf(level)],
              [&] {
                  if (isPersons) writePerson(m_results.annotator);
                  if (landmark.state == PointState::Predicted) writeAlgorithm();
                  if (isInside) m_tree.point(kImageRegion, *landmark.position, m_image);
                  if (landmark.position && !isInside) {
                      m_tree.number(kContains, kColumn, landmark.position->x, kPixels);
                      m_tree.number(kContains, kRow, landmark.position->y, kPixels);
                  }
                  m_tree.code(kContains, kOrigin, kOriginCodes[static_cast<std::size_t>(landmark.state)]);
              });
    }

    /// Where a coordinate may lie: from the outer edge of the first pixel to that of the last.
    bool isInPicture(PixelPoint point) const {
        return point.x >= -0.5 && point.y >= -0.5 && point.x <= m_source.width - 0.5 &&
               point.y <= m_source.height - 0.5;
    }

    void writeCrop(const CropResult& crop) {
        const auto yesOrNo = [](bool yes) { return yes ? kYes : kNo; };
        group("crop", "1501", kCrop, kAbdominalAorta, [&] {
            m_tree.number(kContains, kCropFactor, crop.factor, kNoUnits);
            m_tree.number(kContains, kCropPercent, crop.percent, kPercentUnit);
            for (std::size_t i = 0; i < kSegmentCount; ++i)
                m_tree.number(kContains, kCropSegmentCodes[i], crop.segmentPercent[i], kPercentUnit);
            m_tree.code(kContains, kIsCropped, yesOrNo(crop.isCropped));
            m_tree.code(kContains, kCropAtBorder, yesOrNo(crop.atBorder));
            m_tree.code(kContains, kCropAtBlack, yesOrNo(crop.atBlackRegion));
        });
    }

    void writeGrading(const Grading& grading) {
        group("AAC-24", "1501", kAac24, kAbdominalAorta, [&] {
            writePerson(grading.reader);
            if (const auto total = grading.sheet.total()) m_tree.number(kContains, kTotal, *total, kNoUnits);
            m_tree.code(kContains, kConvention,
                        kConventionCodes[static_cast<std::size_t>(grading.convention)]);
        });
        for (const Segment segment : kSegments)
            for (const Wall wall : kWalls)
                writeCell(grading, segment, wall);
    }

    void writeCell(const Grading& grading, Segment segment, Wall wall) {
        const ScoreCell& cell = grading.sheet.at(segment, wall);
        const std::string name =
            "AAC-24 " + std::string(segmentName(segment)) + " " + std::string(wallName(wall));
        const Level level = levelFromName(segmentName(segment)).value();
        group(name, "1501", kAac24Cell, kLevelCodes[indexOf(level)], [&] {
            writePerson(grading.reader);
            if (cell.grade) m_tree.number(kContains, kGrade, *cell.grade, kNoUnits);
            m_tree.code(kContains, kWall, kWallCodes[static_cast<std::size_t>(wall)]);
            if (cell.notReadable)
                m_tree.code(kContains, kNoGrade,
                            kNotReadableCodes[static_cast<std::size_t>(*cell.notReadable)]);
            if (cell.isBlank()) m_tree.code(kContains, kNoGrade, kNotGradedYet);
        });
    }

    ReportTree m_tree;
    const SourceImage& m_source;
    const ScanResults& m_results;
    DSRImageReferenceValue m_image;
};

/// What the report is beside its content; the library fills in what every report has.
OFCondition describe(DSRDocument& document, const SourceImage& source, const ScanResults& results) {
    document.setSpecificCharacterSet("ISO_IR 192");
    document.setManufacturer(OFString(kManufacturer.data(), kManufacturer.size()));
    document.setManufacturerModelName(OFString(kManufacturer.data(), kManufacturer.size()));
    std::string versions = VERTESCORE_VERSION;
    if (results.model && !results.model->sha256.empty()) versions += "\\" + results.model->sha256;
    document.setSoftwareVersions(versions.c_str());
    document.setSeriesDescription("VerteScore results (research use only, not for diagnosis)");
    document.setSeriesNumber("1");
    document.setInstanceNumber("1");
    OFCondition status = document.createNewSeriesInStudy(source.studyUid.c_str());
    if (status.good())
        status = document.getCodingSchemeIdentification().addItem(
            OFString(kCodingScheme.data(), kCodingScheme.size()), "", "VerteScore");
    if (status.good())
        status = document.getCurrentRequestedProcedureEvidence().addItem(
            source.studyUid.c_str(), source.seriesUid.c_str(), source.classUid.c_str(),
            source.instanceUid.c_str());
    const bool isWhole = !results.grading || results.grading->sheet.isComplete();
    if (status.good() && isWhole) status = document.completeDocument();
    return status;
}

} // namespace

Status writeReport(const std::filesystem::path& path, const std::filesystem::path& scan, int frame,
                   const ScanResults& results, const std::optional<std::string>& code) {
    const auto source = openSource(scan, frame);
    if (!source) return failure(source.error());
    DSRDocument document(DSRTypes::DT_ComprehensiveSR);
    ReportContent content(document.getTree(), *source, results);
    content.write();
    OFCondition status = content.status();
    if (status.good()) status = describe(document, *source, results);
    DcmFileFormat file;
    if (status.good()) status = document.write(*file.getDataset());
    dicom::DatasetWriter writer(*file.getDataset());
    writer.text(DCM_SOPInstanceUID, dicom::newUid());
    writer.text(DCM_SeriesInstanceUID, dicom::newUid());
    copyPatientAndStudy(*source, writer, code);
    if (status.good()) status = writer.status();
    if (status.bad()) return failure(ErrorCode::Internal, status.text(), path);
    return dicom::saveDicom(path, file, EXS_LittleEndianExplicit);
}

} // namespace vertescore
