// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/GreyImage.h"
#include "core/landmarks/Landmarks.h"
#include "core/roi/Roi.h"
#include "core/scoring/ScoreSheet.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace vertescore {

/// Looks of real scanners: A bone on crushed black, B bone on dark grey, C flat strip with black staircase, D
/// single energy, lines only.
enum class PhantomStyle { A, B, C, D };
inline constexpr std::array<PhantomStyle, 4> kPhantomStyles{PhantomStyle::A, PhantomStyle::B, PhantomStyle::C,
                                                            PhantomStyle::D};
std::string_view phantomStyleName(PhantomStyle style);
std::optional<PhantomStyle> phantomStyleFromName(std::string_view name);

/// Shifted uses parameter ranges that training never uses.
enum class PhantomDomain { Train, Shifted };
std::string_view phantomDomainName(PhantomDomain domain);
std::optional<PhantomDomain> phantomDomainFromName(std::string_view name);

struct PhantomOptions {
    std::uint64_t seed = 1;
    PhantomDomain domain = PhantomDomain::Train;
    std::optional<PhantomStyle> style;    ///< nothing: drawn, all four
    std::optional<AnteriorSide> anterior; ///< nothing: as the style has it, with exceptions
    std::optional<bool> cropped; ///< nothing: drawn; true: the aorta region leaves the field at factor 1
    std::optional<int>
        minimumCalcification; ///< total AAC-24 at least this much (study setting); nothing: prevalence
    bool standardSize =
        false; ///< true: 512 x 1024 as the network sees it; false: a matrix that scanners write
};

/// A calcified stretch of an aortic wall.
struct PhantomPlaque {
    Segment segment = Segment::L1;
    Wall wall = Wall::Anterior;
    double fromShare = 0; ///< of the wall's length within the segment, 0 at its top
    double toShare = 0;
};

/// What lies over the bones or the frame of one picture.
struct PhantomContents {
    bool isPart = false;       ///< a cut-out around T12-L5 instead of a whole scan
    bool hasLungEdge = false;  ///< thin dark lines across bodies of T9-T12
    bool hasRibBorder = false; ///< a rib that brightens half of a body of T9-L2
    bool hasWhiteAir = false;  ///< unattenuated air shown white at a border
    friend bool operator==(const PhantomContents&, const PhantomContents&) = default;
};

/// A generated scan with everything that is true of it. Positions in source pixels, exact, before
/// rasterisation.
struct Phantom {
    GreyImage image; ///< 12 bit for Hologic-like styles, 8 bit for GE-like ones
    int bitsStored = 8;
    PixelSpacing spacing;
    PhantomStyle style = PhantomStyle::A;
    PhantomDomain domain = PhantomDomain::Train;
    Landmarks
        landmarks; ///< all 24 points; Confirmed, or NotVisible where outside the picture (position kept)
    std::vector<PixelPoint> anteriorWall; ///< of the aorta, top to bottom
    std::vector<PixelPoint> posteriorWall;
    std::vector<PhantomPlaque> plaques;
    ScoreSheet aac24;       ///< true grades by the NHANES convention
    BlackMask blackRegions; ///< true unscanned region; empty when there is none
    PhantomContents contents;
};

/// The index-th phantom of a seed: the same on any machine and thread count, whatever was made before.
/// Thread-safe. About 40 ms at 512 x 1024.
Phantom makePhantom(const PhantomOptions& options, std::uint64_t index);

/// All that is true of the same phantom, without its picture: the image has its size but no samples. About
/// 0.5 ms.
Phantom makePhantomTruth(const PhantomOptions& options, std::uint64_t index);

} // namespace vertescore
