CREATE TABLE programme (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
  title TEXT NOT NULL CHECK (title <> '' AND length(title) <= 200),
  sort_key TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 10000),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE programme_funder (
  programme_id INTEGER NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  PRIMARY KEY (programme_id, organisation_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE project (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
  title TEXT NOT NULL CHECK (title <> '' AND length(title) <= 200),
  sort_key TEXT NOT NULL,
  summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
  description TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 10000),
  city_id INTEGER NOT NULL REFERENCES city (id),
  start_year INTEGER CHECK (start_year BETWEEN 1000 AND 2200),
  end_year INTEGER CHECK (end_year BETWEEN 1000 AND 2200),
  programme_id INTEGER REFERENCES programme (id),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL,
  archived_at TEXT,
  CHECK (end_year IS NULL OR start_year IS NULL OR end_year >= start_year)
) STRICT;
CREATE INDEX project_by_city ON project (city_id, sort_key) WHERE archived_at IS NULL;
CREATE INDEX project_by_programme ON project (programme_id) WHERE archived_at IS NULL;

CREATE TABLE project_topic (
  project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  topic_id INTEGER NOT NULL REFERENCES topic (id),
  PRIMARY KEY (project_id, topic_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE project_part (
  id INTEGER PRIMARY KEY,
  project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  role TEXT NOT NULL CHECK (role IN ('carrier','partner','funder','initiator')),
  text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX project_part_by_project ON project_part (project_id, position);
CREATE INDEX project_part_by_organisation ON project_part (organisation_id);
