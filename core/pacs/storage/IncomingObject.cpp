// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/storage/IncomingObject_p.h"

#include "core/dicom/DicomElements.h"
#include "core/dicom/DicomFile.h"
#include "core/pacs/storage/SameObject_p.h"

#include <dcmtk/dcmdata/dcmetinf.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <system_error>

namespace vertescore::pacs {
namespace {

namespace fs = std::filesystem;

constexpr int kMostVariants = 1000;

Error writeError(int problem, const fs::path& path) {
    const bool isFull = problem == ENOSPC || problem == EDQUOT;
    return {isFull ? ErrorCode::DiskFull : ErrorCode::FileNotWritable,
            std::generic_category().message(problem), path};
}

fs::path unfinishedName() {
    static std::atomic<unsigned> count{0};
    return std::string(kUnfinishedStart) + std::to_string(::getpid()) + "." + std::to_string(count++) +
           std::string(kUnfinishedEnd);
}

/// Puts the names of a folder on the disk.
Status flushFolder(const fs::path& path) {
    const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return failure(writeError(errno, path));
    const int problem = ::fsync(folder) == 0 ? 0 : errno;
    ::close(folder);
    // Some network file systems cannot flush folders.
    if (problem != 0 && problem != EINVAL) return failure(writeError(problem, path));
    return {};
}

/// Gives a file a name that no other has: true, or false where one has it.
Result<bool> giveName(const fs::path& from, const fs::path& to) {
    if (::link(from.c_str(), to.c_str()) == 0) {
        ::unlink(from.c_str());
        return true;
    }
    if (errno == EEXIST) return false;
    // No second names there (FAT, some network file systems): the lock of the caller has to do.
    std::error_code problem;
    if (fs::exists(to, problem)) return false;
    fs::rename(from, to, problem);
    if (problem) return failure(writeError(problem.value(), to));
    return true;
}

OFCondition fillHeader(DcmMetaInfo& meta, const ObjectHeader& header) {
    const Uint8 version[] = {0, 1};
    OFCondition filled = meta.putAndInsertUint8Array(DCM_FileMetaInformationVersion, version, 2);
    const auto text = [&](const DcmTagKey& tag, const std::string& value) {
        if (filled.good() && !value.empty()) filled = meta.putAndInsertString(tag, value.c_str());
    };
    text(DCM_MediaStorageSOPClassUID, header.classUid);
    text(DCM_MediaStorageSOPInstanceUID, header.instanceUid);
    text(DCM_TransferSyntaxUID, header.transferSyntax);
    text(DCM_ImplementationClassUID, OFFIS_IMPLEMENTATION_CLASS_UID);
    text(DCM_ImplementationVersionName, OFFIS_DTK_IMPLEMENTATION_VERSION_NAME);
    text(DCM_SourceApplicationEntityTitle, header.sender);
    return filled;
}

} // namespace

offile_off_t FileConsumer::write(const void* bytes, offile_off_t count) {
    if (!good()) return 0;
    if (static_cast<std::uintmax_t>(count) > m_left) {
        m_isTooLarge = true;
        if (m_onTooLarge) m_onTooLarge();
        return 0;
    }
    const char* from = static_cast<const char*>(bytes);
    for (offile_off_t left = count; left > 0;) {
        const ssize_t written = ::write(m_file, from, static_cast<std::size_t>(left));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            m_problem = errno;
            return count - left;
        }
        from += written;
        left -= written;
    }
    m_left -= static_cast<std::uintmax_t>(count);
    return count;
}

IncomingObject::IncomingObject(const ObjectFolder& folder, ObjectHeader header, fs::path path, int file)
    : m_folder(folder), m_header(std::move(header)), m_path(std::move(path)), m_file(file),
      m_stream(file, folder.mostObjectBytes()) {}

IncomingObject::~IncomingObject() {
    if (m_file >= 0) ::close(m_file);
    std::error_code ignored;
    fs::remove(m_path, ignored);
}

Result<std::unique_ptr<IncomingObject>> IncomingObject::begin(const ObjectFolder& folder,
                                                              ObjectHeader header) {
    if (!isFileUid(header.instanceUid))
        return failure(ErrorCode::InvalidArgument, "the SOP Instance UID is none");
    fs::path path = folder.path() / unfinishedName();
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0) return failure(writeError(errno, folder.path()));
    std::unique_ptr<IncomingObject> object(
        new IncomingObject(folder, std::move(header), std::move(path), file));
    if (const Status written = object->writeHeader(); !written) return failure(written.error());
    return object;
}

Status IncomingObject::writeHeader() {
    DcmMetaInfo meta;
    OFCondition written = fillHeader(meta, m_header);
    if (written.good())
        written = meta.computeGroupLengthAndPadding(EGL_withGL, EPD_noChange,
                                                    META_HEADER_DEFAULT_TRANSFERSYNTAX, EET_ExplicitLength);
    meta.transferInit();
    if (written.good())
        written = meta.write(m_stream, META_HEADER_DEFAULT_TRANSFERSYNTAX, EET_ExplicitLength, nullptr);
    meta.transferEnd();
    if (const auto why = problem()) return failure(*why);
    if (written.bad()) return failure(ErrorCode::Internal, written.text(), m_path);
    return {};
}

std::optional<Error> IncomingObject::problem() {
    const FileConsumer& consumer = m_stream.consumer();
    if (consumer.problem() != 0) return writeError(consumer.problem(), m_folder.path());
    if (!consumer.isTooLarge()) return std::nullopt;
    return Error{ErrorCode::FileTooLarge,
                 "an object of more than " + std::to_string(m_folder.mostObjectBytes() >> 20) + " MiB",
                 m_folder.fileOf(m_header.instanceUid)};
}

Status IncomingObject::check() const {
    const fs::path named = m_folder.fileOf(m_header.instanceUid);
    const auto file = dicom::loadDicom(m_path);
    if (!file) return failure(file.error().code, file.error().detail, named);
    DcmDataset& dataset = *(*file)->getDataset();
    if (dicom::text(dataset, DCM_SOPInstanceUID) != m_header.instanceUid ||
        dicom::text(dataset, DCM_SOPClassUID) != m_header.classUid)
        return failure(ErrorCode::FileMalformed, "the object is not the one that was announced", named);
    return {};
}

Status IncomingObject::flush() {
    int problem = ::fsync(m_file) == 0 ? 0 : errno;
    if (::close(m_file) != 0 && problem == 0) problem = errno;
    m_file = -1;
    if (problem != 0) return failure(writeError(problem, m_folder.path()));
    return {};
}

Result<StoredObject> IncomingObject::finish() {
    if (const auto why = problem()) return failure(*why);
    if (const Status flushed = flush(); !flushed) return failure(flushed.error());
    if (const Status checked = check(); !checked) return failure(checked.error());
    auto stored = publish();
    if (!stored) return stored;
    if (const Status flushed = flushFolder(m_folder.path()); !flushed) return failure(flushed.error());
    return stored;
}

Result<StoredObject> IncomingObject::publish() {
    // Where the file system cannot tell that a name is taken, one thread after another can.
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    StoredObject stored{{}, m_header.instanceUid, m_header.classUid, Arrival::New, m_header.sender};
    for (int variant = 1; variant < kMostVariants; ++variant) {
        stored.file =
            variant == 1
                ? m_folder.fileOf(m_header.instanceUid)
                : m_folder.path() / (m_header.instanceUid + ".differs-" + std::to_string(variant) + ".dcm");
        const auto renamed = giveName(m_path, stored.file);
        if (!renamed) return failure(renamed.error());
        if (*renamed) return stored;
        if (isSameObject(m_path, stored.file)) {
            stored.arrival = Arrival::AlreadyThere;
            return stored;
        }
        stored.arrival = Arrival::Differs;
    }
    return failure(ErrorCode::DuplicateEntry, "too many contents under one UID", stored.file);
}

} // namespace vertescore::pacs
