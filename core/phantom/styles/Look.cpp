// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/styles/Look.h"

#include "core/phantom/drawing/Random.h"

#include <algorithm>
#include <array>

namespace vertescore {
namespace {

/// Low, median and high of what training draws.
struct Range {
    double low;
    double median;
    double high;
};

struct LookRange {
    double Look::*member;
    std::array<Range, 4> byStyle; ///< A, B, C, D
};

/// Greys measured on real scans, drawn wider than measured.
constexpr std::array<LookRange, 38> kRanges{{
    {&Look::body, {{{.27, .42, .61}, {.33, .42, .52}, {.49, .525, .555}, {.595, .62, .645}}}},
    {&Look::disc, {{{.0, .12, .23}, {.08, .22, .42}, {.465, .492, .515}, {.595, .618, .645}}}},
    {&Look::superiorRim, {{{.70, .98, 1.2}, {.55, .82, 1.0}, {.58, .68, .80}, {.63, .67, .71}}}},
    {&Look::inferiorRim, {{{.68, 1.08, 1.3}, {.62, .90, 1.3}, {.61, .73, .86}, {.635, .685, .73}}}},
    {&Look::anteriorRim, {{{.36, .46, .62}, {.32, .43, .56}, {.49, .535, .57}, {.60, .635, .66}}}},
    {&Look::pedicle, {{{.40, .57, .76}, {.36, .58, .78}, {.51, .56, .62}, {.58, .625, .66}}}},
    {&Look::foramen, {{{.02, .13, .36}, {.14, .25, .42}, {.46, .485, .53}, {.58, .617, .64}}}},
    {&Look::facets, {{{.56, 1.04, 1.25}, {.56, .95, 1.25}, {.58, .645, .71}, {.605, .63, .67}}}},
    {&Look::spinous, {{{.05, .17, .30}, {.12, .24, .34}, {.48, .53, .57}, {.55, .585, .62}}}},
    {&Look::rimMm, {{{1.3, 2.1, 3.2}, {1.4, 2.3, 3.2}, {1.2, 1.7, 2.6}, {1.3, 2.0, 2.9}}}},
    {&Look::rimSpeckle, {{{0, .15, .5}, {0, .15, .5}, {.3, .7, 1.0}, {0, .2, .6}}}},
    {&Look::missingRims, {{{0, 0, .08}, {0, 0, .12}, {0, .2, .5}, {0, .05, .3}}}},
    {&Look::boneKeep, {{{.1, .3, .6}, {.1, .35, .7}, {.6, .9, 1.0}, {.9, 1.0, 1.0}}}},
    {&Look::front, {{{-.11, .01, .18}, {.0, .13, .23}, {.44, .482, .515}, {.565, .60, .625}}}},
    {&Look::behind, {{{-.16, -.03, .12}, {-.06, .07, .20}, {.45, .49, .52}, {.50, .57, .61}}}},
    {&Look::lung, {{{.0, .07, .22}, {.12, .20, .30}, {.36, .45, .50}, {.42, .55, .62}}}},
    {&Look::liver, {{{.12, .21, .32}, {.17, .25, .34}, {.45, .49, .53}, {.56, .60, .64}}}},
    {&Look::abdomen, {{{-.18, -.07, .07}, {-.04, .04, .12}, {.44, .48, .52}, {.55, .60, .635}}}},
    {&Look::air, {{{-.25, -.14, -.04}, {-.2, -.08, .02}, {.30, .42, .48}, {.10, .30, .50}}}},
    {&Look::pelvis, {{{.43, .73, 1.02}, {.45, .80, 1.14}, {.54, .585, .66}, {.62, .65, .69}}}},
    {&Look::rib, {{{.05, .14, .28}, {.05, .14, .28}, {.0, .02, .06}, {.01, .03, .06}}}},
    {&Look::shoulder, {{{.6, .85, 1.1}, {.55, .8, 1.1}, {.50, .55, .62}, {.60, .645, .70}}}},
    {&Look::cloud, {{{.02, .045, .09}, {.02, .045, .09}, {.005, .012, .03}, {.005, .015, .035}}}},
    {&Look::diaphragmMm, {{{2, 5, 12}, {2, 5, 12}, {2, 5, 12}, {.8, 1.8, 4}}}},
    {&Look::plaque, {{{.03, .16, .38}, {.03, .16, .38}, {.015, .08, .24}, {.015, .06, .18}}}},
    {&Look::noise, {{{.014, .023, .034}, {.008, .018, .026}, {.012, .024, .030}, {.007, .012, .018}}}},
    {&Look::blobX, {{{2.3, 3.7, 4.8}, {2.2, 3.7, 4.8}, {.7, 1.05, 2.2}, {3.2, 4.8, 5.6}}}},
    {&Look::blobY, {{{2.0, 3.2, 4.3}, {1.6, 2.7, 4.0}, {.9, 1.6, 2.2}, {1.8, 4.8, 7.8}}}},
    {&Look::boneGrain, {{{1.4, 2.0, 2.7}, {1.2, 1.7, 2.2}, {.8, 1.15, 2.4}, {.7, .88, 1.15}}}},
    {&Look::mottle, {{{.3, .7, 1.2}, {.4, .9, 1.5}, {.0, .1, .3}, {.1, .4, .7}}}},
    {&Look::rowStripes, {{{0, .0005, .004}, {0, .0015, .007}, {0, .0, .002}, {.002, .006, .011}}}},
    {&Look::columnStripes, {{{0, .001, .003}, {0, .0, .002}, {.002, .006, .010}, {0, .0, .001}}}},
    {&Look::blurMm, {{{.2, .45, .95}, {.2, .5, 1.0}, {.1, .3, .7}, {.2, .45, .9}}}},
    {&Look::offset, {{{-.03, 0, .03}, {-.03, 0, .03}, {-.05, 0, .05}, {-.06, -.01, .04}}}},
    {&Look::trabeculae, {{{0, .5, 1.3}, {0, .5, 1.3}, {0, 0, 0}, {0, .3, 1.0}}}},
    {&Look::pepper, {{{0, .03, .12}, {0, .012, .08}, {0, 0, .03}, {0, 0, .03}}}},
    {&Look::toneBend, {{{-.25, 0, .25}, {-.25, 0, .25}, {-.2, 0, .2}, {-.2, 0, .2}}}},
    {&Look::bias, {{{0, .04, .12}, {0, .04, .12}, {0, .01, .04}, {0, .01, .04}}}},
}};

/// Bands beyond the training range, on either side, a fifth of it wide; a lower end of zero has no band
/// below.
double shiftedDraw(const Range& range, RandomStream& random) {
    const double band = 0.2 * (range.high - range.low);
    const bool isBelow = random.chance(0.5) && range.low != 0;
    return isBelow ? random.uniform(range.low - band, range.low)
                   : random.uniform(range.high, range.high + band);
}

double drawGamma(PhantomDomain domain, RandomStream& random) {
    const double mild = random.aroundMedian(0.86, 1.0, 1.16);
    const double wild = random.chance(0.5) ? random.uniform(0.6, 0.86) : random.uniform(1.16, 1.7);
    const double shifted = random.chance(0.5) ? random.uniform(0.50, 0.59) : random.uniform(1.72, 1.95);
    if (domain == PhantomDomain::Shifted) return shifted;
    return random.chance(0.75) ? mild : wild;
}

/// Some exports window much harder or softer than the others. Shifted pictures keep the usual window: their
/// gamma is unseen already.
void drawWindow(Look& look, PhantomStyle style, PhantomDomain domain, RandomStream& random) {
    const bool isUnusual = random.chance(0.14);
    const double harder = isFlatStyle(style) ? random.uniform(1.4, 3.5) : random.uniform(1.15, 1.7);
    const double softer = random.uniform(0.6, 0.85);
    const bool isHarder = random.chance(isFlatStyle(style) ? 0.85 : 0.6);
    look.pivot = isFlatStyle(style) ? look.body - random.uniform(0.0, 0.06) : random.uniform(0.25, 0.55);
    if (isUnusual && domain == PhantomDomain::Train) look.contrast = isHarder ? harder : softer;
}

/// What the scanner does lies outside the training range in every shifted picture, tissues in about a third
/// of them.
bool isAlwaysShifted(double Look::*member) {
    constexpr std::array kScanner{&Look::noise,  &Look::blobX, &Look::blobY,
                                  &Look::blurMm, &Look::rimMm, &Look::mottle};
    return std::find(kScanner.begin(), kScanner.end(), member) != kScanner.end();
}

/// Orders that hold in every real scan, whatever was drawn.
void keepPossible(Look& look) {
    look.noise = std::max(look.noise, 0.004);
    look.blobX = std::max(look.blobX, 0.5);
    look.blobY = std::max(look.blobY, 0.5);
    look.rimMm = std::max(look.rimMm, 0.9);
    look.blurMm = std::max(look.blurMm, 0.0);
    look.rimSpeckle = std::clamp(look.rimSpeckle, 0.0, 1.0);
    look.missingRims = std::clamp(look.missingRims, 0.0, 0.6);
    look.boneKeep = std::clamp(look.boneKeep, 0.0, 1.0);
    look.diaphragmMm = std::max(look.diaphragmMm, 0.4);
    look.plaque = std::max(look.plaque, 0.008);
    look.pelvis = std::max(look.pelvis, look.front + 2 * look.noise); // its crest tells the levels
    look.toneBend = std::clamp(look.toneBend, -0.45, 0.45);
    look.pepper = std::clamp(look.pepper, 0.0, 0.2);
    look.trabeculae = std::max(look.trabeculae, 0.0);
}

/// Tissues of the flat styles differ by less than one grey varies from scan to scan: they move together.
void tieFlatStyle(Look& look, PhantomStyle style, RandomStream& random) {
    if (!isFlatStyle(style)) return;
    const double step =
        style == PhantomStyle::C ? random.uniform(0.018, 0.065) : random.uniform(-0.006, 0.032);
    look.front = look.body - step;
    look.disc =
        look.body - (style == PhantomStyle::C ? random.uniform(0.018, 0.055) : random.uniform(-0.012, 0.016));
    look.liver = look.front + random.uniform(-0.012, 0.014);
    look.abdomen = look.front + random.uniform(-0.014, 0.014);
    look.behind =
        look.front + (style == PhantomStyle::C ? random.uniform(-0.01, 0.015) : random.uniform(-0.07, 0.0));
}

} // namespace

Look makeLook(PhantomStyle style, PhantomDomain domain, RandomStream& random) {
    Look look;
    const auto which = static_cast<std::size_t>(style);
    for (const LookRange& row : kRanges) {
        const Range& range = row.byStyle[which];
        const double typical = random.aroundMedian(range.low, range.median, range.high);
        const double unseen = shiftedDraw(range, random);
        const bool isShifted =
            domain == PhantomDomain::Shifted && (isAlwaysShifted(row.member) || random.chance(0.35));
        look.*row.member = isShifted ? unseen : typical;
    }
    look.gamma = drawGamma(domain, random);
    look.gain = random.chance(0.75) ? random.uniform(0.96, 1.05) : random.uniform(0.8, 1.2);
    tieFlatStyle(look, style, random);
    drawWindow(look, style, domain, random);
    keepPossible(look);
    return look;
}

} // namespace vertescore
