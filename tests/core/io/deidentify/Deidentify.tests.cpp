// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/files/DeidentifyFiles.h"

#include "core/io/ScanReader.h"
#include "core/io/listing/FileList.h"
#include "tests/support/PersonsScans.h"
#include "tests/support/SharedTestData.h"

#include <catch2/catch.hpp>
#include <dcmtk/dcmjpeg/djencode.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <map>

namespace {

using namespace vertescore;
using namespace vertescore::test;

constexpr const char* kSecretWord = "WALDEMAR"; ///< in every value that must not leave

Pseudonyms studyPseudonyms() {
    return Pseudonyms::withSecret("a secret of enough length").value();
}

std::string textOf(DcmItem& item, const DcmTagKey& tag) {
    OFString value;
    item.findAndGetOFStringArray(tag, value);
    return value.c_str();
}

struct Case {
    TemporaryFolder folder;
    std::filesystem::path scan = folder / "in/scan.dcm";
    DcmFileFormat file;

    Case() { std::filesystem::create_directory(folder / "in"); }

    Result<DeidentificationRecord> run(PixelText text = PixelText::Refuse,
                                       const Pseudonyms& pseudonyms = studyPseudonyms()) {
        return deidentifyFile(scan, folder / "out", pseudonyms, {text});
    }
    DcmDataset& written(PixelText text = PixelText::Refuse) {
        const auto record = run(text);
        REQUIRE(record.has_value());
        REQUIRE(file.loadFile(record->written.c_str()).good());
        return *file.getDataset();
    }
};

/// A row of the table that the program uses.
struct Row {
    DcmTagKey tag;
    std::string action;
};

std::vector<Row> profileRows() {
    std::ifstream file(std::filesystem::path(VERTESCORE_SOURCE_DIR) /
                       "core/io/deidentify/profile/BasicProfile.tsv");
    std::vector<Row> rows;
    for (std::string line; std::getline(file, line);) {
        unsigned group = 0, element = 0;
        if (line.empty() || std::sscanf(line.c_str(), "%x,%x", &group, &element) != 2) continue;
        rows.push_back({DcmTagKey(static_cast<Uint16>(group), static_cast<Uint16>(element)),
                        line.substr(10, line.find('\t', 10) - 10)});
    }
    return rows;
}

std::string actionOf(const std::string& keywordTag) {
    for (const Row& row : profileRows()) {
        std::array<char, 10> text;
        std::snprintf(text.data(), text.size(), "%04x,%04x", row.tag.getGroup(), row.tag.getElement());
        if (keywordTag == text.data()) return row.action;
    }
    return "";
}

} // namespace

TEST_CASE("the same secret gives the same pseudonyms, another one others", "[deidentify]") {
    const Pseudonyms first = studyPseudonyms(), same = studyPseudonyms();
    const Pseudonyms other = Pseudonyms::withSecret("another secret, long enough").value();
    CHECK(first.uid("1.2.3") == same.uid("1.2.3"));
    CHECK(first.uid("1.2.3") != other.uid("1.2.3"));
    CHECK(first.uid("1.2.3") != first.uid("1.2.4"));
    CHECK(first.uid("1.2.3").size() <= 64);
    CHECK(first.uid("1.2.3").starts_with("2.25."));
    CHECK(first.patient("4711") == same.patient("4711"));
    CHECK(first.patient("4711") != other.patient("4711"));
    CHECK(first.daysShift("4711") == same.daysShift("4711"));
    CHECK(first.daysShift("4711") < 0);
    CHECK(first.daysShift("4711") >= -3653);
    CHECK(Pseudonyms::once().uid("1.2.3") != Pseudonyms::once().uid("1.2.3"));
    CHECK(Pseudonyms::withSecret("too short").error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("a secret is made once and read from then on", "[deidentify]") {
    const TemporaryFolder folder;
    const auto made = Pseudonyms::fromFile(folder / "secret");
    REQUIRE(made.has_value());
    const auto read = Pseudonyms::fromFile(folder / "secret");
    REQUIRE(read.has_value());
    CHECK(made->uid("1.2.3") == read->uid("1.2.3"));
    CHECK(readBytes(folder / "secret").size() > 64 - 1);
    CHECK((std::filesystem::status(folder / "secret").permissions() & std::filesystem::perms::others_read) ==
          std::filesystem::perms::none);
    writeBytes(folder / "short", "abc\n");
    CHECK(Pseudonyms::fromFile(folder / "short").error().path == folder / "short");
}

TEST_CASE("a date moves by days of the calendar, and what is no date does not", "[deidentify]") {
    CHECK(shiftedDate("20200301", -1) == "20200229");
    CHECK(shiftedDate("20210301", -1) == "20210228");
    CHECK(shiftedDate("20000101", -3652) == "19900101"); // ten years with two leap days
    for (const char* none : {"20200230", "2020030", "WALDEMAR", "", "-0200301", "00010101"})
        CHECK_FALSE(shiftedDate(none, -1).has_value());
}

// Typed from DICOM PS3.15, table E.1-1, column "Basic Prof." (transcription of innolitics/dicom-standard),
// not from the file under test.
TEST_CASE("the built-in table agrees with the published one where images are concerned", "[deidentify]") {
    const std::map<std::string, std::string> published{
        {"0008,0050", "Z"},     {"0018,4000", "X"},     {"0040,0555", "X/Z"},   {"0008,0022", "X/Z"},
        {"0008,002a", "X/Z/D"}, {"0018,1400", "X/D"},   {"0018,11bb", "D"},     {"0010,21b0", "X"},
        {"0038,0010", "X"},     {"0008,1080", "X"},     {"0010,2110", "X"},     {"0018,1007", "X"},
        {"0012,0060", "Z"},     {"0012,0020", "D"},     {"0012,0040", "D"},     {"0020,9161", "U"},
        {"0008,009c", "Z"},     {"0070,0084", "Z/D"},   {"0008,0023", "Z/D"},   {"0040,a730", "D"},
        {"0018,0010", "Z/D"},   {"0010,2150", "X"},     {"0008,0025", "X"},     {"fffc,fffc", "X"},
        {"0008,2111", "X"},     {"0018,700a", "X/D"},   {"0018,1000", "X/Z/D"}, {"0018,1002", "U"},
        {"fffa,fffa", "X"},     {"0400,0100", "U"},     {"0010,2160", "X"},     {"0020,9158", "X"},
        {"0020,0052", "U"},     {"0018,1008", "X"},     {"0018,1005", "X"},     {"0070,0001", "D"},
        {"0088,0200", "X"},     {"0008,4000", "X"},     {"0020,4000", "X"},     {"0028,4000", "X"},
        {"0008,0015", "X"},     {"0008,0014", "U"},     {"0400,0600", "X"},     {"0008,0081", "X"},
        {"0008,1040", "X"},     {"0008,0082", "X/Z/D"}, {"0008,0080", "X/Z/D"}, {"0008,3010", "U"},
        {"0010,0021", "X"},     {"0010,21d0", "X"},     {"0018,100b", "U"},     {"0002,0003", "U"},
        {"0010,2000", "X"},     {"0400,0550", "X"},     {"0008,1060", "X"},     {"0010,2180", "X"},
        {"0008,1072", "X/D"},   {"0008,1070", "X/Z/D"}, {"0400,0561", "X"},     {"0010,1000", "X"},
        {"0010,1002", "X"},     {"0010,1001", "X"},     {"0010,1040", "X"},     {"0010,1010", "X"},
        {"0010,0030", "Z"},     {"0010,1005", "X"},     {"0010,0032", "X"},     {"0010,1060", "X"},
        {"0010,0010", "Z"},     {"0010,21f0", "X"},     {"0010,0040", "Z"},     {"0010,1020", "X"},
        {"0010,2154", "X"},     {"0010,1030", "X"},     {"0010,4000", "X"},     {"0040,0254", "X"},
        {"0040,0253", "X"},     {"0040,0244", "X"}};
    for (const auto& [tag, action] : published) {
        INFO(tag);
        CHECK(actionOf(tag) == action);
    }
    CHECK(actionOf("0010,0020") == "Z/D"); // Z until 2023, Z/D in 2026c
    CHECK(profileRows().size() == 652);    // and three rows of repeating groups
}

namespace {

/// A value of its kind for every attribute of the table that can hold text; how many were put.
std::size_t fillWithSecrets(DcmItem& item) {
    std::size_t count = 0;
    for (const Row& row : profileRows()) {
        DcmTag tag(row.tag);
        const DcmEVR vr = tag.getVR().getEVR();
        if (row.tag.getGroup() < 8 || row.tag == DCM_SOPInstanceUID) continue;
        const bool isText = vr == EVR_PN || vr == EVR_LO || vr == EVR_SH || vr == EVR_LT || vr == EVR_ST ||
                            vr == EVR_UT || vr == EVR_UC || vr == EVR_AE || vr == EVR_CS || vr == EVR_AS ||
                            vr == EVR_DA || vr == EVR_TM || vr == EVR_DT || vr == EVR_DS || vr == EVR_IS;
        if (vr != EVR_UI && !isText) continue;
        const char* value = vr == EVR_UI ? "1.2.826.0.99.4711" : kSecretWord;
        count += item.putAndInsertString(tag, value).good() ? 1 : 0;
    }
    return count;
}

/// Dates and times stay by the option for modified dates, if they are any.
bool isTime(const DcmTagKey& tag) {
    DcmTag named(tag);
    const DcmEVR vr = named.getVR().getEVR();
    return vr == EVR_DA || vr == EVR_DT || vr == EVR_TM;
}

} // namespace

TEST_CASE("no value of any attribute of the table leaves, at the top or nested", "[deidentify]") {
    Case made;
    std::size_t count = 0;
    writePersonsScan(made.scan, [&count](DcmDataset& dataset) {
        count += fillWithSecrets(dataset);
        DcmItem* nested = nullptr; // in a sequence that the profile keeps
        REQUIRE(dataset.findOrCreateSequenceItem(DCM_SharedFunctionalGroupsSequence, nested).good());
        count += fillWithSecrets(*nested);
    });
    CHECK(count > 700);
    const auto record = made.run();
    REQUIRE(record.has_value());
    const std::string bytes = readBytes(record->written);
    CHECK(bytes.find(kSecretWord) == std::string::npos);
    CHECK(bytes.find("1.2.826.0.99.4711") == std::string::npos);
    REQUIRE(made.file.loadFile(record->written.c_str()).good());
    DcmDataset& dataset = *made.file.getDataset();
    DcmItem* nested = nullptr;
    REQUIRE(dataset.findAndGetSequenceItem(DCM_SharedFunctionalGroupsSequence, nested).good());
    for (DcmItem* item : {static_cast<DcmItem*>(&dataset), nested})
        for (const Row& row : profileRows()) {
            DcmTag tag(row.tag);
            INFO(tag.getTagName() << ' ' << row.action);
            if (row.action == "X" && !isTime(row.tag)) CHECK_FALSE(item->tagExists(row.tag));
            const bool isPseudonym = item == &dataset && row.tag == DCM_PatientName;
            if (row.action == "Z" && !isPseudonym && row.tag != DCM_StudyDate)
                CHECK_FALSE(item->tagExistsWithValue(row.tag));
        }
}

TEST_CASE("what makes a scan a scan stays", "[deidentify]") {
    Case made;
    writePersonsScan(made.scan);
    const auto before = readScan(made.scan);
    const auto record = made.run();
    REQUIRE(record.has_value());
    const auto after = readScan(record->written);
    REQUIRE(after.has_value());
    CHECK(after->pixelSha256 == before->pixelSha256);
    CHECK(after->geometry == before->geometry);
    CHECK(after->source.scannerGroup == before->source.scannerGroup);
    CHECK(after->source.sopInstanceUid == studyPseudonyms().uid("1.2.3.4"));
    CHECK(after->identity.patientName == after->identity.patientId);
    CHECK(after->identity.patientId.starts_with("VS-"));
}

TEST_CASE("the copy says that it is one, and by which method", "[deidentify]") {
    Case made;
    writePersonsScan(made.scan);
    const PixelText choice = GENERATE(PixelText::Refuse, PixelText::Keep);
    DcmDataset& dataset = made.written(choice);
    CHECK(textOf(dataset, DCM_PatientIdentityRemoved) == "YES");
    CHECK(textOf(dataset, DCM_DeidentificationMethod).find("PS3.15") != std::string::npos);
    CHECK(textOf(dataset, DCM_LongitudinalTemporalInformationModified) == "MODIFIED");
    std::vector<std::string> codes;
    DcmItem* code = nullptr;
    for (signed long i = 0;
         dataset.findAndGetSequenceItem(DCM_DeidentificationMethodCodeSequence, code, i).good(); ++i)
        codes.push_back(textOf(*code, DCM_CodeValue));
    // CID 7050; clean pixels only where somebody decided on them.
    if (choice == PixelText::Refuse) CHECK(codes == std::vector<std::string>{"113100", "113107"});
    if (choice == PixelText::Keep) CHECK(codes == std::vector<std::string>{"113100", "113101", "113107"});
}

TEST_CASE("files of one study refer to each other as before, and keep their intervals", "[deidentify]") {
    Case made;
    const auto writeVisit = [&made](const char* name, const char* uid, const char* date) {
        made.scan = made.folder / "in" / name;
        writePersonsScan(made.scan, [&](DcmDataset& dataset) {
            dataset.putAndInsertString(DCM_SOPInstanceUID, uid);
            dataset.putAndInsertString(DCM_StudyDate, date);
            dataset.putAndInsertString(DCM_AcquisitionDateTime,
                                       (std::string(date) + "101112.5+0100").c_str());
            DcmItem* item = nullptr;
            dataset.findOrCreateSequenceItem(DCM_ReferencedImageSequence, item);
            item->putAndInsertString(DCM_ReferencedSOPClassUID, UID_SecondaryCaptureImageStorage);
            item->putAndInsertString(DCM_ReferencedSOPInstanceUID, "1.2.3.4.1");
        });
    };
    writeVisit("first.dcm", "1.2.3.4.1", "20200229");
    DcmDataset& first = made.written();
    const std::string firstUid = textOf(first, DCM_SOPInstanceUID), firstDate = textOf(first, DCM_StudyDate);
    const std::string patient = textOf(first, DCM_PatientID), study = textOf(first, DCM_StudyInstanceUID);
    CHECK(firstDate != "20200229");
    CHECK(textOf(first, DCM_AcquisitionDateTime) == firstDate + "101112.5+0100");
    writeVisit("second.dcm", "1.2.3.4.2", "20200310");
    DcmDataset& second = made.written();
    DcmItem* item = nullptr;
    REQUIRE(second.findAndGetSequenceItem(DCM_ReferencedImageSequence, item).good());
    CHECK(textOf(*item, DCM_ReferencedSOPInstanceUID) == firstUid);
    CHECK(textOf(*item, DCM_ReferencedSOPClassUID) == UID_SecondaryCaptureImageStorage);
    CHECK(textOf(second, DCM_PatientID) == patient);
    CHECK(textOf(second, DCM_StudyInstanceUID) == study);
    CHECK(shiftedDate(firstDate, 10) == textOf(second, DCM_StudyDate));
}

TEST_CASE("private and unknown attributes, preamble and meta header stay behind", "[deidentify]") {
    Case made;
    writePersonsScan(made.scan, [](DcmDataset& dataset) {
        dataset.putAndInsertString(DcmTag(0x0019, 0x0010, EVR_LO), "HOLOGIC");
        dataset.putAndInsertString(DcmTag(0x0019, 0x1001, EVR_LO), kSecretWord);
        dataset.putAndInsertString(DcmTag(0x0008, 0xfff1, EVR_LO), kSecretWord);
        dataset.putAndInsertString(DcmTag(0x6002, 0x0022, EVR_LO), kSecretWord); // of an overlay
    });
    std::string bytes = readBytes(made.scan);
    bytes.replace(0, 8, kSecretWord); // in the preamble
    writeBytes(made.scan, bytes);
    const auto record = made.run();
    REQUIRE(record.has_value());
    CHECK(record->privateElements == 2);
    CHECK(readBytes(record->written).find(kSecretWord) == std::string::npos);
}

TEST_CASE("what a file calls unknown is cleaned as what it is", "[deidentify]") {
    Case made;
    writePersonsScan(made.scan, [](DcmDataset& dataset) {
        const auto put = [&dataset](const DcmTagKey& tag, const std::string& value) {
            auto* element = new DcmOtherByteOtherWord(DcmTag(tag, EVR_UN)); // the data set's
            element->putUint8Array(reinterpret_cast<const Uint8*>(value.data()), value.size());
            REQUIRE(dataset.insert(element, OFTrue).good());
        };
        put(DCM_StudyInstanceUID, "1.2.3.99");
        put(DCM_AcquisitionDate, "20200301");
        put(DCM_PatientAddress, kSecretWord);
    });
    DcmDataset& dataset = made.written();
    CHECK(textOf(dataset, DCM_StudyInstanceUID) == studyPseudonyms().uid("1.2.3.99"));
    CHECK(textOf(dataset, DCM_AcquisitionDate).size() == 8);
    CHECK(textOf(dataset, DCM_AcquisitionDate) < "20200301");
    CHECK_FALSE(dataset.tagExists(DCM_PatientAddress));
}

TEST_CASE("the record names attributes and holds no value", "[deidentify]") {
    Case made;
    writePersonsScan(made.scan, [](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_PatientAddress, kSecretWord);
        dataset.putAndInsertString(DCM_AccessionNumber, kSecretWord);
        dataset.putAndInsertString(DCM_DeviceSerialNumber, kSecretWord);
    });
    const auto record = made.run();
    REQUIRE(record.has_value());
    CHECK(record->removed.count("PatientAddress") == 1);
    CHECK(record->emptied.count("AccessionNumber") == 1);
    CHECK(record->replaced.count("DeviceSerialNumber") == 1);
    CHECK(record->uidsReplaced == 3);
    CHECK(record->datesShifted == 1);
}

TEST_CASE("the original stays as it is, and no copy is written over", "[deidentify]") {
    Case made;
    writePersonsScan(made.scan);
    const std::string original = readBytes(made.scan);
    const auto record = made.run();
    REQUIRE(record.has_value());
    const std::string copy = readBytes(record->written);
    CHECK(readBytes(made.scan) == original);
    const auto again = made.run(PixelText::Keep); // would be another file
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().code == ErrorCode::DuplicateEntry);
    CHECK(again.error().path == made.scan);
    CHECK(readBytes(record->written) == copy);
}

TEST_CASE("writing in the picture is refused with its place, and blanked when asked", "[deidentify][text]") {
    Case made;
    const DisplayImage picture = softPicture(5, 6, 5, 255);
    const int darkest = *std::min_element(picture.pixels.begin(), picture.pixels.end());
    writePersonsScan(made.scan, [&](DcmDataset& dataset) { putPicture(dataset, picture); });
    const auto refused = made.run();
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == ErrorCode::NotAllowed);
    CHECK_FALSE(std::filesystem::exists(made.folder / "out"));
    const auto record = made.run(PixelText::Blank);
    REQUIRE(record.has_value());
    CHECK(record->isBlanked);
    REQUIRE(record->text.size() == 1);
    const auto scan = readScan(record->written);
    REQUIRE(scan.has_value());
    const PixelArea& area = record->text[0].area;
    std::size_t wrong = 0;
    for (int y = 0; y < 240; ++y)
        for (int x = 0; x < 120; ++x) {
            const bool isBlank =
                x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;
            const int original = picture.pixels[static_cast<std::size_t>(y * 120 + x)];
            wrong += scan->image.stored(x, y) != (isBlank ? darkest : original) ? 1 : 0;
        }
    CHECK(wrong == 0);
    REQUIRE(made.file.loadFile(record->written.c_str()).good());
    DcmDataset& copy = *made.file.getDataset(); // nobody has looked at it, so it claims nothing
    CHECK_FALSE(copy.tagExists(DCM_BurnedInAnnotation));
    DcmItem* code = nullptr;
    REQUIRE(copy.findAndGetSequenceItem(DCM_DeidentificationMethodCodeSequence, code, 1).good());
    CHECK(textOf(*code, DCM_CodeValue) == "113107"); // no 113101 in between
}

TEST_CASE("a picture that says it has writing needs somebody to have looked", "[deidentify][text]") {
    Case made;
    writePersonsScan(made.scan, [](DcmDataset& dataset) {
        putPicture(dataset, softPicture(0, 0, 0, 0));
        dataset.putAndInsertString(DCM_BurnedInAnnotation, "YES");
    });
    CHECK(made.run().error().code == ErrorCode::NotAllowed);
    CHECK(made.run(PixelText::Blank).error().code == ErrorCode::NotAllowed); // nothing was found to blank
    CHECK(textOf(made.written(PixelText::Keep), DCM_BurnedInAnnotation) == "NO");
}

TEST_CASE("a page of results cannot be cleaned", "[deidentify][text]") {
    Case made;
    writePersonsScan(made.scan, [](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_SeriesDescription, "IVA Results");
    });
    CHECK(made.run(PixelText::Blank).error().code == ErrorCode::NotAllowed);
}

namespace {

/// The soft picture in lossless JPEG.
void writeCompressed(Case& made, int letters) {
    DJEncoderRegistration::registerCodecs();
    const auto plain = made.folder / "plain.dcm";
    writePersonsScan(
        plain, [letters](DcmDataset& dataset) { putPicture(dataset, softPicture(letters, 6, 5, 255)); });
    DcmFileFormat source;
    REQUIRE(source.loadFile(plain.c_str()).good());
    REQUIRE(source.getDataset()->chooseRepresentation(EXS_JPEGProcess14SV1, nullptr).good());
    REQUIRE(source.saveFile(made.scan.c_str(), EXS_JPEGProcess14SV1).good());
}

} // namespace

TEST_CASE("a comment within compressed pixels does not leave, and the picture stays", "[deidentify]") {
    Case made;
    writeCompressed(made, 0);
    // A comment after the start of the stream, which gets longer by it, as its item says before it.
    std::string bytes = readBytes(made.scan);
    const std::size_t at = bytes.find("\xff\xd8\xff");
    REQUIRE(at != std::string::npos);
    const std::string comment = std::string("\xff\xfe\x00\x0a", 4) + kSecretWord;
    bytes.insert(at + 2, comment);
    Uint32 length = 0;
    std::memcpy(&length, bytes.data() + at - 4, sizeof length);
    length += static_cast<Uint32>(comment.size());
    std::memcpy(bytes.data() + at - 4, &length, sizeof length);
    writeBytes(made.scan, bytes);
    const auto before = readScan(made.scan);
    REQUIRE(before.has_value());
    const auto record = made.run();
    REQUIRE(record.has_value());
    CHECK(record->notesBlanked >= 1);
    CHECK(readBytes(record->written).find(kSecretWord) == std::string::npos);
    const auto copied = readScan(record->written);
    REQUIRE(copied.has_value());
    CHECK(copied->source.transferSyntax == UID_JPEGProcess14SV1TransferSyntax);
    CHECK(copied->pixelSha256 == before->pixelSha256);
}

TEST_CASE("writing in compressed pixels is blanked, and the copy is not compressed", "[deidentify][text]") {
    Case made;
    writeCompressed(made, 5);
    const auto record = made.run(PixelText::Blank);
    REQUIRE(record.has_value());
    CHECK(record->isBlanked);
    const auto copied = readScan(record->written);
    REQUIRE(copied.has_value());
    CHECK(copied->source.transferSyntax == UID_LittleEndianExplicitTransferSyntax);
    const PixelArea& area = record->text.at(0).area;
    const int inside = copied->image.stored(area.x, area.y);
    for (int x = area.x; x < area.x + area.width; ++x)
        CHECK(copied->image.stored(x, area.y + area.height / 2) == inside);
}

TEST_CASE("what is no image is refused, and so is an image nobody can name", "[deidentify]") {
    Case made;
    writeBytes(made.scan, "this is text");
    CHECK(made.run().error().code == ErrorCode::UnsupportedFormat);
    writePersonsScan(made.scan, [](DcmDataset& dataset) { dataset.findAndDeleteElement(DCM_PixelData); });
    CHECK(made.run().error().code == ErrorCode::NotAnImage);
    writePersonsScan(made.scan,
                     [](DcmDataset& dataset) { dataset.findAndDeleteElement(DCM_SOPInstanceUID); });
    CHECK(made.run().error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("a folder is done file by file, past bad ones, until somebody stops it", "[deidentify]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "in/deep");
    int number = 0;
    for (const char* name : {"a.dcm", "c.dcm", "deep/d.dcm"})
        writePersonsScan(folder / "in" / name,
                         [uid = "1.2.9." + std::to_string(++number)](DcmDataset& dataset) {
                             dataset.putAndInsertString(DCM_SOPInstanceUID, uid.c_str());
                         });
    writeBytes(folder / "in/b.dcm", "no scan");
    std::vector<std::string> order;
    std::stop_source stop;
    DeidentifyWatch options;
    options.stop = stop.get_token();
    const bool isStopped = GENERATE(false, true);
    options.done = [&](const std::filesystem::path& path, const Result<DeidentificationRecord>& record) {
        order.push_back(path.filename().string() + (record ? "" : "!"));
        if (isStopped && order.size() == 2) stop.request_stop();
    };
    const Status all = deidentifyAll(folder / "in", folder / "out", studyPseudonyms(), {}, options);
    if (isStopped) {
        CHECK(all.error().code == ErrorCode::Cancelled);
        CHECK(order == std::vector<std::string>{"a.dcm", "b.dcm!"});
    } else {
        CHECK(all.has_value());
        CHECK(order == std::vector<std::string>{"a.dcm", "b.dcm!", "c.dcm", "d.dcm"});
    }
    const auto within = deidentifyAll(folder / "in", folder / "in/out", studyPseudonyms(), {}, {});
    CHECK(within.error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("every shared DICOM image leaves without its values, or is refused with a reason", "[deidentify]") {
    const auto root = sharedTestData("dicom");
    if (!root) VERTESCORE_SKIP("no shared DICOM files");
    const TemporaryFolder folder;
    const Pseudonyms pseudonyms = studyPseudonyms();
    std::size_t written = 0, refused = 0;
    for (const auto& path : listFiles({*root}).files) {
        INFO(path);
        const std::string original = readBytes(path);
        const auto record = deidentifyFile(path, folder / std::to_string(written), pseudonyms,
                                           {PixelText::Keep}); // some hold the same image
        CHECK(readBytes(path) == original);
        if (!record) {
            CHECK(record.error().path == path);
            ++refused;
            continue;
        }
        ++written;
        DcmFileFormat before, after;
        REQUIRE(before.loadFile(path.c_str()).good());
        REQUIRE(after.loadFile(record->written.c_str()).good());
        DcmDataset& copy = *after.getDataset();
        for (const DcmTagKey& tag : {DCM_PatientName, DCM_PatientID, DCM_PatientBirthDate, DCM_SOPInstanceUID,
                                     DCM_StudyInstanceUID, DCM_SeriesInstanceUID, DCM_StudyDate}) {
            const std::string value = textOf(*before.getDataset(), tag);
            if (!value.empty()) CHECK(textOf(copy, tag) != value);
        }
        for (unsigned long i = 0; i < copy.card(); ++i)
            CHECK(copy.getElement(i)->getTag().getGroup() % 2 == 0);
        const auto scan = readScan(path), copied = readScan(record->written);
        if (scan) REQUIRE(copied.has_value());
        if (scan && copied) CHECK(scan->pixelSha256 == copied->pixelSha256);
    }
    CHECK(written > 80);
    CHECK(refused > 2);
}
