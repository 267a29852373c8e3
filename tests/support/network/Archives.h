// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/PacsNode.h"
#include "tests/support/ScanFiles.h"
#include "tests/support/network/ServerProcess.h"

#include <memory>

namespace vertescore::test {

inline pacs::PacsNode localNode(const std::string& aeTitle, int port) {
    pacs::PacsNode node;
    node.name = "Test";
    node.aeTitle = aeTitle;
    node.host = "127.0.0.1";
    node.port = port;
    node.ownPort = freePort();
    node.answerSeconds = 20;
    return node;
}

/// An archive of another package in a folder of its own, at ports that are free; nothing: it is not
/// installed.
struct Archive {
    TemporaryFolder folder;
    pacs::PacsNode node;
    std::unique_ptr<ServerProcess> process;
    bool isReady = false;

    void start(std::vector<std::string> arguments) {
        process = std::make_unique<ServerProcess>(std::move(arguments));
        isReady = process->answersAt(node.port);
    }
};

/// Orthanc with an empty store that knows us by node.ownAeTitle and node.ownPort. tls: of the server.
inline std::unique_ptr<Archive> startOrthanc(const pacs::Tls& tls = {}) {
    const auto program = programNamed("Orthanc");
    if (!program) return nullptr;
    auto archive = std::make_unique<Archive>();
    archive->node = localNode("ORTHANC", freePort());
    const auto quoted = [](const std::filesystem::path& path) { return "\"" + path.string() + "\""; };
    std::string settings =
        "{\"Name\":\"Test\",\"HttpServerEnabled\":false,\"Plugins\":[],"
        "\"DicomAet\":\"ORTHANC\",\"DicomCheckCalledAet\":true,\"OverwriteInstances\":false,"
        "\"DicomAlwaysAllowFind\":true,\"DicomAlwaysAllowGet\":true,"
        "\"StorageDirectory\":" +
        quoted(archive->folder / "store") + ",\"IndexDirectory\":" + quoted(archive->folder / "store") +
        ",\"DicomPort\":" + std::to_string(archive->node.port) +
        ",\"DicomModalities\":{\"us\":{\"AET\":\"VERTESCORE\",\"Host\":\"127.0.0.1\","
        "\"Port\":" +
        std::to_string(archive->node.ownPort) + ",\"AllowMove\":true}}";
    if (tls.isOn)
        settings += ",\"DicomTlsEnabled\":true,\"DicomTlsCertificate\":" + quoted(tls.certificateFile) +
                    ",\"DicomTlsPrivateKey\":" + quoted(tls.keyFile) +
                    ",\"DicomTlsTrustedCertificates\":" + quoted(tls.caFile);
    writeBytes(archive->folder / "orthanc.json", settings + "}");
    archive->start({*program, (archive->folder / "orthanc.json").string()});
    return archive;
}

/// DCMTK's dcmqrscp, the same.
inline std::unique_ptr<Archive> startDcmqrscp() {
    const auto program = programNamed("dcmqrscp");
    if (!program) return nullptr;
    auto archive = std::make_unique<Archive>();
    archive->node = localNode("QRSCP", freePort());
    std::filesystem::create_directory(archive->folder / "store");
    const std::string us = "(VERTESCORE, 127.0.0.1, " + std::to_string(archive->node.ownPort) + ")";
    writeBytes(archive->folder / "dcmqrscp.cfg",
               "NetworkTCPPort = " + std::to_string(archive->node.port) +
                   "\nMaxPDUSize = 16384\nMaxAssociations = 16\n"
                   "HostTable BEGIN\nus = " +
                   us + "\nHostTable END\nVendorTable BEGIN\nVendorTable END\nAETable BEGIN\nQRSCP " +
                   (archive->folder / "store").string() + " RW (200, 1024mb) ANY\nAETable END\n");
    archive->start({*program, "-c", (archive->folder / "dcmqrscp.cfg").string()});
    return archive;
}

} // namespace vertescore::test
