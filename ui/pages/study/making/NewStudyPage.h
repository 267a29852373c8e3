// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/jobs/StudyMaker.h"

#include <QWidget>

class QCheckBox;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace vertescore {

class ArmsEditor;
class FormField;
class PeopleEditor;

/// The form for a new study: its name, how scans are read, the rules, who takes part, and, where they are at
/// hand, the scans. GUI thread.
class NewStudyPage : public QWidget {
    Q_OBJECT
public:
    explicit NewStudyPage(QWidget* parent = nullptr);
    void begin(); ///< an empty form with the usual rules; the name takes the focus

    StudyPlan plan() const;                  ///< as the form says now
    void addScans(const QStringList& paths); ///< files and folders that the study begins with

Q_SIGNALS:
    void created(const vertescore::MadeStudy& study);
    void cancelled();

private:
    QWidget* makeBeginning();
    QWidget* makeReading();
    QWidget* makeRules();
    QWidget* makePeople();
    QWidget* makeScans();
    QWidget* makeEnd();
    FormField* makeField(const QString& title, QWidget* field, const QString& explanation = {});
    void chooseFile();
    void suggestFile();
    void offerRules();
    void refreshScans();
    void create();
    bool check(); ///< says at each field what is wrong with it
    QString fileProblem() const;
    QString scansProblem() const;
    void showRunning(bool isRunning);

    StudyMaker m_maker;
    QStringList m_scans;
    bool m_fileChosen = false;
    bool m_washoutChosen = false;
    bool m_isChecked = false; ///< from then on problems come and go while typing

    QLineEdit* m_name;
    QLineEdit* m_file;
    ArmsEditor* m_arms;
    QComboBox* m_order;
    QSpinBox* m_seed;
    QSpinBox* m_sessions;
    QSpinBox* m_washout;
    QComboBox* m_convention;
    QCheckBox* m_aac8;
    QSpinBox* m_moderate;
    QSpinBox* m_high;
    PeopleEditor* m_people;
    QLabel* m_scanCount;
    QPushButton* m_noScans;
    QSpinBox* m_repeats;
    FormField* m_nameField = nullptr;
    FormField* m_fileField = nullptr;
    FormField* m_armsField = nullptr;
    FormField* m_boundsField = nullptr;
    FormField* m_peopleField = nullptr;
    FormField* m_repeatsField = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_make = nullptr;
    QWidget* m_form = nullptr;
    QWidget* m_running = nullptr;
    QLabel* m_runningText = nullptr;
    QProgressBar* m_bar = nullptr;
};

} // namespace vertescore
