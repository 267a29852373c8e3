// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DicomFile.h"
#include "core/dicom/DicomStructure.h"
#include "core/dicom/DicomWalk_p.h"
#include "tests/fuzz/support/Deflated.h"
#include "tests/fuzz/support/InputFile.h"

#include <dcmtk/dcmdata/dcistrmb.h>

#include <array>
#include <sstream>

namespace vertescore::fuzz {
namespace {

using namespace std::string_literals;

constexpr std::array kSyntaxes{EXS_LittleEndianExplicit, EXS_LittleEndianImplicit, EXS_BigEndianExplicit,
                               EXS_Unknown};

/// A data set that passes the check must be harmless for the library.
void walkThenRead(Bytes bytes, E_TransferSyntax syntax) {
    std::istringstream stream{std::string(bytes)};
    if (!vertescore::dicom::walkDataSet(stream, bytes.size(), syntax)) return;
    DcmInputBufferStream buffer;
    buffer.setBuffer(bytes.data(), static_cast<offile_off_t>(bytes.size()));
    buffer.setEos();
    DcmDataset dataset;
    dataset.transferInit();
    static_cast<void>(dataset.read(buffer, syntax));
    dataset.transferEnd();
}

/// As the data set of a deflated file, whatever it is: no mutation of deflated bytes would inflate.
void readDeflated(Bytes bytes) {
    static const InputFolder folder;
    const auto path = folder.write("deflated.dcm", deflatedFile(bytes));
    static_cast<void>(vertescore::dicom::loadDicom(path));
}

} // namespace

void structure(Bytes bytes) {
    vertescore::dicom::prepareLibrary();
    const unsigned choice = choose(bytes, kSyntaxes.size() + 1);
    if (choice < kSyntaxes.size())
        walkThenRead(bytes, kSyntaxes[choice]);
    else
        readDeflated(bytes);
}

} // namespace vertescore::fuzz
