// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs/exchange/DeidentifyJob.h"

namespace vertescore {

DeidentifyJob::DeidentifyJob(QObject* parent) : QObject(parent) {}

DeidentifyJob::~DeidentifyJob() {
    m_stop.request_stop();
}

template <class Tell>
void DeidentifyJob::post(int run, Tell tell) {
    QMetaObject::invokeMethod(
        this,
        [this, run, tell = std::move(tell)] {
            if (run == m_run) tell();
        },
        Qt::QueuedConnection);
}

template <class Work>
void DeidentifyJob::begin(Work work) {
    if (m_isRunning) return;
    m_isRunning = true;
    m_stop = {};
    const int run = ++m_run;
    m_background.run([work = std::move(work), run, stop = m_stop.get_token()] { return work(run, stop); },
                     [this, run](const Status& status) {
                         if (run != m_run) return;
                         m_isRunning = false;
                         if (status)
                             Q_EMIT finished();
                         else
                             Q_EMIT failed(status.error());
                     });
}

void DeidentifyJob::look(std::vector<std::filesystem::path> in, std::filesystem::path out) {
    begin([this, in = std::move(in), out = std::move(out)](int run, const std::stop_token& stop) {
        return lookAt(in, out, run, stop);
    });
}

Status DeidentifyJob::lookAt(const std::vector<std::filesystem::path>& in, const std::filesystem::path& out,
                             int run, const std::stop_token& stop) {
    const auto list = filesToDeidentify(in, out);
    if (!list) return failure(list.error());
    for (const Error& error : list->refused)
        post(run, [this, error] { Q_EMIT looked({*error.path, failure(error)}); });
    const auto total = static_cast<qsizetype>(list->files.size());
    qsizetype done = 0;
    for (const std::filesystem::path& path : list->files) {
        if (stop.stop_requested()) return failure(ErrorCode::Cancelled);
        auto review = reviewPixels(path);
        ++done;
        post(run, [this, path, review = std::move(review), done, total] {
            Q_EMIT looked({path, review});
            Q_EMIT progressed(done, total);
        });
    }
    return {};
}

void DeidentifyJob::write(Writing writing) {
    begin([this, writing = std::move(writing)](int run, const std::stop_token& stop) {
        return writeAll(writing, run, stop);
    });
}

Status DeidentifyJob::writeAll(const Writing& writing, int run, const std::stop_token& stop) {
    const auto pseudonyms = writing.secret.empty() ? Result<Pseudonyms>(Pseudonyms::once())
                                                   : Pseudonyms::fromFile(writing.secret);
    if (!pseudonyms) return failure(pseudonyms.error());
    DeidentifyWatch watch;
    watch.stop = stop;
    watch.done = [this, run](const std::filesystem::path& path,
                             const Result<DeidentificationRecord>& record) {
        post(run, [this, path, record] { Q_EMIT copied({path, record}); });
    };
    watch.progress = [this, run](std::size_t done, std::size_t total) {
        post(run, [this, done, total] {
            Q_EMIT progressed(static_cast<qsizetype>(done), static_cast<qsizetype>(total));
        });
    };
    return deidentifyEach(writing.items, writing.out, *pseudonyms, watch);
}

void DeidentifyJob::fetchPicture(const std::filesystem::path& path, int frame) {
    m_pictures.run([path, frame] { return reviewPicture(path, frame); },
                   [this, fetch = ++m_wantedFetch](const Result<DisplayImage>& picture) {
                       if (fetch != m_wantedFetch) return;
                       if (picture)
                           Q_EMIT fetched(*picture);
                       else
                           Q_EMIT fetchFailed(picture.error());
                   });
}

void DeidentifyJob::cancel() {
    m_stop.request_stop();
}

void DeidentifyJob::abandon() {
    m_stop.request_stop();
    ++m_run;
    ++m_wantedFetch;
    m_isRunning = false;
}

} // namespace vertescore
