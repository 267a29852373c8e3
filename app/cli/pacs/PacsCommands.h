// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "core/pacs/Retrieve.h"

#include <nlohmann/json_fwd.hpp>

namespace vertescore::cli {

void addPacsEchoCommand(CLI::App& pacs, ChosenWork& chosen);
void addPacsFindCommand(CLI::App& pacs, ChosenWork& chosen);
void addPacsRetrieveCommand(CLI::App& pacs, ChosenWork& chosen, pacs::RetrieveBy by);
void addPacsSendCommand(CLI::App& pacs, ChosenWork& chosen);
void addPacsReceiveCommand(CLI::App& pacs, ChosenWork& chosen);

/// {"path":...,"sopInstanceUid":...,"arrival":"new|alreadyThere|differs","from":AE title}
nlohmann::ordered_json objectJson(const pacs::StoredObject& object);
/// "FILE (already there)".
std::string objectInWords(const pacs::StoredObject& object);

} // namespace vertescore::cli
