// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/LoadDetector.h"

#include "model/Guarded.h"
#include "model/NetworkForInference.h"
#include "model/Weights.h"
#include "model/decode/NamingMetadata.h"
#include "model/decode/Uncertainty.h"
#include "model/observe/PictureObserver.h"

namespace vertescore {
namespace {

constexpr int kSmallestSide = 32; ///< pixels; nothing smaller can show six vertebrae

/// The wish to stop, on its way out of the middle of a prediction.
struct Stopped {};

/// What `calibrate` left in the weights' metadata.
struct DecodingModels {
    NamingModel naming;
    std::optional<UncertaintyModel> uncertainty; ///< nothing: never calibrated for it
};

class NetworkDetector final : public LandmarkDetector {
public:
    NetworkDetector(std::unique_ptr<PictureObserver> observer, DecodingModels decoding, DetectionModel model)
        : m_observer(std::move(observer)), m_decoding(std::move(decoding)), m_model(std::move(model)) {}

    DetectionModel model() const override { return m_model; }

    Result<Detection> detect(const DisplayImage& scan, const DetectionOptions& options) override {
        if (scan.width < kSmallestSide || scan.height < kSmallestSide)
            return failure(ErrorCode::ImageTooSmall);
        const auto reached = [&](double share) {
            if (options.stop.stop_requested()) throw Stopped{};
            if (options.progress) options.progress(share);
        };
        try {
            return guarded([&]() -> Result<Detection> {
                reached(0.0);
                const bool isMirrored = options.anterior == AnteriorSide::Left;
                const PictureToObserve picture{&scan, isMirrored};
                const Observation seen =
                    m_observer
                        ->observe({&picture, 1},
                                  [&](ObservingStage stage) {
                                      reached(stage == ObservingStage::Prepared ? 0.1 : 0.9);
                                  })
                        .front();
                reached(1.0);
                const ScanGeometry geometry{scan.width, scan.height, std::nullopt};
                // Who knows the side is believed, the network only when nobody does.
                const AnteriorSide side = options.anterior ? AnteriorSide::Right : seen.anterior;
                return Detection{toLandmarks(levelsOf(seen, side), geometry, side, isMirrored), m_model};
            });
        } catch (const Stopped&) {
            return failure(ErrorCode::Cancelled);
        }
    }

private:
    LevelledVertebrae levelsOf(const Observation& seen, AnteriorSide side) const {
        const auto& [naming, uncertainty] = m_decoding;
        if (!uncertainty) return nameLevels(seen.chain, seen.heatmap, naming);
        return nameLevels(withRadii(seen.chain, seen.heatmap, side, *uncertainty), seen.heatmap, naming);
    }

    std::unique_ptr<PictureObserver> m_observer;
    DecodingModels m_decoding;
    DetectionModel m_model;
};

} // namespace

std::optional<DeviceChoice> deviceChoiceFromName(std::string_view name) {
    if (name == "auto") return DeviceChoice::Auto;
    if (name == "cpu") return DeviceChoice::Cpu;
    if (name == "cuda") return DeviceChoice::Cuda;
    return std::nullopt;
}

std::optional<PrecisionChoice> precisionChoiceFromName(std::string_view name) {
    if (name == "auto") return PrecisionChoice::Auto;
    if (name == "fp32") return PrecisionChoice::Fp32;
    if (name == "bf16") return PrecisionChoice::Bf16;
    return std::nullopt;
}

Result<std::unique_ptr<LandmarkDetector>> loadDetector(const std::filesystem::path& weights,
                                                       const LoadDetectorOptions& options) {
    const auto file = SafetensorsFile::read(weights);
    if (!file) return failure(file.error());
    const auto device = chooseDevice(options.device, options.precision);
    if (!device) return failure(device.error());
    return guarded([&]() -> Result<std::unique_ptr<LandmarkDetector>> {
        if (options.threads > 0) at::set_num_threads(options.threads);
        auto network = networkForInference(*file, *device);
        if (!network) return failure(network.error().code, network.error().detail, weights);
        const auto naming = namingModelOf(file->metadata());
        if (!naming) return failure(naming.error().code, naming.error().detail, weights);
        auto uncertainty = uncertaintyModelOf(file->metadata());
        if (!uncertainty) return failure(uncertainty.error().code, uncertainty.error().detail, weights);
        return std::make_unique<NetworkDetector>(
            makeObserver(std::move(*network), *device), DecodingModels{*naming, std::move(*uncertainty)},
            DetectionModel{cardOf(*file).name, file->sha256(), device->deviceName(),
                           device->precisionName()});
    });
}

} // namespace vertescore
