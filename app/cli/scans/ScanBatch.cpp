// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scans/ScanBatch.h"

#include "core/io/ScanReader.h"
#include "core/io/listing/FileList.h"

#include <algorithm>
#include <array>

namespace vertescore::cli {
namespace {

namespace fs = std::filesystem;

struct Input {
    fs::path path;
    bool isNamed = false; ///< given itself, not found in a folder or a DICOMDIR
};

std::vector<Input> inputsOf(const ScanBatch& batch, Console& console) {
    std::vector<Input> inputs;
    for (const std::string& text : batch.paths) {
        const fs::path path = pathFromUtf8(text);
        const auto [files, refused] = listFiles({path});
        for (const Error& error : refused)
            console.failed(error, batch.json);
        if (files.empty() && refused.empty())
            console.failed({ErrorCode::FileNotFound, "it holds no file", path}, batch.json);
        for (const fs::path& file : files)
            inputs.push_back({file, file == path});
    }
    return inputs;
}

bool isSimplyNoScan(ErrorCode code) {
    return code == ErrorCode::UnsupportedFormat || code == ErrorCode::NotAnImage ||
           code == ErrorCode::NotAScan;
}

} // namespace

void forEachScan(const ScanBatch& batch, Console& console, const std::function<void(const Scan&)>& work) {
    const std::vector<Input> inputs = inputsOf(batch, console);
    std::size_t done = 0;
    for (const Input& input : inputs) {
        if (console.isStopped()) return;
        console.progress(batch.doing, done++, inputs.size());
        const auto scan = readScan(input.path);
        if (scan)
            work(*scan);
        else if (!input.isNamed && isSimplyNoScan(scan.error().code))
            console.skipped(scan.error(), batch.json);
        else
            console.failed(scan.error(), batch.json);
    }
}

std::string ResultNames::nameFor(const fs::path& scan) {
    constexpr std::array<std::string_view, 8> kEndings{".dcm", ".dicom", ".dic", ".png",
                                                       ".jpg", ".jpeg",  ".tif", ".tiff"};
    std::string ending = toUtf8(scan.extension());
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const bool isEnding = std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
    const std::string stem = toUtf8(isEnding ? scan.stem() : scan.filename());
    std::string name = stem;
    for (int copy = 2; !m_used.insert(name).second; ++copy)
        name = stem + "-" + std::to_string(copy);
    return name;
}

Status makeFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return failure(ErrorCode::FileNotWritable, error.message(), folder);
    return {};
}

} // namespace vertescore::cli
