// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/deidentify/profile/ProfileOptions.h"

#include <QWidget>

#include <filesystem>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace vertescore {

class FormField;

/// What is to be copied without identity, to where, and how.
struct DeidentifyOrder {
    std::vector<std::filesystem::path> in;
    std::filesystem::path out;
    std::filesystem::path secret; ///< empty: of this run alone
    ProfileOptions profile;
};

/// Asks for a DeidentifyOrder. GUI thread.
class DeidentifyForm : public QWidget {
    Q_OBJECT
public:
    explicit DeidentifyForm(QWidget* parent = nullptr);
    void begin(); ///< takes the focus
    void addScans(const QStringList& paths);
    void clearScans();
    DeidentifyOrder order() const;
    void showProblem(const QString& text);

Q_SIGNALS:
    void scansRequested(bool folder);
    void lookRequested(); ///< the order is whole

private:
    QWidget* makePlaces();
    QWidget* makeOptions();
    void chooseOut();
    void chooseSecret();
    void ask();
    void refresh();

    QStringList m_in;
    QLabel* m_chosen = nullptr;
    QPushButton* m_files = nullptr;
    QPushButton* m_noScans = nullptr;
    QLineEdit* m_out = nullptr;
    QLineEdit* m_secret = nullptr;
    FormField* m_secretField = nullptr;
    QComboBox* m_dates = nullptr;
    QCheckBox* m_uids = nullptr;
    QCheckBox* m_device = nullptr;
    QCheckBox* m_institution = nullptr;
    QCheckBox* m_characteristics = nullptr;
    QCheckBox* m_descriptors = nullptr;
    QPushButton* m_look = nullptr;
    QLabel* m_problem = nullptr;
};

} // namespace vertescore
