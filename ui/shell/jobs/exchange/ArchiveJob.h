// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/Query.h"
#include "core/pacs/Retrieve.h"
#include "core/pacs/Send.h"
#include "ui/shell/jobs/Background.h"

#include <QObject>

#include <functional>

namespace vertescore {

/// Talks to an archive in the background, one thing at a time: what is asked while something runs is not
/// done. GUI thread; the destructor cuts the connection and waits for its end.
class ArchiveJob : public QObject {
    Q_OBJECT
public:
    /// Writes files that are to be sent; called on the job's thread.
    using MakeFiles = std::function<Result<std::vector<std::filesystem::path>>()>;

    explicit ArchiveJob(QObject* parent = nullptr);
    ~ArchiveJob() override;

    void echo(const pacs::PacsNode& node);
    void find(const pacs::PacsNode& node, const pacs::Query& query);
    void fetch(const pacs::PacsNode& node, const pacs::RetrieveRequest& request,
               const std::filesystem::path& folder);
    void send(const pacs::PacsNode& node, MakeFiles make);
    void cancel();
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void runningChanged();
    void progressed(qsizetype done, qsizetype total); ///< total 0: not known
    void answered();                                  ///< to an echo
    void found(vertescore::pacs::QueryLevel level, const vertescore::pacs::QueryRows& rows);
    void fetched(const vertescore::pacs::RetrieveReport& report);
    void sent(const vertescore::pacs::SendReport& report);
    void failed(const vertescore::Error& error); ///< an echo, a search, or what was to be sent

private:
    template <class Work, class Done>
    void run(Work work, Done done);
    pacs::PacsWork newWork();

    std::stop_source m_stop;
    bool m_isRunning = false;
    Background m_background; ///< the first to go: what runs uses the others
};

} // namespace vertescore
