// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/network/FetchObjects_p.h"

#include "core/pacs/network/Association_p.h"
#include "core/pacs/network/NetworkError_p.h"
#include "core/pacs/network/StoreObject_p.h"
#include "core/pacs/network/Syntaxes_p.h"

#include <dcmtk/dcmdata/dctk.h>

namespace vertescore::pacs {
namespace {

Result<std::unique_ptr<DcmDataset>> identifiersOf(const Wanted& wanted) {
    auto identifiers = std::make_unique<DcmDataset>();
    std::string instances;
    for (const std::string& uid : wanted.instanceUids)
        instances += (instances.empty() ? "" : "\\") + uid;
    OFCondition put =
        identifiers->putAndInsertString(DCM_QueryRetrieveLevel, instances.empty() ? "SERIES" : "IMAGE");
    const auto text = [&](const DcmTagKey& tag, const std::string& value) {
        if (put.good() && !value.empty())
            put = identifiers->putAndInsertString(tag, value.c_str(), static_cast<Uint32>(value.size()));
    };
    text(DCM_StudyInstanceUID, wanted.studyUid);
    text(DCM_SeriesInstanceUID, wanted.seriesUid);
    text(DCM_SOPInstanceUID, instances);
    if (put.bad()) return failure(ErrorCode::InvalidArgument, put.text());
    return identifiers;
}

template <typename Request>
void fillRequest(Request& request, DIC_US number, const std::string& model) {
    request.MessageID = number;
    request.DataSetType = DIMSE_DATASET_PRESENT;
    request.Priority = DIMSE_PRIORITY_MEDIUM;
    OFStandard::strlcpy(request.AffectedSOPClassUID, model.c_str(), sizeof request.AffectedSOPClassUID);
}

/// What a final answer means; a warning says that some objects could not be sent, which shows in what came.
Status judge(const Association& peer, DIC_US status) {
    if (status == STATUS_Success || DICOM_WARNING_STATUS(status)) return {};
    return failure(peer.statusError(status));
}

bool isOfFolder(const Error& error) {
    return error.code == ErrorCode::DiskFull || error.code == ErrorCode::FileNotWritable ||
           error.code == ErrorCode::FileTooLarge;
}

/// Whether the node may go on sending: not when the folder takes no more, nor without a connection.
Status judge(const Association& peer, const StoreOutcome& outcome) {
    if (!outcome.object && isOfFolder(outcome.object.error())) return failure(outcome.object.error());
    if (outcome.connection.bad()) return failure(peer.errorOf(outcome.connection));
    return {};
}

Status unexpected(const Association& peer) {
    return failure(ErrorCode::NodeFailure,
                   describeNode(peer.node()) + ": it answers something else than was asked");
}

/// Takes what the node sends until its final answer. A folder that cannot take more ends it.
Status takeAll(Association& peer, const ObjectFolder& folder, const Arrived& arrived) {
    const Storing storing{folder, peer.node().aeTitle, peer.node().answerSeconds, &peer.cut()};
    for (;;) {
        auto message = peer.receive();
        if (!message) return failure(message.error());
        const T_DIMSE_Message& command = message->command;
        if (command.CommandField == DIMSE_C_STORE_RQ) {
            const StoreOutcome outcome =
                storeObject(peer.raw(), command.msg.CStoreRQ, message->context, storing);
            if (const Status stored = judge(peer, outcome); !stored) return stored;
            arrived(outcome.object);
            continue;
        }
        if (command.CommandField != DIMSE_C_GET_RSP) return unexpected(peer);
        if (message->hasData)
            if (const auto failedList = peer.receiveData(*message); !failedList)
                return failure(failedList.error());
        const DIC_US status = command.msg.CGetRSP.DimseStatus;
        if (!DICOM_PENDING_STATUS(status)) return judge(peer, status);
    }
}

/// Some nodes hang up instead of saying that they do not know where to send.
Error withHint(Error error, const PacsNode& node) {
    if (error.code == ErrorCode::ConnectionLost)
        error.detail += "; does it know where " + node.ownAeTitle + " is?";
    return error;
}

Status awaitMove(Association& peer, const PacsWork& work) {
    for (;;) {
        auto message = peer.receive();
        if (!message) return failure(message.error());
        if (message->command.CommandField != DIMSE_C_MOVE_RSP) return unexpected(peer);
        if (message->hasData)
            if (const auto failedList = peer.receiveData(*message); !failedList)
                return failure(failedList.error());
        const DIC_US status = message->command.msg.CMoveRSP.DimseStatus;
        if (!DICOM_PENDING_STATUS(status)) return judge(peer, status);
        if (work.stop.stop_requested()) return failure(peer.errorOf(EC_Normal));
    }
}

} // namespace

Status fetchByGet(const PacsNode& node, const Wanted& wanted, const ObjectFolder& folder,
                  const Arrived& arrived, const PacsWork& work) {
    const std::string model = UID_GETStudyRootQueryRetrieveInformationModel;
    const auto contexts =
        contextsToGet(wanted.classes.empty() ? likelyClasses() : wanted.classes, {{model, plainSyntaxes()}});
    auto association = Association::open(node, contexts, work.stop);
    if (!association) return failure(association.error());
    Association& peer = **association;
    const auto context = peer.accepted(model);
    if (!context) return failure(peer.refusal("it does not offer C-GET (study root); C-MOVE may do"));
    auto identifiers = identifiersOf(wanted);
    if (!identifiers) return failure(identifiers.error());
    T_DIMSE_Message request{};
    request.CommandField = DIMSE_C_GET_RQ;
    fillRequest(request.msg.CGetRQ, peer.nextMessageId(), model);
    if (const Status sent = peer.send(*context, request, identifiers->get()); !sent) return sent;
    if (const Status taken = takeAll(peer, folder, arrived); !taken) return taken;
    return peer.release();
}

Status fetchByMove(const PacsNode& node, const Wanted& wanted, const PacsWork& work) {
    const std::string model = UID_MOVEStudyRootQueryRetrieveInformationModel;
    auto association = Association::open(node, {{model, plainSyntaxes()}}, work.stop);
    if (!association) return failure(association.error());
    Association& peer = **association;
    const auto context = peer.accepted(model);
    if (!context) return failure(peer.refusal("it does not offer C-MOVE (study root)"));
    auto identifiers = identifiersOf(wanted);
    if (!identifiers) return failure(identifiers.error());
    T_DIMSE_Message request{};
    request.CommandField = DIMSE_C_MOVE_RQ;
    fillRequest(request.msg.CMoveRQ, peer.nextMessageId(), model);
    OFStandard::strlcpy(request.msg.CMoveRQ.MoveDestination, node.ownAeTitle.c_str(),
                        sizeof request.msg.CMoveRQ.MoveDestination);
    if (const Status sent = peer.send(*context, request, identifiers->get()); !sent) return sent;
    if (const Status moved = awaitMove(peer, work); !moved) return failure(withHint(moved.error(), node));
    return peer.release();
}

} // namespace vertescore::pacs
