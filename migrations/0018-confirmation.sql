-- How a group is asked whether its entry still holds, what its link may do, and that it rests (ruht).
ALTER TABLE organisation ADD COLUMN mail_language TEXT NOT NULL DEFAULT 'de'
  CHECK (mail_language IN ('de','en','tr','uk','ar','ru'));
ALTER TABLE organisation ADD COLUMN link_changes TEXT NOT NULL DEFAULT 'proposed'
  CHECK (link_changes IN ('proposed','direct'));
ALTER TABLE organisation ADD COLUMN dormant_since TEXT CHECK (dormant_since GLOB '????-??-??');
-- What was saved before says the same as the columns' defaults, so that it can be compared and restored.
UPDATE revision
SET state = json_set(state, '$.mailLanguage', 'de', '$.linkChanges', 'proposed', '$.dormantSince', NULL)
WHERE noun = 'organisation';

ALTER TABLE confirmation ADD COLUMN noted_at TEXT;
ALTER TABLE confirmation ADD COLUMN noted_by TEXT NOT NULL DEFAULT '';

-- „Stimmt das noch?“: the link that a mail carries; the token itself is only there, here stands its SHA-256.
CREATE TABLE confirmation_request (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  token_hash TEXT NOT NULL UNIQUE,
  -- Asked by the clock, reminded by the clock, or asked by a person at the desk.
  kind TEXT NOT NULL CHECK (kind IN ('first','reminder','by-hand')),
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  mails INTEGER NOT NULL CHECK (mails >= 1),
  -- The entry was said to exist no longer: the link has nothing left to do.
  ended_at TEXT
) STRICT;
CREATE INDEX confirmation_request_by_organisation ON confirmation_request (organisation_id, id DESC);

-- Somebody called or came, and reached nobody.
CREATE TABLE unreached (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
CREATE INDEX unreached_by_organisation ON unreached (organisation_id, id DESC);

ALTER TABLE outbox ADD COLUMN request_id INTEGER REFERENCES confirmation_request (id) ON DELETE SET NULL;
CREATE INDEX outbox_by_request ON outbox (request_id) WHERE request_id IS NOT NULL;
