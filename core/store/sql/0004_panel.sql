-- SPDX-License-Identifier: GPL-3.0-or-later
-- Hidden repeats, training arms and the truth that they show.

-- The same scan under another code, so that a reader reads it again without knowing; NULL: a scan of its own.
ALTER TABLE scans ADD COLUMN repeat_of INTEGER REFERENCES scans (id);
CREATE INDEX scans_by_original ON scans (repeat_of) WHERE repeat_of IS NOT NULL;
CREATE TRIGGER scans_repeat_keeps BEFORE UPDATE OF repeat_of ON scans BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- 1: readings of the arm are practice; the truth shows after each.
ALTER TABLE arms ADD COLUMN is_training INTEGER CHECK (is_training = 1);

CREATE TABLE truths (
    id        INTEGER PRIMARY KEY,
    uid       TEXT    NOT NULL UNIQUE,
    scan_id   INTEGER NOT NULL REFERENCES scans (id),
    content   TEXT    NOT NULL CHECK (content <> ''), -- the newest of a scan counts
    reason    TEXT    NOT NULL CHECK (reason <> ''),
    person_id INTEGER NOT NULL REFERENCES people (id),
    set_at    TEXT    NOT NULL
) STRICT;
CREATE INDEX truths_by_scan ON truths (scan_id, id);
CREATE TRIGGER truths_keep BEFORE UPDATE ON truths BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER truths_stay BEFORE DELETE ON truths BEGIN SELECT RAISE(ABORT, 'append-only'); END;
