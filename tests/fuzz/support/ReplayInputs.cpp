// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one target over files, without any fuzzer: TARGET, then files and folders. Each input must come back
// and leave the program below the memory that is promised for any file; how long it may take is CTest's
// matter.
#include "tests/fuzz/support/Targets.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace vertescore;

struct Target {
    std::string_view name;
    void (*run)(fuzz::Bytes);
};
constexpr std::array kTargets{Target{"agreement", fuzz::agreement},
                              Target{"deidentify", fuzz::deidentify},
                              Target{"dicom", fuzz::dicom},
                              Target{"landmarks", fuzz::landmarks},
                              Target{"presentation", fuzz::presentation},
                              Target{"raster", fuzz::raster},
                              Target{"ratings", fuzz::ratings},
                              Target{"report", fuzz::report},
                              Target{"structure", fuzz::structure},
                              Target{"study", fuzz::study},
                              Target{"tensors", fuzz::tensors},
                              Target{"texts", fuzz::texts},
                              Target{"zip", fuzz::zip}};

constexpr long kMostKiB = 1L << 20;

std::vector<fs::path> filesOf(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored))
        return fs::exists(path, ignored) ? std::vector{path} : std::vector<fs::path>();
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(path))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string bytesOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

long peakKiB() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> words(arguments + 1, arguments + count);
    const auto target = std::find_if(kTargets.begin(), kTargets.end(), [&words](const Target& one) {
        return !words.empty() && one.name == words.front();
    });
    if (target == kTargets.end()) {
        std::fprintf(stderr, "say which target, then files and folders\n");
        return 2;
    }
    std::size_t inputs = 0;
    for (std::size_t i = 1; i < words.size(); ++i)
        for (const fs::path& file : filesOf(words[i])) {
            std::fprintf(stderr, "%s\n", file.c_str());
            target->run(bytesOf(file));
            ++inputs;
            if (peakKiB() > kMostKiB) {
                std::fprintf(stderr, "more than %ld MiB of memory\n", kMostKiB >> 10);
                return 1;
            }
        }
    std::fprintf(stderr, "%zu inputs\n", inputs);
    return inputs > 0 ? 0 : 2;
}
