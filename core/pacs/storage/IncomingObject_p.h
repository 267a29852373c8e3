// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/ObjectFolder.h"
#include "core/pacs/network/OutputTo_p.h"

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace vertescore::pacs {

/// Unfinished files: start, number of the process, ".", number of the file, end. Hidden, so that no import
/// takes them.
inline constexpr std::string_view kUnfinishedStart = ".incoming-";
inline constexpr std::string_view kUnfinishedEnd = ".part";

/// Who and what an object is, as it is announced.
struct ObjectHeader {
    std::string instanceUid;
    std::string classUid;
    std::string transferSyntax; ///< UID
    std::string sender;         ///< AE title; may be empty
};

/// Writes to a file, up to a bound, and remembers why it could not.
class FileConsumer : public DcmConsumer {
public:
    FileConsumer(int file, std::uintmax_t mostBytes) : m_file(file), m_left(mostBytes) {}

    OFBool good() const override { return m_problem == 0 && !m_isTooLarge; }
    OFCondition status() const override { return good() ? EC_Normal : EC_InvalidStream; }
    OFBool isFlushed() const override { return OFTrue; }
    offile_off_t avail() const override { return static_cast<offile_off_t>(m_left); }
    offile_off_t write(const void* bytes, offile_off_t count) override;
    void flush() override {}

    int problem() const { return m_problem; } ///< errno, or 0
    bool isTooLarge() const { return m_isTooLarge; }
    void onTooLarge(std::function<void()> call) { m_onTooLarge = std::move(call); }

private:
    int m_file;
    std::uintmax_t m_left;
    int m_problem = 0;
    bool m_isTooLarge = false;
    std::function<void()> m_onTooLarge;
};

/// One object on its way into a folder. Nothing stays of it unless finish succeeds. One thread.
class IncomingObject {
public:
    /// Errors: InvalidArgument (a UID that is none), FileNotWritable, DiskFull.
    static Result<std::unique_ptr<IncomingObject>> begin(const ObjectFolder& folder, ObjectHeader header);
    ~IncomingObject();
    IncomingObject(const IncomingObject&) = delete;
    IncomingObject& operator=(const IncomingObject&) = delete;

    /// Takes the data set, as it comes.
    DcmOutputStream& stream() { return m_stream; }
    /// Called once when more comes than may come: the sender may never end.
    void onTooLarge(std::function<void()> call) { m_stream.consumer().onTooLarge(std::move(call)); }
    /// Why the stream took no more: DiskFull, FileNotWritable, FileTooLarge.
    std::optional<Error> problem();

    /// All has come: looks the file over, puts it on the disk and gives it its name. Errors: those of problem
    /// and of checkStructure, FileMalformed (it is not what was announced).
    Result<StoredObject> finish();

private:
    IncomingObject(const ObjectFolder& folder, ObjectHeader header, std::filesystem::path path, int file);
    Status writeHeader();
    Status check() const;
    Status flush();
    Result<StoredObject> publish();

    ObjectFolder m_folder;
    ObjectHeader m_header;
    std::filesystem::path m_path;
    int m_file;
    OutputTo<FileConsumer> m_stream;
};

} // namespace vertescore::pacs
