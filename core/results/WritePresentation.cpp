// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DicomElements.h"
#include "core/dicom/DicomFile.h"
#include "core/dicom/DicomUid.h"
#include "core/results/ClipLine_p.h"
#include "core/results/Presentation.h"
#include "core/results/ScanResults.h"
#include "core/results/SourceImage_p.h"

#include <algorithm>
#include <iterator>

namespace vertescore {
namespace {

using namespace results;
using dicom::DatasetWriter;

constexpr std::string_view kNoticeLayer = "NOTICE";

/// One line over the picture, source pixels, inside it.
struct DrawnLine {
    std::string layer;
    std::string name;
    std::vector<PixelPoint> points;
};

std::vector<DrawnLine> linesOf(const DrawnResults& results, const SourceImage& source) {
    std::vector<DrawnLine> lines;
    const auto add = [&](std::string_view layer, std::string_view name, const std::vector<PixelPoint>& line) {
        for (auto& piece : insidePicture(line, source.width, source.height))
            lines.push_back({std::string(layer), std::string(name), std::move(piece)});
    };
    for (std::size_t i = 0; i < kGuideCount; ++i)
        if (const auto& guide = results.guides.guides[i])
            add(kGuideLayer, kGuideNames[i], {guide->posterior, guide->anterior});
    if (results.curve) add(kRoiLayer, kRoiCurveName, results.curve->samples);
    return lines;
}

/// Corners that lie in the picture: the units of a graphic end there.
std::vector<DrawnLine> cornersOf(const DrawnResults& results, const SourceImage& source) {
    std::vector<DrawnLine> corners;
    for (const Level level : kLevels)
        for (const Corner corner : kCorners) {
            const Landmark& landmark = results.landmarks.at(level).at(corner);
            const bool isPredicted = landmark.state == PointState::Predicted;
            const bool isPersons =
                landmark.state == PointState::Edited || landmark.state == PointState::Confirmed;
            if (!landmark.position || !(isPredicted || isPersons)) continue;
            const PixelPoint place = *landmark.position;
            if (place.x < -0.5 || place.y < -0.5 || place.x > source.width - 0.5 ||
                place.y > source.height - 0.5)
                continue;
            const std::string name = std::string(levelName(level)) + " " + std::string(cornerName(corner)) +
                                     " " + std::string(pointStateName(landmark.state));
            corners.push_back({std::string(isPredicted ? kNetworkCornerLayer : kCornerLayer), name, {place}});
        }
    return corners;
}

std::string originOf(const DrawnResults& results) {
    if (!results.hasPredictedCorners) return "Guides from corners placed or confirmed by a person";
    std::string origin = "Guides from corners placed by an algorithm";
    if (results.model) origin += " (" + results.model->name + ")";
    return origin;
}

class StateWriter {
public:
    StateWriter(DcmItem& state, const SourceImage& source, const DrawnResults& results,
                const std::optional<std::string>& code)
        : m_writer(state), m_source(source), m_results(results), m_code(code) {}

    /// Modules in the order of PS3.3 table A.33.1-1.
    void write() {
        copyPatientAndStudy(m_source, m_writer, m_code);
        writeIdentification();
        m_writer.item(DCM_ReferencedSeriesSequence, [this](DatasetWriter& series) {
            series.text(DCM_SeriesInstanceUID, m_source.seriesUid);
            reference(series);
        });
        writeDisplayedArea();
        std::vector<DrawnLine> lines = linesOf(m_results, m_source);
        std::vector<DrawnLine> corners = cornersOf(m_results, m_source);
        std::move(corners.begin(), corners.end(), std::back_inserter(lines));
        for (const std::string_view layer : {kGuideLayer, kRoiLayer, kCornerLayer, kNetworkCornerLayer})
            writeLines(lines, std::string(layer));
        writeNotice();
        layer(kGuideLayer, 1, "Guides between and within the vertebrae");
        layer(kRoiLayer, 2, "Front border of the aorta's region of interest");
        layer(kNoticeLayer, 3, "What this is for");
        if (!(m_results.landmarks == Landmarks{m_results.landmarks.anterior, {}})) {
            layer(kCornerLayer, 4, "Corners of the vertebrae that a person placed or confirmed");
            layer(kNetworkCornerLayer, 5, "Corners of the vertebrae that a network placed");
        }
        writeGreys();
    }
    const OFCondition& status() const { return m_writer.status(); }

private:
    void reference(DatasetWriter& writer) {
        writer.item(DCM_ReferencedImageSequence, [this](DatasetWriter& image) {
            image.text(DCM_ReferencedSOPClassUID, m_source.classUid);
            image.text(DCM_ReferencedSOPInstanceUID, m_source.instanceUid);
            if (m_source.frameCount > 1)
                image.text(DCM_ReferencedFrameNumber, std::to_string(m_source.frame + 1));
        });
    }

    void writeIdentification() {
        const DicomTime now = dicomNow();
        m_writer.text(DCM_SOPClassUID, UID_GrayscaleSoftcopyPresentationStateStorage);
        m_writer.text(DCM_SOPInstanceUID, dicom::newUid());
        m_writer.text(DCM_SeriesInstanceUID, dicom::newUid());
        m_writer.text(DCM_Modality, "PR");
        m_writer.text(DCM_SeriesNumber, "1");
        m_writer.text(DCM_SeriesDescription, "VerteScore guides (research use only, not for diagnosis)");
        m_writer.text(DCM_Manufacturer, std::string(kManufacturer));
        m_writer.text(DCM_ManufacturerModelName, std::string(kManufacturer));
        std::string versions = VERTESCORE_VERSION;
        if (m_results.model && !m_results.model->sha256.empty()) versions += "\\" + m_results.model->sha256;
        m_writer.text(DCM_SoftwareVersions, versions);
        m_writer.text(DCM_InstanceNumber, "1");
        m_writer.text(DCM_ContentLabel, "VERTESCORE");
        m_writer.text(DCM_ContentDescription, originOf(m_results).substr(0, 64));
        m_writer.text(DCM_ContentCreatorName, m_results.annotator);
        m_writer.text(DCM_PresentationCreationDate, now.date);
        m_writer.text(DCM_PresentationCreationTime, now.time);
    }

    void writeDisplayedArea() {
        m_writer.item(DCM_DisplayedAreaSelectionSequence, [this](DatasetWriter& area) {
            area.text(DCM_DisplayedAreaTopLeftHandCorner, "1\\1");
            area.text(DCM_DisplayedAreaBottomRightHandCorner,
                      std::to_string(m_source.width) + "\\" + std::to_string(m_source.height));
            area.text(DCM_PresentationSizeMode, "SCALE TO FIT");
            DcmDataset& scan = m_source.dataset();
            const auto spacing = dicom::numbers(scan, DCM_PixelSpacing);
            const auto aspect = dicom::texts(scan, DCM_PixelAspectRatio);
            const bool isKnown = spacing && spacing->size() == 2 && (*spacing)[0] > 0 && (*spacing)[1] > 0;
            if (isKnown)
                area.text(DCM_PresentationPixelSpacing, dicom::text(scan, DCM_PixelSpacing));
            else
                area.text(DCM_PresentationPixelAspectRatio,
                          aspect.size() == 2 ? aspect[0] + "\\" + aspect[1] : "1\\1");
        });
    }

    void writeLines(const std::vector<DrawnLine>& lines, const std::string& layerName) {
        const bool isEmpty = std::none_of(lines.begin(), lines.end(),
                                          [&](const DrawnLine& line) { return line.layer == layerName; });
        if (isEmpty) return;
        m_writer.item(DCM_GraphicAnnotationSequence, [&](DatasetWriter& annotation) {
            reference(annotation);
            annotation.text(DCM_GraphicLayer, layerName);
            for (const DrawnLine& line : lines)
                if (line.layer == layerName) writeLine(annotation, line);
        });
    }

    /// The corner of the first pixel is 0, 0 here (PS3.3 C.10.5.1.2).
    void writeLine(DatasetWriter& annotation, const DrawnLine& line) {
        std::vector<Float32> values;
        for (const PixelPoint point : line.points) {
            values.push_back(static_cast<Float32>(point.x + 0.5));
            values.push_back(static_cast<Float32>(point.y + 0.5));
        }
        annotation.item(DCM_GraphicObjectSequence, [&](DatasetWriter& graphic) {
            graphic.text(DCM_GraphicAnnotationUnits, "PIXEL");
            graphic.number(DCM_GraphicDimensions, 2);
            graphic.number(DCM_NumberOfGraphicPoints, static_cast<int>(line.points.size()));
            graphic.floats(DCM_GraphicData, values);
            graphic.text(DCM_GraphicType, line.points.size() == 1 ? "POINT" : "POLYLINE");
            if (line.points.size() > 1) graphic.text(DCM_GraphicFilled, "N");
            graphic.text(DCM_TrackingID, line.name);
            graphic.text(DCM_TrackingUID, dicom::uidOf("graphic " + m_source.instanceUid + " " + line.name));
        });
    }

    void writeNotice() {
        m_writer.item(DCM_GraphicAnnotationSequence, [this](DatasetWriter& annotation) {
            reference(annotation);
            annotation.text(DCM_GraphicLayer, std::string(kNoticeLayer));
            annotation.item(DCM_TextObjectSequence, [this](DatasetWriter& notice) {
                notice.text(DCM_BoundingBoxAnnotationUnits, "DISPLAY");
                notice.text(DCM_UnformattedTextValue,
                            std::string(kResearchOnly) + "\r\n" + originOf(m_results));
                notice.floats(DCM_BoundingBoxTopLeftHandCorner, {0.02F, 0.93F});
                notice.floats(DCM_BoundingBoxBottomRightHandCorner, {0.98F, 0.99F});
                notice.text(DCM_BoundingBoxTextHorizontalJustification, "LEFT");
            });
        });
    }

    void layer(std::string_view name, int order, const char* description) {
        m_writer.item(DCM_GraphicLayerSequence, [&](DatasetWriter& one) {
            one.text(DCM_GraphicLayer, std::string(name));
            one.text(DCM_GraphicLayerOrder, std::to_string(order));
            one.text(DCM_GraphicLayerDescription, description);
        });
    }

    /// The greys of the scan: a state replaces what the image says of them (PS3.4 N.2).
    void writeGreys() {
        DcmDataset& scan = m_source.dataset();
        DcmItem& modality =
            dicom::holderOf(scan, DCM_RescaleSlope, DCM_PixelValueTransformationSequence, m_source.frame);
        if (dicom::has(scan, DCM_ModalityLUTSequence)) {
            m_writer.copy(DCM_ModalityLUTSequence, scan);
        } else if (dicom::has(modality, DCM_RescaleSlope)) {
            m_writer.copy(DCM_RescaleSlope, modality);
            m_writer.copy(DCM_RescaleIntercept, modality, true);
            m_writer.text(DCM_RescaleType, dicom::has(modality, DCM_RescaleType)
                                               ? dicom::text(modality, DCM_RescaleType)
                                               : "US"); // unspecified
        }
        DcmItem& voi = dicom::holderOf(scan, DCM_WindowCenter, DCM_FrameVOILUTSequence, m_source.frame);
        const bool hasTable = dicom::has(scan, DCM_VOILUTSequence);
        if (hasTable || dicom::has(voi, DCM_WindowCenter))
            m_writer.item(DCM_SoftcopyVOILUTSequence, [&](DatasetWriter& item) {
                reference(item);
                item.copy(DCM_VOILUTSequence, scan);
                for (const DcmTagKey& tag : {DCM_WindowCenter, DCM_WindowWidth, DCM_VOILUTFunction,
                                             DCM_WindowCenterWidthExplanation})
                    item.copy(tag, voi);
            });
        const bool isInverted = dicom::text(scan, DCM_PhotometricInterpretation) == "MONOCHROME1";
        m_writer.text(DCM_PresentationLUTShape, isInverted ? "INVERSE" : "IDENTITY");
    }

    DatasetWriter m_writer;
    const SourceImage& m_source;
    const DrawnResults& m_results;
    const std::optional<std::string>& m_code; ///< the caller's
};

} // namespace

DrawnResults drawnOf(const ScanResults& results, const Guides& guides, const std::optional<RoiCurve>& curve) {
    return {guides,
            curve,
            results.annotator,
            hasPoint(results.landmarks, {PointState::Predicted}),
            results.model,
            results.landmarks};
}

Status writePresentation(const std::filesystem::path& path, const std::filesystem::path& scan, int frame,
                         const DrawnResults& results, const std::optional<std::string>& code) {
    const auto source = openSource(scan, frame);
    if (!source) return failure(source.error());
    const std::string photometric = dicom::text(source->dataset(), DCM_PhotometricInterpretation);
    if (!photometric.starts_with("MONOCHROME"))
        return failure(ErrorCode::UnsupportedPixels, "a presentation state in greys is for grey pictures",
                       scan);
    if (linesOf(results, *source).empty())
        return failure(ErrorCode::LandmarksMissing, "no guide or curve lies in the picture", scan);
    DcmFileFormat file;
    StateWriter writer(*file.getDataset(), *source, results, code);
    writer.write();
    if (writer.status().bad()) return failure(ErrorCode::Internal, writer.status().text(), path);
    return dicom::saveDicom(path, file, EXS_LittleEndianExplicit);
}

} // namespace vertescore
