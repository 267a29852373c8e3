// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/content/ContentNode_p.h"

#include "core/dicom/DicomElements.h"

#include <algorithm>

namespace vertescore::results {
namespace {

using namespace dicom;

ReadCode readCode(DcmItem& item, const DcmTagKey& sequence) {
    DcmItem* code = firstItem(item, sequence);
    if (code == nullptr) return {};
    return {text(*code, DCM_CodeValue), text(*code, DCM_CodingSchemeDesignator)};
}

std::optional<double> readNumber(DcmItem& item) {
    DcmItem* measured = firstItem(item, DCM_MeasuredValueSequence);
    if (measured == nullptr) return std::nullopt;
    Float64 exact = 0;
    if (measured->findAndGetFloat64(DCM_FloatingPointValue, exact).good()) return exact;
    return number(*measured, DCM_NumericValue);
}

std::string anyText(DcmItem& item) {
    for (const DcmTagKey& tag : {DCM_TextValue, DCM_PersonName, DCM_UID})
        if (has(item, tag)) return text(item, tag);
    return {};
}

} // namespace

const ContentNode* ContentNode::child(const Code& wanted) const {
    const auto found = std::find_if(children.begin(), children.end(),
                                    [&wanted](const ContentNode& one) { return one.name.is(wanted); });
    return found == children.end() ? nullptr : &*found;
}

std::vector<const ContentNode*> ContentNode::all(const Code& wanted) const {
    std::vector<const ContentNode*> found;
    for (const ContentNode& one : children)
        if (one.name.is(wanted)) found.push_back(&one);
    return found;
}

std::string ContentNode::textOf(const Code& wanted) const {
    const ContentNode* found = child(wanted);
    return found == nullptr ? std::string() : found->text;
}

std::optional<double> ContentNode::numberOf(const Code& wanted) const {
    const ContentNode* found = child(wanted);
    return found == nullptr ? std::nullopt : found->number;
}

ContentNode readContent(DcmItem& item) {
    ContentNode node;
    node.name = readCode(item, DCM_ConceptNameCodeSequence);
    node.text = anyText(item);
    node.code = readCode(item, DCM_ConceptCodeSequence);
    node.number = readNumber(item);
    node.points = graphicPoints(item);
    if (DcmItem* image = firstItem(item, DCM_ReferencedSOPSequence)) {
        node.imageUid = text(*image, DCM_ReferencedSOPInstanceUID);
        node.frame = integer(*image, DCM_ReferencedFrameNumber).value_or(1) - 1;
    }
    for (DcmItem* child : itemsOf(item, DCM_ContentSequence))
        node.children.push_back(readContent(*child));
    return node;
}

} // namespace vertescore::results
