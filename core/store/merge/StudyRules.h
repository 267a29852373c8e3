// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Study.h"

namespace vertescore {

/// What has to be the same in two files for their readings to belong together.
enum class StudyRule {
    Identity, ///< the study's UUID; with another one nothing else is compared
    Name,
    Convention,
    Categories,
    Aac8, ///< whether it is asked for
    Arms,
    Sessions,
    Washout,
    Order,
    Synthetic,
};

/// In the order of StudyRule; empty when the two are copies of one study.
std::vector<StudyRule> differingRules(const Study& here, const Study& there);

std::string_view studyRuleName(StudyRule rule);           ///< "the washout", for sentences in English
std::string ruleText(StudyRule rule, const Study& study); ///< its value, in the words of the file

} // namespace vertescore
