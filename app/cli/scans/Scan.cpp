// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/scans/ScanBatch.h"
#include "core/io/ScanReader.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace vertescore::cli {
namespace {

using Json = nlohmann::ordered_json;

struct InfoOptions {
    std::vector<std::string> paths;
    bool json = false;
};

struct ConvertOptions {
    std::string in;
    std::string out;
    int bits = 8;
    int frame = 0;
};

Json spacingObject(const std::optional<PixelSpacing>& spacing) {
    if (!spacing) return nullptr;
    return {{"x", spacing->xMm}, {"y", spacing->yMm}, {"source", spacingSourceName(spacing->source)}};
}

Json infoObject(const Scan& scan) {
    const ScanSource& source = scan.source;
    Json json;
    json["path"] = toUtf8(source.path);
    json["kind"] = scanKindName(source.kind);
    json["width"] = scan.image.width;
    json["height"] = scan.image.height;
    json["bits"] = source.bitsStored;
    json["signed"] = source.isSigned;
    json["photometric"] = source.photometric;
    json["spacing"] = spacingObject(scan.geometry.spacing);
    json["scanner"] = scannerGroupName(source.scannerGroup);
    json["modality"] = source.modality.empty() ? Json() : Json(source.modality);
    json["transferSyntax"] = source.transferSyntax.empty() ? Json() : Json(source.transferSyntax);
    json["presentation"] =
        source.presentation.empty() ? Json() : Json(toUtf8(source.presentation.filename()));
    json["graphics"] = Json::array();
    for (const ScanGraphic& graphic : scan.graphics)
        json["graphics"].push_back(
            {{"layer", graphic.layer}, {"name", graphic.name}, {"points", graphic.points.size()}});
    json["frame"] = source.frame;
    json["frames"] = source.frameCount;
    json["anterior"] = source.statedAnterior ? Json(anteriorSideName(*source.statedAnterior)) : Json();
    json["synthetic"] = source.isPhantom;
    json["pixelSha256"] = scan.pixelSha256;
    json["warnings"] = Json::array();
    for (const ScanWarning warning : scan.warnings)
        json["warnings"].push_back(scanWarningName(warning));
    return json;
}

/// The same facts for people, from the same object.
std::string infoLine(const Json& info) {
    const auto text = [&info](const char* name) { return info[name].get<std::string>(); };
    std::string line = text("path") + ": " + text("kind") + " " + info["width"].dump() + " x " +
                       info["height"].dump() + ", " + info["bits"].dump() + " bit " + text("photometric");
    const Json& spacing = info["spacing"];
    line += spacing.is_null() ? ", spacing unknown"
                              : ", " + spacing["x"].dump() + " x " + spacing["y"].dump() + " mm (" +
                                    spacing["source"].get<std::string>() + ")";
    line += ", scanner " + text("scanner");
    if (info["synthetic"]) line += ", synthetic";
    for (const Json& warning : info["warnings"])
        line += " [" + warning.get<std::string>() + "]";
    return line;
}

void showInfo(const InfoOptions& options, Console& console) {
    forEachScan({options.paths, options.json, "reading"}, console, [&](const Scan& scan) {
        const Json info = infoObject(scan);
        console.print(options.json ? info.dump(-1, ' ', false, Json::error_handler_t::replace)
                                   : infoLine(info));
    });
}

void convert(const ConvertOptions& options, Console& console) {
    ReadOptions read;
    read.frame = options.frame;
    const auto scan = readScan(pathFromUtf8(options.in), read);
    if (!scan) return console.failed(scan.error());
    const Status written = writePng(pathFromUtf8(options.out), *scan, options.bits);
    if (!written) console.failed(written.error());
}

} // namespace

void addScanCommand(CLI::App& program, ChosenWork& chosen) {
    CLI::App* scan = program.add_subcommand("scan", "Look at scan files, or convert them");
    scan->require_subcommand(1);

    auto shown = std::make_shared<InfoOptions>();
    CLI::App* info = scan->add_subcommand("info", "What scan files hold");
    info->add_option("PATH", shown->paths, "Files or folders")->required();
    info->add_flag("--json", shown->json, "JSON Lines on stdout");
    whenChosen(info, chosen, [shown](Console& console) { showInfo(*shown, console); });

    auto converted = std::make_shared<ConvertOptions>();
    CLI::App* conversion =
        scan->add_subcommand("convert", "Write a scan as PNG, through the full grey pipeline");
    conversion->add_option("IN", converted->in, "A scan")->required();
    conversion->add_option("OUT", converted->out, "The PNG file")->required();
    conversion->add_option("--bits", converted->bits, "Bits of a pixel")
        ->check(CLI::IsMember({8, 16}))
        ->capture_default_str();
    conversion->add_option("--frame", converted->frame, "Which frame of several, from 0")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    whenChosen(conversion, chosen, [converted](Console& console) { convert(*converted, console); });
}

} // namespace vertescore::cli
