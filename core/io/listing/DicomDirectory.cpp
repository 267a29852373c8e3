// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/listing/DicomDirectory_p.h"

#include "core/dicom/DicomElements.h"
#include "core/dicom/DicomFile.h"

#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>

namespace vertescore {
namespace {

namespace fs = std::filesystem;
using namespace dicom;

constexpr std::size_t kSniffedBytes = 1024; ///< the class stands in the meta header
constexpr std::uint16_t kNotInUse = 0;

std::string inCapitals(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

/// Finds files below a folder by names whose case may differ.
class Medium {
public:
    explicit Medium(fs::path root) : m_root(std::move(root)) {
        std::error_code ignored;
        m_canonical = fs::canonical(m_root, ignored);
    }

    /// The file as it is called here, or as the directory calls it where it is missing; nothing when a name
    /// is no plain one.
    std::optional<fs::path> find(const std::vector<std::string>& names) {
        fs::path found = m_root;
        for (const std::string& name : names) {
            if (!isPlain(name)) return std::nullopt;
            found = entry(found, name);
        }
        return found;
    }

    /// False when a link leads out.
    bool holds(const fs::path& file) const {
        std::error_code error;
        const fs::path real = fs::weakly_canonical(file, error);
        if (error || m_canonical.empty()) return true; // whoever reads it says why
        const fs::path relative = real.lexically_relative(m_canonical);
        return !relative.empty() && *relative.begin() != "..";
    }

private:
    static bool isPlain(const std::string& name) {
        return !name.empty() && name != "." && name != ".." &&
               name.find_first_of(std::string_view("/\\:\0", 4)) == std::string::npos;
    }

    fs::path entry(const fs::path& folder, const std::string& name) {
        const fs::path exact = folder / name;
        std::error_code error;
        if (fs::exists(exact, error)) return exact;
        const auto& names = namesIn(folder);
        const auto other = names.find(inCapitals(name));
        return other == names.end() ? exact : folder / other->second;
    }

    const std::map<std::string, fs::path>& namesIn(const fs::path& folder) {
        const auto [known, isNew] = m_names.try_emplace(folder);
        if (!isNew) return known->second;
        std::error_code error;
        for (fs::directory_iterator next(folder, error); !error && next != fs::directory_iterator();
             next.increment(error))
            known->second.emplace(inCapitals(toUtf8(next->path().filename())), next->path().filename());
        return known->second;
    }

    fs::path m_root;
    fs::path m_canonical;
    std::map<fs::path, std::map<std::string, fs::path>> m_names; ///< in capitals -> as it is called
};

bool isImageInUse(DcmItem& record) {
    if (text(record, DCM_DirectoryRecordType) != "IMAGE") return false;
    Uint16 use = 0xffff;
    record.findAndGetUint16(DCM_RecordInUseFlag, use);
    return use != kNotInUse;
}

std::string joined(const std::vector<std::string>& names) {
    std::string whole;
    for (const std::string& name : names)
        whole += (whole.empty() ? "" : "/") + name;
    return whole;
}

} // namespace

bool isDirectoryName(const fs::path& path) {
    return inCapitals(toUtf8(path.filename())) == "DICOMDIR";
}

bool looksLikeDirectory(const fs::path& path) {
    std::array<char, kSniffedBytes> start;
    std::ifstream file(path, std::ios::binary);
    file.read(start.data(), start.size());
    const std::string_view bytes(start.data(), static_cast<std::size_t>(file.gcount()));
    return looksLikeDicom(bytes) && bytes.find(UID_MediaStorageDirectoryStorage) != std::string_view::npos;
}

Result<DicomDirectory> readDicomDirectory(const fs::path& path) {
    const auto file = loadDicom(path);
    if (!file) return failure(file.error().code, file.error().detail, path);
    DcmDataset& dataset = *(*file)->getDataset();
    if (!dataset.tagExists(DCM_DirectoryRecordSequence))
        return failure(ErrorCode::FileMalformed, "it says that it is a DICOMDIR, but lists nothing", path);
    DicomDirectory directory;
    Medium medium(path.has_parent_path() ? path.parent_path() : fs::path("."));
    std::set<fs::path> known;
    for (DcmItem* record : itemsOf(dataset, DCM_DirectoryRecordSequence)) {
        if (!isImageInUse(*record)) continue;
        const std::vector<std::string> names = texts(*record, DCM_ReferencedFileID);
        if (names.empty()) continue; // an image that was taken out
        const auto image = medium.find(names);
        if (image && medium.holds(*image)) {
            if (known.insert(*image).second) directory.images.push_back(*image);
            continue;
        }
        if (image) directory.outside.push_back(*image);
        directory.refused.push_back(
            {ErrorCode::NotAllowed, "it refers to a file outside its folder: " + joined(names), path});
    }
    return directory;
}

} // namespace vertescore
