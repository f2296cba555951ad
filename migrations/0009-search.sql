-- Folded text (see domain/search-fold): names weigh most, then topics, then what an entry says of itself.
-- The row's id is made from noun and entry (store/search.ts); `place` holds the tokens by which a search is narrowed.
CREATE VIRTUAL TABLE search_word USING fts5 (
  place,
  name,
  topics,
  text,
  prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 0"
);

-- Parts of compounds: „zentrum“ in „Integrationszentrum“.
CREATE VIRTUAL TABLE search_part USING fts5 (name, topics, tokenize = 'trigram');
