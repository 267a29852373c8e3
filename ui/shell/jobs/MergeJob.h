// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StudyStore.h"
#include "ui/shell/jobs/Background.h"

#include <QObject>

#include <stop_token>

namespace vertescore {

/// Merges files of other workstations into a study in the background, on a connection of its own, or only
/// tries what that would do. GUI thread; the destructor stops it and waits.
class MergeJob : public QObject {
    Q_OBJECT
public:
    struct Request {
        std::filesystem::path study;
        SignIn coordinator;
        std::vector<std::filesystem::path> files;
        bool isTrial = true; ///< nothing is changed
    };
    /// One answer for each file, in order; none for files that were not reached when it was stopped.
    struct Outcome {
        std::vector<MergePreview> files;
        bool isTrial = true;
    };

    explicit MergeJob(QObject* parent = nullptr);
    ~MergeJob() override;

    void start(Request request); ///< does nothing while running
    void cancel();               ///< what was merged whole stays; of the file under way nothing is taken in
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void started();
    /// total 0: the file is being verified first.
    void progressed(const std::filesystem::path& file, qsizetype done, qsizetype total);
    void finished(const vertescore::MergeJob::Outcome& outcome);
    void failed(const vertescore::Error& error);

private:
    Result<Outcome> run(const Request& request, std::stop_token stop);

    std::stop_source m_stop;
    bool m_isRunning = false;
    Background m_background; ///< the first to go: what runs uses the others
};

} // namespace vertescore
