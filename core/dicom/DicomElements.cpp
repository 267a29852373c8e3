// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DicomElements.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace vertescore::dicom {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kPadding(" \t\r\n\0", 5);
    const std::size_t first = text.find_first_not_of(kPadding);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kPadding) - first + 1);
}

bool isWordCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

DcmItem* functionalGroupItem(DcmItem& dataset, const DcmTagKey& groups, int index,
                             const DcmTagKey& functionalGroup) {
    DcmItem* frameItem = nullptr;
    if (dataset.findAndGetSequenceItem(groups, frameItem, index).bad() || frameItem == nullptr)
        return nullptr;
    return firstItem(*frameItem, functionalGroup);
}

} // namespace

std::optional<double> parseNumber(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::vector<std::string> texts(DcmItem& item, const DcmTagKey& tag) {
    OFString all;
    if (item.findAndGetOFStringArray(tag, all).bad() || all.empty()) return {};
    std::vector<std::string> values;
    std::string_view rest(all.c_str(), all.length());
    for (;;) {
        const std::size_t end = rest.find('\\');
        values.emplace_back(trimmed(rest.substr(0, end)));
        if (end == std::string_view::npos) return values;
        rest.remove_prefix(end + 1);
    }
}

std::string text(DcmItem& item, const DcmTagKey& tag) {
    OFString all;
    if (item.findAndGetOFStringArray(tag, all).bad()) return {};
    return std::string(trimmed({all.c_str(), all.length()}));
}

std::optional<std::vector<double>> numbers(DcmItem& item, const DcmTagKey& tag) {
    std::vector<double> values;
    for (const std::string& value : texts(item, tag)) {
        const auto parsed = parseNumber(value);
        if (!parsed) return std::nullopt;
        values.push_back(*parsed);
    }
    if (values.empty()) return std::nullopt;
    return values;
}

std::vector<PixelPoint> graphicPoints(DcmItem& item) {
    const Float32* values = nullptr;
    unsigned long count = 0;
    if (item.findAndGetFloat32Array(DCM_GraphicData, values, &count).bad() || values == nullptr) return {};
    std::vector<PixelPoint> points;
    for (unsigned long i = 0; i + 1 < count; i += 2) {
        if (!std::isfinite(values[i]) || !std::isfinite(values[i + 1])) return {};
        points.push_back({values[i] - 0.5, values[i + 1] - 0.5});
    }
    return points;
}

std::optional<double> number(DcmItem& item, const DcmTagKey& tag) {
    const auto values = texts(item, tag);
    return values.empty() ? std::nullopt : parseNumber(values.front());
}

std::optional<int> integer(DcmItem& item, const DcmTagKey& tag) {
    const auto value = number(item, tag);
    if (!value || *value != std::floor(*value) || std::abs(*value) > std::numeric_limits<int>::max())
        return std::nullopt;
    return static_cast<int>(*value);
}

bool has(DcmItem& item, const DcmTagKey& tag) {
    return item.tagExistsWithValue(tag);
}

std::string words(DcmItem& item, std::initializer_list<DcmTagKey> tags) {
    std::string result = " ";
    for (const DcmTagKey& tag : tags) {
        for (char c : text(item, tag) + ' ') {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
            if (isWordCharacter(c))
                result.push_back(c);
            else if (result.back() != ' ')
                result.push_back(' ');
        }
    }
    return result;
}

DcmItem* firstItem(DcmItem& item, const DcmTagKey& sequence) {
    DcmItem* first = nullptr;
    if (item.findAndGetSequenceItem(sequence, first, 0).bad()) return nullptr;
    return first;
}

std::vector<DcmItem*> itemsOf(DcmItem& item, const DcmTagKey& sequence) {
    DcmSequenceOfItems* found = nullptr;
    if (item.findAndGetSequence(sequence, found).bad() || found == nullptr) return {};
    std::vector<DcmItem*> items;
    // By number each would be looked for from the first.
    for (DcmObject* next = found->nextInContainer(nullptr); next != nullptr;
         next = found->nextInContainer(next))
        items.push_back(static_cast<DcmItem*>(next));
    return items;
}

DcmItem& holderOf(DcmItem& dataset, const DcmTagKey& tag, const DcmTagKey& functionalGroup, int frame) {
    if (has(dataset, tag)) return dataset;
    DcmItem* own = functionalGroupItem(dataset, DCM_PerFrameFunctionalGroupsSequence, frame, functionalGroup);
    if (own != nullptr && has(*own, tag)) return *own;
    DcmItem* shared = functionalGroupItem(dataset, DCM_SharedFunctionalGroupsSequence, 0, functionalGroup);
    if (shared != nullptr && has(*shared, tag)) return *shared;
    return dataset;
}

} // namespace vertescore::dicom
