// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace vertescore::pacs {

/// Whether two files hold the same attributes with the same values: headers, group lengths, padding, byte
/// order and explicit value representations may differ, as between two nodes that hand on one object. Pixels
/// that are compressed in one and not in the other do differ. False when one cannot be read. Any thread.
bool isSameObject(const std::filesystem::path& first, const std::filesystem::path& second);

} // namespace vertescore::pacs
