// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/profile/Method_p.h"

#include "core/dicom/DatasetWriter.h"

#include <array>

namespace vertescore::dicom {
namespace {

/// Of CID 7050, De-identification Method, in the order of its codes.
struct MethodCode {
    bool applies;
    const char* value;
    const char* meaning;
};

const char* dateWord(DateChoice dates) {
    switch (dates) {
    case DateChoice::Modified:
        return "MODIFIED";
    case DateChoice::Full:
        return "UNMODIFIED";
    case DateChoice::Removed:
        break;
    }
    return "REMOVED";
}

} // namespace

void writeMethod(DcmItem& dataset, const ProfileOptions& options, const MethodFacts& facts) {
    const std::array codes{
        MethodCode{true, "113100", "Basic Application Confidentiality Profile"},
        MethodCode{facts.isPixelsLookedAt, "113101", "Clean Pixel Data Option"},
        MethodCode{facts.isPresentation, "113103", "Clean Graphics Option"},
        MethodCode{facts.isReport, "113104", "Clean Structured Content Option"},
        MethodCode{options.descriptors, "113105", "Clean Descriptors Option"},
        MethodCode{options.dates == DateChoice::Full, "113106",
                   "Retain Longitudinal Temporal Information Full Dates Option"},
        MethodCode{options.dates == DateChoice::Modified, "113107",
                   "Retain Longitudinal Temporal Information Modified Dates Option"},
        MethodCode{options.patientCharacteristics, "113108", "Retain Patient Characteristics Option"},
        MethodCode{options.deviceIdentity, "113109", "Retain Device Identity Option"},
        MethodCode{options.uids, "113110", "Retain UIDs Option"},
        MethodCode{options.institutionIdentity, "113112", "Retain Institution Identity Option"}};
    DatasetWriter writer(dataset);
    writer.text(DCM_PatientIdentityRemoved, "YES");
    writer.text(DCM_DeidentificationMethod, "VerteScore " VERTESCORE_VERSION ", DICOM PS3.15 2026c annex E");
    dataset.findAndDeleteElement(DCM_DeidentificationMethodCodeSequence);
    for (const MethodCode& code : codes)
        if (code.applies)
            writer.item(DCM_DeidentificationMethodCodeSequence, [&code](DatasetWriter& item) {
                item.text(DCM_CodeValue, code.value);
                item.text(DCM_CodingSchemeDesignator, "DCM");
                item.text(DCM_CodeMeaning, code.meaning);
            });
    writer.text(DCM_LongitudinalTemporalInformationModified, dateWord(options.dates));
    if (facts.isPixelsLookedAt) writer.text(DCM_BurnedInAnnotation, "NO");
}

} // namespace vertescore::dicom
