-- A town without groups is taken off every page, and stays in the history.
ALTER TABLE city ADD COLUMN archived_at TEXT;
