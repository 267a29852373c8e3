// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/landmarks/NetworkCard.h"

#include "ui/documents/LandmarkEdits.h"
#include "ui/documents/ScanDocument.h"
#include "ui/jobs/DetectionJob.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QProgressBar>

#include <cmath>
#include <utility>

namespace vertescore {
namespace {

constexpr int kSteps = 1000;
constexpr double kEnoughForEstimate = 0.15;

QString describe(const DetectionModel& model) {
    const QString hash = QString::fromStdString(model.sha256.substr(0, 8));
    return NetworkCard::tr("%1, weights %2, on %3")
        .arg(QString::fromStdString(model.name), hash, QString::fromStdString(model.device).toUpper());
}

} // namespace

NetworkCard::NetworkCard(DetectionJob* job, QWidget* parent)
    : QWidget(parent), m_job(job), m_run(makeButton(tr("Find the corners"), "primary")),
      m_cancel(makeButton(tr("Cancel"))), m_progress(new QProgressBar),
      m_status(makeWrappedLabel({}, "small")),
      m_replace(new QCheckBox(tr("Replace points set by a person too"))) {
    m_run->setObjectName(QStringLiteral("run"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_progress->setRange(0, kSteps);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the network"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpace);
    buttons->addWidget(m_run, 1);
    buttons->addWidget(m_cancel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addLayout(buttons);
    column->addWidget(m_progress);
    column->addWidget(m_replace);
    column->addWidget(m_status);
    connect(m_run, &QPushButton::clicked, this, &NetworkCard::start);
    if (m_job) {
        connect(m_cancel, &QPushButton::clicked, m_job, &DetectionJob::cancel);
        connect(m_job, &DetectionJob::started, this, [this] {
            m_clock.start();
            m_isOurs = isRunningHere();
        });
        connect(m_job, &DetectionJob::failed, this, &NetworkCard::noteFailure);
        connect(m_job, &DetectionJob::runningChanged, this, &NetworkCard::refresh);
        connect(m_job, &DetectionJob::progressed, this, &NetworkCard::showRun);
    }
    refresh();
}

void NetworkCard::setDocument(ScanDocument* document) {
    m_document = document;
    m_isOurs = false;
    m_isRefusedFrontal = false;
    m_replace->setChecked(false);
    refresh();
}

bool NetworkCard::isRunningHere() const {
    return m_job && m_document && m_job->isRunning() && m_job->document() == m_document;
}

void NetworkCard::refresh() {
    const bool isRunning = isRunningHere();
    const bool canRun = m_job && m_document && m_document->areLandmarksEditable();
    const bool hasPersonPoints = m_document && hasPersonPoint(m_document->content().points);
    m_run->setEnabled(canRun && !isRunning);
    m_run->setText(m_isRefusedFrontal                      ? tr("It is lateral: find the corners")
                   : m_document && m_document->detection() ? tr("Find the corners again")
                                                           : tr("Find the corners"));
    const bool isNext = m_document && m_document->landmarks().isEmpty();
    setRole(*m_run, isNext ? "primary" : "");
    m_run->setIcon(themedIcon(QStringLiteral("network"), isNext ? IconTone::OnAccent : IconTone::Desk));
    m_cancel->setVisible(isRunning);
    m_progress->setVisible(isRunning);
    // Never hidden between two edits: what lies below would jump away from under the mouse.
    m_replace->setVisible(canRun && !isRunning);
    m_replace->setEnabled(hasPersonPoints);
    if (isRunning) return;
    if (m_isRefusedFrontal) {
        m_status->setText(tr("The file calls this a frontal scan. The network knows lateral ones only; on "
                             "others it finds vertebrae that are none."));
        return;
    }
    const auto* detection = m_document && m_document->detection() ? &*m_document->detection() : nullptr;
    m_status->setText(!m_job      ? tr("No network is installed. Place the points by hand.")
                      : detection ? tr("Found by %1.").arg(describe(detection->model))
                                  : tr("The network places all 24 corners; look at each and correct it."));
}

void NetworkCard::start() {
    if (!m_document) return;
    const bool isSaidLateral = std::exchange(m_isRefusedFrontal, false);
    m_job->start(*m_document, !m_replace->isChecked(), isSaidLateral);
}

void NetworkCard::noteFailure(const Error& error) {
    if (!m_isOurs) return;
    m_isRefusedFrontal = error.code == ErrorCode::FrontalView;
    refresh();
}

void NetworkCard::showRun(double share) {
    if (!isRunningHere()) return;
    m_progress->setValue(static_cast<int>(std::lround(share * kSteps)));
    if (share < kEnoughForEstimate) {
        m_status->setText(tr("Looking for the vertebrae…"));
        return;
    }
    const double secondsLeft = static_cast<double>(m_clock.elapsed()) / 1000 * (1 - share) / share;
    m_status->setText(tr("Looking for the vertebrae… about %n second(s) left", nullptr,
                         static_cast<int>(std::ceil(secondsLeft))));
}

} // namespace vertescore
