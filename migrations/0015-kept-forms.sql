-- What was typed into a form whose session had ended, until its account has signed in again; sealed with the token that
-- only the browser has, so that neither this file nor a copy of it tells what it was.
CREATE TABLE kept_form (
  token_hash TEXT PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  made_at TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_form_by_account ON kept_form (account_id, made_at);
