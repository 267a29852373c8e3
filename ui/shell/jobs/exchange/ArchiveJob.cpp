// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs/exchange/ArchiveJob.h"

namespace vertescore {

ArchiveJob::ArchiveJob(QObject* parent) : QObject(parent) {}

ArchiveJob::~ArchiveJob() {
    m_stop.request_stop();
}

pacs::PacsWork ArchiveJob::newWork() {
    m_stop = {};
    // From whichever thread it comes, it is told on this object's.
    return {m_stop.get_token(), [this](std::size_t done, std::size_t total) {
                QMetaObject::invokeMethod(
                    this,
                    [this, done, total] {
                        Q_EMIT progressed(static_cast<qsizetype>(done), static_cast<qsizetype>(total));
                    },
                    Qt::QueuedConnection);
            }};
}

template <class Work, class Done>
void ArchiveJob::run(Work work, Done done) {
    if (m_isRunning) return;
    m_isRunning = true;
    Q_EMIT runningChanged();
    m_background.run([work = std::move(work), limits = newWork()] { return work(limits); },
                     [this, done = std::move(done)](const auto& answer) {
                         m_isRunning = false;
                         Q_EMIT runningChanged();
                         done(answer);
                     });
}

void ArchiveJob::echo(const pacs::PacsNode& node) {
    run([node](const pacs::PacsWork& work) { return pacs::echoNode(node, work); },
        [this](const Status& status) {
            if (!status) return void(Q_EMIT failed(status.error()));
            Q_EMIT answered();
        });
}

void ArchiveJob::find(const pacs::PacsNode& node, const pacs::Query& query) {
    run([node, query](const pacs::PacsWork& work) { return pacs::findAt(node, query, work); },
        [this, level = query.level](const Result<pacs::QueryRows>& rows) {
            if (!rows) return void(Q_EMIT failed(rows.error()));
            Q_EMIT found(level, *rows);
        });
}

void ArchiveJob::fetch(const pacs::PacsNode& node, const pacs::RetrieveRequest& request,
                       const std::filesystem::path& folder) {
    run([node, request,
         folder](const pacs::PacsWork& work) { return pacs::retrieve(node, request, folder, work); },
        [this](const pacs::RetrieveReport& report) { Q_EMIT fetched(report); });
}

void ArchiveJob::send(const pacs::PacsNode& node, MakeFiles make) {
    run(
        [node, make = std::move(make)](const pacs::PacsWork& work) -> Result<pacs::SendReport> {
            const auto files = make();
            if (!files) return failure(files.error());
            return pacs::sendFiles(node, *files, work);
        },
        [this](const Result<pacs::SendReport>& report) {
            if (!report) return void(Q_EMIT failed(report.error()));
            Q_EMIT sent(*report);
        });
}

void ArchiveJob::cancel() {
    m_stop.request_stop();
}

} // namespace vertescore
