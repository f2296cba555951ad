-- The secret of a one-time code app (RFC 6238), and the last time step that was used: each code opens once.
ALTER TABLE account ADD COLUMN code_secret TEXT;
ALTER TABLE account ADD COLUMN code_step INTEGER NOT NULL DEFAULT 0;

-- Codes for who lost the app, each for one use; only what they hash to.
CREATE TABLE recovery_code (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  code_hash TEXT NOT NULL,
  PRIMARY KEY (account_id, code_hash)
) STRICT, WITHOUT ROWID;

-- A password was right, and the code is still asked for.
CREATE TABLE sign_in (
  token_hash TEXT PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  made_at TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_by_account ON sign_in (account_id, made_at);

CREATE TABLE passkey (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  credential_id TEXT NOT NULL UNIQUE,
  public_key BLOB NOT NULL,
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL CHECK (json_valid(transports)),
  name TEXT NOT NULL CHECK (name <> '' AND length(name) <= 60),
  made_at TEXT NOT NULL,
  used_at TEXT
) STRICT;
CREATE INDEX passkey_by_account ON passkey (account_id);

-- What this site signs with what it hands out, and takes back once.
CREATE TABLE site_secret (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  value BLOB NOT NULL
) STRICT;
INSERT INTO site_secret (id, value) VALUES (1, randomblob(32));
CREATE TABLE used_challenge (
  challenge TEXT PRIMARY KEY,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
