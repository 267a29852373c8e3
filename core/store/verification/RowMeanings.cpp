// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verification/RowMeanings_p.h"

#include "core/store/coordination/Truths_p.h"
#include "core/store/rows/LandmarkText_p.h"
#include "core/store/sheet/EventRows_p.h"

#include <nlohmann/json.hpp>

namespace vertescore {

namespace {

/// Reads each row's text; `select` gives number and text.
template <typename Read>
void readEach(Database& database, const std::string& table, const std::string& select, Read read,
              std::vector<std::string>& findings) {
    auto row = database.statement(select);
    while (row.executeStep()) {
        const auto tell = [&](const std::string& why) {
            findings.push_back(table + " " + std::to_string(row.getColumn(0).getInt64()) + ": " + why);
        };
        try {
            read(row.getColumn(1).getString());
        } catch (const Refusal& refusal) {
            tell(refusal.detail);
        } catch (const nlohmann::json::exception& problem) {
            tell(problem.what());
        }
    }
}

} // namespace

void findUnreadableRows(Database& database, std::vector<std::string>& findings) {
    const auto reason = [](const std::string& text) { known(notReadableReasonFromName(text), text); };
    readEach(database, "reading_events",
             "SELECT min(id), not_readable FROM reading_events WHERE not_readable IS NOT NULL"
             " GROUP BY not_readable",
             reason, findings);
    readEach(database, "reading_events",
             "SELECT id, stretches FROM reading_events WHERE stretches IS NOT NULL", stretchesFromText,
             findings);
    readEach(database, "landmark_versions", "SELECT id, content FROM landmark_versions", landmarksFromText,
             findings);
    readEach(database, "truths", "SELECT id, content FROM truths", truthFromText, findings);
}

} // namespace vertescore
