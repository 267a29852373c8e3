// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <filesystem>
#include <string>
#include <vector>

namespace vertescore::test {

/// One record of a DICOMDIR: the names of the file, joined by '\'.
struct MediumRecord {
    std::string names;
    const char* type = "IMAGE";
    Uint16 inUse = 0xffff;
};

/// Writes a DICOMDIR whose records are in the order given; without the offsets that link them, as some
/// programs write it.
inline void writeDicomDirectory(const std::filesystem::path& path, const std::vector<MediumRecord>& records) {
    DcmFileFormat file;
    DcmDataset& dataset = *file.getDataset();
    dataset.putAndInsertString(DCM_SOPClassUID, UID_MediaStorageDirectoryStorage);
    dataset.putAndInsertString(DCM_SOPInstanceUID, "1.2.3.5");
    dataset.putAndInsertString(DCM_FileSetID, "TEST");
    dataset.insertEmptyElement(DCM_DirectoryRecordSequence);
    for (const MediumRecord& record : records) {
        DcmItem* item = nullptr;
        dataset.findOrCreateSequenceItem(DCM_DirectoryRecordSequence, item, -2);
        item->putAndInsertUint16(DCM_RecordInUseFlag, record.inUse);
        item->putAndInsertString(DCM_DirectoryRecordType, record.type);
        item->putAndInsertString(DCM_ReferencedFileID, record.names.c_str());
    }
    file.saveFile(path.c_str(), EXS_LittleEndianExplicit);
}

} // namespace vertescore::test
