-- The days of a plan as they stood at one moment; an assignment that goes takes its row along.

CREATE TABLE baseline (
  id INTEGER NOT NULL PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  day TEXT CHECK (length (day) = 10)
) STRICT;
CREATE INDEX baseline_order ON baseline (parent, position);

CREATE TABLE baseline_row (
  id INTEGER NOT NULL PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES baseline (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  assignment INTEGER REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED,
  deadline TEXT NOT NULL DEFAULT '',
  start_day TEXT CHECK (length (start_day) = 10),
  end_day TEXT CHECK (length (end_day) = 10)
) STRICT;
CREATE INDEX baseline_row_order ON baseline_row (parent, position);
CREATE INDEX baseline_row_assignment ON baseline_row (assignment) WHERE assignment IS NOT NULL;
