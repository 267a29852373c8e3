// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/Receiver.h"
#include "ui/shell/jobs/Background.h"

#include <QObject>

namespace vertescore {

/// Listens for objects that archives and scanners send (pacs::Receiver), and tells what comes on the GUI
/// thread. Starting and stopping do not hold that up; the destructor stops it and waits.
class Receiving : public QObject {
    Q_OBJECT
public:
    explicit Receiving(QObject* parent = nullptr);
    ~Receiving() override;

    /// changed() follows, or failed() when it cannot listen. Its received and refused are ours. Does nothing
    /// while it is on.
    void start(pacs::ReceiverOptions options);
    void stop(); ///< cuts every connection; what was whole by then stays. changed() follows.
    bool isOn() const { return m_isOn; } ///< also while it starts
    int port() const { return m_port; }  ///< 0: not listening yet

Q_SIGNALS:
    void changed();
    void failed(const vertescore::Error& error);
    void came(const vertescore::pacs::StoredObject& object);
    /// A connection that was refused or broke, or an object that was not kept.
    void refused(const vertescore::Error& error);

private:
    // Shared because what goes from thread to thread is copied on the way; one owner at a time.
    using SharedReceiver = std::shared_ptr<pacs::Receiver>;
    template <class Tell>
    void post(Tell tell);
    void take(const Result<SharedReceiver>& started, int run);

    bool m_isOn = false;
    int m_port = 0;
    int m_run = 0; ///< what an earlier one brings is dropped
    SharedReceiver m_receiver;
    Background m_background; ///< the first to go: what runs uses the others
};

} // namespace vertescore
