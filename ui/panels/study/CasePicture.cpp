// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/study/CasePicture.h"

#include "ui/canvas/ScanView.h"
#include "ui/documents/ScanDocument.h"
#include "ui/shell/Say.h"

#include <QBoxLayout>

namespace vertescore {

CasePicture::CasePicture(QWidget* parent) : QWidget(parent), m_view(new ScanView) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    m_view->setGuideMode(GuideMode::ReadOnly);
    connect(&m_loader, &ScanLoader::loaded, this, &CasePicture::receive);
    connect(&m_loader, &ScanLoader::failed, this, [this](const StudyScan& scan, const Error& error) {
        if (m_wanted == scan.id) m_view->setEmptyText(say(error));
    });
}

CasePicture::~CasePicture() {
    m_view->setDocument(nullptr);
}

void CasePicture::clear(const QString& text) {
    m_wanted.reset();
    m_view->setDocument(nullptr);
    m_view->setCaption({});
    m_view->setEmptyText(text);
    if (!m_document) return;
    const auto leaving = std::move(m_document);
    Q_EMIT documentChanged();
}

void CasePicture::showCase(const StudyScan& scan, DocumentContent content, bool mayGrade) {
    clear();
    m_wanted = scan.id;
    m_content = std::move(content);
    m_mayGrade = mayGrade;
    m_view->setCaption(QString::fromStdString(scan.code));
    m_loader.load(scan);
}

void CasePicture::receive(const StudyScan& studyScan, const ReadyScan& scan) {
    if (m_wanted != studyScan.id || m_document) return;
    m_document = std::make_unique<ScanDocument>(scan, m_content);
    m_document->setEditable(false, m_mayGrade);
    m_view->setDocument(m_document.get());
    Q_EMIT documentChanged();
}

} // namespace vertescore
