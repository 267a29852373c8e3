// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/AnnotatorSession.h"
#include "core/store/CoordinatorSession.h"
#include "core/store/ReaderSession.h"
#include "core/store/SignIn.h"

#include <chrono>
#include <functional>
#include <memory>

namespace vertescore {

enum class StudyAccess { ReadWrite, ReadOnly };

struct OpenOptions {
    StudyAccess access = StudyAccess::ReadWrite;
    int busyTimeoutMs = 2000; ///< how long another program's lock is waited for, before StudyLocked
    /// False: changes are quick, but the power failing may damage the file. For a file that can be made
    /// again.
    bool waitsForDisk = true;
    std::optional<std::uintmax_t> maxFileBytes; ///< a quota; what would go beyond it fails with DiskFull
    /// What dates entries; nothing: this computer's clock. Asked in the store's thread.
    std::function<std::chrono::system_clock::time_point()> clock = {};
};

/// A log entry that is dated earlier than the one before it: somebody had set the clock back. What was
/// recorded is as good as the rest, and stands in its order.
struct ClockSetBack {
    std::int64_t entry = 0;
    std::chrono::minutes by{};
    friend bool operator==(const ClockSetBack&, const ClockSetBack&) = default;
};

/// What verify() found.
struct StudyCheck {
    std::size_t logEntries = 0;
    std::string logHead; ///< hash of the newest entry: write it down to prove nothing was cut off
    std::vector<std::string> databaseFindings; ///< of SQLite's checks; rows with unknown words
    std::optional<std::int64_t>
        firstBrokenEntry;          ///< number of the first log entry that does not fit its chain or its row
    std::size_t mergedEntries = 0; ///< that came from other workstations
    /// The first of those that does not fit its chain ("entry 17 of desk2"), or a merge that is not what it
    /// was.
    std::optional<std::string> firstBrokenMerge;
    std::vector<std::string>
        alteredRows; ///< "reading_events 17": changed, removed or added behind the program's back
    std::vector<ClockSetBack> clockSetBack; ///< in the file's own log: a remark, no fault

    bool isSound() const {
        return databaseFindings.empty() && !firstBrokenEntry && !firstBrokenMerge && alteredRows.empty();
    }
};

/// A reader study: one SQLite file (write-ahead log, foreign keys, full synchronisation, append-only where it
/// matters, hash-chained log). The store and every session of it stay in the thread that opened it; another
/// thread, window or program opens the file once more. Movable; sessions stay valid when it is moved.
class StudyStore {
public:
    /// Makes the file beside its name and renames it when it is whole. At least one of the people
    /// coordinates. Errors: StudyExists, FileNotWritable, DiskFull, InvalidArgument (no name, no arm, no
    /// coordinator, names twice).
    static Result<StudyStore> create(const std::filesystem::path& path, const StudySettings& settings,
                                     const std::vector<NewPerson>& people);

    /// Checks the file, and brings an older one up to date after a copy was put beside it
    /// ("NAME.v1-TIME.backup"); one that is opened to be read only stays as it is, and a copy of it, brought
    /// up to date, is shown instead. Errors: StudyNotFound, FileEmpty, StudyNotSqlite (also: SQLite but no
    /// study), StudyCorrupt, StudyNewer, StudyLocked, StudyReadOnly (open it with ReadOnly then), DiskFull,
    /// FileUnreadable, StudyFailure.
    static Result<StudyStore> open(const std::filesystem::path& path, const OpenOptions& options = {});

    StudyStore(StudyStore&& other) noexcept;
    StudyStore& operator=(StudyStore&& other) noexcept;
    ~StudyStore();

    const Study& study() const;
    const std::filesystem::path& path() const;
    StudyAccess access() const;

    Result<std::vector<Person>> people() const; ///< by name; for the sign-in page
    Result<std::size_t> scanCount() const;
    /// By how much the clock of this computer is behind the study's last entry; nothing when it is not, or by
    /// less than a minute. Everything is recorded all the same, in its order.
    Result<std::optional<std::chrono::minutes>> clockBehind() const;
    /// Nothing for a person without a password. NotAllowed: no such person.
    Result<std::optional<PasswordLock>> passwordLock(PersonId person) const;

    /// Errors: WrongPassword, NotAllowed (no such person or role, or the washout is not over),
    /// InvalidArgument (no such arm or session).
    Result<ReaderSession> openReaderSession(const SignIn& signIn, const ReadingPass& pass);
    Result<AnnotatorSession> openAnnotatorSession(const SignIn& signIn); ///< annotators and coordinators
    Result<CoordinatorSession> openCoordinatorSession(const SignIn& signIn);

    /// The whole file against itself: SQLite's own checks, the chain of the log, every logged row. Seconds
    /// for a large study.
    Result<StudyCheck> verify() const;

private:
    explicit StudyStore(std::unique_ptr<StudyFile> file);
    std::unique_ptr<StudyFile> m_file; ///< never null, except after a move
};

} // namespace vertescore
