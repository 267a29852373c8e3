// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/network/StoreObject_p.h"

#include "core/pacs/network/NetworkError_p.h"
#include "core/pacs/storage/IncomingObject_p.h"

namespace vertescore::pacs {
namespace {

/// What the sender is told (PS3.4 B.2.3).
DIC_US statusOf(const Error& error) {
    switch (error.code) {
    case ErrorCode::DiskFull:
    case ErrorCode::FileNotWritable:
    case ErrorCode::OutOfMemory:
    case ErrorCode::FileTooLarge:
    case ErrorCode::DuplicateEntry:
        return STATUS_STORE_Refused_OutOfResources;
    case ErrorCode::FileMalformed:
        return STATUS_STORE_Error_DataSetDoesNotMatchSOPClass;
    default:
        return STATUS_STORE_Error_CannotUnderstand;
    }
}

OFCondition answer(T_ASC_Association* association, const T_DIMSE_C_StoreRQ& request,
                   T_ASC_PresentationContextID context, DIC_US status) {
    T_DIMSE_C_StoreRSP response{};
    response.MessageIDBeingRespondedTo = request.MessageID;
    response.DimseStatus = status;
    response.DataSetType = DIMSE_DATASET_NULL;
    OFStandard::strlcpy(response.AffectedSOPClassUID, request.AffectedSOPClassUID,
                        sizeof response.AffectedSOPClassUID);
    OFStandard::strlcpy(response.AffectedSOPInstanceUID, request.AffectedSOPInstanceUID,
                        sizeof response.AffectedSOPInstanceUID);
    response.opts = O_STORE_AFFECTEDSOPCLASSUID | O_STORE_AFFECTEDSOPINSTANCEUID;
    return DIMSE_sendStoreResponse(association, context, &request, &response, nullptr);
}

void onPiece(void* storing, unsigned long) {
    const Storing& one = *static_cast<const Storing*>(storing);
    if (one.isArriving) one.isArriving();
}

/// Bad only where the connection is: what the folder refuses is read to its end, but for an object without
/// one.
OFCondition receiveInto(IncomingObject& object, T_ASC_Association* association, const Storing& storing) {
    object.onTooLarge([cut = storing.cut] {
        if (cut != nullptr) cut->cut();
    });
    T_ASC_PresentationContextID context = 0;
    const OFCondition received =
        DIMSE_receiveDataSetInFile(association, DIMSE_NONBLOCKING, storing.seconds, &context,
                                   &object.stream(), onPiece, const_cast<Storing*>(&storing));
    const bool isOurs = received.bad() && received.code() == DIMSEC_OUTOFRESOURCES && object.problem();
    return isOurs ? EC_Normal : received;
}

OFCondition passOver(T_ASC_Association* association, int seconds) {
    DIC_UL bytes = 0, pieces = 0;
    return DIMSE_ignoreDataSet(association, DIMSE_NONBLOCKING, seconds, &bytes, &pieces);
}

std::string transferSyntaxOf(T_ASC_Association* association, T_ASC_PresentationContextID number) {
    T_ASC_PresentationContext context{};
    if (ASC_findAcceptedPresentationContext(association->params, number, &context).bad()) return {};
    return context.acceptedTransferSyntax;
}

} // namespace

StoreOutcome storeObject(T_ASC_Association* association, const T_DIMSE_C_StoreRQ& request,
                         T_ASC_PresentationContextID context, const Storing& storing) {
    const auto refused = [&](const Error& error, OFCondition connection) {
        if (connection.good()) connection = answer(association, request, context, statusOf(error));
        return StoreOutcome{failure(error), connection};
    };
    auto object =
        IncomingObject::begin(storing.folder, {request.AffectedSOPInstanceUID, request.AffectedSOPClassUID,
                                               transferSyntaxOf(association, context), storing.sender});
    if (!object) return refused(object.error(), passOver(association, storing.seconds));
    if (const OFCondition received = receiveInto(**object, association, storing); received.bad()) {
        const auto why = (*object)->problem();
        return refused(why ? *why : networkError(received, storing.sender), received);
    }
    auto stored = (*object)->finish();
    if (!stored) return refused(stored.error(), EC_Normal);
    return {stored, answer(association, request, context, STATUS_Success)};
}

} // namespace vertescore::pacs
