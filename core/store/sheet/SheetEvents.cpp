// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sheet/SheetEvents_p.h"

#include <algorithm>
#include <cmath>

namespace vertescore {

namespace {

void checkAsked(const StudySettings& settings) {
    if (!settings.asksAac8) refuse(ErrorCode::NotAllowed, "this study does not ask for AAC-8");
}

/// Turns each kind of edit into its event.
struct EventMaker {
    const StudySettings& settings;
    const ReadingContext& context;

    ReadingEvent operator()(const CellEdit& edit) const {
        checkCell(edit.cell);
        if (edit.cell.measured.value_or(1) > 1)
            refuse(ErrorCode::InvalidArgument, "a share is at most the whole wall");
        ReadingEvent event;
        event.kind = EventKind::Cell;
        event.segment = edit.segment;
        event.wall = edit.wall;
        event.cell = edit.cell;
        return event;
    }
    ReadingEvent operator()(const Aac8Edit& edit) const {
        checkAsked(settings);
        checkCell(edit.cell, kHighestAac8);
        ReadingEvent event;
        event.kind = EventKind::Aac8;
        event.wall = edit.wall;
        event.cell = edit.cell;
        return event;
    }
    ReadingEvent operator()(const StretchesEdit& edit) const {
        if (!context.landmarks)
            refuse(ErrorCode::InvalidArgument, "stretches are measured between guides, and there are none");
        checkStretches(edit.stretches);
        ReadingEvent event;
        event.kind = EventKind::Stretches;
        event.wall = edit.wall;
        event.stretches = edit.stretches;
        return event;
    }
};

} // namespace

void checkCell(const ScoreCell& cell, int highest) {
    if (cell.grade && cell.notReadable)
        refuse(ErrorCode::InvalidArgument, "a cell has a grade or a reason, not both");
    if (cell.grade && (*cell.grade < 0 || *cell.grade > highest))
        refuse(ErrorCode::InvalidArgument, "grades go from 0 to " + std::to_string(highest));
    if (cell.measured && !(*cell.measured > 0 && std::isfinite(*cell.measured)))
        refuse(ErrorCode::InvalidArgument, "what was measured is no length");
    if (cell.followsMeasured && (!cell.grade || !cell.measured))
        refuse(ErrorCode::InvalidArgument, "a grade that follows a measure needs both");
}

void checkStretches(const WallStretches& stretches) {
    if (!std::ranges::all_of(stretches, liesOnWall))
        refuse(ErrorCode::InvalidArgument, "a stretch lies nowhere on the wall");
}

bool isAnswered(const ScoreSheet& sheet, const StudySettings& settings) {
    return sheet.isComplete() && (!settings.asksAac8 || sheet.aac8.isComplete());
}

void checkSheet(const ScoreSheet& sheet, const StudySettings& settings) {
    for (const auto& place : kAnswerPlaces)
        checkCell(sheet.at(place), place.highestGrade());
    if (!sheet.aac8.isBlank()) checkAsked(settings);
    if (!sheet.isComplete()) refuse(ErrorCode::NotAllowed, "a cell is still blank");
    if (!sheet.aac8.isBlank() && !sheet.aac8.isComplete())
        refuse(ErrorCode::NotAllowed, "AAC-8 of one wall is still blank");
}

ReadingEvent eventOf(const SheetEdit& edit, const StudySettings& settings, const ReadingContext& context) {
    return std::visit(EventMaker{settings, context}, edit);
}

SheetEdit answerEdit(const AnswerPlace& place, const ScoreCell& cell) {
    if (place.segment) return CellEdit{*place.segment, place.wall, cell};
    return Aac8Edit{place.wall, cell};
}

std::vector<SheetEdit> editsOf(const ScoreSheet& sheet) {
    std::vector<SheetEdit> edits;
    for (const auto& place : kAnswerPlaces)
        if (const auto& cell = sheet.at(place); !cell.isBlank()) edits.push_back(answerEdit(place, cell));
    return edits;
}

} // namespace vertescore
