// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/formats/RatingForms_p.h"

namespace vertescore {

std::string wallColumnName(Segment segment, Wall wall) {
    return std::string(segmentName(segment)) + "_" + std::string(wallName(wall));
}

std::optional<int> gradeFromText(std::string_view text) {
    if (text.size() != 1 || text.front() < '0' || text.front() > '3') return std::nullopt;
    return text.front() - '0';
}

std::string gradeText(const ScoreCell& cell) {
    return cell.grade ? std::to_string(*cell.grade) : std::string();
}

std::string reasonText(const ScoreCell& cell) {
    return cell.notReadable ? std::string(notReadableReasonName(*cell.notReadable)) : std::string();
}

std::string totalText(const ScoreSheet& sheet) {
    const auto total = sheet.total();
    return total ? std::to_string(*total) : std::string();
}

Status addLocated(LocatedRatings& to, RatingKey key, Rating rating, const std::string& place) {
    if (rating.sheet == ScoreSheet{}) return {};
    const auto [known, isNew] = to.places.try_emplace(key, place);
    if (!isNew)
        return failure(ErrorCode::DuplicateEntry, place + ": the same reading was on " + known->second);
    if (auto added = to.table.add(std::move(key), std::move(rating)); !added)
        return failure(ErrorCode::FileMalformed, place + ": " + added.error().detail);
    return {};
}

} // namespace vertescore
