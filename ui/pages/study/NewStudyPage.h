// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StudyStore.h"
#include "ui/shell/jobs/Background.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace vertescore {

/// A simple form for a new study. GUI thread.
class NewStudyPage : public QWidget {
    Q_OBJECT
public:
    explicit NewStudyPage(QWidget* parent = nullptr);
    void begin(); ///< an empty form; the name takes the focus

    StudySettings settings() const;        ///< as the form says now
    std::vector<NewPerson> people() const; ///< the coordinator first, then the readers

Q_SIGNALS:
    void created(const QString& path);
    void cancelled();

private:
    void create();
    void suggestFile();
    void offerWashout();
    void showProblem(const QString& text);

    QLineEdit* m_name;
    QLineEdit* m_file;
    QComboBox* m_convention;
    QCheckBox* m_withGuides;
    QCheckBox* m_withoutGuides;
    QCheckBox* m_shuffled;
    QSpinBox* m_washout;
    QLineEdit* m_coordinator;
    QLineEdit* m_password;
    QPlainTextEdit* m_readers;
    QLabel* m_problem;
    QPushButton* m_make = nullptr;
    bool m_fileChosen = false;
    Background m_background;
};

} // namespace vertescore
