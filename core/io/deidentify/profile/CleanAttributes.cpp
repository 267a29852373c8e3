// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/profile/CleanAttributes_p.h"

#include "core/dicom/DatasetWriter.h"
#include "core/dicom/DicomElements.h"
#include "core/dicom/OwnObjects.h"
#include "core/io/deidentify/profile/CleanWords_p.h"
#include "core/io/deidentify/profile/Profile_p.h"

#include <optional>
#include <vector>

namespace vertescore::dicom {
namespace {

constexpr std::string_view kStandardRoot = "1.2.840.10008."; ///< UIDs of the standard name no instance

class Cleaner {
public:
    Cleaner(const Pseudonyms& pseudonyms, const CleanIdentity& identity, DeidentificationRecord& record)
        : m_pseudonyms(pseudonyms), m_identity(identity), m_record(record) {}

    void clean(DcmItem& item) {
        // Taken out from the front and put back at the end: the library looks for any other place one by one.
        std::vector<DcmElement*> kept;
        while (DcmElement* element = item.remove(0UL)) {
            if (mustGo(*element))
                delete element;
            else
                kept.push_back(element);
        }
        for (DcmElement*& element : kept)
            if (item.insert(element).bad()) {
                delete element;
                element = nullptr;
            }
        for (DcmElement* element : kept)
            if (element != nullptr) clean(item, *element);
    }

private:
    static std::string nameOf(DcmElement& element) {
        DcmTag tag(element.getTag());
        return tag.getTagName();
    }

    /// The kind of value that the dictionary knows for an attribute; files say otherwise at times.
    static DcmEVR kindOf(const DcmTagKey& tag) {
        DcmTag named(tag);
        return named.getVR().getEVR();
    }

    static bool isUnknown(DcmElement& element) {
        const DcmEVR kind = kindOf(element.getTag());
        return element.getTag().getElement() == 0 || kind == EVR_UN || kind == EVR_UNKNOWN;
    }

    /// Bytes that a file calls unknown, given the kind that the dictionary knows; false when that is no text.
    bool retype(DcmItem& item, DcmElement& element) {
        const DcmTagKey tag = element.getTag();
        Uint8* bytes = nullptr;
        if (!DcmVR(kindOf(tag)).isaString() || element.getUint8Array(bytes).bad()) return false;
        const std::string value(bytes, bytes + (bytes == nullptr ? 0 : element.getLengthField()));
        const std::string visible = value.substr(0, value.find('\0'));
        return item.putAndInsertString(DcmTag(tag), visible.c_str(), OFTrue).good();
    }

    void remove(DcmItem& item, DcmElement& element) { delete item.remove(&element); }

    /// Whatever its value says.
    bool mustGo(DcmElement& element) {
        const DcmTagKey tag = element.getTag();
        if (tag.getGroup() % 2 != 0) {
            ++m_record.privateElements;
            return true;
        }
        const auto action = profileAction(tag.getGroup(), tag.getElement());
        if (action == ProfileAction::Remove && !isKeptInPart(element)) {
            m_record.removed.insert(nameOf(element));
            return true;
        }
        if (!isUnknown(element)) return false;
        if (tag.getElement() != 0) m_record.removed.insert("unknown attribute");
        return true;
    }

    void clean(DcmItem& item, DcmElement& element) {
        const DcmTagKey tag = element.getTag();
        const auto action = profileAction(tag.getGroup(), tag.getElement());
        if (element.ident() != EVR_UN) return apply(item, element, action);
        const std::string name = nameOf(element);
        if (!retype(item, element)) {
            m_record.removed.insert(name);
            return remove(item, element);
        }
        DcmElement* known = nullptr;
        if (item.findAndGetElement(tag, known).good()) apply(item, *known, action);
    }

    void apply(DcmItem& item, DcmElement& element, std::optional<ProfileAction> action) {
        const DcmTagKey tag = element.getTag();
        if (isShiftable(element)) return shift(item, element);
        if (isRetained(element)) return keep(element);
        if (isDescribing(element)) return describe(item, element);
        if (m_identity.isOwnResult && cleanResult(item, element)) return;
        if (isDate(element) && !action) return empty(item, element);
        if (action == ProfileAction::Empty || action == ProfileAction::EmptyOrGone)
            return empty(item, element);
        if (action == ProfileAction::Dummy) return replace(item, element);
        if (kindOf(tag) == EVR_UI || element.ident() == EVR_UI) return renameUids(item, tag);
        if (element.ident() == EVR_SQ) return cleanItems(static_cast<DcmSequenceOfItems&>(element));
    }

    void cleanItems(DcmSequenceOfItems& sequence) {
        for (DcmObject* next = sequence.nextInContainer(nullptr); next != nullptr;
             next = sequence.nextInContainer(next))
            clean(static_cast<DcmItem&>(*next));
    }

    void empty(DcmItem& item, DcmElement& element) {
        const DcmTagKey tag = element.getTag();
        if (element.getLengthField() > 0) m_record.emptied.insert(nameOf(element));
        item.insertEmptyElement(tag, OFTrue);
    }

    static bool isDate(DcmElement& element) {
        const DcmEVR vr = kindOf(element.getTag());
        return vr == EVR_DA || vr == EVR_DT || vr == EVR_TM;
    }

    /// Dates and times that an option keeps after cleaning; those of the patient's birth are not among them,
    /// and neither is the time zone, which is no date.
    bool isShiftable(DcmElement& element) const {
        if (m_identity.options.dates == DateChoice::Removed || !isDate(element)) return false;
        const DcmTagKey& tag = element.getTag();
        const bool isPatients = tag.getGroup() == DCM_PatientName.getGroup();
        return !isPatients || dicom::isRetained(tag.getGroup(), tag.getElement(), datesAlone());
    }

    ProfileOptions datesAlone() const {
        ProfileOptions alone;
        alone.dates = m_identity.options.dates;
        return alone;
    }

    bool isRetained(DcmElement& element) const {
        const DcmTagKey& tag = element.getTag();
        return !isDate(element) && dicom::isRetained(tag.getGroup(), tag.getElement(), m_identity.options);
    }

    /// Descriptions of study, series and procedure; other texts of the option say too much to be sifted.
    bool isDescribing(DcmElement& element) const {
        const DcmTagKey& tag = element.getTag();
        return m_identity.options.descriptors && isDescriptor(tag.getGroup(), tag.getElement()) &&
               kindOf(tag) == EVR_LO;
    }

    bool isKeptInPart(DcmElement& element) const {
        return isShiftable(element) || isRetained(element) || isDescribing(element);
    }

    void keep(DcmElement& element) {
        if (element.ident() == EVR_SQ) cleanItems(static_cast<DcmSequenceOfItems&>(element));
    }

    void describe(DcmItem& item, DcmElement& element) {
        const DcmTagKey tag = element.getTag();
        const std::string before = text(item, tag), words = commonWords(before);
        if (words == before) return;
        m_record.replaced.insert(nameOf(element));
        DatasetWriter(item).text(tag, words);
    }

    /// What the profile would drop of a result of ours, but which can be cleaned; false for all else.
    bool cleanResult(DcmItem& item, DcmElement& element) {
        const DcmTagKey tag = element.getTag();
        if (tag == DCM_ContentSequence || tag == DCM_GraphicAnnotationSequence) {
            keep(element);
            return true;
        }
        const bool isPerson = tag == DCM_PersonName || tag == DCM_ContentCreatorName;
        const bool isText = tag == DCM_TextValue || tag == DCM_UnformattedTextValue;
        if (!isPerson && !isText) return false;
        const std::string before = text(item, tag);
        if (before.empty()) return true;
        const std::string after = isPerson               ? m_pseudonyms.person(before)
                                  : tag == DCM_TextValue ? contentText(item)
                                                         : std::string(kResearchOnly);
        if (after != before) m_record.replaced.insert(nameOf(element));
        DatasetWriter(item).text(tag, after);
        return true;
    }

    /// What may stand in a time of day or after a date: anything else could be a name.
    static bool isTimeText(std::string_view text) {
        return text.find_first_not_of("0123456789.:+-") == std::string_view::npos;
    }

    /// A date moved by the patient's days, a time of day as it is, and "" for what is neither.
    std::string shifted(const std::string& value, DcmEVR vr) const {
        if (vr == EVR_TM) return isTimeText(value) ? value : std::string();
        const bool hasTime = vr == EVR_DT && value.size() > 8;
        const auto date = shiftedDate(std::string_view(value).substr(0, 8), m_identity.daysShift);
        const std::string time = hasTime ? value.substr(8) : std::string();
        if (!date || !isTimeText(time) || (!hasTime && value.size() != 8)) return {};
        return *date + time;
    }

    void shift(DcmItem& item, DcmElement& element) {
        const DcmTagKey tag = element.getTag();
        const DcmEVR vr = kindOf(tag);
        std::string moved;
        for (const std::string& value : texts(item, tag)) {
            if (!moved.empty()) moved += '\\';
            moved += shifted(value, vr);
        }
        const bool isMoved = m_identity.options.dates == DateChoice::Modified;
        if (isMoved && vr != EVR_TM && has(item, tag)) ++m_record.datesShifted;
        DatasetWriter(item).text(tag, moved);
    }

    void renameUids(DcmItem& item, const DcmTagKey& tag) {
        const bool isClass = tag == DCM_SOPClassUID || tag == DCM_ReferencedSOPClassUID;
        std::string renamed;
        bool isChanged = false;
        for (const std::string& uid : texts(item, tag)) {
            const bool isKept =
                m_identity.options.uids || uid.empty() || uid.starts_with(kStandardRoot) || isClass;
            isChanged = isChanged || !isKept;
            if (!renamed.empty()) renamed += '\\';
            renamed += isKept ? uid : m_pseudonyms.uid(uid);
        }
        if (!isChanged) return;
        ++m_record.uidsReplaced;
        DatasetWriter(item).text(tag, renamed);
    }

    /// A value of the right kind that says nothing.
    void replace(DcmItem& item, DcmElement& element) {
        const DcmTagKey tag = element.getTag();
        const DcmEVR vr = kindOf(tag);
        m_record.replaced.insert(nameOf(element));
        DatasetWriter writer(item);
        if (tag == DCM_PatientID) return writer.text(tag, m_identity.patient);
        switch (vr) {
        case EVR_UI:
            return renameUids(item, tag);
        case EVR_SQ: // one item that says nothing would break more objects than none
        case EVR_OB:
        case EVR_OW:
        case EVR_OF:
        case EVR_OD:
        case EVR_UN:
            item.insertEmptyElement(tag, OFTrue);
            return;
        case EVR_AS:
            return writer.text(tag, "000Y");
        case EVR_DA:
            return writer.text(tag, "19000101");
        case EVR_DT:
            return writer.text(tag, "19000101000000");
        case EVR_TM:
            return writer.text(tag, "000000");
        case EVR_DS:
        case EVR_IS:
        case EVR_US:
        case EVR_UL:
        case EVR_SS:
        case EVR_SL:
        case EVR_FL:
        case EVR_FD:
            return writer.text(tag, "0");
        default:
            return writer.text(tag, std::string(kDummyText));
        }
    }

    const Pseudonyms& m_pseudonyms;
    const CleanIdentity& m_identity;
    DeidentificationRecord& m_record;
};

} // namespace

void cleanAttributes(DcmItem& dataset, const Pseudonyms& pseudonyms, const CleanIdentity& identity,
                     DeidentificationRecord& record) {
    Cleaner(pseudonyms, identity, record).clean(dataset);
}

} // namespace vertescore::dicom
