-- What staff prints again and again: an address of the print desk under a name.
CREATE TABLE kept_list (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> '' AND length(name) <= 100),
  sort_key TEXT NOT NULL,
  address TEXT NOT NULL CHECK (address LIKE '/druck/%' AND length(address) <= 1000),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at TEXT NOT NULL,
  archived_at TEXT
) STRICT;
-- A forgotten list gives its name back.
CREATE UNIQUE INDEX kept_list_by_name ON kept_list (name) WHERE archived_at IS NULL;
