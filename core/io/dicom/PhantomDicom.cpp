// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DatasetWriter.h"
#include "core/dicom/DicomFile.h"
#include "core/dicom/DicomUid.h"
#include "core/io/PhantomFiles.h"

#include <algorithm>

namespace vertescore {
namespace {

using namespace dicom;

/// 8 bits where the phantom has no more.
void writePixels(DatasetWriter& writer, const Phantom& phantom) {
    const auto& samples = phantom.image.samples;
    if (phantom.bitsStored > 8) return writer.samples(DCM_PixelData, samples);
    std::vector<Uint8> bytes(samples.size());
    std::transform(samples.begin(), samples.end(), bytes.begin(),
                   [](std::uint16_t sample) { return static_cast<Uint8>(sample); });
    writer.samples(DCM_PixelData, bytes);
}

void writeIdentity(DatasetWriter& writer, const std::string& name) {
    writer.text(DCM_SpecificCharacterSet, "ISO_IR 192");
    writer.text(DCM_SOPClassUID, UID_SecondaryCaptureImageStorage);
    writer.text(DCM_SOPInstanceUID, uidOf("image " + name));
    writer.text(DCM_StudyInstanceUID, uidOf("study " + name));
    writer.text(DCM_SeriesInstanceUID, uidOf("series " + name));
    writer.text(DCM_PatientName, "PHANTOM^SYNTHETIC");
    for (const DcmTagKey& unknown :
         {DCM_PatientBirthDate, DCM_PatientSex, DCM_StudyDate, DCM_StudyTime, DCM_AccessionNumber,
          DCM_ReferringPhysicianName, DCM_StudyID, DCM_Laterality})
        writer.text(unknown, "");
}

void writeDescription(DatasetWriter& writer, const Phantom& phantom, const Scan& scan) {
    writer.text(DCM_Modality, scan.source.modality);
    writer.text(DCM_ConversionType, "SYN");
    writer.text(DCM_Manufacturer, scan.source.manufacturer);
    writer.text(DCM_ManufacturerModelName, scan.source.model);
    writer.text(DCM_SoftwareVersions, VERTESCORE_VERSION);
    writer.text(DCM_ImageType, "DERIVED\\SECONDARY\\LSPINE");
    writer.text(DCM_SeriesDescription, "Synthetic lateral spine");
    writer.text(DCM_BodyPartExamined, "LSPINE");
    writer.text(DCM_QualityControlImage, "YES");
    writer.text(DCM_PatientOrientation, phantom.landmarks.anterior == AnteriorSide::Right ? "A\\F" : "P\\F");
    writer.text(DCM_ImageComments, "Synthetic scan. For research use only. Not for diagnosis.");
    writer.text(DCM_SeriesNumber, "1");
}

void writeImage(DatasetWriter& writer, const Phantom& phantom, const Scan& scan) {
    writer.number(DCM_SamplesPerPixel, 1);
    writer.text(DCM_PhotometricInterpretation, scan.source.photometric);
    writer.number(DCM_Rows, phantom.image.height);
    writer.number(DCM_Columns, phantom.image.width);
    writer.number(DCM_BitsAllocated, scan.source.bitsAllocated);
    writer.number(DCM_BitsStored, phantom.bitsStored);
    writer.number(DCM_HighBit, phantom.bitsStored - 1);
    writer.number(DCM_PixelRepresentation, 0);
    writer.text(DCM_PixelSpacing,
                decimalString(phantom.spacing.yMm) + "\\" + decimalString(phantom.spacing.xMm));
    writer.text(DCM_WindowCenter, decimalString(scan.pipeline.window->centre));
    writer.text(DCM_WindowWidth, decimalString(scan.pipeline.window->width));
    writePixels(writer, phantom);
}

} // namespace

Status writePhantomDicom(const std::filesystem::path& path, const Phantom& phantom, std::uint64_t seed,
                         std::uint64_t index) {
    const Scan scan = scanOfPhantom(phantom);
    const std::string number = std::to_string(seed) + "-" + std::to_string(index);
    const std::string name = number + " " + std::string(phantomDomainName(phantom.domain)) + " " +
                             std::string(phantomStyleName(phantom.style)) + " " +
                             std::to_string(scan.image.width) + "x" + std::to_string(scan.image.height);
    DcmFileFormat file;
    DatasetWriter writer(*file.getDataset());
    writeIdentity(writer, name);
    writer.text(DCM_PatientID, "PHANTOM-" + number);
    writer.text(DCM_InstanceNumber, std::to_string(index % 1000000 + 1));
    writeDescription(writer, phantom, scan);
    writeImage(writer, phantom, scan);
    if (writer.status().bad()) return failure(ErrorCode::Internal, writer.status().text(), path);

    return saveDicom(path, file, EXS_LittleEndianExplicit);
}

} // namespace vertescore
