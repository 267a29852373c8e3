// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Study.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;

namespace vertescore {

/// The ways in which every scan of a new study is read, in the order in which readers are offered them: name,
/// what is drawn, and whether it is practice. GUI thread.
class ArmsEditor : public QWidget {
    Q_OBJECT
public:
    explicit ArmsEditor(QWidget* parent = nullptr);

    std::vector<Arm> arms() const;
    void setArms(const std::vector<Arm>& arms);
    QString problem() const; ///< why a study cannot have these; empty when it can

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QLineEdit* name;
        QComboBox* guides;
        QCheckBox* isTraining;
    };

    void addRow(const Arm& arm, std::size_t count);
    void addHeader();
    void addAnother();
    void removeRow(std::size_t row);
    void moveUp(std::size_t row);

    QGridLayout* m_grid;
    std::vector<Row> m_rows;
};

} // namespace vertescore
