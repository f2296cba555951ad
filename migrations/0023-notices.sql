-- A notice that is taken back stays in the archive.
ALTER TABLE notice ADD COLUMN archived_at TEXT;
