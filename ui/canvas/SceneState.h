// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/OverlayOptions.h"
#include "ui/canvas/picture/ViewTransform.h"
#include "ui/documents/LandmarkChange.h"

#include <QString>

#include <optional>

namespace vertescore {

class ScanDocument;

/// Something that can be grabbed: a corner, or the handle that moves a vertebra or the whole spine.
struct Handle {
    enum class Kind { Point, Vertebra, Spine };
    Kind kind = Kind::Point;
    PointAddress point; ///< of Point; of Vertebra its level; else without meaning
    friend bool operator==(const Handle&, const Handle&) = default;
};

/// All that the items over a scan are drawn from: the document, and the view's own state.
struct SceneState {
    const ScanDocument* document = nullptr; ///< not owned; nothing is drawn without
    ViewTransform transform;
    QSizeF size; ///< of the widget, logical units
    OverlayOptions overlays;
    GuideMode guideMode = GuideMode::Editable;
    bool overlaysHidden = false;
    bool blinded = false;
    QString caption;
    std::optional<PointAddress> selected;
    std::optional<Handle> hovered;
    std::optional<Handle> dragged;
    std::optional<CellAddress> gradingCell;

    /// Marks of anybody may be seen: not in the arm without guides, not while they are hidden.
    bool showsMarks() const { return document && !overlaysHidden && guideMode != GuideMode::None; }
    /// Points can be grabbed: never while a cell is graded, where an arrow key or a slip must not move a
    /// corner.
    bool canEdit() const;
    bool canMark() const; ///< calcified stretches, on the wall under grading
};

/// Around all points and the ROI curve, source pixels; nothing where no point has a position.
std::optional<QRectF> spineArea(const SceneState& state);

// Geometry that drawing and picking share. Widget units; nothing where the points for it are missing.
std::optional<QPointF> pointPlace(const SceneState& state, PointAddress point);
std::optional<QPointF> vertebraHandlePlace(const SceneState& state, Level level);
std::optional<QPointF> spineHandlePlace(const SceneState& state);
/// Unit step in widget x towards the patient's front.
double anteriorDirection(const SceneState& state);

/// What a press here would grab: the nearest of what can be grabbed, within a generous reach.
std::optional<Handle> pickHandle(const SceneState& state, QPointF place);

} // namespace vertescore
