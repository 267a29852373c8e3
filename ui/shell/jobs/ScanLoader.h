// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/store/Study.h"
#include "ui/documents/ReadyScan.h"
#include "ui/models/ScanIdMeta.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <map>
#include <memory>

namespace vertescore {

/// Reads scans and small pictures of them in the background, with what is worked out of their pixels, so that
/// the window never waits.
/// Results come to the GUI thread; the destructor waits for the read under way.
class ScanLoader : public QObject {
    Q_OBJECT
public:
    explicit ScanLoader(QObject* parent = nullptr);
    ~ScanLoader() override;

    /// Answers with loaded() or failed(). FileMalformed when the file no longer holds the pixels of the
    /// study.
    void load(const StudyScan& scan);
    /// Reads ahead: a following load() of the same scan is answered at once.
    void prefetch(const StudyScan& scan);
    /// Answers with thumbnailReady(), or not at all for a file that cannot be read.
    void loadThumbnail(const StudyScan& scan);

Q_SIGNALS:
    void loaded(const vertescore::StudyScan& studyScan, const vertescore::ReadyScan& scan);
    void failed(const vertescore::StudyScan& studyScan, const vertescore::Error& error);
    void thumbnailReady(vertescore::ScanId scan, const QImage& thumbnail);

private:
    void read(const StudyScan& scan, bool isWanted);
    void receive(const StudyScan& studyScan, const Result<ReadyScan>& result);

    QThreadPool m_readers;
    QThreadPool m_thumbnailers;
    std::map<ScanId, bool> m_reading; ///< under way, and whether somebody waits for it
    std::map<ScanId, ReadyScan> m_ahead;
};

} // namespace vertescore
