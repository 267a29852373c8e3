// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <memory>
#include <string>
#include <string_view>

namespace vertescore::dicom {

/// True when the first bytes of a file (132 are enough) look like DICOM, with or without preamble and meta
/// header.
bool looksLikeDicom(std::string_view start);

/// Sets the library up once: it prints nothing, and reads a data set whose encoding is not the one that its
/// header names all the same. loadDicom does it; others who let the library read must.
void prepareLibrary();

/// Loads a file, or one in an archive (core/zip), after checkStructure; values that are large stay in a
/// file until asked for, so it must stay where it is. Errors: those of checkStructure and of archives,
/// UnsupportedFormat (no DICOM), FileMalformed, FileTruncated, OutOfMemory; without the path. Any thread.
Result<std::unique_ptr<DcmFileFormat>> loadDicom(const std::filesystem::path& path);

/// The same for a file that lies in memory; the bytes may go afterwards.
Result<std::unique_ptr<DcmFileFormat>> parseDicom(std::string_view bytes);

/// Reads a data set without a header, as messages of the network hold it, after the same look at its
/// structure. syntax: not a deflated one. Errors: those of checkStructure, FileMalformed. Any thread.
Result<std::unique_ptr<DcmDataset>> parseDataSet(std::string bytes, E_TransferSyntax syntax);

/// Writes the whole file (writeFileAtomically) with a new meta header. Errors: FileNotWritable, DiskFull,
/// UnsupportedPixels (the pixels cannot be written in this syntax), Internal; with the path.
Status saveDicom(const std::filesystem::path& path, DcmFileFormat& file, E_TransferSyntax syntax);

} // namespace vertescore::dicom
