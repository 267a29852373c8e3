// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TemporaryFolder.h"

#include "core/tensors/TrainingBundle.h"
#include "model/training/CrossValidate.h"
#include "model/training/scans/BundleSource.h"
#include "model/training/scans/Folds.h"

#include <catch2/catch.hpp>

#include <deque>
#include <set>

using namespace vertescore;

namespace {

/// Phantoms as the scans of a bundle: two of each patient.
class PhantomBundle {
public:
    explicit PhantomBundle(std::uint64_t count) {
        const auto phantoms = makePhantomSource(PhantomOptions{});
        for (std::uint64_t i = 0; i < count; ++i) {
            const TrainingScan scan = phantoms->scan(i);
            m_pixels.emplace_back(scan.picture.pixels.begin(), scan.picture.pixels.end());
            scans.push_back({scan.geometry, 8, m_pixels.back(), scan.truth,
                             "patient " + std::to_string(i / 2), scan.group});
        }
    }
    void setStates(std::size_t scan, Level level, PointState state) {
        for (Landmark& corner : scans.at(scan).landmarks.at(level).corners)
            corner.state = state;
    }
    std::filesystem::path written(const test::TemporaryFolder& folder,
                                  const char* name = "a.safetensors") const {
        REQUIRE(writeTrainingBundle(folder / name, scans));
        return folder / name;
    }
    std::vector<BundleScan> scans;

private:
    std::deque<std::string> m_pixels;
};

TrainOptions smallRun(const std::filesystem::path& folder, std::int64_t steps) {
    TrainOptions options;
    options.network.encoder = EncoderKind::ResNet34;
    options.network.decoder = DecoderKind::Simple;
    options.network.inputHeight = 64;
    options.network.inputWidth = 32;
    options.samples.augment.enabled = false;
    options.steps = steps;
    options.batch = 4;
    options.warmupSteps = 1;
    options.threads = 1;
    options.device = DeviceChoice::Cpu;
    options.precision = PrecisionChoice::Fp32;
    options.schedule = Schedule::Exponential;
    options.validateEvery = 0;
    options.checkpointEvery = 0;
    options.folder = folder;
    return options;
}

} // namespace

TEST_CASE("a network learns from a bundle alone: the loss falls", "[model][training][bundle]") {
    const test::TemporaryFolder folder;
    const auto scans = openBundles({PhantomBundle(4).written(folder)});
    REQUIRE(scans);
    CHECK(scans->leftOut == 0);
    std::vector<double> losses;
    REQUIRE(train(smallRun(folder / "run", 12), {scans->source.get(), nullptr}, {},
                  [&](const TrainProgress& progress) { losses.push_back(progress.loss); }));
    REQUIRE(losses.size() == 12);
    CHECK(losses.back() < 0.7 * losses.front());
}

TEST_CASE("only a person's points teach, unless the network's are asked for", "[model][bundle]") {
    const test::TemporaryFolder folder;
    PhantomBundle bundle(3);
    for (const Level level : kLevels)
        bundle.setStates(0, level, PointState::Predicted);
    bundle.setStates(1, Level::L2, PointState::Predicted);
    const auto path = bundle.written(folder);
    const auto persons = openBundles({path});
    REQUIRE(persons);
    CHECK(persons->leftOut == 1);
    REQUIRE(persons->source->count() == 2);
    const ScanTargets targets = targetsOf(persons->source->scan(0));
    CHECK_FALSE(targets[indexOf(Level::L2)].isPresent);
    CHECK(targets[indexOf(Level::L2)].isIgnored);
    CHECK(targets[indexOf(Level::L3)].isPresent);
    BundleSourceOptions accepting;
    accepting.acceptPredicted = true;
    const auto all = openBundles({path}, accepting);
    REQUIRE(all);
    CHECK(all->leftOut == 0);
    CHECK(targetsOf(all->source->scan(1))[indexOf(Level::L2)].isPresent);
}

TEST_CASE("a vertebra that nobody decided on keeps its scan out; one that is said to be outside does not",
          "[model][bundle]") {
    const test::TemporaryFolder folder;
    PhantomBundle bundle(2);
    for (BundleScan& scan : bundle.scans)
        scan.landmarks.at(Level::L5) = {};
    bundle.scans[1].landmarks.at(Level::L5).missing = MissingReason::OutsidePicture;
    const auto scans = openBundles({bundle.written(folder)});
    REQUIRE(scans);
    CHECK(scans->leftOut == 1);
    CHECK(scans->source->scan(0).patient == "bundle 1 patient 0");
    bundle.scans.pop_back();
    const auto none = openBundles({bundle.written(folder, "b.safetensors")});
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::LandmarksMissing);
}

TEST_CASE("patients of two bundles are two patients", "[model][bundle]") {
    const test::TemporaryFolder folder;
    const auto path = PhantomBundle(2).written(folder);
    const auto scans = openBundles({path, path});
    REQUIRE(scans);
    std::set<std::string> patients;
    for (const FoldMember& member : foldMembers(*scans->source))
        patients.insert(member.patient);
    CHECK(patients.size() == 2);
}

TEST_CASE("a mixture holds phantoms in the wanted share, the same at each number", "[model][bundle]") {
    PhantomOptions seeds;
    const auto scans = makePhantomSource(seeds, 3);
    seeds.seed = 77;
    const auto phantoms = makePhantomSource(seeds);
    const auto none = makeMixture(*scans, *phantoms, 0);
    const auto only = makeMixture(*scans, *phantoms, 1);
    CHECK_FALSE(none->count());
    const auto isOneOfThree = [&](const DisplayImage& picture) {
        return picture == scans->scan(0).picture || picture == scans->scan(1).picture ||
               picture == scans->scan(2).picture;
    };
    for (std::uint64_t i = 0; i < 6; ++i)
        CHECK(isOneOfThree(none->scan(i).picture));
    CHECK(only->scan(4).picture == phantoms->scan(4).picture);
    CHECK(none->scan(5).picture == none->scan(5).picture);
}

TEST_CASE("folds keep a patient together and spread each group", "[model][folds]") {
    std::vector<FoldMember> members;
    for (int patient = 0; patient < 60; ++patient)
        for (int scan = 0; scan <= patient % 3; ++scan)
            members.push_back({std::to_string(patient), patient < 20 ? "GE" : "Hologic"});
    members.push_back({"", "GE"});
    const auto folds = stratifiedFolds(members, 10, 4);
    REQUIRE(folds);
    REQUIRE(folds->size() == members.size());
    std::map<std::string, std::set<int>> foldsOf;
    std::map<std::pair<std::string, int>, int> count;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (!members[i].patient.empty()) foldsOf[members[i].patient].insert((*folds)[i]);
        ++count[{members[i].group, (*folds)[i]}];
    }
    for (const auto& [patient, own] : foldsOf)
        CHECK(own.size() == 1);
    for (int fold = 0; fold < 10; ++fold) {
        CHECK(count[{"GE", fold}] >= 3);
        CHECK(count[{"GE", fold}] <= 5);
        CHECK(count[{"Hologic", fold}] >= 7);
        CHECK(count[{"Hologic", fold}] <= 9);
    }
    CHECK(*stratifiedFolds(members, 10, 4) == *folds);
    CHECK(*stratifiedFolds(members, 10, 5) != *folds);
    CHECK(stratifiedFolds(members, 80, 4).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("a cross-validation measures every scan once, each by a network that never saw its patient",
          "[model][training][bundle]") {
    const test::TemporaryFolder folder;
    const auto scans = openBundles({PhantomBundle(4).written(folder)});
    CrossValidationOptions options;
    options.training = smallRun(folder / "folds", 1);
    options.folds = 2;
    const auto report = crossValidate(options, *scans->source, {}, {});
    REQUIRE(report);
    CHECK(report->folds.size() == 2);
    CHECK(report->pooled.scans == 4);
    CHECK(report->folds[0].scans + report->folds[1].scans == 4);
    CHECK(report->folds[0].scans == 2);
    CHECK(std::filesystem::exists(folder / "folds" / "fold-02" / "weights.safetensors"));
    std::stop_source stop;
    stop.request_stop();
    CHECK(crossValidate(options, *scans->source, stop.get_token(), {}).error().code == ErrorCode::Cancelled);
}
