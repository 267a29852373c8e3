// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/AgreementModel.h"
#include "ui/theme/Colours.h"

#include <QWidget>

class QCustomPlot;
class QLabel;
class QTableView;

namespace vertescore {

/// The statistics of two readers as a table, and of the chosen row the plots. Shows finished results. GUI
/// thread.
class AgreementPanel : public QWidget {
    Q_OBJECT
public:
    explicit AgreementPanel(AgreementModel& model, QWidget* parent = nullptr); ///< model outlives the panel
    void setColours(const Colours& colours);

private:
    void refreshPlots();
    void chooseTotal();

    AgreementModel& m_model;
    Colours m_colours;
    QTableView* m_table;
    QLabel* m_blandAltmanTitle;
    QLabel* m_confusionTitle;
    QCustomPlot* m_blandAltman;
    QCustomPlot* m_confusion;
};

} // namespace vertescore
