// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/PacsNode.h"

#include <optional>
#include <string>
#include <vector>

namespace vertescore::pacs {

enum class QueryLevel { Study, Series, Image };

/// What to look for; empty fields match everything. Wildcards * and ? work in texts, as the node has it.
/// Patient, dates and accession number are asked at the level of studies alone. UTF-8.
struct Query {
    QueryLevel level = QueryLevel::Study;
    std::string patientId = {};
    std::string patientName = {}; ///< FAMILY^GIVEN
    std::string dateFrom = {};    ///< YYYYMMDD, inclusive
    std::string dateTo = {};
    std::string modality = {}; ///< of a series, or any in a study
    std::string accession = {};
    std::string studyUid = {};     ///< needed below studies
    std::string seriesUid = {};    ///< needed for images
    std::size_t mostRows = 100000; ///< then the rest is left out
};

/// One answer; what the node did not say is empty. UTF-8. Patient data: never to a log.
struct QueryRow {
    std::string studyUid;
    std::string seriesUid;
    std::string instanceUid;
    std::string classUid;
    std::string patientId;
    std::string patientName;
    std::string date; ///< of the study, YYYYMMDD
    std::string time;
    std::string accession;
    std::string modality; ///< of the series; of a study all, with commas
    std::string description;
    std::optional<int> number; ///< of the series or the image
    std::optional<int> images; ///< in the study or the series
};

struct QueryRows {
    std::vector<QueryRow> rows;
    bool isCutOff = false; ///< there are more
};

/// C-FIND in the study root model (PS3.4 C.6.2). Blocks; any thread. Errors: those of echoNode, and
/// InvalidArgument (dates, a level without the UID above it).
Result<QueryRows> findAt(const PacsNode& node, const Query& query, const PacsWork& work = {});

} // namespace vertescore::pacs
