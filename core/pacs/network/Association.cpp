// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/network/Association_p.h"

#include "core/dicom/DicomFile.h"
#include "core/pacs/network/NetworkError_p.h"
#include "core/pacs/network/OutputTo_p.h"

#include <dcmtk/dcmnet/diutil.h>

#include <mutex>

namespace vertescore::pacs {
namespace {

constexpr std::size_t kMostIdentifierBytes = 1U << 20;

/// Where the node is, as the library wants it.
std::string addressOf(const PacsNode& node) {
    return node.host + ":" + std::to_string(node.port);
}

OFCondition addContext(T_ASC_Parameters* parameters, int number, const Association::Context& context) {
    std::vector<const char*> syntaxes;
    for (const std::string& syntax : context.transferSyntaxes)
        syntaxes.push_back(syntax.c_str());
    return ASC_addPresentationContext(parameters, static_cast<T_ASC_PresentationContextID>(number),
                                      context.abstractSyntax.c_str(), syntaxes.data(),
                                      static_cast<int>(syntaxes.size()),
                                      context.isFromNode ? ASC_SC_ROLE_SCP : ASC_SC_ROLE_DEFAULT);
}

bool announcesData(const T_DIMSE_Message& command) {
    switch (command.CommandField) {
    case DIMSE_C_STORE_RQ:
        return command.msg.CStoreRQ.DataSetType != DIMSE_DATASET_NULL;
    case DIMSE_C_FIND_RSP:
        return command.msg.CFindRSP.DataSetType != DIMSE_DATASET_NULL;
    case DIMSE_C_GET_RSP:
        return command.msg.CGetRSP.DataSetType != DIMSE_DATASET_NULL;
    case DIMSE_C_MOVE_RSP:
        return command.msg.CMoveRSP.DataSetType != DIMSE_DATASET_NULL;
    default:
        return false;
    }
}

} // namespace

std::vector<std::string> plainSyntaxes() {
    return {UID_LittleEndianExplicitTransferSyntax, UID_LittleEndianImplicitTransferSyntax};
}

Result<T_ASC_Network*> makeNetwork(T_ASC_NetworkRole role, int seconds) {
    dicom::prepareLibrary();
    // The library sets itself up at the first call, and not with several threads in mind.
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    dcmDisableGethostbyaddr.set(OFTrue);
    T_ASC_Network* network = nullptr;
    const OFCondition made = ASC_initializeNetwork(role, 0, seconds, &network);
    if (made.bad()) return failure(ErrorCode::Internal, made.text());
    return network;
}

Association::Association(const PacsNode& node, std::stop_token stop)
    : m_node(node), m_stop(std::move(stop)), m_onStop(m_stop, [cut = m_cut] { cut->cut(); }) {}

Association::~Association() {
    if (m_association != nullptr) {
        // The library would wait for the node to hang up.
        m_cut->cutReading();
        ASC_abortAssociation(m_association);
        ASC_destroyAssociation(&m_association);
    }
    if (m_network != nullptr) ASC_dropNetwork(&m_network);
}

Result<std::unique_ptr<Association>>
Association::open(const PacsNode& node, const std::vector<Context>& contexts, std::stop_token stop) {
    if (const Status checked = checkNode(node); !checked) return failure(checked.error());
    std::unique_ptr<Association> association(new Association(node, std::move(stop)));
    auto tls = makeTls(node.tls, NET_REQUESTOR, node.host);
    if (!tls) return failure(tls.error());
    association->m_transport =
        std::make_unique<Transport>(std::move(*tls), association->m_cut, node.answerSeconds);
    const auto network = makeNetwork(NET_REQUESTOR, node.answerSeconds);
    if (!network) return failure(network.error());
    association->m_network = *network;
    if (const Status connected = association->connect(contexts); !connected)
        return failure(connected.error());
    return association;
}

Result<T_ASC_Parameters*> Association::makeParameters(const std::vector<Context>& contexts) const {
    T_ASC_Parameters* parameters = nullptr;
    OFCondition made = ASC_createAssociationParameters(&parameters, ASC_DEFAULTMAXPDU);
    if (made.bad()) return failure(errorOf(made));
    made = ASC_setAPTitles(parameters, m_node.ownAeTitle.c_str(), m_node.aeTitle.c_str(), nullptr);
    if (made.good()) made = ASC_setTransportLayerType(parameters, m_node.tls.isOn);
    if (made.good())
        made = ASC_setPresentationAddresses(parameters, OFStandard::getHostName().c_str(),
                                            addressOf(m_node).c_str());
    for (std::size_t i = 0; i < contexts.size() && i < kMostContexts && made.good(); ++i)
        made = addContext(parameters, static_cast<int>(2 * i + 1), contexts[i]);
    if (made.good()) return parameters;
    ASC_destroyAssociationParameters(&parameters);
    return failure(errorOf(made));
}

Status Association::connect(const std::vector<Context>& contexts) {
    if (const OFCondition set = ASC_setTransportLayer(m_network, m_transport.get(), 0); set.bad())
        return failure(errorOf(set));
    auto parameters = makeParameters(contexts);
    if (!parameters) return failure(parameters.error());
    dcmConnectionTimeout.set(m_node.connectSeconds);
    const OFCondition asked = ASC_requestAssociation(m_network, *parameters, &m_association, nullptr, nullptr,
                                                     DUL_NOBLOCK, m_node.answerSeconds);
    if (asked.bad()) {
        const Error error = asked == DUL_ASSOCIATIONREJECTED ? rejection(*parameters) : errorOf(asked);
        if (m_association != nullptr)
            ASC_destroyAssociation(&m_association);
        else
            ASC_destroyAssociationParameters(&*parameters);
        return failure(error);
    }
    return {};
}

Error Association::rejection(T_ASC_Parameters* parameters) const {
    T_ASC_RejectParameters reject{};
    if (ASC_getRejectParameters(parameters, &reject).bad()) return refusal("no reason given");
    if (reject.reason == ASC_REASON_SU_CALLEDAETITLENOTRECOGNIZED)
        return refusal("it is not called " + m_node.aeTitle + " (called AE title not recognised)");
    if (reject.reason == ASC_REASON_SU_CALLINGAETITLENOTRECOGNIZED)
        return refusal("it does not know us as " + m_node.ownAeTitle + " (calling AE title not recognised)");
    OFString words;
    ASC_printRejectParameters(words, &reject);
    std::string line(words.c_str(), words.length());
    for (char& c : line)
        if (c == '\n') c = ' ';
    return refusal(line);
}

std::optional<T_ASC_PresentationContextID> Association::accepted(const std::string& abstractSyntax,
                                                                 const std::string& transferSyntax) const {
    const T_ASC_PresentationContextID found =
        transferSyntax.empty() ? ASC_findAcceptedPresentationContextID(m_association, abstractSyntax.c_str())
                               : ASC_findAcceptedPresentationContextID(m_association, abstractSyntax.c_str(),
                                                                       transferSyntax.c_str());
    if (found == 0) return std::nullopt;
    // Where no context has the transfer syntax, the library names one that has another.
    T_ASC_PresentationContext context{};
    if (!transferSyntax.empty() &&
        (ASC_findAcceptedPresentationContext(m_association->params, found, &context).bad() ||
         transferSyntax != context.acceptedTransferSyntax))
        return std::nullopt;
    return found;
}

Status Association::send(T_ASC_PresentationContextID context, T_DIMSE_Message& command, DcmDataset* data) {
    const OFCondition sent =
        DIMSE_sendMessageUsingMemoryData(m_association, context, &command, nullptr, data, nullptr, nullptr);
    if (sent.bad()) return failure(errorOf(sent));
    return {};
}

Result<Association::Message> Association::receive() {
    Message message;
    DcmDataset* detail = nullptr;
    const OFCondition received = DIMSE_receiveCommand(m_association, DIMSE_NONBLOCKING, m_node.answerSeconds,
                                                      &message.context, &message.command, &detail);
    const std::unique_ptr<DcmDataset> owned(detail);
    if (received.bad()) return failure(errorOf(received));
    message.hasData = announcesData(message.command);
    return message;
}

Result<std::unique_ptr<DcmDataset>> Association::receiveData(const Message& message) {
    T_ASC_PresentationContext context{};
    if (const OFCondition found =
            ASC_findAcceptedPresentationContext(m_association->params, message.context, &context);
        found.bad())
        return failure(errorOf(found));
    OutputTo<MemoryConsumer> bytes(kMostIdentifierBytes);
    T_ASC_PresentationContextID number = 0;
    const OFCondition received = DIMSE_receiveDataSetInFile(
        m_association, DIMSE_NONBLOCKING, m_node.answerSeconds, &number, &bytes, nullptr, nullptr);
    if (received.bad()) return failure(errorOf(received));
    auto data =
        dicom::parseDataSet(bytes.consumer().take(), DcmXfer(context.acceptedTransferSyntax).getXfer());
    if (!data)
        return failure(ErrorCode::NodeFailure,
                       describeNode(m_node) + ": its answer is malformed, " + data.error().detail);
    return data;
}

Status Association::release() {
    const OFCondition released = ASC_releaseAssociation(m_association);
    if (released.bad()) return failure(errorOf(released));
    ASC_destroyAssociation(&m_association);
    return {};
}

Error Association::errorOf(const OFCondition& status) const {
    if (m_stop.stop_requested()) return {ErrorCode::Cancelled, describeNode(m_node), std::nullopt};
    Error error = networkError(status, describeNode(m_node));
    if (error.code == ErrorCode::ConnectionLost && m_cut->isLate()) {
        error.code = ErrorCode::NodeTimeout;
        error.detail =
            describeNode(m_node) + ": nothing came for " + std::to_string(m_node.answerSeconds) + " s";
    }
    return error;
}

Error Association::statusError(DIC_US status) const {
    return {ErrorCode::NodeFailure, describeNode(m_node) + ": " + statusInWords(status), std::nullopt};
}

Error Association::refusal(std::string why) const {
    return {ErrorCode::NodeRefused, describeNode(m_node) + ": " + std::move(why), std::nullopt};
}

} // namespace vertescore::pacs
