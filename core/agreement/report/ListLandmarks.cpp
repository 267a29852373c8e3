// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/report/Listing_p.h"

namespace vertescore {
namespace {

void addErrors(Listing& to, const std::string& key, const RadialErrors& errors, std::string_view words) {
    to.add(key + ".points", errors.points, words);
    to.add(key + ".images", errors.images, "images with one of these points");
    to.add(key + ".mean", errors.mean, words);
    to.add(key + ".mean_", errors.meanInterval, "points clustered by image, ratio of sums, t");
    to.add(key + ".median", errors.median, words);
    to.add(key + ".p95", errors.percentile95, words);
    to.add(key + ".max", errors.largest, words);
}

void addBond(Listing& to, const std::string& key, std::size_t images, const Spearman& spearman,
             const Pearson& pearson) {
    constexpr std::string_view words =
        "mean distance of the corners that bound the unit against the absolute score difference";
    to.add(key + ".n", images, "images with these corners and both scores");
    to.add(key + ".spearman", spearman.rho, words);
    to.add(key + ".spearman_bw_", spearman.bonettWright, "Bonett & Wright 2000");
    to.add(key + ".pearson", pearson.r, words);
    to.add(key + ".pearson_", pearson.fisher, "Fisher z");
}

std::string unitOf(const LandmarkErrors& errors) {
    std::string unit = "landmarks";
    if (errors.level) unit += "-" + std::string(levelName(*errors.level));
    if (errors.corner) unit += "-" + std::string(cornerName(*errors.corner));
    return unit;
}

ReportedStatistic rowOf(const ConditionAgreement& condition, const LandmarkAgreement& agreement,
                        std::string unit, std::size_t images) {
    ReportedStatistic row;
    row.condition = condition.condition;
    row.readers = agreement.readers;
    row.unit = std::move(unit);
    row.n = images;
    return row;
}

} // namespace

void listLandmarks(std::vector<ReportedStatistic>& to, const ConditionAgreement& condition) {
    for (const LandmarkAgreement& agreement : condition.landmarks) {
        for (const LandmarkErrors& errors : agreement.errors) {
            Listing listing(to, rowOf(condition, agreement, unitOf(errors), errors.pixels.images));
            addErrors(listing, "radial_px", errors.pixels, "radial distance of both readers' points, pixels");
            addErrors(listing, "radial_mm", errors.millimetres,
                      "the same in millimetres, images of known spacing");
            addErrors(listing, "radial_placed_px", errors.placedPixels,
                      "of points that both placed or confirmed, pixels");
            addErrors(listing, "radial_placed_mm", errors.placedMillimetres,
                      "of points that both placed or confirmed, millimetres");
            listing.add("radial.missing", errors.missing, "points that one of them has no position for");
        }
        for (const auto& [unit, bond] : agreement.withScores) {
            Listing listing(to, rowOf(condition, agreement, unitName(unit), bond.images));
            addBond(listing, "distance_px", bond.images, bond.pixels, bond.pixelsPearson);
            addBond(listing, "distance_mm", bond.imagesMm, bond.millimetres, bond.millimetresPearson);
        }
    }
}

} // namespace vertescore
