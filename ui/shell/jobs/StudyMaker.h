// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/AddScans.h"
#include "core/store/StudyStore.h"
#include "ui/shell/jobs/Background.h"

#include <QObject>

#include <stop_token>

namespace vertescore {

/// All that a new study is made of.
struct StudyPlan {
    std::filesystem::path file;
    StudySettings settings;
    std::vector<NewPerson> people; ///< one of them coordinates
    std::vector<std::filesystem::path> scans;
    std::size_t hiddenRepeats = 0;
};

/// A study that was made; what came after its file may have gone wrong.
struct MadeStudy {
    std::filesystem::path file;
    SignIn coordinator; ///< the first one
    IntakeReport intake;
    std::size_t hiddenRepeats = 0;
    std::optional<Error> problem; ///< with the scans or the repeats; the study is there all the same
};

/// Makes a study, adds its scans and draws its hidden repeats, in the background. GUI thread; the destructor
/// cancels and waits for the file under way.
class StudyMaker : public QObject {
    Q_OBJECT
public:
    explicit StudyMaker(QObject* parent = nullptr);
    ~StudyMaker() override;

    void start(StudyPlan plan); ///< does nothing while running
    void cancel();              ///< adds no more scans; the study is finished with those that are in
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void started();
    void progressed(qsizetype done, qsizetype total); ///< scans
    void finished(const vertescore::MadeStudy& study);
    void failed(const vertescore::Error& error); ///< there is no study

private:
    Result<MadeStudy> run(const StudyPlan& plan, const std::stop_token& stop);

    std::stop_source m_stop;
    bool m_isRunning = false;
    Background m_background; ///< the first to go: what runs uses the others
};

} // namespace vertescore
