// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session/OwnStudy.h"

#include <QCoreApplication>

namespace vertescore {

Status ensureOwnStudy(const std::filesystem::path& path) {
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) return {};
    StudySettings settings;
    settings.name = QCoreApplication::translate("OwnStudy", "My scans").toStdString();
    NewPerson owner;
    owner.name = QCoreApplication::translate("OwnStudy", "Me").toStdString();
    owner.roles = {Role::Reader, Role::Annotator, Role::Coordinator};
    const auto made = StudyStore::create(path, settings, {owner});
    if (!made) return failure(made.error());
    return {};
}

Result<DeskSignIn> ownSignIn(const StudyStore& store) {
    const auto people = store.people();
    if (!people) return failure(people.error());
    DeskSignIn signIn;
    signIn.signIn.person = people->front().id;
    signIn.pass.arm = store.study().settings.arms.front().name;
    return signIn;
}

} // namespace vertescore
