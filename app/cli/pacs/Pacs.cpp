// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/pacs/PacsCommands.h"

namespace vertescore::cli {

void addPacsCommand(CLI::App& program, ChosenWork& chosen) {
    CLI::App* pacs =
        program.add_subcommand("pacs", "Talks to archives: DICOM query, retrieve, send, receive");
    pacs->require_subcommand(1);
    addPacsEchoCommand(*pacs, chosen);
    addPacsFindCommand(*pacs, chosen);
    addPacsRetrieveCommand(*pacs, chosen, pacs::RetrieveBy::Get);
    addPacsRetrieveCommand(*pacs, chosen, pacs::RetrieveBy::Move);
    addPacsSendCommand(*pacs, chosen);
    addPacsReceiveCommand(*pacs, chosen);
}

} // namespace vertescore::cli
