// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/landmarks/formats/Formats_p.h"

#include <algorithm>
#include <sstream>

// YOLO pose: SCAN.txt beside each image, a line for each vertebra: class, box centre and size, then x, y and
// visibility of four keypoints, all as shares of the image. What the classes mean stands in data.yaml.
namespace vertescore::formats {
namespace {

constexpr std::string_view kNamesFile = "data.yaml";
constexpr std::size_t kBoxNumbers = 5; ///< class, x, y, width, height

/// The names of the classes by number: "names: [T12, L1]", or a line for each, "0: T12" or "- T12".
std::vector<std::string> classNames(const std::string& yaml) {
    std::vector<std::string> names;
    const auto add = [&names](std::string text) {
        std::erase_if(text, [](char c) { return c == ' ' || c == '\'' || c == '"' || c == '\r'; });
        if (!text.empty()) names.push_back(text);
    };
    std::istringstream lines(yaml);
    bool isWithin = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("names:")) {
            isWithin = true;
            const std::size_t open = line.find('['), close = line.find(']');
            if (open == std::string::npos || close == std::string::npos) continue;
            std::istringstream items(line.substr(open + 1, close - open - 1));
            for (std::string item; std::getline(items, item, ',');)
                add(item);
            return names;
        }
        if (isWithin && !line.starts_with(' ') && !line.starts_with('-')) return names;
        if (isWithin) add(line.substr(line.find_first_of(":-") + 1));
    }
    return names;
}

/// Whether the file names the keypoints in the order of our corners; else they are told apart by place.
bool namesCorners(const std::string& yaml) {
    std::size_t at = 0;
    return std::all_of(kCorners.begin(), kCorners.end(), [&](Corner corner) {
        at = yaml.find(cornerName(corner), at);
        return at != std::string::npos;
    });
}

Result<std::vector<double>> numbersOf(const std::string& line, std::size_t number) {
    std::vector<double> numbers;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
        const auto value = numberFrom(word);
        if (!value) return malformed("line " + std::to_string(number) + ": " + "no number");
        numbers.push_back(*value);
    }
    return numbers;
}

Status addLine(const std::vector<double>& numbers, Level level, bool isNamed, ImagePoints& image) {
    const std::size_t perPoint = numbers.size() == kBoxNumbers + 3 * kCornerCount ? 3 : 2;
    if (numbers.size() != kBoxNumbers + perPoint * kCornerCount)
        return malformed(std::to_string(numbers.size()) + " numbers of " + std::string(levelName(level)) +
                         ", 4 keypoints are needed");
    for (std::size_t i = 0; i < kCornerCount; ++i) {
        const double* point = numbers.data() + kBoxNumbers + i * perPoint;
        if (perPoint == 3 && point[2] == 0) continue;
        const bool isHidden = perPoint == 3 && point[2] == 1;
        const PointLabel label{level, isNamed ? std::optional(kCorners[i]) : std::nullopt};
        image.points.push_back(placedPoint(label, {point[0] * image.width, point[1] * image.height},
                                           isHidden ? pointStateName(PointState::NotVisible) : ""));
    }
    return {};
}

Result<std::vector<ImagePoints>> read(const NamedText& file, const Surroundings& around) {
    if (!around.yoloNames) return malformed("data.yaml, which says what the classes are, is not beside it");
    const auto names = classNames(*around.yoloNames);
    const bool isNamed = namesCorners(*around.yoloNames);
    const std::string name = file.name.substr(0, file.name.rfind('.'));
    const auto scan = around.options.findScan ? around.options.findScan(name) : std::nullopt;
    if (!scan) return failure(ErrorCode::InvalidArgument, "there is no scan " + name);
    ImagePoints image{
        scan->fileName, scan->geometry.width, scan->geometry.height, scan->geometry.spacing, {}};
    std::istringstream lines(file.text);
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        const auto numbers = numbersOf(line, ++number);
        if (!numbers) return failure(numbers.error());
        if (numbers->empty()) continue;
        const double index = numbers->front();
        if (!(index >= 0 && index < static_cast<double>(names.size())))
            return malformed("line " + std::to_string(number) + ": the class has no name in data.yaml");
        const auto label = pointLabelFrom(names[static_cast<std::size_t>(index)]);
        if (!label || label->corner) continue;
        if (const Status added = addLine(*numbers, label->level, isNamed, image); !added)
            return failure(added.error());
    }
    return std::vector{std::move(image)};
}

std::string namesText() {
    std::string text = "# Corners of T12 to L5. For research use only. Not for diagnosis.\nnames:\n";
    for (const Level level : kLevels)
        text += "  " + std::to_string(indexOf(level)) + ": " + std::string(levelName(level)) + "\n";
    // A mirrored picture has the front on the other side; the corners keep their names.
    text += "kpt_shape: [4, 3]\nflip_idx: [0, 1, 2, 3]\nkpt_names:\n";
    for (const Level level : kLevels) {
        text += "  " + std::to_string(indexOf(level)) + ":\n";
        for (const Corner corner : kCorners)
            text += "    - " + std::string(cornerName(corner)) + "\n";
    }
    return text;
}

/// Empty when no corner has a place.
std::string lineOf(Level level, const LandmarkRecord& record) {
    std::string points;
    double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
    for (const Landmark& corner : record.landmarks.at(level).corners) {
        if (!corner.position) {
            points += " 0 0 0";
            continue;
        }
        const double x = corner.position->x / record.width, y = corner.position->y / record.height;
        points +=
            " " + shortest(x) + " " + shortest(y) + (corner.state == PointState::NotVisible ? " 1" : " 2");
        left = std::min(left, x), right = std::max(right, x);
        top = std::min(top, y), bottom = std::max(bottom, y);
    }
    if (right < left) return {};
    return std::to_string(indexOf(level)) + " " + shortest((left + right) / 2) + " " +
           shortest((top + bottom) / 2) + " " + shortest(right - left) + " " + shortest(bottom - top) +
           points + "\n";
}

Result<std::vector<NamedText>> write(const std::vector<ExchangedLandmarks>& scans) {
    std::vector<NamedText> files{{std::string(kNamesFile), namesText()}};
    for (const ExchangedLandmarks& scan : scans) {
        std::string text;
        for (const Level level : kLevels)
            text += lineOf(level, scan.record);
        files.push_back({toUtf8(scan.record.scanPath.stem()) + ".txt", text});
    }
    return files;
}

} // namespace

const FormatCode kYoloPose{LandmarkFormat::YoloPose, "yolo-pose", ".txt", true, read, write};

} // namespace vertescore::formats
