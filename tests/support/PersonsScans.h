// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/GreyImage.h"
#include "tests/support/ScanFiles.h"

#include <array>

namespace vertescore::test {

/// The test scan (16 x 40, stored values that count up) with a person in it.
inline void writePersonsScan(const std::filesystem::path& path,
                             const std::function<void(DcmDataset&)>& change = {},
                             E_TransferSyntax syntax = EXS_LittleEndianExplicit) {
    writeDicom(
        path,
        [&change](DcmDataset& dataset) {
            const auto text = [&dataset](const DcmTagKey& tag, const char* value) {
                dataset.putAndInsertString(tag, value);
            };
            text(DCM_PatientName, "WALDEMAR^ANNA");
            text(DCM_PatientID, "WALDEMAR-1");
            text(DCM_PatientBirthDate, "19400102");
            text(DCM_StudyInstanceUID, "1.2.3");
            text(DCM_SeriesInstanceUID, "1.2.3.1");
            text(DCM_StudyDate, "20200301");
            text(DCM_PixelSpacing, "0.1\\0.3");
            text(DCM_Manufacturer, "Hologic");
            if (change) change(dataset);
        },
        syntax);
}

/// Letters of five by seven pixels, each twice as large.
inline constexpr std::array<const char*, 7> kLetterA{".###.", "#...#", "#...#", "#####",
                                                     "#...#", "#...#", "#...#"};

inline void drawLetter(std::vector<std::uint8_t>& pixels, int width, int x, int y, std::uint8_t value) {
    for (int row = 0; row < 14; ++row)
        for (int column = 0; column < 10; ++column)
            if (kLetterA[static_cast<std::size_t>(row / 2)][column / 2] == '#')
                pixels[static_cast<std::size_t>((y + row) * width + x + column)] = value;
}

/// A soft picture, 120 x 240, as a spine is: no sharp edges; with a row of letters or without.
inline DisplayImage softPicture(int letters, int x, int y, std::uint8_t value) {
    DisplayImage picture;
    picture.width = 120;
    picture.height = 240;
    picture.pixels.resize(120 * 240);
    for (int row = 0; row < 240; ++row)
        for (int column = 0; column < 120; ++column)
            picture.pixels[static_cast<std::size_t>(row * 120 + column)] = static_cast<std::uint8_t>(
                90 + column / 4 + row / 8 + (row / 20 % 2) * 12 + (row * column) % 7);
    for (int i = 0; i < letters; ++i)
        drawLetter(picture.pixels, 120, x + 14 * i, y, value);
    return picture;
}

inline void putPicture(DcmDataset& dataset, const DisplayImage& picture) {
    dataset.putAndInsertUint16(DCM_Columns, static_cast<Uint16>(picture.width));
    dataset.putAndInsertUint16(DCM_Rows, static_cast<Uint16>(picture.height));
    dataset.putAndInsertUint16(DCM_BitsAllocated, 8);
    dataset.putAndInsertUint16(DCM_BitsStored, 8);
    dataset.putAndInsertUint16(DCM_HighBit, 7);
    dataset.putAndInsertUint8Array(DCM_PixelData, picture.pixels.data(), picture.pixels.size());
}

} // namespace vertescore::test
