// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

class DcmItem;

namespace vertescore::dicom {

/// What objects that this program writes say of themselves.
inline constexpr std::string_view kManufacturer = "VerteScore";
inline constexpr std::string_view kResearchOnly = "For research use only. Not for diagnosis.";

/// Results of ours, by what the object says: a structured report (core/results/Report.h) and a presentation
/// state (core/results/Presentation.h).
bool isOwnReport(DcmItem& dataset);
bool isOwnPresentation(DcmItem& dataset);

} // namespace vertescore::dicom
