// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/GreyImage.h"
#include "model/Predict.h"

#include <memory>
#include <span>

namespace vertescore {

struct PictureToObserve {
    const DisplayImage* picture = nullptr; ///< not owned; of any size, after its whole grey pipeline
    bool isMirrored = false;               ///< on its way into the network
};

enum class ObservingStage { Prepared, Computed }; ///< input made; network done

/// One network on one device, from pictures to what it sees. One thread at a time.
class PictureObserver {
public:
    using StageReached = std::function<void(ObservingStage)>;
    virtual ~PictureObserver() = default;
    /// One observation per picture; many at once are one batch. Throws c10::Error, and what `reached` throws.
    virtual std::vector<Observation> observe(std::span<const PictureToObserve> pictures,
                                             const StageReached& reached = {}) = 0;
};

/// By torch's own operations, on any device.
std::unique_ptr<PictureObserver> makePlainObserver(std::shared_ptr<VerteNetImpl> network,
                                                   const Device& device);

/// The fastest that there is: our kernels on a GPU, and plain torch there without them (the log says so).
/// network: ready for inference on that device.
std::unique_ptr<PictureObserver> makeObserver(std::shared_ptr<VerteNetImpl> network, const Device& device);

} // namespace vertescore
