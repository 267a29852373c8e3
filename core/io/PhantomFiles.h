// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/io/Scan.h"
#include "core/phantom/Phantom.h"

namespace vertescore {

/// The phantom as a DICOM secondary capture with proper UIDs, modality, spacing and scanner-like tags; the
/// patient is "PHANTOM^SYNTHETIC", Manufacturer says that no scanner made it. The UIDs follow from seed and
/// index.
Status writePhantomDicom(const std::filesystem::path& path, const Phantom& phantom, std::uint64_t seed,
                         std::uint64_t index);
Status writePhantomPng(const std::filesystem::path& path, const Phantom& phantom);

/// The truth file of spec cli.md: landmark JSON with state "truth", style, walls, plaques, AAC-24, crop by
/// factor.
Status writePhantomTruth(const std::filesystem::path& path, const Phantom& phantom,
                         const std::filesystem::path& scanPath);

/// The scan that reading the phantom's DICOM file would give, without the file.
Scan scanOfPhantom(const Phantom& phantom);

} // namespace vertescore
