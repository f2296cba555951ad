import type { OrganisationDraft } from '../../domain/organisation.ts'
import { type Actor, may } from '../../domain/permission.ts'
import type { Problem } from '../../domain/problem.ts'
import { forbidden, notFound } from '../../domain/refusal.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { type Form, rowsOf, sayProblems, textOf, versionOf } from '../../http/forms.ts'
import { deskHead, formHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import { mergeOutdated, type ToldPart, withChosen } from '../../http/parts/entry-form.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import type { Outdated, Refused, Saved } from '../../operations/act.ts'
import {
  changeOrganisation,
  createOrganisation,
  draftOf,
  openOrganisation,
  tiesOf,
} from '../../operations/organisations.ts'
import { type Choices, formOf, ROWS, readOrganisation, settle } from './forms.ts'
import { type OrganisationContent, organisationPage } from './pages.ts'
import { organisationPreview } from './preview.ts'
import { sayForm } from './said.ts'
import { organisationSections } from './sections.ts'

/** What a form is shown with, beside the fields themselves. */
type Shown = {
  readonly form?: Form
  readonly version?: string
  readonly problems?: readonly Problem[]
  readonly told?: ToldPart
  readonly preview?: OrganisationDraft
  readonly status?: number
}

/** An empty form for a new organisation. */
export function askForNew(house: House, reader: Reader): Answer {
  const own = choicesOf(house, actorOf(reader)).cities
  if (own.length === 0) forbidden('create')
  const form = { reviewMonths: '12', memberKind: 'persons', languages: 'de', kind: '' }
  const city = own.length === 1 ? { cityId: String(own[0]?.id) } : {}
  return newPage(house, reader, { form: withRow({ ...form, ...city }, 'addresses') })
}

/** Creates an organisation, or shows its form again. */
export function create(house: House, reader: Reader, asked: Asked): Answer {
  const actor = actorOf(reader)
  if (choicesOf(house, actor).cities.length === 0) forbidden('create')
  const form = settle(asked.form)
  const reading = readOrganisation(form, choicesOf(house), yearOf(reader))
  const add = textOf(form, 'add')
  if (add !== '') return newPage(house, reader, { form: withRow(form, add) })
  if (reading.kind === 'problems')
    return newPage(house, reader, { form, problems: reading.problems, status: 422 })
  if (textOf(form, 'act') === 'preview') return newPage(house, reader, { form, preview: reading.draft })
  const result = createOrganisation(house, byForm(reader), reading.draft)
  return result.kind === 'saved'
    ? done(deskUrls.organisation(result.id), 'saved')
    : newPage(house, reader, { form, problems: result.problems, status: 422 })
}

/** Saves what was typed, or shows it again: with a row more, with a preview, with its problems, or beside another change. */
export function save(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  const actor = actorOf(reader)
  openOrganisation(house, actor, 'edit', id)
  const version = versionOf(asked.form)
  const form = chosen(house, id, version, settle(asked.form))
  const add = textOf(form, 'add')
  if (add !== '') return entryPage(house, reader, id, { form: withRow(form, add) })
  const reading = readOrganisation(form, choicesOf(house), yearOf(reader))
  if (reading.kind === 'problems')
    return entryPage(house, reader, id, { form, problems: reading.problems, status: 422 })
  const act = textOf(form, 'act')
  if (act === 'preview') return entryPage(house, reader, id, { form, preview: reading.draft })
  const result = changeOrganisation(house, byForm(reader), { id, version, draft: reading.draft })
  return answerSaving(
    house,
    reader,
    { id, form, version, draft: reading.draft, goOn: act === 'stay' },
    result,
  )
}

/** What follows an attempt to write an organisation. */
export function answerSaving(
  house: House,
  reader: Reader,
  sent: {
    readonly id: number
    readonly form: Form
    readonly version: number
    readonly draft: OrganisationDraft
    readonly goOn: boolean
  },
  result: Saved | Refused | Outdated,
): Answer {
  switch (result.kind) {
    case 'saved':
      return done(sent.goOn ? deskUrls.organisation(sent.id) : deskUrls.organisations(), 'saved')
    case 'refused':
      return entryPage(house, reader, sent.id, { form: sent.form, problems: result.problems, status: 422 })
    case 'outdated':
      return answerOutdated(house, reader, sent)
    default:
      return result satisfies never
  }
}

/** The page of an organisation, as stored or as `shown`. */
export function entryPage(house: House, reader: Reader, id: number, shown?: Shown): Answer {
  const actor = actorOf(reader)
  const organisation = openOrganisation(house, actor, 'read-internal', id)
  const { contacts, revisions } = house.store
  const problems = sayProblems(reader.words, shown?.problems ?? [])
  const choices = choicesOf(house)
  const mayEdit = may(actor, 'edit', tiesOf(organisation))
  const filled = { form: shown?.form ?? formOf(draftOf(organisation)), problems }
  const cities = choices.cities.filter(
    (city) => city.id === organisation.cityId || mayCreateIn(actor, city.id),
  )
  const content: OrganisationContent = {
    organisation,
    choices,
    contacts: contacts.allOf(id),
    lastBy: revisions.byVersion('organisation', id, organisation.version)?.by ?? null,
    problems,
    told: shown?.told ?? null,
    preview:
      shown?.preview === undefined
        ? null
        : organisationPreview(shown.preview, reader, choices, reader.words.desk.form.previewWord),
    form: mayEdit
      ? {
          action: deskUrls.organisation(id),
          version: shown?.version ?? (textOf(filled.form, 'version') || String(organisation.version)),
          sections: organisationSections(filled, reader, { ...choices, cities }),
          cancel: deskUrls.organisations(),
        }
      : null,
  }
  const head = formHead(reader, deskHead(reader, organisation.name), problems)
  return page('desk/organisations/entry', head, organisationPage(reader, content), shown?.status ?? 200)
}

function newPage(house: House, reader: Reader, shown: Shown): Answer {
  const { words } = reader
  const choices = choicesOf(house, actorOf(reader))
  const problems = sayProblems(words, shown.problems ?? [])
  const title = words.desk.organisations.new
  const model = {
    title,
    problems,
    preview:
      shown.preview === undefined
        ? null
        : organisationPreview(shown.preview, reader, choices, words.desk.form.previewWord),
    form: {
      action: deskUrls.newOrganisation,
      version: '',
      sections: organisationSections({ form: shown.form ?? {}, problems }, reader, choices),
      cancel: deskUrls.organisations(),
    },
  }
  return page(
    'desk/organisations/new',
    formHead(reader, deskHead(reader, title), problems),
    model,
    shown.status ?? 200,
  )
}

/** Somebody else saved in between: merged where only one changed a field, to choose from where both did. */
function answerOutdated(
  house: House,
  reader: Reader,
  sent: { readonly id: number; readonly version: number; readonly draft: OrganisationDraft },
): Answer {
  const { id, version, draft } = sent
  const { organisations, revisions } = house.store
  const organisation = organisations.byId(id) ?? notFound(`organisation ${id}`)
  const choices = choicesOf(house)
  const base = revisions.draftAt('organisation', id, version)
  const last = revisions.byVersion('organisation', id, organisation.version)
  const merged = mergeOutdated(reader, {
    forms: {
      base: base === null ? {} : formOf(base.draft),
      typed: formOf(draft),
      stored: formOf(draftOf(organisation)),
    },
    rowNames: ROWS,
    version: organisation.version,
    last: { by: last?.by ?? '', at: organisation.updatedAt },
    name: organisation.name,
    action: deskUrls.organisation(id),
    say: (form) => sayForm(form, reader, choices),
  })
  if (merged.kind === 'conflict')
    return page('desk/organisations/conflict', deskHead(reader, merged.conflict.title), merged.conflict, 409)
  const { form, told } = merged
  return entryPage(house, reader, id, { form, told, version: String(organisation.version), status: 409 })
}

/** The form with those fields as stored that were chosen so on a page of two states; that page showed this version. */
function chosen(house: House, id: number, version: number, form: Form): Form {
  return withChosen(form, ROWS, () => {
    const stored = house.store.revisions.draftAt('organisation', id, version)
    return stored === null ? null : formOf(stored.draft)
  })
}

/** Cities and topics; only cities in which somebody may create an entry, where it is asked for them. */
export function choicesOf(house: House, actor?: Actor): Choices {
  const cities = house.store.cities.names()
  return {
    cities: actor === undefined ? cities : cities.filter(({ id }) => mayCreateIn(actor, id)),
    topics: house.store.topics.all(),
  }
}

function mayCreateIn(actor: Actor, cityId: number): boolean {
  return may(actor, 'create', { cityId, organisationId: null })
}

function withRow(form: Form, rows: string): Form {
  const index = rowsOf(form, rows).length
  return rows === 'addresses' ? { ...form, [`addresses.${index}.kind`]: 'visit' } : form
}

function yearOf(reader: Reader): number {
  return Number(reader.now.day.slice(0, 4))
}
