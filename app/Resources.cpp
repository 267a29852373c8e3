// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Resources.h"

#include <vector>

#if defined(_WIN32)
#include <windows.h>
#elif defined(__APPLE__)
#include <mach-o/dyld.h>
#endif

namespace vertescore {
namespace {

namespace fs = std::filesystem;

fs::path programPath() {
#if defined(_WIN32)
    std::vector<wchar_t> text(32768);
    text.resize(GetModuleFileNameW(nullptr, text.data(), static_cast<DWORD>(text.size())));
    return fs::path(text.begin(), text.end());
#elif defined(__APPLE__)
    std::uint32_t size = 0;
    _NSGetExecutablePath(nullptr, &size);
    std::vector<char> text(size);
    _NSGetExecutablePath(text.data(), &size);
    return fs::path(text.data());
#else
    std::error_code ignored;
    return fs::read_symlink("/proc/self/exe", ignored);
#endif
}

} // namespace

Result<fs::path> findResource(const fs::path& below) {
    const fs::path place =
        (programPath().parent_path() / ".." / "share" / "vertescore" / below).lexically_normal();
    std::error_code ignored;
    if (!fs::exists(place, ignored))
        return failure(ErrorCode::FileNotFound, "a part of the program is missing", place);
    return place;
}

Result<fs::path> defaultWeights() {
    auto weights = findResource(fs::path("weights") / "vertenet-phantom.safetensors");
    if (!weights)
        return failure(ErrorCode::WeightsMissing, "the program came without weights", weights.error().path);
    return weights;
}

} // namespace vertescore
