// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/deidentify/files/DeidentifyFiles.h"

#include <QAbstractTableModel>

namespace vertescore {

enum class ReviewState {
    Open,      ///< nobody has decided
    Confirmed, ///< somebody looked at the picture: the copy may say that its pixels are clean
    Unseen,    ///< confirmed because nothing was found: the copy says nothing of its pixels
    LeftOut,
    Refused, ///< no copy can be made
    Written,
    Failed
};

/// One file on its way to a copy without identity.
struct ReviewRow {
    std::filesystem::path path;
    QString name; ///< below what was chosen
    PixelReview review;
    std::vector<PixelArea> areas; ///< that become black: what was found, and what a person made of it
    ReviewState state = ReviewState::Open;
    std::optional<Error> error; ///< why it is refused, or failed

    bool isOpen() const { return state == ReviewState::Open; }
    bool isConfirmed() const { return state == ReviewState::Confirmed || state == ReviewState::Unseen; }
    bool hasPicture() const { return state != ReviewState::Refused && review.frameCount > 0; }
    bool hasFindings() const { return review.isDeclared || !review.text.empty(); }
};

/// Why there is no copy, in the user's language; without the file's name.
QString sayNoCopy(const Error& error);

/// The files that were looked at, what was found in each, and what a person decided. GUI thread.
class ReviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, FoundColumn, StateColumn, ReasonColumn };

    using QAbstractTableModel::QAbstractTableModel;
    void begin(std::vector<std::filesystem::path> chosen); ///< empty; files are called by what lies below
    void add(const std::filesystem::path& path, const Result<PixelReview>& review);
    const ReviewRow& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    void setState(int row, ReviewState state);
    void setAreas(int row, std::vector<PixelArea> areas); ///< opens it again: it is another decision
    void confirmWithoutFindings();                        ///< of those that nobody decided on
    void note(const std::filesystem::path& path, const Result<DeidentificationRecord>& record); ///< written
    /// What is confirmed, with the choices that follow.
    std::vector<DeidentifyItem> confirmed(const ProfileOptions& profile) const;
    int count(const std::function<bool(const ReviewRow&)>& is) const;
    int nextOpen(int after) const; ///< around the end; -1: none

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void decided(); ///< any row has another state

private:
    void changed(int row);
    std::vector<std::filesystem::path> m_chosen;
    std::vector<ReviewRow> m_rows;
};

} // namespace vertescore
