// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/AnnotatorSession.h"

#include "core/store/rows/LandmarkRows_p.h"
#include "core/store/rows/PersonRows_p.h"
#include "core/store/rows/ReadingRows_p.h"
#include "core/store/rows/ScanRows_p.h"

namespace vertescore {

namespace {

Result<LandmarkVersion> saveShared(StudyFile& file, const NewLandmarks& wanted) {
    return attempt(file.path, [&] {
        WriteTransaction transaction(file.database);
        readScanRow(file, wanted.scan);
        auto version = saveLandmarkRow(file.database, wanted);
        transaction.commit();
        return version;
    });
}

} // namespace

Result<AddedScan> AnnotatorSession::addScan(const NewScan& scan) {
    return attempt(m_file->path, [&] {
        WriteTransaction transaction(m_file->database);
        const auto added = insertScan(*m_file, scan, m_annotator.id);
        transaction.commit();
        return added;
    });
}

Result<Worklist> AnnotatorSession::worklist() const {
    return attempt(m_file->path, [&] { return landmarkWorklist(*m_file); });
}

Result<WorklistRow> AnnotatorSession::worklistRow(ScanId scan) const {
    return attempt(m_file->path, [&] {
        readScanRow(*m_file, scan);
        return landmarkWorklist(*m_file, scan).front();
    });
}

Result<StudyScan> AnnotatorSession::scan(ScanId scan) const {
    return attempt(m_file->path, [&] { return readScanRow(*m_file, scan); });
}

Result<std::optional<LandmarkVersion>> AnnotatorSession::landmarks(ScanId scan) const {
    return attempt(m_file->path, [&] { return newestLandmarks(m_file->database, scan, {}); });
}

Result<std::optional<LandmarkVersion>> AnnotatorSession::prediction(ScanId scan) const {
    return attempt(m_file->path, [&] { return newestPrediction(m_file->database, scan, {}); });
}

Result<std::vector<LandmarkVersion>> AnnotatorSession::landmarkHistory(ScanId scan) const {
    return attempt(m_file->path, [&] { return landmarkVersions(m_file->database, scan, {}); });
}

Result<LandmarkVersion> AnnotatorSession::saveLandmarks(ScanId scan, const Landmarks& landmarks) {
    return saveShared(*m_file, {scan, landmarks, LandmarkSource::Person, m_annotator.id, std::nullopt, {}});
}

Result<LandmarkVersion> AnnotatorSession::savePrediction(ScanId scan, const Detection& detection) {
    return saveShared(
        *m_file, {scan, detection.landmarks, LandmarkSource::Model, m_annotator.id, detection.model, {}});
}

Result<LandmarkVersion> AnnotatorSession::saveImport(ScanId scan, const Landmarks& landmarks) {
    return saveShared(*m_file, {scan, landmarks, LandmarkSource::Import, m_annotator.id, std::nullopt, {}});
}

Status AnnotatorSession::setPassword(const std::string& password) {
    return attempt(m_file->path, [&] {
        WriteTransaction transaction(m_file->database);
        storePassword(m_file->database, m_annotator.id, password, m_annotator.id);
        transaction.commit();
    });
}

} // namespace vertescore
