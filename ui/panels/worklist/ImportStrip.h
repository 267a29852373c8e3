// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/worklist/WorkStrip.h"

namespace vertescore {

class ImportJob;
struct IntakeReport;

/// Files being added: how many so far, then what was added and, file by file, what was skipped and why. GUI
/// thread.
class ImportStrip : public WorkStrip {
    Q_OBJECT
public:
    explicit ImportStrip(ImportJob& job, QWidget* parent = nullptr); ///< job outlives the strip

private:
    void report(const IntakeReport& report);
};

} // namespace vertescore
