// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DatasetWriter.h"

#include <array>
#include <charconv>

namespace vertescore::dicom {

std::string decimalString(double value) {
    std::array<char, 32> text;
    // Sixteen characters have room for nine digits with sign, point and the longest exponent.
    for (int digits = 14;; --digits) {
        const auto end =
            std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, digits)
                .ptr;
        if (end - text.data() <= 16) return std::string(text.data(), end);
    }
}

void DatasetWriter::text(const DcmTagKey& tag, const std::string& value) {
    keep(m_item->putAndInsertString(tag, value.c_str(), static_cast<Uint32>(value.size())));
}

void DatasetWriter::number(const DcmTagKey& tag, int value) {
    keep(m_item->putAndInsertUint16(tag, static_cast<Uint16>(value)));
}

void DatasetWriter::samples(const DcmTagKey& tag, const std::vector<Uint16>& values) {
    keep(m_item->putAndInsertUint16Array(tag, values.data(), values.size()));
}

void DatasetWriter::samples(const DcmTagKey& tag, const std::vector<Uint8>& values) {
    keep(m_item->putAndInsertUint8Array(tag, values.data(), values.size()));
}

void DatasetWriter::floats(const DcmTagKey& tag, const std::vector<Float32>& values) {
    keep(m_item->putAndInsertFloat32Array(tag, values.data(), values.size()));
}

void DatasetWriter::item(const DcmTagKey& sequence, const std::function<void(DatasetWriter&)>& fill) {
    DcmItem* added = nullptr;
    const OFCondition status = m_item->findOrCreateSequenceItem(sequence, added, -2); // -2: append
    keep(status);
    if (status.bad()) return;
    DatasetWriter writer(*added);
    fill(writer);
    keep(writer.status());
}

void DatasetWriter::copy(const DcmTagKey& tag, DcmItem& source, bool isRequired) {
    if (source.tagExistsWithValue(tag))
        keep(source.findAndInsertCopyOfElement(tag, m_item));
    else if (isRequired)
        keep(m_item->insertEmptyElement(tag));
}

} // namespace vertescore::dicom
