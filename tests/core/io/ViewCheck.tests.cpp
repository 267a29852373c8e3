// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ViewCheck.h"

#include "core/image/WindowLevel.h"
#include "core/phantom/frontal/FrontalPhantom.h"

#include <catch2/catch.hpp>

using namespace vertescore;

TEST_CASE("a frontal scan is refused by its file's word, or by its look where the file is silent", "[io]") {
    PhantomOptions options;
    options.seed = 515151;
    options.style = PhantomStyle::A;
    const auto scanOf = [](const GreyImage& image, int bits, std::optional<PatientView> view) {
        Scan scan;
        scan.image = image;
        const double largest = (1 << bits) - 1;
        scan.pipeline.window = WindowLevel{largest / 2, largest, VoiFunction::LinearExact};
        scan.source.path = "patient.png";
        scan.source.statedView = view;
        return scan;
    };
    const auto check = [](const Scan& scan) {
        return checkLateral(scan, renderDisplay(scan.image, scan.pipeline));
    };
    const FrontalPhantom front = makeFrontalPhantom(options, 1);
    const Phantom side = makePhantom(options, 1);
    CHECK(check(scanOf(front.image, front.bitsStored, PatientView::Lateral)));
    CHECK(check(scanOf(side.image, side.bitsStored, std::nullopt)));
    const auto said = check(scanOf(side.image, side.bitsStored, PatientView::Frontal));
    REQUIRE_FALSE(said);
    CHECK(said.error().code == ErrorCode::FrontalView);
    CHECK(said.error().detail == "says the file");
    const auto seen = check(scanOf(front.image, front.bitsStored, std::nullopt));
    REQUIRE_FALSE(seen);
    CHECK(seen.error().code == ErrorCode::FrontalView);
    CHECK_THAT(seen.error().detail, Catch::Contains("the picture looks"));
    CHECK(seen.error().path == "patient.png");
}
