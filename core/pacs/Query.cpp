// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/Query.h"

#include "core/dicom/DicomElements.h"
#include "core/pacs/network/Association_p.h"

#include <algorithm>

namespace vertescore::pacs {
namespace {

constexpr std::size_t kDateDigits = 8;
constexpr const char* kUtf8 = "ISO_IR 192";

bool isDate(const std::string& text) {
    return text.size() == kDateDigits &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isAscii(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Status checkQuery(const Query& query) {
    const auto wrong = [](const char* why) { return failure(ErrorCode::InvalidArgument, why); };
    for (const std::string& date : {query.dateFrom, query.dateTo})
        if (!date.empty() && !isDate(date)) return wrong("dates are eight digits, YYYYMMDD");
    if (query.level != QueryLevel::Study && query.studyUid.empty())
        return wrong("series and images are asked for in one study");
    if (query.level == QueryLevel::Image && query.seriesUid.empty())
        return wrong("images are asked for in one series");
    return {};
}

std::string dateRange(const Query& query) {
    if (query.dateFrom.empty() && query.dateTo.empty()) return {};
    return query.dateFrom == query.dateTo ? query.dateFrom : query.dateFrom + "-" + query.dateTo;
}

struct Key {
    DcmTagKey tag;
    std::string value; ///< empty: to be told
};

std::vector<Key> studyKeys(const Query& query) {
    return {{DCM_QueryRetrieveLevel, "STUDY"},
            {DCM_StudyInstanceUID, query.studyUid},
            {DCM_PatientID, query.patientId},
            {DCM_PatientName, query.patientName},
            {DCM_StudyDate, dateRange(query)},
            {DCM_StudyTime, {}},
            {DCM_AccessionNumber, query.accession},
            {DCM_ModalitiesInStudy, query.modality},
            {DCM_StudyDescription, {}},
            {DCM_NumberOfStudyRelatedInstances, {}}};
}

std::vector<Key> keysOf(const Query& query) {
    if (query.level == QueryLevel::Study) return studyKeys(query);
    if (query.level == QueryLevel::Series)
        return {{DCM_QueryRetrieveLevel, "SERIES"},
                {DCM_StudyInstanceUID, query.studyUid},
                {DCM_SeriesInstanceUID, query.seriesUid},
                {DCM_Modality, query.modality},
                {DCM_SeriesNumber, {}},
                {DCM_SeriesDescription, {}},
                {DCM_NumberOfSeriesRelatedInstances, {}}};
    return {{DCM_QueryRetrieveLevel, "IMAGE"},
            {DCM_StudyInstanceUID, query.studyUid},
            {DCM_SeriesInstanceUID, query.seriesUid},
            {DCM_SOPInstanceUID, {}},
            {DCM_SOPClassUID, {}},
            {DCM_InstanceNumber, {}}};
}

Result<std::unique_ptr<DcmDataset>> identifiersOf(const Query& query) {
    auto identifiers = std::make_unique<DcmDataset>();
    const std::vector<Key> keys = keysOf(query);
    OFCondition put = EC_Normal;
    if (!std::all_of(keys.begin(), keys.end(), [](const Key& key) { return isAscii(key.value); }))
        put = identifiers->putAndInsertString(DCM_SpecificCharacterSet, kUtf8);
    for (const Key& key : keys)
        if (put.good())
            put = key.value.empty() ? identifiers->insertEmptyElement(key.tag)
                                    : identifiers->putAndInsertString(key.tag, key.value.c_str());
    if (put.bad()) return failure(ErrorCode::InvalidArgument, put.text());
    return identifiers;
}

/// Bytes of no known character set are not shown as if they were of one.
void replaceNonAscii(std::string& text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
}

QueryRow rowOf(DcmDataset& answer) {
    const bool isUtf8 = answer.convertToUTF8().good();
    const auto text = [&](const DcmTagKey& tag) {
        std::string value = dicom::text(answer, tag);
        if (!isUtf8) replaceNonAscii(value);
        return value;
    };
    const auto first = [&](const DcmTagKey& tag, const DcmTagKey& other) {
        return dicom::has(answer, tag) ? text(tag) : text(other);
    };
    QueryRow row{text(DCM_StudyInstanceUID),
                 text(DCM_SeriesInstanceUID),
                 text(DCM_SOPInstanceUID),
                 text(DCM_SOPClassUID),
                 text(DCM_PatientID),
                 text(DCM_PatientName),
                 text(DCM_StudyDate),
                 text(DCM_StudyTime),
                 text(DCM_AccessionNumber),
                 first(DCM_Modality, DCM_ModalitiesInStudy),
                 first(DCM_SeriesDescription, DCM_StudyDescription),
                 {},
                 {}};
    std::replace(row.modality.begin(), row.modality.end(), '\\', ',');
    row.number = dicom::integer(answer, DCM_SeriesNumber);
    if (!row.number) row.number = dicom::integer(answer, DCM_InstanceNumber);
    row.images = dicom::integer(answer, DCM_NumberOfSeriesRelatedInstances);
    if (!row.images) row.images = dicom::integer(answer, DCM_NumberOfStudyRelatedInstances);
    return row;
}

T_DIMSE_Message findRequest(DIC_US number, const std::string& model) {
    T_DIMSE_Message request{};
    request.CommandField = DIMSE_C_FIND_RQ;
    request.msg.CFindRQ.MessageID = number;
    request.msg.CFindRQ.DataSetType = DIMSE_DATASET_PRESENT;
    request.msg.CFindRQ.Priority = DIMSE_PRIORITY_MEDIUM;
    OFStandard::strlcpy(request.msg.CFindRQ.AffectedSOPClassUID, model.c_str(),
                        sizeof request.msg.CFindRQ.AffectedSOPClassUID);
    return request;
}

Result<QueryRows> collect(Association& peer, const Query& query, const PacsWork& work) {
    QueryRows found;
    for (;;) {
        auto message = peer.receive();
        if (!message) return failure(message.error());
        if (message->command.CommandField != DIMSE_C_FIND_RSP)
            return failure(ErrorCode::NodeFailure,
                           describeNode(peer.node()) + ": it answers something else than was asked");
        const DIC_US status = message->command.msg.CFindRSP.DimseStatus;
        std::unique_ptr<DcmDataset> answer;
        if (message->hasData) {
            auto data = peer.receiveData(*message);
            if (!data) return failure(data.error());
            answer = std::move(*data);
        }
        if (!DICOM_PENDING_STATUS(status)) {
            if (status != STATUS_Success) return failure(peer.statusError(status));
            if (const Status released = peer.release(); !released) return failure(released.error());
            return found;
        }
        // What is left unread ends with the association.
        found.isCutOff = found.rows.size() == query.mostRows;
        if (found.isCutOff) return found;
        if (answer) found.rows.push_back(rowOf(*answer));
        if (work.progress) work.progress(found.rows.size(), 0);
    }
}

} // namespace

Result<QueryRows> findAt(const PacsNode& node, const Query& query, const PacsWork& work) {
    if (const Status checked = checkQuery(query); !checked) return failure(checked.error());
    const std::string model = UID_FINDStudyRootQueryRetrieveInformationModel;
    auto identifiers = identifiersOf(query);
    if (!identifiers) return failure(identifiers.error());
    auto association = Association::open(node, {{model, plainSyntaxes()}}, work.stop);
    if (!association) return failure(association.error());
    Association& peer = **association;
    const auto context = peer.accepted(model);
    if (!context) return failure(peer.refusal("it does not answer queries (C-FIND, study root)"));
    T_DIMSE_Message request = findRequest(peer.nextMessageId(), model);
    if (const Status sent = peer.send(*context, request, identifiers->get()); !sent)
        return failure(sent.error());
    return collect(peer, query, work);
}

} // namespace vertescore::pacs
