// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <filesystem>

class QPlainTextEdit;

namespace vertescore {

/// What the program wrote down about itself, newest last; to be read and sent on. It holds no patient's name.
/// GUI thread.
class LogPage : public QWidget {
    Q_OBJECT
public:
    /// logFile: may be empty, when nothing could be written.
    explicit LogPage(std::filesystem::path logFile, QWidget* parent = nullptr);
    void begin(); ///< reads the file anew

Q_SIGNALS:
    void closed();
    void noted(const QString& text);

private:
    std::filesystem::path m_logFile;
    QPlainTextEdit* m_text;
};

} // namespace vertescore
