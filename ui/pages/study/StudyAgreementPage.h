// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "ui/models/AgreementModel.h"
#include "ui/report/agreement/AgreementPdf.h"
#include "ui/shell/jobs/AgreementJob.h"
#include "ui/theme/Colours.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace vertescore {

class AgreementPanel;
class AppendixCard;
class CasesCard;
class Workspace;

/// How well two readers agree, for the coordinator: choose the arm and the readers, look, export. GUI thread.
class StudyAgreementPage : public QWidget {
    Q_OBJECT
public:
    explicit StudyAgreementPage(Workspace& workspace,
                                QWidget* parent = nullptr); ///< workspace outlives the page
    void refresh(); ///< reads the ratings and computes in the background
    void setColours(const Colours& colours);
    const AgreementModel& model() const { return m_model; }
    bool hasReport() const; ///< with two readers in it
    void copyReport();      ///< the page of the chosen readers as a picture, its table as text
    void savePdf();
    void saveScripts(); ///< a folder in which others recompute the numbers
    bool print();       ///< false when the user chose not to

Q_SIGNALS:
    void shown(); ///< a report is on the page
    void refused(const vertescore::Error& error);
    void noted(const QString& text);

private:
    QWidget* makeHead();
    QWidget* makeExports();
    std::string condition() const; ///< that is chosen
    static AgreementPdfOptions today();
    void showReport(const std::shared_ptr<const AgreementReport>& report);
    void fillReaders();
    void showPair();
    void showCases(int row, int first, int second);
    void tell(const Status& status, const QString& path);
    void save(const QString& title, const QString& name, const QString& filter, const std::string& content);

    Workspace& m_workspace;
    AgreementJob m_job;
    AgreementModel m_model;
    std::shared_ptr<const AgreementReport> m_report; // shared with the job that made it
    QLabel* m_badge = nullptr;
    QComboBox* m_condition = nullptr;
    QComboBox* m_first = nullptr;
    QComboBox* m_second = nullptr;
    QLabel* m_state = nullptr;
    QWidget* m_exports = nullptr;
    AgreementPanel* m_panel = nullptr;
    CasesCard* m_cases = nullptr;
    AppendixCard* m_appendix = nullptr;
    RatingTable m_table; ///< what the report is made of
};

} // namespace vertescore
