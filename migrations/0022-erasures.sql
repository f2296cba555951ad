-- Who was erased (DSGVO Art. 17), without any of it: numbers and digests, so that an older backup can be cleaned of it.
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  contact_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  -- SHA-256 of number and name: whether a restored entry is the one that was erased.
  digest TEXT NOT NULL
) STRICT;
