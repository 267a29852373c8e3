// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/RecentPlaces.h"
#include "ui/shell/session/DeskSession.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace vertescore {

class Actions;

/// The first page: what the program is for, in a minute; and who sits down at the study. GUI thread.
class SignInPage : public QWidget {
    Q_OBJECT
public:
    explicit SignInPage(Actions& actions, QWidget* parent = nullptr);

    void setStudy(const StudyStore* store); ///< not owned, read at once; nothing: no study is open
    void setRecent(const RecentPlaces& places);
    void showPreparing(double share);      ///< the demo study is being made, 0...1
    void showProblem(const QString& text); ///< under the password
    void setChecking(bool checking);       ///< the password is being checked: nothing else can be started
    /// What the form says now; nothing while nobody is chosen.
    std::optional<DeskSignIn> chosen() const;

Q_SIGNALS:
    void signInRequested(const vertescore::DeskSignIn& signIn);
    void studyRequested(const QString& path);
    void scansRequested(const QStringList& paths);
    void demoRequested();

protected:
    void resizeEvent(QResizeEvent* event) override; ///< a narrow page leaves out the story

private:
    QWidget* makeStory();
    QWidget* makeForm();
    QWidget* makeWays(Actions& actions);
    void addPerson(const Person& person);
    void choosePerson();
    const Person* chosenPerson() const;

    std::vector<Person> m_people;
    StudySettings m_settings;
    std::vector<ReadingPass> m_passes; ///< every arm in every session
    QWidget* m_story = nullptr;
    QLabel* m_study = nullptr;
    QLabel* m_synthetic = nullptr;
    QLabel* m_question = nullptr;
    QVBoxLayout* m_list = nullptr;
    QButtonGroup* m_persons = nullptr;
    QWidget* m_details = nullptr;
    QComboBox* m_task = nullptr;
    QLabel* m_passwordLabel = nullptr;
    QLineEdit* m_password = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_start = nullptr;
    QWidget* m_preparing = nullptr;
    QProgressBar* m_preparingBar = nullptr;
    QVBoxLayout* m_recent = nullptr;
    QLabel* m_recentTitle = nullptr;
};

} // namespace vertescore
