/** What every list on paper has beside its entries, as its template takes it. */
export const LIST_HEAD = {
  language: 'de',
  title: 'Kontakte',
  facts: ['Stand: 3. Juni 2026'],
  choice: '',
  mark: '',
  runningHead: 'Kontakte',
  pageOf: 'Seite {page} von {pages}',
  isLandscape: false,
  closing: '',
  empty: '',
}
