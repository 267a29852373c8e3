// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/resampling/BootstrapKappa.h"

#include "core/agreement/resampling/ResampledPair_p.h"
#include "core/agreement/resampling/Stopping_p.h"

namespace vertescore {

std::array<Bootstrap, 3> bootstrapKappas(const PairSample& sample,
                                         std::span<const std::vector<std::uint32_t>> clusters,
                                         const Resamples& resamples, const std::stop_token& stop) {
    std::array<Bootstrap, 3> result;
    if (resamples.isEmpty() || sample.size() == 0) return result;
    const ResampledPair pair(sample, clusters);
    std::array<std::vector<std::optional<double>>, 3> replicates;
    for (auto& ofKappa : replicates)
        ofKappa.resize(resamples.size());
    for (std::size_t i = 0; i < resamples.blocks(); ++i) {
        stopIfAsked(stop);
        const std::size_t begin = i * Resamples::kSideBySide;
        const ComparedBlock block = pair.of(resamples.block(i));
        for (std::size_t r = begin; r < std::min(begin + Resamples::kSideBySide, resamples.size()); ++r)
            for (std::size_t kappa = 0; kappa < replicates.size(); ++kappa)
                replicates[kappa][r] = block[r - begin][kappa];
    }
    const Compared whole = pair.of(Resamples::whole(clusters.size()).block(0)).front();
    for (std::size_t i = 0; i < replicates.size(); ++i)
        if (whole[i]) result[i] = summarizeBootstrap(*whole[i], replicates[i], {}, resamples);
    return result;
}

} // namespace vertescore
