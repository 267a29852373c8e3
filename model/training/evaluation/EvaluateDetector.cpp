// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/evaluation/EvaluateDetector.h"

namespace vertescore {

Result<Evaluation> evaluateDetector(LandmarkDetector& detector, const ScanSource& source,
                                    const EvaluateDetectorOptions& options) {
    Evaluation evaluation;
    const std::uint64_t total = std::min(options.count, source.count().value_or(options.count));
    for (std::uint64_t i = 0; i < total && !options.stop.stop_requested(); ++i) {
        const TrainingScan scan = source.scan(i);
        DetectionOptions detecting;
        if (options.anteriorIsKnown) detecting.anterior = scan.truth.anterior;
        const auto detection = detector.detect(scan.picture, detecting);
        if (!detection) return failure(detection.error());
        evaluation.add(scan.truth, detection->landmarks, scan.geometry, {scan.group, scan.patient});
        if (options.progress) options.progress(i + 1, total);
    }
    return evaluation;
}

} // namespace vertescore
