-- What was taken off the site stays in the archive, a document or a picture too.
ALTER TABLE document ADD COLUMN archived_at TEXT;
ALTER TABLE picture ADD COLUMN archived_at TEXT;
