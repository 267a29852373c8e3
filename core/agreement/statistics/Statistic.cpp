// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/statistics/Statistic.h"

#include <cmath>

namespace vertescore {

Statistic::Statistic(double value) : m_value(value) {
    VERTESCORE_ASSERT(std::isfinite(value));
}

std::string_view undefinedName(Undefined reason) {
    switch (reason) {
    case Undefined::TooFewImages:
        return "tooFewImages";
    case Undefined::ConstantReader:
        return "constantReader";
    case Undefined::NoExpectedDisagreement:
        return "noExpectedDisagreement";
    case Undefined::NoVarianceBetweenImages:
        return "noVarianceBetweenImages";
    case Undefined::NoVariance:
        return "noVariance";
    case Undefined::DenominatorNotPositive:
        return "denominatorNotPositive";
    case Undefined::NotComputed:
        return "notComputed";
    }
    return "notComputed";
}

} // namespace vertescore
