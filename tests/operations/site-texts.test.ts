import { expect, test } from 'vitest'
import type { SiteTextDraft } from '../../src/domain/site-text.ts'
import { changeSiteText, createSiteText } from '../../src/operations/site-texts.ts'
import { idOf, openTown, problemsOf } from '../support/cast.ts'

const IMPRINT: SiteTextDraft = {
  slug: 'impressum',
  language: 'de',
  title: 'Impressum',
  body: 'Stadt Beispielstadt',
}

test('an administrator writes a text, and its history begins', () => {
  const { office, by } = openTown()
  const id = idOf(createSiteText(office, by.administrator, IMPRINT))
  expect(office.store.siteTexts.all()).toMatchObject([{ ...IMPRINT, id, version: 1 }])
  expect(office.store.revisions.ofEntry('site-text', id)).toMatchObject([
    { version: 1, by: 'administrator', state: IMPRINT },
  ])
})

test('nobody else writes or changes one', () => {
  const { office, by } = openTown()
  const id = idOf(createSiteText(office, by.administrator, IMPRINT))
  for (const person of [by.coordinator, by.editor, by.staff, by.stranger]) {
    expect(() => createSiteText(office, person, { ...IMPRINT, language: 'en' })).toThrow('forbidden')
    expect(() => changeSiteText(office, person, { id, version: 1, draft: IMPRINT })).toThrow('forbidden')
  }
  expect(office.store.siteTexts.all()).toHaveLength(1)
})

test('a reader gets it in the language asked for, else in German', () => {
  const { office, by } = openTown()
  createSiteText(office, by.administrator, IMPRINT)
  const title = () => office.store.siteTexts.bySlug('impressum', 'en')?.title
  expect(title()).toBe('Impressum')
  createSiteText(office, by.administrator, { ...IMPRINT, language: 'en', title: 'Imprint' })
  expect(title()).toBe('Imprint')
  expect(office.store.siteTexts.bySlug('datenschutz', 'en')).toBeNull()
})

test('there is one for each language, and it is not empty', () => {
  const { office, by } = openTown()
  createSiteText(office, by.administrator, IMPRINT)
  expect(problemsOf(createSiteText(office, by.administrator, { ...IMPRINT, title: '', body: '' }))).toEqual([
    'title title.missing',
    'body body.missing',
    'language siteText.exists',
  ])
})

test('a change keeps slug and language, and every saved state', () => {
  const { office, by } = openTown()
  const id = idOf(createSiteText(office, by.administrator, IMPRINT))
  const draft: SiteTextDraft = { ...IMPRINT, slug: 'datenschutz', language: 'en', body: 'Stadt Musterstadt' }
  expect(changeSiteText(office, by.administrator, { id, version: 1, draft })).toEqual({
    kind: 'saved',
    id,
    version: 2,
  })
  expect(office.store.siteTexts.byId(id)).toMatchObject({ ...IMPRINT, body: 'Stadt Musterstadt', version: 2 })
  expect(office.store.revisions.ofEntry('site-text', id).map(({ state }) => state)).toEqual([
    { ...IMPRINT, body: 'Stadt Musterstadt' },
    IMPRINT,
  ])
})

test('an outdated copy changes nothing', () => {
  const { office, by } = openTown()
  const id = idOf(createSiteText(office, by.administrator, IMPRINT))
  changeSiteText(office, by.administrator, {
    id,
    version: 1,
    draft: { ...IMPRINT, body: 'Stadt Musterstadt' },
  })
  const late = changeSiteText(office, by.administrator, {
    id,
    version: 1,
    draft: { ...IMPRINT, body: 'Stadt Irgendwo' },
  })
  expect(late).toEqual({ kind: 'outdated', version: 2 })
  expect(office.store.siteTexts.byId(id)?.body).toBe('Stadt Musterstadt')
})
