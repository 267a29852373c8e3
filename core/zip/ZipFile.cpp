// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/zip/ZipFile.h"

#include "core/zip/ZipEnd_p.h"
#include "core/zip/ZipPath.h"

#include <zip.h>

#include <algorithm>
#include <optional>
#include <set>

namespace vertescore {
namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

constexpr std::uint64_t kMostEntries = 20000;
constexpr std::uint64_t kMostTotalBytes = 16ULL << 30;
constexpr std::uint64_t kTrustedBytes = 16ULL << 20; ///< below this a file may be packed as tight as it likes
constexpr std::uint64_t kMostRatio = 200;
constexpr std::size_t kChunkBytes = 1U << 20;

constexpr unsigned kFileTypeMask = 0170000, kRegularFile = 0100000; ///< of POSIX, in the upper 16 bits
constexpr zip_uint8_t kOsX = 19;                                    ///< APPNOTE.TXT 4.4.2.2

Error openError(int code) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string detail = zip_error_strerror(&error);
    zip_error_fini(&error);
    switch (code) {
    case ZIP_ER_NOZIP:
        return {ErrorCode::FileTruncated,
                "the archive has no list of its files at its end: it may be cut short",
                {}};
    case ZIP_ER_MEMORY:
        return {ErrorCode::OutOfMemory, {}, {}};
    case ZIP_ER_NOENT:
        return {ErrorCode::FileNotFound, {}, {}};
    case ZIP_ER_OPEN:
    case ZIP_ER_READ:
    case ZIP_ER_SEEK:
        return {ErrorCode::FileUnreadable, detail, {}};
    default:
        return {ErrorCode::FileMalformed, detail, {}};
    }
}

/// Neither absolute nor upwards, whichever of the two separators a program used.
bool staysInside(std::string_view name) {
    if (name.starts_with('/') || name.starts_with('\\')) return false;
    if (name.size() > 1 && name[1] == ':') return false;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find_first_of("/\\", begin), name.size());
        if (name.substr(begin, end - begin) == "..") return false;
        begin = end + 1;
    }
    return true;
}

/// As it would be written without "." and double separators, so that it stays the same as a path.
std::string plainName(std::string_view name) {
    const fs::path path(std::u8string(name.begin(), name.end()));
    const std::u8string text = path.lexically_normal().generic_u8string();
    return {text.begin(), text.end()};
}

/// Links, devices and folders without a name that says so.
bool isSpecial(zip_t* zip, zip_uint64_t index) {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(zip, index, 0, &system, &attributes) != 0) return false;
    if (system != ZIP_OPSYS_UNIX && system != kOsX) return false;
    const unsigned type = attributes >> 16 & kFileTypeMask;
    return type != 0 && type != kRegularFile;
}

/// Why a file of the list is not read; nothing when it is.
std::optional<Error> refusal(const zip_stat_t& entry) {
    if (entry.comp_method != ZIP_CM_STORE && entry.comp_method != ZIP_CM_DEFLATE)
        return Error{ErrorCode::UnsupportedFormat, "packed by a method other than Deflate", {}};
    if (entry.size > kMostUnpackedBytes)
        return Error{ErrorCode::FileTooLarge,
                     std::to_string(entry.size) + " bytes unpacked, " + std::to_string(kMostUnpackedBytes) +
                         " are the most",
                     {}};
    if (entry.size > kTrustedBytes && entry.size / kMostRatio > entry.comp_size)
        return Error{ErrorCode::FileTooLarge,
                     "it unpacks to more than " + std::to_string(kMostRatio) + " times its size",
                     {}};
    return std::nullopt;
}

/// A file of an archive while it is unpacked.
class Unpacking {
public:
    Unpacking(zip_t* zip, std::uint64_t index) : m_file(zip_fopen_index(zip, index, 0)) {
        if (m_file == nullptr) m_error = toError(zip_get_error(zip));
    }
    ~Unpacking() {
        if (m_file != nullptr) zip_fclose(m_file);
    }
    Unpacking(const Unpacking&) = delete;
    Unpacking& operator=(const Unpacking&) = delete;

    /// Up to so many bytes more; fewer at the end, where the checksum is looked at.
    Result<std::string> next(std::size_t most) {
        if (m_error) return failure(*m_error);
        std::string bytes(most, '\0');
        std::size_t done = 0;
        while (done < most) {
            const zip_int64_t count = zip_fread(m_file, bytes.data() + done, most - done);
            if (count < 0) return failure(toError(zip_file_get_error(m_file)));
            if (count == 0) break;
            done += static_cast<std::size_t>(count);
        }
        bytes.resize(done);
        return bytes;
    }

private:
    static Error toError(zip_error_t* error) {
        const int code = zip_error_code_zip(error);
        const bool isCut = code == ZIP_ER_EOF || code == ZIP_ER_READ || code == ZIP_ER_SEEK;
        return {code == ZIP_ER_MEMORY ? ErrorCode::OutOfMemory
                : isCut               ? ErrorCode::FileTruncated
                                      : ErrorCode::FileMalformed,
                std::string("in the archive: ") + zip_error_strerror(error),
                {}};
    }

    zip_file_t* m_file;
    std::optional<Error> m_error;
};

} // namespace

struct ZipFile::Handle {
    explicit Handle(zip_t* opened) : zip(opened) {}
    ~Handle() { zip_discard(zip); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    zip_t* zip;
};

ZipFile::ZipFile(std::unique_ptr<Handle> handle) : m_handle(std::move(handle)) {}
ZipFile::ZipFile(ZipFile&&) noexcept = default;
ZipFile& ZipFile::operator=(ZipFile&&) noexcept = default;
ZipFile::~ZipFile() = default;

bool looksLikeZip(std::string_view start) {
    return start.starts_with("PK\3\4"sv) || start.starts_with("PK\5\6"sv);
}

Result<ZipFile> ZipFile::open(const fs::path& path) {
    if (const Status end = checkZipEnd(path); !end)
        return failure(end.error().code, end.error().detail, path);
    int code = 0;
    zip_t* opened = zip_open(path.string().c_str(), ZIP_RDONLY, &code);
    if (opened == nullptr) {
        Error error = openError(code);
        error.path = path;
        return failure(std::move(error));
    }
    ZipFile zip(std::make_unique<Handle>(opened));
    if (const Status listed = zip.list(path); !listed) return failure(listed.error());
    return zip;
}

Status ZipFile::list(const fs::path& path) {
    const zip_int64_t count = zip_get_num_entries(m_handle->zip, 0);
    if (count > static_cast<zip_int64_t>(kMostEntries))
        return failure(ErrorCode::FileTooLarge,
                       std::to_string(count) + " files in the archive, " + std::to_string(kMostEntries) +
                           " are the most",
                       path);
    std::uint64_t total = 0;
    std::set<std::string> names;
    std::vector<std::string> encrypted;
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
        zip_stat_t entry;
        if (zip_stat_index(m_handle->zip, index, 0, &entry) != 0)
            return failure(ErrorCode::FileMalformed, "an entry of its list cannot be read", path);
        const std::string_view given = entry.name;
        if (given.empty() || given.back() == '/' || isSpecial(m_handle->zip, index)) continue;
        if (!staysInside(given)) {
            m_refused.push_back({ErrorCode::NotAllowed,
                                 "a name in it leads out of the archive: " + std::string(given), path});
            continue;
        }
        const std::string name = plainName(given);
        const auto refuse = [&](Error error) {
            error.path = zippedPath(path, name);
            m_refused.push_back(std::move(error));
        };
        if (!names.insert(name).second)
            refuse({ErrorCode::DuplicateEntry, "the archive holds another file of that name before it", {}});
        else if (entry.encryption_method != ZIP_EM_NONE)
            encrypted.push_back(name);
        else if (const auto why = refusal(entry))
            refuse(*why);
        else
            m_files.push_back({name, entry.size, index});
        total += std::min(entry.size, kMostTotalBytes);
        if (total > kMostTotalBytes)
            return failure(ErrorCode::FileTooLarge,
                           "it unpacks to more than " + std::to_string(kMostTotalBytes >> 30) + " GiB", path);
    }
    refuseEncrypted(path, std::move(encrypted));
    std::sort(m_files.begin(), m_files.end(),
              [](const ZippedFile& a, const ZippedFile& b) { return a.name < b.name; });
    return {};
}

/// Once for a whole archive: its files mostly share one password.
void ZipFile::refuseEncrypted(const fs::path& path, std::vector<std::string> names) {
    if (names.empty()) return;
    m_refused.push_back({ErrorCode::FileUnreadable,
                         std::to_string(names.size()) + " files in it are encrypted (" + names.front() +
                             (names.size() > 1 ? ", ..." : "") + "): unpack it with its password first",
                         path});
}

Result<std::string> ZipFile::read(const ZippedFile& file) const {
    Unpacking unpacking(m_handle->zip, file.index);
    std::string whole;
    while (true) {
        auto chunk = unpacking.next(kChunkBytes);
        if (!chunk) return failure(chunk.error());
        const bool isEnd = chunk->size() < kChunkBytes;
        whole += *chunk;
        if (whole.size() > file.size || (isEnd && whole.size() < file.size))
            return failure(ErrorCode::FileMalformed,
                           "in the archive: it has not the size that the list says");
        if (isEnd) return whole;
    }
}

Result<std::string> ZipFile::readStart(const ZippedFile& file, std::size_t bytes) const {
    return Unpacking(m_handle->zip, file.index).next(bytes);
}

} // namespace vertescore
