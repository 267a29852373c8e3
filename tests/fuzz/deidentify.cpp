// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/Deidentify.h"
#include "core/dicom/DicomFile.h"
#include "tests/fuzz/support/InputFile.h"

#include <array>

namespace vertescore::fuzz {

/// The first two bytes of the preamble, which mean nothing, say what is done about writing in the pixels, and
/// which options are taken.
void deidentify(Bytes bytes) {
    static const InputFolder folder;
    static const Pseudonyms pseudonyms = *Pseudonyms::withSecret(std::string(32, 's'));
    constexpr std::array kChoices{PixelText::Refuse, PixelText::Blank, PixelText::Keep};
    Bytes rest = bytes;
    DeidentifyChoices choices;
    choices.text = kChoices[choose(rest, kChoices.size())];
    const unsigned options = choose(rest, 256);
    constexpr std::array kDates{DateChoice::Modified, DateChoice::Full, DateChoice::Removed,
                                DateChoice::Modified};
    choices.profile = {.dates = kDates[options & 3U],
                       .uids = (options & 4U) != 0,
                       .deviceIdentity = (options & 8U) != 0,
                       .institutionIdentity = (options & 16U) != 0,
                       .patientCharacteristics = (options & 32U) != 0,
                       .descriptors = (options & 64U) != 0};
    if ((options & 128U) != 0) choices.blank = {{0, 0, 5, 3}};
    const auto path = folder.write("scan.dcm", bytes);
    const auto record = deidentifyFile(path, folder.path() / "out", pseudonyms, choices);
    if (!record) {
        expect(record.error().path.has_value(), "an error names its file");
        return;
    }
    expect(vertescore::dicom::loadDicom(record->written).has_value(), "what was written can be read");
    std::filesystem::remove(record->written);
}

} // namespace vertescore::fuzz
