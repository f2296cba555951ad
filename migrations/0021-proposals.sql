-- Who decided is known by name, too, for accounts go; what readers sent is forgotten a month after the decision.
ALTER TABLE proposal ADD COLUMN decided_by_name TEXT NOT NULL DEFAULT '';
CREATE INDEX proposal_by_entry ON proposal (noun, entry_id) WHERE decision IS NULL;
CREATE INDEX proposal_decided ON proposal (decided_at) WHERE decision IS NOT NULL;
