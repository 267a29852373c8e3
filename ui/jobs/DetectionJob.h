// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detection/LandmarkDetector.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace vertescore {

class ScanDocument;

/// Makes the detector. Called on the job's own thread when a detection first needs it, since reading weights
/// takes long; after a failure it is called again at the next start.
using DetectorFactory = std::function<Result<std::unique_ptr<LandmarkDetector>>()>;

/// Runs the network in the background, one scan at a time, and puts the result into the document it was
/// started for as an undoable command. The detector lives on the job's thread alone. GUI thread; the
/// destructor waits for a running stage of the detector to end.
class DetectionJob : public QObject {
    Q_OBJECT

public:
    explicit DetectionJob(DetectorFactory factory, QObject* parent = nullptr);
    ~DetectionJob() override;

    /// Cancels what runs. The result is dropped when the document is gone, or another run was started, by
    /// then. keepEdited: see ScanDocument::acceptDetection. A scan that its file calls frontal fails with
    /// FrontalView, unless somebody said that it is lateral.
    void start(ScanDocument& document, bool keepEdited = true, bool isSaidLateral = false);
    /// Cancels nothing: starts when what runs has ended, the last one queued first. After a failure nothing
    /// that waits is started. Points that a person set stay.
    void enqueue(ScanDocument& document);
    void cancel(); ///< what runs and what waits
    bool isRunning() const { return m_isRunning; }
    ScanDocument* document() const; ///< of the run under way; nothing when none, or when it is gone
    std::optional<DetectionModel> model() const { return m_model; } ///< known after the first detection

Q_SIGNALS:
    void started();
    void progressed(double share); ///< 0...1
    void finished(vertescore::ScanDocument* document, const vertescore::Detection& detection);
    void failed(const vertescore::Error& error);
    void cancelled();
    void runningChanged(bool isRunning);

private:
    struct Worker;
    void setRunning(bool isRunning);
    void receiveProgress(quint64 id, double share);
    void receiveResult(quint64 id, const Result<Detection>& result);
    void startWaiting();

    std::unique_ptr<Worker> m_worker;
    QPointer<ScanDocument> m_document;
    std::deque<QPointer<ScanDocument>> m_waiting; ///< the next one last
    std::optional<DetectionModel> m_model;
    quint64 m_id = 0;
    bool m_keepEdited = true;
    bool m_isRunning = false;
};

} // namespace vertescore
