-- Until which day a consent holds, and when it was noted; neither is known of those noted before.
ALTER TABLE consent ADD COLUMN ends_on TEXT CHECK (ends_on GLOB '????-??-??');
ALTER TABLE consent ADD COLUMN noted_on TEXT CHECK (noted_on GLOB '????-??-??');
-- What was saved before says the same as the columns' defaults, so that it can be compared and restored.
UPDATE revision SET state = json_set(state, '$.consentWording', '', '$.consentEndsOn', NULL) WHERE noun = 'contact';
UPDATE proposal SET state = json_set(state, '$.consentWording', '', '$.consentEndsOn', NULL) WHERE noun = 'contact';
