// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/ScanGeometry.h"
#include "core/image/GreyImage.h"
#include "core/landmarks/Landmarks.h"
#include "core/tensors/Safetensors.h"

#include <string>
#include <string_view>
#include <vector>

namespace vertescore {

/// One scan of a training bundle.
struct BundleScan {
    ScanGeometry geometry; ///< source size; no spacing where it is not known
    int bits = 8;          ///< of a pixel: 8 or 16
    /// After the whole grey pipeline: 0 black to the largest number white; row order, little-endian. They
    /// belong to the caller (writing) or to the bundle (reading).
    std::string_view pixels;
    /// Source pixels. Which corners are locked is not kept.
    Landmarks landmarks;
    std::string patient; ///< a pseudonym that says only which scans are of one person; empty: of nobody else
    std::string group;   ///< scanner group, or style of a phantom
};

/// A training bundle: one safetensors file that holds all that a training needs of scans, so that it needs no
/// image library. For scan 1 and likewise for the others:
///   "000001.image"      U8 or U16 [height, width]
///   "000001.landmarks"  F64 [24, 2], x and y in source pixels; vertebrae T12...L5 in the order of Level,
///   corners
///                       in the order of Corner; NaN where there is no position
///   "000001.placed"     U8 [24], 1 where there is a position
///   "000001.states"     U8 [24], in the order of PointState: unset, predicted, edited, confirmed, not
///   visible
/// and in the metadata, under "000001", JSON: anterior, patient, group, spacing (x, y in mm, source; or
/// null), missingReasons and confidences by level. Immutable; any thread.
class TrainingBundle {
public:
    /// The format's name, at "format" in the metadata.
    static constexpr std::string_view kFormat = "vertescore-training-bundle-1";

    /// Reads and checks every entry. Errors: FileNotFound, FileUnreadable, FileTooLarge, FileMalformed (no
    /// bundle, or names the entry that is broken and says how).
    static Result<TrainingBundle> read(const std::filesystem::path& path);

    const std::vector<BundleScan>& scans() const { return m_scans; }

private:
    TrainingBundle(SafetensorsFile file, std::vector<BundleScan> scans)
        : m_file(std::move(file)), m_scans(std::move(scans)) {}

    SafetensorsFile m_file; ///< holds the pixels
    std::vector<BundleScan> m_scans;
};

/// Atomically; says in the metadata that it is for research use only. Errors: FileNotWritable, DiskFull,
/// InvalidArgument (no scan).
Status writeTrainingBundle(const std::filesystem::path& path, const std::vector<BundleScan>& scans);

/// The picture at eight bits.
DisplayImage displayOf(const BundleScan& scan);

} // namespace vertescore
