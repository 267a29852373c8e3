// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs/MergeJob.h"

namespace vertescore {

MergeJob::MergeJob(QObject* parent) : QObject(parent) {}

MergeJob::~MergeJob() {
    m_stop.request_stop(); // m_background waits
}

void MergeJob::cancel() {
    m_stop.request_stop();
}

void MergeJob::start(Request request) {
    if (m_isRunning) return;
    m_isRunning = true;
    m_stop = std::stop_source();
    Q_EMIT started();
    m_background.run(
        [this, request = std::move(request), stop = m_stop.get_token()] { return run(request, stop); },
        [this](const Result<Outcome>& result) {
            m_isRunning = false;
            if (result)
                Q_EMIT finished(*result);
            else
                Q_EMIT failed(result.error());
        });
}

Result<MergeJob::Outcome> MergeJob::run(const Request& request, std::stop_token stop) {
    auto store = StudyStore::open(request.study);
    if (!store) return failure(store.error());
    auto session = store->openCoordinatorSession(request.coordinator);
    if (!session) return failure(session.error());
    MergeWatch watch;
    watch.stop = stop;
    watch.progress = [this](const std::filesystem::path& file, std::size_t done, std::size_t total) {
        QMetaObject::invokeMethod(this, [this, file, done, total] {
            Q_EMIT progressed(file, static_cast<qsizetype>(done), static_cast<qsizetype>(total));
        });
    };
    Outcome outcome{{}, request.isTrial};
    if (request.isTrial) {
        auto previews = session->previewMerge(request.files, watch);
        if (!previews) return failure(previews.error());
        outcome.files = std::move(*previews);
        return outcome;
    }
    for (const std::filesystem::path& file : request.files) {
        if (stop.stop_requested()) break;
        auto report = session->merge(file, watch);
        if (!report && report.error().code == ErrorCode::Cancelled) break;
        outcome.files.push_back({file, std::move(report), std::nullopt});
    }
    return outcome;
}

} // namespace vertescore
