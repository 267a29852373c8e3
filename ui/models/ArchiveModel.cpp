// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ArchiveModel.h"

#include <QDate>
#include <QLocale>

namespace vertescore {
namespace {

constexpr int kStudyColumns = ArchiveModel::ImagesColumn + 1;
constexpr int kSeriesColumns = ArchiveModel::SeriesImagesColumn + 1;

QString numberOf(const std::optional<int>& number) {
    return number ? QLocale().toString(*number) : QString();
}

/// As people here write dates; what is no date stays as it is.
QString dateOf(const std::string& text) {
    const QDate date = QDate::fromString(QString::fromStdString(text), QStringLiteral("yyyyMMdd"));
    return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : QString::fromStdString(text);
}

/// FAMILY^GIVEN as people read it.
QString nameOf(const std::string& text) {
    const QStringList parts = QString::fromStdString(text).split(QLatin1Char('^'), Qt::SkipEmptyParts);
    return parts.join(QStringLiteral(", "));
}

QString studyText(const pacs::QueryRow& row, int column) {
    switch (column) {
    case ArchiveModel::PatientColumn:
        return nameOf(row.patientName);
    case ArchiveModel::IdColumn:
        return QString::fromStdString(row.patientId);
    case ArchiveModel::DateColumn:
        return dateOf(row.date);
    case ArchiveModel::AccessionColumn:
        return QString::fromStdString(row.accession);
    case ArchiveModel::ModalityColumn:
        return QString::fromStdString(row.modality);
    case ArchiveModel::TextColumn:
        return QString::fromStdString(row.description);
    default:
        return numberOf(row.images);
    }
}

QString seriesText(const pacs::QueryRow& row, int column) {
    switch (column) {
    case ArchiveModel::NumberColumn:
        return numberOf(row.number);
    case ArchiveModel::KindColumn:
        return QString::fromStdString(row.modality);
    case ArchiveModel::SeriesTextColumn:
        return QString::fromStdString(row.description);
    default:
        return numberOf(row.images);
    }
}

} // namespace

ArchiveModel::ArchiveModel(pacs::QueryLevel level, QObject* parent)
    : QAbstractTableModel(parent), m_level(level) {}

void ArchiveModel::setRows(std::vector<pacs::QueryRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ArchiveModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ArchiveModel::columnCount(const QModelIndex& parent) const {
    if (parent.isValid()) return 0;
    return m_level == pacs::QueryLevel::Study ? kStudyColumns : kSeriesColumns;
}

QVariant ArchiveModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    return m_level == pacs::QueryLevel::Study ? studyText(at(index.row()), index.column())
                                              : seriesText(at(index.row()), index.column());
}

QVariant ArchiveModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
    const QStringList titles = m_level == pacs::QueryLevel::Study
                                   ? QStringList{tr("Patient"), tr("Id"),    tr("Date"),  tr("Accession"),
                                                 tr("Kind"),    tr("Study"), tr("Images")}
                                   : QStringList{tr("No."), tr("Kind"), tr("Series"), tr("Images")};
    return titles.value(section);
}

} // namespace vertescore
