// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/PacsNode.h"

#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLineEdit;

namespace vertescore {

/// Whether a connection is secure, and the files for that, which show only then. GUI thread.
class TlsForm : public QWidget {
    Q_OBJECT
public:
    enum class Side { Caller, Receiver }; ///< a caller can ask that the certificate names the host

    explicit TlsForm(Side side, QWidget* parent = nullptr);
    void setTls(const pacs::Tls& tls); ///< edited() does not follow
    pacs::Tls tls() const;

Q_SIGNALS:
    void edited();

private:
    QLineEdit* addFile(QFormLayout& form, const QString& title);

    QCheckBox* m_isOn = nullptr;
    QLineEdit* m_ca = nullptr;
    QLineEdit* m_certificate = nullptr;
    QLineEdit* m_key = nullptr;
    QCheckBox* m_checksHost = nullptr;
};

} // namespace vertescore
