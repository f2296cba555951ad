-- Every write raises this number; what was made from the content is valid for one of its values.
CREATE TABLE content (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO content (id, version) VALUES (1, 1);

CREATE TABLE city (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
  name TEXT NOT NULL CHECK (name <> '' AND length(name) <= 100),
  sort_key TEXT NOT NULL,
  land TEXT NOT NULL CHECK (land IN ('BB','BE','BW','BY','HB','HE','HH','MV','NI','NW','RP','SH','SL','SN','ST','TH')),
  ags TEXT CHECK (ags GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
  postcodes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(postcodes)),
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  description TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 10000),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL,
  CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT;
CREATE INDEX city_by_name ON city (sort_key, name);

CREATE TABLE topic (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
  names TEXT NOT NULL CHECK (json_valid(names)),
  sort_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL
) STRICT;

-- A renamed entry keeps its old address as a redirect.
CREATE TABLE former_slug (
  noun TEXT NOT NULL,
  slug TEXT NOT NULL,
  entry_id INTEGER NOT NULL,
  PRIMARY KEY (noun, slug)
) STRICT, WITHOUT ROWID;
