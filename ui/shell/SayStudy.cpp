// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SayStudy.h"

#include "ui/shell/Say.h"

#include <QCoreApplication>
#include <QLocale>

namespace vertescore {
namespace {

QString tr(const char* text, const char* comment = nullptr, int n = -1) {
    return QCoreApplication::translate("SayStudy", text, comment, n);
}

QString yesOrNo(bool yes) {
    return yes ? QCoreApplication::translate("SayStudy", "yes")
               : QCoreApplication::translate("SayStudy", "no");
}

QString armsText(const StudySettings& settings) {
    QStringList arms;
    for (const Arm& arm : settings.arms)
        arms << say(arm);
    return arms.join(QLatin1Char('\n'));
}

QString orderText(const StudySettings& settings) {
    if (!settings.shufflesScans) return QCoreApplication::translate("SayStudy", "as the scans were added");
    return settings.orderSeed
               ? QCoreApplication::translate("SayStudy", "random, each reader an own one, from seed %1")
                     .arg(*settings.orderSeed)
               : QCoreApplication::translate("SayStudy", "random, each reader an own one");
}

QString counted(std::size_t number, const char* text) {
    return tr(text, nullptr, static_cast<int>(number));
}

} // namespace

QString say(GuideDisplay display) {
    switch (display) {
    case GuideDisplay::None:
        return QCoreApplication::translate("SayStudy", "the bare scan");
    case GuideDisplay::Shown:
        return QCoreApplication::translate("SayStudy", "guides, not to be moved");
    case GuideDisplay::Editable:
        return QCoreApplication::translate("SayStudy", "guides, corners may be moved");
    }
    return {};
}

QString say(const Arm& arm) {
    const QString text = QStringLiteral("%1 (%2)").arg(sayArm(arm.name), say(arm.guides));
    return arm.isTraining ? QCoreApplication::translate("SayStudy", "%1, training").arg(text) : text;
}

QString say(const ReadingPass& pass, const StudySettings& settings) {
    const QString arm = sayArm(pass.arm);
    if (settings.sessions.value_or(1) == 1 && pass.session == 1) return arm;
    return QCoreApplication::translate("SayStudy", "%1, session %2").arg(arm).arg(pass.session);
}

std::string armNamed(const QString& text) {
    for (const char* name : {"ivg", "no_ivg", "training"})
        if (text == sayArm(name)) return name;
    return text.toStdString();
}

QString say(StudyRule rule) {
    switch (rule) {
    case StudyRule::Identity:
        return QCoreApplication::translate("SayStudy", "Study");
    case StudyRule::Name:
        return QCoreApplication::translate("SayStudy", "Name");
    case StudyRule::Convention:
        return QCoreApplication::translate("SayStudy", "Grading");
    case StudyRule::Categories:
        return QCoreApplication::translate("SayStudy", "Categories");
    case StudyRule::Aac8:
        return QString::fromLatin1(kAac8Name.data());
    case StudyRule::Arms:
        return QCoreApplication::translate("SayStudy", "Ways of reading");
    case StudyRule::Sessions:
        return QCoreApplication::translate("SayStudy", "Sessions");
    case StudyRule::Washout:
        return QCoreApplication::translate("SayStudy", "Pause");
    case StudyRule::Order:
        return QCoreApplication::translate("SayStudy", "Order");
    case StudyRule::Synthetic:
        return QCoreApplication::translate("SayStudy", "Synthetic");
    }
    return {};
}

QString sayRule(StudyRule rule, const StudySettings& settings) {
    switch (rule) {
    case StudyRule::Identity:
        return {};
    case StudyRule::Name:
        return QString::fromStdString(settings.name);
    case StudyRule::Convention:
        return say(settings.convention);
    case StudyRule::Categories:
        return QCoreApplication::translate("SayStudy", "low below %1, high from %2")
            .arg(settings.bounds.moderateFrom)
            .arg(settings.bounds.highFrom);
    case StudyRule::Aac8:
        return yesOrNo(settings.asksAac8);
    case StudyRule::Arms:
        return armsText(settings);
    case StudyRule::Sessions:
        return settings.sessions ? QString::number(*settings.sessions)
                                 : QCoreApplication::translate("SayStudy", "as many as somebody begins");
    case StudyRule::Washout:
        return settings.washoutDays
                   ? counted(static_cast<std::size_t>(*settings.washoutDays),
                             QT_TRANSLATE_N_NOOP("SayStudy", "%n day(s) before the next one"))
                   : QCoreApplication::translate("SayStudy", "none");
    case StudyRule::Order:
        return orderText(settings);
    case StudyRule::Synthetic:
        return yesOrNo(settings.isSynthetic);
    }
    return {};
}

QString say(const MergeConflict& conflict, const StudySettings& settings) {
    const QString other = QString::fromStdString(conflict.other);
    switch (conflict.kind) {
    case MergeConflictKind::ReadTwice:
        return QCoreApplication::translate(
                   "SayStudy", "Read at both (%1). The reading here counts; the other one is kept as «%2».")
            .arg(say(conflict.pass, settings), other);
    case MergeConflictKind::LandmarksTwice:
        return conflict.isNewerHere
                   ? QCoreApplication::translate(
                         "SayStudy", "Corners were changed at both. Those here were saved last and hold.")
                   : QCoreApplication::translate(
                         "SayStudy", "Corners were changed at both. Those there were saved last and hold.");
    case MergeConflictKind::PersonAddedTwice:
        return QCoreApplication::translate("SayStudy",
                                           "Added at both. Taken for one person, with the roles from here.");
    case MergeConflictKind::ScanAddedTwice:
        return QCoreApplication::translate("SayStudy",
                                           "Added at both. The code from here stays; there it was %1.")
            .arg(other);
    case MergeConflictKind::CodeTaken:
        return QCoreApplication::translate("SayStudy", "A new code, because %1 belongs to another scan here.")
            .arg(other);
    }
    return {};
}

QString say(const MergeReport& report) {
    const std::pair<std::size_t, const char*> parts[] = {
        {report.readings, QT_TRANSLATE_N_NOOP("SayStudy", "%n reading(s)")},
        {report.readingEvents, QT_TRANSLATE_N_NOOP("SayStudy", "%n keystroke(s)")},
        {report.landmarkVersions, QT_TRANSLATE_N_NOOP("SayStudy", "%n version(s) of corners")},
        {report.scans, QT_TRANSLATE_N_NOOP("SayStudy", "%n scan(s)")},
        {report.people, QT_TRANSLATE_N_NOOP("SayStudy", "%n person(s)")}};
    QStringList words;
    for (const auto& [number, text] : parts)
        if (number > 0) words << counted(number, text);
    if (words.isEmpty() && report.logEntries > 0)
        words << counted(report.logEntries, QT_TRANSLATE_N_NOOP("SayStudy", "%n entry(s) of the log"));
    return words.join(QStringLiteral(", "));
}

QString sayRefusal(const MergePreview& preview, const Study& here) {
    if (!preview.refused) return say(preview.report.error());
    const auto differing = differingRules(here, *preview.refused);
    if (differing.empty()) return say(preview.report.error());
    if (differing.front() == StudyRule::Identity)
        return QCoreApplication::translate("SayStudy", "This is another study: «%1».")
            .arg(QString::fromStdString(preview.refused->settings.name));
    QStringList lines{QCoreApplication::translate("SayStudy", "The same study with other rules:")};
    for (const StudyRule rule : differing)
        lines << QCoreApplication::translate("SayStudy", "%1: here %2 – there %3")
                     .arg(say(rule),
                          sayRule(rule, here.settings).replace(QLatin1Char('\n'), QStringLiteral(", ")),
                          sayRule(rule, preview.refused->settings)
                              .replace(QLatin1Char('\n'), QStringLiteral(", ")));
    return lines.join(QLatin1Char('\n'));
}

QString sayFinding(const StudyCheck& check) {
    if (check.firstBrokenEntry)
        return QCoreApplication::translate("SayStudy", "Entry %1 of the log does not fit the one before.")
            .arg(QLocale().toString(static_cast<qlonglong>(*check.firstBrokenEntry)));
    if (check.firstBrokenMerge)
        return QCoreApplication::translate("SayStudy", "What came from another workstation was changed: %1.")
            .arg(QString::fromStdString(*check.firstBrokenMerge));
    if (!check.alteredRows.empty())
        return QCoreApplication::translate("SayStudy", "Changed, added or removed outside the program: %1.")
            .arg(QString::fromStdString(check.alteredRows.front()));
    if (!check.databaseFindings.empty())
        return QCoreApplication::translate("SayStudy", "The file itself is damaged: %1.")
            .arg(QString::fromStdString(check.databaseFindings.front()));
    return {};
}

} // namespace vertescore
