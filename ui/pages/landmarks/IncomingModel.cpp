// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/landmarks/IncomingModel.h"

#include "ui/documents/LandmarkEdits.h"
#include "ui/shell/Say.h"

#include <algorithm>
#include <map>

namespace vertescore {
namespace {

int placesIn(const Landmarks& landmarks) {
    int places = 0;
    for (const VertebraLandmarks& vertebra : landmarks.vertebrae)
        for (const Landmark& corner : vertebra.corners)
            places += corner.state != PointState::Unset;
    return places;
}

} // namespace

OfferedLandmarks offerOf(IncomingLandmarks incoming, const Landmarks& present) {
    OfferedLandmarks offer{std::move(incoming), present, 0, 0};
    const LandmarkContent before{present, {}, false};
    const Landmarks after = withImported(before, offer.incoming.landmarks).landmarks;
    for (const Level level : kLevels)
        for (const Corner corner : kCorners) {
            const bool isPersons = isFromPerson(before, {level, corner});
            offer.kept += isPersons;
            offer.fresh += !isPersons && after.at(level).at(corner) != present.at(level).at(corner);
        }
    return offer;
}

void IncomingModel::setRows(std::vector<OfferedLandmarks> offers, std::vector<Error> refused) {
    beginResetModel();
    m_offers.clear();
    std::map<ScanId, std::vector<std::size_t>> ofScan;
    for (OfferedLandmarks& offer : offers) {
        auto& rows = ofScan[offer.incoming.scan.id];
        const bool isTaken =
            std::any_of(rows.begin(), rows.end(), [this](std::size_t row) { return m_offers[row].isWanted; });
        rows.push_back(m_offers.size());
        const bool isWanted = !isTaken && offer.fresh > 0;
        m_offers.push_back({std::move(offer), isWanted, false});
    }
    for (const auto& [scan, rows] : ofScan)
        for (const std::size_t row : rows)
            m_offers[row].isOneOfSeveral = rows.size() > 1;
    m_refused = std::move(refused);
    endResetModel();
}

std::vector<IncomingLandmarks> IncomingModel::wanted() const {
    std::vector<IncomingLandmarks> scans;
    for (const Row& row : m_offers)
        if (row.isWanted && row.offer.fresh > 0) scans.push_back(row.offer.incoming);
    return scans;
}

QString IncomingModel::outcomeOf(const Row& row) const {
    const OfferedLandmarks& offer = row.offer;
    QStringList words;
    if (offer.fresh == 0)
        words << (offer.kept > 0 ? tr("Nothing comes in: what a person set stays.")
                                 : tr("Nothing comes in: the same is there already."));
    else
        words << tr("%n of the points come in.", nullptr, offer.fresh);
    if (offer.fresh > 0 && offer.kept > 0) words << tr("%n that a person set stay.", nullptr, offer.kept);
    if (offer.incoming.isRounded) words << tr("The source holds whole pixels only; the points will say so.");
    if (row.isOneOfSeveral) words << tr("Several files are for this scan: one can be taken.");
    return words.join(QLatin1Char(' '));
}

QString IncomingModel::textOf(int row, int column) const {
    if (!isOffer(row)) {
        const Error& error = m_refused[static_cast<std::size_t>(row) - m_offers.size()];
        if (column == ScanColumn) return {};
        if (column == FileColumn) return error.path ? toQString(error.path->filename()) : QString();
        if (error.code == ErrorCode::InvalidArgument)
            return tr("Refused: it fits no scan of the study, or more than one.");
        if (error.code == ErrorCode::UnsupportedFormat) return tr("Refused: not of the chosen format.");
        if (error.code == ErrorCode::LandmarksMalformed && !error.detail.empty())
            return tr("Refused: %1").arg(QString::fromStdString(error.detail));
        return tr("Refused: %1").arg(say(Error{error.code, error.detail, std::nullopt}));
    }
    const Row& own = m_offers[static_cast<std::size_t>(row)];
    const OfferedLandmarks& offer = own.offer;
    switch (column) {
    case ScanColumn:
        return QString::fromStdString(offer.incoming.fileName.empty() ? offer.incoming.scan.code
                                                                      : offer.incoming.fileName);
    case FileColumn:
        return tr("%1, %n points", nullptr, placesIn(offer.incoming.landmarks))
            .arg(toQString(offer.incoming.file.filename()));
    default:
        return outcomeOf(own);
    }
}

int IncomingModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_offers.size() + m_refused.size());
}

int IncomingModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : OutcomeColumn + 1;
}

QVariant IncomingModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return textOf(index.row(), index.column());
    if (role == Qt::CheckStateRole && index.column() == ScanColumn && isOffer(index.row()) &&
        m_offers[static_cast<std::size_t>(index.row())].offer.fresh > 0)
        return m_offers[static_cast<std::size_t>(index.row())].isWanted ? Qt::Checked : Qt::Unchecked;
    return {};
}

bool IncomingModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable)) return false;
    Row& ticked = m_offers[static_cast<std::size_t>(index.row())];
    ticked.isWanted = value.toInt() == Qt::Checked;
    if (ticked.isWanted && ticked.isOneOfSeveral)
        for (Row& other : m_offers)
            if (&other != &ticked && other.offer.incoming.scan.id == ticked.offer.incoming.scan.id)
                other.isWanted = false;
    Q_EMIT dataChanged(this->index(0, ScanColumn), this->index(rowCount() - 1, ScanColumn),
                       {Qt::CheckStateRole});
    return true;
}

Qt::ItemFlags IncomingModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    const bool mayCome = index.isValid() && index.column() == ScanColumn && isOffer(index.row()) &&
                         m_offers[static_cast<std::size_t>(index.row())].offer.fresh > 0;
    return mayCome ? usual | Qt::ItemIsUserCheckable : usual;
}

QVariant IncomingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
    return QStringList{tr("Scan"), tr("From"), tr("What happens")}.value(section);
}

} // namespace vertescore
