// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/formats/RatingForms_p.h"

namespace vertescore {

std::string wallColumnName(const AnswerPlace& place) {
    return std::string(place.segment ? segmentName(*place.segment) : "AAC8") + "_" +
           std::string(wallName(place.wall));
}

std::optional<int> gradeFromText(std::string_view text, int highest) {
    if (text.size() != 1 || text.front() < '0' || text.front() > '0' + highest) return std::nullopt;
    return text.front() - '0';
}

std::string gradesText(int highest) {
    std::string text = "0";
    for (int grade = 1; grade < highest; ++grade)
        text += ", " + std::to_string(grade);
    return text + " or " + std::to_string(highest);
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

std::string aac8Text(const ScoreSheet& sheet) {
    const auto sum = sheet.aac8.sum();
    return sum ? std::to_string(*sum) : std::string();
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
