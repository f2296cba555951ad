-- A relation can go into the archive, and be made anew beside the archived one: its rule of once is for what stands.
CREATE TABLE relation_now (
  id INTEGER PRIMARY KEY,
  from_id INTEGER NOT NULL REFERENCES organisation (id),
  to_id INTEGER NOT NULL REFERENCES organisation (id),
  kind TEXT NOT NULL
    CHECK (kind IN ('part-of','member-of','founding-member-of','cooperates-with','supports','in-dialogue-with')),
  since_year INTEGER,
  until_year INTEGER,
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL,
  archived_at TEXT,
  CHECK (from_id <> to_id),
  CHECK (until_year IS NULL OR since_year IS NULL OR until_year >= since_year)
) STRICT;
INSERT INTO relation_now (id, from_id, to_id, kind, since_year, until_year, note, version, updated_at)
  SELECT id, from_id, to_id, kind, since_year, until_year, note, version, updated_at FROM relation;
DROP TABLE relation;
ALTER TABLE relation_now RENAME TO relation;
CREATE UNIQUE INDEX relation_once ON relation (from_id, to_id, kind) WHERE archived_at IS NULL;
CREATE INDEX relation_by_source ON relation (from_id, kind);
CREATE INDEX relation_by_target ON relation (to_id, kind);
