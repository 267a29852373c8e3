// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

class DcmItem;

namespace vertescore::dicom {

/// What stands where something had to stand.
inline constexpr std::string_view kDummyText = "DEIDENTIFIED";

/// The words of a description that everybody writes about such scans (views, regions, methods), in their
/// order, as they stand; "" when there is none.
std::string commonWords(std::string_view description);

/// The text of a content item of a report of ours: as it is where the program alone writes that kind of text
/// (names of findings, algorithm, device), else the dummy.
std::string contentText(DcmItem& item);

} // namespace vertescore::dicom
