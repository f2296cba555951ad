CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL CHECK (role IN ('administrator','coordinator','editor','staff')),
  password_hash TEXT,
  disabled_at TEXT,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE account_city (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  city_id INTEGER NOT NULL REFERENCES city (id),
  PRIMARY KEY (account_id, city_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_organisation (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  PRIMARY KEY (account_id, organisation_id)
) STRICT, WITHOUT ROWID;

-- The token itself is only in the cookie; here stands its SHA-256.
CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  device TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_account ON session (account_id);

CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  noun TEXT NOT NULL,
  entry_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  account_id INTEGER REFERENCES account (id) ON DELETE SET NULL,
  by TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('form','import','proposal','link','terminal','demonstration','restore')),
  -- Changes that were made together and can be undone together.
  batch TEXT,
  state TEXT NOT NULL CHECK (json_valid(state)),
  UNIQUE (noun, entry_id, version)
) STRICT;
CREATE INDEX revision_by_time ON revision (at);
CREATE INDEX revision_by_batch ON revision (batch) WHERE batch IS NOT NULL;

CREATE TABLE proposal (
  id INTEGER PRIMARY KEY,
  noun TEXT NOT NULL,
  entry_id INTEGER,
  base_version INTEGER,
  state TEXT NOT NULL CHECK (json_valid(state)),
  message TEXT NOT NULL DEFAULT '',
  answer_to TEXT NOT NULL DEFAULT '',
  account_id INTEGER REFERENCES account (id) ON DELETE SET NULL,
  made_at TEXT NOT NULL,
  decision TEXT CHECK (decision IN ('accepted','declined')),
  decided_at TEXT,
  decided_by INTEGER REFERENCES account (id) ON DELETE SET NULL,
  reason TEXT NOT NULL DEFAULT '',
  CHECK ((decision IS NULL) = (decided_at IS NULL))
) STRICT;
CREATE INDEX proposal_open ON proposal (made_at) WHERE decision IS NULL;

CREATE TABLE confirmation (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  on_day TEXT NOT NULL CHECK (on_day GLOB '????-??-??'),
  way TEXT NOT NULL CHECK (way IN ('link','telephone','visit','mail','form')),
  by TEXT NOT NULL
) STRICT;
CREATE INDEX confirmation_by_organisation ON confirmation (organisation_id, on_day DESC);

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  made_at TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  -- NULL: given up.
  next_attempt_at TEXT,
  failure TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX outbox_waiting ON outbox (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

-- Who did what, when, with which result; never a value that must be erasable.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  account_id INTEGER REFERENCES account (id) ON DELETE SET NULL,
  act TEXT NOT NULL,
  noun TEXT NOT NULL DEFAULT '',
  entry_id INTEGER,
  result TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_time ON audit (at);
