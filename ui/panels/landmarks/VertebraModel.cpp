// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/landmarks/VertebraModel.h"

#include "ui/documents/SayLandmarks.h"
#include "ui/documents/ScanDocument.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace vertescore {
namespace {

QString problemsOf(const ScanDocument& document, Level level) {
    QStringList words;
    for (const LandmarkProblem& problem : document.problems())
        if (problem.level == level) words << say(problem);
    return words.join(QStringLiteral(", "));
}

QVariant statesOf(const VertebraLandmarks& vertebra) {
    QList<int> states;
    for (const Landmark& point : vertebra.corners)
        states << static_cast<int>(point.state);
    return QVariant::fromValue(states);
}

QString accessibleText(const ScanDocument& document, Level level) {
    const VertebraLandmarks& vertebra = document.landmarks().at(level);
    QStringList parts{say(level), sayStates(vertebra)};
    if (vertebra.confidence)
        parts << VertebraModel::tr("confidence %1 percent")
                     .arg(QLocale().toString(*vertebra.confidence * 100, 'f', 0));
    const QString problems = problemsOf(document, level);
    if (!problems.isEmpty()) parts << problems;
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString sayStates(const VertebraLandmarks& vertebra) {
    QStringList parts;
    for (const PointState state : {PointState::Unset, PointState::NotVisible, PointState::Predicted,
                                   PointState::Edited, PointState::Confirmed}) {
        const auto count = std::count_if(vertebra.corners.begin(), vertebra.corners.end(),
                                         [state](const Landmark& point) { return point.state == state; });
        if (count == 0) continue;
        if (count == static_cast<std::ptrdiff_t>(kCornerCount)) {
            const QString missing = say(vertebra.missing);
            return state == PointState::Unset && !missing.isEmpty()
                       ? VertebraModel::tr("not placed: %1").arg(missing)
                       : say(state);
        }
        parts << VertebraModel::tr("%1 %2", "a count of corners, what they are").arg(count).arg(say(state));
    }
    return parts.join(QStringLiteral(", "));
}

void VertebraModel::setDocument(ScanDocument* document) {
    beginResetModel();
    if (m_document) m_document->disconnect(this);
    m_document = document;
    if (document) {
        connect(document, &ScanDocument::landmarksChanged, this, &VertebraModel::refresh);
        connect(document, &QObject::destroyed, this, [this] { setDocument(nullptr); });
    }
    endResetModel();
}

void VertebraModel::refresh() {
    // A vertebra's problem may come from its neighbour: all rows are shown anew, there are six.
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int VertebraModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_document ? 0 : static_cast<int>(kLevelCount);
}

QVariant VertebraModel::data(const QModelIndex& index, int role) const {
    if (!m_document || !index.isValid()) return {};
    const Level level = kLevels[static_cast<std::size_t>(index.row())];
    const VertebraLandmarks& vertebra = m_document->landmarks().at(level);
    switch (role) {
    case Qt::DisplayRole:
        return say(level);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return accessibleText(*m_document, level);
    case ConfidenceRole:
        return vertebra.confidence ? QVariant(*vertebra.confidence) : QVariant();
    case StatesRole:
        return statesOf(vertebra);
    case FrontRole:
        return m_document->landmarks().anterior == AnteriorSide::Right ? 1 : -1;
    case SummaryRole:
        return sayStates(vertebra);
    case ProblemRole:
        return problemsOf(*m_document, level);
    default:
        return {};
    }
}

} // namespace vertescore
