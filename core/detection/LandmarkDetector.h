// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/image/GreyImage.h"
#include "core/landmarks/Landmarks.h"

#include <functional>
#include <stop_token>
#include <string>

namespace vertescore {

/// What computed a prediction; stored with every one.
struct DetectionModel {
    std::string name;      ///< of the network, from the weights
    std::string sha256;    ///< of the weights file, 64 hexadecimal digits
    std::string device;    ///< "cpu", "cuda:0"
    std::string precision; ///< "fp32", "bf16"
    friend bool operator==(const DetectionModel&, const DetectionModel&) = default;
};

struct Detection {
    Landmarks landmarks; ///< source pixels; every point Predicted or NotVisible; missing vertebrae empty with
                         ///< a reason
    DetectionModel model;
};

struct DetectionOptions {
    std::optional<AnteriorSide> anterior;      ///< nothing: found by the detector
    std::stop_token stop;                      ///< asked between stages; then Cancelled
    std::function<void(double)> progress = {}; ///< 0...1, called on the detecting thread
};

/// Places T12-L5 on a scan. Implemented by model; the window and the tests see only this.
/// detect() may be called from any one thread at a time; it blocks.
class LandmarkDetector {
public:
    virtual ~LandmarkDetector() = default;
    virtual DetectionModel model() const = 0;
    /// scan: after its whole grey pipeline. Errors: ImageTooSmall, Cancelled, OutOfMemory, DeviceUnavailable,
    /// ModelFailure.
    virtual Result<Detection> detect(const DisplayImage& scan, const DetectionOptions& options) = 0;
};

} // namespace vertescore
