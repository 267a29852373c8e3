// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/NodeList.h"
#include "ui/shell/jobs/exchange/ArchiveJob.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace vertescore {

class TlsForm;

/// The archives that the program knows: enter, change, remove, and ask each whether it answers (echo). What
/// is entered is saved when a node makes sense; until then the page says what does not. GUI thread.
class NodesPage : public QWidget {
    Q_OBJECT
public:
    explicit NodesPage(std::filesystem::path file, QWidget* parent = nullptr); ///< file of nodes
    void begin();                                                              ///< reads it anew

Q_SIGNALS:
    void closed();
    void refused(const vertescore::Error& error);

private:
    QWidget* makeList();
    QWidget* makeForm();
    QLineEdit* addText(QFormLayout& form, const QString& title);
    QSpinBox* addNumber(QFormLayout& form, const QString& title, int from, int to);
    void showNode(int row);
    void addNode();
    void removeNode();
    void change(); ///< the form was edited
    pacs::PacsNode entered() const;
    void save();
    void echo();
    void answer(const QString& text, const char* role);
    void refresh();

    std::filesystem::path m_file;
    std::vector<pacs::PacsNode> m_nodes;
    bool m_isShowing = false; ///< the form follows the list, not the other way round
    QListWidget* m_list = nullptr;
    QWidget* m_form = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_aeTitle = nullptr;
    QLineEdit* m_host = nullptr;
    QSpinBox* m_port = nullptr;
    QLineEdit* m_ownAeTitle = nullptr;
    QSpinBox* m_ownPort = nullptr;
    QSpinBox* m_seconds = nullptr;
    TlsForm* m_tls = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_echo = nullptr;
    QPushButton* m_stop = nullptr;
    QLabel* m_answer = nullptr;
    ArchiveJob m_job;
};

} // namespace vertescore
