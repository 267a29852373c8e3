// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/Counted.h"
#include "app/cli/study/SignIn.h"
#include "app/cli/study/StudyCommands.h"
#include "core/intake/AddScans.h"
#include "core/store/StudyStore.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <vector>

namespace vertescore::cli {
namespace {

using Json = nlohmann::ordered_json;

struct CreateOptions {
    std::string file;
    std::string name;
    std::string coordinator = "Coordinator";
    std::vector<std::string> readers;
    std::vector<std::string> annotators;
    std::vector<std::string> arms;
    std::vector<std::string> trainingArms;
    std::string convention{scoringConventionName(ScoringConvention::Nhanes)};
    std::optional<int> washoutDays;
    std::optional<int> sessions;
    std::optional<std::int64_t> seed;
    CategoryBounds bounds;
    bool asksAac8 = false;
    bool shuffles = false;
    bool passwordFromStdin = false;
};

struct AddOptions {
    std::string file;
    std::vector<std::string> paths;
    std::string person;
    bool passwordFromStdin = false;
    bool json = false;
};

struct LookOptions {
    std::string file;
    std::string person;
    bool passwordFromStdin = false;
    bool json = false;
};

// ---- create

/// "NAME" or "NAME:none|shown|editable".
std::optional<Arm> armOf(const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos) return Arm{text, GuideDisplay::Editable};
    const auto guides = guideDisplayFromName(text.substr(colon + 1));
    if (!guides) return std::nullopt;
    return Arm{text.substr(0, colon), *guides};
}

std::vector<NewPerson> peopleOf(const CreateOptions& options) {
    std::vector<NewPerson> people;
    const auto add = [&](const std::string& name, Role role) {
        const auto same = std::find_if(people.begin(), people.end(),
                                       [&](const NewPerson& person) { return person.name == name; });
        if (same != people.end())
            same->roles.push_back(role);
        else
            people.push_back({name, {role}, std::nullopt, false});
    };
    add(options.coordinator, Role::Coordinator);
    for (const auto& name : options.readers)
        add(name, Role::Reader);
    for (const auto& name : options.annotators)
        add(name, Role::Annotator);
    people.front().password = passwordFromStdin(options.passwordFromStdin);
    return people;
}

void createStudy(const CreateOptions& options, Console& console) {
    StudySettings settings;
    settings.name = options.name;
    settings.shufflesScans = options.shuffles;
    settings.washoutDays = options.washoutDays;
    settings.convention = scoringConventionFromName(options.convention).value(); // CLI11 has checked it
    settings.sessions = options.sessions;
    settings.orderSeed = options.seed;
    settings.bounds = options.bounds;
    settings.asksAac8 = options.asksAac8;
    if (!options.arms.empty()) settings.arms.clear(); // practice alone comes beside the usual arm
    for (const auto& text : options.arms) {
        const auto arm = armOf(text);
        if (!arm) return console.wrongUsage("--arm " + text + ": guides are none, shown or editable");
        settings.arms.push_back(*arm);
    }
    for (const auto& text : options.trainingArms) {
        auto arm = armOf(text);
        if (!arm)
            return console.wrongUsage("--training-arm " + text + ": guides are none, shown or editable");
        arm->isTraining = true;
        settings.arms.push_back(*arm);
    }
    const auto store = StudyStore::create(pathFromUtf8(options.file), settings, peopleOf(options));
    if (!store && store.error().code == ErrorCode::InvalidArgument)
        return console.wrongUsage(store.error().detail);
    if (!store) return console.failed(store.error());
    console.print("made " + toUtf8(store->path()));
}

// ---- add

/// A file that was asked for by name must be a scan; a folder may hold other things.
void reportSkipped(const SkippedFile& file, const AddOptions& options, Console& console) {
    auto error = file.error;
    error.path = file.path;
    const auto isNamed =
        std::any_of(options.paths.begin(), options.paths.end(),
                    [&](const std::string& path) { return pathFromUtf8(path) == file.path; });
    if (isNamed)
        console.failed(error, options.json);
    else
        console.skipped(error, options.json);
}

void printIntake(const IntakeReport& report, const AddOptions& options, Console& console) {
    for (const auto& file : report.skipped)
        reportSkipped(file, options, console);
    if (options.json) {
        Json json{{"study", options.file},
                  {"added", report.added.size()},
                  {"alreadyThere", report.alreadyThere},
                  {"skipped", report.skipped.size()}};
        return console.printObject(json);
    }
    console.print("added " + std::to_string(report.added.size()) + ", already there " +
                  std::to_string(report.alreadyThere) + ", skipped " + std::to_string(report.skipped.size()));
}

void addToStudy(const AddOptions& options, Console& console) {
    auto store = StudyStore::open(pathFromUtf8(options.file));
    if (!store) return console.failed(store.error(), options.json);
    const auto signIn = actingSignIn(*store, options.person, options.passwordFromStdin);
    if (!signIn) return console.failed(signIn.error(), options.json);
    auto session = store->openAnnotatorSession(*signIn);
    if (!session) return console.failed(session.error(), options.json);
    std::vector<std::filesystem::path> paths;
    for (const auto& path : options.paths)
        paths.push_back(pathFromUtf8(path));
    IntakeOptions intake;
    intake.stop = console.stopToken();
    intake.progress = [&](std::size_t done, std::size_t total) { console.progress("adding", done, total); };
    const auto report = addScans(*session, paths, intake);
    if (!report) return console.failed(report.error(), options.json);
    printIntake(*report, options, console);
}

// ---- info and verify

Json infoJson(const StudyStore& store, const std::vector<Person>& people, std::size_t scans) {
    const auto& study = store.study();
    const auto& settings = study.settings;
    Json json{{"path", toUtf8(store.path())},
              {"name", settings.name},
              {"uid", study.uid},
              {"created", study.createdUtc},
              {"synthetic", settings.isSynthetic},
              {"convention", scoringConventionName(settings.convention)},
              {"categories",
               {{"moderateFrom", settings.bounds.moderateFrom}, {"highFrom", settings.bounds.highFrom}}},
              {"aac8", settings.asksAac8},
              {"washoutDays", nullptr},
              {"sessions", nullptr},
              {"shuffled", settings.shufflesScans},
              {"orderSeed", nullptr},
              {"arms", Json::array()},
              {"people", Json::array()},
              {"scans", scans}};
    if (settings.washoutDays) json["washoutDays"] = *settings.washoutDays;
    if (settings.sessions) json["sessions"] = *settings.sessions;
    if (settings.orderSeed) json["orderSeed"] = *settings.orderSeed;
    for (const auto& arm : settings.arms)
        json["arms"].push_back(
            {{"name", arm.name}, {"guides", guideDisplayName(arm.guides)}, {"training", arm.isTraining}});
    for (const auto& person : people) {
        Json roles = Json::array();
        for (const auto role : person.roles)
            roles.push_back(roleName(role));
        json["people"].push_back(
            {{"name", person.name}, {"roles", roles}, {"simulated", person.isSimulated}});
    }
    return json;
}

/// The same facts for people, from the same object.
void printInfo(const Json& info, Console& console) {
    const auto text = [](const Json& value) { return value.get<std::string>(); };
    console.print(text(info["name"]) + (info["synthetic"] ? " [synthetic]" : ""));
    console.print("  file        " + text(info["path"]));
    console.print("  convention  " + text(info["convention"]) + ", moderate from " +
                  info["categories"]["moderateFrom"].dump() + ", high from " +
                  info["categories"]["highFrom"].dump());
    if (info["aac8"]) console.print("  AAC-8       asked for, beside the eight cells");
    console.print("  scans       " + info["scans"].dump());
    if (!info["washoutDays"].is_null())
        console.print("  washout     " + info["washoutDays"].dump() + " days");
    if (!info["sessions"].is_null())
        console.print("  sessions    " + info["sessions"].dump() + " in each arm");
    if (info["shuffled"])
        console.print("  order       random for each reader and session" +
                      (info["orderSeed"].is_null() ? "" : ", from seed " + info["orderSeed"].dump()));
    for (const auto& arm : info["arms"])
        console.print("  arm         " + text(arm["name"]) + ", guides " + text(arm["guides"]) +
                      (arm["training"] ? ", training" : ""));
    for (const auto& person : info["people"]) {
        std::string roles;
        for (const auto& role : person["roles"])
            roles += (roles.empty() ? "" : ", ") + text(role);
        console.print("  person      " + text(person["name"]) + " (" + roles + ")");
    }
}

/// What only a coordinator may know; an error says that nobody signed in as one.
Status addPanel(Json& info, StudyStore& store, const LookOptions& options) {
    const auto signIn = actingSignIn(store, options.person, options.passwordFromStdin);
    if (!signIn) return failure(signIn.error());
    const auto session = store.openCoordinatorSession(*signIn);
    if (!session) return failure(session.error());
    const auto repeats = session->hiddenRepeats();
    if (!repeats) return failure(repeats.error());
    const auto ratings = session->ratings();
    if (!ratings) return failure(ratings.error());
    const auto settled = session->consensus();
    if (!settled) return failure(settled.error());
    // Of each reading one row will do: that of its first cell.
    Json again = Json::object();
    for (const auto& rating : *ratings)
        if (rating.showing > 1 && rating.segment == Segment::L1 && rating.wall == Wall::Anterior)
            again[rating.reader] = again.value(rating.reader, 0) + 1;
    info["scans"] = info["scans"].get<std::size_t>() - repeats->size(); // these are no scans of their own
    info["hiddenRepeats"] = repeats->size();
    info["repeatsRead"] = again;
    info["settled"] = settled->size();
    return {};
}

void printPanel(const Json& info, Console& console) {
    if (!info.contains("hiddenRepeats")) {
        console.print(
            "  repeats     hidden; a coordinator sees them and the consensus (--as, --password-stdin)");
        return;
    }
    std::string read;
    for (const auto& [reader, count] : info["repeatsRead"].items())
        read += (read.empty() ? "; read again: " : ", ") + reader + " " + count.dump();
    console.print("  repeats     " + counted(info["hiddenRepeats"].get<std::size_t>(), "scan", "scans") +
                  " shown again" + read);
    console.print("  consensus   " + counted(info["settled"].get<std::size_t>(), "reading", "readings") +
                  " settled");
}

Result<StudyStore> openToLook(const LookOptions& options) {
    OpenOptions open;
    open.access = StudyAccess::ReadOnly;
    return StudyStore::open(pathFromUtf8(options.file), open);
}

void showStudy(const LookOptions& options, Console& console) {
    auto store = openToLook(options);
    if (!store) return console.failed(store.error(), options.json);
    const auto people = store->people();
    if (!people) return console.failed(people.error(), options.json);
    const auto scans = store->scanCount();
    if (!scans) return console.failed(scans.error(), options.json);
    auto info = infoJson(*store, *people, *scans);
    const bool isAsked = options.passwordFromStdin || !options.person.empty();
    if (const auto added = addPanel(info, *store, options); !added && isAsked)
        return console.failed(added.error(), options.json);
    if (options.json) return console.printObject(info);
    printInfo(info, console);
    printPanel(info, console);
}

void verifyStudy(const LookOptions& options, Console& console) {
    const auto store = openToLook(options);
    if (!store) return console.failed(store.error());
    const auto check = store->verify();
    if (!check) return console.failed(check.error());
    console.print(counted(check->logEntries, "log entry", "log entries") + ", the newest is " +
                  check->logHead);
    if (check->mergedEntries > 0)
        console.print(counted(check->mergedEntries, "entry", "entries") + " of other workstations");
    const auto found = [&](const std::string& what) {
        console.failed({ErrorCode::StudyCorrupt, what, store->path()});
    };
    for (const auto& finding : check->databaseFindings)
        found(finding);
    if (check->firstBrokenMerge) found(*check->firstBrokenMerge + " does not fit the log it comes from");
    if (check->firstBrokenEntry)
        found("log entry " + std::to_string(*check->firstBrokenEntry) + " does not fit the one before");
    for (const auto& row : check->alteredRows)
        found(row + " was changed, added or removed outside the program");
    if (check->isSound()) console.print("sound");
    for (const auto& clock : check->clockSetBack)
        console.print("remark: the clock had been set back by " + minutesText(clock.by) +
                      " before log entry " + std::to_string(clock.entry));
}

// ---- arguments

void addCreate(CLI::App& study, ChosenWork& chosen) {
    auto options = std::make_shared<CreateOptions>();
    CLI::App* command = study.add_subcommand("create", "Make a study file");
    command->add_option("FILE", options->file, "The study, by custom NAME.vertestudy")->required();
    command->add_option("--name", options->name, "What the study is called")->required();
    command->add_option("--reader", options->readers, "Who grades; may be given several times");
    command->add_option("--annotator", options->annotators,
                        "Who places landmarks; may be given several times");
    command->add_option("--coordinator", options->coordinator, "Who sees everything")->capture_default_str();
    command->add_option("--convention", options->convention, "Whether a third exactly is grade 1 or 2")
        ->check(CLI::IsMember({"nhanes", "kauppila"}))
        ->capture_default_str();
    command->add_flag("--aac8", options->asksAac8,
                      "Ask for AAC-8 of both walls, too; a reading is submitted with it");
    command
        ->add_option("--moderate-from", options->bounds.moderateFrom, "Total from which a burden is moderate")
        ->capture_default_str();
    command->add_option("--high-from", options->bounds.highFrom, "Total from which a burden is high")
        ->capture_default_str();
    command->add_option(
        "--arm", options->arms,
        "NAME or NAME:none|shown|editable, a condition under which every scan is read (ivg:editable)");
    command->add_option(
        "--training-arm", options->trainingArms,
        "The same for practice: shows the truth after each submitted reading, counts in no rating");
    command->add_option("--washout-days", options->washoutDays,
                        "Days without reading before the next arm or session");
    command->add_option("--sessions", options->sessions, "How often every arm is read");
    command->add_flag("--shuffle", options->shuffles, "An own random order for each reader and session");
    command->add_option("--seed", options->seed,
                        "What these orders follow from, the same in every copy (drawn anew for each)");
    command->add_flag("--password-stdin", options->passwordFromStdin,
                      "The coordinator's password is the first line of standard input");
    whenChosen(command, chosen, [options](Console& console) { createStudy(*options, console); });
}

void addAdd(CLI::App& study, ChosenWork& chosen) {
    auto options = std::make_shared<AddOptions>();
    CLI::App* command = study.add_subcommand("add", "Add scans to a study");
    command->add_option("FILE", options->file, "The study")->required();
    command->add_option("PATH", options->paths, "Scans, or folders of scans")->required();
    command->add_option("--as", options->person, "Coordinator or annotator who adds (the first coordinator)");
    command->add_flag("--password-stdin", options->passwordFromStdin,
                      "That person's password is the first line of standard input");
    command->add_flag("--json", options->json, "JSON Lines on stdout");
    whenChosen(command, chosen, [options](Console& console) { addToStudy(*options, console); });
}

void addLook(CLI::App& study, ChosenWork& chosen) {
    auto shown = std::make_shared<LookOptions>();
    CLI::App* info = study.add_subcommand("info", "What a study holds");
    info->add_option("FILE", shown->file, "The study")->required();
    info->add_option("--as", shown->person, "Coordinator who sees repeats and consensus (the first one)");
    info->add_flag("--password-stdin", shown->passwordFromStdin,
                   "That person's password is the first line of standard input");
    info->add_flag("--json", shown->json, "One JSON object on stdout");
    whenChosen(info, chosen, [shown](Console& console) { showStudy(*shown, console); });

    auto verified = std::make_shared<LookOptions>();
    CLI::App* verify =
        study.add_subcommand("verify", "Whether anything in a study was changed behind its log");
    verify->add_option("FILE", verified->file, "The study")->required();
    whenChosen(verify, chosen, [verified](Console& console) { verifyStudy(*verified, console); });
}

} // namespace

void addStudyCommand(CLI::App& program, ChosenWork& chosen) {
    CLI::App* study = program.add_subcommand("study", "Reader studies and their integrity");
    study->require_subcommand(1);
    addCreate(*study, chosen);
    addAdd(*study, chosen);
    addLook(*study, chosen);
    addStudyMerge(*study, chosen);
    addStudyPanel(*study, chosen);
}

} // namespace vertescore::cli
