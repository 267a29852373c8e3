// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ScanFiles.h"

#include <algorithm>

namespace vertescore::test {

/// One object of a study: its UIDs end in these numbers.
struct ObjectCase {
    int study = 1;
    int series = 1;
    int instance = 1;
    std::string patient = "ROE^JANE";
    std::string characterSet = {}; ///< empty: none is said
    std::string modality = "OT";
    std::string date = "20240607";
    std::size_t kilobytes = 4;
    Uint16 value = 7; ///< in all pixels
};

inline std::string studyUid(int study) {
    return "1.2.3." + std::to_string(study);
}
inline std::string seriesUid(const ObjectCase& object) {
    return studyUid(object.study) + "." + std::to_string(object.series);
}
inline std::string instanceUid(const ObjectCase& object) {
    return seriesUid(object) + "." + std::to_string(object.instance);
}

inline std::filesystem::path writeObject(const std::filesystem::path& folder, const ObjectCase& object,
                                         E_TransferSyntax syntax = EXS_LittleEndianExplicit) {
    const auto change = [&object](DcmDataset& dataset) {
        const auto text = [&dataset](const DcmTagKey& tag, const std::string& value) {
            dataset.putAndInsertString(tag, value.c_str());
        };
        if (!object.characterSet.empty()) text(DCM_SpecificCharacterSet, object.characterSet);
        text(DCM_StudyInstanceUID, studyUid(object.study));
        text(DCM_SeriesInstanceUID, seriesUid(object));
        text(DCM_SOPInstanceUID, instanceUid(object));
        text(DCM_PatientID, "P" + std::to_string(object.study));
        text(DCM_PatientName, object.patient);
        text(DCM_Modality, object.modality);
        text(DCM_StudyDate, object.date);
        text(DCM_StudyTime, "101500");
        text(DCM_AccessionNumber, "A" + std::to_string(object.study));
        text(DCM_StudyDescription, "Spine");
        text(DCM_SeriesNumber, std::to_string(object.series));
        text(DCM_InstanceNumber, std::to_string(object.instance));
        const auto rows = static_cast<Uint16>(object.kilobytes * 4);
        dataset.putAndInsertUint16(DCM_Rows, rows);
        dataset.putAndInsertUint16(DCM_Columns, 128);
        const std::vector<Uint16> values(std::size_t{rows} * 128, object.value);
        dataset.putAndInsertUint16Array(DCM_PixelData, values.data(), values.size());
    };
    const std::filesystem::path path = folder / (instanceUid(object) + ".dcm");
    writeDicom(path, change, syntax);
    return path;
}

/// Several of one series.
inline std::vector<std::filesystem::path> writeSeries(const std::filesystem::path& folder, ObjectCase object,
                                                      int count) {
    std::filesystem::create_directories(folder);
    std::vector<std::filesystem::path> files;
    for (object.instance = 1; object.instance <= count; ++object.instance)
        files.push_back(writeObject(folder, object));
    return files;
}

/// Names of the files in a folder, hidden ones too, in order.
inline std::vector<std::string> namesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace vertescore::test
