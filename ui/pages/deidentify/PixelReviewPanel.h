// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/deidentify/ReviewModel.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableView;

namespace vertescore {

class DeidentifyJob;
class ElidedLabel;
class PlacesView;

/// The files that were looked at, and the picture of the chosen one with the places that become black in its
/// copy: they can be moved, removed and drawn, by mouse or by numbers, before the person confirms. GUI
/// thread.
class PixelReviewPanel : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the panel.
    PixelReviewPanel(ReviewModel& model, DeidentifyJob& job, QWidget* parent = nullptr);
    void begin();   ///< nothing is chosen
    void refresh(); ///< what the buttons may do

private:
    QWidget* makeList();
    QWidget* makePicture();
    QWidget* makeNumbers();
    QWidget* makePlaceButtons();
    QWidget* makeButtons();
    void showRow(int row);
    void showFrame();
    void takePicture(const DisplayImage& picture);
    void showChosen();
    void takeNumbers();
    void decide(ReviewState state); ///< and goes to the next that is open
    QString hintOf(const ReviewRow& row) const;
    ReviewRow const* current() const;

    ReviewModel& m_model;
    DeidentifyJob& m_job;
    int m_row = -1;
    bool m_isShowing = false; ///< the numbers follow the picture, not the other way round
    QTableView* m_table = nullptr;
    QPushButton* m_confirmAll = nullptr;
    ElidedLabel* m_name = nullptr;
    QLabel* m_hint = nullptr;
    PlacesView* m_view = nullptr;
    QWidget* m_frames = nullptr;
    QSpinBox* m_frame = nullptr;
    std::array<QSpinBox*, 4> m_numbers{}; ///< x, y, width, height
    QPushButton* m_add = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_restore = nullptr;
    QCheckBox* m_showsCopy = nullptr;
    QPushButton* m_confirm = nullptr;
    QPushButton* m_leaveOut = nullptr;
};

} // namespace vertescore
