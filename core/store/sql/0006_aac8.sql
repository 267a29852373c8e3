-- SPDX-License-Identifier: GPL-3.0-or-later
-- AAC-8 where a study asks for it, stretches marked on the walls, and what was measured of them. Conditions of a
-- table cannot be changed, so the events move into a new one: the same columns in the same order, the new ones
-- after them and empty, so that every row keeps the hash that the log has of it.

ALTER TABLE study ADD COLUMN asks_aac8 INTEGER CHECK (asks_aac8 = 1); -- NULL: it does not

CREATE TABLE reading_events_6 (
    id                  INTEGER PRIMARY KEY,
    reading_id          INTEGER NOT NULL REFERENCES readings (id),
    kind                TEXT    NOT NULL CHECK (kind IN ('cell', 'aac8', 'stretches', 'submitted', 'invalid', 'disputed',
                                                         'reopened')),
    person_id           INTEGER NOT NULL REFERENCES people (id),
    segment             TEXT CHECK (segment IN ('L1', 'L2', 'L3', 'L4')),
    wall                TEXT CHECK (wall IN ('anterior', 'posterior')),
    grade               INTEGER CHECK (grade BETWEEN 0 AND 4), -- both NULL: blank, which is not zero
    not_readable        TEXT,
    reason              TEXT    NOT NULL,
    landmark_version_id INTEGER REFERENCES landmark_versions (id),
    weights_sha256      TEXT    NOT NULL,
    guides_shown        INTEGER NOT NULL CHECK (guides_shown IN (0, 1)),
    window_centre       REAL,
    window_width        REAL,
    window_function     TEXT,
    is_inverted         INTEGER NOT NULL CHECK (is_inverted IN (0, 1)),
    active_seconds      REAL    NOT NULL CHECK (active_seconds >= 0),
    app_version         TEXT    NOT NULL,
    at                  TEXT    NOT NULL,
    measured            REAL CHECK (measured > 0), -- share of the wall; of AAC-8 vertebral heights
    follows_measured    INTEGER CHECK (follows_measured = 1), -- the grade comes from it; NULL: a person chose it
    stretches           TEXT, -- all that are marked on the wall now, with the ends in source pixels
    CHECK ((kind = 'cell') = (segment IS NOT NULL)),
    CHECK ((kind IN ('cell', 'aac8', 'stretches')) = (wall IS NOT NULL)),
    CHECK (grade IS NULL OR not_readable IS NULL),
    CHECK (grade IS NULL OR kind = 'aac8' OR grade <= 3),
    CHECK (kind IN ('cell', 'aac8') OR (grade IS NULL AND not_readable IS NULL AND measured IS NULL)),
    CHECK (kind <> 'cell' OR measured IS NULL OR measured <= 1),
    CHECK (follows_measured IS NULL OR (grade IS NOT NULL AND measured IS NOT NULL)),
    CHECK ((kind = 'stretches') = (stretches IS NOT NULL)),
    CHECK (kind NOT IN ('invalid', 'disputed', 'reopened') OR reason <> '')
) STRICT;
INSERT INTO reading_events_6 (id, reading_id, kind, person_id, segment, wall, grade, not_readable, reason,
    landmark_version_id, weights_sha256, guides_shown, window_centre, window_width, window_function, is_inverted,
    active_seconds, app_version, at)
    SELECT id, reading_id, kind, person_id, segment, wall, grade, not_readable, reason, landmark_version_id,
    weights_sha256, guides_shown, window_centre, window_width, window_function, is_inverted, active_seconds,
    app_version, at FROM reading_events;
DROP TABLE reading_events;
ALTER TABLE reading_events_6 RENAME TO reading_events;
CREATE INDEX reading_events_by_reading ON reading_events (reading_id, id);

CREATE TRIGGER reading_events_keep BEFORE UPDATE ON reading_events BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER reading_events_stay BEFORE DELETE ON reading_events BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER reading_events_new BEFORE INSERT ON reading_events
    WHEN EXISTS (SELECT 1 FROM reading_events WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'append-only'); END;
