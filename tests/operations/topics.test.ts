import { expect, test } from 'vitest'
import { createTopic } from '../../src/operations/topics.ts'
import { idOf, openTown, problemsOf } from '../support/cast.ts'

const MUSIC = { slug: '', names: { de: 'Musik und Tanz', en: 'Music and dance' } }

test('an administrator creates a topic, and its history begins', () => {
  const { office, by } = openTown()
  const id = idOf(createTopic(office, by.administrator, MUSIC))
  expect(office.store.topics.all()).toEqual([{ ...MUSIC, id, slug: 'musik-und-tanz' }])
  expect(office.store.revisions.ofEntry('topic', id)).toMatchObject([
    { version: 1, by: 'administrator', state: { ...MUSIC, slug: 'musik-und-tanz' } },
  ])
})

test('nobody else does', () => {
  const { office, by } = openTown()
  for (const person of [by.coordinator, by.editor, by.staff, by.stranger])
    expect(() => createTopic(office, person, MUSIC)).toThrow('forbidden')
  expect(office.store.topics.all()).toEqual([])
})

test('it needs a name in every language of the site, and an address of its own', () => {
  const { office, by } = openTown()
  idOf(createTopic(office, by.administrator, MUSIC))
  const draft = { slug: 'musik-und-tanz', names: { de: 'Musik', en: '' } }
  expect(problemsOf(createTopic(office, by.administrator, draft))).toEqual([
    'names.en name.missing',
    'slug slug.taken',
  ])
})
