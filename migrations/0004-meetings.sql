CREATE TABLE venue (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
  name TEXT NOT NULL CHECK (name <> '' AND length(name) <= 200),
  short_name TEXT NOT NULL DEFAULT '',
  sort_key TEXT NOT NULL,
  city_id INTEGER NOT NULL REFERENCES city (id),
  street TEXT NOT NULL CHECK (street <> ''),
  postcode TEXT NOT NULL CHECK (postcode GLOB '[0-9][0-9][0-9][0-9][0-9]'),
  operator_id INTEGER REFERENCES organisation (id),
  description TEXT NOT NULL DEFAULT '',
  arrival TEXT NOT NULL DEFAULT '',
  step_free INTEGER CHECK (step_free IN (0, 1)),
  opening_hours TEXT CHECK (json_valid(opening_hours)),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL,
  archived_at TEXT
) STRICT;
CREATE INDEX venue_by_city ON venue (city_id, sort_key);

CREATE TABLE room (
  id INTEGER PRIMARY KEY,
  venue_id INTEGER NOT NULL REFERENCES venue (id) ON DELETE CASCADE,
  slug TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> '' AND length(name) <= 100),
  floor TEXT NOT NULL DEFAULT '',
  seats INTEGER CHECK (seats BETWEEN 1 AND 5000),
  step_free INTEGER CHECK (step_free IN (0, 1)),
  position INTEGER NOT NULL,
  UNIQUE (venue_id, slug)
) STRICT;

-- Days on which a house, a whole city, or everything in a Land is closed.
CREATE TABLE closing_day (
  id INTEGER PRIMARY KEY,
  venue_id INTEGER REFERENCES venue (id) ON DELETE CASCADE,
  city_id INTEGER REFERENCES city (id) ON DELETE CASCADE,
  from_day TEXT NOT NULL CHECK (from_day GLOB '????-??-??'),
  until_day TEXT NOT NULL CHECK (until_day GLOB '????-??-??'),
  reason TEXT NOT NULL CHECK (reason <> ''),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL,
  CHECK (until_day >= from_day),
  CHECK ((venue_id IS NULL) <> (city_id IS NULL))
) STRICT;

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  title TEXT NOT NULL CHECK (title <> '' AND length(title) <= 200),
  kind TEXT NOT NULL CHECK (kind IN ('meeting','consultation','stand','course','house-meeting','day-of-action')),
  venue_id INTEGER REFERENCES venue (id),
  room_id INTEGER REFERENCES room (id),
  place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
  -- Where it takes place: the venue's city, else the organisation's; kept at every write, for calendars by city.
  city_id INTEGER NOT NULL REFERENCES city (id),
  schedule TEXT NOT NULL CHECK (json_valid(schedule)),
  -- Single dates cancelled, moved or added; versioned with the schedule that they belong to.
  exceptions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(exceptions)),
  -- The weekdays its rules can fall on, one bit each, Monday = 1; made from the schedule at every write, for filters.
  weekdays INTEGER NOT NULL CHECK (weekdays BETWEEN 0 AND 127),
  description TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 5000),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL,
  archived_at TEXT,
  CHECK (room_id IS NULL OR venue_id IS NOT NULL)
) STRICT;
CREATE INDEX meeting_by_organisation ON meeting (organisation_id) WHERE archived_at IS NULL;
CREATE INDEX meeting_by_city ON meeting (city_id) WHERE archived_at IS NULL;
CREATE INDEX meeting_by_venue ON meeting (venue_id) WHERE archived_at IS NULL;
