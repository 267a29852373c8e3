// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoStudy.h"

#include "app/demo/SimulatedReader.h"
#include "core/intake/AddScans.h"
#include "core/io/PhantomFiles.h"
#include "core/io/ScanReader.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <future>

namespace vertescore {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kDemoSeed = 20240229;
constexpr std::string_view kFolderName = "demo";
constexpr std::string_view kPartEnding = ".part";
constexpr std::string_view kStudyFileName = "demo.vertestudy";
constexpr std::string_view kMaker = "Demo maker";
constexpr std::string_view kArmName = "ivg";
constexpr std::size_t kThreads = 2;

// Two people who know their job: mostly the truth, sometimes a grade beside it; the second tends upwards.
constexpr std::array kSimulatedReaders{SimulatedReader{"R1 (simulated)", 0.05, 0.06, 0.005, 101},
                                       SimulatedReader{"R2 (simulated)", 0.11, 0.03, 0.01, 202}};

constexpr std::size_t kMirroredScan = 20; // its look usually has the front on the right

/// All four looks in turn; of each six, one has a cropped aorta and one is heavily calcified.
PhantomOptions optionsOf(std::size_t index) {
    PhantomOptions options;
    options.seed = kDemoSeed;
    options.style = kPhantomStyles[index % kPhantomStyles.size()];
    options.cropped = index % 6 == 1;
    if (index % 6 == 4) options.minimumCalcification = 8;
    if (index == kMirroredScan) options.anterior = AnteriorSide::Left;
    return options;
}

struct DemoScan {
    NewScan scan;
    ScoreSheet truth;
};

Result<DemoScan> makeScan(const fs::path& folder, std::size_t index) {
    const auto phantom = makePhantom(optionsOf(index), index);
    char code[8];
    std::snprintf(code, sizeof code, "P%02zu", index + 1);
    const auto path = folder / (std::string(code) + ".dcm");
    if (const auto written = writePhantomDicom(path, phantom, kDemoSeed, index); !written)
        return failure(written.error());
    const auto scan = readScan(path);
    if (!scan) return failure(scan.error());
    DemoScan made{newScanOf(*scan), phantom.aac24};
    made.scan.code = code;
    return made;
}

/// Every kThreads-th scan from first on.
Result<std::vector<DemoScan>> makeShare(const fs::path& folder, std::size_t first) {
    std::vector<DemoScan> scans;
    for (std::size_t i = first; i < kDemoScanCount; i += kThreads) {
        auto scan = makeScan(folder, i);
        if (!scan) return failure(scan.error());
        scans.push_back(*std::move(scan));
    }
    return scans;
}

Result<std::vector<DemoScan>> makeScans(const fs::path& folder) {
    std::vector<std::future<Result<std::vector<DemoScan>>>> shares;
    for (std::size_t i = 0; i < kThreads; ++i)
        shares.push_back(std::async(std::launch::async, [&folder, i] { return makeShare(folder, i); }));
    std::vector<DemoScan> scans(kDemoScanCount);
    Status status;
    for (std::size_t first = 0; first < kThreads; ++first) {
        auto share = shares[first].get();
        if (!share) {
            status = failure(share.error());
            continue;
        }
        for (std::size_t i = 0; i < share->size(); ++i)
            scans[first + i * kThreads] = std::move((*share)[i]);
    }
    if (!status) return failure(status.error());
    return scans;
}

std::vector<NewPerson> simulatedPeople() {
    std::vector<NewPerson> people{
        {std::string(kMaker), {Role::Annotator, Role::Coordinator}, std::nullopt, true}};
    for (const auto& reader : kSimulatedReaders)
        people.push_back({std::string(reader.name), {Role::Reader}, std::nullopt, true});
    return people;
}

StudySettings demoSettings() {
    StudySettings settings;
    settings.name = "Demo study (synthetic scans, simulated readers)";
    settings.isSynthetic = true;
    settings.arms = {Arm{std::string(kArmName), GuideDisplay::Editable}};
    return settings;
}

Result<PersonId> personNamed(const StudyStore& store, std::string_view name) {
    const auto people = store.people();
    if (!people) return failure(people.error());
    const auto found = std::find_if(people->begin(), people->end(),
                                    [&](const Person& person) { return person.name == name; });
    if (found == people->end()) return failure(ErrorCode::Internal, "a simulated reader is missing");
    return found->id;
}

Result<std::vector<ScanId>> addAll(StudyStore& store, const std::vector<DemoScan>& scans) {
    const auto maker = personNamed(store, kMaker);
    if (!maker) return failure(maker.error());
    auto session = store.openAnnotatorSession({*maker, {}});
    if (!session) return failure(session.error());
    std::vector<ScanId> ids;
    for (const auto& made : scans) {
        const auto added = session->addScan(made.scan);
        if (!added) return failure(added.error());
        ids.push_back(added->id);
    }
    return ids;
}

Status gradeAll(ReaderSession& session, ScanId scan, const ScoreSheet& sheet, double secondsPerCell) {
    ReadingContext context;
    for (const auto segment : kSegments) {
        for (const auto wall : kWalls) {
            context.activeSeconds += secondsPerCell;
            const auto saved = session.setCell(scan, segment, wall, sheet.at(segment, wall), context);
            if (!saved) return saved;
        }
    }
    return session.submit(scan, context);
}

Status readAll(StudyStore& store, const SimulatedReader& reader, const std::vector<DemoScan>& scans,
               const std::vector<ScanId>& ids) {
    const auto person = personNamed(store, reader.name);
    if (!person) return failure(person.error());
    auto session = store.openReaderSession({*person, {}}, {std::string(kArmName), 1});
    if (!session) return failure(session.error());
    for (std::size_t i = 0; i < scans.size(); ++i) {
        const auto sheet = simulateReading(reader, scans[i].truth, i);
        if (const auto graded = gradeAll(*session, ids[i], sheet, 4.0); !graded) return graded;
    }
    return {};
}

/// Everything but the visitor, without waiting for the disk at every keystroke.
Status fillStudy(const fs::path& path, const std::vector<DemoScan>& scans) {
    OpenOptions options;
    options.waitsForDisk = false;
    auto store = StudyStore::open(path, options);
    if (!store) return failure(store.error());
    const auto ids = addAll(*store, scans);
    if (!ids) return failure(ids.error());
    for (const auto& reader : kSimulatedReaders)
        if (const auto read = readAll(*store, reader, scans, *ids); !read) return read;
    return {};
}

/// The last step waits for the disk, and with it everything before.
Status addVisitor(const fs::path& path) {
    auto store = StudyStore::open(path);
    if (!store) return failure(store.error());
    const auto maker = personNamed(*store, kMaker);
    if (!maker) return failure(maker.error());
    auto session = store->openCoordinatorSession({*maker, {}});
    if (!session) return failure(session.error());
    const auto added = session->addPerson(
        {std::string(kDemoVisitor), {Role::Reader, Role::Annotator, Role::Coordinator}, std::nullopt, false});
    if (!added) return failure(added.error());
    return {};
}

Status makeInto(const fs::path& folder, const std::function<void(double)>& progress) {
    const auto report = [&](double share) {
        if (progress) progress(share);
    };
    std::error_code problem;
    fs::create_directories(folder / "scans", problem);
    if (problem) return failure(ErrorCode::FileNotWritable, problem.message(), folder);
    const auto scans = makeScans(folder / "scans");
    if (!scans) return failure(scans.error());
    report(0.6);
    const auto path = folder / kStudyFileName;
    if (const auto created = StudyStore::create(path, demoSettings(), simulatedPeople()); !created)
        return failure(created.error());
    if (const auto filled = fillStudy(path, *scans); !filled) return filled;
    report(0.95);
    return addVisitor(path);
}

/// What an earlier start that was cut off has left behind.
void removeLeftovers(const fs::path& folder) {
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(folder, problem)) {
        const auto name = toUtf8(entry.path().filename());
        const bool isOurs = name.starts_with(kFolderName) && name.ends_with(kPartEnding);
        const auto age = fs::file_time_type::clock::now() - entry.last_write_time(problem);
        if (isOurs && age > std::chrono::minutes(10)) fs::remove_all(entry.path(), problem);
    }
}

} // namespace

Result<fs::path> makeDemoStudy(const fs::path& folder, const std::function<void(double)>& progress) {
    const auto finished = folder / kFolderName;
    const auto path = finished / kStudyFileName;
    std::error_code problem;
    if (fs::exists(path, problem)) return path;
    removeLeftovers(folder);
    const auto unique = std::chrono::system_clock::now().time_since_epoch().count();
    const auto unfinished =
        folder / (std::string(kFolderName) + "-" + std::to_string(unique) + std::string(kPartEnding));
    const auto made = makeInto(unfinished, progress);
    if (made) fs::rename(unfinished, finished, problem);
    if (made && !problem) {
        if (progress) progress(1.0);
        return path;
    }
    std::error_code ignored;
    fs::remove_all(unfinished, ignored);
    if (!made) return failure(made.error());
    if (fs::exists(path, ignored)) return path; // another program was quicker
    return failure(ErrorCode::FileNotWritable, problem.message(), finished);
}

} // namespace vertescore
