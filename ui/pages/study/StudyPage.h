// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "ui/models/ProgressModel.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace vertescore {

class ExceptionsCard;
class PeopleCard;
class RepeatsCard;
class TrainingCard;
class Workspace;

/// What the study is, who reads in it and how far they are; the coordinator adds scans and people here. GUI
/// thread.
class StudyPage : public QWidget {
    Q_OBJECT
public:
    explicit StudyPage(Workspace& workspace, QWidget* parent = nullptr); ///< workspace outlives the page
    void refresh();

Q_SIGNALS:
    void addScansRequested(bool folder);
    void agreementRequested();
    void adjudicationRequested();
    void truthRequested();
    void mergeRequested();
    void warned(const QString& text);
    void refused(const vertescore::Error& error);
    void noted(const QString& text);

private:
    QWidget* makeHead();
    QWidget* makeProgress();
    QWidget* makeNext();
    QWidget* makeFacts();
    QWidget* makeDisagreements();
    QWidget* makeCopies();
    void refreshFacts();
    void refreshDisagreements();
    void refreshNext();
    void verify();
    void exportRatings();

    Workspace& m_workspace;
    ProgressModel m_progress;
    QLabel* m_name = nullptr;
    QLabel* m_badge = nullptr;
    QLabel* m_path = nullptr;
    QLabel* m_next = nullptr;
    QPushButton* m_check = nullptr;
    PeopleCard* m_people = nullptr;
    QGridLayout* m_facts = nullptr;
    QLabel* m_coordinatorOnly = nullptr;
    QWidget* m_coordinatorPart = nullptr;
    QLabel* m_disagreements = nullptr;
    QPushButton* m_toAdjudication = nullptr;
    TrainingCard* m_training = nullptr;
    ExceptionsCard* m_exceptions = nullptr;
    RepeatsCard* m_repeats = nullptr;
    QPushButton* m_toMerge = nullptr;
    QTableView* m_progressTable = nullptr;
    QPushButton* m_addFiles = nullptr;
    QPushButton* m_addFolder = nullptr;
    QPushButton* m_toAgreement = nullptr;
};

} // namespace vertescore
