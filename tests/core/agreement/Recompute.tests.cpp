// SPDX-License-Identifier: GPL-3.0-or-later
// The scripts of a report run in other people's packages: here the Python one, with what is installed.
#include "core/agreement/ReadRatings.h"
#include "core/agreement/scripts/RecomputeFiles.h"
#include "core/base/AtomicFile.h"
#include "tests/support/SharedTestData.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace vertescore;
using vertescore::test::TemporaryFolder;

namespace {

int exitCodeOf(const std::string& command) {
    const int status = std::system(command.c_str());
    return status < 0 ? status : status >> 8;
}

/// A Python that has the packages; the system's before one that a user put in front of it.
std::optional<std::string> pythonWithPackages() {
    for (const std::string python : {"/usr/bin/python3", "python3"})
        if (exitCodeOf(python + " -c 'import numpy, scipy.stats, sklearn.metrics' >/dev/null 2>&1") == 0)
            return python;
    return std::nullopt;
}

struct ScriptRun {
    int exitCode = -1;
    std::string out;
};

ScriptRun runScript(const std::string& python, const TemporaryFolder& folder) {
    const auto out = folder / "out.txt";
    ScriptRun run;
    run.exitCode = exitCodeOf(python + " '" + (folder / "recompute.py").string() + "' >'" + out.string() +
                              "' 2>>'" + out.string() + "'");
    run.out = readFile(out).value_or(std::string());
    return run;
}

ScoreSheet sheetOf(const std::array<int, 8>& grades) {
    ScoreSheet sheet;
    std::size_t next = 0;
    for (const Segment segment : kSegments)
        for (const Wall wall : kWalls)
            sheet.at(segment, wall).grade = grades[next++];
    return sheet;
}

/// Three readers with names that need quoting, two conditions; second sessions, a consensus, walls that are
/// not readable, and levels on which everyone says 0.
RatingTable awkwardStudy() {
    const std::string readers[] = {"Ann, A.", "R \"2\"", "Zoë"};
    RatingTable table;
    for (int image = 0; image < 24; ++image) {
        for (int reader = 0; reader < 3; ++reader) {
            for (const std::string condition : {"ivg", "no_ivg"}) {
                const int off =
                    condition == "no_ivg" ? (image * 7 + reader * 5) % 3 : (image + reader) % 7 == 0;
                const int severity = image % 4;
                ScoreSheet sheet = sheetOf({0, 0, std::min(3, severity / 2 + off / 2), severity / 2, severity,
                                            std::min(3, severity + off), std::min(3, 1 + off), image % 3});
                sheet.aac8.at(Wall::Anterior).grade = std::min(4, severity + off);
                if (image != 7) sheet.aac8.at(Wall::Posterior).grade = severity;
                if (image == 7) sheet.aac8.at(Wall::Posterior).notReadable = NotReadableReason::Motion;
                if (image == 5 && reader == 1)
                    sheet.at(Segment::L4, Wall::Posterior) = {std::nullopt, NotReadableReason::Noise};
                const RatingKey key{"I" + std::to_string(image), readers[reader], condition, "1"};
                REQUIRE(table.add(key, {sheet, {}}));
                RatingKey again = key;
                again.session = "1.2";
                if (image < 4) REQUIRE(table.add(again, {sheetOf({3, 3, 3, 3, 3, 3, 3, 3}), {}}));
            }
        }
        const RatingKey settled{"I" + std::to_string(image), "consensus", "ivg", "1"};
        if (image % 6 == 0) REQUIRE(table.add(settled, {sheetOf({1, 1, 1, 1, 1, 1, 1, 1}), {}}));
    }
    return table;
}

void writeFor(const RatingTable& table, const TemporaryFolder& folder) {
    AgreementOptions options;
    options.study = "A study; with 'quotes' and \"others\"";
    options.resamples = drawnResamples(49, 1);
    REQUIRE(writeRecomputeFiles(folder.path(), table, makeAgreementReport(table, options)));
}

} // namespace

TEST_CASE("a folder for recomputing has the readings, the numbers and a script in two languages",
          "[recompute]") {
    TemporaryFolder folder;
    writeFor(awkwardStudy(), folder);
    for (const char* name : {"ratings.csv", "agreement.csv", "recompute.py", "recompute.R"}) {
        CAPTURE(name);
        const auto text = readFile(folder / name);
        REQUIRE(text);
        CHECK_THAT(*text, Catch::Contains("For research use only. Not for diagnosis."));
        CHECK_THAT(*text, !Catch::Contains("@"));
    }
    const auto ratings = readRatingsCsv(folder / "ratings.csv");
    REQUIRE(ratings);
    CHECK(*ratings == awkwardStudy());
}

TEST_CASE("the bounds of a study's categories stand in its scripts", "[recompute]") {
    AgreementReport report;
    report.bounds = {3, 17};
    for (const RecomputeFile& file : recomputeFiles({}, report)) {
        if (file.name == "recompute.py") CHECK_THAT(file.content, Catch::Contains("HIGH_FROM = 3, 17\n"));
        if (file.name == "recompute.R") CHECK_THAT(file.content, Catch::Contains("highFrom <- 17\n"));
    }
}

TEST_CASE("Python's packages find the report's numbers again", "[recompute]") {
    const auto python = pythonWithPackages();
    if (!python) VERTESCORE_SKIP("no python3 with numpy, scipy and scikit-learn");
    TemporaryFolder folder;
    writeFor(awkwardStudy(), folder);
    const ScriptRun run = runScript(*python, folder);
    INFO(run.out);
    CHECK(run.exitCode == 0);
    CHECK_THAT(run.out, Catch::Contains(", differing: 0,"));
    CHECK_THAT(run.out, Catch::Contains("AAC-8     icc21.est"));
    for (const char* statistic :
         {"kappa_lin.se", "gwet_ac2_quad.ci_hi", "pearson.ci_lo", "spearman.bw_hi", "kendall_tau_b.est",
          "icc21.lo", "icc2k.hi", "ba.loa_hi_exact_lo", "kappa_lin/diff"})
        CHECK_THAT(run.out, Catch::Contains(statistic));
    // L1 is 0 everywhere: said to be undefined, not made up.
    CHECK_THAT(run.out, Catch::Contains("noExpectedDisagreement"));
    CHECK_THAT(run.out, !Catch::Contains("not defined in the report: 0,"));
    // With guides all three pairs agree wholly on L2: the six ICCs divide by no error there (estimate and two
    // limits each), and Spearman's interval has no width (two limits). The script leaves such cells out.
    CHECK_THAT(run.out, Catch::Contains("left out here: " + std::to_string(3 * (6 * 3 + 2)) + "\n"));
}

TEST_CASE("a report's number that was changed afterwards is found by the script", "[recompute]") {
    const auto python = pythonWithPackages();
    if (!python) VERTESCORE_SKIP("no python3 with numpy, scipy and scikit-learn");
    TemporaryFolder folder;
    writeFor(awkwardStudy(), folder);
    auto text = readFile(folder / "agreement.csv").value();
    const std::string before = ",L3,,icc21.est,0.";
    const auto at = text.find(before);
    REQUIRE(at != std::string::npos);
    auto& digit = text[at + before.size()];
    digit = digit == '9' ? '8' : static_cast<char>(digit + 1);
    REQUIRE(writeFileAtomically(folder / "agreement.csv", text));
    const ScriptRun run = runScript(*python, folder);
    CHECK(run.exitCode == 1);
    CHECK_THAT(run.out, Catch::Contains("DIFFERS") && Catch::Contains(", differing: 1,"));
}

TEST_CASE("a script without its files says which one is missing", "[recompute]") {
    const auto python = pythonWithPackages();
    if (!python) VERTESCORE_SKIP("no python3 with numpy, scipy and scikit-learn");
    TemporaryFolder folder;
    writeFor(awkwardStudy(), folder);
    std::filesystem::remove(folder / "ratings.csv");
    const ScriptRun run = runScript(*python, folder);
    CHECK(run.exitCode == 2);
    CHECK_THAT(run.out, Catch::Contains("ratings.csv"));
}

TEST_CASE("Python's packages find the numbers of four readers with gaps again", "[recompute]") {
    const auto python = pythonWithPackages();
    const auto data = vertescore::test::sharedTestData("agreement");
    if (!python || !data) VERTESCORE_SKIP("no python3 with its packages, or no shared test data");
    for (const std::string study : {"reader_study", "edge_study"}) {
        TemporaryFolder folder;
        const auto table = readRatingsCsv(*data / (study + ".csv"));
        REQUIRE(table);
        writeFor(*table, folder);
        const ScriptRun run = runScript(*python, folder);
        INFO(run.out);
        CHECK(run.exitCode == 0);
    }
}
