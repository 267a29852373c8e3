// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/network/Syntaxes_p.h"

#include <dcmtk/dcmdata/dcuid.h>

namespace vertescore::pacs {
namespace {

/// Reports, presentation states and the like: no pixels, so nothing to compress.
bool hasPixels(const std::string& classUid) {
    constexpr const char* kWithout[] = {"1.2.840.10008.5.1.4.1.1.88.", "1.2.840.10008.5.1.4.1.1.11.",
                                        "1.2.840.10008.5.1.4.1.1.104."};
    for (const char* start : kWithout)
        if (classUid.starts_with(start)) return false;
    return true;
}

} // namespace

const std::vector<std::string>& uncompressedSyntaxes() {
    static const std::vector<std::string> syntaxes{UID_LittleEndianExplicitTransferSyntax,
                                                   UID_LittleEndianImplicitTransferSyntax,
                                                   UID_BigEndianExplicitTransferSyntax};
    return syntaxes;
}

const std::vector<std::string>& compressedSyntaxes() {
    static const std::vector<std::string> syntaxes{
        UID_JPEGLSLosslessTransferSyntax, UID_JPEGProcess14SV1TransferSyntax,
        UID_JPEGProcess14TransferSyntax,  UID_JPEG2000LosslessOnlyTransferSyntax,
        UID_RLELosslessTransferSyntax,    UID_DeflatedExplicitVRLittleEndianTransferSyntax,
        UID_JPEGProcess1TransferSyntax,   UID_JPEGProcess2_4TransferSyntax,
        UID_JPEGLSLossyTransferSyntax,    UID_JPEG2000TransferSyntax,
    };
    return syntaxes;
}

const std::vector<std::string>& storageSyntaxes() {
    static const std::vector<std::string> syntaxes = [] {
        std::vector<std::string> all = uncompressedSyntaxes();
        all.insert(all.end(), compressedSyntaxes().begin(), compressedSyntaxes().end());
        return all;
    }();
    return syntaxes;
}

std::set<std::string> likelyClasses() {
    return {UID_SecondaryCaptureImageStorage,
            UID_MultiframeGrayscaleByteSecondaryCaptureImageStorage,
            UID_MultiframeGrayscaleWordSecondaryCaptureImageStorage,
            UID_ComputedRadiographyImageStorage,
            UID_DigitalXRayImageStorageForPresentation,
            UID_DigitalXRayImageStorageForProcessing,
            UID_XRayRadiofluoroscopicImageStorage,
            UID_GrayscaleSoftcopyPresentationStateStorage,
            UID_BasicTextSRStorage,
            UID_EnhancedSRStorage,
            UID_ComprehensiveSRStorage,
            UID_EncapsulatedPDFStorage};
}

std::vector<Association::Context> contextsToGet(const std::set<std::string>& classes,
                                                std::vector<Association::Context> others) {
    std::vector<Association::Context> contexts = std::move(others);
    const auto add = [&contexts](const std::string& kind, std::vector<std::string> syntaxes) {
        if (contexts.size() < Association::kMostContexts)
            contexts.push_back({kind, std::move(syntaxes), true});
    };
    for (const std::string& kind : classes)
        add(kind, uncompressedSyntaxes());
    for (const std::string& kind : classes)
        if (hasPixels(kind))
            for (const std::string& syntax : compressedSyntaxes())
                add(kind, {syntax});
    return contexts;
}

} // namespace vertescore::pacs
