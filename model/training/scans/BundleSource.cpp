// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/scans/BundleSource.h"

#include "core/tensors/TrainingBundle.h"

#include <algorithm>

namespace vertescore {
namespace {

/// The network's points taken for a person's.
Landmarks accepted(Landmarks landmarks) {
    for (VertebraLandmarks& vertebra : landmarks.vertebrae)
        for (Landmark& corner : vertebra.corners)
            if (corner.state == PointState::Predicted) corner.state = PointState::Confirmed;
    return landmarks;
}

bool canTeach(const Landmarks& landmarks) {
    const auto count = [&landmarks](Teaching teaching) {
        return std::count_if(
            landmarks.vertebrae.begin(), landmarks.vertebrae.end(),
            [teaching](const VertebraLandmarks& vertebra) { return teachingOf(vertebra) == teaching; });
    };
    return count(Teaching::Taught) > 0 && count(Teaching::Unknown) == 0;
}

class BundleSource final : public ScanSource {
public:
    void add(TrainingBundle bundle, const BundleSourceOptions& options) {
        m_bundles.push_back(std::move(bundle));
        const std::string prefix = "bundle " + std::to_string(m_bundles.size()) + " ";
        for (const BundleScan& scan : m_bundles.back().scans()) {
            Entry entry{scan, options.acceptPredicted ? accepted(scan.landmarks) : scan.landmarks,
                        scan.patient.empty() ? "" : prefix + scan.patient};
            if (canTeach(entry.truth))
                m_entries.push_back(std::move(entry));
            else
                ++m_leftOut;
        }
    }
    std::size_t leftOut() const { return m_leftOut; }

    TrainingScan scan(std::uint64_t index) const override {
        const Entry& entry = m_entries.at(index);
        return {displayOf(entry.scan), entry.scan.geometry, entry.truth, entry.scan.group, entry.patient};
    }
    std::optional<std::uint64_t> count() const override { return m_entries.size(); }
    std::string description() const override {
        return std::to_string(m_entries.size()) + " scans of " + std::to_string(m_bundles.size()) +
               (m_bundles.size() == 1 ? " training bundle" : " training bundles");
    }

private:
    struct Entry {
        BundleScan scan; ///< its pixels are the bundle's
        Landmarks truth;
        std::string patient;
    };
    std::vector<TrainingBundle> m_bundles;
    std::vector<Entry> m_entries;
    std::size_t m_leftOut = 0;
};

} // namespace

Result<BundleScans> openBundles(const std::vector<std::filesystem::path>& paths,
                                const BundleSourceOptions& options) {
    auto source = std::make_unique<BundleSource>();
    for (const auto& path : paths) {
        auto bundle = TrainingBundle::read(path);
        if (!bundle) return failure(bundle.error());
        source->add(std::move(*bundle), options);
    }
    const std::size_t leftOut = source->leftOut();
    if (*source->count() == 0)
        return failure(ErrorCode::LandmarksMissing,
                       "no scan can teach: in each, no vertebra is a person's or some were never decided on",
                       paths.empty() ? std::nullopt : std::optional(paths.front()));
    return BundleScans{std::move(source), leftOut};
}

} // namespace vertescore
