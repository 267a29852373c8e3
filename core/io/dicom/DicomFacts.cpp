// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dicom/DicomFacts_p.h"

#include "core/dicom/DicomElements.h"

#include <dcmtk/dcmdata/dcspchrs.h>

#include <algorithm>
#include <array>

namespace vertescore::dicom {
namespace {

// Outside these a spacing is a mistake: radiographs have 0.05 to 1 mm, the widest pixels of medicine some 10.
constexpr double kSmallestSpacingMm = 1e-3;
constexpr double kLargestSpacingMm = 100;

/// Proportions of a lateral spine: measured matrices reach from 1:2 to 1:3.3, exports beyond.
constexpr double kSmallestHeightToWidth = 1.2;
constexpr double kLargestHeightToWidth = 6;

bool isSpacing(double mm) {
    return mm >= kSmallestSpacingMm && mm <= kLargestSpacingMm;
}

bool containsAny(const std::string& words, std::initializer_list<std::string_view> wanted) {
    return std::any_of(wanted.begin(), wanted.end(),
                       [&words](std::string_view word) { return words.find(word) != std::string::npos; });
}

/// Row spacing first: the distance between rows is the one along y.
std::optional<PixelSpacing> spacingOf(const std::optional<std::vector<double>>& values,
                                      SpacingSource source) {
    if (!values || values->size() != 2 || !isSpacing((*values)[0]) || !isSpacing((*values)[1]))
        return std::nullopt;
    return PixelSpacing{(*values)[1], (*values)[0], source};
}

std::string describedAs(DcmItem& dataset) {
    return words(dataset, {DCM_SeriesDescription, DCM_StudyDescription, DCM_ProtocolName, DCM_ImageComments,
                           DCM_AcquisitionDeviceProcessingDescription, DCM_ImageType, DCM_DocumentTitle,
                           DCM_ContentDescription});
}

std::string kindOfObject(DcmItem& dataset) {
    const std::string modality = text(dataset, DCM_Modality);
    if (has(dataset, DCM_DirectoryRecordSequence)) return "a DICOMDIR, a list of files";
    if (modality == "PR") return "a presentation state, which belongs to an image";
    if (modality == "SR" || modality == "KO") return "a structured report";
    if (has(dataset, DCM_EncapsulatedDocument)) return "a document";
    if (has(dataset, DCM_WaveformSequence)) return "a waveform";
    if (!modality.empty() && modality.size() <= 16)
        return "an object of modality " + modality + " without pixels";
    return "no pixels";
}

/// PS3.16, CID 4010 "DX View": antero-posterior R-10206, postero-anterior R-10214, right lateral R-10232,
/// left lateral R-10236.
std::optional<PatientView> codedView(DcmItem& dataset) {
    DcmItem* view = nullptr;
    if (dataset.findAndGetSequenceItem(DCM_ViewCodeSequence, view, 0).bad() || view == nullptr)
        return std::nullopt;
    const std::string code = text(*view, DCM_CodeValue);
    if (code == "R-10206" || code == "R-10214") return PatientView::Frontal;
    if (code == "R-10232" || code == "R-10236") return PatientView::Lateral;
    return std::nullopt;
}

/// In UTF-8; what the declared character set does not explain becomes '?'.
std::string utf8(DcmSpecificCharacterSet* characters, std::string original) {
    OFString converted;
    if (characters != nullptr &&
        characters->convertString(OFString(original.c_str(), original.size()), converted).good())
        return std::string(converted.c_str(), converted.length());
    std::replace_if(
        original.begin(), original.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
    return original;
}

} // namespace

SpacingFinding findSpacing(DcmItem& dataset, int frame, int rows, int columns) {
    SpacingFinding finding;
    const std::array candidates{
        std::pair{DCM_PixelSpacing, SpacingSource::PixelSpacing},
        std::pair{DCM_ImagerPixelSpacing, SpacingSource::ImagerPixelSpacing},
        std::pair{DCM_NominalScannedPixelSpacing, SpacingSource::NominalScannedPixelSpacing}};
    for (const auto& [tag, source] : candidates) {
        DcmItem& holder = holderOf(dataset, tag, DCM_PixelMeasuresSequence, frame);
        if (!has(holder, tag)) continue;
        finding.spacing = spacingOf(numbers(holder, tag), source);
        if (finding.spacing) return finding;
        finding.hadInvalid = true;
    }
    if (!has(dataset, DCM_ExposedArea)) return finding;
    auto area = numbers(dataset, DCM_ExposedArea);
    if (area && area->size() == 2) area = std::vector{(*area)[0] / rows, (*area)[1] / columns};
    finding.spacing = spacingOf(area, SpacingSource::ExposedArea);
    finding.hadInvalid = finding.hadInvalid || !finding.spacing;
    return finding;
}

ScannerGroup findScannerGroup(DcmItem& dataset) {
    const std::string maker = words(dataset, {DCM_Manufacturer});
    const std::string model = words(dataset, {DCM_ManufacturerModelName});
    const std::string described = describedAs(dataset);
    if (maker.find("hologic") != std::string::npos) {
        if (model.find("4500") != std::string::npos) return ScannerGroup::Hologic4500A;
        return model.find("horizon") != std::string::npos ? ScannerGroup::HologicHorizon
                                                          : ScannerGroup::HologicOther;
    }
    const bool isLunar =
        maker.find("lunar") != std::string::npos || containsAny(model, {"prodigy", "idxa", "lunar"});
    if (!isLunar) return ScannerGroup::Unknown;
    if (containsAny(described, {" dual ", " de ", "dualenergy"})) return ScannerGroup::GeDualEnergy;
    if (containsAny(described, {" single ", " se ", "singleenergy"})) return ScannerGroup::GeSingleEnergy;
    return ScannerGroup::GeOther;
}

std::optional<AnteriorSide> findAnterior(DcmItem& dataset) {
    const auto orientation = texts(dataset, DCM_PatientOrientation);
    if (orientation.size() != 2) return std::nullopt;
    // The first value is where the row leads to, from left to right.
    if (orientation[0].starts_with('A')) return AnteriorSide::Right;
    if (orientation[0].starts_with('P')) return AnteriorSide::Left;
    return std::nullopt;
}

std::optional<PatientView> findView(DcmItem& dataset) {
    const std::string position = text(dataset, DCM_ViewPosition); // PS3.3 C.8.1.2 and its defined terms
    if (position == "AP" || position == "PA") return PatientView::Frontal;
    if (position == "LL" || position == "RL" || position == "LLD" || position == "RLD")
        return PatientView::Lateral;
    if (const auto coded = codedView(dataset)) return coded;
    const auto orientation = texts(dataset, DCM_PatientOrientation);
    if (orientation.size() == 2 && (orientation[0].starts_with('L') || orientation[0].starts_with('R')))
        return PatientView::Frontal;
    if (findAnterior(dataset)) return PatientView::Lateral;
    const std::string described = describedAs(dataset);
    if (containsAny(described, {" lateral ", " lspine ", " vfa ", " lva ", " iva "}))
        return PatientView::Lateral;
    if (containsAny(described, {" ap spine", " pa spine", " frontal ", " anteroposterior "}))
        return PatientView::Frontal;
    return std::nullopt;
}

bool isTypicalScan(DcmItem& dataset, int rows, int columns) {
    static constexpr std::array<std::string_view, 8> kModalities{"CR", "DX", "OT", "BMD",
                                                                 "SC", "RF", "RG", ""};
    const std::string modality = text(dataset, DCM_Modality);
    const double heightToWidth = static_cast<double>(rows) / columns;
    return std::find(kModalities.begin(), kModalities.end(), modality) != kModalities.end() &&
           heightToWidth >= kSmallestHeightToWidth && heightToWidth <= kLargestHeightToWidth;
}

Status checkIsScan(DcmItem& dataset) {
    if (dataset.tagExists(DCM_FloatPixelData) || dataset.tagExists(DCM_DoubleFloatPixelData))
        return failure(ErrorCode::UnsupportedPixels, "pixels in floating point");
    if (!dataset.tagExists(DCM_PixelData)) return failure(ErrorCode::NotAnImage, kindOfObject(dataset));
    // Hologic stores its result pages beside the scan, as secondary captures like the scan itself.
    if (containsAny(describedAs(dataset), {" results ", " result page ", " report "}))
        return failure(ErrorCode::NotAScan, "a page of results with burned-in text");
    return {};
}

ScanIdentity findIdentity(DcmItem& dataset) {
    DcmSpecificCharacterSet characters;
    const std::string declared = text(dataset, DCM_SpecificCharacterSet);
    const bool isKnown =
        !declared.empty() && characters.selectCharacterSet(OFString(declared.c_str())).good();
    const auto read = [&](const DcmTagKey& tag) {
        return utf8(isKnown ? &characters : nullptr, text(dataset, tag));
    };
    return {read(DCM_PatientID), read(DCM_PatientName), text(dataset, DCM_StudyDate)};
}

} // namespace vertescore::dicom
