// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/Phantom.h"
#include "tests/support/QtTestMain.h"
#include "ui/canvas/ScanView.h"
#include "ui/documents/ScanDocument.h"
#include "ui/panels/crop/CropPanel.h"

using namespace vertescore;

/// What a reader waits for: each figure is one repaint of a 900 x 1000 view, with all overlays.
class ScanViewBenchmark : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        PhantomOptions options;
        options.seed = 7;
        const Phantom phantom = makePhantom(options, 1);
        auto scan = std::make_shared<Scan>();
        scan->image = phantom.image;
        scan->geometry = {phantom.image.width, phantom.image.height, phantom.spacing};
        m_document =
            std::make_unique<ScanDocument>(ReadyScan(scan), DocumentContent{{phantom.landmarks, {}}, {}});
        m_view = std::make_unique<ScanView>();
        m_view->resize(900, 1000);
        m_view->setDocument(m_document.get());
        m_panel = std::make_unique<CropPanel>();
        m_panel->setDocument(m_document.get());
        m_view->show();
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void aDraggedCornerWithGuidesCurveAndCropFigures() {
        const PointAddress point{Level::L2, Corner::SuperiorAnterior};
        const PixelPoint start = *m_document->landmarks().at(point.level).at(point.corner).position;
        const GestureId gesture = m_document->beginGesture();
        double step = 0;
        QBENCHMARK {
            step = step > 20 ? 0 : step + 0.25;
            m_document->moveCorner(point, {start.x + step, start.y}, gesture);
            m_view->repaint();
            m_panel->repaint();
        }
        m_document->endGesture();
    }

    void aStepOfTheWindowDrag() {
        WindowLevel window = m_view->window();
        QBENCHMARK {
            window.centre += 1;
            m_view->setWindow(window);
            m_view->repaint();
        }
    }

    void aStepOfTheWheel() {
        bool isIn = false;
        QBENCHMARK {
            isIn = !isIn;
            m_view->zoomBy(isIn ? 1.2 : 1 / 1.2);
            m_view->repaint();
        }
    }

private:
    std::unique_ptr<ScanDocument> m_document;
    std::unique_ptr<ScanView> m_view;
    std::unique_ptr<CropPanel> m_panel;
};

VERTESCORE_QT_TEST_MAIN(ScanViewBenchmark)
#include "bench_ScanView.moc"
