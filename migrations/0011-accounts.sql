-- Links that a mail carries: one purpose, one use, until they expire. The token itself is only in the mail.
CREATE TABLE account_link (
  token_hash TEXT PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  purpose TEXT NOT NULL CHECK (purpose IN ('invitation','password')),
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX account_link_by_account ON account_link (account_id);

-- A session that was ended stays known for some days, so that a form sent in it can be given back to its account.
ALTER TABLE session ADD COLUMN ended_at TEXT;

-- From now on accounts have a history like every other entry.
INSERT INTO revision (noun, entry_id, version, at, account_id, by, origin, state)
SELECT 'account', a.id, a.version, a.updated_at, NULL, 'System', 'terminal', json_object(
  'email', a.email, 'name', a.name, 'role', a.role,
  'cityIds', json((SELECT json_group_array(city_id) FROM account_city WHERE account_id = a.id)),
  'organisationIds',
  json((SELECT json_group_array(organisation_id) FROM account_organisation WHERE account_id = a.id)),
  'disabledAt', a.disabled_at)
FROM account a;
