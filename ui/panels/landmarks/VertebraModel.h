// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/landmarks/Landmarks.h"

#include <QAbstractListModel>
#include <QPointer>

namespace vertescore {

class ScanDocument;

/// The six vertebrae of a document, top to bottom. Shows; changes nothing. GUI thread.
class VertebraModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        ConfidenceRole =
            Qt::UserRole, ///< double 0...1; invalid when the network says nothing of this vertebra
        StatesRole,       ///< QList<int>: PointState of each corner, by indexOf(Corner)
        FrontRole,        ///< int: +1 when the patient's front is at the right, else -1
        SummaryRole,      ///< QString: where its points come from
        ProblemRole,      ///< QString: what cannot be right; empty when nothing
    };

    explicit VertebraModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void setDocument(ScanDocument* document); ///< not owned
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void refresh();
    QPointer<ScanDocument> m_document;
};

/// Where the points of one vertebra come from, in a few words: "confirmed", "1 corner missing, 3 by the
/// network".
QString sayStates(const VertebraLandmarks& vertebra);

} // namespace vertescore
