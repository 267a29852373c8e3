// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensors/TrainingBundle.h"
#include "tests/fuzz/support/InputFile.h"

#include <cstring>

namespace vertescore::fuzz {
namespace {

/// The header's length, which is eight bytes that no mutation of the header would hit, set to fit the first
/// line end after the header's last brace.
std::string withHeaderLength(Bytes bytes) {
    std::string file(bytes);
    const std::size_t end = file.find("}\n");
    if (file.size() < 8 || end == std::string::npos || end < 7) return file;
    const std::uint64_t length = end + 2 - 8;
    std::memcpy(file.data(), &length, sizeof(length));
    return file;
}

void readBoth(const InputFolder& folder, const std::string& bytes) {
    if (const auto file = SafetensorsFile::parse(bytes)) {
        std::size_t sum = 0;
        for (const auto& [name, view] : file->tensors())
            for (const char byte : view.bytes)
                sum += static_cast<unsigned char>(byte);
        expect(sum <= 255 * bytes.size(), "tensors lie in their file");
    }
    const auto bundle = TrainingBundle::read(folder.write("bundle.safetensors", bytes));
    if (!bundle) return;
    for (const BundleScan& scan : bundle->scans())
        expect(displayOf(scan).pixels.size() == static_cast<std::size_t>(scan.geometry.width) *
                                                    static_cast<std::size_t>(scan.geometry.height),
               "a picture has all its pixels");
    expect(writeTrainingBundle(folder.path() / "again.safetensors", bundle->scans()).has_value(),
           "a bundle that was read can be written");
    const auto again = TrainingBundle::read(folder.path() / "again.safetensors");
    expect(again.has_value() && again->scans().size() == bundle->scans().size(), "and read again");
    for (std::size_t i = 0; i < again->scans().size(); ++i)
        expect(again->scans()[i].landmarks == bundle->scans()[i].landmarks, "with the same landmarks");
}

} // namespace

void tensors(Bytes bytes) {
    static const InputFolder folder;
    readBoth(folder, std::string(bytes));
    if (const std::string fitted = withHeaderLength(bytes); fitted != bytes) readBoth(folder, fitted);
}

} // namespace vertescore::fuzz
