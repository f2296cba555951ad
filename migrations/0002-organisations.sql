CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
  name TEXT NOT NULL CHECK (name <> '' AND length(name) <= 200),
  short_name TEXT NOT NULL DEFAULT '' CHECK (length(short_name) <= 40),
  name_language TEXT,
  sort_key TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('association','group','initiative','network','office','religious-community','institution')),
  city_id INTEGER NOT NULL REFERENCES city (id),
  founded_year INTEGER CHECK (founded_year BETWEEN 1000 AND 2200),
  member_count INTEGER CHECK (member_count BETWEEN 1 AND 10000000),
  member_kind TEXT NOT NULL DEFAULT 'persons' CHECK (member_kind IN ('persons','organisations')),
  website TEXT NOT NULL DEFAULT '' CHECK (website = '' OR website LIKE 'http://%' OR website LIKE 'https://%'),
  review_months INTEGER NOT NULL DEFAULT 12 CHECK (review_months IN (6, 12)),
  internal_note TEXT NOT NULL DEFAULT '' CHECK (length(internal_note) <= 5000),
  -- Lists that are only ever read whole with their organisation, and in their order.
  languages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(languages)),
  addresses TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(addresses)),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL,
  archived_at TEXT
) STRICT;
CREATE INDEX organisation_by_city ON organisation (city_id, sort_key, name) WHERE archived_at IS NULL;
CREATE INDEX organisation_by_name ON organisation (sort_key, name) WHERE archived_at IS NULL;

CREATE TABLE organisation_text (
  organisation_id INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
  description TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 10000),
  PRIMARY KEY (organisation_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation_topic (
  organisation_id INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  topic_id INTEGER NOT NULL REFERENCES topic (id),
  PRIMARY KEY (organisation_id, topic_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX organisation_topic_by_topic ON organisation_topic (topic_id, organisation_id);

CREATE TABLE organisation_language (
  organisation_id INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  PRIMARY KEY (organisation_id, language)
) STRICT, WITHOUT ROWID;
CREATE INDEX organisation_language_by_language ON organisation_language (language, organisation_id);

CREATE TABLE relation (
  id INTEGER PRIMARY KEY,
  from_id INTEGER NOT NULL REFERENCES organisation (id),
  to_id INTEGER NOT NULL REFERENCES organisation (id),
  kind TEXT NOT NULL
    CHECK (kind IN ('part-of','member-of','founding-member-of','cooperates-with','supports','in-dialogue-with')),
  since_year INTEGER,
  until_year INTEGER,
  note TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL,
  CHECK (from_id <> to_id),
  CHECK (until_year IS NULL OR since_year IS NULL OR until_year >= since_year),
  UNIQUE (from_id, to_id, kind)
) STRICT;
CREATE INDEX relation_by_target ON relation (to_id, kind);
