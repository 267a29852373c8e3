// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StudyStore.h"

#include "core/store/rows/PersonRows_p.h"
#include "core/store/rows/ReadingRows_p.h"
#include "core/store/sqlite/Migrations_p.h"
#include "core/store/verification/LogClock_p.h"

#include <algorithm>
#include <set>

namespace vertescore {

namespace fs = std::filesystem;

namespace {

void checkSettings(const StudySettings& settings, const std::vector<NewPerson>& people) {
    if (settings.name.empty()) refuse(ErrorCode::InvalidArgument, "a study needs a name");
    std::set<std::string> arms;
    for (const auto& arm : settings.arms)
        if (arm.name.empty() || !arms.insert(arm.name).second)
            refuse(ErrorCode::InvalidArgument, "the arms need different names");
    if (arms.empty()) refuse(ErrorCode::InvalidArgument, "a study needs an arm");
    if (settings.bounds.moderateFrom >= settings.bounds.highFrom || settings.bounds.moderateFrom < 1)
        refuse(ErrorCode::InvalidArgument, "the categories are not in order");
    if (settings.washoutDays && *settings.washoutDays < 1)
        refuse(ErrorCode::InvalidArgument, "the washout is at least a day");
    if (settings.sessions && *settings.sessions < 1)
        refuse(ErrorCode::InvalidArgument, "every arm is read at least once");
    std::set<std::string> names;
    for (const auto& person : people)
        if (!names.insert(person.name).second)
            refuse(ErrorCode::InvalidArgument, person.name + " is named twice");
}

std::vector<NewPerson>::const_iterator findCoordinator(const std::vector<NewPerson>& people) {
    const auto found = std::find_if(people.begin(), people.end(), [](const NewPerson& person) {
        return std::find(person.roles.begin(), person.roles.end(), Role::Coordinator) != person.roles.end();
    });
    if (found == people.end()) refuse(ErrorCode::InvalidArgument, "a study needs a coordinator");
    return found;
}

void fillNewStudy(Database& database, const StudySettings& settings, const std::vector<NewPerson>& people) {
    migrate(database, studyMigrations());
    WriteTransaction transaction(database);
    const auto first = findCoordinator(people);
    const auto coordinator = insertPerson(database, *first, std::nullopt);
    insertStudy(database, settings, coordinator);
    for (auto person = people.begin(); person != people.end(); ++person)
        if (person != first) insertPerson(database, *person, coordinator);
    transaction.commit();
}

void removeWithLog(const fs::path& path) {
    std::error_code ignored;
    for (const auto* ending : {"", "-wal", "-shm", "-journal"})
        fs::remove(fs::path(path) += ending, ignored);
}

/// A log that was left beside a study which is gone would be taken for the new one's.
void checkNothingThere(const fs::path& path) {
    for (const auto* ending : {"", "-wal"})
        if (fs::exists(fs::path(path) += ending)) refuse(ErrorCode::StudyExists);
}

void writeNewStudy(const fs::path& path, const StudySettings& settings,
                   const std::vector<NewPerson>& people) {
    checkSettings(settings, people);
    findCoordinator(people);
    checkNothingThere(path);
    std::error_code problem;
    if (!fs::is_directory(path.parent_path(), problem))
        refuse(ErrorCode::FileNotWritable, "its folder does not exist");
    const auto unfinished = fs::path(path) += "." + newUuid() + ".part";
    try {
        auto database = Database::create(unfinished);
        fillNewStudy(database, settings, people);
    } catch (const SQLite::Exception& exception) {
        removeWithLog(unfinished);
        if (errorInFlight(path).code == ErrorCode::FileUnreadable)
            refuse(ErrorCode::FileNotWritable, exception.what());
        throw;
    } catch (...) {
        removeWithLog(unfinished);
        throw;
    }
    fs::rename(unfinished, path);
}

} // namespace

StudyStore::StudyStore(std::unique_ptr<StudyFile> file) : m_file(std::move(file)) {}
StudyStore::StudyStore(StudyStore&& other) noexcept = default;
StudyStore& StudyStore::operator=(StudyStore&& other) noexcept = default;
StudyStore::~StudyStore() = default;

Result<StudyStore> StudyStore::create(const fs::path& path, const StudySettings& settings,
                                      const std::vector<NewPerson>& people) {
    const auto written = attempt(path, [&] { writeNewStudy(fs::absolute(path), settings, people); });
    if (!written) return failure(written.error());
    return open(path);
}

Result<StudyStore> StudyStore::open(const fs::path& path, const OpenOptions& options) {
    return attempt(path, [&] {
        const auto absolute = fs::absolute(path).lexically_normal();
        auto database = upToDate(Database::open(absolute, options), absolute);
        auto study = readStudy(database);
        return StudyStore(std::make_unique<StudyFile>(
            StudyFile{absolute, options.access, std::move(study), std::move(database)}));
    });
}

const Study& StudyStore::study() const {
    return m_file->study;
}

const fs::path& StudyStore::path() const {
    return m_file->path;
}

StudyAccess StudyStore::access() const {
    return m_file->access;
}

Result<std::vector<Person>> StudyStore::people() const {
    return attempt(m_file->path, [&] { return readPeople(m_file->database); });
}

Result<std::size_t> StudyStore::scanCount() const {
    return attempt(m_file->path, [&] {
        return static_cast<std::size_t>(m_file->database.number("SELECT count(*) FROM scans"));
    });
}

Result<std::optional<std::chrono::minutes>> StudyStore::clockBehind() const {
    return attempt(m_file->path, [&] { return clockBehindLog(m_file->database); });
}

Result<std::optional<PasswordLock>> StudyStore::passwordLock(PersonId person) const {
    return attempt(m_file->path, [&] { return readPasswordLock(m_file->database, person); });
}

Result<ReaderSession> StudyStore::openReaderSession(const SignIn& signIn, const ReadingPass& pass) {
    return attempt(m_file->path, [&] {
        auto reader = authenticate(m_file->database, signIn, {Role::Reader});
        const auto key = enterPass(*m_file, reader.id, pass);
        const auto& arms = m_file->study.settings.arms;
        const auto arm =
            std::find_if(arms.begin(), arms.end(), [&](const Arm& a) { return a.name == pass.arm; });
        return ReaderSession(*m_file, std::move(reader), *arm, pass.session, key);
    });
}

Result<AnnotatorSession> StudyStore::openAnnotatorSession(const SignIn& signIn) {
    return attempt(m_file->path, [&] {
        return AnnotatorSession(*m_file,
                                authenticate(m_file->database, signIn, {Role::Annotator, Role::Coordinator}));
    });
}

Result<CoordinatorSession> StudyStore::openCoordinatorSession(const SignIn& signIn) {
    return attempt(m_file->path, [&] {
        return CoordinatorSession(*m_file, authenticate(m_file->database, signIn, {Role::Coordinator}));
    });
}

Result<StudyCheck> StudyStore::verify() const {
    return attempt(m_file->path, [&] { return verifyFile(m_file->path, m_file->database); });
}

} // namespace vertescore
