// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/listing/FileList.h"

#include "core/dicom/DicomFile.h"
#include "core/io/listing/DicomDirectory_p.h"
#include "core/zip/ZipPath.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

namespace vertescore {
namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

constexpr std::array kOwnEndings{".landmarks.json"sv, ".crop.json"sv, ".truth.json"sv, ".overlay.png"sv};

bool isOurs(const std::string& name) {
    return name == "contact-sheet.png" ||
           std::any_of(kOwnEndings.begin(), kOwnEndings.end(),
                       [&name](std::string_view ending) { return name.ends_with(ending); });
}

/// Links to folders are not followed: they may lead in circles.
bool isFolder(const fs::directory_entry& entry) {
    std::error_code ignored;
    return entry.is_directory(ignored) && !entry.is_symlink(ignored);
}

/// A device or a pipe says nothing, or never ends. A link that leads nowhere is left for whoever reads it to
/// tell.
bool mayBeFile(const fs::directory_entry& entry) {
    std::error_code ignored;
    if (entry.is_regular_file(ignored)) return true;
    return entry.is_symlink(ignored) && !fs::exists(entry.path(), ignored);
}

constexpr std::size_t kSniffedBytes = 132; ///< preamble and "DICM"

/// By what it holds; or by its name, so that a broken one is told.
bool isDicom(const fs::path& path, std::string_view start) {
    return dicom::looksLikeDicom(start) || path.extension() == ".dcm" || path.extension() == ".DCM";
}

bool isDicom(const fs::path& path) {
    std::array<char, kSniffedBytes> start;
    std::ifstream file(path, std::ios::binary);
    file.read(start.data(), start.size());
    return isDicom(path, {start.data(), static_cast<std::size_t>(file.gcount())});
}

/// In folders only what is called so: a document of an office program is an archive too.
bool isZipName(const fs::path& path) {
    std::string ending = toUtf8(path.extension());
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return ending == ".zip";
}

bool isBelow(const fs::path& path, const fs::path& folder) {
    const auto [part, other] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return part == folder.end();
}

/// Whether a part of a path in an archive is left out, as it would be in a folder.
bool isHiddenPart(const fs::path& part) {
    return toUtf8(part).starts_with('.');
}

/// The files of an archive; the archive itself when it cannot be opened.
void appendZip(const fs::path& path, FileList& list) {
    const auto zip = ZipFile::open(path);
    if (!zip) {
        list.files.push_back(path);
        return;
    }
    const auto& files = zip->files();
    const bool isMedium = std::any_of(files.begin(), files.end(), [](const ZippedFile& file) {
        return isDirectoryName(zippedPath({}, file.name));
    });
    for (const ZippedFile& file : files) {
        const fs::path name = zippedPath({}, file.name).relative_path();
        if (std::any_of(name.begin(), name.end(), isHiddenPart) || isOurs(toUtf8(name.filename()))) continue;
        if (isMedium && isDirectoryName(name)) continue;
        if (isMedium && !isDicom(name, zip->readStart(file, kSniffedBytes).value_or(""))) continue;
        list.files.push_back(zippedPath(path, file.name));
    }
    list.refused.insert(list.refused.end(), zip->refused().begin(), zip->refused().end());
}

/// The files of one folder that a person named, while they are gathered.
class Gathering {
public:
    explicit Gathering(const fs::path& folder) {
        std::vector<fs::path> folders{folder};
        while (!folders.empty()) {
            const fs::path next = std::move(folders.back());
            folders.pop_back();
            look(next, folders);
        }
        for (const fs::path& directory : m_directories)
            followDirectory(directory);
        m_found.insert(m_found.end(), m_images.begin(), m_images.end());
        m_found.insert(m_found.end(), m_zipped.files.begin(), m_zipped.files.end());
        std::sort(m_found.begin(), m_found.end());
        m_found.erase(std::unique(m_found.begin(), m_found.end()), m_found.end());
    }

    void moveInto(FileList& list) {
        list.files.insert(list.files.end(), m_found.begin(), m_found.end());
        list.refused.insert(list.refused.end(), m_refused.begin(), m_refused.end());
        list.refused.insert(list.refused.end(), m_zipped.refused.begin(), m_zipped.refused.end());
    }

private:
    /// The folder itself stays in when it cannot be listed, or not to its end: it may go meanwhile.
    void look(const fs::path& folder, std::vector<fs::path>& folders) {
        std::error_code error;
        fs::directory_iterator entry(folder, error);
        while (!error && entry != fs::directory_iterator()) {
            const std::string name = toUtf8(entry->path().filename());
            const bool isHidden = name.starts_with('.');
            if (!isHidden && isFolder(*entry))
                folders.push_back(entry->path());
            else if (!isHidden && !isOurs(name) && mayBeFile(*entry))
                take(entry->path());
            entry.increment(error);
        }
        if (error) m_found.push_back(folder);
    }

    void take(const fs::path& file) {
        if (isDirectoryName(file) && looksLikeDirectory(file))
            m_directories.push_back(file);
        else if (isZipName(file) && isZip(file))
            appendZip(file, m_zipped);
        else
            m_found.push_back(file);
    }

    void followDirectory(const fs::path& file) {
        const auto directory = readDicomDirectory(file);
        if (!directory) { // what lies there is read as in any folder
            m_refused.push_back(directory.error());
            return;
        }
        const fs::path medium = file.parent_path();
        const auto& outside = directory->outside;
        std::erase_if(m_found, [&](const fs::path& one) {
            return std::find(outside.begin(), outside.end(), one) != outside.end() ||
                   (isBelow(one, medium) && !isDicom(one));
        });
        m_images.insert(m_images.end(), directory->images.begin(), directory->images.end());
        m_refused.insert(m_refused.end(), directory->refused.begin(), directory->refused.end());
    }

    std::vector<fs::path> m_found;
    std::vector<fs::path> m_directories; ///< DICOMDIR files
    std::vector<fs::path> m_images;      ///< that these refer to
    FileList m_zipped;
    std::vector<Error> m_refused;
};

/// A DICOMDIR that was named itself, under whichever name.
void appendDirectory(const fs::path& path, FileList& list) {
    auto directory = readDicomDirectory(path);
    if (!directory) {
        list.refused.push_back(directory.error());
        return;
    }
    list.files.insert(list.files.end(), directory->images.begin(), directory->images.end());
    list.refused.insert(list.refused.end(), directory->refused.begin(), directory->refused.end());
}

} // namespace

FileList listFiles(const std::vector<fs::path>& paths) {
    FileList list;
    for (const fs::path& path : paths) {
        std::error_code ignored;
        if (fs::is_directory(path, ignored))
            Gathering(path).moveInto(list);
        else if (fs::is_regular_file(path, ignored) && looksLikeDirectory(path))
            appendDirectory(path, list);
        else if (isZip(path))
            appendZip(path, list);
        else
            list.files.push_back(path);
    }
    return list;
}

} // namespace vertescore
