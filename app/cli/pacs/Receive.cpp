// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/Receiver.h"

#include "app/cli/Counted.h"
#include "app/cli/pacs/NodeArguments.h"
#include "app/cli/pacs/PacsCommands.h"

#include <nlohmann/json.hpp>

#include <condition_variable>
#include <memory>
#include <mutex>

namespace vertescore::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uintmax_t kMebibyte = 1U << 20;

struct ReceiveOptions {
    NodeArguments own;
    std::vector<std::string> callers;
    std::string out;
    std::uintmax_t mostMebibytes = pacs::ObjectFolder::kMostObjectBytes / kMebibyte;
    std::size_t count = 0; ///< then it ends; 0: never
    bool isLocal = false;
    bool json = false;
};

const char* nameOf(pacs::Arrival arrival) {
    switch (arrival) {
    case pacs::Arrival::AlreadyThere:
        return "alreadyThere";
    case pacs::Arrival::Differs:
        return "differs";
    default:
        return "new";
    }
}

pacs::ReceiverOptions receiverOf(const ReceiveOptions& options) {
    pacs::ReceiverOptions receiver;
    receiver.aeTitle = options.own.ownAeTitle.value_or(receiver.aeTitle);
    receiver.port = options.own.ownPort.value_or(receiver.port);
    receiver.seconds = options.own.seconds.value_or(receiver.seconds);
    receiver.folder = pathFromUtf8(options.out);
    receiver.callers = options.callers;
    receiver.mostObjectBytes = options.mostMebibytes * kMebibyte;
    receiver.isLocal = options.isLocal;
    applyTls(options.own, receiver.tls);
    return receiver;
}

void receive(const ReceiveOptions& options, Console& console) {
    // The receiver's threads wait for each other before they tell, and nobody else prints meanwhile.
    std::mutex mutex;
    std::condition_variable_any changed;
    std::size_t arrived = 0;
    pacs::ReceiverOptions settings = receiverOf(options);
    settings.received = [&](const Result<pacs::StoredObject>& object) {
        const std::lock_guard lock(mutex);
        if (!object) return console.failed(object.error(), options.json);
        if (options.json)
            console.printObject(objectJson(*object));
        else
            console.print(objectInWords(*object));
        ++arrived;
        changed.notify_all();
    };
    settings.refused = [&](const Error& error) {
        const std::lock_guard lock(mutex);
        console.note(describeError(error));
    };
    std::unique_lock lock(mutex);
    auto receiver = pacs::Receiver::start(std::move(settings));
    if (!receiver && receiver.error().code == ErrorCode::InvalidArgument)
        return console.wrongUsage(receiver.error().detail);
    if (!receiver) return console.failed(receiver.error(), options.json);
    console.note("listening at port " + std::to_string((*receiver)->port()) + "; Ctrl-C ends it");
    changed.wait(lock, console.stopToken(), [&] { return options.count > 0 && arrived >= options.count; });
    lock.unlock();
    receiver->reset();
    console.note(counted(arrived, "object", "objects") + " received");
}

} // namespace

Json objectJson(const pacs::StoredObject& object) {
    return {{"path", toUtf8(object.file)},
            {"sopInstanceUid", object.instanceUid},
            {"arrival", nameOf(object.arrival)},
            {"from", object.sender}};
}

std::string objectInWords(const pacs::StoredObject& object) {
    switch (object.arrival) {
    case pacs::Arrival::AlreadyThere:
        return toUtf8(object.file) + " (was there already)";
    case pacs::Arrival::Differs:
        return toUtf8(object.file) + " (another content under the same UID; the first is kept, too)";
    default:
        return toUtf8(object.file);
    }
}

void addPacsReceiveCommand(CLI::App& pacs, ChosenWork& chosen) {
    auto options = std::make_shared<ReceiveOptions>();
    CLI::App* command =
        pacs.add_subcommand("receive", "Listens for objects that nodes send (C-STORE), until Ctrl-C");
    addOwnOptions(*command, options->own);
    command->add_option("--out", options->out, "Folder for the objects, UID.dcm each")->required();
    command->add_option("--from", options->callers, "AE titles that may send; none: all");
    command->add_option("--most-mib", options->mostMebibytes, "Larger objects are refused (1024)")
        ->check(CLI::Range(1, 1 << 20));
    command->add_option("--count", options->count, "End after so many objects");
    command->add_flag("--local", options->isLocal, "This computer alone can reach it");
    command->add_flag("--json", options->json, "JSON Lines on stdout");
    whenChosen(command, chosen, [options](Console& console) { receive(*options, console); });
}

} // namespace vertescore::cli
