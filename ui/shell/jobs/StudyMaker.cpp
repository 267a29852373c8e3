// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs/StudyMaker.h"

#include <algorithm>

namespace vertescore {
namespace {

Status drawRepeats(StudyStore& store, const SignIn& coordinator, std::size_t count) {
    auto session = store.openCoordinatorSession(coordinator);
    if (!session) return failure(session.error());
    return session->addHiddenRepeats(count);
}

Result<SignIn> signInOf(const StudyStore& store, const std::vector<NewPerson>& people) {
    const auto planned = std::ranges::find_if(people, [](const NewPerson& person) {
        return std::ranges::find(person.roles, Role::Coordinator) != person.roles.end();
    });
    const auto known = store.people();
    if (!known) return failure(known.error());
    const auto found = std::ranges::find(*known, planned->name, &Person::name);
    return SignIn{.person = found->id, .password = planned->password.value_or(std::string())};
}

} // namespace

StudyMaker::StudyMaker(QObject* parent) : QObject(parent) {}

StudyMaker::~StudyMaker() {
    m_stop.request_stop(); // m_background waits
}

void StudyMaker::cancel() {
    m_stop.request_stop();
}

void StudyMaker::start(StudyPlan plan) {
    if (m_isRunning) return;
    m_isRunning = true;
    m_stop = std::stop_source();
    Q_EMIT started();
    m_background.run([this, plan = std::move(plan), stop = m_stop.get_token()] { return run(plan, stop); },
                     [this](const Result<MadeStudy>& result) {
                         m_isRunning = false;
                         if (result)
                             Q_EMIT finished(*result);
                         else
                             Q_EMIT failed(result.error());
                     });
}

Result<MadeStudy> StudyMaker::run(const StudyPlan& plan, const std::stop_token& stop) {
    auto store = StudyStore::create(plan.file, plan.settings, plan.people);
    if (!store) return failure(store.error());
    auto coordinator = signInOf(*store, plan.people);
    if (!coordinator) return failure(coordinator.error());
    MadeStudy made{plan.file, *coordinator, {}, 0, {}};
    if (plan.scans.empty()) return made;
    auto session = store->openAnnotatorSession(*coordinator);
    if (!session) return failure(session.error());
    IntakeOptions options;
    options.stop = stop;
    options.progress = [this](std::size_t done, std::size_t total) {
        QMetaObject::invokeMethod(this, [this, done, total] {
            Q_EMIT progressed(static_cast<qsizetype>(done), static_cast<qsizetype>(total));
        });
    };
    auto intake = addScans(*session, plan.scans, options);
    if (!intake) {
        made.problem = intake.error();
        return made;
    }
    made.intake = std::move(*intake);
    // With some of the scans only, repeats are better drawn once all are in.
    if (plan.hiddenRepeats == 0 || stop.stop_requested()) return made;
    if (const Status drawn = drawRepeats(*store, *coordinator, plan.hiddenRepeats); !drawn)
        made.problem = drawn.error();
    else
        made.hiddenRepeats = plan.hiddenRepeats;
    return made;
}

} // namespace vertescore
