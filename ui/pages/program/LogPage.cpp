// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/program/LogPage.h"

#include "ui/pages/PageFrame.h"
#include "ui/shell/Say.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDesktopServices>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QUrl>

namespace vertescore {
namespace {

constexpr qint64 kMostBytes = 256 * 1024; ///< of the end of the file: enough for days

} // namespace

LogPage::LogPage(std::filesystem::path logFile, QWidget* parent)
    : QWidget(parent), m_logFile(std::move(logFile)), m_text(new QPlainTextEdit) {
    setProperty("role", QStringLiteral("page"));
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("The program's log"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setPlaceholderText(tr("Nothing was written yet."));
    QPushButton* copy = makeButton(tr("Copy all"));
    QPushButton* folder = makeButton(tr("Open its folder"));
    auto* column = new QVBoxLayout;
    column->setSpacing(12);
    column->addLayout(makePageHead(tr("Log"), {copy, folder}, *this, &LogPage::closed));
    column->addWidget(makeWrappedLabel(
        tr("What the program did, and what went wrong. No patient's name, id or file name is in it, so it "
           "can be sent to whoever helps."),
        "muted"));
    QLabel* place = makeWrappedLabel(toQString(m_logFile), "small");
    place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(place);
    column->addWidget(m_text, 1);
    fillPage(*this, column);
    folder->setEnabled(!m_logFile.empty());
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->toPlainText());
        Q_EMIT noted(tr("The log is on the clipboard."));
    });
    connect(folder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(toQString(m_logFile.parent_path()))); });
}

void LogPage::begin() {
    QFile file(toQString(m_logFile));
    QString text;
    if (file.open(QIODevice::ReadOnly)) {
        file.seek(qMax(qint64{0}, file.size() - kMostBytes));
        text = QString::fromUtf8(file.readAll());
    }
    m_text->setPlainText(text);
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
    m_text->setFocus();
}

} // namespace vertescore
