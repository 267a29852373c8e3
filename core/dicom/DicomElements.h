// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/Point.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Typed and forgiving access to elements: what is absent or no number comes as nothing, never as zero.
namespace vertescore::dicom {

/// All values of an element as text, each without padding; empty when the element is absent or empty.
std::vector<std::string> texts(DcmItem& item, const DcmTagKey& tag);

/// All values in one piece, "" when absent.
std::string text(DcmItem& item, const DcmTagKey& tag);

/// All values as finite numbers; nothing when the element is absent, empty, or any value is no number.
std::optional<std::vector<double>> numbers(DcmItem& item, const DcmTagKey& tag);

/// Pairs of 32-bit numbers, column and row counted from the outer corner of the first pixel, as source pixels
/// (GraphicData of PS3.3 C.10.5 and C.18.6); empty when one is not finite.
std::vector<PixelPoint> graphicPoints(DcmItem& item);

/// The first value as a finite number.
std::optional<double> number(DcmItem& item, const DcmTagKey& tag);

/// The first value of a binary or text integer, within the range of int.
std::optional<int> integer(DcmItem& item, const DcmTagKey& tag);

/// Present with at least one value.
bool has(DcmItem& item, const DcmTagKey& tag);

/// The words of an element (or of several) in lower case, separated by single spaces, with a space at either
/// end, so that contains(" dual ") asks for a whole word.
std::string words(DcmItem& item, std::initializer_list<DcmTagKey> tags);

/// First item of a sequence, or nullptr.
DcmItem* firstItem(DcmItem& item, const DcmTagKey& sequence);

/// All items of a sequence.
std::vector<DcmItem*> itemsOf(DcmItem& item, const DcmTagKey& sequence);

/// Where an image attribute lives: the data set itself, or in enhanced objects the first item of the
/// functional group of this frame, or the one shared by all frames. The data set when none has it.
DcmItem& holderOf(DcmItem& dataset, const DcmTagKey& tag, const DcmTagKey& functionalGroup, int frame);

/// A finite number that fills the whole text, independent of the locale.
std::optional<double> parseNumber(std::string_view text);

} // namespace vertescore::dicom
