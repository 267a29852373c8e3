// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs/ImportJob.h"

namespace vertescore {

ImportJob::ImportJob(QObject* parent) : QObject(parent) {}

ImportJob::~ImportJob() {
    m_stop.request_stop(); // m_background waits
}

void ImportJob::start(Request request) {
    if (m_isRunning)
        m_waiting.push_back(std::move(request));
    else
        begin(std::move(request));
}

void ImportJob::cancel() {
    m_waiting.clear();
    m_stop.request_stop();
}

void ImportJob::begin(Request request) {
    m_isRunning = true;
    m_stop = std::stop_source();
    Q_EMIT started();
    m_background.run(
        [this, request = std::move(request), stop = m_stop.get_token()] { return run(request, stop); },
        [this](const Result<IntakeReport>& result) {
            m_isRunning = false;
            if (result)
                Q_EMIT finished(*result);
            else
                Q_EMIT failed(result.error());
            if (m_isRunning || m_waiting.empty()) return;
            Request next = std::move(m_waiting.front());
            m_waiting.pop_front();
            begin(std::move(next));
        });
}

Result<IntakeReport> ImportJob::run(const Request& request, std::stop_token stop) {
    auto store = StudyStore::open(request.study);
    if (!store) return failure(store.error());
    auto session = store->openAnnotatorSession(request.annotator);
    if (!session) return failure(session.error());
    IntakeOptions options;
    options.codesFromFileNames = request.codesFromFileNames;
    options.stop = std::move(stop);
    options.progress = [this](std::size_t done, std::size_t total) {
        QMetaObject::invokeMethod(this, [this, done, total] {
            Q_EMIT progressed(static_cast<qsizetype>(done), static_cast<qsizetype>(total));
        });
    };
    return addScans(*session, request.paths, options);
}

} // namespace vertescore
