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
    PhantomExtent extent = PhantomExtent::WholeSpine;

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
    bool isWholeSpine() const { return extent == PhantomExtent::WholeSpine; }
    bool contains(SpinePoint point) const {
        const PixelPoint pixel = toPixel(point);
        return pixel.x >= 0 && pixel.y >= 0 && pixel.x <= width - 1 && pixel.y <= height - 1;
    }
};

/// The same region on another matrix.
Field withMatrix(const Field& field, int width, int height);

/// What decides about the field.
struct FieldOptions {
    PhantomStyle style = PhantomStyle::A;
    PhantomDomain domain = PhantomDomain::Train;
    PhantomExtent extent = PhantomExtent::WholeSpine;
    bool standardSize = false;
    bool hasTallMatrix = false;    ///< as Hologic writes; else as GE does. Standard size has neither
    bool wantsCropped = false;     ///< the front border comes near
    std::optional<bool> wantsMask; ///< nothing: as often as the style has one
    bool isCroppedByMask() const { return style == PhantomStyle::C && wantsMask != false; }
};

/// Matrix, scale and place of the spine in the frame, as measured on real scans of the style. Pure; any
/// thread.
Field makeField(const FieldOptions& options, const Spine& spine, RandomStream& random);

/// The matrix of a small picture of the same region, as in a published figure: 170-270 pixels wide.
Field smallerField(const Field& field, RandomStream& random);

/// The unscanned region of a field, front on the right: slanted borders in one-pixel stairs with a few big
/// steps, or black bars that an export put beside the scan. Empty when the scan has none.
struct MaskPlan {
    BlackMask mask;
    double outlineGain = 0; ///< bright line along the border: this many times the tissue; 0 = none
};
MaskPlan makeMask(const FieldOptions& options, const Field& field, const Spine& spine, RandomStream& random);

/// The mask as it is after the picture was enlarged: each pixel takes the nearest one.
BlackMask enlargedMask(const BlackMask& mask, int width, int height);

} // namespace vertescore
