-- A person stands alone, so that erasing one is one act.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> '' AND length(name) <= 120)
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  audience TEXT NOT NULL CHECK (audience IN ('public','internal')),
  function TEXT NOT NULL CHECK (function <> '' AND length(function) <= 120),
  person_id INTEGER REFERENCES person (id),
  hours TEXT CHECK (json_valid(hours)),
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL,
  archived_at TEXT
) STRICT;
CREATE INDEX contact_by_organisation ON contact (organisation_id);

CREATE TABLE contact_channel (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('telephone','mobile','email','fax','form')),
  value TEXT NOT NULL DEFAULT '' CHECK (length(value) <= 254),
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX contact_channel_by_contact ON contact_channel (contact_id, position);

-- DSGVO Art. 7: what was agreed to, when, how, in which words, noted by whom, withdrawn when. channel_id NULL is the name.
CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  channel_id INTEGER REFERENCES contact_channel (id) ON DELETE CASCADE,
  place TEXT NOT NULL CHECK (place IN ('web','print','open-data')),
  given_on TEXT NOT NULL CHECK (given_on GLOB '????-??-??'),
  way TEXT NOT NULL CHECK (way IN ('paper','mail','telephone','in-person')),
  wording TEXT NOT NULL DEFAULT '',
  noted_by TEXT NOT NULL,
  withdrawn_on TEXT CHECK (withdrawn_on GLOB '????-??-??')
) STRICT;
CREATE INDEX consent_by_contact ON consent (contact_id);
