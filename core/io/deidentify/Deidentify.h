// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/io/deidentify/PixelReview.h"
#include "core/io/deidentify/Pseudonyms.h"
#include "core/io/deidentify/profile/ProfileOptions.h"

#include <set>

// Images without identity: the Basic Application Level Confidentiality Profile (PS3.15 annex E) with the
// options for modified dates and, where somebody decided on the pixels, for clean pixels. README.md says what
// it does not promise.
namespace vertescore {

/// What is done about writing that is, or may be, in the pixels.
enum class PixelText {
    Refuse, ///< the file is refused and the places are told
    Blank,  ///< the places that were found become black; the copy does not claim to be clean, since some may
            ///< be missed
    Keep,   ///< a person has looked: nothing in the pixels tells who it is
};

/// How a copy is made.
struct DeidentifyChoices {
    PixelText text = PixelText::Refuse;
    std::vector<PixelArea> blank = {}; ///< places that a person gave, black in every frame
    ProfileOptions profile = {};
};

/// What was done to one file. Names of attributes, never a value.
struct DeidentificationRecord {
    std::filesystem::path written;
    std::set<std::string> removed;
    std::set<std::string> emptied;
    std::set<std::string> replaced; ///< by a dummy
    std::size_t privateElements = 0;
    std::size_t uidsReplaced = 0;
    std::size_t datesShifted = 0;
    std::size_t notesBlanked = 0; ///< comments and camera notes within compressed pixels
    std::vector<TextPlace> text;  ///< found in the pixels; blanked when isBlanked
    bool isBlanked = false;       ///< what was found, or what a person gave
};

/// Writes a copy of a DICOM image, or of a report or presentation state of ours, without identity as
/// OUT/PATIENT/UID.dcm, both pseudonyms (a UID that is retained stays), so that no name of a file or folder
/// tells anything. The original is only read. Errors: UnsupportedFormat (no DICOM), NotAnImage (reports,
/// presentation states, documents of others, DICOMDIR), NotAllowed (writing in the pixels; detail says
/// where), InvalidArgument (a place to blank lies outside the picture), DuplicateEntry (it is there already:
/// nothing is written over), UnsupportedPixels (pixels that cannot be looked at, unless text is Keep), those
/// of reading and writing; with the path. Any thread.
Result<DeidentificationRecord> deidentifyFile(const std::filesystem::path& path,
                                              const std::filesystem::path& outFolder,
                                              const Pseudonyms& pseudonyms,
                                              const DeidentifyChoices& choices = {});

} // namespace vertescore
