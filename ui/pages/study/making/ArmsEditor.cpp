// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/making/ArmsEditor.h"

#include "ui/shell/Say.h"
#include "ui/shell/SayStudy.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>

#include <algorithm>
#include <set>

namespace vertescore {
namespace {

constexpr std::array kDisplays{GuideDisplay::None, GuideDisplay::Shown, GuideDisplay::Editable};

/// What most studies have, in the order in which they are proposed.
const std::array<Arm, 3>& usualArms() {
    static const std::array<Arm, 3> arms{Arm{"ivg", GuideDisplay::Editable},
                                         Arm{"no_ivg", GuideDisplay::None},
                                         Arm{"training", GuideDisplay::Editable, true}};
    return arms;
}

QToolButton* makeMark(const QString& icon, const QString& name) {
    auto* button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setProperty("role", QStringLiteral("mark"));
    return button;
}

} // namespace

ArmsEditor::ArmsEditor(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(1, 3);
    QPushButton* another = makeButton(tr("Add a way of reading"), "link");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(m_grid);
    column->addWidget(another, 0, Qt::AlignLeft);
    connect(another, &QPushButton::clicked, this, &ArmsEditor::addAnother);
    setArms({usualArms().front()});
}

void ArmsEditor::addHeader() {
    int column = 0;
    for (const QString& title : {tr("Name"), tr("What readers see"), tr("Training")})
        m_grid->addWidget(makeLabel(title, "section"), 0, column++);
}

void ArmsEditor::setArms(const std::vector<Arm>& arms) {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // a click on it may be what brought us here
        delete item;
    }
    m_rows.clear();
    addHeader();
    for (const Arm& arm : arms)
        addRow(arm, arms.size());
    Q_EMIT changed();
}

void ArmsEditor::addRow(const Arm& arm, std::size_t count) {
    const std::size_t number = m_rows.size();
    const int row = static_cast<int>(number) + 1;
    auto* name = new QLineEdit(sayArm(arm.name));
    name->setAccessibleName(tr("Name of way %1").arg(row));
    auto* guides = new QComboBox;
    for (const GuideDisplay display : kDisplays)
        guides->addItem(say(display), static_cast<int>(display));
    guides->setCurrentIndex(guides->findData(static_cast<int>(arm.guides)));
    guides->setAccessibleName(tr("What readers see in way %1").arg(row));
    leaveWheelToPage(*guides);
    guides->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* isTraining = new QCheckBox;
    isTraining->setChecked(arm.isTraining);
    isTraining->setAccessibleName(tr("Way %1 is training").arg(row));
    isTraining->setToolTip(tr("Practice: only scans whose truth is known, which shows after each submitted "
                              "reading. Counts in no rating."));
    QToolButton* up = makeMark(QStringLiteral("chevron-up"), tr("Move way %1 up").arg(row));
    up->setEnabled(number > 0);
    QToolButton* remove = makeMark(QStringLiteral("close"), tr("Remove way %1").arg(row));
    remove->setEnabled(count > 1);
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(guides, row, 1);
    m_grid->addWidget(isTraining, row, 2, Qt::AlignCenter);
    m_grid->addWidget(up, row, 3);
    m_grid->addWidget(remove, row, 4);
    m_rows.push_back({name, guides, isTraining});
    connect(name, &QLineEdit::textEdited, this, &ArmsEditor::changed);
    connect(guides, &QComboBox::currentIndexChanged, this, &ArmsEditor::changed);
    connect(isTraining, &QCheckBox::toggled, this, &ArmsEditor::changed);
    connect(up, &QToolButton::clicked, this, [this, number] { moveUp(number); });
    connect(remove, &QToolButton::clicked, this, [this, number] { removeRow(number); });
}

std::vector<Arm> ArmsEditor::arms() const {
    std::vector<Arm> arms;
    for (const Row& row : m_rows)
        arms.push_back({armNamed(row.name->text().trimmed()),
                        static_cast<GuideDisplay>(row.guides->currentData().toInt()),
                        row.isTraining->isChecked()});
    return arms;
}

void ArmsEditor::addAnother() {
    auto all = arms();
    const auto fresh = std::ranges::find_if(usualArms(), [&](const Arm& usual) {
        return std::ranges::find(all, usual.name, &Arm::name) == all.end();
    });
    all.push_back(fresh == usualArms().end() ? Arm{{}, GuideDisplay::Shown} : *fresh);
    setArms(all);
    m_rows.back().name->setFocus();
    m_rows.back().name->selectAll();
}

void ArmsEditor::removeRow(std::size_t row) {
    auto all = arms();
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(row));
    setArms(all);
    m_rows.front().name->setFocus();
}

void ArmsEditor::moveUp(std::size_t row) {
    auto all = arms();
    std::swap(all[row - 1], all[row]);
    setArms(all);
    m_rows[row - 1].name->setFocus();
}

QString ArmsEditor::problem() const {
    std::set<std::string> names;
    for (const Arm& arm : arms()) {
        if (arm.name.empty()) return tr("Every way of reading needs a name.");
        if (!names.insert(arm.name).second)
            return tr("Two ways of reading are called «%1».").arg(sayArm(arm.name));
    }
    return {};
}

} // namespace vertescore
