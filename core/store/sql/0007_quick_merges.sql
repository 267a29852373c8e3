-- SPDX-License-Identifier: GPL-3.0-or-later
-- Merging and verifying 100,000 readings within seconds. Conditions of a table cannot be changed, so three tables move
-- into new ones: the same columns in the same order, so that every row keeps the hash that the log has of it.

-- Logs without an index of their hashes, which took most of the time of a merge. The hash of an entry covers its
-- number: an own entry is found by its number, a merged one by the run that its number falls into.
CREATE TABLE audit_log_7 (
    id            INTEGER PRIMARY KEY,
    at            TEXT    NOT NULL,
    person_id     INTEGER NOT NULL REFERENCES people (id),
    action        TEXT    NOT NULL,
    subject_table TEXT    NOT NULL,
    subject_row   INTEGER NOT NULL,
    before        TEXT    NOT NULL,
    after         TEXT    NOT NULL,
    reason        TEXT    NOT NULL,
    row_sha256    TEXT    NOT NULL,
    hash          TEXT    NOT NULL
) STRICT;
INSERT INTO audit_log_7 (id, at, person_id, action, subject_table, subject_row, before, after, reason, row_sha256, hash)
    SELECT id, at, person_id, action, subject_table, subject_row, before, after, reason, row_sha256, hash
    FROM audit_log ORDER BY id;
DROP TABLE audit_log;
ALTER TABLE audit_log_7 RENAME TO audit_log;

CREATE TABLE merged_log_7 (
    id            INTEGER PRIMARY KEY,
    merge_id      INTEGER NOT NULL, -- of merges, whose row comes after its entries
    number        INTEGER NOT NULL, -- in the log that it comes from; the origin_ columns likewise
    at            TEXT    NOT NULL,
    origin_person INTEGER NOT NULL,
    person_id     INTEGER NOT NULL REFERENCES people (id),
    action        TEXT    NOT NULL,
    subject_table TEXT    NOT NULL,
    origin_row    INTEGER NOT NULL,
    subject_row   INTEGER, -- here; NULL: nothing of it is here but this entry
    before        TEXT    NOT NULL,
    after         TEXT    NOT NULL,
    reason        TEXT    NOT NULL,
    row_sha256    TEXT    NOT NULL,
    previous      TEXT, -- hash of the entry before it where it comes from; NULL: that is the one before it here
    hash          TEXT    NOT NULL,
    local_sha256  TEXT -- of the row as it is here; NULL: an entry of audit_log vouches for the row
) STRICT;
INSERT INTO merged_log_7 (id, merge_id, number, at, origin_person, person_id, action, subject_table, origin_row,
    subject_row, before, after, reason, row_sha256, previous, hash, local_sha256)
    SELECT e.id, e.merge_id, e.number, e.at, e.origin_person, e.person_id, e.action, e.subject_table, e.origin_row,
    e.subject_row, e.before, e.after, e.reason, e.row_sha256,
    CASE WHEN b.hash = e.previous THEN NULL ELSE e.previous END, e.hash, e.local_sha256
    FROM merged_log e LEFT JOIN merged_log b ON b.id = e.id - 1 AND b.merge_id = e.merge_id ORDER BY e.id;
DROP TABLE merged_log;
ALTER TABLE merged_log_7 RENAME TO merged_log;

-- Stretches of one merge in which the numbers of merged_log and those of the entries' own log both go up by one.
CREATE TABLE merged_runs (
    id           INTEGER PRIMARY KEY, -- merged_log.id of the first entry
    merge_id     INTEGER NOT NULL REFERENCES merges (id),
    entries      INTEGER NOT NULL CHECK (entries > 0),
    first_number INTEGER NOT NULL -- of the first entry in its own log
) STRICT;
INSERT INTO merged_runs (id, merge_id, entries, first_number)
    SELECT min(id), merge_id, count(*), min(number)
    FROM (SELECT id, merge_id, number, id - row_number() OVER (PARTITION BY merge_id, number - id ORDER BY id) AS gap
          FROM merged_log)
    GROUP BY merge_id, number - id, gap ORDER BY min(id);

-- The same conditions as before, without lists of more than two words: SQLite makes a table of each, which took most
-- of the time of verifying.
CREATE TABLE reading_events_7 (
    id                  INTEGER PRIMARY KEY,
    reading_id          INTEGER NOT NULL REFERENCES readings (id),
    kind                TEXT    NOT NULL CHECK (kind = 'cell' OR kind = 'aac8' OR kind = 'stretches' OR kind = 'submitted'
                                                OR kind = 'invalid' OR kind = 'disputed' OR kind = 'reopened'),
    person_id           INTEGER NOT NULL REFERENCES people (id),
    segment             TEXT CHECK (segment = 'L1' OR segment = 'L2' OR segment = 'L3' OR segment = 'L4'),
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
    CHECK ((kind = 'cell' OR kind = 'aac8' OR kind = 'stretches') = (wall IS NOT NULL)),
    CHECK (grade IS NULL OR not_readable IS NULL),
    CHECK (grade IS NULL OR kind = 'aac8' OR grade <= 3),
    CHECK (kind IN ('cell', 'aac8') OR (grade IS NULL AND not_readable IS NULL AND measured IS NULL)),
    CHECK (kind <> 'cell' OR measured IS NULL OR measured <= 1),
    CHECK (follows_measured IS NULL OR (grade IS NOT NULL AND measured IS NOT NULL)),
    CHECK ((kind = 'stretches') = (stretches IS NOT NULL)),
    CHECK ((kind <> 'invalid' AND kind <> 'disputed' AND kind <> 'reopened') OR reason <> '')
) STRICT;
INSERT INTO reading_events_7 (id, reading_id, kind, person_id, segment, wall, grade, not_readable, reason,
    landmark_version_id, weights_sha256, guides_shown, window_centre, window_width, window_function, is_inverted,
    active_seconds, app_version, at, measured, follows_measured, stretches)
    SELECT id, reading_id, kind, person_id, segment, wall, grade, not_readable, reason, landmark_version_id,
    weights_sha256, guides_shown, window_centre, window_width, window_function, is_inverted, active_seconds,
    app_version, at, measured, follows_measured, stretches FROM reading_events ORDER BY id;
DROP TABLE reading_events;
ALTER TABLE reading_events_7 RENAME TO reading_events;
CREATE INDEX reading_events_by_reading ON reading_events (reading_id, id);

CREATE TRIGGER audit_log_keeps BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER audit_log_stays BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER audit_log_new BEFORE INSERT ON audit_log WHEN EXISTS (SELECT 1 FROM audit_log WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER merged_log_keeps BEFORE UPDATE ON merged_log BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER merged_log_stays BEFORE DELETE ON merged_log BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER merged_log_new BEFORE INSERT ON merged_log WHEN EXISTS (SELECT 1 FROM merged_log WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER merged_runs_keep BEFORE UPDATE ON merged_runs BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER merged_runs_stay BEFORE DELETE ON merged_runs BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER merged_runs_new BEFORE INSERT ON merged_runs WHEN EXISTS (SELECT 1 FROM merged_runs WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER reading_events_keep BEFORE UPDATE ON reading_events BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER reading_events_stay BEFORE DELETE ON reading_events BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER reading_events_new BEFORE INSERT ON reading_events
    WHEN EXISTS (SELECT 1 FROM reading_events WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'append-only'); END;
