// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Study.h"

#include "core/base/EnumNames.h"

#include <algorithm>
#include <array>

namespace vertescore {

namespace {

constexpr std::array<std::string_view, 3> kRoleNames{"reader", "annotator", "coordinator"};
constexpr std::array<std::string_view, 3> kGuideDisplayNames{"none", "shown", "editable"};
constexpr std::array<std::string_view, 3> kLandmarkSourceNames{"model", "person", "import"};

} // namespace

std::string_view roleName(Role role) {
    return kRoleNames[static_cast<std::size_t>(role)];
}

std::optional<Role> roleFromName(std::string_view name) {
    return valueNamed<Role>(kRoleNames, name);
}

std::string_view guideDisplayName(GuideDisplay display) {
    return kGuideDisplayNames[static_cast<std::size_t>(display)];
}

std::optional<GuideDisplay> guideDisplayFromName(std::string_view name) {
    return valueNamed<GuideDisplay>(kGuideDisplayNames, name);
}

std::string_view landmarkSourceName(LandmarkSource source) {
    return kLandmarkSourceNames[static_cast<std::size_t>(source)];
}

std::optional<LandmarkSource> landmarkSourceFromName(std::string_view name) {
    return valueNamed<LandmarkSource>(kLandmarkSourceNames, name);
}

bool Person::hasRole(Role role) const {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

} // namespace vertescore
