// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/Profile_p.h"

#include "core/base/Assert.h"

#include <array>
#include <charconv>
#include <map>
#include <utility>

namespace vertescore::dicom {
namespace {

using Tag = std::pair<std::uint16_t, std::uint16_t>;
using Profile = std::map<Tag, ProfileAction>;

constexpr std::array kActions{
    std::pair{std::string_view("X"), ProfileAction::Remove},
    std::pair{std::string_view("Z"), ProfileAction::Empty},
    std::pair{std::string_view("D"), ProfileAction::Dummy},
    std::pair{std::string_view("U"), ProfileAction::Uid},
    std::pair{std::string_view("Z/D"), ProfileAction::Dummy},
    std::pair{std::string_view("X/D"), ProfileAction::Dummy},
    std::pair{std::string_view("X/Z/D"), ProfileAction::Dummy},
    std::pair{std::string_view("X/Z"), ProfileAction::EmptyOrGone},
    std::pair{std::string_view("X/Z/U*"), ProfileAction::UidInItems},
};

ProfileAction actionNamed(std::string_view name) {
    for (const auto& [text, action] : kActions)
        if (text == name) return action;
    constexpr bool isOfTheBuiltInTable = false;
    VERTESCORE_ASSERT(isOfTheBuiltInTable);
    return ProfileAction::Remove;
}

std::uint16_t hexadecimal(std::string_view text) {
    std::uint16_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return value;
}

/// "gggg,eeee<TAB>action<TAB>keyword"; the two groups with xx are dealt with by code.
void readLine(std::string_view line, Profile& profile) {
    if (line.empty() || line.front() == '#' || line.substr(0, 4).find('x') != std::string_view::npos) return;
    const std::string_view action = line.substr(10, line.find('\t', 10) - 10);
    profile[{hexadecimal(line.substr(0, 4)), hexadecimal(line.substr(5, 4))}] = actionNamed(action);
}

Profile readProfile() {
    Profile profile;
    std::string_view text = basicProfileText();
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        readLine(text.substr(0, end), profile);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return profile;
}

} // namespace

std::optional<ProfileAction> profileAction(std::uint16_t group, std::uint16_t element) {
    static const Profile profile = readProfile();
    const bool isCurve = (group & 0xff01U) == 0x5000U;
    // Overlay data and comments go, and what describes them has no sense alone.
    const bool isOverlay = (group & 0xff01U) == 0x6000U;
    if (isCurve || isOverlay) return ProfileAction::Remove;
    const auto found = profile.find({group, element});
    return found == profile.end() ? std::nullopt : std::optional(found->second);
}

} // namespace vertescore::dicom
