// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guides/BuildGuides.h"

#include <algorithm>

namespace vertescore {

namespace {

std::optional<Guide> interVertebral(const VertebraLandmarks& upper, const VertebraLandmarks& lower) {
    const auto& upperAnterior = upper.at(Corner::InferiorAnterior).position;
    const auto& upperPosterior = upper.at(Corner::InferiorPosterior).position;
    const auto& lowerAnterior = lower.at(Corner::SuperiorAnterior).position;
    const auto& lowerPosterior = lower.at(Corner::SuperiorPosterior).position;
    if (!upperAnterior || !upperPosterior || !lowerAnterior || !lowerPosterior) return std::nullopt;
    return Guide{GuideKind::Inter, midpoint(*upperAnterior, *lowerAnterior),
                 midpoint(*upperPosterior, *lowerPosterior)};
}

} // namespace

bool Guides::isComplete() const {
    return std::all_of(guides.begin(), guides.end(), [](const auto& guide) { return guide.has_value(); });
}

std::optional<double> Guides::meanWidth() const {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < kGuideCount; ++i) {
        if (!guides[i]) return std::nullopt;
        sum += distance(guides[i]->anterior, guides[i]->posterior);
    }
    return sum / (kGuideCount - 1);
}

Guides buildGuides(const Landmarks& landmarks) {
    Guides result;
    for (std::size_t upper = 0; upper + 1 < kLevelCount; ++upper)
        result.guides[3 * upper] = interVertebral(landmarks.vertebrae[upper], landmarks.vertebrae[upper + 1]);
    for (std::size_t top = 0; top + 3 < kGuideCount; top += 3) {
        const auto& above = result.guides[top];
        const auto& below = result.guides[top + 3];
        if (!above || !below) continue;
        for (const std::size_t third : {1U, 2U}) {
            const double share = static_cast<double>(third) / 3;
            result.guides[top + third] =
                Guide{GuideKind::Intra, between(above->anterior, below->anterior, share),
                      between(above->posterior, below->posterior, share)};
        }
    }
    return result;
}

} // namespace vertescore
