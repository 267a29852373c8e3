// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/seeds/Seeds.h"
#include "tests/support/ScanFiles.h"
#include "tests/support/ZipFiles.h"

namespace vertescore::fuzz {
namespace {

namespace fs = std::filesystem;
using namespace test;

void stored(zip_t* zip, zip_uint64_t index) {
    zip_set_file_compression(zip, index, ZIP_CM_STORE, 0);
}

void encrypted(zip_t* zip, zip_uint64_t index) {
    zip_file_set_encryption(zip, index, ZIP_EM_AES_256, "secret");
}

void asLink(zip_t* zip, zip_uint64_t index) {
    zip_file_set_external_attributes(zip, index, 0, ZIP_OPSYS_UNIX, 0120777U << 16);
}

} // namespace

void writeZipSeeds(const fs::path& folder) {
    const fs::path target = folder / "zip";
    fs::create_directories(target);
    const TemporaryFolder made;
    writeDicom(made / "scan.dcm");
    const std::string scan = readBytes(made / "scan.dcm");
    writeZip(target / "packed", {{"in/scan.dcm", scan}, {"text", "no scan"}, {"in/", ""}});
    writeZip(target / "stored", {{"scan.dcm", scan, stored}});
    writeZip(target / "odd", {{"../up", "1"}, {"M\x81ller", "2", asLink}, {"secret", "3", encrypted}});
    writeZip(target / "medium", {{"DICOMDIR", scan}, {"A/1", scan}, {"help.png", "\x89PNG\r\n\x1a\n"}});
    // As archives beyond 4 GiB end.
    std::string bytes = readBytes(target / "stored");
    const std::size_t end = bytes.find(kZipEnd);
    bytes.insert(end, std::string("PK\6\6\x2c", 5) + std::string(51, '\0') + std::string("PK\6\7", 4) +
                          std::string(16, '\0'));
    writeBytes(target / "wide", bytes);
}

} // namespace vertescore::fuzz
