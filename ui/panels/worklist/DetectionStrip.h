// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/worklist/WorkStrip.h"

namespace vertescore {

class DetectionBatch;
struct DetectionReport;

/// Scans that have no corners yet: the offer to find them all, then how far that is. GUI thread.
class DetectionStrip : public WorkStrip {
    Q_OBJECT
public:
    explicit DetectionStrip(DetectionBatch& batch, QWidget* parent = nullptr); ///< batch outlives the strip
    void refresh();                                                            ///< the worklist changed

private:
    void report(const DetectionReport& report);

    DetectionBatch& m_batch;
};

} // namespace vertescore
