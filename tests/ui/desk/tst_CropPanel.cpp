// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/support/builders/Desk.h"
#include "ui/documents/RoiLengths.h"
#include "ui/documents/ScanDocument.h"
#include "ui/panels/crop/CropPanel.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>

using namespace vertescore;
using namespace vertescore::test;

class CropPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_panel = std::make_unique<CropPanel>();
        m_document = std::make_unique<ScanDocument>(makeScan(), DocumentContent{{makeSpine(), {}}, {}});
        m_panel->setDocument(m_document.get());
    }

    void theFiguresFollowTheFactor() {
        QCOMPARE(text("distance"), QStringLiteral("81.0 px"));
        m_document->setFactor(1.2);
        QCOMPARE(text("distance"), QStringLiteral("97.2 px"));
        QCOMPARE(m_panel->findChild<QSlider*>()->value(), 120);
        QCOMPARE(m_panel->findChild<QDoubleSpinBox*>()->value(), 1.2);
    }

    void theSliderAndTheFieldSetTheFactor() {
        m_panel->findChild<QSlider*>()->setValue(75);
        QCOMPARE(m_document->factor(), 0.75);
        m_panel->findChild<QDoubleSpinBox*>()->setValue(1.55);
        QCOMPARE(m_document->factor(), 1.55);
        QCOMPARE(m_panel->findChild<QSlider*>()->value(), 155);
    }

    void aMovedCornerChangesVerdictAndShare() {
        const QString inside = text("verdict");
        QCOMPARE(text("percent"), QStringLiteral("0 %"));
        m_document->moveSpine({150, 0});
        QVERIFY(text("verdict") != inside);
        QCOMPARE(text("percent"), QStringLiteral("100 %"));
        QVERIFY(text("ranges").contains(QStringLiteral("120"))); // from the guide T12/L1
        QVERIFY(text("ranges").contains(QStringLiteral("520"))); // to L4/L5
    }

    void millimetresAppearOnlyWithASpacingAndItsSource() {
        QVERIFY(!text("width").contains(QStringLiteral("mm")));
        ScanDocument spaced(makeScan(400, 700, PixelSpacing{0.5, 0.25, SpacingSource::ImagerPixelSpacing}),
                            DocumentContent{{makeSpine(), {}}, {}});
        m_panel->setDocument(&spaced);
        QCOMPARE(text("width"), QStringLiteral("80.0 px  (40.0 mm)"));
        QCOMPARE(text("distance"), QStringLiteral("81.0 px  (40.5 mm)"));
        QVERIFY(text("spacing").contains(QStringLiteral("Imager")));
        m_panel->setDocument(nullptr);
    }

    void withoutCornersNothingIsClaimed() {
        m_document->clearPoint({Level::L2, Corner::SuperiorAnterior});
        QVERIFY(text("percent").isEmpty());
        QCOMPARE(text("width"), QStringLiteral("\u2013"));
        QVERIFY(!text("ranges").isEmpty());
        m_document->undoStack().undo();
        QCOMPARE(text("percent"), QStringLiteral("0 %"));
    }

    void theMaskSwitchIsToldAndFollows() {
        QSignalSpy shown(m_panel.get(), &CropPanel::maskShownChanged);
        auto* box = m_panel->findChild<QCheckBox*>();
        box->click();
        QCOMPARE(shown.count(), 1);
        m_panel->setMaskShown(false);
        QVERIFY(!box->isChecked());
    }

    void aDocumentThatGoesEmptiesThePanel() {
        m_document.reset();
        QTRY_VERIFY(text("percent").isEmpty());
        QVERIFY(!m_panel->findChild<QSlider*>()->isEnabled());
    }

    void slantedGuidesAreMeasuredWithTheSpacingOfBothAxes() {
        Guides guides;
        for (auto& guide : guides.guides)
            guide = Guide{GuideKind::Inter, PixelPoint{30, 40}, PixelPoint{0, 0}};
        const ScanGeometry geometry{100, 100, PixelSpacing{0.1, 0.3, SpacingSource::PixelSpacing}};
        QCOMPARE(*meanWidthMm(guides, geometry), std::hypot(3.0, 12.0));
        QVERIFY(!meanWidthMm(guides, {100, 100, std::nullopt}));
        guides.guides[4].reset();
        QVERIFY(!meanWidthMm(guides, geometry));
    }

private:
    QString text(const char* name) const { return m_panel->findChild<QLabel*>(QLatin1String(name))->text(); }

    std::unique_ptr<ScanDocument> m_document;
    std::unique_ptr<CropPanel> m_panel;
};

VERTESCORE_QT_TEST_MAIN(CropPanelTest)
#include "tst_CropPanel.moc"
