// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dicom/DatasetWriter.h"
#include "core/geometry/Point.h"
#include "core/results/content/Codes_p.h"

#include <dcmtk/dcmsr/dsrdoctr.h>
#include <dcmtk/dcmsr/dsrimgvl.h>

#include <functional>
#include <string>

namespace vertescore::results {

using Relation = DSRTypes::E_RelationshipType;

DSRCodedEntryValue dcmtkCode(const Code& code);

/// Fills the content tree of a report in document order and remembers the first failure; the library refuses
/// what the object class does not allow. The tree must outlive it.
class ReportTree {
public:
    explicit ReportTree(DSRDocumentTree& tree) : m_tree(&tree) {}

    /// A container with what fill puts into it; the root has the relation RT_isRoot. templateId: of DCMR, ""
    /// for none.
    void container(Relation relation, const Code& name, const char* templateId,
                   const std::function<void()>& fill);
    void code(Relation relation, const Code& name, const Code& value);
    void text(Relation relation, const Code& name, const std::string& value);
    void uid(Relation relation, const Code& name, const std::string& value);
    void person(Relation relation, const Code& name, const std::string& value);
    void number(Relation relation, const Code& name, double value, const Code& unit);
    /// A place in an image. Source pixels; inside the picture (PS3.3 C.18.6: the corner of the first pixel is
    /// 0, 0 there).
    void point(const Code& name, PixelPoint place, const DSRImageReferenceValue& image);
    /// An image of the library, with what fill says about it.
    void image(const DSRImageReferenceValue& image, const std::function<void()>& fill);

    const OFCondition& status() const { return m_status; }

private:
    void item(Relation relation, DSRTypes::E_ValueType type, const Code* name,
              const std::function<void(DSRContentItem&)>& set, const std::function<void()>& fill = {});
    void string(Relation relation, DSRTypes::E_ValueType type, const Code& name, const std::string& value);
    void keep(const OFCondition& status) {
        if (m_status.good()) m_status = status;
    }

    DSRDocumentTree* m_tree;
    OFCondition m_status = EC_Normal;
};

} // namespace vertescore::results
