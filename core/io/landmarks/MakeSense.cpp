// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/AtomicFile.h"
#include "core/base/CsvText.h"
#include "core/io/landmarks/LandmarkFiles.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace vertescore {
namespace {

constexpr std::size_t kColumns = 6; ///< label,x,y,image,width,height
constexpr std::uintmax_t kMaxFileBytes = 256U << 20;

using CornerPoints = std::vector<PixelPoint>;

/// The rows of one image.
struct ImageRows {
    std::string image;
    int width = 0;
    int height = 0;
    std::size_t lastLine = 0;
    std::array<CornerPoints, kLevelCount> points;
};

tl::unexpected<Error> malformed(std::size_t line, const std::string& what) {
    return failure(ErrorCode::LandmarksMalformed, "line " + std::to_string(line) + ": " + what);
}

template <typename Number>
std::optional<Number> numberOf(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    if constexpr (std::is_floating_point_v<Number>)
        if (!std::isfinite(value)) return std::nullopt;
    return value;
}

Status addRow(const CsvRow& row, ImageRows& image) {
    const auto level = levelFromName(row.fields[0]);
    const auto x = numberOf<double>(row.fields[1]), y = numberOf<double>(row.fields[2]);
    const auto width = numberOf<int>(row.fields[4]), height = numberOf<int>(row.fields[5]);
    if (!level) return malformed(row.line, "the label is none of T12, L1, ... L5");
    if (!x || !y) return malformed(row.line, "x or y is no number");
    if (!width || !height || *width < 1 || *height < 1) return malformed(row.line, "the size is not valid");
    if (image.width != 0 && (image.width != *width || image.height != *height))
        return malformed(row.line, "the size of the image differs from the rows before");
    image.width = *width;
    image.height = *height;
    image.lastLine = row.line;
    CornerPoints& points = image.points[indexOf(*level)];
    if (points.size() == kCornerCount)
        return malformed(row.line, "a fifth point of " + std::string(levelName(*level)));
    points.push_back({*x, *y});
    return {};
}

Status checkComplete(const ImageRows& image) {
    for (const Level level : kLevels)
        if (const std::size_t count = image.points[indexOf(level)].size(); count != kCornerCount)
            return malformed(image.lastLine, "the image ends with " + std::to_string(count) + " points of " +
                                                 std::string(levelName(level)) + ", 4 are needed");
    return {};
}

/// Images in the order of their first rows.
Result<std::vector<ImageRows>> groupRows(const std::vector<CsvRow>& rows) {
    std::vector<ImageRows> images;
    std::map<std::string, std::size_t> places;
    for (const CsvRow& row : rows) {
        const bool isHeader = &row == &rows.front() && row.fields.size() == kColumns && row.fields[1] == "x";
        if (isHeader) continue;
        if (row.fields.size() != kColumns)
            return malformed(row.line, std::to_string(row.fields.size()) + " fields, 6 are needed");
        const auto [place, isNew] = places.try_emplace(row.fields[3], images.size());
        if (isNew) images.push_back({row.fields[3], 0, 0, 0, {}});
        if (const Status added = addRow(row, images[place->second]); !added) return failure(added.error());
    }
    for (const ImageRows& image : images)
        if (const Status complete = checkComplete(image); !complete) return failure(complete.error());
    return images;
}

PixelPoint centreOf(const CornerPoints& points) {
    PixelPoint sum;
    for (const PixelPoint& point : points)
        sum = {sum.x + point.x / kCornerCount, sum.y + point.y / kCornerCount};
    return sum;
}

/// The way down the spine at a level, from the centres of its neighbours.
PixelPoint axisAt(const ImageRows& image, std::size_t level) {
    const PixelPoint above = centreOf(image.points[level == 0 ? 0 : level - 1]);
    const PixelPoint below = centreOf(image.points[std::min(level + 1, kLevelCount - 1)]);
    return {below.x - above.x, below.y - above.y};
}

/// Upper left, upper right, lower left, lower right of a vertebra as the spine runs, left and right as in the
/// picture.
using Quad = std::array<PixelPoint, kCornerCount>;

/// Goes round the four points and takes that pair of opposite sides as endplates that lies across the axis:
/// halves by distance along the axis alone would cross where a vertebra is tilted much.
Quad arrange(CornerPoints points, PixelPoint axis) {
    const PixelPoint centre = centreOf(points);
    std::sort(points.begin(), points.end(), [centre](PixelPoint a, PixelPoint b) {
        return std::atan2(a.y - centre.y, a.x - centre.x) < std::atan2(b.y - centre.y, b.x - centre.x);
    });
    const auto down = [axis](PixelPoint a, PixelPoint b) {
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        return length > 0 ? ((b.x - a.x) * axis.x + (b.y - a.y) * axis.y) / length : 0.0;
    };
    double best = -1;
    Quad quad{};
    for (std::size_t first = 0; first < kCornerCount; ++first) {
        // Clockwise on the screen: the upper side runs left to right, the lower one right to left.
        const Quad turned{points[first], points[(first + 1) % 4], points[(first + 3) % 4],
                          points[(first + 2) % 4]};
        const double share = down(midpoint(turned[0], turned[1]), midpoint(turned[2], turned[3]));
        if (first == 0 || share > best) {
            best = share;
            quad = turned;
        }
    }
    return quad;
}

double tilt(const Quad& quad) {
    const PixelPoint left = midpoint(quad[0], quad[2]), right = midpoint(quad[1], quad[3]);
    return std::atan2(right.y - left.y, right.x - left.x);
}

LandmarkRecord recordOf(const ImageRows& image, std::optional<AnteriorSide> anterior) {
    LandmarkRecord record;
    record.scanPath = std::filesystem::path(std::u8string(image.image.begin(), image.image.end()));
    record.width = image.width;
    record.height = image.height;
    std::array<Quad, kLevelCount> quads;
    for (std::size_t level = 0; level < kLevelCount; ++level)
        quads[level] = arrange(image.points[level], axisAt(image, level));
    const bool turnsDownToTheRight = tilt(quads.back()) >= tilt(quads.front());
    const AnteriorSide found = turnsDownToTheRight ? AnteriorSide::Right : AnteriorSide::Left;
    record.landmarks.anterior = anterior.value_or(found);
    const bool isRight = record.landmarks.anterior == AnteriorSide::Right;
    for (const Level level : kLevels) {
        const auto& [upperLeft, upperRight, lowerLeft, lowerRight] = quads[indexOf(level)];
        const auto place = [&](Corner corner, PixelPoint right, PixelPoint left) {
            record.landmarks.at(level).at(corner) = {isRight ? right : left, PointState::Edited, false};
        };
        place(Corner::SuperiorAnterior, upperRight, upperLeft);
        place(Corner::SuperiorPosterior, upperLeft, upperRight);
        place(Corner::InferiorAnterior, lowerRight, lowerLeft);
        place(Corner::InferiorPosterior, lowerLeft, lowerRight);
    }
    return record;
}

std::string shortest(double value) {
    std::array<char, 32> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return std::string(text.data(), end);
}

Status appendRecord(const LandmarkRecord& record, std::string& text) {
    const std::string image = csvField(toUtf8(record.scanPath.filename()));
    const std::string rest =
        "," + image + "," + std::to_string(record.width) + "," + std::to_string(record.height);
    for (const Level level : kLevels) {
        for (const Landmark& corner : record.landmarks.at(level).corners) {
            if (!corner.position)
                return failure(ErrorCode::LandmarksMissing,
                               std::string(levelName(level)) + " of " + toUtf8(record.scanPath.filename()));
            text += std::string(levelName(level)) + "," + shortest(corner.position->x) + "," +
                    shortest(corner.position->y) + rest + "\n";
        }
    }
    return {};
}

} // namespace

Result<std::vector<LandmarkRecord>> readMakeSense(const std::filesystem::path& path,
                                                  std::optional<AnteriorSide> anterior) {
    const auto withPath = [&path](Error error) {
        error.path = path;
        return failure(std::move(error));
    };
    const auto text = readFile(path, kMaxFileBytes);
    if (!text) return failure(text.error());
    const auto rows = parseCsv(*text);
    if (!rows) return withPath({ErrorCode::LandmarksMalformed, rows.error().detail, {}});
    const auto images = groupRows(*rows);
    if (!images) return withPath(images.error());
    if (images->empty()) return withPath({ErrorCode::LandmarksMalformed, "no point in it", {}});
    std::vector<LandmarkRecord> records;
    for (const ImageRows& image : *images)
        records.push_back(recordOf(image, anterior));
    return records;
}

Status writeMakeSense(const std::filesystem::path& path, const std::vector<LandmarkRecord>& records) {
    std::string text;
    for (const LandmarkRecord& record : records)
        if (auto appended = appendRecord(record, text); !appended) return appended;
    return writeFileAtomically(path, text);
}

} // namespace vertescore
