// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/program/SettingsPage.h"

#include "ui/pages/PageFrame.h"
#include "ui/report/AnnotatedPicture.h"
#include "ui/shell/Actions.h"
#include "ui/shell/Say.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QSettings>

namespace vertescore {
namespace {

constexpr int kColumnWidth = 720;
constexpr ActionId kThemes[] = {ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark};

} // namespace

SettingsPage::SettingsPage(Actions& actions, QSettings& settings, const std::filesystem::path& folder,
                           QWidget* parent)
    : QWidget(parent), m_actions(actions), m_settings(settings) {
    setProperty("role", QStringLiteral("page"));
    auto* inner = new QWidget;
    inner->setMaximumWidth(kColumnWidth);
    auto* cards = new QVBoxLayout(inner);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(kWideSpace);
    cards->addLayout(makePageHead(tr("Settings"), {}, *this, &SettingsPage::closed));
    for (QWidget* card : {makeWindowCard(), makeWorkCard(), makeFilesCard(folder), makeAboutCard()})
        cards->addWidget(card);
    auto* column = new QVBoxLayout;
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(inner, 100);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(1);
    framePage(*this, column);
}

QWidget* SettingsPage::makeWindowCard() {
    auto [card, column] = makeTitledCard(tr("Window"));
    m_language = new QComboBox;
    m_language->addItem(tr("As the system"), QString());
    // Each in its own language: whoever cannot read this one finds it.
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    m_theme = new QComboBox;
    m_theme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    auto* again = makeButton(tr("Open the window in this language"));
    again->setVisible(false);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(kWideSpace);
    form->setVerticalSpacing(10);
    const auto addRow = [form](const QString& text, QWidget* field) {
        QLabel* title = makeLabel(text, "muted");
        title->setBuddy(field);
        title->setMinimumHeight(field->sizeHint().height());
        form->addRow(title, field);
    };
    addRow(tr("&Language"), m_language);
    form->addRow(QString(), again);
    addRow(tr("&Theme"), m_theme);
    column->addLayout(form);
    column->addWidget(makeWrappedLabel(
        tr("The reading desk stays dark and neutral grey in every theme. The size of the letters is the "
           "system's."),
        "muted"));
    auto* panels = makeButton(tr("Put all panels back in their places"));
    column->addWidget(panels, 0, Qt::AlignLeft);
    connect(m_language, &QComboBox::activated, this, [this, again] {
        const QString language = m_language->currentData().toString();
        again->setVisible(language != m_settings.value(QLatin1String(kLanguageKey)).toString() ||
                          again->isVisible());
        m_settings.setValue(QLatin1String(kLanguageKey), language);
    });
    connect(again, &QPushButton::clicked, this, &SettingsPage::restartRequested);
    connect(m_theme, &QComboBox::activated, this,
            [this](int index) { m_actions.at(kThemes[index]).trigger(); });
    connect(panels, &QPushButton::clicked, this, &SettingsPage::panelsResetRequested);
    return card;
}

void SettingsPage::addSwitch(QVBoxLayout& column, const QString& name) {
    const Command* command = m_actions.find(name);
    if (!command) return;
    QAction* action = command->action;
    auto* box = new QCheckBox(action->text());
    box->setChecked(action->isChecked());
    connect(box, &QCheckBox::clicked, action, &QAction::trigger);
    connect(action, &QAction::toggled, box, &QCheckBox::setChecked);
    column.addWidget(box);
}

QWidget* SettingsPage::makeWorkCard() {
    auto [card, column] = makeTitledCard(tr("Work"));
    addSwitch(*column, QStringLiteral("autoNetwork"));
    addSwitch(*column, QStringLiteral("view.keepWindow"));
    auto* keys = makeButton(tr("Change keys…"));
    connect(keys, &QPushButton::clicked, &m_actions.at(ActionId::KeyList), &QAction::trigger);
    column->addSpacing(4);
    auto* nodes = makeButton(m_actions.at(ActionId::ArchiveNodes).text());
    connect(nodes, &QPushButton::clicked, &m_actions.at(ActionId::ArchiveNodes), &QAction::trigger);
    column->addWidget(keys, 0, Qt::AlignLeft);
    column->addWidget(nodes, 0, Qt::AlignLeft);
    return card;
}

QWidget* SettingsPage::makeFilesCard(const std::filesystem::path& folder) {
    auto [card, column] = makeTitledCard(tr("Files"));
    column->addWidget(makeWrappedLabel(
        tr("«My scans», the demo study, settings and log are kept here. Studies lie where you put them; "
           "scans stay where they are and are never changed."),
        "muted"));
    QLabel* place = makeWrappedLabel(toQString(folder));
    place->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(place);
    auto* log = makeButton(m_actions.at(ActionId::ShowLog).text());
    connect(log, &QPushButton::clicked, &m_actions.at(ActionId::ShowLog), &QAction::trigger);
    column->addSpacing(4);
    column->addWidget(log, 0, Qt::AlignLeft);
    return card;
}

QWidget* SettingsPage::makeAboutCard() {
    auto [card, column] = makeTitledCard(QStringLiteral("VerteScore " VERTESCORE_VERSION));
    column->addWidget(makeWrappedLabel(researchUseNotice(), "warning"));
    column->addWidget(makeWrappedLabel(
        tr("The network that comes with this program was trained on drawn phantoms alone; no real scan was "
           "used. Look at every corner before you rely on it."),
        "muted"));
    column->addWidget(makeWrappedLabel(
        tr("Free software under the GNU General Public License, version 3 or later."), "muted"));
    return card;
}

void SettingsPage::begin() {
    m_language->setCurrentIndex(
        qMax(0, m_language->findData(m_settings.value(QLatin1String(kLanguageKey)).toString())));
    for (int i = 0; i < m_theme->count(); ++i)
        if (m_actions.at(kThemes[i]).isChecked()) m_theme->setCurrentIndex(i);
    m_language->setFocus();
}

} // namespace vertescore
