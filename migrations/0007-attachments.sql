-- Files live in the database: one file to back up, and a document can never be without its entry.
CREATE TABLE file (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  media_type TEXT NOT NULL CHECK (media_type IN ('application/pdf','image/png','image/jpeg','image/webp')),
  byte_length INTEGER NOT NULL CHECK (byte_length BETWEEN 1 AND 10485760),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  event_id INTEGER REFERENCES event (id) ON DELETE CASCADE,
  meeting_id INTEGER REFERENCES meeting (id) ON DELETE CASCADE,
  meeting_day TEXT CHECK (meeting_day GLOB '????-??-??'),
  organisation_id INTEGER REFERENCES organisation (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('invitation','minutes','programme','flyer','other')),
  title TEXT NOT NULL CHECK (title <> '' AND length(title) <= 200),
  file_id INTEGER NOT NULL REFERENCES file (id),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL,
  CHECK ((event_id IS NOT NULL) + (meeting_id IS NOT NULL) + (organisation_id IS NOT NULL) = 1),
  CHECK ((meeting_id IS NULL) = (meeting_day IS NULL))
) STRICT;
CREATE INDEX document_by_event ON document (event_id);
CREATE INDEX document_by_meeting ON document (meeting_id, meeting_day);
CREATE INDEX document_by_organisation ON document (organisation_id);

CREATE TABLE picture (
  id INTEGER PRIMARY KEY,
  event_id INTEGER REFERENCES event (id) ON DELETE CASCADE,
  organisation_id INTEGER REFERENCES organisation (id) ON DELETE CASCADE,
  alternative TEXT NOT NULL CHECK (alternative <> '' AND length(alternative) <= 500),
  caption TEXT NOT NULL DEFAULT '' CHECK (length(caption) <= 500),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  file_id INTEGER NOT NULL REFERENCES file (id),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL,
  CHECK ((event_id IS NOT NULL) + (organisation_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX picture_by_event ON picture (event_id);
CREATE INDEX picture_by_organisation ON picture (organisation_id);

CREATE TABLE notice (
  id INTEGER PRIMARY KEY,
  city_id INTEGER REFERENCES city (id),
  venue_id INTEGER REFERENCES venue (id),
  text TEXT NOT NULL CHECK (text <> '' AND length(text) <= 1000),
  contact_id INTEGER REFERENCES contact (id),
  from_day TEXT CHECK (from_day GLOB '????-??-??'),
  until_day TEXT CHECK (until_day GLOB '????-??-??'),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL,
  CHECK ((city_id IS NOT NULL) + (venue_id IS NOT NULL) = 1),
  CHECK (until_day >= from_day)
) STRICT;
CREATE INDEX notice_by_city ON notice (city_id) WHERE city_id IS NOT NULL;
CREATE INDEX notice_by_venue ON notice (venue_id) WHERE venue_id IS NOT NULL;

CREATE TABLE site_text (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL CHECK (slug IN ('impressum','datenschutz','barrierefreiheit','leichte-sprache','gebaerdensprache')),
  language TEXT NOT NULL,
  title TEXT NOT NULL CHECK (title <> '' AND length(title) <= 200),
  body TEXT NOT NULL CHECK (length(body) <= 50000),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL,
  UNIQUE (slug, language)
) STRICT;
