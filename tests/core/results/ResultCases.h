// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/ScanReader.h"
#include "core/results/ScanResults.h"
#include "tests/support/ScanFiles.h"

namespace vertescore::test {

/// The test scan (16 x 40) as a hospital would send it, patient and study included.
inline void writeHospitalScan(const std::filesystem::path& path,
                              const std::function<void(DcmDataset&)>& change = {}) {
    writeDicom(path, [&change](DcmDataset& dataset) {
        const auto text = [&dataset](const DcmTagKey& tag, const char* value) {
            dataset.putAndInsertString(tag, value);
        };
        text(DCM_SpecificCharacterSet, "ISO_IR 100");
        text(DCM_PatientName, "M\xfcller^Eva");
        text(DCM_PatientID, "4711");
        text(DCM_PatientBirthDate, "19400230");
        text(DCM_PatientSex, "F");
        text(DCM_StudyInstanceUID, "1.2.3");
        text(DCM_SeriesInstanceUID, "1.2.3.1");
        text(DCM_StudyDate, "20200101");
        text(DCM_StudyID, "7");
        text(DCM_WindowCenter, "100");
        text(DCM_WindowWidth, "200");
        if (change) change(dataset);
    });
}

/// Every state of a point, a place outside the picture, every way of a cell to have no grade.
inline ScanResults everyKindOfResult() {
    ScanResults results;
    Landmarks& landmarks = results.landmarks;
    landmarks.anterior = AnteriorSide::Left;
    landmarks.at(Level::T12).confidence = 0.1 + 0.2;
    landmarks.at(Level::T12).at(Corner::SuperiorAnterior) = {PixelPoint{1.25, 2.5}, PointState::Predicted};
    landmarks.at(Level::T12).at(Corner::SuperiorPosterior) = {PixelPoint{7.7, 2.6}, PointState::Edited};
    landmarks.at(Level::T12).at(Corner::InferiorAnterior) = {PixelPoint{1.3, 7.9}, PointState::Confirmed};
    landmarks.at(Level::T12).at(Corner::InferiorPosterior) = {PixelPoint{-3.1, 8.25}, PointState::NotVisible};
    landmarks.at(Level::L1).at(Corner::SuperiorAnterior) = {std::nullopt, PointState::NotVisible};
    landmarks.at(Level::L1).at(Corner::SuperiorPosterior) = {PixelPoint{15.5, 39.5}, PointState::Predicted};
    landmarks.at(Level::L4).missing = MissingReason::BelowThreshold;
    landmarks.at(Level::L5).missing = MissingReason::OutsidePicture;
    results.annotator = "Anna";
    results.model = DetectionModel{"VerteNet small", std::string(64, 'a'), "cpu", "fp32"};
    results.crop = CropResult{1.2, true, 100.0 / 3, {0, 1.0 / 7, 49.6, 0}, true, false};
    Grading grading;
    grading.convention = ScoringConvention::Kauppila;
    grading.reader = "Rosa";
    std::size_t next = 0;
    for (const Segment segment : {Segment::L1, Segment::L2}) // the grades 0...3
        for (const Wall wall : kWalls)
            grading.sheet.at(segment, wall).grade = static_cast<int>(next++);
    next = 0;
    for (const Wall wall : kWalls)
        grading.sheet.at(Segment::L3, wall).notReadable = kNotReadableReasons[next++];
    grading.sheet.at(Segment::L4, Wall::Posterior).notReadable = NotReadableReason::InsufficientArea;
    results.grading = grading; // L4 anterior stays blank
    return results;
}

} // namespace vertescore::test
