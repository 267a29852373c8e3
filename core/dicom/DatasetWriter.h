// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <functional>
#include <string>
#include <vector>

namespace vertescore::dicom {

/// A decimal string (DS) of at most 16 characters, independent of the locale.
std::string decimalString(double value);

/// Puts values into a data set or an item and remembers the first failure. The item must outlive it.
class DatasetWriter {
public:
    explicit DatasetWriter(DcmItem& item) : m_item(&item) {}

    /// All values, with backslashes between them; of binary elements too.
    void text(const DcmTagKey& tag, const std::string& value);
    void number(const DcmTagKey& tag, int value); ///< US
    void samples(const DcmTagKey& tag, const std::vector<Uint16>& values);
    void samples(const DcmTagKey& tag, const std::vector<Uint8>& values);
    void floats(const DcmTagKey& tag, const std::vector<Float32>& values); ///< FL
    /// Appends an item to a sequence and lets fill write into it.
    void item(const DcmTagKey& sequence, const std::function<void(DatasetWriter&)>& fill);
    /// Copies an element where the source has it with a value; else, with isRequired, puts an empty one.
    void copy(const DcmTagKey& tag, DcmItem& source, bool isRequired = false);

    const OFCondition& status() const { return m_status; }

private:
    void keep(const OFCondition& status) {
        if (m_status.good()) m_status = status;
    }

    DcmItem* m_item;
    OFCondition m_status = EC_Normal;
};

} // namespace vertescore::dicom
