// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/Receiver.h"
#include "core/io/ScanReader.h"
#include "core/pacs/Send.h"
#include "tests/support/SharedTestData.h"
#include "tests/support/SmallDisk.h"
#include "tests/support/network/Archives.h"
#include "tests/support/network/Objects.h"
#include "tests/support/network/Relay.h"

#include <catch2/catch.hpp>

#include <csignal>
#include <mutex>

namespace {

using namespace vertescore;
using namespace vertescore::pacs;
using namespace vertescore::test;

/// A receiver of ours with what it was told.
struct Inbox {
    TemporaryFolder folder;
    std::mutex mutex;
    std::vector<Result<StoredObject>> objects;
    std::vector<Error> refused;
    std::unique_ptr<Receiver> receiver;
    PacsNode node;

    explicit Inbox(ReceiverOptions options = {}) {
        std::filesystem::create_directory(folder / "out");
        options.port = 0;
        options.isLocal = true;
        options.folder = in();
        options.received = [this](const Result<StoredObject>& object) {
            const std::lock_guard lock(mutex);
            objects.push_back(object);
        };
        options.refused = [this](const Error& error) {
            const std::lock_guard lock(mutex);
            refused.push_back(error);
        };
        auto started = Receiver::start(std::move(options));
        REQUIRE(started.has_value());
        receiver = std::move(*started);
        node = localNode("VERTESCORE", receiver->port());
    }
    std::filesystem::path in() const { return folder / "in"; }
    std::filesystem::path out() const { return folder / "out"; }
    /// Ends all its threads: what it told is complete.
    void close() { receiver.reset(); }
};

std::vector<ErrorCode> codesOf(const SendReport& report) {
    std::vector<ErrorCode> codes;
    for (const SentFile& file : report.files)
        if (!file.status) codes.push_back(file.status.error().code);
    return codes;
}

} // namespace

TEST_CASE("an object that is sent lies in the folder under its UID, with its pixels", "[pacs][receive]") {
    Inbox inbox;
    const auto file = writeObject(inbox.out(), {});
    CHECK(sendFiles(inbox.node, {file}).failed().empty());
    CHECK(namesIn(inbox.in()) == std::vector<std::string>{"1.2.3.1.1.1.dcm"});
    const auto sent = readScan(file);
    const auto received = readScan(inbox.in() / "1.2.3.1.1.1.dcm");
    REQUIRE((sent && received));
    CHECK(received->pixelSha256 == sent->pixelSha256);
    inbox.close();
    REQUIRE(inbox.objects.size() == 1);
    REQUIRE(inbox.objects.front().has_value());
    CHECK(inbox.objects.front()->arrival == Arrival::New);
    CHECK(inbox.objects.front()->sender == "VERTESCORE");
}

TEST_CASE("what DCMTK's storescu sends arrives, however it is encoded", "[pacs][receive]") {
    const auto program = programNamed("storescu");
    if (!program) VERTESCORE_SKIP("storescu is not installed");
    Inbox inbox;
    const auto syntax =
        GENERATE(EXS_LittleEndianImplicit, EXS_LittleEndianExplicit, EXS_BigEndianExplicit, EXS_RLELossless);
    const auto file =
        writeObject(inbox.out(), {}, syntax == EXS_RLELossless ? EXS_LittleEndianExplicit : syntax);
    const char* propose = syntax == EXS_LittleEndianImplicit   ? "-xi"
                          : syntax == EXS_LittleEndianExplicit ? "-xe"
                          : syntax == EXS_BigEndianExplicit    ? "-xb"
                                                               : "-xr";
    ServerProcess sender({*program, propose, "-aec", "VERTESCORE", "127.0.0.1",
                          std::to_string(inbox.receiver->port()), file.string()});
    CHECK(sender.wait() == 0);
    const auto received = readScan(inbox.in() / "1.2.3.1.1.1.dcm");
    REQUIRE(received.has_value());
    CHECK(received->pixelSha256 == readScan(file)->pixelSha256);
}

TEST_CASE("an object that comes twice is one file, in whichever byte order", "[pacs][receive]") {
    Inbox inbox;
    const auto little = writeObject(inbox.out(), {});
    std::filesystem::create_directory(inbox.folder / "big");
    const auto big = writeObject(inbox.folder / "big", {}, EXS_BigEndianExplicit);
    CHECK(sendFiles(inbox.node, {little, little}).failed().empty());
    CHECK(sendFiles(inbox.node, {big}).failed().empty());
    CHECK(namesIn(inbox.in()) == std::vector<std::string>{"1.2.3.1.1.1.dcm"});
    inbox.close();
    REQUIRE(inbox.objects.size() == 3);
    CHECK(inbox.objects[1]->arrival == Arrival::AlreadyThere);
    CHECK(inbox.objects[2]->arrival == Arrival::AlreadyThere);
}

TEST_CASE("another content under the same UID is kept beside the first and said", "[pacs][receive]") {
    Inbox inbox;
    ObjectCase object;
    const auto first = writeObject(inbox.out(), object);
    CHECK(sendFiles(inbox.node, {first}).failed().empty());
    const std::string before = readBytes(inbox.in() / "1.2.3.1.1.1.dcm");
    object.value = 8;
    const auto second = writeObject(inbox.out(), object);
    CHECK(sendFiles(inbox.node, {second, second}).failed().empty());
    CHECK(readBytes(inbox.in() / "1.2.3.1.1.1.dcm") == before);
    CHECK(namesIn(inbox.in()) == std::vector<std::string>{"1.2.3.1.1.1.dcm", "1.2.3.1.1.1.differs-2.dcm"});
    inbox.close();
    REQUIRE(inbox.objects.size() == 3);
    CHECK(inbox.objects[1]->arrival == Arrival::Differs);
    CHECK(inbox.objects[1]->file.filename() == "1.2.3.1.1.1.differs-2.dcm");
}

TEST_CASE("a sender that is cut off in the middle leaves nothing, and may come again", "[pacs][receive]") {
    Inbox inbox;
    const auto file = writeObject(inbox.out(), {.kilobytes = 400});
    Relay relay(inbox.node.port, {std::numeric_limits<std::size_t>::max(), 100000});
    PacsNode cut = inbox.node;
    cut.port = relay.port();
    CHECK(codesOf(sendFiles(cut, {file}, {}, {0})) == std::vector<ErrorCode>{ErrorCode::ConnectionLost});
    CHECK(sendFiles(inbox.node, {file}).failed().empty());
    inbox.close();
    CHECK(namesIn(inbox.in()) == std::vector<std::string>{"1.2.3.1.1.1.dcm"});
    REQUIRE(inbox.objects.size() == 2);
    CHECK_FALSE(inbox.objects.front().has_value());
}

TEST_CASE("a sender that stops in the middle of an object is not waited for", "[pacs][receive]") {
    ReceiverOptions options;
    options.seconds = 1;
    options.mostConnections = 1;
    Inbox inbox(std::move(options));
    const auto file = writeObject(inbox.out(), {.kilobytes = 400});
    Relay relay(inbox.node.port, {std::numeric_limits<std::size_t>::max(), 100000, Relay::At::Hold});
    PacsNode slow = inbox.node;
    slow.port = relay.port();
    slow.answerSeconds = 2;
    std::jthread sender([&] { static_cast<void>(sendFiles(slow, {file}, {}, {0})); });
    while (relay.failed() == 0)
        std::this_thread::yield();
    // The only place is taken until the slow one's time is over.
    CHECK(sendFiles(inbox.node, {file}).failed().empty());
    CHECK(namesIn(inbox.in()) == std::vector<std::string>{"1.2.3.1.1.1.dcm"});
}

TEST_CASE("an object that would exhaust whoever reads it is refused before anything reads it",
          "[pacs][receive]") {
    const auto program = programNamed("storescu");
    if (!program) VERTESCORE_SKIP("storescu is not installed");
    Inbox inbox;
    const auto file = inbox.out() / "deep.dcm";
    writeDicom(file, [](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_SOPInstanceUID, "1.2.3.1.1.1");
        DcmItem* item = &dataset;
        for (int depth = 0; depth < 70 && item != nullptr; ++depth)
            item->findOrCreateSequenceItem(DCM_ContentSequence, item);
    });
    ServerProcess sender(
        {*program, "-aec", "VERTESCORE", "127.0.0.1", std::to_string(inbox.receiver->port()), file.string()});
    sender.wait();
    inbox.close();
    REQUIRE(inbox.objects.size() == 1);
    REQUIRE_FALSE(inbox.objects.front().has_value());
    CHECK(inbox.objects.front().error().code == ErrorCode::FileMalformed);
    CHECK(namesIn(inbox.in()).empty());
}

TEST_CASE("objects above the limit are not kept", "[pacs][receive]") {
    ReceiverOptions options;
    options.mostObjectBytes = 64 << 10;
    Inbox inbox(std::move(options));
    const auto large = writeObject(inbox.out(), {.instance = 1, .kilobytes = 400});
    const auto small = writeObject(inbox.out(), {.instance = 2});
    CHECK(sendFiles(inbox.node, {large}, {}, {0}).failed().size() == 1);
    CHECK(sendFiles(inbox.node, {small}).failed().empty());
    inbox.close();
    CHECK(namesIn(inbox.in()) == std::vector<std::string>{"1.2.3.1.1.2.dcm"});
    REQUIRE(inbox.objects.size() == 2);
    CHECK(inbox.objects.front().error().code == ErrorCode::FileTooLarge);
}

TEST_CASE("callers that are not on the list are refused and named", "[pacs][receive]") {
    ReceiverOptions options;
    options.callers = {"SCANNER"};
    Inbox inbox(std::move(options));
    const auto file = writeObject(inbox.out(), {});
    CHECK(codesOf(sendFiles(inbox.node, {file})) == std::vector<ErrorCode>{ErrorCode::NodeRefused});
    inbox.close();
    CHECK(namesIn(inbox.in()).empty());
    REQUIRE(inbox.refused.size() == 1);
    CHECK(inbox.refused.front().detail.find("VERTESCORE may not send") != std::string::npos);
}

TEST_CASE("a disk that fills is said to the sender, and what was whole stays whole", "[pacs][receive]") {
    TemporaryFolder folder;
    std::filesystem::create_directories(folder / "disk");
    std::filesystem::create_directories(folder / "out");
    const auto small = writeObject(folder / "out", {.instance = 1, .kilobytes = 20});
    const auto large = writeObject(folder / "out", {.instance = 2, .kilobytes = 800});
    const auto isWell = onDisk(folder / "disk", {}, [&](const std::filesystem::path& disk) {
        std::vector<ErrorCode> told;
        ReceiverOptions options;
        options.port = 0;
        options.isLocal = true;
        options.folder = disk / "in";
        options.received = [&](const Result<StoredObject>& object) {
            if (!object) told.push_back(object.error().code);
        };
        auto receiver = Receiver::start(std::move(options));
        if (!receiver) return false;
        const auto report = sendFiles(localNode("VERTESCORE", (*receiver)->port()), {small, large});
        receiver->reset();
        return codesOf(report) == std::vector<ErrorCode>{ErrorCode::NodeFailure} &&
               report.failed().front() == large && told == std::vector<ErrorCode>{ErrorCode::DiskFull} &&
               namesIn(disk / "in") == std::vector<std::string>{"1.2.3.1.1.1.dcm"};
    });
    if (!isWell) VERTESCORE_SKIP("no disk can be mounted here");
    CHECK(*isWell);
}

TEST_CASE("what a program that is gone left unfinished is cleared away, other files are not",
          "[pacs][receive]") {
    TemporaryFolder folder;
    const pid_t gone = ::fork();
    if (gone == 0) ::_exit(0);
    ::waitpid(gone, nullptr, 0);
    const std::string left = ".incoming-" + std::to_string(gone) + ".0.part";
    const std::string ours = ".incoming-" + std::to_string(::getpid()) + ".99.part";
    for (const std::string& name : {left, ours, std::string("1.2.3.dcm"), std::string(".incoming-x.part")})
        writeBytes(folder / name, "x");
    REQUIRE(ObjectFolder::open(folder.path()).has_value());
    CHECK_FALSE(std::filesystem::exists(folder / left));
    CHECK(std::filesystem::exists(folder / ours));
    CHECK(std::filesystem::exists(folder / "1.2.3.dcm"));
    CHECK(std::filesystem::exists(folder / ".incoming-x.part"));
}

TEST_CASE("a port that is taken is said at the start", "[pacs][receive]") {
    Inbox inbox;
    ReceiverOptions options;
    options.port = inbox.receiver->port();
    options.folder = inbox.in();
    options.isLocal = true;
    const auto second = Receiver::start(std::move(options));
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().code == ErrorCode::NodeUnreachable);
}

TEST_CASE("many senders at a time lose nothing and double nothing", "[pacs][receive]") {
    ReceiverOptions options;
    options.mostConnections = 3;
    Inbox inbox(std::move(options));
    constexpr int kSenders = 6, kObjects = 8;
    const auto files = writeSeries(inbox.out(), {}, kObjects);
    std::atomic<int> failed = 0;
    {
        std::vector<std::jthread> senders;
        for (int i = 0; i < kSenders; ++i)
            senders.emplace_back(
                [&] { failed += static_cast<int>(sendFiles(inbox.node, files).failed().size()); });
    }
    CHECK(failed == 0);
    inbox.close();
    CHECK(namesIn(inbox.in()).size() == kObjects);
    const auto isNew = [](const Result<StoredObject>& object) {
        return object && object->arrival == Arrival::New;
    };
    CHECK(std::count_if(inbox.objects.begin(), inbox.objects.end(), isNew) == kObjects);
    CHECK(inbox.objects.size() == kSenders * kObjects);
}
