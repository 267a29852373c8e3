// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/deidentify/DeidentifyForm.h"
#include "ui/pages/deidentify/ReviewModel.h"
#include "ui/shell/jobs/exchange/DeidentifyJob.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace vertescore {

class DeidentifyReportCard;
class PixelReviewPanel;
class ProgressRow;
class Workspace;

/// Scans leave without identity, in three steps: what and how; the pictures, looked at and confirmed one by
/// one or, without findings, together; what was done. Nothing is written before the second is confirmed.
/// GUI thread.
class DeidentifyPage : public QWidget {
    Q_OBJECT
public:
    explicit DeidentifyPage(Workspace& workspace, QWidget* parent = nullptr); ///< workspace outlives it
    void begin(); ///< goes on where somebody left it
    void addScans(const QStringList& paths);
    DeidentifyForm& form() { return *m_form; }

Q_SIGNALS:
    void closed();
    void scansRequested(bool folder);
    void refused(const vertescore::Error& error);
    void noted(const QString& text);

private:
    QWidget* makeReview();
    QWidget* makeReport();
    void connectJob();
    void look();
    void write();
    void finish(bool isStopped);
    void takeFailure(const Error& error);
    void startAnew();
    void refresh();

    ReviewModel m_model;
    DeidentifyJob m_job;
    DeidentifyOrder m_order;
    bool m_isWriting = false;
    bool m_isCutShort = false; ///< somebody stopped the search
    QStackedWidget* m_steps;
    DeidentifyForm* m_form;
    PixelReviewPanel* m_review = nullptr;
    ProgressRow* m_progress = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_write = nullptr;
    QLabel* m_summary = nullptr;
    DeidentifyReportCard* m_report = nullptr;
    QTableView* m_table = nullptr;
};

} // namespace vertescore
