// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/deidentify/DeidentifyReportCard.h"

#include "core/base/AtomicFile.h"
#include "ui/pages/PageFrame.h"
#include "ui/shell/Say.h"
#include "ui/theme/Pieces.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QLocale>

namespace vertescore {
namespace {

constexpr const char* kNotice = "{\"notice\":\"For research use only. Not for diagnosis.\"}\n";

QString namesOf(const std::set<std::string>& names) {
    QStringList all;
    for (const std::string& name : names)
        all << QString::fromStdString(name);
    return all.isEmpty()
               ? QString(QChar(0x2013))
               : QStringLiteral("%1: %2").arg(QLocale().toString(all.size()), all.join(QStringLiteral(", ")));
}

QString numberOf(std::size_t number) {
    return QLocale().toString(static_cast<qulonglong>(number));
}

} // namespace

DeidentifyReportCard::DeidentifyReportCard(QWidget* parent)
    : QWidget(parent), m_headline(makeWrappedLabel({}, "title")), m_advice(makeWrappedLabel({}, "muted")),
      m_facts(new QGridLayout), m_save(makeButton(tr("Save the report…"))),
      m_more(makeButton(tr("More scans"))) {
    QFrame* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(20, kWideSpace, 20, 18);
    column->setSpacing(12);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpace);
    buttons->addWidget(m_save);
    buttons->addWidget(m_more);
    buttons->addStretch(1);
    column->addWidget(m_headline);
    column->addWidget(m_advice);
    column->addLayout(m_facts);
    column->addLayout(buttons);
    column->addWidget(makeWrappedLabel(tr("The report names the original files and no value that stood in "
                                          "them; keep it away from the copies."),
                                       "small"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(card);
    connect(m_more, &QPushButton::clicked, this, &DeidentifyReportCard::moreRequested);
    connect(m_save, &QPushButton::clicked, this, &DeidentifyReportCard::save);
}

void DeidentifyReportCard::begin() {
    m_summary = {};
    m_lines.clear();
}

void DeidentifyReportCard::add(const QString& name, const DeidentificationRecord& record) {
    vertescore::add(m_summary, record);
    m_lines += recordToJson(toPath(name), record) + "\n";
}

void DeidentifyReportCard::showResult(const std::filesystem::path& out, int failed, bool isStopped,
                                      bool hasSecret) {
    const auto files = static_cast<int>(m_summary.files);
    QString headline = tr("%n copies written", nullptr, files);
    if (failed > 0) headline += tr(", %n failed", nullptr, failed);
    m_headline->setText(isStopped ? tr("Stopped: %1").arg(headline) : headline);
    setTone(*m_headline, failed > 0 || isStopped ? "bad" : "good");
    QStringList advice;
    if (m_summary.blankedFiles > 0) advice << tr("Look at the copies once more before they leave.");
    if (!hasSecret && files > 0)
        advice << tr(
            "There was no file with a secret: no later run will give the same pseudonyms, UIDs and dates.");
    m_advice->setText(advice.join(QLatin1Char(' ')));
    m_advice->setVisible(!advice.isEmpty());
    fillFacts(*m_facts, {{tr("Folder"), toQString(out)},
                         {tr("Attributes removed"), namesOf(m_summary.removed)},
                         {tr("Attributes emptied"), namesOf(m_summary.emptied)},
                         {tr("Attributes replaced"), namesOf(m_summary.replaced)},
                         {tr("Private elements dropped"), numberOf(m_summary.privateElements)},
                         {tr("UIDs replaced"), numberOf(m_summary.uidsReplaced)},
                         {tr("Dates moved"), numberOf(m_summary.datesShifted)},
                         {tr("Notes within compressed pixels"), numberOf(m_summary.notesBlanked)},
                         {tr("Copies with black places"), numberOf(m_summary.blankedFiles)}});
    m_save->setEnabled(files > 0);
    (files > 0 ? m_save : m_more)->setFocus();
}

Status DeidentifyReportCard::write(const std::filesystem::path& path) const {
    return writeFileAtomically(path, kNotice + m_lines);
}

void DeidentifyReportCard::save() {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the report"), QStringLiteral("deidentification.jsonl"),
                                     tr("JSON Lines (*.jsonl);;All files (*)"));
    if (path.isEmpty()) return;
    if (const Status written = write(toPath(path)); !written) return void(Q_EMIT refused(written.error()));
    Q_EMIT noted(tr("Saved: %1").arg(path));
}

} // namespace vertescore
