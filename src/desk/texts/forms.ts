import type { SiteText, SiteTextDraft } from '../../domain/site-text.ts'
import { type Form, refuseUnknown, textOf } from '../../http/forms.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import { areaPart, type Filled, type FormSection, textPart } from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'

const FIELDS = ['title', 'body'] as const
const KNOWN = [...FIELDS, ...FIELDS.map((field) => `choose.${field}`), 'version', 'act']

/** The sent form; throws Malformed for one that is not ours. */
export function settle(form: Form): Form {
  refuseUnknown(form, KNOWN)
  return form
}

/** Reads the sent form of a text, whose slug and language stay. */
export function readText(form: Form, { slug, language }: SiteText): SiteTextDraft {
  return { slug, language, title: textOf(form, 'title'), body: textOf(form, 'body') }
}

/** The form that a text fills. */
export function formOf({ title, body }: SiteTextDraft): Form {
  return { title, body }
}

/** Title and body of a text. */
export function sayText({ title, body }: SiteTextDraft, { words }: Reader): SaidField[] {
  const { fields } = words.desk.texts
  return [
    { group: 'title', label: fields.title, text: title },
    { group: 'body', label: fields.body, text: body },
  ]
}

/** The form of a text. */
export function textSections(filled: Filled, { words }: Reader, language: string): readonly FormSection[] {
  const { fields, bodyHint, section } = words.desk.texts
  return [
    {
      id: 'abschnitt-text',
      title: section,
      fields: [
        textPart(filled, 'title', { label: fields.title, isRequired: true }),
        areaPart(filled, 'body', {
          label: fields.body,
          hint: bodyHint,
          rows: 20,
          language,
          isRequired: true,
        }),
      ],
    },
  ]
}
