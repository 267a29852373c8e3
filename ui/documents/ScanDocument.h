// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/detection/LandmarkDetector.h"
#include "core/guides/Guides.h"
#include "core/roi/CropRoi.h"
#include "core/scoring/MeasuredGrades.h"
#include "ui/documents/DocumentContent.h"
#include "ui/documents/LandmarkChange.h"
#include "ui/documents/ReadyScan.h"

#include <QObject>
#include <QUndoStack>

#include <memory>

namespace vertescore {

/// One scan with what people and the network say about it. The only writer of that content: everything that
/// changes it is a command on its own undo stack, so an undo can never reach another scan. GUI thread.
class ScanDocument : public QObject {
    Q_OBJECT

public:
    enum class SaveState { Saved, Unsaved, Failed };

    explicit ScanDocument(ReadyScan scan, DocumentContent content = {}, QObject* parent = nullptr);
    ~ScanDocument() override;

    const Scan& scan() const { return *m_ready.scan; }
    std::shared_ptr<const Scan> sharedScan() const { return m_ready.scan; } ///< for jobs: it never changes
    const ReadyScan& readyScan() const { return m_ready; }
    const Landmarks& landmarks() const { return m_content.points.landmarks; }
    const ScoreSheet& sheet() const { return m_content.scores.sheet; }
    /// What the network last said, labels shifted along; nothing while every point is a person's.
    const std::optional<Detection>& detection() const { return m_content.points.detection; }
    const DocumentContent& content() const { return m_content; }
    QUndoStack& undoStack() { return m_undoStack; }

    // Results of landmarks and factor, computed at the first question after a change.
    const Guides& guides() const;
    const Result<Roi>& roi() const;
    const std::vector<LandmarkProblem>& problems() const;
    const BlackMask& blackMask() const; ///< of the ready scan, else computed once

    /// By which grades follow from marks; the nhanes convention without AAC-8 unless told.
    void setRules(const ScoringRules& rules) { m_rules = rules; }
    const ScoringRules& rules() const { return m_rules; }
    const WallStretches& stretches(Wall wall) const {
        return m_content.scores.stretches[static_cast<std::size_t>(wall)];
    }
    /// Nothing that the rules ask for is blank.
    bool isAnswered() const;
    /// Marks need every guide, and grades that may be changed.
    bool canMark() const;

    /// The cell was graded with other guides than those of now.
    bool isStale(CellAddress cell) const;
    bool hasStaleScores() const;
    std::optional<PointAddress> nextUnset() const; ///< in the order of the template

    // View state of this document: not undoable.
    double factor() const { return m_factor; }
    void setFactor(double factor); ///< clamped to kSmallestFactor...kLargestFactor
    /// What may be edited (the study's arm, a submitted reading). Refused edits do nothing.
    void setEditable(bool landmarks, bool scores);
    bool areLandmarksEditable() const { return m_landmarksEditable; }
    bool areScoresEditable() const { return m_scoresEditable; }

    // Saving. The owner saves content() whenever settled() comes and answers with one of these.
    SaveState saveState() const { return m_saveState; }
    void markSaved();
    void markSaveFailed();

    /// Edits between the two calls are one undo step, however many; an edit back to the start leaves none.
    GestureId beginGesture();
    void endGesture();

    // Commands. A locked point stays where it is; positions in source pixels, inside the picture or not.
    void moveCorner(PointAddress point, PixelPoint to, std::optional<GestureId> gesture = {});
    /// By a distance since the gesture began (without gesture: since now).
    void moveVertebra(Level level, PixelPoint by, std::optional<GestureId> gesture = {});
    void moveSpine(PixelPoint by, std::optional<GestureId> gesture = {});
    void nudge(PointAddress point, PixelPoint by, std::optional<GestureId> gesture = {});
    void confirm(Level level);
    void confirmAll();
    void setNotVisible(PointAddress point, bool notVisible);
    void setLocked(PointAddress point, bool locked);
    void clearPoint(PointAddress point);
    void clearVertebra(Level level);
    void clearAll();
    void restorePoint(PointAddress point); ///< to where the network put it, if it did
    void restoreVertebra(Level level);
    /// levels: +1 calls L1 what was T12, -1 calls T12 what was L1. With scores, each grade stays with its
    /// vertebra.
    void shiftLevels(int levels, bool carryScores);
    /// The front is on the other side: points stay in the picture, anterior and posterior swap names.
    void setAnterior(AnteriorSide side);
    /// keepEdited: points that a person edited, confirmed, locked or marked as not visible stay.
    void acceptDetection(const Detection& detection, bool keepEdited);
    void importLandmarks(const Landmarks& imported); ///< points that a person set stay, as in withImported()
    /// A person's choice: what is marked stays beside it.
    void setCell(CellAddress cell, const ScoreCell& value);
    void takeMeasured(CellAddress cell); ///< the grade that follows from the marks; nothing without any
    /// A stretch of the wall between two ends, source pixels; grades follow (withMeasured()). In a gesture:
    /// since it began.
    void markStretch(Wall wall, PixelPoint from, PixelPoint to, std::optional<GestureId> gesture = {});
    /// Takes the marks between the two away.
    void wipeStretch(Wall wall, PixelPoint from, PixelPoint to, std::optional<GestureId> gesture = {});
    void clearScores();  ///< and marks
    void rebindScores(); ///< every stale grade was looked at again and holds with the guides of now
    void measureAgain(); ///< the marks with the guides of now; grades that follow from them go along

Q_SIGNALS:
    void landmarksChanged(const vertescore::LandmarkChange& change);
    void scoresChanged(const vertescore::ScoreChange& change);
    void factorChanged(double factor);
    void editableChanged();
    void saveStateChanged(vertescore::ScanDocument::SaveState state);
    void settled(); ///< content() changed and no gesture is under way: save now

private:
    friend class EditLandmarksCommand;
    friend class EditScoresCommand;
    friend class ShiftLevelsCommand;
    void applyLandmarks(const LandmarkContent& content);
    void applyScores(const ScoreContent& content);
    void applyContent(const DocumentContent& content);

    void pushLandmarks(const QString& text, Landmarks next, std::optional<GestureId> gesture = {});
    void pushPoints(const QString& text, LandmarkContent next, std::optional<GestureId> gesture = {});
    void pushScores(const QString& text, ScoreContent next, std::optional<GestureId> gesture = {});
    void pushStretches(const QString& text, Wall wall, WallStretches stretches,
                       std::optional<GestureId> gesture);
    ScoreContent withStretches(ScoreContent scores, Wall wall, WallStretches stretches) const;
    ScoreContent withGradesAsMeasuredNow(bool keepGrades) const;
    const DocumentContent& editStart(std::optional<GestureId> gesture) const;
    void replacePoints(const LandmarkContent& content);
    void replaceScores(const ScoreContent& content);
    void noteChange();
    void setSaveState(SaveState state);

    mutable ReadyScan m_ready; // shared with detection jobs; its mask may come late
    DocumentContent m_content;
    QUndoStack m_undoStack;
    ScoringRules m_rules;
    double m_factor = 1.0;
    bool m_landmarksEditable = true;
    bool m_scoresEditable = true;
    SaveState m_saveState = SaveState::Saved;

    std::uint64_t m_lastGesture = 0;
    std::optional<DocumentContent> m_gestureStart;
    bool m_changedInGesture = false;

    struct Derived;
    std::unique_ptr<Derived> m_derived;
};

} // namespace vertescore
