// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TemporaryFolder.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <functional>
#include <vector>

namespace vertescore::test {

/// A DICOM secondary capture, 16 wide and 40 high, whose stored values count up from 0, 12 bits of 16.
/// change: alters the data set before it is written.
inline void writeDicom(const std::filesystem::path& path, const std::function<void(DcmDataset&)>& change = {},
                       E_TransferSyntax syntax = EXS_LittleEndianExplicit) {
    constexpr int kWidth = 16, kHeight = 40;
    DcmFileFormat file;
    DcmDataset& dataset = *file.getDataset();
    const auto text = [&dataset](const DcmTagKey& tag, const char* value) {
        dataset.putAndInsertString(tag, value);
    };
    text(DCM_SOPClassUID, UID_SecondaryCaptureImageStorage);
    text(DCM_SOPInstanceUID, "1.2.3.4");
    text(DCM_Modality, "OT");
    text(DCM_PhotometricInterpretation, "MONOCHROME2");
    dataset.putAndInsertUint16(DCM_SamplesPerPixel, 1);
    dataset.putAndInsertUint16(DCM_Rows, kHeight);
    dataset.putAndInsertUint16(DCM_Columns, kWidth);
    dataset.putAndInsertUint16(DCM_BitsAllocated, 16);
    dataset.putAndInsertUint16(DCM_BitsStored, 12);
    dataset.putAndInsertUint16(DCM_HighBit, 11);
    dataset.putAndInsertUint16(DCM_PixelRepresentation, 0);
    std::vector<Uint16> values(kWidth * kHeight);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<Uint16>(i);
    dataset.putAndInsertUint16Array(DCM_PixelData, values.data(), values.size());
    if (change) change(dataset);
    file.saveFile(path.c_str(), syntax);
}

} // namespace vertescore::test
