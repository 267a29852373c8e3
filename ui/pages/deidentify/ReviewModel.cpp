// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/deidentify/ReviewModel.h"

#include "ui/shell/Say.h"

#include <QCoreApplication>

#include <algorithm>

namespace vertescore {
namespace {

/// The longest of the paths below what was chosen tells two files of one name apart.
QString nameBelow(const std::filesystem::path& path, const std::vector<std::filesystem::path>& chosen) {
    QString longest;
    for (const std::filesystem::path& given : chosen)
        if (const QString name = toQString(pathBelow(path, given)); name.size() > longest.size())
            longest = name;
    return longest;
}

QString foundText(const ReviewRow& row) {
    if (row.state == ReviewState::Refused) return {};
    if (row.review.frameCount == 0) return ReviewModel::tr("Results of this program, no picture");
    if (!row.review.text.empty())
        return ReviewModel::tr("Writing at %n place(s)", nullptr,
                               static_cast<int>(areasOf(row.review.text).size()));
    return row.review.isDeclared ? ReviewModel::tr("The file says: writing; none found")
                                 : ReviewModel::tr("No writing found");
}

QString stateText(const ReviewRow& row) {
    const auto black = static_cast<int>(row.areas.size());
    switch (row.state) {
    case ReviewState::Open:
        return ReviewModel::tr("To look at");
    case ReviewState::Confirmed:
        return black == 0 ? ReviewModel::tr("Looked at: as it is")
                          : ReviewModel::tr("Looked at: %n place(s) black", nullptr, black);
    case ReviewState::Unseen:
        return ReviewModel::tr("As it is, not looked at");
    case ReviewState::LeftOut:
        return ReviewModel::tr("Left out");
    case ReviewState::Written:
        return ReviewModel::tr("Written");
    case ReviewState::Refused:
        return ReviewModel::tr("Cannot be copied");
    case ReviewState::Failed:
        return ReviewModel::tr("Not written");
    }
    return {};
}

QString reasonText(const ReviewRow& row) {
    if (row.error) return sayNoCopy(*row.error);
    return row.isOpen() ? ReviewModel::tr("Nobody confirmed it.") : QString();
}

} // namespace

QString sayNoCopy(const Error& error) {
    const auto text = [](const char* words) { return QCoreApplication::translate("Say", words); };
    switch (error.code) {
    case ErrorCode::UnsupportedFormat:
        return text(QT_TRANSLATE_NOOP("Say", "No DICOM file: only these can be copied without identity."));
    case ErrorCode::NotAnImage:
        return text(QT_TRANSLATE_NOOP("Say", "It holds no picture; what others write in reports cannot be "
                                             "cleaned."));
    case ErrorCode::NotAllowed:
        return text(QT_TRANSLATE_NOOP("Say", "Full of writing (a page of results): it cannot be cleaned."));
    case ErrorCode::DuplicateEntry:
        return text(QT_TRANSLATE_NOOP("Say", "Its copy is there already; nothing is written over."));
    default:
        return say(Error{error.code, error.detail, std::nullopt});
    }
}

void ReviewModel::begin(std::vector<std::filesystem::path> chosen) {
    beginResetModel();
    m_chosen = std::move(chosen);
    m_rows.clear();
    endResetModel();
    Q_EMIT decided();
}

void ReviewModel::add(const std::filesystem::path& path, const Result<PixelReview>& review) {
    ReviewRow row;
    row.path = path;
    row.name = nameBelow(path, m_chosen);
    if (review) {
        row.review = *review;
        row.areas = areasOf(review->text);
    } else {
        row.state = ReviewState::Refused;
        row.error = review.error();
    }
    const int last = rowCount();
    beginInsertRows({}, last, last);
    m_rows.push_back(std::move(row));
    endInsertRows();
    Q_EMIT decided();
}

void ReviewModel::changed(int row) {
    Q_EMIT dataChanged(index(row, 0), index(row, ReasonColumn));
    Q_EMIT decided();
}

void ReviewModel::setState(int row, ReviewState state) {
    m_rows[static_cast<std::size_t>(row)].state = state;
    changed(row);
}

void ReviewModel::setAreas(int row, std::vector<PixelArea> areas) {
    ReviewRow& changedRow = m_rows[static_cast<std::size_t>(row)];
    if (changedRow.areas == areas) return;
    changedRow.areas = std::move(areas);
    changedRow.state = ReviewState::Open;
    changed(row);
}

void ReviewModel::confirmWithoutFindings() {
    for (ReviewRow& row : m_rows)
        if (row.isOpen() && !row.hasFindings() && row.areas.empty()) row.state = ReviewState::Unseen;
    if (rowCount() > 0) changed(0);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ReasonColumn));
}

void ReviewModel::note(const std::filesystem::path& path, const Result<DeidentificationRecord>& record) {
    const auto found = std::ranges::find_if(
        m_rows, [&](const ReviewRow& row) { return row.path == path && row.isConfirmed(); });
    if (found == m_rows.end()) return;
    found->state = record ? ReviewState::Written : ReviewState::Failed;
    if (!record) found->error = record.error();
    changed(static_cast<int>(found - m_rows.begin()));
}

std::vector<DeidentifyItem> ReviewModel::confirmed(const ProfileOptions& profile) const {
    std::vector<DeidentifyItem> items;
    for (const ReviewRow& row : m_rows) {
        if (!row.isConfirmed()) continue;
        // Unseen: what the search finds after all is refused.
        const PixelText text = row.state == ReviewState::Confirmed ? PixelText::Keep : PixelText::Refuse;
        items.push_back({row.path, {text, row.areas, profile}});
    }
    return items;
}

int ReviewModel::count(const std::function<bool(const ReviewRow&)>& is) const {
    return static_cast<int>(std::ranges::count_if(m_rows, is));
}

int ReviewModel::nextOpen(int after) const {
    for (int step = 1; step <= rowCount(); ++step)
        if (const int row = (after + step) % rowCount(); at(row).isOpen()) return row;
    return -1;
}

int ReviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReviewModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ReasonColumn + 1;
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const ReviewRow& row = at(index.row());
    if (role == Qt::ToolTipRole && index.column() == NameColumn) return toQString(row.path);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    switch (index.column()) {
    case NameColumn:
        return row.name;
    case FoundColumn:
        return foundText(row);
    case StateColumn:
        return role == Qt::ToolTipRole ? reasonText(row) : stateText(row);
    default:
        return reasonText(row);
    }
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
    return QStringList{tr("File"), tr("In the picture"), tr("Copy"), tr("Reason")}.value(section);
}

} // namespace vertescore
