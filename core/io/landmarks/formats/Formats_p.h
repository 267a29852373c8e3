// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/landmarks/formats/LandmarkPoints_p.h"

namespace vertescore::formats {

/// A file by its name, without folder.
struct NamedText {
    std::string name;
    std::string text;
};

/// What a reader may need beside its file.
struct Surroundings {
    const LandmarkReadOptions& options;
    std::optional<std::string> yoloNames; ///< data.yaml of the folder or the one above
};

/// One format: how its files end, how one is read, and how scans become files (null: they cannot).
struct FormatCode {
    LandmarkFormat format;
    std::string_view name;
    std::string_view ending;
    bool isFolder; ///< a file for each scan
    Result<std::vector<ImagePoints>> (*read)(const NamedText& file, const Surroundings& around);
    Result<std::vector<NamedText>> (*write)(const std::vector<ExchangedLandmarks>& scans);
};

extern const FormatCode kMakeSense, kCoco, kCvat, kLabelme, kYoloPose, kSlicer, kVott, kCsv;

inline tl::unexpected<Error> malformed(std::string what) {
    return failure(ErrorCode::LandmarksMalformed, std::move(what));
}

/// A finite number or an integer that fills the whole text.
std::optional<double> numberFrom(std::string_view text);
std::optional<int> integerFrom(std::string_view text);
/// The shortest text that reads back to the same double.
std::string shortest(double value);

/// The file name of a record's scan, as files of other programs name it.
std::string imageName(const ExchangedLandmarks& scan);

} // namespace vertescore::formats
