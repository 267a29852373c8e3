// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/grading/GradingGrid.h"

#include "ui/shell/Say.h"
#include "ui/theme/Colours.h"
#include "ui/theme/Pieces.h"

#include <QGridLayout>
#include <QPainter>
#include <QPainterPath>

namespace vertescore {
namespace {

struct Paint {
    QColor ground;
    QColor text;
};

/// From grey to strong orange: the order shows in lightness of the text and in hue, and the digit says it
/// anyway.
Paint paintOf(int grade) {
    static const std::array<Paint, 5> paints{{{QColor(0x3a3a3a), QColor(0xe6e6e6)},
                                              {QColor(0x574c1f), QColor(0xf7e7a5)},
                                              {QColor(0x7a5213), QColor(0xffe0ad)},
                                              {QColor(0x96401c), QColor(0xffffff)},
                                              {QColor(0xa8261c), QColor(0xffffff)}}};
    return paints[static_cast<std::size_t>(grade)];
}

/// Below the grade: the measure, and that a person chose otherwise.
QString measureOf(const CellAddress& address, const ScoreCell& cell) {
    if (!cell.measured) return {};
    const QString measure = sayMeasured(address, *cell.measured);
    return cell.followsMeasured || cell.isBlank() ? measure : GradeCell::tr("typed · %1").arg(measure);
}

QString textOf(const ScoreCell& cell) {
    if (cell.grade) return QString::number(*cell.grade);
    return cell.notReadable ? QStringLiteral("n/r") : QString();
}

} // namespace

GradeCell::GradeCell(CellAddress address, QWidget* parent) : QAbstractButton(parent), m_address(address) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::ClickFocus);
    show({}, false, false);
}

void GradeCell::show(const ScoreCell& cell, bool isStale, bool isCurrent) {
    m_cell = cell;
    m_isStale = isStale;
    m_isCurrent = isCurrent;
    const QString value = cell.grade         ? tr("grade %1").arg(*cell.grade)
                          : cell.notReadable ? tr("not readable: %1").arg(say(*cell.notReadable))
                                             : tr("blank");
    QString name = QStringLiteral("%1: %2").arg(say(m_address), value);
    if (cell.measured)
        name += QStringLiteral(", ") +
                (cell.followsMeasured ? tr("%1 as measured") : tr("chosen by hand, %1 is marked"))
                    .arg(sayMeasured(m_address, *cell.measured));
    if (isStale) name += QStringLiteral(". ") + tr("A corner was moved after grading.");
    setAccessibleName(name);
    setToolTip(name);
    // One stop for the tab key: the current cell. Arrows move within.
    setFocusPolicy(isCurrent ? Qt::StrongFocus : Qt::ClickFocus);
    update();
}

QSize GradeCell::sizeHint() const {
    return {84, fontMetrics().height() * 2 + 12};
}

void GradeCell::focusInEvent(QFocusEvent* event) {
    QAbstractButton::focusInEvent(event);
    Q_EMIT focused();
}

void GradeCell::paintEvent(QPaintEvent*) {
    const Colours& colours = deskColours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    const Paint paint = m_cell.grade ? paintOf(*m_cell.grade) : Paint{colours.window, colours.mutedText};
    QPen edge(m_isCurrent ? colours.accentText : colours.border, m_isCurrent ? 2.5 : 1);
    if (m_cell.isBlank() && !m_isCurrent) edge.setStyle(Qt::DashLine);
    painter.setPen(edge);
    painter.setBrush(isEnabled() ? paint.ground : colours.surface);
    painter.drawRoundedRect(box, 6, 6);
    if (m_cell.notReadable) {
        QPainterPath clip;
        clip.addRoundedRect(box.adjusted(2, 2, -2, -2), 5, 5);
        painter.setClipPath(clip);
        painter.fillRect(box, QBrush(colours.border, Qt::BDiagPattern));
        painter.setClipping(false);
    }
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * (m_cell.grade ? 1.5 : 1.05));
    big.setWeight(QFont::DemiBold);
    painter.setFont(big);
    painter.setPen(paint.text);
    const QString measure = measureOf(m_address, m_cell);
    const double line = measure.isEmpty() ? 0 : fontMetrics().height() * 0.9;
    painter.drawText(box.adjusted(0, 0, 0, -line), Qt::AlignCenter, textOf(m_cell));
    if (!measure.isEmpty()) {
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 0.85);
        painter.setFont(small);
        painter.drawText(box.adjusted(2, box.height() - line - 3, -2, -3), Qt::AlignCenter, measure);
    }
    if (m_isStale) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.warning);
        const QPointF corner = box.topRight() + QPointF(-4, 4);
        painter.drawPolygon(QPolygonF({corner, corner + QPointF(-11, 0), corner + QPointF(0, 11)}));
    }
}

GradingGrid::GradingGrid(QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kSpace);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    for (const Wall wall : kWalls) {
        QLabel* title = makeLabel(say(wall), "section");
        title->setAlignment(Qt::AlignCenter);
        grid->addWidget(title, 0, 1 + static_cast<int>(wall));
    }
    for (const Segment segment : kSegments) {
        const int row = 1 + static_cast<int>(segment);
        grid->addWidget(makeLabel(QString::fromLatin1(segmentName(segment).data()), "heading"), row, 0);
        for (const Wall wall : kWalls)
            grid->addWidget(makeCell({segment, wall}), row, 1 + static_cast<int>(wall));
        auto* score = makeLabel({}, "muted");
        score->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("6 / 6")) + 6);
        score->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_levelScores[static_cast<std::size_t>(segment)] = score;
        grid->addWidget(score, row, 3);
    }
    constexpr int kAac8Row = 2 + static_cast<int>(kSegmentCount);
    grid->setRowMinimumHeight(kAac8Row - 1, 4);
    m_aac8Title = makeLabel(QString::fromLatin1(kAac8Name.data()), "heading");
    m_aac8Sum = makeLabel({}, "muted");
    m_aac8Sum->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_aac8Title, kAac8Row, 0);
    for (const Wall wall : kWalls)
        grid->addWidget(makeCell({std::nullopt, wall}), kAac8Row, 1 + static_cast<int>(wall));
    grid->addWidget(m_aac8Sum, kAac8Row, 3);
    setAsksAac8(false);
}

GradeCell* GradingGrid::makeCell(const CellAddress& address) {
    auto* cell = new GradeCell(address);
    m_cells[indexOf(address)] = cell;
    connect(cell, &GradeCell::clicked, this, [this, cell] { Q_EMIT cellChosen(cell->address()); });
    connect(cell, &GradeCell::focused, this, [this, cell] {
        if (m_current != cell->address()) Q_EMIT cellChosen(cell->address());
    });
    return cell;
}

void GradingGrid::setAsksAac8(bool asks) {
    m_aac8Title->setVisible(asks);
    m_aac8Sum->setVisible(asks);
    for (const Wall wall : kWalls)
        cell({std::nullopt, wall}).setVisible(asks);
}

void GradingGrid::show(const ScoreSheet& sheet, const Staleness& stale, std::optional<CellAddress> current) {
    m_current = current;
    const bool hadFocus = isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const CellAddress address = cellAt(i);
        m_cells[i]->show(sheet.at(address), stale.test(i), current == address);
    }
    for (const Segment segment : kSegments) {
        const auto score = sheet.levelScore(segment);
        m_levelScores[static_cast<std::size_t>(segment)]->setText(score ? tr("%1 / 6").arg(*score)
                                                                        : QStringLiteral("– / 6"));
    }
    const auto sum = sheet.aac8.sum();
    m_aac8Sum->setText(sum ? tr("%1 / 8").arg(*sum) : QStringLiteral("– / 8"));
    if (hadFocus) focusCurrent();
}

void GradingGrid::focusCurrent() {
    if (m_current) cell(*m_current).setFocus();
}

GradeCell& GradingGrid::cell(CellAddress address) const {
    return *m_cells[indexOf(address)];
}

} // namespace vertescore
