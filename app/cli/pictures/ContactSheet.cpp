// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pictures/ContactSheet.h"

#include <algorithm>

namespace vertescore::cli {
namespace {

constexpr int kCellWidth = 128;
constexpr int kCellHeight = 288;
constexpr int kGap = 4;
constexpr std::uint8_t kGapGrey = 64;

/// Mean of the pixels under a smaller pixel; at least one.
std::uint8_t meanOf(const DisplayImage& picture, int x, int y, double scale) {
    const auto from = [scale](int place) { return static_cast<int>(place / scale); };
    const int left = from(x), right = std::clamp(from(x + 1), left + 1, picture.width);
    const int top = from(y), bottom = std::clamp(from(y + 1), top + 1, picture.height);
    int sum = 0;
    for (int row = top; row < bottom; ++row)
        for (int column = left; column < right; ++column)
            sum += picture.at(column, row);
    return static_cast<std::uint8_t>(sum / ((right - left) * (bottom - top)));
}

void paste(const DisplayImage& picture, DisplayImage& sheet, int left, int top) {
    const double scale = std::min({1.0, static_cast<double>(kCellWidth) / picture.width,
                                   static_cast<double>(kCellHeight) / picture.height});
    const int width = static_cast<int>(picture.width * scale),
              height = static_cast<int>(picture.height * scale);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            sheet.pixels[static_cast<std::size_t>(top + y) * static_cast<std::size_t>(sheet.width) +
                         static_cast<std::size_t>(left + x)] = meanOf(picture, x, y, scale);
}

} // namespace

DisplayImage contactSheet(const std::vector<DisplayImage>& pictures, int columns) {
    const int rows = (static_cast<int>(pictures.size()) + columns - 1) / columns;
    DisplayImage sheet;
    sheet.width = columns * (kCellWidth + kGap) + kGap;
    sheet.height = rows * (kCellHeight + kGap) + kGap;
    sheet.pixels.assign(static_cast<std::size_t>(sheet.width) * static_cast<std::size_t>(sheet.height),
                        kGapGrey);
    for (int i = 0; i < static_cast<int>(pictures.size()); ++i)
        paste(pictures[static_cast<std::size_t>(i)], sheet, kGap + i % columns * (kCellWidth + kGap),
              kGap + i / columns * (kCellHeight + kGap));
    return sheet;
}

} // namespace vertescore::cli
