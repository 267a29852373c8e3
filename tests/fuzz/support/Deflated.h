// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace vertescore::fuzz {

/// A DICOM file of the deflated transfer syntax whose data set inflates to these bytes.
std::string deflatedFile(std::string_view dataSet);

} // namespace vertescore::fuzz
