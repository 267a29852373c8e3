// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/Refusal_p.h"

#include <SQLiteCpp/Exception.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <new>
#include <utility>

namespace vertescore {

namespace {

ErrorCode codeOf(const SQLite::Exception& problem) {
    switch (problem.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::StudyLocked;
    case SQLITE_READONLY:
        return ErrorCode::StudyReadOnly;
    case SQLITE_CORRUPT:
        return ErrorCode::StudyCorrupt;
    case SQLITE_NOTADB:
        return ErrorCode::StudyNotSqlite;
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return ErrorCode::FileUnreadable;
    case SQLITE_NOMEM:
        return ErrorCode::OutOfMemory;
    default:
        return ErrorCode::StudyFailure;
    }
}

} // namespace

void refuse(ErrorCode code, std::string detail) {
    throw Refusal{code, std::move(detail)};
}

Error errorInFlight(const std::filesystem::path& path) {
    try {
        throw;
    } catch (const Refusal& refusal) {
        return {refusal.code, refusal.detail, refusal.file.empty() ? path : refusal.file};
    } catch (const SQLite::Exception& problem) {
        return {codeOf(problem), problem.what(), path};
    } catch (const nlohmann::json::exception& problem) {
        return {ErrorCode::StudyCorrupt, problem.what(), path};
    } catch (const std::filesystem::filesystem_error& problem) {
        const bool isFull = problem.code() == std::errc::no_space_on_device;
        return {isFull ? ErrorCode::DiskFull : ErrorCode::FileNotWritable, problem.code().message(), path};
    } catch (const std::bad_alloc&) {
        return {ErrorCode::OutOfMemory, {}, path};
    } catch (const std::exception& problem) {
        return {ErrorCode::Internal, problem.what(), path};
    }
}

} // namespace vertescore
