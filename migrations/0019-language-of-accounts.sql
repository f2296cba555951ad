-- In which language somebody with an account is written to.
ALTER TABLE account ADD COLUMN language TEXT NOT NULL DEFAULT 'de' CHECK (language IN ('de','en'));
UPDATE revision SET state = json_set(state, '$.language', 'de') WHERE noun = 'account';
