// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/ScanDocument.h"
#include "ui/panels/landmarks/CornerChooser.h"
#include "ui/panels/landmarks/LandmarkPanel.h"
#include "ui/panels/landmarks/NetworkCard.h"
#include "ui/panels/landmarks/VertebraModel.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

namespace vertescore {

/// What LandmarkPanel keeps; shared by its two source files.
struct LandmarkPanel::State {
    QPointer<ScanDocument> document;
    std::optional<PointAddress> selected;
    int askedShift = 0; ///< the shift that the question is about

    QList<QAction*> commands;
    QAction* confirmVertebra = nullptr;
    QAction* confirmAll = nullptr;
    QAction* shiftUp = nullptr;
    QAction* shiftDown = nullptr;
    QAction* place = nullptr;
    QAction* lock = nullptr;
    QAction* notVisible = nullptr;
    QAction* restorePoint = nullptr;
    QAction* clearPoint = nullptr;
    QAction* restoreVertebra = nullptr;
    QAction* clearVertebra = nullptr;
    QAction* clearAll = nullptr;
    QAction* otherSide = nullptr;

    NetworkCard* network = nullptr;
    VertebraModel* model = nullptr;
    QListView* list = nullptr;
    QLabel* progress = nullptr;
    CornerChooser* corners = nullptr;
    QLabel* point = nullptr;
    QLabel* pointState = nullptr;
    QWidget* question = nullptr;
    QPushButton* placeButton = nullptr;
    QPushButton* confirmAllButton = nullptr;
    QToolButton* left = nullptr;
    QToolButton* right = nullptr;

    std::optional<Level> level() const {
        const QModelIndex current = list->currentIndex();
        if (!current.isValid()) return std::nullopt;
        return kLevels[static_cast<std::size_t>(current.row())];
    }
    const Landmark* landmark() const {
        return document && selected ? &document->landmarks().at(selected->level).at(selected->corner)
                                    : nullptr;
    }
};

} // namespace vertescore
