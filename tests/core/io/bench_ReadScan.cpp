// SPDX-License-Identifier: GPL-3.0-or-later
// What opening a scan costs beside what the DICOM library alone needs for it, in the same run. Says numbers,
// asserts nothing.
#include "core/io/ScanReader.h"
#include "tests/support/ScanFiles.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <numeric>

namespace {

using namespace vertescore;
using namespace vertescore::test;

constexpr int kRuns = 40;
constexpr Uint16 kWidth = 402;
constexpr Uint16 kHeight = 1200;

void writeScan(const std::filesystem::path& path) {
    writeDicom(path, [](DcmDataset& dataset) {
        dataset.putAndInsertUint16(DCM_Rows, kHeight);
        dataset.putAndInsertUint16(DCM_Columns, kWidth);
        dataset.putAndInsertString(DCM_WindowCenter, "2048");
        dataset.putAndInsertString(DCM_WindowWidth, "4096");
        std::vector<Uint16> values(std::size_t{kWidth} * kHeight);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = static_cast<Uint16>(i * 2654435761U >> 20 & 0xfff);
        dataset.putAndInsertUint16Array(DCM_PixelData, values.data(), values.size());
    });
}

/// Median over the runs, in milliseconds.
template <typename Work>
double medianMs(const Work& work) {
    std::vector<double> times;
    for (int run = 0; run < kRuns; ++run) {
        const auto start = std::chrono::steady_clock::now();
        work();
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(times.begin(), times.begin() + kRuns / 2, times.end());
    return times[kRuns / 2];
}

} // namespace

int main() {
    const TemporaryFolder folder;
    const auto path = folder / "scan.dcm";
    writeScan(path);
    std::uint64_t kept = 0; // what was read must not be optimised away
    const double library = medianMs([&] {
        DcmFileFormat file;
        const Uint16* values = nullptr;
        unsigned long count = 0;
        if (file.loadFile(path.c_str()).good() &&
            file.getDataset()->findAndGetUint16Array(DCM_PixelData, values, &count).good())
            kept = std::accumulate(values, values + count, kept);
    });
    const double opened = medianMs([&] { kept += readScan(path)->image.samples.size(); });
    const auto scan = readScan(path);
    if (!scan) return 1;
    const double shown = medianMs([&] { kept += renderDisplay(scan->image, scan->pipeline).pixels[0]; });
    std::printf("a scan of %d x %d, 12 bits, median of %d runs:\n", kWidth, kHeight, kRuns);
    std::printf("  DCMTK alone     %7.2f ms\n", library);
    std::printf("  readScan        %7.2f ms, %.1f times that\n", opened, opened / library);
    std::printf("  grey pipeline   %7.2f ms, %.1f times that\n", shown, shown / library);
    return kept == 0 ? 1 : 0;
}
