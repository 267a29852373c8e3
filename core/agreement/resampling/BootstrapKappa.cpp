// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/resampling/BootstrapKappa.h"

#include "core/agreement/resampling/ResampledPair_p.h"

#include <numeric>

namespace vertescore {

std::array<Bootstrap, 3> bootstrapKappas(const PairSample& sample,
                                         std::span<const std::vector<std::uint32_t>> clusters,
                                         const Resamples& resamples) {
    std::array<Bootstrap, 3> result;
    if (resamples.rows.empty() || sample.size() == 0) return result;
    const ResampledPair pair(sample);
    std::array<std::vector<std::optional<double>>, 3> replicates;
    std::vector<std::uint32_t> images;
    for (const auto& row : resamples.rows) {
        images.clear();
        for (const std::uint32_t cluster : row)
            images.insert(images.end(), clusters[cluster].begin(), clusters[cluster].end());
        const Compared found = pair.of(images);
        for (std::size_t i = 0; i < replicates.size(); ++i)
            replicates[i].push_back(found[i]);
    }
    images.resize(sample.size());
    std::iota(images.begin(), images.end(), 0U);
    const Compared whole = pair.of(images);
    for (std::size_t i = 0; i < replicates.size(); ++i)
        if (whole[i]) result[i] = summarizeBootstrap(*whole[i], replicates[i], {}, resamples);
    return result;
}

} // namespace vertescore
