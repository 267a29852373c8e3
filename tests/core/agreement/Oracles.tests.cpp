// SPDX-License-Identifier: GPL-3.0-or-later
// Every value of the reference results for the three public synthetic studies, with the tolerances of their
// checker.
#include "core/agreement/AgreementFiles.h"
#include "core/agreement/ReadRatings.h"
#include "core/agreement/resampling/ReadResamples.h"
#include "core/base/AtomicFile.h"
#include "tests/support/SharedTestData.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <map>

using namespace vertescore;

namespace {

using Values = std::map<std::string, std::optional<double>>;

Values oraclesOf(const nlohmann::json& oracles, const std::string& study) {
    Values values;
    for (const auto& [key, value] : oracles.at("values").items()) {
        if (!key.starts_with(study + "/")) continue;
        values[key] = value.is_null() ? std::nullopt : std::optional(value.get<double>());
    }
    return values;
}

Values resultsOf(const std::filesystem::path& folder, const std::string& study) {
    const auto table = readRatingsCsv(folder / (study + ".csv"));
    const auto sets = readResampleFolder(folder / "paired");
    REQUIRE(table);
    REQUIRE(sets);
    AgreementOptions options;
    options.study = study;
    options.bootstrap.regressionBca = true;
    options.resamples = [&sets](std::size_t n) -> const Resamples* {
        const auto found = sets->find(n);
        return found == sets->end() ? nullptr : &found->second;
    };
    Values values;
    for (const ReportedStatistic& one : listStatistics(makeAgreementReport(*table, options)))
        if (one.stratum.empty())
            values[study + '/' + one.condition + '/' + one.readers + '/' + one.unit + '/' + one.name] =
                one.value.value();
    return values;
}

bool has(const std::string& key, const char* part) {
    return key.find(part) != std::string::npos;
}

struct Tolerance {
    double relative = 1e-7;
    double absolute = 1e-9;
};

Tolerance toleranceOf(const std::string& key, const Values& oracles) {
    Tolerance tolerance;
    if (has(key, ".loa_") && has(key, "_exact_")) tolerance = {1e-6, 1e-6};
    if (key.ends_with("/kendall_w.p") || key.ends_with("/p_delta")) tolerance = {1e-5, 1e-9};
    const auto name = key.rfind("/kappa_");
    const auto dot = key.rfind('.');
    if (name == std::string::npos || dot == std::string::npos || dot < name) return tolerance;
    const std::string what = key.substr(dot);
    if (what == ".est") return tolerance;
    const auto error = oracles.find(key.substr(0, dot) + (what == ".se0" ? ".se0" : ".se"));
    const bool isZero = error != oracles.end() && error->second && *error->second < 1e-9;
    if (isZero) tolerance.absolute = 1e-4; // the reference's zero is the root of a rounding error
    return tolerance;
}

bool isEqual(const std::optional<double>& result, const std::optional<double>& oracle,
             const Tolerance& tolerance) {
    if (!result || !oracle) return result.has_value() == oracle.has_value();
    return std::abs(*result - *oracle) <= tolerance.absolute + tolerance.relative * std::abs(*oracle);
}

std::string textOf(const std::optional<double>& value) {
    return value ? numberText(*value) : "undefined";
}

void compareStudy(const std::string& study, std::size_t expectedCount) {
    const auto folder = vertescore::test::sharedTestData("agreement");
    if (!folder) VERTESCORE_SKIP("no shared test data");
    const auto text = readFile(*folder / "oracles.json");
    REQUIRE(text);
    const Values oracles = oraclesOf(nlohmann::json::parse(*text), study),
                 results = resultsOf(*folder, study);
    CHECK(oracles.size() == expectedCount);
    std::size_t mismatches = 0;
    for (const auto& [key, oracle] : oracles) {
        const auto found = results.find(key);
        static const std::optional<double> none;
        const std::optional<double>& result = found == results.end() ? none : found->second;
        if (isEqual(result, oracle, toleranceOf(key, oracles))) continue;
        ++mismatches;
        UNSCOPED_INFO(key << ": reference " << textOf(oracle) << ", ours " << textOf(result));
    }
    CHECK(mismatches == 0);
}

} // namespace

TEST_CASE("four readers with gaps equal the reference in all 5262 values", "[oracles]") {
    compareStudy("reader_study", 5262);
}

TEST_CASE("two readers of 32 images equal the reference in all 1518 values", "[oracles]") {
    compareStudy("reader_study_32", 1518);
}

TEST_CASE("degenerate tables equal the reference in all 1258 values", "[oracles]") {
    compareStudy("edge_study", 1258);
}
