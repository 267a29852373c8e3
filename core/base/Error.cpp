// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"

#include <array>
#include <utility>

namespace vertescore {

namespace {

struct CodeText {
    ErrorCode code;
    std::string_view name;
    std::string_view sentence;
};

constexpr std::array kCodeTexts{
    CodeText{ErrorCode::FileNotFound, "fileNotFound", "the file does not exist"},
    CodeText{ErrorCode::FileUnreadable, "fileUnreadable", "the file cannot be read"},
    CodeText{ErrorCode::FileNotWritable, "fileNotWritable", "the file cannot be written"},
    CodeText{ErrorCode::DiskFull, "diskFull", "the disk is full"},
    CodeText{ErrorCode::FileEmpty, "fileEmpty", "the file is empty"},
    CodeText{ErrorCode::FileTruncated, "fileTruncated", "the file ends too early"},
    CodeText{ErrorCode::FileTooLarge, "fileTooLarge", "the file is too large"},
    CodeText{ErrorCode::FileMalformed, "fileMalformed", "the content is malformed"},
    CodeText{ErrorCode::UnsupportedFormat, "unsupportedFormat", "the format is not supported"},
    CodeText{ErrorCode::NotAnImage, "notAnImage", "the object holds no image"},
    CodeText{ErrorCode::UnsupportedPixels, "unsupportedPixels", "the pixel encoding is not supported"},
    CodeText{ErrorCode::CorruptPixels, "corruptPixels", "the pixels cannot be decoded"},
    CodeText{ErrorCode::ImageTooSmall, "imageTooSmall", "the image is too small to be a scan"},
    CodeText{ErrorCode::NotAScan, "notAScan", "the image is not a scan"},
    CodeText{ErrorCode::FrontalView, "frontalView", "the view is frontal, a lateral one is needed"},
    CodeText{ErrorCode::LandmarksMissing, "landmarksMissing", "landmarks are missing"},
    CodeText{ErrorCode::LandmarksMalformed, "landmarksMalformed", "the landmarks are malformed"},
    CodeText{ErrorCode::KnotsNotIncreasing, "knotsNotIncreasing",
             "the points of the region of interest do not run strictly down the image"},
    CodeText{ErrorCode::WeightsMissing, "weightsMissing", "there are no network weights"},
    CodeText{ErrorCode::WeightsMalformed, "weightsMalformed", "the weights file is malformed"},
    CodeText{ErrorCode::WeightsMismatch, "weightsMismatch", "the weights do not fit the network"},
    CodeText{ErrorCode::DeviceUnavailable, "deviceUnavailable", "the computing device is not available"},
    CodeText{ErrorCode::OutOfMemory, "outOfMemory", "there is not enough memory"},
    CodeText{ErrorCode::ModelFailure, "modelFailure", "the network failed"},
    CodeText{ErrorCode::StudyNotFound, "studyNotFound", "the study does not exist"},
    CodeText{ErrorCode::StudyExists, "studyExists", "a study is there already"},
    CodeText{ErrorCode::StudyNotSqlite, "studyNotSqlite", "the file is not a study"},
    CodeText{ErrorCode::StudyCorrupt, "studyCorrupt", "the study file is damaged"},
    CodeText{ErrorCode::StudyNewer, "studyNewer", "the study was written by a newer program"},
    CodeText{ErrorCode::StudyLocked, "studyLocked", "the study is in use by another program"},
    CodeText{ErrorCode::StudyReadOnly, "studyReadOnly", "the study cannot be written"},
    CodeText{ErrorCode::StudyFailure, "studyFailure", "the study file failed"},
    CodeText{ErrorCode::NotAllowed, "notAllowed", "this is not allowed"},
    CodeText{ErrorCode::WrongPassword, "wrongPassword", "the password is wrong"},
    CodeText{ErrorCode::ReadingLocked, "readingLocked", "the reading is submitted and locked"},
    CodeText{ErrorCode::NodeUnreachable, "nodeUnreachable", "the node cannot be reached"},
    CodeText{ErrorCode::NodeRefused, "nodeRefused", "the node refuses"},
    CodeText{ErrorCode::NodeUntrusted, "nodeUntrusted", "no secure connection can be made"},
    CodeText{ErrorCode::NodeTimeout, "nodeTimeout", "the node does not answer"},
    CodeText{ErrorCode::ConnectionLost, "connectionLost", "the connection was lost"},
    CodeText{ErrorCode::NodeFailure, "nodeFailure", "the node reports a failure"},
    CodeText{ErrorCode::InvalidArgument, "invalidArgument", "an argument is not valid"},
    CodeText{ErrorCode::DuplicateEntry, "duplicateEntry", "it is there already"},
    CodeText{ErrorCode::Cancelled, "cancelled", "cancelled"},
    CodeText{ErrorCode::Internal, "internal", "internal error"},
};
static_assert(kCodeTexts.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1);

const CodeText& textOf(ErrorCode code) {
    // The table is in the order of the enumeration; the static_assert above and the test of names keep it so.
    return kCodeTexts[static_cast<std::size_t>(code)];
}

} // namespace

std::string_view errorCodeName(ErrorCode code) {
    return textOf(code).name;
}

std::string describeError(const Error& error) {
    std::string sentence;
    if (error.path) sentence += toUtf8(*error.path) + ": ";
    sentence += textOf(error.code).sentence;
    if (!error.detail.empty()) sentence += " (" + error.detail + ")";
    return sentence;
}

std::string toUtf8(const std::filesystem::path& path) {
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

} // namespace vertescore
