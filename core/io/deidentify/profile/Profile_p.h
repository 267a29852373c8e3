// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/deidentify/profile/ProfileOptions.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace vertescore::dicom {

/// What the profile does with an attribute (PS3.15 table E.1-1a). Of alternatives like X/Z/D, which depend on
/// the type of the attribute in its object, the strongest that keeps every object whole is meant.
enum class ProfileAction {
    Remove,      ///< X
    Empty,       ///< Z
    Dummy,       ///< D, and Z/D, X/D, X/Z/D
    EmptyOrGone, ///< X/Z: emptied
    Uid,         ///< U
    UidInItems,  ///< X/Z/U*: kept, the UIDs in its items are replaced
};

/// The row of the Basic Profile for an attribute; nothing when it has none. Any thread.
std::optional<ProfileAction> profileAction(std::uint16_t group, std::uint16_t element);

/// Whether an option says to keep the attribute; of a sequence its items are cleaned all the same.
bool isRetained(std::uint16_t group, std::uint16_t element, const ProfileOptions& options);

/// Whether the attribute has a row for clean descriptors.
bool isDescriptor(std::uint16_t group, std::uint16_t element);

/// BasicProfile.tsv, built in so that nothing can be missing at run time.
std::string_view basicProfileText();

} // namespace vertescore::dicom
