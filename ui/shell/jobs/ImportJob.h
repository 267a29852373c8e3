// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/AddScans.h"
#include "core/store/StudyStore.h"
#include "ui/shell/jobs/Background.h"

#include <QObject>

#include <deque>
#include <stop_token>

namespace vertescore {

/// Adds files and folders to a study in the background, on a connection of its own. GUI thread; the
/// destructor cancels and waits for the file under way.
class ImportJob : public QObject {
    Q_OBJECT
public:
    explicit ImportJob(QObject* parent = nullptr);
    ~ImportJob() override;

    struct Request {
        std::filesystem::path study;
        SignIn annotator;
        std::vector<std::filesystem::path> paths;
        bool codesFromFileNames = false;
    };
    /// Waits for its turn while another one is running.
    void start(Request request);
    void cancel(); ///< what runs and what waits
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void started();
    void progressed(qsizetype done, qsizetype total);
    void finished(const vertescore::IntakeReport& report);
    void failed(const vertescore::Error& error);

private:
    Result<IntakeReport> run(const Request& request, std::stop_token stop);

    void begin(Request request);

    std::deque<Request> m_waiting;
    std::stop_source m_stop;
    bool m_isRunning = false;
    Background m_background; ///< the first to go: what runs uses the others
};

} // namespace vertescore
