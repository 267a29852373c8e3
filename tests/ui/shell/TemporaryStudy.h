// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Assert.h"
#include "core/intake/AddScans.h"
#include "core/io/ScanReader.h"
#include "core/store/StudyStore.h"
#include "tests/support/TemporaryFolder.h"
#include "tests/support/builders/Desk.h"

#include <algorithm>

namespace vertescore::test {

/// The scan of the builders as pixels of a file; each number gives another one.
inline DisplayImage drawnScan(int number) {
    const auto scan = makeScan(400, 700 + number);
    return {scan->image.width, scan->image.height, {scan->image.samples.begin(), scan->image.samples.end()}};
}

inline ScoreSheet everyCell(int grade) {
    ScoreSheet sheet;
    for (const Segment segment : kSegments)
        for (const Wall wall : kWalls)
            sheet.at(segment, wall).grade = grade;
    return sheet;
}

/// A study of a few scans in a folder of its own. People: "Ann" reads, "Bea" reads with the password
/// "secret", "Cleo" coordinates and annotates. One arm, "ivg", guides editable.
class TemporaryStudy {
public:
    explicit TemporaryStudy(int scans = 3, const StudySettings& settings = usual()) {
        std::vector<NewPerson> people(3);
        people[0].name = "Ann";
        people[0].roles = {Role::Reader};
        people[1].name = "Bea";
        people[1].roles = {Role::Reader};
        people[1].password = "secret";
        people[2].name = "Cleo";
        people[2].roles = {Role::Annotator, Role::Coordinator};
        VERTESCORE_ASSERT(StudyStore::create(path(), settings, people).has_value());
        for (int i = 0; i < scans; ++i)
            addScan(i);
    }

    static StudySettings usual() {
        StudySettings settings;
        settings.name = "Test study";
        return settings;
    }
    static ReadingPass firstPass() { return {"ivg", 1}; }

    /// Somebody reads the scan (0, 1, ...) of a study and submits it.
    static void read(StudyStore& store, const std::string& reader, std::size_t scan, const ScoreSheet& sheet,
                     const ReadingPass& pass = firstPass()) {
        const std::string password = reader == "Bea" ? "secret" : "";
        auto session = store.openReaderSession(personNamed(store, reader, password), pass);
        VERTESCORE_ASSERT(session.has_value());
        const ScanId id = session->worklist()->at(scan).scan;
        for (const Segment segment : kSegments)
            for (const Wall wall : kWalls)
                VERTESCORE_ASSERT(
                    session->setCell(id, segment, wall, sheet.at(segment, wall), {}).has_value());
        VERTESCORE_ASSERT(session->submit(id, {}).has_value());
    }

    const std::filesystem::path& folder() const { return m_folder.path(); }
    std::filesystem::path path() const { return folder() / "test.vertestudy"; }

    StudyStore open() const {
        auto store = StudyStore::open(path());
        VERTESCORE_ASSERT(store.has_value());
        return std::move(*store);
    }

    /// Without waiting for the disk at each keystroke: for readings that a test begins with.
    static StudyStore openQuickly(const std::filesystem::path& path) {
        OpenOptions options;
        options.waitsForDisk = false;
        auto store = StudyStore::open(path, options);
        VERTESCORE_ASSERT(store.has_value());
        return std::move(*store);
    }

    static SignIn personNamed(const StudyStore& store, const std::string& name,
                              const std::string& password = {}) {
        const auto people = store.people();
        VERTESCORE_ASSERT(people.has_value());
        const auto found = std::ranges::find(*people, name, &Person::name);
        VERTESCORE_ASSERT(found != people->end());
        return {.person = found->id, .password = password};
    }

private:
    void addScan(int number) {
        const auto file = folder() / ("patient-" + std::to_string(number) + ".png");
        VERTESCORE_ASSERT(writePng(file, drawnScan(number)).has_value());
        auto store = open();
        auto session = store.openAnnotatorSession(personNamed(store, "Cleo"));
        VERTESCORE_ASSERT(session.has_value());
        VERTESCORE_ASSERT(addScans(*session, {file}).has_value());
    }

    TemporaryFolder m_folder;
};

} // namespace vertescore::test
