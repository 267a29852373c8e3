// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/ScanGeometry.h"
#include "core/landmarks/Landmarks.h"
#include "ui/documents/LandmarkChange.h"

#include <QString>

/// The scan's own values in the user's language.
namespace vertescore {

QString say(Level level); ///< "L1": the same in every language
QString say(Segment segment);
QString say(Corner corner); ///< "superior anterior"
QString say(PointState state);
QString say(PointAddress point); ///< "L2, superior anterior corner"
/// What is wrong, as shown beside the vertebra: "overlaps L3".
QString say(const LandmarkProblem& problem);
QString say(MissingReason reason);
QString say(SpacingSource source);
/// "within 3.2 px (about 1.1 mm) nine times in ten"; no mm where the spacing is unknown. Where pixels
/// are not square the mm are those of the circle of the same area. radiusPx: Landmark::uncertaintyPx.
QString sayUncertainty(double radiusPx, const ScanGeometry& geometry);
/// What is known of how well a point is placed, after a comma: the network's uncertainty, or that it came in
/// whole pixels; empty: nothing is known.
QString sayPrecision(const Landmark& landmark, const ScanGeometry& geometry);

} // namespace vertescore
