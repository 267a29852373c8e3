// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/ScanGeometry.h"
#include "core/image/WindowLevel.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vertescore {

enum class ScanKind { Dicom, Png, Jpeg, Tiff };
std::string_view scanKindName(ScanKind kind);

/// Which scanner made it, as far as the file says (the four groups of paper 000, and what is left).
enum class ScannerGroup {
    Hologic4500A,
    HologicHorizon,
    HologicOther,
    GeSingleEnergy,
    GeDualEnergy,
    GeOther,
    Unknown
};
std::string_view scannerGroupName(ScannerGroup group);
std::optional<ScannerGroup> scannerGroupFromName(std::string_view name);

/// From where the patient is seen.
enum class PatientView { Lateral, Frontal };

/// What a reader must know but need not be refused for.
enum class ScanWarning {
    SpacingInvalid,  ///< a spacing was there but zero, negative, not two numbers or not finite
    SpacingFromArea, ///< ExposedArea / matrix: only as good as that
    FirstFrameOfMany,
    ColourReduced,  ///< colour made grey by luminance
    NoWindow,       ///< no window in the file: the data range is shown
    NotTypicalScan, ///< opens, but nothing says lateral-spine DXA (modality, size)
    MayBeFrontal,
    BurnedInText,        ///< the file says so
    PresentationPartial, ///< the presentation state beside it also turns, flips or remaps; that is not
                         ///< followed
};
std::string_view scanWarningName(ScanWarning warning);

/// Manufacturer of every synthetic scan; what marks one when it is read back.
inline constexpr std::string_view kPhantomManufacturer = "VerteScore synthetic phantom";

/// What the file says of itself. No patient name or id here: those are identity, below.
struct ScanSource {
    ScanKind kind = ScanKind::Png;
    std::filesystem::path path;
    int bitsAllocated = 8;
    int bitsStored = 8;
    bool isSigned = false;
    std::string photometric;    ///< "MONOCHROME2", "RGB", ...; for PNG etc. what they amount to
    std::string modality;       ///< DICOM only
    std::string transferSyntax; ///< DICOM UID
    std::string manufacturer;
    std::string model;
    std::string sopInstanceUid; ///< DICOM only
    /// The presentation state (GSPS) beside it whose window and inversion are in the pipeline; empty: none.
    std::filesystem::path presentation;
    int frame = 0; ///< which one was read, from 0
    int frameCount = 1;
    ScannerGroup scannerGroup = ScannerGroup::Unknown;
    std::optional<PatientView> statedView;      ///< what the file says of it; nothing: it does not
    std::optional<AnteriorSide> statedAnterior; ///< what the file's patient orientation says; may be wrong
    bool isPhantom = false;                     ///< made by the phantom generator, says the file
};

/// Whose scan it is. Never logged, never shown to a blinded reader, never exported unless asked for by name.
struct ScanIdentity {
    std::string patientId;
    std::string patientName;
    std::string studyDate; ///< YYYYMMDD
};

/// A line or place that the presentation state beside a scan draws over it.
struct ScanGraphic {
    std::string layer;
    std::string name;               ///< its tracking ID; may be empty
    std::vector<PixelPoint> points; ///< source pixels; one alone is a place
    friend bool operator==(const ScanGraphic&, const ScanGraphic&) = default;
};

/// A scan as it was read; immutable once read, so threads may share one.
struct Scan {
    GreyImage image;
    GreyPipeline pipeline;
    ScanGeometry geometry;
    ScanSource source;
    ScanIdentity identity;
    std::vector<ScanGraphic>
        graphics; ///< in the order of the presentation state; of points and polylines alone
    std::vector<ScanWarning> warnings;
    std::string
        pixelSha256; ///< of width, height and samples: identifies the scan together with the SOP Instance UID
};

/// Of width and height (32 bits each) and samples (16 bits each), little endian on every machine.
std::string pixelSha256(const GreyImage& image);

} // namespace vertescore
