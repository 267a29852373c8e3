-- SPDX-License-Identifier: GPL-3.0-or-later
-- One reader study. Times are UTC, ISO 8601 with milliseconds. Points are source pixels.

CREATE TABLE study (
    id             INTEGER PRIMARY KEY CHECK (id = 1),
    uid            TEXT    NOT NULL,
    name           TEXT    NOT NULL CHECK (name <> ''),
    is_synthetic   INTEGER NOT NULL CHECK (is_synthetic IN (0, 1)),
    convention     TEXT    NOT NULL,
    moderate_from  INTEGER NOT NULL,
    high_from      INTEGER NOT NULL,
    shuffles_scans INTEGER NOT NULL CHECK (shuffles_scans IN (0, 1)),
    created_at     TEXT    NOT NULL
) STRICT;

CREATE TABLE arms (
    id     INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE CHECK (name <> ''),
    guides TEXT NOT NULL CHECK (guides IN ('none', 'shown', 'editable'))
) STRICT;

CREATE TABLE people (
    id             INTEGER PRIMARY KEY,
    uid            TEXT    NOT NULL UNIQUE,
    name           TEXT    NOT NULL UNIQUE CHECK (name <> ''),
    is_reader      INTEGER NOT NULL CHECK (is_reader IN (0, 1)),
    is_annotator   INTEGER NOT NULL CHECK (is_annotator IN (0, 1)),
    is_coordinator INTEGER NOT NULL CHECK (is_coordinator IN (0, 1)),
    is_simulated   INTEGER NOT NULL CHECK (is_simulated IN (0, 1)),
    password_hash  TEXT, -- Argon2id with salt and cost; NULL: signs in without one
    added_at       TEXT    NOT NULL
) STRICT;

CREATE TABLE scans (
    id               INTEGER PRIMARY KEY,
    uid              TEXT    NOT NULL UNIQUE,
    code             TEXT    NOT NULL UNIQUE CHECK (code <> ''),
    path             TEXT    NOT NULL, -- UTF-8, with slashes; relative to the folder of this file when below it
    is_relative      INTEGER NOT NULL CHECK (is_relative IN (0, 1)),
    width            INTEGER NOT NULL CHECK (width > 0),
    height           INTEGER NOT NULL CHECK (height > 0),
    spacing_x_mm     REAL CHECK (spacing_x_mm > 0),
    spacing_y_mm     REAL CHECK (spacing_y_mm > 0),
    spacing_source   TEXT,
    bits_stored      INTEGER NOT NULL,
    scanner_group    TEXT    NOT NULL,
    sop_instance_uid TEXT    NOT NULL, -- '' when the file is no DICOM
    pixel_sha256     TEXT    NOT NULL CHECK (pixel_sha256 <> ''),
    added_at         TEXT    NOT NULL,
    UNIQUE (sop_instance_uid, pixel_sha256),
    CHECK ((spacing_x_mm IS NULL) = (spacing_y_mm IS NULL) AND (spacing_x_mm IS NULL) = (spacing_source IS NULL))
) STRICT;

-- Kept apart, so that no query for readers can bring it along.
CREATE TABLE identities (
    id           INTEGER PRIMARY KEY REFERENCES scans (id),
    patient_id   TEXT NOT NULL,
    patient_name TEXT NOT NULL,
    study_date   TEXT NOT NULL
) STRICT;

CREATE TABLE landmark_versions (
    id               INTEGER PRIMARY KEY,
    uid              TEXT    NOT NULL UNIQUE,
    scan_id          INTEGER NOT NULL REFERENCES scans (id),
    based_on         INTEGER REFERENCES landmark_versions (id),
    source           TEXT    NOT NULL CHECK (source IN ('model', 'person', 'import')),
    person_id        INTEGER NOT NULL REFERENCES people (id),
    reader_id        INTEGER REFERENCES people (id), -- a blinded reader's own: nobody else grades with it
    model_name       TEXT,
    model_sha256     TEXT,
    model_device     TEXT,
    model_precision  TEXT,
    weights_sha256   TEXT    NOT NULL, -- of the model that the points go back to; '' when none
    content          TEXT    NOT NULL CHECK (content <> ''),
    sha256           TEXT    NOT NULL, -- of content
    shape_sha256     TEXT    NOT NULL, -- of the positions alone: what guides depend on
    state            TEXT    NOT NULL CHECK (state IN ('none', 'predicted', 'edited', 'confirmed')),
    least_confidence REAL,
    saved_at         TEXT    NOT NULL,
    CHECK ((source = 'model') = (model_sha256 IS NOT NULL))
) STRICT;
CREATE INDEX landmark_versions_by_scan ON landmark_versions (scan_id, id);

-- One reader's way through the scans in one arm.
CREATE TABLE reading_passes (
    id         INTEGER PRIMARY KEY,
    reader_id  INTEGER NOT NULL REFERENCES people (id),
    arm_id     INTEGER NOT NULL REFERENCES arms (id),
    session    INTEGER NOT NULL CHECK (session >= 1),
    order_seed INTEGER NOT NULL, -- of the random order of the scans, kept for resuming
    opened_at  TEXT    NOT NULL,
    UNIQUE (reader_id, arm_id, session)
) STRICT;

CREATE TABLE readings (
    id        INTEGER PRIMARY KEY,
    uid       TEXT    NOT NULL UNIQUE,
    pass_id   INTEGER NOT NULL REFERENCES reading_passes (id),
    scan_id   INTEGER NOT NULL REFERENCES scans (id),
    opened_at TEXT    NOT NULL,
    UNIQUE (pass_id, scan_id)
) STRICT;

-- What happened to a reading, in order; what it is now follows from these rows and is stored nowhere else.
CREATE TABLE reading_events (
    id                  INTEGER PRIMARY KEY,
    reading_id          INTEGER NOT NULL REFERENCES readings (id),
    kind                TEXT    NOT NULL CHECK (kind IN ('cell', 'submitted', 'invalid', 'disputed', 'reopened')),
    person_id           INTEGER NOT NULL REFERENCES people (id),
    segment             TEXT CHECK (segment IN ('L1', 'L2', 'L3', 'L4')),
    wall                TEXT CHECK (wall IN ('anterior', 'posterior')),
    grade               INTEGER CHECK (grade BETWEEN 0 AND 3), -- both NULL: blank, which is not zero
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
    CHECK ((kind = 'cell') = (segment IS NOT NULL) AND (kind = 'cell') = (wall IS NOT NULL)),
    CHECK (grade IS NULL OR not_readable IS NULL),
    CHECK (kind = 'cell' OR (grade IS NULL AND not_readable IS NULL)),
    CHECK (kind NOT IN ('invalid', 'disputed', 'reopened') OR reason <> '')
) STRICT;
CREATE INDEX reading_events_by_reading ON reading_events (reading_id, id);

-- Who did what; each row holds the hash of the one before, and of the row that it speaks of.
CREATE TABLE audit_log (
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
    hash          TEXT    NOT NULL UNIQUE
) STRICT;

-- Nothing is overwritten or deleted. Where a column may change, the trigger names the others.
CREATE TRIGGER study_keeps BEFORE UPDATE ON study BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER study_stays BEFORE DELETE ON study BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER arms_keep BEFORE UPDATE ON arms BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER arms_stay BEFORE DELETE ON arms BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER people_keep BEFORE UPDATE OF id, uid, name, is_reader, is_annotator, is_coordinator, is_simulated,
    added_at ON people BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER people_stay BEFORE DELETE ON people BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER scans_keep BEFORE UPDATE OF id, uid, code, width, height, spacing_x_mm, spacing_y_mm, spacing_source,
    bits_stored, scanner_group, sop_instance_uid, pixel_sha256, added_at
    ON scans BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER scans_stay BEFORE DELETE ON scans BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER identities_keep BEFORE UPDATE ON identities BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER identities_stay BEFORE DELETE ON identities BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER landmark_versions_keep BEFORE UPDATE ON landmark_versions
    BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER landmark_versions_stay BEFORE DELETE ON landmark_versions
    BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER reading_passes_keep BEFORE UPDATE ON reading_passes BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER reading_passes_stay BEFORE DELETE ON reading_passes BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER readings_keep BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER readings_stay BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER reading_events_keep BEFORE UPDATE ON reading_events BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER reading_events_stay BEFORE DELETE ON reading_events BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER audit_log_keeps BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER audit_log_stays BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- INSERT OR REPLACE would delete without asking the triggers above.
CREATE TRIGGER landmark_versions_new BEFORE INSERT ON landmark_versions
    WHEN EXISTS (SELECT 1 FROM landmark_versions WHERE id = NEW.id OR uid = NEW.uid)
    BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER reading_events_new BEFORE INSERT ON reading_events
    WHEN EXISTS (SELECT 1 FROM reading_events WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER audit_log_new BEFORE INSERT ON audit_log
    WHEN EXISTS (SELECT 1 FROM audit_log WHERE id = NEW.id OR hash = NEW.hash)
    BEGIN SELECT RAISE(ABORT, 'append-only'); END;
