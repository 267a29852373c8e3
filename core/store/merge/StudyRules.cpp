// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/StudyRules.h"

#include <array>

namespace vertescore {

namespace {

constexpr std::array<std::string_view, 10> kRuleNames{
    "the study",        "the name",         "the scoring convention", "the bound of the categories",
    "asking for AAC-8", "the list of arms", "the number of sessions", "the washout",
    "the random order", "being synthetic"};

constexpr std::array kRules{StudyRule::Name,    StudyRule::Convention, StudyRule::Categories,
                            StudyRule::Aac8,    StudyRule::Arms,       StudyRule::Sessions,
                            StudyRule::Washout, StudyRule::Order,      StudyRule::Synthetic};

std::string armsText(const StudySettings& settings) {
    std::string text;
    for (const auto& arm : settings.arms)
        text.append(text.empty() ? "" : ", ")
            .append(arm.name)
            .append(":")
            .append(guideDisplayName(arm.guides))
            .append(arm.isTraining ? ":training" : "");
    return text;
}

std::string orderText(const StudySettings& settings) {
    if (!settings.shufflesScans) return "as added";
    return settings.orderSeed ? "random from " + std::to_string(*settings.orderSeed) : "random";
}

} // namespace

std::string_view studyRuleName(StudyRule rule) {
    return kRuleNames[static_cast<std::size_t>(rule)];
}

std::string ruleText(StudyRule rule, const Study& study) {
    const auto& settings = study.settings;
    switch (rule) {
    case StudyRule::Identity:
        return study.uid;
    case StudyRule::Name:
        return settings.name;
    case StudyRule::Convention:
        return std::string(scoringConventionName(settings.convention));
    case StudyRule::Categories:
        return std::to_string(settings.bounds.moderateFrom) + " and " +
               std::to_string(settings.bounds.highFrom);
    case StudyRule::Aac8:
        return settings.asksAac8 ? "yes" : "no";
    case StudyRule::Arms:
        return armsText(settings);
    case StudyRule::Sessions:
        return settings.sessions ? std::to_string(*settings.sessions) : "free";
    case StudyRule::Washout:
        return settings.washoutDays ? std::to_string(*settings.washoutDays) + " days" : "none";
    case StudyRule::Order:
        return orderText(settings);
    case StudyRule::Synthetic:
        return settings.isSynthetic ? "yes" : "no";
    }
    return {};
}

std::vector<StudyRule> differingRules(const Study& here, const Study& there) {
    if (here.uid != there.uid) return {StudyRule::Identity};
    std::vector<StudyRule> differing;
    for (const auto rule : kRules)
        if (ruleText(rule, here) != ruleText(rule, there)) differing.push_back(rule);
    return differing;
}

} // namespace vertescore
