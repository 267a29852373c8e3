// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/StudyRatings.h"
#include "tests/fuzz/support/StudyPair.h"

namespace vertescore::fuzz {
namespace {

void lookAsCoordinator(const CoordinatorSession& session) {
    const auto scans = session.scans();
    for (const StudyScan& scan : scans.value_or(std::vector<StudyScan>())) {
        static_cast<void>(session.identity(scan.id));
        static_cast<void>(session.landmarks(scan.id));
        static_cast<void>(session.truth(scan.id));
        static_cast<void>(session.submittedReadings(scan.id, {"ivg", 1}));
    }
    static_cast<void>(session.progress());
    static_cast<void>(session.gradedLandmarks());
    static_cast<void>(session.disagreements());
    static_cast<void>(session.consensus());
    static_cast<void>(session.consensusRatings());
    static_cast<void>(session.hiddenRepeats());
    static_cast<void>(session.hasReadingBegun());
    static_cast<void>(session.truths());
    static_cast<void>(session.duplicateReadings());
    static_cast<void>(session.auditLog());
    static_cast<void>(studyRatings(session));
}

void lookAsReader(const ReaderSession& session) {
    for (const WorklistRow& row : session.worklist().value_or(Worklist())) {
        static_cast<void>(session.reading(row.scan));
        static_cast<void>(session.landmarks(row.scan));
        static_cast<void>(session.prediction(row.scan));
        static_cast<void>(session.truth(row.scan));
    }
    static_cast<void>(ownRatings(session));
}

void lookAsAnnotator(const AnnotatorSession& session) {
    for (const WorklistRow& row : session.worklist().value_or(Worklist())) {
        static_cast<void>(session.scan(row.scan));
        static_cast<void>(session.landmarkHistory(row.scan));
        static_cast<void>(session.prediction(row.scan));
    }
}

void lookThrough(StudyStore& store) {
    static_cast<void>(store.scanCount());
    for (const Person& person : store.people().value_or(std::vector<Person>())) {
        const SignIn signIn{person.id, {}};
        static_cast<void>(store.passwordLock(person.id));
        if (const auto session = store.openCoordinatorSession(signIn)) lookAsCoordinator(*session);
        if (const auto session = store.openAnnotatorSession(signIn)) lookAsAnnotator(*session);
        for (const char* arm : {"ivg", "training", "no such arm"})
            if (const auto session = store.openReaderSession(signIn, {arm, 1})) lookAsReader(*session);
    }
}

enum class Change { Patched, Edited, Resealed };

std::filesystem::path changed(const StudyPair& pair, Change change, Bytes bytes) {
    return change == Change::Patched ? pair.patched(bytes) : pair.edited(bytes, change == Change::Resealed);
}

void openAndLook(const std::filesystem::path& path, bool verifies) {
    OpenOptions options;
    options.access = StudyAccess::ReadOnly;
    auto store = StudyStore::open(path, options);
    if (!store)
        expect(store.error().path.has_value(), "an error names its file");
    else if (verifies)
        static_cast<void>(store->verify());
    else
        lookThrough(*store);
}

} // namespace

/// The first byte: how the file is changed, and what is done with it.
void study(Bytes bytes) {
    static const StudyPair pair;
    const unsigned choice = choose(bytes, 9);
    const auto path = changed(pair, static_cast<Change>(choice % 3), bytes);
    if (choice / 3 == 2)
        pair.previewMerge(path);
    else
        openAndLook(path, choice / 3 == 1);
}

} // namespace vertescore::fuzz
