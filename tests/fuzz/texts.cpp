// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/Pseudonyms.h"
#include "core/picturenet/PictureNet.h"
#include "core/roi/CropSweep.h"
#include "model/decode/NamingMetadata.h"
#include "model/decode/Uncertainty.h"
#include "model/training/ReadTrainLog.h"
#include "tests/fuzz/support/InputFile.h"

#include <array>

namespace vertescore::fuzz {
namespace {

void trainLog(Bytes bytes) {
    static const InputFolder folder;
    const auto path = folder.write("log.jsonl", bytes);
    const auto curve = readTrainLog(path);
    expect(curve ? !curve->steps.empty() : curve.error().path == path, "an error names its file");
}

void naming(Bytes bytes) {
    const auto model = namingModelFromJson(bytes);
    if (model) expect(namingModelFromJson(toJson(*model)).has_value(), "what was written can be read");
}

void uncertainty(Bytes bytes) {
    const auto model = uncertaintyModelFromJson(bytes);
    if (model) expect(uncertaintyModelFromJson(toJson(*model)).has_value(), "what was written can be read");
}

void cropLabels(Bytes bytes) {
    static_cast<void>(parseCropLabels(bytes));
}

void factors(Bytes bytes) {
    const auto found = parseFactors(bytes);
    if (found) expect(!found->empty() && found->size() <= 200, "there are 1 to 200 factors");
}

void pictureNet(Bytes bytes) {
    const auto net = PictureNet::fromText(bytes);
    if (!net) return;
    const DisplayImage scan{32, 64, std::vector<std::uint8_t>(32 * 64, 7)};
    static_cast<void>(net->probability(pictureCells(scan)));
}

void secret(Bytes bytes) {
    static const InputFolder folder;
    const auto pseudonyms = Pseudonyms::fromFile(folder.write("secret", bytes));
    if (!pseudonyms) return;
    expect(pseudonyms->uid("1.2.3").size() <= 64, "a UID has at most 64 characters");
    expect(pseudonyms->daysShift("1") < 0, "dates move into the past");
}

void dates(Bytes bytes) {
    for (const int days : {0, -1, -3653, 2'000'000'000})
        static_cast<void>(shiftedDate(bytes, days));
}

constexpr std::array kReaders{trainLog, naming, uncertainty, cropLabels, factors, pictureNet, secret, dates};

} // namespace

void texts(Bytes bytes) {
    const unsigned reader = choose(bytes, kReaders.size());
    kReaders[reader](bytes);
}

} // namespace vertescore::fuzz
