// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/landmarks/LandmarkFiles.h"

#include <array>
#include <functional>

namespace vertescore {

/// Annotation files of other programs, and a table of our own that keeps everything.
enum class LandmarkFormat { MakeSense, Coco, Cvat, Labelme, YoloPose, Slicer, Vott, Csv };
inline constexpr std::array kLandmarkFormats{
    LandmarkFormat::MakeSense, LandmarkFormat::Coco,   LandmarkFormat::Cvat, LandmarkFormat::Labelme,
    LandmarkFormat::YoloPose,  LandmarkFormat::Slicer, LandmarkFormat::Vott, LandmarkFormat::Csv};
std::string_view
landmarkFormatName(LandmarkFormat format); ///< "makesense", "coco", ..., as on the command line
std::optional<LandmarkFormat> landmarkFormatFromName(std::string_view name);
bool isWritable(LandmarkFormat format);   ///< VoTT is read only
bool writesFolder(LandmarkFormat format); ///< one file for each scan: labelme, YOLO, Slicer

/// Landmarks of one scan on their way in or out.
struct ExchangedLandmarks {
    LandmarkRecord record;
    /// Slicer speaks millimetres; unknown: it gets pixels and no unit.
    std::optional<PixelSpacing> spacing = std::nullopt;
    bool isRounded = false; ///< read: every coordinate is a whole pixel, so the source was coarser than a
                            ///< person; its points say so, too
};

/// A scan that a file speaks of: its size and scale, which YOLO and Slicer files do not hold.
struct NamedScan {
    std::string fileName;
    ScanGeometry geometry;
};

struct LandmarkReadOptions {
    /// Where the patient's front is, for points that name no corner; else told from the lordosis.
    std::optional<AnteriorSide> anterior;
    /// The scan of a file name, with or without its ending; without it YOLO and Slicer files cannot be read.
    std::function<std::optional<NamedScan>(const std::string& name)> findScan;
};

/// Reads a file, or every fitting file of a folder. Coordinates are taken as they stand, pixel centres at
/// integers. A label is a level alone (four points, told apart by where they lie) or a level and a corner
/// ("L1-superiorAnterior", "L1 superior anterior"); other labels are passed over. Points come as Edited
/// unless the file says their state. Errors: File..., LandmarksMalformed (what and where; also when nothing
/// in it is a vertebra), InvalidArgument (findScan knows no such scan), each with the path. Any thread.
Result<std::vector<ExchangedLandmarks>> readLandmarks(LandmarkFormat format,
                                                      const std::filesystem::path& path,
                                                      const LandmarkReadOptions& options = {});

/// The file, or the folder of files, that readLandmarks reads back to the same places, sides and, but for
/// make-sense and YOLO, states; locks, confidence and reasons only in CSV. Errors: LandmarksMissing
/// (make-sense takes complete scans only), DuplicateEntry (two scans would get one file), InvalidArgument
/// (VoTT), FileNotWritable, DiskFull.
Status writeLandmarks(LandmarkFormat format, const std::filesystem::path& path,
                      const std::vector<ExchangedLandmarks>& scans);

} // namespace vertescore
