CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
  title TEXT NOT NULL CHECK (title <> '' AND length(title) <= 200),
  summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
  description TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 10000),
  starts_on TEXT NOT NULL CHECK (starts_on GLOB '????-??-??'),
  ends_on TEXT NOT NULL CHECK (ends_on GLOB '????-??-??'),
  starts_at TEXT CHECK (starts_at GLOB '??:??'),
  ends_at TEXT CHECK (ends_at GLOB '??:??'),
  city_id INTEGER NOT NULL REFERENCES city (id),
  venue_id INTEGER REFERENCES venue (id),
  room_id INTEGER REFERENCES room (id),
  place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
  yearly_since INTEGER CHECK (yearly_since BETWEEN 1000 AND 2200),
  cancelled_because TEXT CHECK (cancelled_because <> '' AND length(cancelled_because) <= 300),
  report TEXT CHECK (length(report) <= 10000),
  attendance INTEGER CHECK (attendance >= 0),
  working_groups TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(working_groups)),
  demands TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(demands)),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL,
  archived_at TEXT,
  CHECK (ends_on >= starts_on),
  CHECK (room_id IS NULL OR venue_id IS NOT NULL)
) STRICT;
-- By the last day: what readers ask for is nearly always still to come or not long past, and few events are.
CREATE INDEX event_by_day ON event (ends_on, starts_on) WHERE archived_at IS NULL;
CREATE INDEX event_by_city ON event (city_id, ends_on, starts_on) WHERE archived_at IS NULL;
CREATE INDEX event_by_venue ON event (venue_id, ends_on) WHERE archived_at IS NULL;

CREATE TABLE event_topic (
  event_id INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  topic_id INTEGER NOT NULL REFERENCES topic (id),
  PRIMARY KEY (event_id, topic_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_topic_by_topic ON event_topic (topic_id, event_id);

CREATE TABLE programme_item (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  day TEXT CHECK (day GLOB '????-??-??'),
  starts_at TEXT CHECK (starts_at GLOB '??:??'),
  ends_at TEXT CHECK (ends_at GLOB '??:??'),
  title TEXT NOT NULL CHECK (title <> '' AND length(title) <= 200),
  description TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX programme_item_by_event ON programme_item (event_id, position);

CREATE TABLE participation (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  role TEXT NOT NULL CHECK (role IN ('organiser','host','participant','partner','funder','guest')),
  text TEXT NOT NULL DEFAULT '',
  stand TEXT NOT NULL DEFAULT '',
  with_organisation_id INTEGER REFERENCES organisation (id)
) STRICT;
CREATE INDEX participation_by_event ON participation (event_id, position);
CREATE INDEX participation_by_organisation ON participation (organisation_id);
