// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/DetectionJob.h"

#include "core/base/Log.h"
#include "core/io/ViewCheck.h"
#include "ui/documents/LandmarkEdits.h"
#include "ui/documents/ScanDocument.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace vertescore {
namespace {

/// What the thread needs of a document: shared constants and copies only.
struct Request {
    quint64 id = 0;
    std::shared_ptr<const Scan> scan; // shared: a scan never changes, and the document may go meanwhile
    std::optional<AnteriorSide> anterior;
    bool isSaidLateral = false;
    std::stop_source stop;
};

} // namespace

struct DetectionJob::Worker {
    using OnProgress = std::function<void(quint64, double)>;
    using OnResult = std::function<void(quint64, const Result<Detection>&)>;

    Worker(DetectorFactory makeDetector, OnProgress progress, OnResult result)
        : factory(std::move(makeDetector)), onProgress(std::move(progress)), onResult(std::move(result)),
          thread([this](const std::stop_token& stop) { run(stop); }) {}

    ~Worker() {
        replace(std::nullopt);
        thread.request_stop();
    }

    /// Cancels what runs and waits; the next request takes its place.
    void replace(std::optional<Request> next) {
        {
            const std::lock_guard lock(mutex);
            if (running) running->request_stop();
            waiting = std::move(next);
        }
        wake.notify_one();
    }

    void run(const std::stop_token& stop) {
        std::unique_ptr<LandmarkDetector> detector;
        for (;;) {
            std::unique_lock lock(mutex);
            if (!wake.wait(lock, stop, [this] { return waiting.has_value(); })) return;
            const Request request = std::move(*waiting);
            waiting.reset();
            running = request.stop;
            lock.unlock();
            onResult(request.id, guardedDetect(detector, request));
            lock.lock();
            running.reset();
        }
    }

    /// The thread's one catch-all: what nobody expected ends as an error in the window, not as an abort.
    Result<Detection> guardedDetect(std::unique_ptr<LandmarkDetector>& detector,
                                    const Request& request) const {
        try {
            return detect(detector, request);
        } catch (const std::bad_alloc&) {
            return failure(ErrorCode::OutOfMemory);
        } catch (const std::exception& exception) {
            logMessage(LogLevel::Error, std::string("detection ended by an exception: ") + exception.what());
            return failure(ErrorCode::Internal, exception.what());
        }
    }

    Result<Detection> detect(std::unique_ptr<LandmarkDetector>& detector, const Request& request) const {
        if (!detector) {
            auto made = factory();
            if (!made) return failure(made.error());
            detector = std::move(*made);
        }
        if (request.stop.stop_requested()) return failure(ErrorCode::Cancelled);
        const DisplayImage picture = renderDisplay(request.scan->image, request.scan->pipeline);
        if (const Status view = checkLateral(*request.scan, picture); !view && !request.isSaidLateral)
            return failure(view.error());
        DetectionOptions options;
        options.anterior = request.anterior;
        options.stop = request.stop.get_token();
        options.progress = [this, id = request.id](double share) { onProgress(id, share); };
        return detector->detect(picture, options);
    }

    DetectorFactory factory;
    OnProgress onProgress;
    OnResult onResult;
    std::mutex mutex;
    std::condition_variable_any wake;
    std::optional<Request> waiting;
    std::optional<std::stop_source> running;
    std::jthread thread; // last: it ends before what it uses goes
};

DetectionJob::DetectionJob(DetectorFactory factory, QObject* parent) : QObject(parent) {
    // Queued to this object: what arrives after its end is dropped by Qt, and the worker ends before it does.
    m_worker = std::make_unique<Worker>(
        std::move(factory),
        [this](quint64 id, double share) {
            QMetaObject::invokeMethod(
                this, [this, id, share] { receiveProgress(id, share); }, Qt::QueuedConnection);
        },
        [this](quint64 id, const Result<Detection>& result) {
            QMetaObject::invokeMethod(
                this, [this, id, result] { receiveResult(id, result); }, Qt::QueuedConnection);
        });
}

DetectionJob::~DetectionJob() = default;

void DetectionJob::start(ScanDocument& document, bool keepEdited, bool isSaidLateral) {
    Request request;
    request.id = ++m_id;
    request.scan = document.sharedScan();
    request.isSaidLateral = isSaidLateral;
    std::erase(m_waiting, &document);
    // Kept points were named with this side in front; a network that sees it the other way would contradict
    // them.
    if (keepEdited && hasPersonPoint(document.content().points))
        request.anterior = document.landmarks().anterior;
    m_document = &document;
    m_keepEdited = keepEdited;
    m_worker->replace(std::move(request));
    setRunning(true);
    Q_EMIT started();
    Q_EMIT progressed(0);
}

void DetectionJob::enqueue(ScanDocument& document) {
    if (m_isRunning && m_document == &document) return;
    std::erase(m_waiting, &document);
    m_waiting.emplace_back(&document);
    if (!m_isRunning) startWaiting();
}

void DetectionJob::startWaiting() {
    while (!m_waiting.empty()) {
        const QPointer<ScanDocument> next = m_waiting.back();
        m_waiting.pop_back();
        if (next && next->areLandmarksEditable()) return start(*next);
    }
}

void DetectionJob::cancel() {
    if (!m_isRunning) return;
    m_waiting.clear();
    ++m_id; // whatever still comes is stale
    m_worker->replace(std::nullopt);
    m_document.clear();
    setRunning(false);
    Q_EMIT cancelled();
}

ScanDocument* DetectionJob::document() const {
    return m_isRunning ? m_document.data() : nullptr;
}

void DetectionJob::setRunning(bool isRunning) {
    if (isRunning == m_isRunning) return;
    m_isRunning = isRunning;
    Q_EMIT runningChanged(isRunning);
}

void DetectionJob::receiveProgress(quint64 id, double share) {
    if (id == m_id && m_isRunning) Q_EMIT progressed(share);
}

void DetectionJob::receiveResult(quint64 id, const Result<Detection>& result) {
    if (id != m_id || !m_isRunning) return;
    ScanDocument* const document = m_document.data();
    setRunning(false);
    if (!result) {
        m_waiting.clear();
        Q_EMIT failed(result.error());
        return;
    }
    m_model = result->model;
    if (document) {
        document->acceptDetection(*result, m_keepEdited);
        Q_EMIT finished(document, *result);
    }
    if (!m_isRunning) startWaiting();
}

} // namespace vertescore
