// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/BurnedInText.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <numeric>
#include <optional>

namespace vertescore {
namespace {

constexpr int kContrast = 90;      ///< of 255, between a mark and the row of pixels around it
constexpr int kFineContrast = 45;  ///< of 255, between a mark and the ground right beside it
constexpr int kSmallestLetter = 5; ///< pixels high
constexpr int kLettersToEdge = 8;  ///< the highest letter is this part of the picture
constexpr std::size_t kMarksInRow = 3;
constexpr double kLeastSharpShare = 0.6;
constexpr double kLeastFill = 0.25;
/// Pixels: strokes of small and of large letters are thinner than twice this. Nothing: any, on a wide row.
constexpr std::array<std::optional<int>, 3> kHalfStrokes{std::nullopt, 4, 12};
constexpr double kAboveNoise = 5;   ///< a fine mark's jump, in steps between neighbours around it
constexpr double kNoiseShare = 0.9; ///< of these steps, which are small where they are no outlines

struct Mark {
    PixelArea box;
    int pixels = 0;
    int sharp = 0; ///< of its outline, where the picture jumps
    int outline = 0;
    int jumps = 0; ///< their sum along the outline
};

int bottom(const PixelArea& area) {
    return area.y + area.height;
}
int right(const PixelArea& area) {
    return area.x + area.width;
}

void widen(PixelArea& area, const PixelArea& other) {
    const int x = std::min(area.x, other.x), y = std::min(area.y, other.y);
    area = {x, y, std::max(right(area), right(other)) - x, std::max(bottom(area), bottom(other)) - y};
}

/// Pixels far from the ground, told from the wide row of pixels around them, on one side.
std::vector<std::uint8_t> markedPixels(const DisplayImage& picture, bool isBright) {
    const int half = std::max(8, std::min(picture.width, picture.height) / kLettersToEdge / 2);
    std::vector<std::uint8_t> marked(picture.pixels.size(), 0);
    std::vector<int> histogram(256);
    for (int y = 0; y < picture.height; ++y) {
        const std::uint8_t* row = picture.pixels.data() + static_cast<std::ptrdiff_t>(y) * picture.width;
        std::fill(histogram.begin(), histogram.end(), 0);
        int count = 0;
        for (int x = -half; x < picture.width; ++x) { // the window of x reaches from x - half to x + half
            if (x + half < picture.width) ++histogram[row[x + half]], ++count;
            if (x - half - 1 >= 0) --histogram[row[x - half - 1]], --count;
            if (x < 0) continue;
            // The quarter, not the middle: half of a row of letters may be ink.
            int ground = 0;
            const int wanted = isBright ? count / 4 : count - count / 4;
            for (int below = histogram[0]; below <= wanted && ground < 255;
                 below += histogram[static_cast<std::size_t>(ground)])
                ++ground;
            const int difference = isBright ? row[x] - ground : ground - row[x];
            marked[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                   static_cast<std::size_t>(x)] = difference >= kContrast ? 1 : 0;
        }
    }
    return marked;
}

/// Pixels of thin strokes upon any ground: what an opening with a square takes away.
std::vector<std::uint8_t> finelyMarkedPixels(const DisplayImage& picture, bool isBright, int halfStroke) {
    // OpenCV only reads what it is given as a source.
    const cv::Mat values(picture.height, picture.width, CV_8U,
                         const_cast<std::uint8_t*>(picture.pixels.data()));
    const int side = 2 * halfStroke + 1;
    cv::Mat strokes;
    cv::morphologyEx(values, strokes, isBright ? cv::MORPH_TOPHAT : cv::MORPH_BLACKHAT,
                     cv::getStructuringElement(cv::MORPH_RECT, {side, side}));
    std::vector<std::uint8_t> marked(picture.pixels.size());
    std::transform(strokes.begin<std::uint8_t>(), strokes.end<std::uint8_t>(), marked.begin(),
                   [](std::uint8_t height) { return height >= kFineContrast ? 1 : 0; });
    return marked;
}

/// What most neighbours differ by, told for each square from it and the squares around it.
class Noise {
public:
    explicit Noise(const DisplayImage& picture)
        : m_columns((picture.width + kSide - 1) / kSide), m_rows((picture.height + kSide - 1) / kSide) {
        m_squares.resize(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
        for (int y = 0; y < picture.height; ++y)
            for (int x = 0; x + 1 < picture.width; ++x)
                ++m_squares[square(x / kSide, y / kSide)][stepAt(picture, x, y)];
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column)
                m_most.push_back(mostAround(column, row));
    }

    int around(const PixelArea& area) const {
        return m_most[square((area.x + area.width / 2) / kSide, (area.y + area.height / 2) / kSide)];
    }

private:
    static constexpr int kSide = 32;
    using Steps = std::array<int, 256>; ///< how many neighbours differ by each

    static std::size_t stepAt(const DisplayImage& picture, int x, int y) {
        return static_cast<std::size_t>(std::abs(picture.at(x, y) - picture.at(x + 1, y)));
    }
    std::size_t square(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
               static_cast<std::size_t>(column);
    }
    int mostAround(int column, int row) const {
        Steps steps{};
        for (int y = std::max(0, row - 1); y <= std::min(row + 1, m_rows - 1); ++y)
            for (int x = std::max(0, column - 1); x <= std::min(column + 1, m_columns - 1); ++x)
                std::transform(steps.begin(), steps.end(), m_squares[square(x, y)].begin(), steps.begin(),
                               std::plus<>());
        const double wanted = kNoiseShare * std::accumulate(steps.begin(), steps.end(), 0);
        std::size_t most = 0;
        for (int below = steps[0]; below < wanted; below += steps[++most]) {
        }
        return static_cast<int>(most);
    }

    int m_columns;
    int m_rows;
    std::vector<Steps> m_squares;
    std::vector<int> m_most; ///< of each square
};

class MarkFinder {
public:
    /// marked: 1 where a mark may be. contrast: of all its pixels. noise: above which its jump has to stand;
    /// none: however noisy it is there, as a page full of letters is.
    MarkFinder(const DisplayImage& picture, std::vector<std::uint8_t> marked, int contrast,
               const Noise* noise = nullptr)
        : m_picture(picture), m_marked(std::move(marked)), m_sharpJump(contrast / 2), m_noise(noise) {}

    std::vector<Mark> find() {
        std::vector<Mark> marks;
        for (int y = 0; y < m_picture.height; ++y)
            for (int x = 0; x < m_picture.width; ++x)
                if (m_marked[at(x, y)] == 1)
                    if (const Mark mark = follow(x, y); isLetter(mark)) marks.push_back(mark);
        return marks;
    }

private:
    std::size_t at(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_picture.width) +
               static_cast<std::size_t>(x);
    }
    bool isInside(int x, int y) const {
        return x >= 0 && y >= 0 && x < m_picture.width && y < m_picture.height;
    }

    /// Everything that touches a marked pixel, taken away from the rest.
    Mark follow(int startX, int startY) {
        Mark mark;
        mark.box = {startX, startY, 1, 1};
        std::vector<std::pair<int, int>> open{{startX, startY}};
        m_marked[at(startX, startY)] = 2;
        while (!open.empty()) {
            const auto [x, y] = open.back();
            open.pop_back();
            widen(mark.box, {x, y, 1, 1});
            ++mark.pixels;
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx)
                    look(x, y, x + dx, y + dy, mark, open);
        }
        return mark;
    }

    void look(int fromX, int fromY, int x, int y, Mark& mark, std::vector<std::pair<int, int>>& open) {
        if (!isInside(x, y)) return;
        std::uint8_t& state = m_marked[at(x, y)];
        if (state == 1) {
            state = 2;
            open.emplace_back(x, y);
        } else if (state == 0) {
            ++mark.outline;
            const int jump = std::abs(m_picture.pixels[at(x, y)] - m_picture.pixels[at(fromX, fromY)]);
            mark.sharp += jump >= m_sharpJump ? 1 : 0;
            mark.jumps += jump;
        }
    }

    bool isLetter(const Mark& mark) const {
        const int largest = std::min(m_picture.width, m_picture.height) / kLettersToEdge;
        const bool isSized = mark.box.height >= kSmallestLetter && mark.box.height <= std::max(largest, 12) &&
                             mark.pixels >= kSmallestLetter;
        // Letters that touch are one wide mark; so is a drawn line, which fills little of its box.
        const bool isWide = mark.box.width > 2 * mark.box.height;
        const bool isFilled = mark.pixels >= kLeastFill * mark.box.width * mark.box.height;
        if (isWide && !isFilled) return false;
        if (!isSized || mark.sharp < kLeastSharpShare * mark.outline) return false;
        return m_noise == nullptr || mark.jumps >= kAboveNoise * m_noise->around(mark.box) * mark.outline;
    }

    const DisplayImage& m_picture;
    std::vector<std::uint8_t> m_marked; ///< 0 not, 1 marked, 2 marked and looked at
    int m_sharpJump;
    const Noise* m_noise;
};

/// Strokes that stand out from the ground beside them; without their width, from the wide row.
std::vector<Mark> marksOf(const DisplayImage& picture, const Noise& noise, bool isBright,
                          std::optional<int> halfStroke) {
    if (!halfStroke) return MarkFinder(picture, markedPixels(picture, isBright), kContrast).find();
    return MarkFinder(picture, finelyMarkedPixels(picture, isBright, *halfStroke), kFineContrast, &noise)
        .find();
}

/// One row: about as high, side by side, not further apart than two letters.
bool areOfOneRow(const Mark& a, const Mark& b) {
    const int overlap = std::min(bottom(a.box), bottom(b.box)) - std::max(a.box.y, b.box.y);
    const int low = std::min(a.box.height, b.box.height), high = std::max(a.box.height, b.box.height);
    const int gap = std::max(a.box.x, b.box.x) - std::min(right(a.box), right(b.box));
    return 2 * overlap >= low && high <= 2 * low && gap <= 2 * high;
}

/// How many letters a mark may be.
std::size_t lettersOf(const Mark& mark) {
    return static_cast<std::size_t>(std::max(1, mark.box.width / mark.box.height));
}

/// Rows of marks: their number and the area of each.
struct Row {
    PixelArea area;
    std::size_t marks = 0;
};

std::vector<Row> rowsOf(const std::vector<Mark>& marks) {
    std::vector<std::size_t> row(marks.size());
    std::iota(row.begin(), row.end(), std::size_t{0});
    const auto rootOf = [&row](std::size_t i) {
        while (row[i] != i)
            i = row[i] = row[row[i]];
        return i;
    };
    for (std::size_t i = 0; i < marks.size(); ++i)
        for (std::size_t j = i + 1; j < marks.size(); ++j)
            if (areOfOneRow(marks[i], marks[j])) row[rootOf(j)] = rootOf(i);
    std::vector<Row> rows(marks.size());
    for (std::size_t i = 0; i < marks.size(); ++i) {
        Row& own = rows[rootOf(i)];
        if (own.marks == 0) own.area = marks[i].box;
        own.marks += lettersOf(marks[i]);
        widen(own.area, marks[i].box);
    }
    return rows;
}

PixelArea withMargin(const PixelArea& area, const DisplayImage& picture) {
    const int above = std::max(2, area.height / 4); // dots and tails of letters
    const int beside = 2 * area.height;             // letters that touch tissue are no marks of their own
    const int x = std::max(0, area.x - beside), y = std::max(0, area.y - above);
    return {x, y, std::min(picture.width, right(area) + beside) - x,
            std::min(picture.height, bottom(area) + above) - y};
}

bool overlap(const PixelArea& a, const PixelArea& b) {
    return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
}

/// Letters are bright and what they enclose is dark: one row, found twice.
std::vector<PixelArea> merged(const std::vector<PixelArea>& areas) {
    std::vector<PixelArea> whole;
    for (PixelArea area : areas) {
        for (auto other = whole.begin(); other != whole.end();)
            if (overlap(area, *other)) {
                widen(area, *other);
                whole.erase(other);
                other = whole.begin();
            } else {
                ++other;
            }
        whole.push_back(area);
    }
    return whole;
}

} // namespace

std::vector<PixelArea> findBurnedInText(const DisplayImage& picture) {
    if (picture.pixels.empty()) return {};
    // A page of nothing but marks would be compared mark by mark for ever.
    constexpr std::size_t kMostMarks = 20000;
    const Noise noise(picture);
    std::vector<PixelArea> areas;
    for (const bool isBright : {true, false})
        for (const std::optional<int> halfStroke : kHalfStrokes) {
            const auto marks = marksOf(picture, noise, isBright, halfStroke);
            if (marks.size() > kMostMarks) return {{0, 0, picture.width, picture.height}};
            for (const Row& row : rowsOf(marks))
                if (row.marks >= kMarksInRow) areas.push_back(withMargin(row.area, picture));
        }
    areas = merged(areas);
    std::sort(areas.begin(), areas.end(), [](const PixelArea& a, const PixelArea& b) {
        return std::pair(a.y, a.x) < std::pair(b.y, b.x);
    });
    return areas;
}

} // namespace vertescore
