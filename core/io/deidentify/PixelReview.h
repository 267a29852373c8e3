// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/io/deidentify/BurnedInText.h"

// What a person looks at before a copy without identity is made.
namespace vertescore {

/// A place in one frame, from 0.
struct TextPlace {
    int frame = 0;
    PixelArea area;
    friend bool operator==(const TextPlace&, const TextPlace&) = default;
};

/// What is known of the pixels of one file.
struct PixelReview {
    int width = 0; ///< 0, and no frames: a report or presentation state of ours, which has no pixels
    int height = 0;
    int frameCount = 0;
    std::vector<TextPlace> text; ///< where writing was found, by frame
    bool isDeclared = false;     ///< the file says that writing is burned in
};

/// Looks for writing in every frame of a DICOM image. Errors: UnsupportedFormat (no DICOM), NotAnImage
/// (reports, presentation states, documents of others, DICOMDIR), NotAllowed (a page of results, which is
/// full of writing), FileTooLarge (more than 128 million pixels in all frames), those of reading and
/// decoding; with the path. Any thread.
Result<PixelReview> reviewPixels(const std::filesystem::path& path);

/// A frame as the search sees it: the whole range of the data, since a window could hide what is written.
/// Errors: as reviewPixels, InvalidArgument (no such frame); with the path. Any thread.
Result<DisplayImage> reviewPicture(const std::filesystem::path& path, int frame);

/// Every place once, whichever frames it was found in: what is made black is black in all of them.
std::vector<PixelArea> areasOf(const std::vector<TextPlace>& places);

} // namespace vertescore
