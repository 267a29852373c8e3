// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/PacsNode.h"
#include "core/pacs/network/Transport_p.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/dimse.h>

#include <optional>
#include <vector>

namespace vertescore::pacs {

/// Implicit and explicit little endian: what every node understands for questions.
std::vector<std::string> plainSyntaxes();

/// Initialises the network part of the library; each call gives a network of its own. One that accepts has
/// no socket yet, see ServeAssociation. Any thread.
Result<T_ASC_Network*> makeNetwork(T_ASC_NetworkRole role, int seconds);

/// One association that we asked a node for. Aborted when it ends unreleased. One thread.
class Association {
public:
    /// What is proposed for one kind of object or service.
    struct Context {
        std::string abstractSyntax;
        std::vector<std::string> transferSyntaxes;
        bool isFromNode = false; ///< the node sends these to us (C-GET)
    };
    /// At most this many contexts fit into one association (PS3.8 9.3.2.2: odd numbers of one byte).
    static constexpr std::size_t kMostContexts = 128;

    /// A message from the node; data follow it when hasData.
    struct Message {
        T_DIMSE_Message command{};
        T_ASC_PresentationContextID context = 0;
        bool hasData = false;
    };

    /// Succeeds also when the node accepts none of the contexts: see accepted.
    static Result<std::unique_ptr<Association>>
    open(const PacsNode& node, const std::vector<Context>& contexts, std::stop_token stop);
    ~Association();
    Association(const Association&) = delete;
    Association& operator=(const Association&) = delete;

    /// An accepted context of this kind, in this transfer syntax where one is named.
    std::optional<T_ASC_PresentationContextID> accepted(const std::string& abstractSyntax,
                                                        const std::string& transferSyntax = {}) const;
    DIC_US nextMessageId() { return m_association->nextMsgID++; }

    Status send(T_ASC_PresentationContextID context, T_DIMSE_Message& command, DcmDataset* data);
    Result<Message> receive();
    /// The data set after a message, read after a look at its structure; 1 MiB at most.
    Result<std::unique_ptr<DcmDataset>> receiveData(const Message& message);
    Status release();

    T_ASC_Association* raw() { return m_association; }
    SocketCut& cut() { return *m_cut; }
    const PacsNode& node() const { return m_node; }

    /// Errors that name the node. A request to stop beats any other reason.
    Error errorOf(const OFCondition& status) const;
    Error statusError(DIC_US status) const; ///< NodeFailure
    Error refusal(std::string why) const;   ///< NodeRefused

private:
    Association(const PacsNode& node, std::stop_token stop);
    Result<T_ASC_Parameters*> makeParameters(const std::vector<Context>& contexts) const;
    Status connect(const std::vector<Context>& contexts);
    Error rejection(T_ASC_Parameters* parameters) const;

    PacsNode m_node;
    std::stop_token m_stop;
    std::shared_ptr<SocketCut> m_cut = std::make_shared<SocketCut>();
    std::stop_callback<std::function<void()>> m_onStop;
    std::unique_ptr<Transport> m_transport;
    T_ASC_Network* m_network = nullptr;
    T_ASC_Association* m_association = nullptr;
};

} // namespace vertescore::pacs
