// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StudyStore.h"
#include "tests/fuzz/support/InputFile.h"

#include <memory>

namespace vertescore::fuzz {

/// Two copies of one small study, on which people went on working apart: one that stays whole, and one whose
/// bytes and rows are changed anew for each input.
class StudyPair {
public:
    StudyPair();

    /// Takes a fresh copy and changes it as the bytes say. Patches: 3 bytes of place, 1 of length, that many
    /// bytes; a length of 255 cuts the file off there.
    std::filesystem::path patched(Bytes patches) const;

    /// The same with values of rows. Each change: table, column, row, kind (see changeValue), length, that
    /// many bytes. isResealed: the log is written anew, as someone could who knows how, so that the copy
    /// verifies.
    std::filesystem::path edited(Bytes edits, bool isResealed) const;

    /// What merging the copy into the whole study would do.
    void previewMerge(const std::filesystem::path& copy) const;

    const std::filesystem::path& whole() const { return m_whole; }

private:
    std::filesystem::path copyOf(const std::filesystem::path& file) const;

    InputFolder m_folder;
    std::filesystem::path m_whole;
    std::filesystem::path m_other;
    std::filesystem::path m_unguarded; ///< the other without triggers, so that its rows can be changed
    std::unique_ptr<StudyStore> m_store;
    std::unique_ptr<CoordinatorSession> m_coordinator;
};

} // namespace vertescore::fuzz
