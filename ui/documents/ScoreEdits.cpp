// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ScanDocument that grades and marks.
#include "core/base/Assert.h"
#include "ui/documents/SayLandmarks.h"
#include "ui/documents/ScanDocument.h"

namespace vertescore {
namespace {

int gradeThatFollows(const CellAddress& cell, double measured, const ScoringRules& rules) {
    return cell.isAac8() ? aac8OfLength(measured) : measuredGrade(measured, rules);
}

} // namespace

void ScanDocument::setCell(CellAddress cell, const ScoreCell& value) {
    VERTESCORE_ASSERT(!value.grade || (*value.grade >= 0 && *value.grade <= cell.highestGrade()));
    if (cell.isAac8() && !m_rules.asksAac8) return;
    ScoreContent next = m_content.scores;
    ScoreCell& answer = next.sheet.at(cell);
    answer = {value.grade, value.notReadable, answer.measured, false};
    next.readWith[indexOf(cell)] = value.isBlank() ? Guides{} : guidesOf(cell, guides());
    const bool isFront = cell.wall == Wall::Anterior;
    if (cell.isAac8())
        pushScores(isFront ? tr("Grade AAC-8 anterior") : tr("Grade AAC-8 posterior"), std::move(next));
    else
        pushScores((isFront ? tr("Grade %1 anterior") : tr("Grade %1 posterior")).arg(say(*cell.segment)),
                   std::move(next));
}

void ScanDocument::takeMeasured(CellAddress cell) {
    ScoreContent next = m_content.scores;
    ScoreCell& answer = next.sheet.at(cell);
    if (!answer.measured) return;
    const double measured = *answer.measured;
    answer = {gradeThatFollows(cell, measured, m_rules), std::nullopt, measured, true};
    next.readWith[indexOf(cell)] = guidesOf(cell, guides());
    pushScores(tr("Take the measured grade"), std::move(next));
}

void ScanDocument::markStretch(Wall wall, PixelPoint from, PixelPoint to, std::optional<GestureId> gesture) {
    WallStretches stretches = editStart(gesture).scores.stretches[static_cast<std::size_t>(wall)];
    if (const auto stretch = measuredStretch(guides(), from, to)) stretches.push_back(*stretch);
    pushStretches(tr("Mark calcification"), wall, std::move(stretches), gesture);
}

void ScanDocument::wipeStretch(Wall wall, PixelPoint from, PixelPoint to, std::optional<GestureId> gesture) {
    WallStretches stretches = editStart(gesture).scores.stretches[static_cast<std::size_t>(wall)];
    if (const auto wiped = measuredStretch(guides(), from, to))
        stretches = withErased(stretches, guides(), wiped->from, wiped->to);
    pushStretches(tr("Wipe marks"), wall, std::move(stretches), gesture);
}

void ScanDocument::pushStretches(const QString& text, Wall wall, WallStretches stretches,
                                 std::optional<GestureId> gesture) {
    if (!canMark()) return;
    // Marks that were made with other guides are measured with those of now before anything is added to them.
    auto measured = measuredAgain(stretches, guides());
    if (!measured) return;
    pushScores(text, withStretches(editStart(gesture).scores, wall, *std::move(measured)), gesture);
}

/// The scores when these are the wall's stretches, measured with the guides of now.
ScoreContent ScanDocument::withStretches(ScoreContent scores, Wall wall, WallStretches stretches) const {
    const ScoreSheet before = scores.sheet;
    const auto heights = segmentHeights(landmarks(), guides(), scan().geometry.spacing);
    scores.sheet = withMeasured(before, wall, stretches, heights, m_rules);
    scores.stretches[static_cast<std::size_t>(wall)] = std::move(stretches);
    for (const CellAddress& cell : kAnswerPlaces) {
        const ScoreCell& answer = scores.sheet.at(cell);
        if (answer == before.at(cell)) continue;
        // What a person chose was read with the guides that it names; only what follows was read with these.
        if (answer.isBlank()) scores.readWith[indexOf(cell)] = {};
        if (answer.followsMeasured) scores.readWith[indexOf(cell)] = guidesOf(cell, guides());
    }
    return scores;
}

void ScanDocument::clearScores() {
    pushScores(tr("Clear all grades"), ScoreContent{});
}

/// Every wall's marks measured with the guides of now. keepGrades: a grade that would change is kept, as one
/// that a person chose.
ScoreContent ScanDocument::withGradesAsMeasuredNow(bool keepGrades) const {
    ScoreContent next = m_content.scores;
    for (const Wall wall : kWalls)
        if (auto measured = measuredAgain(stretches(wall), guides()); measured && !stretches(wall).empty())
            next = withStretches(std::move(next), wall, *std::move(measured));
    for (const CellAddress& cell : kAnswerPlaces) {
        const ScoreCell& before = sheet().at(cell);
        ScoreCell& now = next.sheet.at(cell);
        if (keepGrades && !before.isBlank() && before.grade != now.grade)
            now = {before.grade, before.notReadable, now.measured, false};
        if (now.isBlank() || (!keepGrades && !now.followsMeasured)) continue;
        next.readWith[indexOf(cell)] = guidesOf(cell, guides());
    }
    return next;
}

void ScanDocument::rebindScores() {
    pushScores(tr("Keep the grades"), withGradesAsMeasuredNow(true));
}

void ScanDocument::measureAgain() {
    if (canMark()) pushScores(tr("Measure the marks again"), withGradesAsMeasuredNow(false));
}

} // namespace vertescore
