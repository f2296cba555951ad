-- What became of a mail: it waits; it was written into the folder; it was refused for good; or it was tried often enough.
ALTER TABLE outbox ADD COLUMN state TEXT NOT NULL DEFAULT 'waiting'
  CHECK (state IN ('waiting','written','refused','given-up'));
ALTER TABLE outbox ADD COLUMN settled_at TEXT;
UPDATE outbox SET state = 'given-up', settled_at = made_at WHERE next_attempt_at IS NULL;
CREATE INDEX outbox_by_recipient ON outbox (recipient) WHERE state = 'refused';
