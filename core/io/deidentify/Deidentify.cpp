// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/Deidentify.h"

#include "core/dicom/DatasetWriter.h"
#include "core/dicom/DicomElements.h"
#include "core/dicom/DicomFile.h"
#include "core/io/deidentify/BlankNotes_p.h"
#include "core/io/deidentify/BlankPixels_p.h"
#include "core/io/deidentify/CleanAttributes_p.h"
#include "core/io/dicom/DicomFacts_p.h"
#include "core/io/listing/FileList.h"

#include <array>

namespace vertescore {
namespace {

namespace fs = std::filesystem;
using namespace dicom;

/// Of CID 7050, De-identification Method.
struct MethodCode {
    const char* value;
    const char* meaning;
};
constexpr MethodCode kBasicProfile{"113100", "Basic Application Confidentiality Profile"};
constexpr MethodCode kCleanPixels{"113101", "Clean Pixel Data Option"};
constexpr MethodCode kModifiedDates{"113107",
                                    "Retain Longitudinal Temporal Information Modified Dates Option"};

std::string placesInWords(const std::vector<TextPlace>& places) {
    constexpr std::size_t kMost = 5;
    std::string words;
    for (std::size_t i = 0; i < std::min(kMost, places.size()); ++i) {
        const PixelArea& area = places[i].area;
        words += (i == 0 ? " at " : ", ") + std::to_string(area.x) + "," + std::to_string(area.y) + " " +
                 std::to_string(area.width) + " x " + std::to_string(area.height);
    }
    if (places.size() > kMost) words += " and " + std::to_string(places.size() - kMost) + " more places";
    return words;
}

/// The clean-pixel guard: finds writing, and refuses, blanks or lets pass.
Status guardPixels(DcmDataset& dataset, PixelText choice, DeidentificationRecord& record) {
    if (choice == PixelText::Keep) return {};
    const Status looked = lookAtFrames(dataset, [&record](int frame, const DisplayImage& picture) {
        for (const PixelArea& area : findBurnedInText(picture))
            record.text.push_back({frame, area});
    });
    if (!looked) return failure(looked.error());
    const bool isDeclared = text(dataset, DCM_BurnedInAnnotation) == "YES";
    const Status isScan = checkIsScan(dataset);
    const bool isPage = !isScan && isScan.error().code == ErrorCode::NotAScan;
    const bool isFound = !record.text.empty();
    if (!isFound && !isDeclared && !isPage) return {};
    if (isPage)
        return failure(ErrorCode::NotAllowed, "a page of results is full of writing: it cannot be cleaned");
    if (choice == PixelText::Refuse && isFound)
        return failure(ErrorCode::NotAllowed,
                       "there may be writing in the picture" + placesInWords(record.text));
    if (!isFound)
        return failure(ErrorCode::NotAllowed, "the file says that writing is burned in, but none was found");
    if (const Status blanked = blankPlaces(dataset, record.text); !blanked) return blanked;
    record.isBlanked = true;
    return {};
}

void writeMethod(DcmDataset& dataset, PixelText choice) {
    DatasetWriter writer(dataset);
    writer.text(DCM_PatientIdentityRemoved, "YES");
    writer.text(DCM_DeidentificationMethod, "VerteScore " VERTESCORE_VERSION ", DICOM PS3.15 2026c annex E");
    dataset.findAndDeleteElement(DCM_DeidentificationMethodCodeSequence);
    const auto code = [&writer](const MethodCode& method) {
        writer.item(DCM_DeidentificationMethodCodeSequence, [&method](DatasetWriter& item) {
            item.text(DCM_CodeValue, method.value);
            item.text(DCM_CodingSchemeDesignator, "DCM");
            item.text(DCM_CodeMeaning, method.meaning);
        });
    };
    code(kBasicProfile);
    // Blanking what a search found does not make sure that it found everything: only a person who looked can
    // say.
    if (choice == PixelText::Keep) code(kCleanPixels);
    code(kModifiedDates);
    writer.text(DCM_LongitudinalTemporalInformationModified, "MODIFIED");
    if (choice == PixelText::Keep) writer.text(DCM_BurnedInAnnotation, "NO");
}

/// Images alone: what reports, states and documents say in words cannot be cleaned by a table.
Status checkIsImage(DcmDataset& dataset) {
    if (dataset.tagExists(DCM_PixelData) && !dataset.tagExists(DCM_EncapsulatedDocument)) return {};
    const Status isScan = checkIsScan(dataset);
    return isScan ? failure(ErrorCode::NotAnImage) : failure(isScan.error());
}

/// The secret key of a person: the ID, or the study of somebody without one.
std::string identityKey(DcmDataset& dataset) {
    const std::string id = text(dataset, DCM_PatientID);
    if (!id.empty()) return "id " + id;
    const std::string study = text(dataset, DCM_StudyInstanceUID);
    return study.empty() ? "instance " + text(dataset, DCM_SOPInstanceUID) : "study " + study;
}

E_TransferSyntax syntaxFor(DcmDataset& dataset, bool isBlanked) {
    const E_TransferSyntax original = dataset.getOriginalXfer();
    return !isBlanked && DcmXfer(original).isEncapsulated() ? original : EXS_LittleEndianExplicit;
}

Result<DeidentificationRecord> deidentified(const fs::path& path, const fs::path& outFolder,
                                            const Pseudonyms& pseudonyms, PixelText choice) {
    auto loaded = loadDicom(path);
    if (!loaded) return failure(loaded.error());
    DcmDataset& dataset = *(*loaded)->getDataset();
    if (const Status image = checkIsImage(dataset); !image) return failure(image.error());
    if (text(dataset, DCM_SOPInstanceUID).empty())
        return failure(ErrorCode::InvalidArgument, "the image has no SOP Instance UID");
    const std::string key = identityKey(dataset);
    const CleanIdentity identity{pseudonyms.patient(key), pseudonyms.daysShift(key)};
    DeidentificationRecord record;
    record.written =
        outFolder / identity.patient / (pseudonyms.uid(text(dataset, DCM_SOPInstanceUID)) + ".dcm");
    std::error_code error;
    if (fs::exists(record.written, error)) // its name is a pseudonym and may be told
        return failure(ErrorCode::DuplicateEntry, "nothing is written over " + toUtf8(record.written));
    if (const Status clean = guardPixels(dataset, choice, record); !clean) return failure(clean.error());
    record.notesBlanked = blankNotes(dataset);
    cleanAttributes(dataset, pseudonyms, identity, record);
    DatasetWriter(dataset).text(DCM_PatientName, identity.patient);
    DatasetWriter(dataset).text(DCM_PatientID, identity.patient);
    writeMethod(dataset, choice);
    const E_TransferSyntax syntax = syntaxFor(dataset, record.isBlanked);
    fs::create_directories(record.written.parent_path(), error);
    // Without the preamble and the meta header of the original: both can hold anything.
    DcmFileFormat fresh((*loaded)->getAndRemoveDataset(), OFFalse);
    if (const Status saved = saveDicom(record.written, fresh, syntax); !saved) return failure(saved.error());
    return record;
}

/// Whether a path is a folder, or lies in it.
bool isWithin(const fs::path& path, const fs::path& folder) {
    std::error_code error;
    const auto inner = fs::weakly_canonical(path, error), outer = fs::weakly_canonical(folder, error);
    const auto relative = inner.lexically_relative(outer);
    return !relative.empty() && *relative.begin() != "..";
}

} // namespace

Result<DeidentificationRecord> deidentifyFile(const fs::path& path, const fs::path& outFolder,
                                              const Pseudonyms& pseudonyms, PixelText choice) {
    Result<DeidentificationRecord> record = failure(ErrorCode::OutOfMemory);
    try {
        record = deidentified(path, outFolder, pseudonyms, choice);
    } catch (const std::bad_alloc&) {
        record = failure(ErrorCode::OutOfMemory);
    } catch (const std::exception& error) { // a library's, on content that no check foresaw
        record = failure(ErrorCode::FileMalformed, error.what());
    }
    if (!record && !record.error().path) record.error().path = path;
    return record;
}

Status deidentifyAll(const fs::path& in, const fs::path& outFolder, const Pseudonyms& pseudonyms,
                     const DeidentifyOptions& options) {
    std::error_code error;
    if (!fs::exists(in, error)) return failure(ErrorCode::FileNotFound, {}, in);
    if (fs::is_directory(in, error) && isWithin(outFolder, in))
        return failure(ErrorCode::InvalidArgument, "the target lies within what is to be read", outFolder);
    const auto [files, refused] = listFiles({in});
    if (options.done)
        for (const Error& one : refused)
            options.done(*one.path, failure(one));
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (options.stop.stop_requested()) return failure(ErrorCode::Cancelled, {}, in);
        const auto record = deidentifyFile(files[i], outFolder, pseudonyms, options.text);
        if (options.done) options.done(files[i], record);
        if (options.progress) options.progress(i + 1, files.size());
    }
    return {};
}

} // namespace vertescore
