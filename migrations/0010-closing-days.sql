-- A closing day that is taken back stays in the history; a city may have a holiday that no other town has.
ALTER TABLE closing_day ADD COLUMN kind TEXT NOT NULL DEFAULT 'closed'
  CHECK (kind = 'closed' OR (kind = 'holiday' AND venue_id IS NULL));
ALTER TABLE closing_day ADD COLUMN archived_at TEXT;
