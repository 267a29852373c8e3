// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/DocumentContent.h"
#include "ui/documents/LandmarkChange.h"

namespace vertescore {

// What each edit makes of the points, as pure functions of values: ScanDocument wraps their results into
// commands. A locked point stays where it is in all of them but may be confirmed. Any thread.

Landmarks withMoved(const Landmarks& start, PointAddress point, PixelPoint to);
Landmarks withVertebraMoved(const Landmarks& start, Level level, PixelPoint by);
Landmarks withConfirmed(const Landmarks& start, Level level); ///< points that have a position and are visible
Landmarks withNotVisible(const Landmarks& start, PointAddress point, bool notVisible);
Landmarks withLocked(const Landmarks& start, PointAddress point, bool locked);
Landmarks withCleared(const Landmarks& start, PointAddress point);
Landmarks withRestored(const Landmarks& start, PointAddress point, const Landmarks& network);

/// Anterior and posterior points swap their names; nothing moves in the picture. Also for the network's
/// answer.
LandmarkContent withAnterior(const LandmarkContent& start, AnteriorSide side);

/// The network's new points, except that (with keepEdited) those stay that a person edited, confirmed,
/// locked, or marked as not visible. While such points stay, so does the anterior side, since they were named
/// by it.
LandmarkContent withDetection(const LandmarkContent& start, const Detection& detection, bool keepEdited);

/// Points of a file from elsewhere: those that it has, but where a person edited, confirmed or locked one, or
/// marked it as not visible. The others stay as they are. While a person's points stay, so does the anterior
/// side.
LandmarkContent withImported(const LandmarkContent& start, const Landmarks& imported);

/// Points from a file with the network's answer that they go back to, named as they are: people may have
/// shifted the labels or changed the anterior side since. The shift is the one that brings points of the same
/// name closest together.
LandmarkContent withPrediction(const Landmarks& landmarks, const Detection& detection);

/// Grades move with their vertebra; those that leave L1...L4 are gone.
ScoreContent withShiftedScores(const ScoreContent& start, int levels);

/// A person decided about this point: nothing but a person may change it.
bool isFromPerson(const LandmarkContent& content, PointAddress point);
bool hasPersonPoint(const LandmarkContent& content);

LandmarkChange differenceOf(const Landmarks& a, const Landmarks& b);
ScoreChange differenceOf(const ScoreContent& a, const ScoreContent& b);

} // namespace vertescore
