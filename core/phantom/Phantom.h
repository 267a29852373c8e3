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
/// C and D: tissues differ by less than their greys vary from scan to scan.
constexpr bool isFlatStyle(PhantomStyle style) {
    return style == PhantomStyle::C || style == PhantomStyle::D;
}
std::string_view phantomStyleName(PhantomStyle style);
std::optional<PhantomStyle> phantomStyleFromName(std::string_view name);

/// Shifted draws from ranges that training never uses, beside or between the training's:
/// - every picture: gamma, noise and its blobs, blur, width of the endplates' lines, mottle (Look);
///   person's size; the fan's magnification; body height of whole scans, pixel aspect of the others (Field);
/// - a third of the pictures, tissue by tissue: greys, stripes, tone, texture (Look); aspect of whole scans;
/// - JPEG, where there is any: quality 40-58, training 60-95 (Imaging).
/// A range that training gets must not overlap these; the tests hold the two apart.
enum class PhantomDomain { Train, Shifted };
std::string_view phantomDomainName(PhantomDomain domain);
std::optional<PhantomDomain> phantomDomainFromName(std::string_view name);

/// How much of the trunk the picture shows.
enum class PhantomExtent {
    WholeSpine, ///< from the upper chest to the sacrum
    Lumbar,     ///< a short lumbar view: about T9 to the sacrum
    FromT10,    ///< a crop whose upper border runs through T10 or T11
    ToL5,       ///< a crop whose lower border runs through L5 or just below it
    Closest     ///< a crop of T12-L5, which fill the picture
};
inline constexpr std::array<PhantomExtent, 5> kPhantomExtents{PhantomExtent::WholeSpine,
                                                              PhantomExtent::Lumbar, PhantomExtent::FromT10,
                                                              PhantomExtent::ToL5, PhantomExtent::Closest};

struct PhantomOptions {
    std::uint64_t seed = 1;
    PhantomDomain domain = PhantomDomain::Train;
    std::optional<PhantomStyle> style;    ///< nothing: drawn, all four
    std::optional<PhantomExtent> extent;  ///< nothing: drawn, most are whole spines
    std::optional<AnteriorSide> anterior; ///< nothing: as the style has it, with exceptions
    std::optional<bool> cropped;      ///< nothing: drawn; true: the aorta region leaves the field at factor 1
    std::optional<bool> blackRegions; ///< nothing: as the style has it; else with or without unscanned ones
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

/// What the picture shows, and what lies over its bones or its frame.
struct PhantomContents {
    PhantomExtent extent = PhantomExtent::WholeSpine;
    /// What tells the levels apart. At least one is there in every phantom: without any, nobody could name
    /// the vertebrae and the truth would teach guessing.
    bool showsLastRib = false; ///< a good stretch of T12's ribs, of visible contrast
    bool showsCrest = false;   ///< the top of an iliac crest, which lies about L4's lower endplate
    bool showsSacrum = false;  ///< the upper border of S1
    bool isEnlarged = false;   ///< was a small picture of about 200 x 400 pixels (or still is)
    bool hasOverlay = false;   ///< somebody drew lines or wrote over the spine
    bool hasLungEdge = false;  ///< thin dark lines across bodies of T9-T12
    bool hasRibBorder = false; ///< a rib that brightens half of a body of T9-L2
    bool hasVeil = false;      ///< T12 or L5 has lost most of its contrast
    bool hasWhiteAir = false;  ///< unattenuated air shown white at a border
    bool areLevelsTold() const { return showsLastRib || showsCrest || showsSacrum; }
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
