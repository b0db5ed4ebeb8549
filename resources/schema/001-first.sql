-- Ids are random 63-bit numbers, positions leave gaps. Foreign keys are checked
-- at the end of a transaction, so that a changeset may apply its rows in any
-- order; nothing cascades: what an edit removes it names itself, row by row.

CREATE TABLE agency (
  id INTEGER NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  short_forms TEXT NOT NULL DEFAULT '',
  variants TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'other'
    CHECK (kind IN ('other', 'department', 'sector', 'committee', 'enterprise', 'group')),
  parent_agency INTEGER REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
  valid_from TEXT CHECK (length (valid_from) = 10),
  valid_to TEXT CHECK (length (valid_to) = 10),
  note TEXT NOT NULL DEFAULT '',
  contact TEXT NOT NULL DEFAULT '',
  place_x REAL,
  place_y REAL
) STRICT;
CREATE INDEX agency_parent ON agency (parent_agency) WHERE parent_agency IS NOT NULL;

CREATE TABLE succession (
  id INTEGER NOT NULL PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  successor INTEGER REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
  since TEXT CHECK (length (since) = 10),
  part INTEGER NOT NULL DEFAULT 0 CHECK (part IN (0, 1)),
  certainty TEXT NOT NULL DEFAULT 'stated' CHECK (certainty IN ('stated', 'likely', 'unsure')),
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX succession_order ON succession (parent, position);
CREATE INDEX succession_successor ON succession (successor) WHERE successor IS NOT NULL;

CREATE TABLE plan (
  id INTEGER NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  label TEXT NOT NULL DEFAULT '',
  attachment TEXT NOT NULL DEFAULT '',
  number TEXT NOT NULL DEFAULT '',
  issuer TEXT NOT NULL DEFAULT '',
  issued TEXT CHECK (length (issued) = 10),
  year INTEGER CHECK (year BETWEEN 1 AND 9999),
  strict_before INTEGER NOT NULL DEFAULT 0 CHECK (strict_before IN (0, 1)),
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE initiative (
  id INTEGER NOT NULL PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  number TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX initiative_order ON initiative (parent, position);

CREATE TABLE assignment (
  id INTEGER NOT NULL PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  deadline TEXT NOT NULL DEFAULT '',
  deadline_joined INTEGER NOT NULL DEFAULT 0 CHECK (deadline_joined IN (0, 1)),
  start_day TEXT CHECK (length (start_day) = 10),
  end_day TEXT CHECK (length (end_day) = 10),
  lead TEXT NOT NULL DEFAULT '',
  coordination TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'not-started'
    CHECK (state IN ('not-started', 'in-progress', 'done', 'maintained', 'paused', 'cancelled')),
  percent INTEGER CHECK (percent BETWEEN 0 AND 100),
  justification TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  origin INTEGER REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX assignment_order ON assignment (parent, position);
CREATE INDEX assignment_origin ON assignment (origin) WHERE origin IS NOT NULL;

CREATE TABLE link (
  id INTEGER NOT NULL PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  role TEXT NOT NULL DEFAULT 'lead' CHECK (role IN ('lead', 'coordinate')),
  phrase TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'agency' CHECK (kind IN ('agency', 'not-agency', 'heir')),
  agency INTEGER REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX link_order ON link (parent, position);
CREATE INDEX link_agency ON link (agency) WHERE agency IS NOT NULL;

CREATE TABLE report (
  id INTEGER NOT NULL PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  day TEXT CHECK (length (day) = 10),
  state TEXT NOT NULL DEFAULT 'not-said'
    CHECK (state IN ('not-said', 'not-started', 'in-progress', 'done', 'maintained', 'paused', 'cancelled')),
  percent INTEGER CHECK (percent BETWEEN 0 AND 100),
  results TEXT NOT NULL DEFAULT '',
  difficulties TEXT NOT NULL DEFAULT '',
  proposals TEXT NOT NULL DEFAULT '',
  evidence_number TEXT NOT NULL DEFAULT '',
  evidence_day TEXT CHECK (length (evidence_day) = 10),
  evidence_link TEXT NOT NULL DEFAULT '',
  reporter TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX report_order ON report (parent, position);

CREATE TABLE outcome (
  id INTEGER NOT NULL PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX outcome_order ON outcome (parent, position);

CREATE TABLE outcome_report (
  id INTEGER NOT NULL PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES outcome (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  day TEXT CHECK (length (day) = 10),
  state TEXT NOT NULL DEFAULT 'not-said'
    CHECK (state IN ('not-said', 'not-started', 'in-progress', 'done', 'maintained', 'paused', 'cancelled')),
  percent INTEGER CHECK (percent BETWEEN 0 AND 100),
  results TEXT NOT NULL DEFAULT '',
  difficulties TEXT NOT NULL DEFAULT '',
  proposals TEXT NOT NULL DEFAULT '',
  evidence_number TEXT NOT NULL DEFAULT '',
  evidence_day TEXT CHECK (length (evidence_day) = 10),
  evidence_link TEXT NOT NULL DEFAULT '',
  reporter TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX outcome_report_order ON outcome_report (parent, position);

CREATE TABLE target (
  id INTEGER NOT NULL PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES outcome (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  goal TEXT NOT NULL DEFAULT 'at-least' CHECK (goal IN ('at-least', 'at-most', 'between')),
  value REAL,
  value_to REAL,
  baseline REAL,
  unit TEXT NOT NULL DEFAULT '',
  start_day TEXT CHECK (length (start_day) = 10),
  due_day TEXT CHECK (length (due_day) = 10)
) STRICT;
CREATE INDEX target_order ON target (parent, position);

CREATE TABLE measurement (
  id INTEGER NOT NULL PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES target (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  day TEXT CHECK (length (day) = 10),
  value REAL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX measurement_order ON measurement (parent, position);

-- The journal: append only. An undo names the entry that it takes back, a redo
-- names that undo.
CREATE TABLE history (
  id INTEGER NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  label TEXT NOT NULL,
  undoes INTEGER REFERENCES history (id),
  changeset BLOB NOT NULL
) STRICT;

-- What is true of the file as a whole.
CREATE TABLE file (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
