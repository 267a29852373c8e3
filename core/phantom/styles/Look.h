// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/Phantom.h"

namespace vertescore {

class RandomStream;

/// How one picture looks: greys of the tissues (0 black, 1 white, before windowing) and what the scanner does
/// to them. Everything is drawn once per picture.
struct Look {
    // the column
    double body = 0;
    double disc = 0;
    double superiorRim = 0; ///< peak of the endplate's line
    double inferiorRim = 0;
    double anteriorRim = 0;
    double pedicle = 0;
    double foramen = 0;
    double facets = 0; ///< brightest column of the picture
    double spinous = 0;
    double rimMm = 2;       ///< width of the endplate's line at half height
    double rimSpeckle = 0;  ///< 0 smooth line ... 1 line broken into dots
    double missingRims = 0; ///< share of endplates that cannot be seen
    double boneKeep = 0; ///< how much of what lies behind a bone shows through: 0 none, 1 all (single energy)
    // what is around it
    double front = 0; ///< before L1-L4
    double behind = 0;
    double lung = 0;
    double liver = 0;
    double abdomen = 0; ///< low and in front
    double air = 0;
    double pelvis = 0;
    double rib = 0; ///< added where a rib runs
    double shoulder = 0;
    double cloud = 0;       ///< amplitude of the unevenness of soft tissue
    double diaphragmMm = 4; ///< half width of the border between lung and liver
    double plaque = 0;      ///< added on a calcified wall
    // the scanner
    double noise = 0; ///< standard deviation of the noise
    double blobX = 1; ///< noise blob, pixels at 512 x 1024
    double blobY = 1;
    double boneGrain = 1;  ///< noise within bones, times that beside them
    double mottle = 0;     ///< unevenness of a few mm, times the noise; stronger in bone, as the noise is
    double trabeculae = 0; ///< streaks along the spine within bones, times the noise
    double pepper = 0;     ///< share of dark grains in what is clipped to white
    double rowStripes = 0; ///< standard deviation of row-to-row steps
    double columnStripes = 0;
    double blurMm = 0.5;
    double gamma = 1;
    double gain = 1;
    double offset = 0;
    double contrast = 1; ///< of the window about the pivot; most pictures have 1
    double pivot = 0.4;
    double toneBend = 0; ///< -0.5...0.5: flatter or steeper in the middle of the greys
    double bias = 0;     ///< amplitude of the slow change of gain over the picture
};

/// Draws the look of a style. The shifted domain draws from bands outside the ranges that the train domain
/// uses.
Look makeLook(PhantomStyle style, PhantomDomain domain, RandomStream& random);

} // namespace vertescore
