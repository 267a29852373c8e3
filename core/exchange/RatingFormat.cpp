// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/RatingFormat.h"

#include "core/base/AtomicFile.h"
#include "core/base/EnumNames.h"
#include "core/exchange/formats/RatingForms_p.h"

namespace vertescore {

namespace {

constexpr std::array<std::string_view, kRatingFormats.size()> kNames{
    "ratings", "ratings-wide", "ratings-nhanes", "ratings-imrmc", "ratings-json"};

} // namespace

std::string_view ratingFormatName(RatingFormat format) {
    return kNames[static_cast<std::size_t>(format)];
}

std::optional<RatingFormat> ratingFormatFromName(std::string_view name) {
    return valueNamed<RatingFormat>(kNames, name);
}

std::string writeRatings(RatingFormat format, const RatingTable& table, const RatingExport& about) {
    switch (format) {
    case RatingFormat::Wide:
        return wideCsv(table, about);
    case RatingFormat::Nhanes:
        return nhanesCsv(table, about);
    case RatingFormat::Imrmc:
        return imrmcText(table, about);
    case RatingFormat::Json:
        return ratingsJson(table, about);
    case RatingFormat::Long:
        break;
    }
    return ratingsToCsv(table, about.isSynthetic);
}

Result<LocatedRatings> parseRatings(RatingFormat format, std::string_view text) {
    switch (format) {
    case RatingFormat::Wide:
        return parseWideCsv(text);
    case RatingFormat::Nhanes:
        return parseNhanesCsv(text);
    case RatingFormat::Imrmc:
        return parseImrmcText(text);
    case RatingFormat::Json:
        return parseRatingsJson(text);
    case RatingFormat::Long:
        break;
    }
    return parseLocatedRatingsCsv(text);
}

Result<LocatedRatings> readRatings(RatingFormat format, const std::filesystem::path& path) {
    const auto text = readFile(path);
    if (!text) return failure(text.error());
    auto ratings = parseRatings(format, *text);
    if (!ratings) ratings.error().path = path;
    return ratings;
}

} // namespace vertescore
