// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/ScanDocument.h"

#include "core/base/Assert.h"
#include "core/guides/BuildGuides.h"
#include "ui/commands/LandmarkCommands.h"
#include "ui/commands/ScoreCommands.h"
#include "ui/documents/LandmarkEdits.h"
#include "ui/documents/SayLandmarks.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

// Coordinates that went through a file may differ in their last digits; that moved nothing.
constexpr double kSamePlacePx = 1e-3;

bool isSamePlace(PixelPoint a, PixelPoint b) {
    return distance(a, b) <= kSamePlacePx;
}

bool isSameGuide(const std::optional<Guide>& a, const std::optional<Guide>& b) {
    if (!a || !b) return a.has_value() == b.has_value();
    return isSamePlace(a->anterior, b->anterior) && isSamePlace(a->posterior, b->posterior);
}

} // namespace

struct ScanDocument::Derived {
    std::optional<Guides> guides;
    std::optional<Result<Roi>> roi;
    std::optional<std::vector<LandmarkProblem>> problems;
};

ScanDocument::ScanDocument(ReadyScan scan, DocumentContent content, QObject* parent)
    : QObject(parent), m_ready(std::move(scan)), m_content(std::move(content)),
      m_derived(std::make_unique<Derived>()) {
    VERTESCORE_ASSERT(m_ready.scan != nullptr);
}

ScanDocument::~ScanDocument() = default;

const Guides& ScanDocument::guides() const {
    if (!m_derived->guides) m_derived->guides = buildGuides(landmarks());
    return *m_derived->guides;
}

const Result<Roi>& ScanDocument::roi() const {
    if (!m_derived->roi) {
        CropOptions options;
        options.factor = m_factor;
        m_derived->roi = cropRoi(guides(), scan().geometry, blackMask(), options);
    }
    return *m_derived->roi;
}

const std::vector<LandmarkProblem>& ScanDocument::problems() const {
    if (!m_derived->problems) m_derived->problems = findProblems(landmarks());
    return *m_derived->problems;
}

const BlackMask& ScanDocument::blackMask() const {
    if (!m_ready.blackMask) m_ready = makeReady(m_ready.scan);
    return *m_ready.blackMask;
}

bool ScanDocument::isStale(CellAddress cell) const {
    if (sheet().at(cell).isBlank()) return false;
    const Guides now = guidesOf(cell, guides());
    const Guides& readWith = m_content.scores.readWith[indexOf(cell)];
    return !std::equal(now.guides.begin(), now.guides.end(), readWith.guides.begin(), isSameGuide);
}

bool ScanDocument::hasStaleScores() const {
    return std::any_of(kAnswerPlaces.begin(), kAnswerPlaces.end(),
                       [this](const CellAddress& cell) { return isStale(cell); });
}

bool ScanDocument::isAnswered() const {
    return sheet().isComplete() && (!m_rules.asksAac8 || sheet().aac8.isComplete());
}

bool ScanDocument::canMark() const {
    return m_scoresEditable && guides().isComplete();
}

std::optional<PointAddress> ScanDocument::nextUnset() const {
    for (const Level level : kLevels) {
        for (const Corner corner : kCorners) {
            if (landmarks().at(level).at(corner).state == PointState::Unset)
                return PointAddress{level, corner};
        }
    }
    return std::nullopt;
}

void ScanDocument::setFactor(double factor) {
    const double clamped = std::clamp(factor, kSmallestFactor, kLargestFactor);
    if (clamped == m_factor) return;
    m_factor = clamped;
    m_derived->roi.reset();
    Q_EMIT factorChanged(m_factor);
}

void ScanDocument::setEditable(bool landmarks, bool scores) {
    if (landmarks == m_landmarksEditable && scores == m_scoresEditable) return;
    m_landmarksEditable = landmarks;
    m_scoresEditable = scores;
    Q_EMIT editableChanged();
}

void ScanDocument::markSaved() {
    setSaveState(SaveState::Saved);
}

void ScanDocument::markSaveFailed() {
    setSaveState(SaveState::Failed);
}

void ScanDocument::setSaveState(SaveState state) {
    if (state == m_saveState) return;
    m_saveState = state;
    Q_EMIT saveStateChanged(state);
}

GestureId ScanDocument::beginGesture() {
    endGesture();
    m_gestureStart = m_content;
    return GestureId{++m_lastGesture};
}

void ScanDocument::endGesture() {
    m_gestureStart.reset();
    if (std::exchange(m_changedInGesture, false)) Q_EMIT settled();
}

const DocumentContent& ScanDocument::editStart(std::optional<GestureId> gesture) const {
    const bool isCurrent = gesture && m_gestureStart && *gesture == GestureId{m_lastGesture};
    return isCurrent ? *m_gestureStart : m_content;
}

void ScanDocument::moveCorner(PointAddress point, PixelPoint to, std::optional<GestureId> gesture) {
    pushLandmarks(tr("Move a corner of %1").arg(say(point.level)),
                  withMoved(editStart(gesture).points.landmarks, point, to), gesture);
}

void ScanDocument::moveVertebra(Level level, PixelPoint by, std::optional<GestureId> gesture) {
    pushLandmarks(tr("Move %1").arg(say(level)),
                  withVertebraMoved(editStart(gesture).points.landmarks, level, by), gesture);
}

void ScanDocument::moveSpine(PixelPoint by, std::optional<GestureId> gesture) {
    Landmarks next = editStart(gesture).points.landmarks;
    for (const Level level : kLevels)
        next = withVertebraMoved(next, level, by);
    pushLandmarks(tr("Move the spine"), std::move(next), gesture);
}

void ScanDocument::nudge(PointAddress point, PixelPoint by, std::optional<GestureId> gesture) {
    const auto& position = landmarks().at(point.level).at(point.corner).position;
    if (position) moveCorner(point, {position->x + by.x, position->y + by.y}, gesture);
}

void ScanDocument::confirm(Level level) {
    pushLandmarks(tr("Confirm %1").arg(say(level)), withConfirmed(landmarks(), level));
}

void ScanDocument::confirmAll() {
    Landmarks next = landmarks();
    for (const Level level : kLevels)
        next = withConfirmed(next, level);
    pushLandmarks(tr("Confirm all points"), std::move(next));
}

void ScanDocument::setNotVisible(PointAddress point, bool notVisible) {
    pushLandmarks(notVisible ? tr("Mark a corner of %1 as not visible").arg(say(point.level))
                             : tr("Mark a corner of %1 as visible").arg(say(point.level)),
                  withNotVisible(landmarks(), point, notVisible));
}

void ScanDocument::setLocked(PointAddress point, bool locked) {
    pushLandmarks(locked ? tr("Lock a corner of %1").arg(say(point.level))
                         : tr("Unlock a corner of %1").arg(say(point.level)),
                  withLocked(landmarks(), point, locked));
}

void ScanDocument::clearPoint(PointAddress point) {
    pushLandmarks(tr("Clear a corner of %1").arg(say(point.level)), withCleared(landmarks(), point));
}

void ScanDocument::clearVertebra(Level level) {
    Landmarks next = landmarks();
    for (const Corner corner : kCorners)
        next = withCleared(next, {level, corner});
    pushLandmarks(tr("Clear %1").arg(say(level)), std::move(next));
}

void ScanDocument::clearAll() {
    Landmarks next = landmarks();
    for (const Level level : kLevels) {
        for (const Corner corner : kCorners)
            next = withCleared(next, {level, corner});
    }
    pushLandmarks(tr("Clear all points"), std::move(next));
}

void ScanDocument::restorePoint(PointAddress point) {
    if (!detection()) return;
    pushLandmarks(tr("Restore a corner of %1").arg(say(point.level)),
                  withRestored(landmarks(), point, detection()->landmarks));
}

void ScanDocument::restoreVertebra(Level level) {
    if (!detection()) return;
    Landmarks next = landmarks();
    for (const Corner corner : kCorners)
        next = withRestored(next, {level, corner}, detection()->landmarks);
    pushLandmarks(tr("Restore %1").arg(say(level)), std::move(next));
}

void ScanDocument::shiftLevels(int levels, bool carryScores) {
    if (!m_landmarksEditable || levels == 0 || landmarks().isEmpty()) return;
    DocumentContent next = m_content;
    next.points.landmarks = shifted(landmarks(), levels);
    if (detection()) next.points.detection->landmarks = shifted(detection()->landmarks, levels);
    next.points.isRenamed = true;
    if (carryScores && m_scoresEditable) {
        next.scores = withShiftedScores(m_content.scores, levels);
        for (WallStretches& stretches :
             next.scores.stretches) // the tissue stays, its segments have other names
            stretches = measuredAgain(stretches, buildGuides(next.points.landmarks)).value_or(stretches);
    }
    const QString text = levels > 0 ? tr("Shift the labels down") : tr("Shift the labels up");
    m_undoStack.push(new ShiftLevelsCommand(*this, text, m_content, std::move(next)));
}

void ScanDocument::setAnterior(AnteriorSide side) {
    pushPoints(tr("Change the anterior side"), withAnterior(m_content.points, side));
}

void ScanDocument::acceptDetection(const Detection& found, bool keepEdited) {
    pushPoints(tr("Run the network"), withDetection(m_content.points, found, keepEdited));
}

void ScanDocument::importLandmarks(const Landmarks& imported) {
    pushPoints(tr("Import landmarks"), withImported(m_content.points, imported));
}

void ScanDocument::pushLandmarks(const QString& text, Landmarks next, std::optional<GestureId> gesture) {
    pushPoints(text, {std::move(next), detection(), m_content.points.isRenamed}, gesture);
}

void ScanDocument::pushPoints(const QString& text, LandmarkContent next, std::optional<GestureId> gesture) {
    if (!m_landmarksEditable || next == m_content.points) return;
    m_undoStack.push(new EditLandmarksCommand(*this, text, m_content.points, std::move(next), gesture));
}

void ScanDocument::pushScores(const QString& text, ScoreContent next, std::optional<GestureId> gesture) {
    if (!m_scoresEditable || next == m_content.scores) return;
    m_undoStack.push(new EditScoresCommand(*this, text, m_content.scores, std::move(next), gesture));
}

void ScanDocument::applyLandmarks(const LandmarkContent& content) {
    replacePoints(content);
    noteChange();
}

void ScanDocument::applyScores(const ScoreContent& content) {
    replaceScores(content);
    noteChange();
}

void ScanDocument::applyContent(const DocumentContent& content) {
    replacePoints(content.points);
    replaceScores(content.scores);
    noteChange();
}

void ScanDocument::replacePoints(const LandmarkContent& content) {
    const LandmarkChange change = differenceOf(landmarks(), content.landmarks);
    m_content.points = content;
    m_derived->guides.reset();
    m_derived->roi.reset();
    m_derived->problems.reset();
    Q_EMIT landmarksChanged(change);
}

void ScanDocument::replaceScores(const ScoreContent& content) {
    const ScoreChange change = differenceOf(m_content.scores, content);
    m_content.scores = content;
    if (change.cells.any() || change.stretches) Q_EMIT scoresChanged(change);
}

void ScanDocument::noteChange() {
    setSaveState(SaveState::Unsaved);
    if (m_gestureStart) {
        m_changedInGesture = true;
    } else {
        Q_EMIT settled();
    }
}

} // namespace vertescore
