// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Study.h"
#include "ui/documents/DocumentContent.h"
#include "ui/shell/jobs/ScanLoader.h"

#include <QWidget>

#include <memory>

namespace vertescore {

class ScanDocument;
class ScanView;

/// The picture of one scan on a coordinator's page, read in the background. It can be zoomed and windowed;
/// what lies over it is what the page gives, in a document that no study file keeps. GUI thread.
class CasePicture : public QWidget {
    Q_OBJECT
public:
    explicit CasePicture(QWidget* parent = nullptr);
    ~CasePicture() override;

    /// mayGrade: the grades of the document can be changed. Corners never can.
    void showCase(const StudyScan& scan, DocumentContent content = {}, bool mayGrade = false);
    void clear(const QString& text = {}); ///< shows the text instead
    ScanView& view() { return *m_view; }
    ScanDocument* document() const { return m_document.get(); } ///< nullptr while none is shown

Q_SIGNALS:
    void documentChanged(); ///< after the picture came, and before it goes

private:
    void receive(const StudyScan& studyScan, const ReadyScan& scan);

    ScanLoader m_loader;
    std::optional<ScanId> m_wanted;
    DocumentContent m_content;
    bool m_mayGrade = false;
    std::unique_ptr<ScanDocument> m_document;
    ScanView* m_view;
};

} // namespace vertescore
