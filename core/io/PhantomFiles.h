// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/io/Scan.h"
#include "core/phantom/Phantom.h"

#include <array>

namespace vertescore {

/// Crop truth is given for these factors.
inline constexpr std::array<double, 3> kTruthFactors{0.8, 1.0, 1.2};

/// The phantom as a DICOM secondary capture with proper UIDs, modality, spacing and scanner-like tags; the
/// patient is "PHANTOM^SYNTHETIC", Manufacturer is kPhantomManufacturer, so that the file says itself that no
/// scanner made it. The UIDs follow from seed, index, domain, style and size. Errors of all three:
/// FileNotWritable, DiskFull.
Status writePhantomDicom(const std::filesystem::path& path, const Phantom& phantom, std::uint64_t seed,
                         std::uint64_t index);

/// The picture alone, 16 bits where the phantom has more than 8.
Status writePhantomPng(const std::filesystem::path& path, const Phantom& phantom);

/// The truth file of the command line contract: landmark JSON with state "truth", style, domain, spacing,
/// walls, plaques, AAC-24 and the crop for each of kTruthFactors (of the true corners and the true black
/// region).
Status writePhantomTruth(const std::filesystem::path& path, const Phantom& phantom,
                         const std::filesystem::path& scanPath);

/// The scan that reading the phantom's DICOM file would give, without the file: it has no path and no UID.
Scan scanOfPhantom(const Phantom& phantom);

} // namespace vertescore
