-- Calendars of organisations elsewhere, whose events are shown as meetings.
CREATE TABLE feed (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  address TEXT NOT NULL CHECK (address LIKE 'https://%' AND length(address) <= 2000),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL,
  archived_at TEXT,
  -- How fetching goes: written by the machine, without version and revision.
  next_at TEXT,
  -- Until then one round fetches it, and no other does.
  busy_until TEXT,
  tried_at TEXT,
  fetched_at TEXT,
  read_at TEXT,
  etag TEXT,
  last_modified TEXT,
  failure TEXT,
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  failing_since TEXT,
  -- What the last reading left over: events not taken in, rules kept as text.
  result TEXT NOT NULL DEFAULT '{"unread":[],"keptRules":{}}' CHECK (json_valid(result)),
  CHECK ((failure IS NULL) = (failing_since IS NULL))
) STRICT;
CREATE INDEX feed_by_organisation ON feed (organisation_id);
CREATE UNIQUE INDEX feed_by_address ON feed (organisation_id, address) WHERE archived_at IS NULL;
CREATE INDEX feed_due ON feed (next_at) WHERE archived_at IS NULL;

-- The feed that a meeting comes from, and what names it there (RFC 5545 UID, or a hash of what it says).
ALTER TABLE meeting ADD COLUMN feed_id INTEGER REFERENCES feed (id);
ALTER TABLE meeting ADD COLUMN foreign_uid TEXT;
CREATE UNIQUE INDEX meeting_by_foreign_uid ON meeting (feed_id, foreign_uid) WHERE feed_id IS NOT NULL;
