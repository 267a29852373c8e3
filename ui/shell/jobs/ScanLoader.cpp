// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs/ScanLoader.h"

#include "core/io/ScanReader.h"

namespace vertescore {
namespace {

constexpr int kThumbnailHeight = 168; ///< device pixels: sharp at 200 % too
constexpr std::size_t kReadAheadLimit = 2;

Result<ReadyScan> readChecked(const StudyScan& studyScan) {
    auto scan = readScan(studyScan.path);
    if (!scan) return failure(scan.error());
    if (scan->pixelSha256 != studyScan.pixelSha256)
        return failure(ErrorCode::FileMalformed, "other pixels than the study knows", studyScan.path);
    return makeReady(std::make_shared<const Scan>(std::move(*scan)));
}

QImage thumbnailOf(const Scan& scan) {
    const DisplayImage display = renderDisplay(scan.image, scan.pipeline);
    const QImage full(display.pixels.data(), display.width, display.height, display.width,
                      QImage::Format_Grayscale8);
    return full.scaledToHeight(kThumbnailHeight, Qt::SmoothTransformation);
}

} // namespace

ScanLoader::ScanLoader(QObject* parent) : QObject(parent) {
    m_readers.setMaxThreadCount(1);
    m_thumbnailers.setMaxThreadCount(1);
    m_thumbnailers.setThreadPriority(QThread::LowPriority);
}

ScanLoader::~ScanLoader() {
    for (QThreadPool* pool : {&m_readers, &m_thumbnailers}) {
        pool->clear();
        pool->waitForDone();
    }
}

void ScanLoader::load(const StudyScan& scan) {
    const auto ahead = m_ahead.find(scan.id);
    if (ahead == m_ahead.end()) return read(scan, true);
    const auto found = ahead->second;
    m_ahead.erase(ahead);
    Q_EMIT loaded(scan, found);
}

void ScanLoader::prefetch(const StudyScan& scan) {
    if (!m_ahead.contains(scan.id)) read(scan, false);
}

void ScanLoader::read(const StudyScan& scan, bool isWanted) {
    const auto [entry, isNew] = m_reading.try_emplace(scan.id, isWanted);
    entry->second = entry->second || isWanted;
    if (!isNew) return;
    m_readers.start([this, scan] {
        auto result = readChecked(scan);
        QMetaObject::invokeMethod(this, [this, scan, result = std::move(result)] { receive(scan, result); });
    });
}

void ScanLoader::receive(const StudyScan& studyScan, const Result<ReadyScan>& result) {
    const bool isWanted = m_reading[studyScan.id];
    m_reading.erase(studyScan.id);
    if (!isWanted) {
        if (m_ahead.size() >= kReadAheadLimit) m_ahead.clear();
        if (result) m_ahead.emplace(studyScan.id, *result);
        return;
    }
    if (result)
        Q_EMIT loaded(studyScan, *result);
    else
        Q_EMIT failed(studyScan, result.error());
}

void ScanLoader::loadThumbnail(const StudyScan& scan) {
    m_thumbnailers.start([this, scan] {
        const auto read = readScan(scan.path);
        if (!read) return;
        const QImage thumbnail = thumbnailOf(*read);
        QMetaObject::invokeMethod(this,
                                  [this, id = scan.id, thumbnail] { Q_EMIT thumbnailReady(id, thumbnail); });
    });
}

} // namespace vertescore
