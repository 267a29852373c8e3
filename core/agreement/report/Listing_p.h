// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/AgreementFiles.h"

#include <utility>

namespace vertescore {

/// Collects statistics that share condition, readers, unit and numbers of images.
class Listing {
public:
    Listing(std::vector<ReportedStatistic>& to, ReportedStatistic shared)
        : m_to(to), m_shared(std::move(shared)) {}

    const std::string& readers() const { return m_shared.readers; }

    void add(const std::string& name, const Statistic& value, std::string_view method) {
        ReportedStatistic one = m_shared;
        one.name = name;
        one.value = value;
        one.method = method;
        m_to.push_back(std::move(one));
    }
    void add(const std::string& name, const Interval& interval, std::string_view method) {
        add(name + "lo", interval.low, method);
        add(name + "hi", interval.high, method);
    }
    void add(const std::string& name, std::size_t count, std::string_view method) {
        add(name, Statistic(static_cast<double>(count)), method);
    }

private:
    std::vector<ReportedStatistic>& m_to;
    ReportedStatistic m_shared;
};

/// Landmark errors and their bond to the scores, of one condition.
void listLandmarks(std::vector<ReportedStatistic>& to, const ConditionAgreement& condition);

} // namespace vertescore
