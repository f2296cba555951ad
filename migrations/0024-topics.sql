-- A topic that nothing is about any more stays in the archive.
ALTER TABLE topic ADD COLUMN archived_at TEXT;
