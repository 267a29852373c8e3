// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs/Background.h"

namespace vertescore {

Background::Background(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

Background::~Background() {
    m_pool.clear();
    m_pool.waitForDone();
}

} // namespace vertescore
