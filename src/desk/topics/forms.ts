import { SITE_LANGUAGES } from '../../domain/language.ts'
import { checkTopic, type TopicDraft } from '../../domain/topic.ts'
import type { Reading } from '../../http/entry/desk.ts'
import { type Form, refuseUnknown, textOf } from '../../http/forms.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import { type Filled, type FormSection, textPart } from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'

const FIELDS = SITE_LANGUAGES.map((language) => `names.${language}`)
const KNOWN = [...FIELDS, ...FIELDS.map((field) => `choose.${field}`), 'version', 'act']

/** The sent form; throws Malformed for one that is not ours. */
export function settle(form: Form): Form {
  refuseUnknown(form, KNOWN)
  return form
}

/** Reads a settled form: a draft that the operation can judge, or all that is wrong. */
export function readTopic(form: Form): Reading<TopicDraft> {
  const draft: TopicDraft = {
    slug: '',
    names: { de: textOf(form, 'names.de'), en: textOf(form, 'names.en') },
  }
  const problems = checkTopic(draft)
  return problems.length === 0 ? { kind: 'draft', draft } : { kind: 'problems', problems }
}

/** The form that a topic fills. */
export function formOf({ names }: TopicDraft): Form {
  return Object.fromEntries(SITE_LANGUAGES.map((language) => [`names.${language}`, names[language]]))
}

/** Every field in words, in the order of the form. */
export function sayTopic({ names }: TopicDraft, { words }: Reader): SaidField[] {
  const { fields } = words.deskTopics
  return SITE_LANGUAGES.map((language) => ({
    group: `names.${language}`,
    label: fields[language],
    text: names[language],
  }))
}

/** The form of a topic: its name in each language of the site. */
export function topicSections(filled: Filled, { words }: Reader): readonly FormSection[] {
  const { fields, hints, section } = words.deskTopics
  return [
    {
      id: 'abschnitt-thema',
      title: section,
      fields: SITE_LANGUAGES.map((language) =>
        textPart(filled, `names.${language}`, {
          label: fields[language],
          hint: hints[language],
          isRequired: true,
        }),
      ),
    },
  ]
}
