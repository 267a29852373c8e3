// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/deidentify/files/DeidentificationReport.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace vertescore {

/// What was done to the copies: what was removed, emptied and replaced, and a file of it. GUI thread.
class DeidentifyReportCard : public QWidget {
    Q_OBJECT
public:
    explicit DeidentifyReportCard(QWidget* parent = nullptr);
    void begin();
    void add(const QString& name, const DeidentificationRecord& record);
    /// failed: files without a copy.
    void showResult(const std::filesystem::path& out, int failed, bool isStopped, bool hasSecret);
    /// What was done to each file, one line of JSON each, after a line that says what the file is for.
    Status write(const std::filesystem::path& path) const;

Q_SIGNALS:
    void moreRequested(); ///< another run
    void refused(const vertescore::Error& error);
    void noted(const QString& text);

private:
    void save();

    DeidentificationSummary m_summary;
    std::string m_lines;
    QLabel* m_headline;
    QLabel* m_advice;
    QGridLayout* m_facts;
    QPushButton* m_save;
    QPushButton* m_more;
};

} // namespace vertescore
