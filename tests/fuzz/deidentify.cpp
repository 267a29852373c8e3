// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/Deidentify.h"
#include "core/dicom/DicomFile.h"
#include "tests/fuzz/support/InputFile.h"

#include <array>

namespace vertescore::fuzz {

/// The first byte of the preamble, which means nothing, says what is done about writing in the pixels.
void deidentify(Bytes bytes) {
    static const InputFolder folder;
    static const Pseudonyms pseudonyms = *Pseudonyms::withSecret(std::string(32, 's'));
    constexpr std::array kChoices{PixelText::Refuse, PixelText::Blank, PixelText::Keep};
    Bytes rest = bytes;
    const PixelText choice = kChoices[choose(rest, kChoices.size())];
    const auto path = folder.write("scan.dcm", bytes);
    const auto record = deidentifyFile(path, folder.path() / "out", pseudonyms, choice);
    if (!record) {
        expect(record.error().path.has_value(), "an error names its file");
        return;
    }
    expect(vertescore::dicom::loadDicom(record->written).has_value(), "what was written can be read");
    std::filesystem::remove(record->written);
}

} // namespace vertescore::fuzz
