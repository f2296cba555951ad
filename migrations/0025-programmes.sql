-- A programme that pays for nothing any more is taken off every page, and stays in the history.
ALTER TABLE programme ADD COLUMN archived_at TEXT;
