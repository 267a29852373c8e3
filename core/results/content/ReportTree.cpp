// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/content/ReportTree_p.h"

#include <dcmtk/dcmsr/dsrnumvl.h>
#include <dcmtk/dcmsr/dsrscovl.h>

namespace vertescore::results {
namespace {

OFString ofString(std::string_view text) {
    return OFString(text.data(), text.size());
}

} // namespace

DSRCodedEntryValue dcmtkCode(const Code& code) {
    return {ofString(code.value), ofString(code.scheme), ofString(code.meaning)};
}

void ReportTree::item(Relation relation, DSRTypes::E_ValueType type, const Code* name,
                      const std::function<void(DSRContentItem&)>& set, const std::function<void()>& fill) {
    if (m_status.bad()) return;
    keep(m_tree->addContentItem(relation, type, DSRTypes::AM_belowCurrent) != 0 ? EC_Normal
                                                                                : SR_EC_CannotAddContentItem);
    if (m_status.bad()) return;
    DSRContentItem& added = m_tree->getCurrentContentItem();
    if (name != nullptr) keep(added.setConceptName(dcmtkCode(*name)));
    set(added);
    if (fill) fill();
    if (relation != DSRTypes::RT_isRoot) m_tree->goUp();
}

void ReportTree::container(Relation relation, const Code& name, const char* templateId,
                           const std::function<void()>& fill) {
    item(
        relation, DSRTypes::VT_Container, &name,
        [&](DSRContentItem& added) {
            if (*templateId != '\0') keep(added.setTemplateIdentification(templateId, "DCMR"));
        },
        fill);
}

void ReportTree::code(Relation relation, const Code& name, const Code& value) {
    item(relation, DSRTypes::VT_Code, &name,
         [&](DSRContentItem& added) { keep(added.setCodeValue(dcmtkCode(value))); });
}

void ReportTree::string(Relation relation, DSRTypes::E_ValueType type, const Code& name,
                        const std::string& value) {
    item(relation, type, &name, [&](DSRContentItem& added) { keep(added.setStringValue(ofString(value))); });
}

void ReportTree::text(Relation relation, const Code& name, const std::string& value) {
    string(relation, DSRTypes::VT_Text, name, value);
}

void ReportTree::uid(Relation relation, const Code& name, const std::string& value) {
    string(relation, DSRTypes::VT_UIDRef, name, value);
}

void ReportTree::person(Relation relation, const Code& name, const std::string& value) {
    string(relation, DSRTypes::VT_PName, name, value);
}

void ReportTree::number(Relation relation, const Code& name, double value, const Code& unit) {
    item(relation, DSRTypes::VT_Num, &name, [&](DSRContentItem& added) {
        DSRNumericMeasurementValue number(ofString(dicom::decimalString(value)), dcmtkCode(unit));
        // Sixteen characters do not hold every double.
        keep(number.setFloatingPointRepresentation(value));
        keep(added.setNumericValue(number));
    });
}

void ReportTree::point(const Code& name, PixelPoint place, const DSRImageReferenceValue& image) {
    item(
        DSRTypes::RT_contains, DSRTypes::VT_SCoord, &name,
        [&](DSRContentItem& added) {
            DSRSpatialCoordinatesValue value(DSRTypes::GT_Point);
            value.getGraphicDataList().addItem(static_cast<Float32>(place.x + 0.5),
                                               static_cast<Float32>(place.y + 0.5));
            keep(added.setSpatialCoordinates(value));
        },
        [&] {
            item(DSRTypes::RT_selectedFrom, DSRTypes::VT_Image, nullptr,
                 [&](DSRContentItem& added) { keep(added.setImageReference(image)); });
        });
}

void ReportTree::image(const DSRImageReferenceValue& reference, const std::function<void()>& fill) {
    item(
        DSRTypes::RT_contains, DSRTypes::VT_Image, nullptr,
        [&](DSRContentItem& added) { keep(added.setImageReference(reference)); }, fill);
}

} // namespace vertescore::results
