import type { Problem } from '../../domain/problem.ts'
import type { NewGroupDraft } from '../../domain/proposal.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { type Form, refuseUnknown, sayProblems, textOf } from '../../http/forms.ts'
import { sayNotice } from '../../http/frame.ts'
import { formHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import { areaPart, type FieldPart, type Filled, selectPart, textPart } from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { urlsIn } from '../../http/urls.ts'
import { proposeGroup } from '../../operations/proposals.ts'
import type { CityName } from '../../store/cities.ts'
import { isSentByMachine, shownAt } from './machine.ts'
import type { ProposalFormPage } from './pages.ts'

const FIELDS = [
  'name',
  'cityId',
  'about',
  'website',
  'times',
  'place',
  'telephone',
  'email',
  'answerTo',
] as const

/** The form to tell of a group that is missing; a list of a city names that. */
export function askForGroup(house: House, reader: Reader, asked: Asked): Answer {
  const city = house.store.cities.names().find(({ slug }) => slug === asked.query.ort)
  return groupPage(house, reader, city === undefined ? {} : { cityId: String(city.id) })
}

/** Keeps what was told for the coordinators of the city. */
export function sendGroup(house: House, reader: Reader, asked: Asked): Answer {
  const { form } = asked
  refuseUnknown(form, [...FIELDS, 'homepage', 'seit'])
  const thanks = done(urlsIn(reader.language).newGroup(), 'proposalSent')
  if (isSentByMachine(form, house.clock())) return thanks
  const result = proposeGroup(house, draftIn(form, house.store.cities.names()))
  return result.kind === 'proposed' ? thanks : groupPage(house, reader, form, result.problems)
}

function draftIn(form: Form, cities: readonly CityName[]): NewGroupDraft {
  const city = cities.find(({ id }) => String(id) === textOf(form, 'cityId'))
  return {
    name: textOf(form, 'name'),
    cityId: city?.id ?? null,
    about: textOf(form, 'about'),
    website: textOf(form, 'website'),
    times: textOf(form, 'times'),
    place: textOf(form, 'place'),
    telephone: textOf(form, 'telephone'),
    email: textOf(form, 'email'),
    answerTo: textOf(form, 'answerTo'),
  }
}

function groupPage(house: House, reader: Reader, form: Form, wrong: readonly Problem[] = []): Answer {
  const { words, language, notice } = reader
  const { group } = words.proposals
  const problems = sayProblems(words, wrong)
  const model: ProposalFormPage = {
    problems,
    title: group.title,
    lead: group.lead,
    notice: sayNotice(words, notice) ?? '',
    action: urlsIn(language).newGroup(),
    hidden: [{ name: 'seit', value: textOf(form, 'seit') || shownAt(house.clock()) }],
    fields: fieldsOf({ form, problems }, reader, house.store.cities.names()),
    send: group.send,
    back: null,
  }
  const head = formHead(reader, { title: group.title, hidden: true }, problems)
  return page('site/proposals/form', head, model, problems.length > 0 ? 422 : 200)
}

function fieldsOf(filled: Filled, { words }: Reader, cities: readonly CityName[]): readonly FieldPart[] {
  const { group, answerTo, answerToHint } = words.proposals
  return [
    textPart(filled, 'name', { label: group.name, isRequired: true }),
    selectPart(filled, 'cityId', {
      label: group.city,
      options: [['', group.chooseCity], ...cities.map(({ id, name }) => [String(id), name] as const)],
    }),
    areaPart(filled, 'about', { label: group.about, hint: group.aboutHint, rows: 4, isRequired: true }),
    textPart(filled, 'times', { label: group.times, hint: group.timesHint }),
    textPart(filled, 'place', { label: group.place }),
    textPart(filled, 'telephone', {
      label: group.telephone,
      hint: group.contactHint,
      size: 'middle',
      inputmode: 'tel',
    }),
    textPart(filled, 'email', { label: group.email, type: 'email', size: 'middle' }),
    textPart(filled, 'website', { label: group.website, type: 'url' }),
    textPart(filled, 'answerTo', { label: answerTo, hint: answerToHint, size: 'middle' }),
  ]
}
