// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/Report.h"
#include "core/guides/BuildGuides.h"
#include "tests/fuzz/support/InputFile.h"

namespace vertescore::fuzz {

void report(Bytes bytes) {
    static const InputFolder folder;
    const auto path = folder.write("report.dcm", bytes);
    const auto found = readReport(path);
    if (!found) {
        expect(found.error().path == path, "an error names its file");
        return;
    }
    expect(found->width > 0 && found->height > 0, "a report is about an image of a known size");
    for (const VertebraLandmarks& vertebra : found->results.landmarks.vertebrae)
        for (const Landmark& corner : vertebra.corners)
            expect(corner.position || corner.state == PointState::Unset ||
                       corner.state == PointState::NotVisible,
                   "a point that was placed has a place");
    static_cast<void>(buildGuides(found->results.landmarks));
}

} // namespace vertescore::fuzz
