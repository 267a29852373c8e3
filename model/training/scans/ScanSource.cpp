// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/scans/ScanSource.h"

#include "core/base/Assert.h"
#include "core/image/WindowLevel.h"
#include "model/training/samples/SampleRandom.h"

#include <cmath>

namespace vertescore {
namespace {

class PhantomSource final : public ScanSource {
public:
    PhantomSource(const PhantomOptions& options, std::optional<std::uint64_t> count)
        : m_options(options), m_count(count) {}

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
    std::optional<std::uint64_t> count() const override { return m_count; }
    std::string description() const override {
        return (m_count ? std::to_string(*m_count) + " " : "") + "phantoms, domain " +
               std::string(phantomDomainName(m_options.domain)) + ", seed " + std::to_string(m_options.seed);
    }

private:
    PhantomOptions m_options;
    std::optional<std::uint64_t> m_count;
};

class Subset final : public ScanSource {
public:
    Subset(const ScanSource& source, std::vector<std::uint64_t> numbers)
        : m_source(source), m_numbers(std::move(numbers)) {}

    TrainingScan scan(std::uint64_t index) const override { return m_source.scan(m_numbers.at(index)); }
    std::optional<std::uint64_t> count() const override { return m_numbers.size(); }
    std::string description() const override {
        return std::to_string(m_numbers.size()) + " of " + m_source.description();
    }

private:
    const ScanSource& m_source;
    std::vector<std::uint64_t> m_numbers;
};

class Mixture final : public ScanSource {
public:
    Mixture(const ScanSource& scans, const ScanSource& phantoms, double phantomShare)
        : m_scans(scans), m_phantoms(phantoms), m_phantomShare(phantomShare) {}

    TrainingScan scan(std::uint64_t index) const override {
        SampleRandom random(kSeed, index);
        if (random.chance(m_phantomShare)) return m_phantoms.scan(index);
        return m_scans.scan(random.below(*m_scans.count()));
    }
    std::optional<std::uint64_t> count() const override { return std::nullopt; }
    std::string description() const override {
        const auto percent = static_cast<int>(std::lround(100 * m_phantomShare));
        return m_scans.description() + ", and " + std::to_string(percent) + " % " + m_phantoms.description();
    }

private:
    static constexpr std::uint64_t kSeed = 0x6d69787475726573; ///< of the choice between the two
    const ScanSource& m_scans;
    const ScanSource& m_phantoms;
    double m_phantomShare;
};

} // namespace

std::unique_ptr<ScanSource> makePhantomSource(const PhantomOptions& options,
                                              std::optional<std::uint64_t> count) {
    return std::make_unique<PhantomSource>(options, count);
}

std::unique_ptr<ScanSource> makeSubset(const ScanSource& source, std::vector<std::uint64_t> numbers) {
    return std::make_unique<Subset>(source, std::move(numbers));
}

std::unique_ptr<ScanSource> makeMixture(const ScanSource& scans, const ScanSource& phantoms,
                                        double phantomShare) {
    VERTESCORE_ASSERT(scans.count().value_or(0) > 0);
    return std::make_unique<Mixture>(scans, phantoms, phantomShare);
}

} // namespace vertescore
