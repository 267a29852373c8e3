// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/archive/NodesPage.h"

#include "ui/pages/PageFrame.h"
#include "ui/pages/archive/TlsForm.h"
#include "ui/shell/Say.h"
#include "ui/theme/Pieces.h"

#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QSpinBox>

namespace vertescore {
namespace {

constexpr int kListWidth = 220;
constexpr int kLongestTitle = 16;

void addRow(QFormLayout& form, const QString& title, QWidget& field) {
    QLabel* label = makeLabel(title, "muted");
    label->setBuddy(&field);
    label->setMinimumHeight(field.sizeHint().height());
    form.addRow(label, &field);
}

} // namespace

NodesPage::NodesPage(std::filesystem::path file, QWidget* parent) : QWidget(parent), m_file(std::move(file)) {
    setProperty("role", QStringLiteral("page"));
    auto* column = new QVBoxLayout;
    column->setSpacing(kWideSpace);
    column->addLayout(makePageHead(tr("Archive nodes"), {}, *this, &NodesPage::closed));
    column->addWidget(makeWrappedLabel(
        tr("Where scans come from and results go to. The node's side must know our AE title too; for objects "
           "that it sends to us by itself, also this computer's address and our port."),
        "muted"));
    auto* row = new QHBoxLayout;
    row->setSpacing(kWideSpace);
    row->addWidget(makeList());
    row->addWidget(makeForm(), 1);
    column->addLayout(row);
    column->addStretch(1);
    framePage(*this, column);
    connect(&m_job, &ArchiveJob::runningChanged, this, &NodesPage::refresh);
    connect(&m_job, &ArchiveJob::answered, this, [this] { answer(tr("The node answers."), "good"); });
    connect(&m_job, &ArchiveJob::failed, this, [this](const Error& error) { answer(say(error), "bad"); });
    showNode(-1);
}

QWidget* NodesPage::makeList() {
    auto* all = new QWidget;
    all->setFixedWidth(kListWidth);
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Archive nodes"));
    auto* add = makeButton(tr("Add a node"));
    m_remove = makeButton(tr("Remove"));
    column->addWidget(m_list, 1);
    column->addWidget(add);
    column->addWidget(m_remove);
    connect(m_list, &QListWidget::currentRowChanged, this, &NodesPage::showNode);
    connect(add, &QPushButton::clicked, this, &NodesPage::addNode);
    connect(m_remove, &QPushButton::clicked, this, &NodesPage::removeNode);
    return all;
}

QLineEdit* NodesPage::addText(QFormLayout& form, const QString& title) {
    auto* field = new QLineEdit;
    addRow(form, title, *field);
    connect(field, &QLineEdit::textEdited, this, &NodesPage::change);
    return field;
}

QSpinBox* NodesPage::addNumber(QFormLayout& form, const QString& title, int from, int to) {
    auto* field = new QSpinBox;
    field->setRange(from, to);
    field->setGroupSeparatorShown(false);
    leaveWheelToPage(*field);
    addRow(form, title, *field);
    connect(field, &QSpinBox::valueChanged, this, &NodesPage::change);
    return field;
}

QWidget* NodesPage::makeForm() {
    auto [card, column] = makeTitledCard(tr("Node"));
    m_form = card;
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(kWideSpace);
    form->setVerticalSpacing(10);
    m_name = addText(*form, tr("&Name"));
    m_aeTitle = addText(*form, tr("Its AE &title"));
    m_host = addText(*form, tr("&Host"));
    m_port = addNumber(*form, tr("&Port"), 1, 65535);
    m_ownAeTitle = addText(*form, tr("&Our AE title"));
    m_ownPort = addNumber(*form, tr("O&ur port"), 0, 65535);
    m_seconds = addNumber(*form, tr("&Wait for answers"), 1, 3600);
    m_seconds->setSuffix(tr(" s"));
    m_ownPort->setSpecialValueText(tr("Any"));
    for (QLineEdit* title : {m_aeTitle, m_ownAeTitle})
        title->setMaxLength(kLongestTitle);
    column->addLayout(form);
    m_tls = new TlsForm(TlsForm::Side::Caller);
    column->addWidget(m_tls);
    connect(m_tls, &TlsForm::edited, this, &NodesPage::change);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    m_echo = makeButton(tr("&Echo"), "primary");
    m_stop = makeButton(tr("Stop"));
    m_answer = makeWrappedLabel({}, "muted");
    row->addWidget(m_echo);
    row->addWidget(m_stop);
    row->addWidget(m_answer, 1);
    column->addLayout(row);
    connect(m_echo, &QPushButton::clicked, this, &NodesPage::echo);
    connect(m_stop, &QPushButton::clicked, &m_job, &ArchiveJob::cancel);
    return card;
}

void NodesPage::begin() {
    auto nodes = pacs::readNodes(m_file);
    if (!nodes) Q_EMIT refused(nodes.error());
    m_nodes = nodes ? std::move(*nodes) : std::vector<pacs::PacsNode>();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const pacs::PacsNode& node : m_nodes)
        m_list->addItem(QString::fromStdString(node.name));
    m_list->setCurrentRow(m_nodes.empty() ? -1 : 0);
    showNode(m_list->currentRow());
    m_list->setFocus();
}

void NodesPage::showNode(int row) {
    const bool isOne = row >= 0 && row < static_cast<int>(m_nodes.size());
    const pacs::PacsNode node = isOne ? m_nodes[static_cast<std::size_t>(row)] : pacs::PacsNode();
    m_isShowing = true;
    m_name->setText(QString::fromStdString(node.name));
    m_aeTitle->setText(QString::fromStdString(node.aeTitle));
    m_host->setText(QString::fromStdString(node.host));
    m_port->setValue(node.port);
    m_ownAeTitle->setText(QString::fromStdString(node.ownAeTitle));
    m_ownPort->setValue(node.ownPort);
    m_seconds->setValue(node.answerSeconds);
    m_tls->setTls(node.tls);
    m_isShowing = false;
    m_answer->clear();
    m_form->setEnabled(isOne);
    refresh();
}

pacs::PacsNode NodesPage::entered() const {
    pacs::PacsNode node = m_nodes[static_cast<std::size_t>(m_list->currentRow())];
    node.name = m_name->text().trimmed().toStdString();
    node.aeTitle = m_aeTitle->text().trimmed().toStdString();
    node.host = m_host->text().trimmed().toStdString();
    node.port = m_port->value();
    node.ownAeTitle = m_ownAeTitle->text().trimmed().toStdString();
    node.ownPort = m_ownPort->value();
    node.answerSeconds = m_seconds->value();
    node.tls = m_tls->tls();
    return node;
}

void NodesPage::change() {
    if (m_isShowing || m_list->currentRow() < 0) return;
    pacs::PacsNode& node = m_nodes[static_cast<std::size_t>(m_list->currentRow())];
    node = entered();
    m_list->currentItem()->setText(QString::fromStdString(node.name));
    save();
}

void NodesPage::save() {
    const Status saved = pacs::writeNodes(m_file, m_nodes);
    if (saved)
        answer(tr("Saved."), "muted");
    else
        answer(tr("Not saved yet. %1").arg(say(saved.error())), "bad");
    refresh();
}

void NodesPage::addNode() {
    m_nodes.push_back({});
    m_list->addItem(QString());
    m_list->setCurrentRow(m_list->count() - 1);
    m_name->setFocus();
}

void NodesPage::removeNode() {
    const int row = m_list->currentRow();
    if (row < 0) return;
    m_nodes.erase(m_nodes.begin() + row);
    const QSignalBlocker quiet(m_list);
    delete m_list->takeItem(row);
    showNode(m_list->currentRow());
    save();
}

void NodesPage::echo() {
    answer(tr("Asking…"), "muted");
    m_job.echo(entered());
}

void NodesPage::answer(const QString& text, const char* role) {
    setRole(*m_answer, role);
    m_answer->setText(text);
}

void NodesPage::refresh() {
    const bool isOne = m_list->currentRow() >= 0;
    m_remove->setEnabled(isOne && !m_job.isRunning());
    m_echo->setEnabled(isOne && !m_job.isRunning());
    m_stop->setVisible(m_job.isRunning());
}

} // namespace vertescore
