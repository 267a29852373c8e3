// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DicomFile.h"
#include "core/io/ScanReader.h"
#include "core/results/SourceImage_p.h"
#include "tests/fuzz/support/InputFile.h"

namespace vertescore::fuzz {

void dicom(Bytes bytes) {
    static const InputFolder folder;
    if (!vertescore::dicom::looksLikeDicom(bytes)) return; // raster's part
    const auto path = folder.write("scan.dcm", bytes);
    ReadOptions options;
    options.maxPixels = 1U << 16; // the promises are the same for small pictures, and more of them are tried
    const auto first = readScan(path, options);
    if (!first) {
        expect(first.error().path == path, "an error names its file");
        return;
    }
    expect(first->image.samples.size() ==
               static_cast<std::size_t>(first->image.width) * static_cast<std::size_t>(first->image.height),
           "a picture has all its pixels");
    renderDisplay(first->image, first->pipeline);
    renderDisplay16(first->image, first->pipeline);
    options.frame = first->source.frameCount - 1;
    if (options.frame > 0) static_cast<void>(readScan(path, options));
    static_cast<void>(results::openSource(path, 0));
}

} // namespace vertescore::fuzz
