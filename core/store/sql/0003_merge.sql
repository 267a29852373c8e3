-- SPDX-License-Identifier: GPL-3.0-or-later
-- Work that other workstations did on copies of this study. Their log entries are kept as they were written, with the
-- hash of the entry before; their rows got numbers of this file.

CREATE TABLE merges (
    id          INTEGER PRIMARY KEY,
    uid         TEXT    NOT NULL UNIQUE,
    source_name TEXT    NOT NULL,
    source_head TEXT    NOT NULL, -- hash of the newest entry that the source had
    entries     INTEGER NOT NULL CHECK (entries > 0),
    seal        TEXT    NOT NULL, -- SHA-256 over what merged_log says of this merge, in order
    person_id   INTEGER NOT NULL REFERENCES people (id),
    merged_at   TEXT    NOT NULL
) STRICT;

CREATE TABLE merged_log (
    id            INTEGER PRIMARY KEY,
    merge_id      INTEGER NOT NULL REFERENCES merges (id) DEFERRABLE INITIALLY DEFERRED,
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
    previous      TEXT    NOT NULL, -- hash of the entry before it where it comes from
    hash          TEXT    NOT NULL UNIQUE,
    local_sha256  TEXT -- of the row as it is here; NULL: an entry of audit_log vouches for the row
) STRICT;
CREATE INDEX merged_log_by_merge ON merged_log (merge_id, id);

-- Somebody who is no person: readings that a reader made a second time on another workstation are kept under one.
ALTER TABLE people ADD COLUMN purpose TEXT CHECK (purpose IN ('duplicate', 'consensus'));
ALTER TABLE people ADD COLUMN stands_for INTEGER REFERENCES people (id);

CREATE TRIGGER people_purpose_keeps BEFORE UPDATE OF purpose, stands_for ON people
    BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER merges_keep BEFORE UPDATE ON merges BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER merges_stay BEFORE DELETE ON merges BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER merged_log_keeps BEFORE UPDATE ON merged_log BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER merged_log_stays BEFORE DELETE ON merged_log BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER merged_log_new BEFORE INSERT ON merged_log
    WHEN EXISTS (SELECT 1 FROM merged_log WHERE id = NEW.id OR hash = NEW.hash)
    BEGIN SELECT RAISE(ABORT, 'append-only'); END;
