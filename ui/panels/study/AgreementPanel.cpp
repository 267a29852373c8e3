// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/study/AgreementPanel.h"

#include "ui/pages/PageFrame.h"
#include "ui/report/CustomPlot.h"
#include "ui/report/agreement/AgreementPlots.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QFontInfo>
#include <QHeaderView>
#include <QTableView>

#include <cmath>

namespace vertescore {
namespace {

constexpr int kPlotHeight = 380;
constexpr int kShownRows = 14;

} // namespace

AgreementPanel::AgreementPanel(AgreementModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_colours(lightColours()),
      m_table(makeTable(model, AgreementModel::UnitColumn)), m_blandAltmanTitle(makeLabel({}, "heading")),
      m_confusionTitle(makeLabel({}, "heading")), m_blandAltman(new QCustomPlot),
      m_confusion(new QCustomPlot) {
    m_table->setAccessibleName(tr("Agreement by unit"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kWideSpace);
    auto [tableCard, tableColumn] =
        makeTitledCard(tr("By level, total and category. Choose a row to see its plots."));
    tableColumn->addWidget(m_table);
    column->addWidget(tableCard);
    auto* plots = new QHBoxLayout;
    plots->setSpacing(kWideSpace);
    for (const auto& [title, plot] :
         {std::pair{m_blandAltmanTitle, m_blandAltman}, std::pair{m_confusionTitle, m_confusion}}) {
        QFrame* card = makeCard();
        auto* inside = new QVBoxLayout(card);
        inside->setContentsMargins(20, kWideSpace, 20, 18);
        inside->addWidget(title);
        plot->setMinimumHeight(kPlotHeight);
        plot->setFocusPolicy(Qt::NoFocus);
        plot->setAttribute(Qt::WA_NoMousePropagation, false);
        plot->installEventFilter(this);
        inside->addWidget(plot);
        plots->addWidget(card, 1);
    }
    column->addLayout(plots);
    m_confusion->setToolTip(tr("Click a count to see its cases"));
    m_confusion->setCursor(Qt::PointingHandCursor);
    connect(m_confusion, &QCustomPlot::mouseRelease, this,
            [this](const QMouseEvent* event) { chooseCell(event->position()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AgreementPanel::refreshPlots);
    connect(&model, &QAbstractItemModel::modelReset, this, &AgreementPanel::chooseTotal);
}

void AgreementPanel::setColours(const Colours& colours) {
    m_colours = colours;
    refreshPlots();
}

void AgreementPanel::chooseTotal() {
    fitToRows(*m_table, kShownRows);
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (m_model.unit(row)->kind == Unit::Kind::Total) return m_table->selectRow(row);
    refreshPlots();
}

bool AgreementPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Wheel) return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

void AgreementPanel::chooseCell(QPointF place) {
    const int row = m_table->currentIndex().row();
    const PairAgreement* pair = m_model.pair(row);
    if (!pair) return;
    const auto scoreAt = [&](const QCPAxis* axis, double pixel) {
        return static_cast<int>(std::lround(axis->pixelToCoord(pixel)));
    };
    const int second = scoreAt(m_confusion->xAxis, place.x()), first = scoreAt(m_confusion->yAxis, place.y());
    const int last = pair->sample.categories - 1;
    if (first >= 0 && second >= 0 && first <= last && second <= last) Q_EMIT cellChosen(row, first, second);
}

void AgreementPanel::refreshPlots() {
    const int row = m_table->currentIndex().row();
    const PairAgreement* pair = m_model.pair(row);
    PlotStyle style = m_colours == darkColours() ? PlotStyle::dark() : PlotStyle::light();
    style.ground = m_colours.surface;
    style.letterSize = QFontInfo(font()).pixelSize();
    for (QCustomPlot* plot : {m_blandAltman, m_confusion})
        plot->setVisible(pair);
    if (!pair) return;
    const QString unit = unitTitle(*m_model.unit(row));
    m_blandAltmanTitle->setText(tr("Bland–Altman: %1").arg(unit));
    m_confusionTitle->setText(tr("Scores of both readers: %1").arg(unit));
    fillBlandAltman(*m_blandAltman, *m_model.unit(row), *pair, style);
    fillConfusion(*m_confusion, *m_model.unit(row), *pair, style);
    m_blandAltman->replot();
    m_confusion->replot();
}

} // namespace vertescore
