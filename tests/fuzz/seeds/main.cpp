// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/seeds/Seeds.h"

#include <cstdio>

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "say into which folder\n");
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    vertescore::fuzz::writeZipSeeds(folder);
    vertescore::fuzz::writeDicomSeeds(folder);
    vertescore::fuzz::writePictureSeeds(folder);
    vertescore::fuzz::writeTextSeeds(folder);
    return 0;
}
