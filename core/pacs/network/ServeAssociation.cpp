// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/network/ServeAssociation_p.h"

#include "core/pacs/network/Association_p.h"
#include "core/pacs/network/NetworkError_p.h"
#include "core/pacs/network/StoreObject_p.h"
#include "core/pacs/network/Syntaxes_p.h"

#include <algorithm>
#include <mutex>

#include <unistd.h>

namespace vertescore::pacs {
namespace {

constexpr int kSecondsForGoodbye = 2;
/// A sender that is slower than this in the time that it has is taken for one that hangs.
constexpr std::size_t kPiecesToGoOn = 4;

std::vector<const char*> pointersTo(const std::vector<std::string>& texts) {
    std::vector<const char*> pointers;
    for (const std::string& text : texts)
        pointers.push_back(text.c_str());
    return pointers;
}

class Server {
public:
    Server(int socket, const ReceiverOptions& options, const ObjectFolder& folder, Session& session)
        : m_socket(socket), m_options(options), m_folder(folder), m_session(session) {}

    ~Server() {
        if (m_association != nullptr) {
            ASC_dropSCPAssociation(m_association, kSecondsForGoodbye);
            ASC_destroyAssociation(&m_association);
        }
        if (m_network != nullptr) ASC_dropNetwork(&m_network);
        if (m_socket >= 0) ::close(m_socket);
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    Status serve() {
        if (const Status accepted = accept(); !accepted) return accepted;
        if (const Status agreed = negotiate(); !agreed) return agreed;
        return answerAll();
    }

private:
    /// The library takes a socket that is open already from a variable of the whole program, so one thread at
    /// a time hands one over; it is taken when the connection is made, before a byte is read.
    Status accept() {
        static std::mutex handingOver;
        std::unique_lock lock(handingOver);
        auto tls = makeTls(m_options.tls, NET_ACCEPTOR, {});
        if (!tls) return failure(tls.error());
        m_transport = std::make_unique<Transport>(std::move(*tls), m_session.cut, m_options.seconds, [&] {
            dcmExternalSocketHandle.set(-1);
            m_socket = -1;
            lock.unlock();
        });
        dcmExternalSocketHandle.set(m_socket);
        auto network = makeNetwork(NET_ACCEPTOR, m_options.seconds);
        OFCondition received = EC_Normal;
        if (network) {
            m_network = *network;
            received = ASC_setTransportLayer(m_network, m_transport.get(), 0);
            if (received.good())
                received =
                    ASC_receiveAssociation(m_network, &m_association, ASC_MAXIMUMPDUSIZE, nullptr, nullptr,
                                           m_options.tls.isOn, DUL_NOBLOCK, m_options.seconds);
        }
        if (lock.owns_lock()) dcmExternalSocketHandle.set(-1);
        if (!network) return failure(network.error());
        if (received.bad()) return failure(networkError(received, "a caller"));
        return {};
    }

    Status reject(T_ASC_RejectParametersReason reason, const std::string& why) {
        const T_ASC_RejectParameters reject{ASC_RESULT_REJECTEDPERMANENT, ASC_SOURCE_SERVICEUSER, reason};
        ASC_rejectAssociation(m_association, &reject);
        return failure(ErrorCode::NodeRefused, why);
    }

    Status negotiate() {
        DIC_AE calling{}, called{};
        ASC_getAPTitles(m_association->params, calling, sizeof calling, called, sizeof called, nullptr, 0);
        m_caller = calling;
        if (m_options.aeTitle != called)
            return reject(ASC_REASON_SU_CALLEDAETITLENOTRECOGNIZED,
                          m_caller + " asked for " + called + ", which is not our AE title");
        const auto& callers = m_options.callers;
        if (!callers.empty() && std::find(callers.begin(), callers.end(), m_caller) == callers.end())
            return reject(ASC_REASON_SU_CALLINGAETITLENOTRECOGNIZED, m_caller + " may not send to us");
        const char* echo = UID_VerificationSOPClass;
        auto plain = pointersTo(uncompressedSyntaxes());
        auto all = pointersTo(storageSyntaxes());
        OFCondition agreed = ASC_acceptContextsWithPreferredTransferSyntaxes(
            m_association->params, &echo, 1, plain.data(), static_cast<int>(plain.size()));
        if (agreed.good())
            agreed = ASC_acceptContextsWithPreferredTransferSyntaxes(
                m_association->params, dcmAllStorageSOPClassUIDs, numberOfDcmAllStorageSOPClassUIDs,
                all.data(), static_cast<int>(all.size()));
        if (agreed.good()) agreed = ASC_acknowledgeAssociation(m_association);
        if (agreed.bad()) return failure(networkError(agreed, m_caller));
        return {};
    }

    Status answerAll() {
        for (;;) {
            m_session.goOnFor(m_options.seconds);
            T_DIMSE_Message message{};
            T_ASC_PresentationContextID context = 0;
            OFCondition got = DIMSE_receiveCommand(m_association, DIMSE_NONBLOCKING, m_options.seconds,
                                                   &context, &message, nullptr);
            if (got.good()) got = answer(message, context);
            if (got == DUL_PEERREQUESTEDRELEASE) {
                ASC_acknowledgeRelease(m_association);
                return {};
            }
            if (got == DUL_PEERABORTEDASSOCIATION) return failure(networkError(got, m_caller));
            if (got.bad()) {
                m_session.cut->cutReading();
                ASC_abortAssociation(m_association);
                return failure(networkError(got, m_caller));
            }
        }
    }

    OFCondition answer(const T_DIMSE_Message& message, T_ASC_PresentationContextID context) {
        if (message.CommandField == DIMSE_C_ECHO_RQ)
            return DIMSE_sendEchoResponse(m_association, context, &message.msg.CEchoRQ, STATUS_Success,
                                          nullptr);
        if (message.CommandField != DIMSE_C_STORE_RQ) return DIMSE_BADCOMMANDTYPE;
        std::size_t pieces = 0;
        const Storing storing{m_folder, m_caller, m_options.seconds, m_session.cut.get(), [this, &pieces] {
                                  if (++pieces % kPiecesToGoOn == 0) m_session.goOnFor(m_options.seconds);
                              }};
        const StoreOutcome outcome = storeObject(m_association, message.msg.CStoreRQ, context, storing);
        if (m_options.received) m_options.received(outcome.object);
        return outcome.connection;
    }

    int m_socket;
    const ReceiverOptions& m_options;
    const ObjectFolder& m_folder;
    Session& m_session;
    std::unique_ptr<Transport> m_transport;
    T_ASC_Network* m_network = nullptr;
    T_ASC_Association* m_association = nullptr;
    std::string m_caller;
};

} // namespace

void serveAssociation(int socket, const ReceiverOptions& options, const ObjectFolder& folder,
                      Session& session) {
    session.goOnFor(options.seconds);
    const Status served = Server(socket, options, folder, session).serve();
    if (!served && options.refused) options.refused(served.error());
}

} // namespace vertescore::pacs
