// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/Send.h"

#include "core/dicom/DicomElements.h"
#include "core/dicom/DicomFile.h"
#include "core/pacs/network/Association_p.h"
#include "core/pacs/network/NetworkError_p.h"
#include "core/pacs/network/Syntaxes_p.h"

#include <algorithm>
#include <set>

namespace vertescore::pacs {
namespace {

/// A file as it is to be proposed.
struct Outgoing {
    SentFile* file = nullptr;
    std::string classUid;
    std::string syntax; ///< UID
    bool isPlain = false;
};

Result<std::unique_ptr<DcmFileFormat>> load(const std::filesystem::path& path) {
    auto file = dicom::loadDicom(path);
    if (!file) return failure(file.error().code, file.error().detail, path);
    return file;
}

Result<Outgoing> outgoing(SentFile& sent) {
    const auto file = load(sent.file);
    if (!file) return failure(file.error());
    DcmDataset& dataset = *(*file)->getDataset();
    const DcmXfer syntax(dataset.getOriginalXfer());
    Outgoing out{&sent, dicom::text(dataset, DCM_SOPClassUID), syntax.getXferID(), !syntax.isEncapsulated()};
    sent.instanceUid = dicom::text(dataset, DCM_SOPInstanceUID);
    if (out.classUid.empty() || sent.instanceUid.empty())
        return failure(ErrorCode::InvalidArgument, "it has no SOP Class or Instance UID", sent.file);
    return out;
}

/// Contexts for as many files from the first on as fit into one association; how many files those are.
std::size_t fill(const std::vector<Outgoing>& files, std::vector<Association::Context>& contexts) {
    std::set<std::pair<std::string, std::string>> kinds;
    std::size_t count = 0;
    for (; count < files.size(); ++count) {
        const Outgoing& file = files[count];
        if (kinds.contains({file.classUid, file.syntax})) continue;
        if (contexts.size() + 2 > Association::kMostContexts) break;
        kinds.insert({file.classUid, file.syntax});
        contexts.push_back({file.classUid, {file.syntax}});
        if (file.isPlain && kinds.insert({file.classUid, "plain"}).second)
            contexts.push_back({file.classUid, uncompressedSyntaxes()});
    }
    return count;
}

std::optional<T_ASC_PresentationContextID> contextFor(const Association& peer, const Outgoing& file) {
    if (const auto exact = peer.accepted(file.classUid, file.syntax)) return exact;
    if (file.isPlain)
        for (const std::string& syntax : uncompressedSyntaxes())
            if (const auto plain = peer.accepted(file.classUid, syntax)) return plain;
    return std::nullopt;
}

/// Whether the association can go on after it.
bool isOfConnection(const Error& error) {
    return error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::NodeTimeout ||
           error.code == ErrorCode::Cancelled || error.code == ErrorCode::Internal;
}

Status store(Association& peer, const Outgoing& file) {
    const auto context = contextFor(peer, file);
    if (!context)
        return failure(ErrorCode::NodeRefused,
                       describeNode(peer.node()) + ": it does not take this kind of object (" +
                           file.classUid + ") as " + DcmXfer(file.syntax.c_str()).getXferName(),
                       file.file->file);
    const auto loaded = load(file.file->file);
    if (!loaded) return failure(loaded.error());
    T_DIMSE_C_StoreRQ request{};
    request.MessageID = peer.nextMessageId();
    request.DataSetType = DIMSE_DATASET_PRESENT;
    request.Priority = DIMSE_PRIORITY_MEDIUM;
    OFStandard::strlcpy(request.AffectedSOPClassUID, file.classUid.c_str(),
                        sizeof request.AffectedSOPClassUID);
    OFStandard::strlcpy(request.AffectedSOPInstanceUID, file.file->instanceUid.c_str(),
                        sizeof request.AffectedSOPInstanceUID);
    T_DIMSE_C_StoreRSP response{};
    DcmDataset* detail = nullptr;
    const OFCondition sent =
        DIMSE_storeUser(peer.raw(), *context, &request, nullptr, (*loaded)->getDataset(), nullptr, nullptr,
                        DIMSE_NONBLOCKING, peer.node().answerSeconds, &response, &detail);
    const std::unique_ptr<DcmDataset> owned(detail);
    if (sent.bad()) return failure(peer.errorOf(sent));
    if (DICOM_WARNING_STATUS(response.DimseStatus)) file.file->warning = statusInWords(response.DimseStatus);
    if (response.DimseStatus != STATUS_Success && file.file->warning.empty())
        return failure(peer.statusError(response.DimseStatus));
    return {};
}

/// Sends files until one loses the connection; removes those that are settled.
Status sendOver(Association& peer, std::vector<Outgoing>& files, std::size_t count,
                const std::function<void()>& settled) {
    for (std::size_t i = 0; i < count; ++i) {
        files.front().file->status = store(peer, files.front());
        const Status status = files.front().file->status;
        if (!status && isOfConnection(status.error())) return status;
        files.erase(files.begin());
        settled();
    }
    // All is confirmed: what happens to the connection now changes nothing.
    static_cast<void>(peer.release());
    return {};
}

void settleAll(std::vector<Outgoing>& files, const Error& error) {
    for (Outgoing& file : files)
        file.file->status = failure(error);
    files.clear();
}

void sendAll(const PacsNode& node, std::vector<Outgoing> files, const PacsWork& work,
             const SendOptions& options, const std::function<void()>& settled) {
    int attempts = 0;
    while (!files.empty()) {
        std::vector<Association::Context> contexts;
        const std::size_t count = fill(files, contexts);
        const std::size_t before = files.size();
        auto association = Association::open(node, contexts, work.stop);
        const Status sent = association ? sendOver(**association, files, count, settled)
                                        : Status(failure(association.error()));
        if (sent) continue;
        attempts = files.size() < before ? 0 : attempts + 1;
        const bool isLost =
            sent.error().code == ErrorCode::ConnectionLost || sent.error().code == ErrorCode::NodeTimeout;
        if (!isLost || attempts > options.retries) settleAll(files, sent.error());
    }
}

} // namespace

std::vector<std::filesystem::path> SendReport::failed() const {
    std::vector<std::filesystem::path> paths;
    for (const SentFile& one : files)
        if (!one.status) paths.push_back(one.file);
    return paths;
}

SendReport sendFiles(const PacsNode& node, const std::vector<std::filesystem::path>& files,
                     const PacsWork& work, const SendOptions& options) {
    SendReport report;
    for (const std::filesystem::path& file : files)
        report.files.push_back({file, {}, {}, {}});
    std::vector<Outgoing> queue;
    std::size_t done = 0;
    const auto settled = [&] {
        if (work.progress) work.progress(++done, files.size());
    };
    for (SentFile& file : report.files) {
        auto out = outgoing(file);
        if (out) {
            queue.push_back(std::move(*out));
            continue;
        }
        file.status = failure(out.error());
        settled();
    }
    sendAll(node, std::move(queue), work, options, settled);
    return report;
}

} // namespace vertescore::pacs
