// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StudyStore.h"
#include "tests/support/TemporaryFolder.h"

#include <SQLiteCpp/Database.h>
#include <catch2/catch.hpp>

namespace vertescore::test {

/// The value, or a failed test that says why there is none.
template <typename Value>
Value require(Result<Value> result) {
    if (!result) FAIL(describeError(result.error()));
    return *std::move(result);
}
inline void require(const Status& status) {
    if (!status) FAIL(describeError(status.error()));
}

/// The code of something that must have failed.
template <typename Value>
ErrorCode codeOf(const Result<Value>& result) {
    if (result) FAIL("it did not fail");
    return result.error().code;
}

inline NewPerson person(const std::string& name, std::vector<Role> roles) {
    return {name, std::move(roles), std::nullopt, false};
}

inline NewScan scanNumber(int number) {
    NewScan scan;
    scan.path = "/scans/" + std::to_string(number) + ".dcm";
    scan.geometry = {512, 1024, PixelSpacing{0.5, 0.6, SpacingSource::PixelSpacing}};
    scan.bitsStored = 12;
    scan.scannerGroup = "hologicHorizon";
    scan.sopInstanceUid = "1.2.3." + std::to_string(number);
    scan.pixelSha256 = "hash" + std::to_string(number);
    scan.identity = {"ID-" + std::to_string(number), "Doe^Jane", "20200101"};
    return scan;
}

/// A spine of boxes; every point in one state.
inline Landmarks spine(PointState state, double x = 100, std::optional<double> confidence = std::nullopt) {
    Landmarks landmarks;
    double y = 50;
    for (auto& vertebra : landmarks.vertebrae) {
        vertebra.at(Corner::SuperiorAnterior) = {PixelPoint{x + 0.1, y}, state, false};
        vertebra.at(Corner::SuperiorPosterior) = {PixelPoint{x - 40, y}, state, false};
        vertebra.at(Corner::InferiorAnterior) = {PixelPoint{x, y + 30}, state, false};
        vertebra.at(Corner::InferiorPosterior) = {PixelPoint{x - 40, y + 30}, state, false};
        vertebra.confidence = confidence;
        y += 40;
    }
    return landmarks;
}

inline Detection detection(double x = 100) {
    return {spine(PointState::Predicted, x, 0.75), {"VerteNet", std::string(64, 'a'), "cpu", "fp32"}};
}

inline const ReadingPass kFirstPass{"ivg", 1};

/// A study of three scans, two readers, an annotator and a coordinator, none with a password.
class StudyFixture {
public:
    explicit StudyFixture(const StudySettings& settings = named("Study"))
        : m_file(folder.path() / "study.vertestudy"), store(make(m_file, settings)) {
        auto session = annotator();
        for (int number = 1; number <= 3; ++number)
            scans.push_back(require(session.addScan(scanNumber(number))).id);
    }

    static StudySettings named(const std::string& name) {
        StudySettings settings;
        settings.name = name;
        return settings;
    }

    PersonId id(const std::string& name) const {
        for (const auto& one : require(store.people()))
            if (one.name == name) return one.id;
        FAIL("nobody is called " << name);
        return {};
    }
    ReaderSession reader(const std::string& name, const ReadingPass& pass = kFirstPass) {
        return require(store.openReaderSession({id(name), {}}, pass));
    }
    AnnotatorSession annotator() { return require(store.openAnnotatorSession({id("Anna"), {}})); }
    CoordinatorSession coordinator() { return require(store.openCoordinatorSession({id("Cora"), {}})); }

    /// Closes the store and opens it again.
    void reopen(const OpenOptions& options = {}) {
        { const auto closed = std::move(store); }
        store = require(StudyStore::open(m_file, options));
    }
    /// A connection of nobody's: what someone with an SQLite shell has.
    SQLite::Database shell() const { return {m_file.string(), SQLite::OPEN_READWRITE, 1000}; }
    const std::filesystem::path& file() const { return m_file; }

private:
    static StudyStore make(const std::filesystem::path& path, const StudySettings& settings) {
        return require(StudyStore::create(path, settings,
                                          {person("Cora", {Role::Coordinator}), person("R1", {Role::Reader}),
                                           person("R2", {Role::Reader}), person("Anna", {Role::Annotator})}));
    }

public:
    TemporaryFolder folder;

private:
    std::filesystem::path m_file;

public:
    StudyStore store;
    std::vector<ScanId> scans;
};

inline void gradeAll(ReaderSession& session, ScanId scan, int grade, const ReadingContext& context = {}) {
    for (const auto segment : kSegments)
        for (const auto wall : kWalls)
            require(session.setCell(scan, segment, wall, {grade, std::nullopt}, context));
}

inline void readAll(ReaderSession& session, ScanId scan, int grade, const ReadingContext& context = {}) {
    gradeAll(session, scan, grade, context);
    require(session.submit(scan, context));
}

} // namespace vertescore::test
