// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/files/DeidentificationReport.h"

#include <nlohmann/json.hpp>

namespace vertescore {
namespace {

using Json = nlohmann::ordered_json;

Json placesOf(const std::vector<TextPlace>& places) {
    Json list = Json::array();
    for (const TextPlace& place : places)
        list.push_back({{"frame", place.frame},
                        {"x", place.area.x},
                        {"y", place.area.y},
                        {"width", place.area.width},
                        {"height", place.area.height}});
    return list;
}

} // namespace

std::string recordToJson(const std::filesystem::path& name, const DeidentificationRecord& record) {
    Json json;
    json["path"] = toUtf8(name);
    json["out"] = toUtf8(record.written);
    json["removed"] = record.removed;
    json["emptied"] = record.emptied;
    json["replaced"] = record.replaced;
    json["privateElements"] = record.privateElements;
    json["uids"] = record.uidsReplaced;
    json["dates"] = record.datesShifted;
    json["notes"] = record.notesBlanked;
    json["text"] = placesOf(record.text);
    json["blanked"] = record.isBlanked;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void add(DeidentificationSummary& summary, const DeidentificationRecord& record) {
    ++summary.files;
    summary.removed.insert(record.removed.begin(), record.removed.end());
    summary.emptied.insert(record.emptied.begin(), record.emptied.end());
    summary.replaced.insert(record.replaced.begin(), record.replaced.end());
    summary.privateElements += record.privateElements;
    summary.uidsReplaced += record.uidsReplaced;
    summary.datesShifted += record.datesShifted;
    summary.notesBlanked += record.notesBlanked;
    if (record.isBlanked) ++summary.blankedFiles;
}

} // namespace vertescore
