// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/Deidentify.h"

#include "core/dicom/DatasetWriter.h"
#include "core/dicom/DicomElements.h"
#include "core/dicom/DicomFile.h"
#include "core/dicom/DicomUid.h"
#include "core/dicom/OwnObjects.h"
#include "core/io/deidentify/BlankNotes_p.h"
#include "core/io/deidentify/BlankPixels_p.h"
#include "core/io/deidentify/PixelReview_p.h"
#include "core/io/deidentify/profile/CleanAttributes_p.h"
#include "core/io/deidentify/profile/Method_p.h"
#include "core/io/dicom/DicomFacts_p.h"

#include <algorithm>

namespace vertescore {
namespace {

namespace fs = std::filesystem;
using namespace dicom;

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

/// Makes the places black that a person gave, in every frame.
Status blankGiven(DcmDataset& dataset, const std::vector<PixelArea>& areas, DeidentificationRecord& record) {
    if (areas.empty()) return {};
    const int width = integer(dataset, DCM_Columns).value_or(0),
              height = integer(dataset, DCM_Rows).value_or(0);
    const int frames = std::max(1, integer(dataset, DCM_NumberOfFrames).value_or(1));
    std::vector<TextPlace> places;
    for (const PixelArea& area : areas) {
        const bool isInside = area.x >= 0 && area.y >= 0 && area.width > 0 && area.height > 0 &&
                              area.width <= width - area.x && area.height <= height - area.y;
        if (!isInside)
            return failure(ErrorCode::InvalidArgument, "a place to blank lies outside the picture of " +
                                                           std::to_string(width) + " x " +
                                                           std::to_string(height) + " pixels");
        for (int frame = 0; frame < frames; ++frame)
            places.push_back({frame, area});
    }
    if (const Status blanked = blankPlaces(dataset, places); !blanked) return blanked;
    record.isBlanked = true;
    return {};
}

/// The clean-pixel guard: finds writing, and refuses, blanks or lets pass.
Status guardPixels(DcmDataset& dataset, PixelText choice, DeidentificationRecord& record) {
    if (choice == PixelText::Keep) return {};
    const auto review = reviewOf(dataset);
    if (!review) return failure(review.error());
    record.text = review->text;
    const bool isFound = !record.text.empty();
    const bool isShown = record.isBlanked; // a person has blanked what the file speaks of
    if (!isFound && (!review->isDeclared || isShown)) return {};
    if (choice == PixelText::Refuse && isFound)
        return failure(ErrorCode::NotAllowed,
                       "there may be writing in the picture" + placesInWords(record.text));
    if (!isFound)
        return failure(ErrorCode::NotAllowed, "the file says that writing is burned in, but none was found");
    if (const Status blanked = blankPlaces(dataset, record.text); !blanked) return blanked;
    record.isBlanked = true;
    return {};
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

/// Cleans a data set in place.
Result<DeidentificationRecord> cleaned(DcmDataset& dataset, const Pseudonyms& pseudonyms,
                                       const CleanIdentity& identity, const DeidentifyChoices& choices) {
    DeidentificationRecord record;
    const MethodFacts facts{choices.text == PixelText::Keep && !identity.isOwnResult, isOwnReport(dataset),
                            isOwnPresentation(dataset)};
    if (!identity.isOwnResult) {
        if (const Status given = blankGiven(dataset, choices.blank, record); !given)
            return failure(given.error());
        if (const Status clean = guardPixels(dataset, choices.text, record); !clean)
            return failure(clean.error());
        record.notesBlanked = blankNotes(dataset);
    }
    cleanAttributes(dataset, pseudonyms, identity, record);
    DatasetWriter(dataset).text(DCM_PatientName, identity.patient);
    DatasetWriter(dataset).text(DCM_PatientID, identity.patient);
    writeMethod(dataset, choices.profile, facts);
    return record;
}

Result<DeidentificationRecord> deidentified(const fs::path& path, const fs::path& outFolder,
                                            const Pseudonyms& pseudonyms, const DeidentifyChoices& choices) {
    auto loaded = loadDicom(path);
    if (!loaded) return failure(loaded.error());
    DcmDataset& dataset = *(*loaded)->getDataset();
    if (const Status known = checkIsKnown(dataset); !known) return failure(known.error());
    const std::string uid = text(dataset, DCM_SOPInstanceUID);
    if (uid.empty()) return failure(ErrorCode::InvalidArgument, "it has no SOP Instance UID");
    if (choices.profile.uids && !isUid(uid))
        return failure(ErrorCode::InvalidArgument, "its SOP Instance UID is none, and cannot be kept");
    const std::string key = identityKey(dataset);
    const ProfileOptions& profile = choices.profile;
    const CleanIdentity identity{pseudonyms.patient(key),
                                 profile.dates == DateChoice::Modified ? pseudonyms.daysShift(key) : 0,
                                 profile, isOwnReport(dataset) || isOwnPresentation(dataset)};
    const fs::path target =
        outFolder / identity.patient / ((profile.uids ? uid : pseudonyms.uid(uid)) + ".dcm");
    std::error_code error;
    if (fs::exists(target, error)) // its name is a pseudonym and may be told
        return failure(ErrorCode::DuplicateEntry, "nothing is written over " + toUtf8(target));
    auto record = cleaned(dataset, pseudonyms, identity, choices);
    if (!record) return record;
    record->written = target;
    const E_TransferSyntax syntax = syntaxFor(dataset, record->isBlanked);
    fs::create_directories(target.parent_path(), error);
    // Without the preamble and the meta header of the original: both can hold anything.
    DcmFileFormat fresh((*loaded)->getAndRemoveDataset(), OFFalse);
    if (const Status saved = saveDicom(target, fresh, syntax); !saved) return failure(saved.error());
    return record;
}

} // namespace

Result<DeidentificationRecord> deidentifyFile(const fs::path& path, const fs::path& outFolder,
                                              const Pseudonyms& pseudonyms,
                                              const DeidentifyChoices& choices) {
    return guardedWork(path, [&] { return deidentified(path, outFolder, pseudonyms, choices); });
}

} // namespace vertescore
