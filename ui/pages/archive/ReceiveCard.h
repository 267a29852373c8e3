// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/jobs/exchange/Receiving.h"

#include <QDateTime>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QSpinBox;

namespace vertescore {

class TlsForm;

/// A switch that lets nodes send objects here, what came of that, and a button that opens it. Title, port,
/// folder, who may send and the files of TLS are kept in the settings. GUI thread.
class ReceiveCard : public QWidget {
    Q_OBJECT
public:
    /// folder: where objects go unless somebody chose another one. settings outlive the card.
    ReceiveCard(QSettings& settings, const std::filesystem::path& folder, QWidget* parent = nullptr);
    void stop();
    void forget(); ///< what came: it is not for whoever comes next. It goes on listening.
    int port() const { return m_receiving.port(); } ///< 0: not listening

Q_SIGNALS:
    void openRequested(const QStringList& files);

private:
    QWidget* makeSwitch();
    QWidget* makeForm();
    void readSettings(const std::filesystem::path& folder);
    void keepSettings();
    void toggle(bool on);
    void take(const pacs::StoredObject& object);
    void noteRefused(const Error& error);
    pacs::ReceiverOptions options() const;
    void refresh();

    QSettings& m_settings;
    QCheckBox* m_switch = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_change = nullptr;
    QLabel* m_problem = nullptr;
    QWidget* m_form = nullptr;
    QLineEdit* m_aeTitle = nullptr;
    QSpinBox* m_port = nullptr;
    QLineEdit* m_folder = nullptr;
    QLineEdit* m_callers = nullptr;
    TlsForm* m_tls = nullptr;
    QStringList m_files; ///< that came and were not opened from here
    int m_count = 0;
    int m_refusals = 0;
    QString m_sender; ///< of the last one
    QDateTime m_last;
    Receiving m_receiving; ///< the first to go: it tells the others
};

} // namespace vertescore
