// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "ui/models/ProgressModel.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace vertescore {

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
    void refused(const vertescore::Error& error);
    void noted(const QString& text);

private:
    QWidget* makeHead();
    QWidget* makeProgress();
    QWidget* makeFacts();
    QWidget* makePeople();
    QWidget* makeDisagreements();
    void refreshFacts();
    void refreshPeople();
    void addPerson();
    void verify();
    void exportRatings();

    Workspace& m_workspace;
    ProgressModel m_progress;
    DisagreementModel m_disagreements;
    QLabel* m_name = nullptr;
    QLabel* m_badge = nullptr;
    QLabel* m_path = nullptr;
    QGridLayout* m_facts = nullptr;
    QGridLayout* m_people = nullptr;
    QLabel* m_coordinatorOnly = nullptr;
    QWidget* m_coordinatorPart = nullptr;
    QLabel* m_noDisagreements = nullptr;
    QTableView* m_disagreementTable = nullptr;
    QTableView* m_progressTable = nullptr;
    QPushButton* m_addFiles = nullptr;
    QPushButton* m_addFolder = nullptr;
    QLineEdit* m_newName = nullptr;
    QLineEdit* m_newPassword = nullptr;
    QCheckBox* m_newIsReader = nullptr;
    QCheckBox* m_newIsAnnotator = nullptr;
    QCheckBox* m_newIsCoordinator = nullptr;
};

} // namespace vertescore
