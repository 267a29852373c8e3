// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/storage/SameObject_p.h"

#include "core/dicom/DicomFile.h"

#include <dcmtk/dcmdata/dcostrmb.h>

#include <string>

namespace vertescore::pacs {
namespace {

/// What every plain data set can be written as. A compressed one stays what it is.
E_TransferSyntax commonSyntax(const DcmDataset& dataset) {
    const E_TransferSyntax own = dataset.getCurrentXfer();
    return DcmXfer(own).isEncapsulated() ? own : EXS_LittleEndianImplicit;
}

std::string bytesOf(DcmDataset& dataset, E_TransferSyntax syntax) {
    if (dataset.loadAllDataIntoMemory().bad()) return {};
    dataset.computeGroupLengthAndPadding(EGL_withoutGL, EPD_withoutPadding, syntax, EET_ExplicitLength);
    std::string bytes(dataset.calcElementLength(syntax, EET_ExplicitLength), '\0');
    DcmOutputBufferStream stream(bytes.data(), static_cast<offile_off_t>(bytes.size()));
    dataset.transferInit();
    const OFCondition written =
        dataset.write(stream, syntax, EET_ExplicitLength, nullptr, EGL_withoutGL, EPD_withoutPadding);
    dataset.transferEnd();
    void* ignored = nullptr;
    offile_off_t length = 0;
    stream.flushBuffer(ignored, length);
    if (written.bad()) return {};
    bytes.resize(static_cast<std::size_t>(length));
    return bytes;
}

} // namespace

bool isSameObject(const std::filesystem::path& first, const std::filesystem::path& second) {
    const auto one = dicom::loadDicom(first);
    const auto other = dicom::loadDicom(second);
    if (!one || !other) return false;
    const E_TransferSyntax syntax = commonSyntax(*(*one)->getDataset());
    if (syntax != commonSyntax(*(*other)->getDataset())) return false;
    const std::string bytes = bytesOf(*(*one)->getDataset(), syntax);
    return !bytes.empty() && bytes == bytesOf(*(*other)->getDataset(), syntax);
}

} // namespace vertescore::pacs
