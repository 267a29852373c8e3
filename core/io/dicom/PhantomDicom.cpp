// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/AtomicFile.h"
#include "core/base/Sha256.h"
#include "core/io/PhantomFiles.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <charconv>

namespace vertescore {
namespace {

constexpr std::size_t kHeaderBytes = 65536; ///< far more than everything but the pixels takes
constexpr std::size_t kUuidBytes = 16;

/// A UID below 2.25 (PS3.5 B.2): the decimal form of 128 bits, here the start of a hash of the text.
std::string uidOf(const std::string& text) {
    const std::string hash = sha256Hex(text);
    std::array<unsigned, kUuidBytes> bytes{};
    for (std::size_t i = 0; i < kUuidBytes; ++i)
        std::from_chars(hash.data() + 2 * i, hash.data() + 2 * i + 2, bytes[i], 16);
    bytes[6] = (bytes[6] & 0x0fU) | 0x80U; // version 8, made by a rule of one's own (RFC 9562)
    bytes[8] = (bytes[8] & 0x3fU) | 0x80U;
    std::string digits;
    while (std::any_of(bytes.begin(), bytes.end(), [](unsigned byte) { return byte != 0; })) {
        unsigned rest = 0;
        for (unsigned& byte : bytes) {
            const unsigned value = rest * 256 + byte;
            byte = value / 10;
            rest = value % 10;
        }
        digits.push_back(static_cast<char>('0' + rest));
    }
    std::reverse(digits.begin(), digits.end());
    return "2.25." + digits;
}

std::string decimal(double value) {
    std::array<char, 32> text;
    // DS has room for 16 characters; ten digits are a hundred-millionth of a pixel.
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 10).ptr;
    return std::string(text.data(), end);
}

/// Puts values into a data set and remembers the first failure.
class DatasetWriter {
public:
    explicit DatasetWriter(DcmDataset& dataset) : m_dataset(dataset) {}

    void text(const DcmTagKey& tag, const std::string& value) {
        keep(m_dataset.putAndInsertOFStringArray(tag, OFString(value.c_str(), value.size())));
    }
    void number(const DcmTagKey& tag, int value) {
        keep(m_dataset.putAndInsertUint16(tag, static_cast<Uint16>(value)));
    }
    void pixels(const Phantom& phantom) {
        const auto& samples = phantom.image.samples;
        if (phantom.bitsStored > 8) {
            keep(m_dataset.putAndInsertUint16Array(DCM_PixelData, samples.data(), samples.size()));
            return;
        }
        std::vector<Uint8> bytes(samples.size());
        std::transform(samples.begin(), samples.end(), bytes.begin(),
                       [](std::uint16_t sample) { return static_cast<Uint8>(sample); });
        keep(m_dataset.putAndInsertUint8Array(DCM_PixelData, bytes.data(), bytes.size()));
    }
    const OFCondition& status() const { return m_status; }

private:
    void keep(const OFCondition& status) {
        if (m_status.good()) m_status = status;
    }

    DcmDataset& m_dataset;
    OFCondition m_status = EC_Normal;
};

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
    writer.text(DCM_PixelSpacing, decimal(phantom.spacing.yMm) + "\\" + decimal(phantom.spacing.xMm));
    writer.text(DCM_WindowCenter, decimal(scan.pipeline.window->centre));
    writer.text(DCM_WindowWidth, decimal(scan.pipeline.window->width));
    writer.pixels(phantom);
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

    std::vector<char> buffer(scan.image.samples.size() * 2 + kHeaderBytes);
    DcmOutputBufferStream stream(buffer.data(), static_cast<offile_off_t>(buffer.size()));
    file.transferInit();
    const OFCondition status = file.write(stream, EXS_LittleEndianExplicit, EET_ExplicitLength, nullptr);
    file.transferEnd();
    void* written = nullptr;
    offile_off_t length = 0;
    stream.flushBuffer(written, length);
    if (status.bad()) return failure(ErrorCode::Internal, status.text(), path);
    return writeFileAtomically(path, {buffer.data(), static_cast<std::size_t>(length)});
}

} // namespace vertescore
