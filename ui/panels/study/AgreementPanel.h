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

Q_SIGNALS:
    /// A count of the matrix was clicked: the scores of the first and the second reader in that row's unit.
    void cellChosen(int row, int first, int second);

protected:
    /// Plots take the wheel and do nothing with it; here it scrolls the page.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refreshPlots();
    void chooseTotal();
    void chooseCell(QPointF place);

    AgreementModel& m_model;
    Colours m_colours;
    QTableView* m_table;
    QLabel* m_blandAltmanTitle;
    QLabel* m_confusionTitle;
    QCustomPlot* m_blandAltman;
    QCustomPlot* m_confusion;
};

} // namespace vertescore
