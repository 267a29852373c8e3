// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/scans/ScanSource.h"

#include "core/image/WindowLevel.h"

namespace vertescore {
namespace {

class PhantomSource final : public ScanSource {
public:
    explicit PhantomSource(const PhantomOptions& options) : m_options(options) {}

    TrainingScan scan(std::uint64_t index) const override {
        const Phantom phantom = makePhantom(m_options, index);
        // A window over every value that the pixels can hold: the picture as drawn.
        const double largest = (1 << phantom.bitsStored) - 1;
        GreyPipeline pipeline;
        pipeline.window = WindowLevel{largest / 2, largest, VoiFunction::LinearExact};
        return {renderDisplay(phantom.image, pipeline),
                {phantom.image.width, phantom.image.height, phantom.spacing},
                phantom.landmarks,
                std::string(phantomStyleName(phantom.style)),
                {}};
    }
    std::optional<std::uint64_t> count() const override { return std::nullopt; }
    std::string description() const override {
        return "phantoms, domain " + std::string(phantomDomainName(m_options.domain)) + ", seed " +
               std::to_string(m_options.seed);
    }

private:
    PhantomOptions m_options;
};

} // namespace

std::unique_ptr<ScanSource> makePhantomSource(const PhantomOptions& options) {
    return std::make_unique<PhantomSource>(options);
}

} // namespace vertescore
