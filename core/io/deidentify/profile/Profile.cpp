// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/profile/Profile_p.h"

#include "core/base/Assert.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

namespace vertescore::dicom {
namespace {

using Tag = std::pair<std::uint16_t, std::uint16_t>;

struct Row {
    ProfileAction action = ProfileAction::Remove;
    std::string_view options; ///< letters, see BasicProfile.tsv
};
using Profile = std::map<Tag, Row>;

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

/// "gggg,eeee<TAB>action<TAB>keyword[<TAB>options]"; the two groups with xx are dealt with by code.
void readLine(std::string_view line, Profile& profile) {
    if (line.empty() || line.front() == '#' || line.substr(0, 4).find('x') != std::string_view::npos) return;
    const std::size_t actionEnd = line.find('\t', 10);
    const std::size_t keywordEnd = std::min(line.find('\t', actionEnd + 1), line.size());
    Row row{actionNamed(line.substr(10, actionEnd - 10)), {}};
    if (keywordEnd < line.size()) row.options = line.substr(keywordEnd + 1);
    profile[{hexadecimal(line.substr(0, 4)), hexadecimal(line.substr(5, 4))}] = row;
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

const Row* rowOf(std::uint16_t group, std::uint16_t element) {
    static const Profile profile = readProfile();
    const auto found = profile.find({group, element});
    return found == profile.end() ? nullptr : &found->second;
}

} // namespace

std::optional<ProfileAction> profileAction(std::uint16_t group, std::uint16_t element) {
    const bool isCurve = (group & 0xff01U) == 0x5000U;
    // Overlay data and comments go, and what describes them has no sense alone.
    const bool isOverlay = (group & 0xff01U) == 0x6000U;
    if (isCurve || isOverlay) return ProfileAction::Remove;
    const Row* row = rowOf(group, element);
    return row == nullptr ? std::nullopt : std::optional(row->action);
}

bool isRetained(std::uint16_t group, std::uint16_t element, const ProfileOptions& options) {
    const Row* row = rowOf(group, element);
    if (row == nullptr) return false;
    const std::array chosen{std::pair{'U', options.uids}, std::pair{'D', options.deviceIdentity},
                            std::pair{'I', options.institutionIdentity},
                            std::pair{'P', options.patientCharacteristics},
                            std::pair{'L', options.dates == DateChoice::Full}};
    return std::any_of(chosen.begin(), chosen.end(), [row](const auto& one) {
        return one.second && row->options.find(one.first) != std::string_view::npos;
    });
}

bool isDescriptor(std::uint16_t group, std::uint16_t element) {
    const Row* row = rowOf(group, element);
    return row != nullptr && row->options.find('C') != std::string_view::npos;
}

} // namespace vertescore::dicom
