// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DicomFile.h"
#include "core/io/dicom/presentation/PresentationState_p.h"
#include "tests/fuzz/support/InputFile.h"

#include <numeric>

namespace vertescore::fuzz {
namespace {

GreyImage ramp(bool isSigned) {
    GreyImage image{16, 40, isSigned ? -32768 : 0, std::vector<std::uint16_t>(16 * 40)};
    std::iota(image.samples.begin(), image.samples.end(), std::uint16_t{0});
    return image;
}

} // namespace

void presentation(Bytes bytes) {
    static const InputFolder folder;
    vertescore::dicom::prepareLibrary();
    folder.write("state.dcm", bytes);
    for (const bool isSigned : {false, true}) {
        const auto state =
            vertescore::dicom::findPresentation({folder.path() / "scan.dcm", "1.2.3.4", 0, isSigned});
        if (state) renderDisplay(ramp(isSigned), state->pipeline);
    }
}

} // namespace vertescore::fuzz
