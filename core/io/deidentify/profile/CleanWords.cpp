// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/profile/CleanWords_p.h"

#include "core/dicom/DicomElements.h"
#include "core/dicom/OwnObjects.h"

#include <algorithm>
#include <array>

namespace vertescore::dicom {
namespace {

constexpr std::array<std::string_view, 66> kCommonWords{"AAC",
                                                        "ABDOMEN",
                                                        "ABDOMINAL",
                                                        "AND",
                                                        "AORTA",
                                                        "AP",
                                                        "ARRAY",
                                                        "ASSESSMENT",
                                                        "BMD",
                                                        "BODY",
                                                        "BONE",
                                                        "CALCIFICATION",
                                                        "DECUBITUS",
                                                        "DENSITOMETRY",
                                                        "DENSITY",
                                                        "DEXA",
                                                        "DUAL",
                                                        "DXA",
                                                        "ENERGY",
                                                        "EXPRESS",
                                                        "FAST",
                                                        "FEMUR",
                                                        "FOREARM",
                                                        "FRACTURE",
                                                        "HIGH",
                                                        "HIP",
                                                        "IMAGE",
                                                        "IVA",
                                                        "L1",
                                                        "L2",
                                                        "L3",
                                                        "L4",
                                                        "L5",
                                                        "LAT",
                                                        "LATERAL",
                                                        "LEFT",
                                                        "LL",
                                                        "LOW",
                                                        "LSPINE",
                                                        "LUMBAR",
                                                        "LVA",
                                                        "MORPHOMETRY",
                                                        "OF",
                                                        "PA",
                                                        "RADIOGRAPH",
                                                        "RAPID",
                                                        "RAY",
                                                        "RESEARCH",
                                                        "RIGHT",
                                                        "S1",
                                                        "SCAN",
                                                        "SCREENING",
                                                        "SINGLE",
                                                        "SPINE",
                                                        "SUPINE",
                                                        "T12",
                                                        "THE",
                                                        "THORACIC",
                                                        "THORACOLUMBAR",
                                                        "TOTAL",
                                                        "VERTEBRA",
                                                        "VERTEBRAE",
                                                        "VERTEBRAL",
                                                        "VFA",
                                                        "VIEW",
                                                        "WHOLE"};

/// CID 7050 asks for text that cannot identify: of these content items (DCM) the program itself chooses the
/// words. Tracking identifier; name, parameters and version of the algorithm; name, manufacturer, model and
/// serial number of the observing device.
constexpr std::array<std::string_view, 8> kMachineTexts{"112039", "111001", "111002", "111003",
                                                        "121013", "121014", "121015", "121016"};

constexpr bool isWordCharacter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

std::string inCapitals(std::string_view text) {
    std::string capitals(text);
    std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return capitals;
}

} // namespace

std::string commonWords(std::string_view description) {
    std::string kept;
    for (auto at = description.begin(); at != description.end();) {
        const auto begin = std::find_if(at, description.end(), isWordCharacter);
        at = std::find_if_not(begin, description.end(), isWordCharacter);
        const std::string word(begin, at);
        // A word beside bytes of another script may be a part of one.
        const bool isWhole = (begin == description.begin() || static_cast<unsigned char>(begin[-1]) < 0x80) &&
                             (at == description.end() || static_cast<unsigned char>(*at) < 0x80);
        if (!isWhole ||
            std::find(kCommonWords.begin(), kCommonWords.end(), inCapitals(word)) == kCommonWords.end())
            continue;
        if (!kept.empty()) kept += ' ';
        kept += word;
    }
    return kept;
}

std::string contentText(DcmItem& item) {
    const std::string value = text(item, DCM_TextValue);
    if (value == kResearchOnly) return value;
    DcmItem* nameCode = firstItem(item, DCM_ConceptNameCodeSequence);
    if (nameCode == nullptr || text(*nameCode, DCM_CodingSchemeDesignator) != "DCM")
        return std::string(kDummyText);
    const std::string code = text(*nameCode, DCM_CodeValue);
    const bool isMachines =
        std::find(kMachineTexts.begin(), kMachineTexts.end(), code) != kMachineTexts.end();
    return isMachines ? value : std::string(kDummyText);
}

} // namespace vertescore::dicom
