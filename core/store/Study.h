// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/detection/LandmarkDetector.h"
#include "core/image/WindowLevel.h"
#include "core/landmarks/Landmarks.h"
#include "core/scoring/ScoreSheet.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// The plain values of a reader study. No behaviour, no thread, no database.
namespace vertescore {

/// What a study file is called by custom.
inline constexpr std::string_view kStudyFileExtension = ".vertestudy";

/// Row numbers within one study file; distinct types, so that none is taken for another.
enum class PersonId : std::int64_t {};
enum class ScanId : std::int64_t {};
enum class LandmarkVersionId : std::int64_t {};

enum class Role { Reader, Annotator, Coordinator };
std::string_view roleName(Role role); ///< "reader", ...
std::optional<Role> roleFromName(std::string_view name);

/// What the viewer draws while a reader grades in an arm.
enum class GuideDisplay { None, Shown, Editable };
std::string_view guideDisplayName(GuideDisplay display); ///< "none", "shown", "editable"
std::optional<GuideDisplay> guideDisplayFromName(std::string_view name);

/// One condition under which every scan is read, for example without and with guides.
struct Arm {
    std::string name; ///< the condition of ratings tables: "ivg", "no_ivg"
    GuideDisplay guides = GuideDisplay::Editable;
    /// Practice: only scans whose truth is known, which shows after each submitted reading; counts in no
    /// rating.
    bool isTraining = false;
    friend bool operator==(const Arm&, const Arm&) = default;
};

struct StudySettings {
    std::string name;
    bool isSynthetic = false; ///< phantoms and simulated readers: to be said wherever the study is shown
    ScoringConvention convention = ScoringConvention::Nhanes;
    CategoryBounds bounds;
    bool asksAac8 = false; ///< beside the eight cells, and a reading is submitted with both or not at all
    std::vector<Arm> arms{Arm{"ivg", GuideDisplay::Editable}}; ///< at least one; names differ
    bool shufflesScans = false; ///< each reader and session gets an own, recorded, random order
    /// The random orders follow from it, reader, arm and session; nothing: each is drawn anew.
    std::optional<std::int64_t> orderSeed;
    std::optional<int> sessions; ///< how often every arm is read, at least 1; nothing: no such rule
    /// Days without reading before a reader may begin the next arm or session; at least 1, nothing: no such
    /// rule.
    std::optional<int> washoutDays;
    friend bool operator==(const StudySettings&, const StudySettings&) = default;
};

struct Study {
    std::string uid; ///< UUID; the same in every copy of the study
    std::string createdUtc;
    StudySettings settings;
};

struct Person {
    PersonId id{};
    std::string name;
    std::vector<Role> roles; ///< in the order of Role
    bool hasPassword = false;
    bool isSimulated = false; ///< readings come from a program; never offered for signing in

    bool hasRole(Role role) const;
};

struct NewPerson {
    std::string name; ///< not empty, not yet in the study
    std::vector<Role> roles;
    std::optional<std::string> password; ///< nothing: signs in without one (demo, or until one is set)
    bool isSimulated = false;
};

/// Whose scan it is; kept apart from the scan, never given to a reader.
struct StudyScanIdentity {
    std::string patientId;
    std::string patientName;
    std::string studyDate; ///< YYYYMMDD
    friend bool operator==(const StudyScanIdentity&, const StudyScanIdentity&) = default;
};

/// A scan on its way into a study (core/intake makes one of a Scan).
struct NewScan {
    std::filesystem::path path;      ///< stored relative to the study file when below its folder
    std::optional<std::string> code; ///< shown instead of any name; nothing: the next of S0001, S0002, ...
    ScanGeometry geometry;
    int bitsStored = 8;
    std::string scannerGroup;   ///< scannerGroupName()
    std::string sopInstanceUid; ///< empty when the file is no DICOM
    std::string pixelSha256;    ///< with the UID: what makes a scan the same scan
    StudyScanIdentity identity;
};

/// A scan of the study, as everyone may know it. The path is for loading pixels only; a reader is shown the
/// code.
struct StudyScan {
    ScanId id{};
    std::string code;
    std::filesystem::path path; ///< absolute
    ScanGeometry geometry;
    int bitsStored = 8;
    std::string scannerGroup;
    std::string sopInstanceUid; ///< empty when the file is no DICOM
    std::string pixelSha256;    ///< of the pixels that were added: compare with what the file holds now
};

enum class LandmarkSource { Model, Person, Import };
std::string_view landmarkSourceName(LandmarkSource source); ///< "model", "person", "import"
std::optional<LandmarkSource> landmarkSourceFromName(std::string_view name);

/// One state of a scan's landmarks that was once saved; never changed after.
struct LandmarkVersion {
    LandmarkVersionId id{};
    ScanId scan{};
    Landmarks landmarks;
    LandmarkSource source = LandmarkSource::Person;
    std::string author;                  ///< name of the person who saved, let predict, or imported
    std::optional<DetectionModel> model; ///< exactly when source is Model
    std::string weightsSha256;           ///< of the network that these points go back to; empty: of none
    std::string savedUtc;
    std::string sha256; ///< of the whole content: the score's bond to what it was read with
};

/// The circumstances of a keystroke, stored with it.
struct ReadingContext {
    std::optional<LandmarkVersionId> landmarks; ///< whose guides were there; nothing: none were
    bool guidesShown = false;
    std::optional<WindowLevel> window;
    bool isInverted = false;
    double activeSeconds = 0; ///< spent on this scan by this reader so far, pauses left out
};

} // namespace vertescore
