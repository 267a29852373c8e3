// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/SourceImage_p.h"

#include "core/dicom/DicomElements.h"
#include "core/dicom/DicomFile.h"
#include "core/dicom/DicomUid.h"

#include <algorithm>
#include <array>

namespace vertescore::results {
namespace {

using namespace dicom;

/// Type 2 in every composite object: there, if empty.
const std::array kRequired{DCM_PatientName,    DCM_PatientID, DCM_PatientBirthDate,       DCM_PatientSex,
                           DCM_StudyDate,      DCM_StudyTime, DCM_ReferringPhysicianName, DCM_StudyID,
                           DCM_AccessionNumber};
const std::array kOptional{DCM_StudyInstanceUID,
                           DCM_IssuerOfPatientID,
                           DCM_PatientAge,
                           DCM_StudyDescription,
                           DCM_PatientIdentityRemoved,
                           DCM_DeidentificationMethod,
                           DCM_DeidentificationMethodCodeSequence};

/// What cannot be told from its declared character set becomes '?'.
void keepAsciiOnly(DcmItem& item) {
    for (const DcmTagKey& tag : {DCM_PatientName, DCM_PatientID, DCM_ReferringPhysicianName, DCM_StudyID,
                                 DCM_AccessionNumber, DCM_IssuerOfPatientID, DCM_StudyDescription}) {
        if (!has(item, tag)) continue;
        std::string value = text(item, tag);
        std::replace_if(
            value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
        DatasetWriter(item).text(tag, value);
    }
}

Status checkUids(const SourceImage& source) {
    const auto missing = [](const char* name) {
        return failure(ErrorCode::InvalidArgument,
                       std::string("the scan has no valid ") + name + ": results cannot refer to it");
    };
    if (!isUid(source.instanceUid)) return missing("SOP Instance UID");
    if (!isUid(source.classUid)) return missing("SOP Class UID");
    if (!isUid(source.studyUid)) return missing("Study Instance UID");
    if (!isUid(source.seriesUid)) return missing("Series Instance UID");
    return {};
}

Result<SourceImage> sourceOf(const std::filesystem::path& path, int frame) {
    auto file = loadDicom(path);
    if (!file && file.error().code == ErrorCode::UnsupportedFormat)
        return failure(ErrorCode::UnsupportedFormat,
                       "results as DICOM belong to a DICOM scan, which this file is not");
    if (!file) return failure(file.error());
    DcmDataset& dataset = *(*file)->getDataset();
    SourceImage source;
    source.studyUid = text(dataset, DCM_StudyInstanceUID);
    source.seriesUid = text(dataset, DCM_SeriesInstanceUID);
    source.classUid = text(dataset, DCM_SOPClassUID);
    source.instanceUid = text(dataset, DCM_SOPInstanceUID);
    source.modality = text(dataset, DCM_Modality);
    source.width = integer(dataset, DCM_Columns).value_or(0);
    source.height = integer(dataset, DCM_Rows).value_or(0);
    source.frame = frame;
    source.frameCount = std::max(1, integer(dataset, DCM_NumberOfFrames).value_or(1));
    source.file = std::move(*file);
    if (const Status known = checkUids(source); !known) return failure(known.error());
    if (source.width < 1 || source.height < 1) return failure(ErrorCode::NotAnImage);
    if (frame < 0 || frame >= source.frameCount)
        return failure(ErrorCode::InvalidArgument, "frame " + std::to_string(frame) + " of " +
                                                       std::to_string(source.frameCount) + " (from 0)");
    return source;
}

} // namespace

Result<SourceImage> openSource(const std::filesystem::path& path, int frame) {
    auto source = sourceOf(path, frame);
    if (!source) source.error().path = path;
    return source;
}

namespace {

/// Whoever reads blind must not find out by what they wrote themselves.
void writeCode(const SourceImage& source, DatasetWriter& writer, const std::string& code) {
    writer.text(DCM_SpecificCharacterSet, "ISO_IR 192");
    for (const DcmTagKey& tag : kRequired)
        writer.text(tag, "");
    writer.text(DCM_PatientName, code);
    writer.text(DCM_PatientID, code);
    writer.text(DCM_StudyInstanceUID, source.studyUid);
}

} // namespace

void copyPatientAndStudy(const SourceImage& source, DatasetWriter& writer,
                         const std::optional<std::string>& code) {
    if (code) return writeCode(source, writer, *code);
    DcmDataset scratch;
    DatasetWriter copied(scratch);
    copied.copy(DCM_SpecificCharacterSet, source.dataset());
    for (const DcmTagKey& tag : kRequired)
        copied.copy(tag, source.dataset(), true);
    for (const DcmTagKey& tag : kOptional)
        copied.copy(tag, source.dataset());
    if (scratch.convertToUTF8().bad()) keepAsciiOnly(scratch);
    writer.text(DCM_SpecificCharacterSet, "ISO_IR 192");
    for (const DcmTagKey& tag : kRequired)
        writer.copy(tag, scratch, true);
    for (const DcmTagKey& tag : kOptional)
        writer.copy(tag, scratch);
}

DicomTime dicomNow() {
    OFString date, time;
    DcmDate::getCurrentDate(date);
    DcmTime::getCurrentTime(time);
    return {date.c_str(), time.c_str()};
}

} // namespace vertescore::results
