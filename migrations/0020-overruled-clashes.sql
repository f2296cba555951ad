-- Two who share a room although their times clash, and the word why. It holds as long as neither claims anything else.
CREATE TABLE overruled_clash (
  id INTEGER PRIMARY KEY,
  room_id INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
  one TEXT NOT NULL CHECK (one GLOB 'meeting [0-9]*' OR one GLOB 'event [0-9]*'),
  other TEXT NOT NULL CHECK (other GLOB 'meeting [0-9]*' OR other GLOB 'event [0-9]*'),
  -- SHA-256 of what both claim.
  claims TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> '' AND length(reason) <= 300),
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (room_id, one, other),
  CHECK (one < other)
) STRICT;
