// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/anatomy/Spine.h"

namespace vertescore {

/// The scanned field with the front drawn on the right: where a place of the patient falls in the picture.
struct Field {
    int width = 0; ///< pixels
    int height = 0;
    double left = 0; ///< mm: the centre of the top-left pixel
    double top = 0;
    double mmPerPixelX = 1; ///< of the patient; the fan's magnification is not in it
    double mmPerPixelY = 1;
    double magnification = 1; ///< of the fan beam, across only: the scanner believes in mmPerPixelX x this
    bool isPart = false;      ///< a cut-out around T12-L5 instead of the whole scan

    PixelPoint toPixel(SpinePoint point) const {
        return {(point.x - left) / mmPerPixelX, (point.y - top) / mmPerPixelY};
    }
    SpinePoint toSpine(PixelPoint point) const {
        return {left + point.x * mmPerPixelX, top + point.y * mmPerPixelY};
    }
    double rightMm() const { return left + (width - 1) * mmPerPixelX; }
    double bottomMm() const { return top + (height - 1) * mmPerPixelY; }
    double widthMm() const { return width * mmPerPixelX; }
    double heightMm() const { return height * mmPerPixelY; }
};

/// What decides about the field.
struct FieldOptions {
    PhantomStyle style = PhantomStyle::A;
    PhantomDomain domain = PhantomDomain::Train;
    bool standardSize = false;
    bool hasTallMatrix = false; ///< as Hologic writes; else as GE does. Standard size has neither
    bool wantsCropped = false;  ///< the front border comes near
};

/// Matrix, scale and place of the spine in the frame, as measured on real scans of the style. Pure; any
/// thread.
Field makeField(const FieldOptions& options, const Spine& spine, RandomStream& random);

/// The unscanned region of a field, front on the right: slanted borders in one-pixel stairs with a few big
/// steps. Empty when the scan has none.
struct MaskPlan {
    BlackMask mask;
    double outlineGain = 0; ///< bright line along the border: this many times the tissue; 0 = none
};
MaskPlan makeMask(const FieldOptions& options, const Field& field, const Spine& spine, RandomStream& random);

} // namespace vertescore
