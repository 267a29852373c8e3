// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/deidentify/files/DeidentifyFiles.h"
#include "ui/shell/jobs/Background.h"

#include <QObject>

namespace vertescore {

/// Looks for writing in scans and writes copies without identity, in the background, one of the two at a
/// time; fetches pictures beside it. GUI thread; the destructor stops it and waits.
class DeidentifyJob : public QObject {
    Q_OBJECT
public:
    struct Writing {
        std::vector<DeidentifyItem> items;
        std::filesystem::path out;
        std::filesystem::path secret; ///< file, made where there is none; empty: of this run alone
    };

    /// A file that was looked at.
    struct Looked {
        std::filesystem::path path;
        Result<PixelReview> review;
    };
    /// A file whose copy was written, or not.
    struct Copied {
        std::filesystem::path path;
        Result<DeidentificationRecord> record;
    };

    explicit DeidentifyJob(QObject* parent = nullptr);
    ~DeidentifyJob() override;

    /// looked() for each file at or below the paths, then finished() or failed(). Does nothing while it runs.
    void look(std::vector<std::filesystem::path> in, std::filesystem::path out);
    /// copied() for each item, then finished() or failed(). Does nothing while it runs.
    void write(Writing writing);
    /// fetched() or fetchFailed() follows, unless another picture is asked for before.
    void fetchPicture(const std::filesystem::path& path, int frame);
    void cancel();  ///< failed(Cancelled) follows; what was written until then is whole
    void abandon(); ///< the same, but nothing more is told
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void progressed(qsizetype done, qsizetype total);
    void looked(const vertescore::DeidentifyJob::Looked& file);
    void copied(const vertescore::DeidentifyJob::Copied& file);
    void finished();
    /// Instead of finished(). Errors: those of filesToDeidentify, of the secret, Cancelled.
    void failed(const vertescore::Error& error);
    void fetched(const vertescore::DisplayImage& picture);
    void fetchFailed(const vertescore::Error& error);

private:
    /// Tells on this object's thread, unless that was abandoned meanwhile. Called on the job's.
    template <class Tell>
    void post(int run, Tell tell);
    template <class Work>
    void begin(Work work);
    Status lookAt(const std::vector<std::filesystem::path>& in, const std::filesystem::path& out, int run,
                  const std::stop_token& stop);
    Status writeAll(const Writing& writing, int run, const std::stop_token& stop);

    std::stop_source m_stop;
    bool m_isRunning = false;
    int m_run = 0;         ///< what earlier ones tell is dropped
    int m_wantedFetch = 0; ///< the last one
    Background m_pictures; ///< these two are the first to go: what runs uses the others
    Background m_background;
};

} // namespace vertescore
