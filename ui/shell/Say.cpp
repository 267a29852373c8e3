// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Say.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <utility>

namespace vertescore {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Say", text);
}

struct Wording {
    const char* what;
    const char* remedy;
};

Wording fileWording(ErrorCode code) {
    switch (code) {
    case ErrorCode::FileNotFound:
        return {QT_TRANSLATE_NOOP("Say", "The file is not there."),
                QT_TRANSLATE_NOOP("Say", "Was it moved, or is a drive not connected?")};
    case ErrorCode::FileUnreadable:
        return {QT_TRANSLATE_NOOP("Say", "The file cannot be read."),
                QT_TRANSLATE_NOOP("Say", "Check that you have the right to read it.")};
    case ErrorCode::FileNotWritable:
        return {QT_TRANSLATE_NOOP("Say", "Nothing can be written there."),
                QT_TRANSLATE_NOOP("Say", "Choose a folder in which you may write.")};
    case ErrorCode::DiskFull:
        return {QT_TRANSLATE_NOOP("Say", "The disk is full; the last change is not saved."),
                QT_TRANSLATE_NOOP("Say", "Make room, then try again. What was saved before is safe.")};
    case ErrorCode::FileEmpty:
        return {QT_TRANSLATE_NOOP("Say", "The file is empty."), ""};
    case ErrorCode::FileTruncated:
        return {QT_TRANSLATE_NOOP("Say", "The file ends too early."),
                QT_TRANSLATE_NOOP("Say", "Copy it again from its source.")};
    case ErrorCode::FileTooLarge:
        return {QT_TRANSLATE_NOOP("Say", "The file is larger than a scan can be."), ""};
    case ErrorCode::FileMalformed:
        return {QT_TRANSLATE_NOOP("Say", "The file is damaged."),
                QT_TRANSLATE_NOOP("Say", "Copy it again from its source.")};
    case ErrorCode::UnsupportedFormat:
        return {QT_TRANSLATE_NOOP("Say", "This is no file that VerteScore can open."),
                QT_TRANSLATE_NOOP("Say", "Scans are DICOM, PNG, JPEG or TIFF files.")};
    case ErrorCode::NotAnImage:
        return {QT_TRANSLATE_NOOP("Say", "This DICOM file holds no picture."), ""};
    case ErrorCode::UnsupportedPixels:
        return {QT_TRANSLATE_NOOP("Say", "The picture is stored in a way that VerteScore cannot decode."),
                QT_TRANSLATE_NOOP("Say", "Export it again, uncompressed or as PNG.")};
    case ErrorCode::CorruptPixels:
        return {QT_TRANSLATE_NOOP("Say", "The picture inside the file is damaged."), ""};
    case ErrorCode::ImageTooSmall:
        return {QT_TRANSLATE_NOOP("Say", "The picture is too small to be a scan."), ""};
    case ErrorCode::NotAScan:
        return {QT_TRANSLATE_NOOP("Say", "This is a picture, but no lateral spine scan."), ""};
    case ErrorCode::FrontalView:
        return {
            QT_TRANSLATE_NOOP("Say", "This seems to be a frontal scan; a lateral one is needed."),
            QT_TRANSLATE_NOOP("Say", "If it is lateral, say so beside the button that finds the corners.")};
    default:
        return {nullptr, nullptr};
    }
}

Wording studyWording(ErrorCode code) {
    switch (code) {
    case ErrorCode::StudyNotFound:
        return {QT_TRANSLATE_NOOP("Say", "The study file is not there."),
                QT_TRANSLATE_NOOP("Say", "Was it moved, or is a drive not connected?")};
    case ErrorCode::StudyExists:
        return {QT_TRANSLATE_NOOP("Say", "A study with this name is there already."),
                QT_TRANSLATE_NOOP("Say", "Choose another name; nothing was overwritten.")};
    case ErrorCode::StudyNotSqlite:
        return {QT_TRANSLATE_NOOP("Say", "This file is no VerteScore study."), ""};
    case ErrorCode::StudyCorrupt:
        return {QT_TRANSLATE_NOOP("Say", "The study file is damaged."),
                QT_TRANSLATE_NOOP("Say", "Leave it as it is and open the newest backup beside it.")};
    case ErrorCode::StudyNewer:
        return {QT_TRANSLATE_NOOP("Say", "A newer version of VerteScore wrote this study."),
                QT_TRANSLATE_NOOP("Say", "Update this program to open it.")};
    case ErrorCode::StudyLocked:
        return {QT_TRANSLATE_NOOP("Say", "Another program is writing to the study."),
                QT_TRANSLATE_NOOP("Say", "Wait a moment and try again.")};
    case ErrorCode::StudyReadOnly:
        return {QT_TRANSLATE_NOOP("Say", "The study can be read but not changed."),
                QT_TRANSLATE_NOOP("Say", "Copy it to a folder in which you may write.")};
    case ErrorCode::StudyFailure:
        return {QT_TRANSLATE_NOOP("Say", "The study file could not be used."),
                QT_TRANSLATE_NOOP("Say", "Try again; if it goes on, look into the log.")};
    case ErrorCode::NotAllowed:
        return {QT_TRANSLATE_NOOP("Say", "The rules of this study do not allow that."), ""};
    case ErrorCode::WrongPassword:
        return {QT_TRANSLATE_NOOP("Say", "The password is not right."),
                QT_TRANSLATE_NOOP("Say", "Try again, or ask the coordinator for a new one.")};
    case ErrorCode::ReadingLocked:
        return {QT_TRANSLATE_NOOP("Say", "This reading is submitted and locked."),
                QT_TRANSLATE_NOOP("Say", "Reopen it with a reason under Submit.")};
    default:
        return {nullptr, nullptr};
    }
}

Wording nodeWording(ErrorCode code) {
    switch (code) {
    case ErrorCode::NodeUnreachable:
        return {QT_TRANSLATE_NOOP("Say", "The archive cannot be reached."),
                QT_TRANSLATE_NOOP("Say", "Check host and port, and whether the network is there.")};
    case ErrorCode::NodeRefused:
        return {QT_TRANSLATE_NOOP("Say", "The archive refuses."),
                QT_TRANSLATE_NOOP("Say", "Check both AE titles; the archive must know ours.")};
    case ErrorCode::NodeUntrusted:
        return {QT_TRANSLATE_NOOP("Say", "No secure connection can be made."),
                QT_TRANSLATE_NOOP("Say", "Check the certificates of both sides.")};
    case ErrorCode::NodeTimeout:
        return {QT_TRANSLATE_NOOP("Say", "The archive does not answer in time."),
                QT_TRANSLATE_NOOP("Say", "Try again, or let it have more time.")};
    case ErrorCode::ConnectionLost:
        return {QT_TRANSLATE_NOOP("Say", "The connection to the archive was lost."),
                QT_TRANSLATE_NOOP("Say", "Try again: it goes on where it stopped.")};
    case ErrorCode::NodeFailure:
        return {QT_TRANSLATE_NOOP("Say", "The archive could not do it."), ""};
    default:
        return {nullptr, nullptr};
    }
}

Wording otherWording(ErrorCode code) {
    switch (code) {
    case ErrorCode::LandmarksMissing:
        return {QT_TRANSLATE_NOOP("Say", "Some corners are missing."),
                QT_TRANSLATE_NOOP("Say", "Place them, or let the network find them.")};
    case ErrorCode::LandmarksMalformed:
        return {QT_TRANSLATE_NOOP("Say", "The landmarks in the file make no sense."), ""};
    case ErrorCode::KnotsNotIncreasing:
        return {QT_TRANSLATE_NOOP("Say", "The guides cross, so there is no region border."),
                QT_TRANSLATE_NOOP("Say", "Check that the levels are in order.")};
    case ErrorCode::WeightsMissing:
        return {
            QT_TRANSLATE_NOOP(
                "Say", "The network's weights file is not there, so corners cannot be found by themselves."),
            QT_TRANSLATE_NOOP("Say",
                              "Place the corners by hand, or put the weights file back and start again.")};
    case ErrorCode::WeightsMalformed:
        return {QT_TRANSLATE_NOOP("Say", "The network's weights file is damaged."),
                QT_TRANSLATE_NOOP("Say", "Get a fresh copy; until then, place the corners by hand.")};
    case ErrorCode::WeightsMismatch:
        return {QT_TRANSLATE_NOOP("Say", "The weights file belongs to another network."),
                QT_TRANSLATE_NOOP("Say", "Get the one that came with this version.")};
    case ErrorCode::DeviceUnavailable:
        return {QT_TRANSLATE_NOOP("Say", "The graphics processor cannot be used."),
                QT_TRANSLATE_NOOP("Say", "Start the program with --device cpu.")};
    case ErrorCode::OutOfMemory:
        return {QT_TRANSLATE_NOOP("Say", "There is not enough memory for the network."),
                QT_TRANSLATE_NOOP("Say",
                                  "Close other programs and try again; if the graphics processor's memory "
                                  "is full, start the program with --device cpu.")};
    case ErrorCode::ModelFailure:
        return {QT_TRANSLATE_NOOP("Say", "The network failed on this scan."),
                QT_TRANSLATE_NOOP("Say", "Place the corners by hand; the log has the details.")};
    case ErrorCode::InvalidArgument:
        return {QT_TRANSLATE_NOOP("Say", "That is not possible."), ""};
    case ErrorCode::DuplicateEntry:
        return {QT_TRANSLATE_NOOP("Say", "That is there already."), ""};
    case ErrorCode::Cancelled:
        return {QT_TRANSLATE_NOOP("Say", "Stopped."), ""};
    default:
        return {QT_TRANSLATE_NOOP("Say", "Something went wrong inside the program."),
                QT_TRANSLATE_NOOP("Say", "Nothing that was saved is lost. The log has the details.")};
    }
}

Wording wordingOf(ErrorCode code) {
    if (const Wording wording = fileWording(code); wording.what) return wording;
    if (const Wording wording = studyWording(code); wording.what) return wording;
    if (const Wording wording = nodeWording(code); wording.what) return wording;
    return otherWording(code);
}

bool explainsItself(ErrorCode code) {
    return code == ErrorCode::InvalidArgument || code == ErrorCode::DuplicateEntry ||
           code == ErrorCode::NotAllowed || nodeWording(code).what;
}

} // namespace

QString say(const Error& error) {
    const Wording wording = wordingOf(error.code);
    QString text = tr(wording.what);
    if (error.path) text = QStringLiteral("%1: %2").arg(QFileInfo(toQString(*error.path)).fileName(), text);
    if (explainsItself(error.code) && !error.detail.empty())
        text += QStringLiteral(" (%1)").arg(QString::fromStdString(error.detail));
    if (*wording.remedy) text += QLatin1Char(' ') + tr(wording.remedy);
    return text;
}

QString say(ReadingState state) {
    switch (state) {
    case ReadingState::Unread:
        return QCoreApplication::translate("Say", "Unread");
    case ReadingState::InProgress:
        return QCoreApplication::translate("Say", "In progress");
    case ReadingState::Submitted:
        return QCoreApplication::translate("Say", "Submitted");
    case ReadingState::Disputed:
        return QCoreApplication::translate("Say", "Disputed");
    case ReadingState::Invalid:
        return QCoreApplication::translate("Say", "Invalid");
    }
    return {};
}

QString say(LandmarkState state) {
    switch (state) {
    case LandmarkState::None:
        return QCoreApplication::translate("Say", "No corners yet");
    case LandmarkState::Predicted:
        return QCoreApplication::translate("Say", "Corners by the network");
    case LandmarkState::Edited:
        return QCoreApplication::translate("Say", "Corners edited");
    case LandmarkState::Confirmed:
        return QCoreApplication::translate("Say", "Corners confirmed");
    }
    return {};
}

QString say(NotReadableReason reason) {
    switch (reason) {
    case NotReadableReason::Object:
        return QCoreApplication::translate("Say", "Object in the way");
    case NotReadableReason::Noise:
        return QCoreApplication::translate("Say", "Too noisy");
    case NotReadableReason::InsufficientArea:
        return QCoreApplication::translate("Say", "Not enough of the area");
    case NotReadableReason::Motion:
        return QCoreApplication::translate("Say", "Motion");
    case NotReadableReason::Other:
        return QCoreApplication::translate("Say", "Other");
    }
    return {};
}

QString say(const ScoreCell& cell) {
    if (cell.grade) return QString::number(*cell.grade);
    return cell.notReadable ? say(*cell.notReadable) : QString(QChar(0x2013));
}

QString say(Wall wall) {
    return wall == Wall::Anterior ? QCoreApplication::translate("Say", "Anterior")
                                  : QCoreApplication::translate("Say", "Posterior");
}

QString sayArm(const std::string& name) {
    if (name == "ivg") return QCoreApplication::translate("Say", "With guides");
    if (name == "no_ivg") return QCoreApplication::translate("Say", "Without guides");
    if (name == "training") return QCoreApplication::translate("Say", "Training");
    return QString::fromStdString(name);
}

QString say(Role role) {
    switch (role) {
    case Role::Reader:
        return QCoreApplication::translate("Say", "Reader");
    case Role::Annotator:
        return QCoreApplication::translate("Say", "Annotator");
    case Role::Coordinator:
        return QCoreApplication::translate("Say", "Coordinator");
    }
    return {};
}

QString say(BurdenCategory category) {
    switch (category) {
    case BurdenCategory::Low:
        return QCoreApplication::translate("Say", "Low");
    case BurdenCategory::Moderate:
        return QCoreApplication::translate("Say", "Moderate");
    case BurdenCategory::High:
        return QCoreApplication::translate("Say", "High");
    }
    return {};
}

QString say(ScoringConvention convention) {
    return convention == ScoringConvention::Nhanes
               ? QCoreApplication::translate("Say", "NHANES: exactly a third is grade 1")
               : QCoreApplication::translate("Say", "Kauppila: exactly a third is grade 2");
}

QString say(Segment segment, Wall wall) {
    const QString name =
        QLatin1String(segmentName(segment).data(), static_cast<qsizetype>(segmentName(segment).size()));
    return wall == Wall::Anterior ? QCoreApplication::translate("Say", "%1, anterior wall").arg(name)
                                  : QCoreApplication::translate("Say", "%1, posterior wall").arg(name);
}

QString say(const AnswerPlace& place) {
    if (place.segment) return say(*place.segment, place.wall);
    return place.wall == Wall::Anterior ? QCoreApplication::translate("Say", "AAC-8, anterior wall")
                                        : QCoreApplication::translate("Say", "AAC-8, posterior wall");
}

QString sayAac8(int grade) {
    switch (grade) {
    case 0:
        return QCoreApplication::translate("Say", "none");
    case 1:
        return QCoreApplication::translate("Say", "up to one vertebral height in all");
    case 2:
        return QCoreApplication::translate("Say", "up to two");
    case 3:
        return QCoreApplication::translate("Say", "up to three");
    default:
        return QCoreApplication::translate("Say", "more than three");
    }
}

QString sayMeasured(const AnswerPlace& place, double measured) {
    const QLocale locale;
    if (place.isAac8())
        return QCoreApplication::translate("Say", "%1 vert.").arg(locale.toString(measured, 'f', 1));
    return QStringLiteral("%1 %").arg(locale.toString(100 * measured, 'f', 0));
}

QString sayGrade(int grade, ScoringConvention convention) {
    const bool thirdIsOne = convention == ScoringConvention::Nhanes;
    switch (grade) {
    case 0:
        return QCoreApplication::translate("Say", "none");
    case 1:
        return thirdIsOne ? QCoreApplication::translate("Say", "up to ⅓ of the wall")
                          : QCoreApplication::translate("Say", "less than ⅓ of the wall");
    case 2:
        return thirdIsOne ? QCoreApplication::translate("Say", "more than ⅓, less than ⅔")
                          : QCoreApplication::translate("Say", "⅓ and more, less than ⅔");
    default:
        return QCoreApplication::translate("Say", "⅔ and more");
    }
}

QString toQString(const std::filesystem::path& path) {
    return QString::fromStdString(toUtf8(path));
}

std::filesystem::path toPath(const QString& path) {
    const QByteArray utf8 = path.toUtf8();
    return std::filesystem::path(std::u8string(reinterpret_cast<const char8_t*>(utf8.constData()),
                                               static_cast<std::size_t>(utf8.size())));
}

} // namespace vertescore
