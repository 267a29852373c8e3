// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs/exchange/Receiving.h"

namespace vertescore {

Receiving::Receiving(QObject* parent) : QObject(parent) {}

Receiving::~Receiving() {
    m_receiver.reset();
}

template <class Tell>
void Receiving::post(Tell tell) {
    QMetaObject::invokeMethod(this, std::move(tell), Qt::QueuedConnection);
}

void Receiving::start(pacs::ReceiverOptions options) {
    if (m_isOn) return;
    m_isOn = true;
    const int run = ++m_run;
    options.received = [this](const Result<pacs::StoredObject>& object) {
        post([this, object] {
            if (object)
                Q_EMIT came(*object);
            else
                Q_EMIT refused(object.error());
        });
    };
    options.refused = [this](const Error& error) { post([this, error] { Q_EMIT refused(error); }); };
    m_background.run(
        [options = std::move(options)]() -> Result<SharedReceiver> {
            auto receiver = pacs::Receiver::start(options);
            if (!receiver) return failure(receiver.error());
            return SharedReceiver(std::move(*receiver));
        },
        [this, run](const Result<SharedReceiver>& started) { take(started, run); });
    Q_EMIT changed();
}

void Receiving::take(const Result<SharedReceiver>& started, int run) {
    if (run != m_run || !m_isOn) { // stopped meanwhile
        if (started) m_background.run([receiver = *started] { return receiver != nullptr; }, [](bool) {});
        return;
    }
    m_isOn = started.has_value();
    if (started) m_receiver = *started;
    m_port = started ? m_receiver->port() : 0;
    Q_EMIT changed();
    if (!started) Q_EMIT failed(started.error());
}

void Receiving::stop() {
    if (!m_isOn) return;
    m_isOn = false;
    m_port = 0;
    // It waits for its connections: not here.
    m_background.run([receiver = std::exchange(m_receiver, nullptr)] { return receiver != nullptr; },
                     [](bool) {});
    Q_EMIT changed();
}

} // namespace vertescore
