CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE TABLE access_log (
    sequence INTEGER PRIMARY KEY NOT NULL,
    recorded_at TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE TRIGGER access_log_is_unchanged BEFORE UPDATE ON access_log
BEGIN SELECT RAISE(ABORT, 'the access log does not change'); END;

CREATE TRIGGER access_log_only_grows BEFORE INSERT ON access_log
WHEN NEW.sequence <= (SELECT max(sequence) FROM access_log)
BEGIN SELECT RAISE(ABORT, 'the access log only grows at its end'); END;

CREATE TRIGGER access_log_stays BEFORE DELETE ON access_log
BEGIN SELECT RAISE(ABORT, 'the access log forgets nothing'); END;

CREATE TABLE answers (
    attempt_id TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    scenario_id TEXT NOT NULL,
    scenario_hash TEXT NOT NULL,
    response TEXT NOT NULL,
    PRIMARY KEY (attempt_id, number)
);

CREATE TABLE attempts (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    module_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    edition_id TEXT NOT NULL,
    module_hash TEXT NOT NULL,
    seed TEXT NOT NULL,
    place INTEGER NOT NULL,
    started_on TEXT NOT NULL,
    UNIQUE (person_id, module_id, purpose)
);

CREATE TABLE begun_answers (
    attempt_id TEXT PRIMARY KEY NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    scenario_id TEXT NOT NULL,
    scenario_hash TEXT NOT NULL,
    response TEXT NOT NULL
);

CREATE TABLE device (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL,
    receipt_key TEXT NOT NULL,
    shows_names INTEGER NOT NULL
);

CREATE TABLE follow_ups (
    person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    module_id TEXT NOT NULL,
    due_on TEXT NOT NULL,
    done_on TEXT,
    PRIMARY KEY (person_id, module_id, due_on)
);

CREATE TABLE group_plans (
    id TEXT PRIMARY KEY NOT NULL,
    saved_on TEXT NOT NULL,
    body TEXT NOT NULL
, owner_id TEXT REFERENCES people (id) ON DELETE CASCADE);

CREATE TABLE group_sessions (
    id TEXT PRIMARY KEY NOT NULL,
    held_on TEXT NOT NULL,
    plan TEXT NOT NULL,
    kept TEXT NOT NULL,
    attendance TEXT NOT NULL
, owner_id TEXT REFERENCES people (id) ON DELETE CASCADE);

CREATE TABLE group_summaries (
    session_id TEXT PRIMARY KEY NOT NULL,
    held_on TEXT NOT NULL,
    unit_code TEXT NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE hr_access (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    passphrase_hash TEXT NOT NULL,
    failures INTEGER NOT NULL,
    locked_until TEXT
);

CREATE TABLE ledger (
    sequence INTEGER PRIMARY KEY NOT NULL,
    recorded_at TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE INDEX ledger_by_person ON ledger (
    json_extract(body, '$.person_id'), json_extract(body, '$.module_id')
);

CREATE TRIGGER ledger_is_unchanged BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger does not change'); END;

CREATE TRIGGER ledger_only_grows BEFORE INSERT ON ledger
WHEN NEW.sequence <= (SELECT max(sequence) FROM ledger)
BEGIN SELECT RAISE(ABORT, 'the ledger only grows at its end'); END;

CREATE TRIGGER ledger_stays BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END;

CREATE TABLE package_makers (
    public_key TEXT PRIMARY KEY NOT NULL,
    first_taken_on TEXT NOT NULL
);

CREATE TABLE people (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    employee_number TEXT UNIQUE COLLATE NOCASE,
    email TEXT UNIQUE COLLATE NOCASE,
    unit_code TEXT,
    unit_missing INTEGER NOT NULL,
    created_on TEXT NOT NULL,
    wants_follow_ups INTEGER NOT NULL
, is_protected INTEGER NOT NULL DEFAULT 0);

CREATE TABLE person_preferences (
    person_id TEXT PRIMARY KEY NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    body TEXT NOT NULL
);

CREATE TABLE pins (
    person_id TEXT PRIMARY KEY NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    pin_hash TEXT NOT NULL,
    failures INTEGER NOT NULL,
    locked_until TEXT
);

CREATE TABLE preferences (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    body TEXT NOT NULL
);

CREATE TABLE taken_receipts (
    code TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL,
    taken_on TEXT NOT NULL
);

