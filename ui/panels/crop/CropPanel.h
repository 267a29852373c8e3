// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace vertescore {

class ScanDocument;

/// The second step: how much of the aorta's region lies outside the field, live with factor and landmarks.
/// GUI thread.
class CropPanel : public QWidget {
    Q_OBJECT

public:
    explicit CropPanel(QWidget* parent = nullptr);
    ~CropPanel() override;

    void setDocument(ScanDocument* document); ///< not owned
    void setMaskShown(bool shown);

Q_SIGNALS:
    void maskShownChanged(bool shown);

private:
    struct State;
    QWidget* makeFactorRow();
    QWidget* makeVerdictCard();
    QWidget* makeFigures();
    void refresh();
    void showMissing();
    std::unique_ptr<State> m_state;
};

} // namespace vertescore
