import type { ShownProblem } from '../forms.ts'
import { problemAt, textOf, textsOf } from '../forms.ts'
import type { SchedulePart } from '../schedule/part.ts'
import type { ClashesPart } from './clashes.ts'
import { type Filled, type Labelled, labelled, type Said } from './labelled.ts'

export type { Filled } from './labelled.ts'

export type Option = { readonly value: string; readonly label: string; readonly isChosen: boolean }
/** The first has the field's name as its id, so that the link of a problem leads to it. */
export type Choice = Option & { readonly id: string }

export type TextPart = Labelled & {
  readonly kind: 'text'
  readonly type: 'text' | 'email' | 'password' | 'url'
  readonly value: string
  readonly inputClass: string
  readonly autocomplete: string
  readonly inputmode: string
  /** The id of a list of names to choose from, or empty. */
  readonly list: string
}
export type AreaPart = Labelled & {
  readonly kind: 'area'
  readonly value: string
  readonly rows: number
  readonly language: string
}
export type SelectPart = Labelled & { readonly kind: 'select'; readonly options: readonly Option[] }
export type ChoicesPart = Labelled & {
  readonly kind: 'choices'
  readonly type: 'radio' | 'checkbox'
  readonly choices: readonly Choice[]
  /** Choices that few need, folded away under these words. */
  readonly moreLabel: string
  readonly more: readonly Choice[]
}
export type FactPart = { readonly kind: 'fact'; readonly label: string; readonly text: string }
/** What a form tells and does not ask, under terms. */
export type FactsPart = {
  readonly kind: 'facts'
  readonly facts: readonly { readonly term: string; readonly lines: readonly string[] }[]
}
export type RowsPart = {
  readonly kind: 'rows'
  readonly name: string
  readonly hint: string
  readonly problem: string
  readonly rows: readonly {
    readonly legend: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly fields: readonly FieldPart[]
    readonly remove: string
  }[]
  readonly removeLabel: string
  readonly addLabel: string
}
/** A file to be chosen; `accept` are media types, with commas between. */
export type FilePart = Labelled & { readonly kind: 'file'; readonly accept: string }
/** What goes along unseen. */
export type HiddenPart = { readonly kind: 'hidden'; readonly name: string; readonly value: string }
/** Names that text fields offer while somebody types. */
export type NamesPart = { readonly kind: 'names'; readonly id: string; readonly names: readonly string[] }
export type FieldPart =
  | TextPart
  | AreaPart
  | SelectPart
  | ChoicesPart
  | FactPart
  | FactsPart
  | RowsPart
  | NamesPart
  | SchedulePart
  | ClashesPart
  | FilePart
  | HiddenPart

export type FormSection = {
  readonly id: string
  readonly title: string
  readonly fields: readonly FieldPart[]
}

declare module '../render.ts' {
  interface Parts {
    field: FieldPart
    'field-text': TextPart
    'field-area': AreaPart
    'field-file': FilePart
    'field-select': SelectPart
    'field-choices': ChoicesPart
    'field-rows': RowsPart
    'form-sections': readonly FormSection[]
    'problem-summary': readonly ShownProblem[]
  }
}

/** One line of text. */
export function textPart(
  filled: Filled,
  name: string,
  said: Said & {
    readonly type?: TextPart['type']
    readonly size?: 'tiny' | 'short' | 'middle'
    readonly autocomplete?: string
    readonly inputmode?: 'numeric' | 'tel'
    readonly list?: string
  },
): TextPart {
  return {
    ...labelled(filled, name, said),
    kind: 'text',
    type: said.type ?? 'text',
    value: said.type === 'password' ? '' : textOf(filled.form, name),
    inputClass: said.size === undefined ? 'input' : `input input-${said.size}`,
    autocomplete: said.autocomplete ?? 'off',
    inputmode: said.inputmode ?? '',
    list: said.list ?? '',
  }
}

/** Several lines of text; `language` where it is another one than the page's. */
export function areaPart(
  filled: Filled,
  name: string,
  said: Said & { readonly rows?: number; readonly language?: string },
): AreaPart {
  return {
    ...labelled(filled, name, said),
    kind: 'area',
    value: textOf(filled.form, name),
    rows: said.rows ?? 5,
    language: said.language ?? '',
  }
}

/** One of a list, from a menu; a value of '' stands for no choice. */
export function selectPart(
  filled: Filled,
  name: string,
  said: Said & { readonly options: readonly (readonly [value: string, label: string])[] },
): SelectPart {
  const chosen = textOf(filled.form, name)
  return {
    ...labelled(filled, name, { ...said, isRequired: true }),
    kind: 'select',
    options: said.options.map(([value, label]) => ({ value, label, isChosen: value === chosen })),
  }
}

/** Some (`checkbox`) or one (`radio`) of a list that is shown whole, or folded after the first `shown` and the chosen ones. */
export function choicesPart(
  filled: Filled,
  name: string,
  said: Said & {
    readonly type: ChoicesPart['type']
    readonly options: readonly (readonly [value: string, label: string])[]
    readonly shown?: number
    readonly moreLabel?: string
  },
): ChoicesPart {
  const chosen = textsOf(filled.form, name)
  const options = said.options.map(([value, label]) => ({ value, label, isChosen: chosen.includes(value) }))
  const shown = said.shown ?? options.length
  const isShown = (option: Option, index: number) => index < shown || option.isChosen
  const withId = (option: Option, index: number): Choice => ({
    ...option,
    id: index === 0 ? name : `${name}-${option.value}`,
  })
  return {
    ...labelled(filled, name, { ...said, isRequired: true }),
    kind: 'choices',
    type: said.type,
    choices: options.filter(isShown).map(withId),
    moreLabel: said.moreLabel ?? '',
    more: options
      .filter((option, index) => !isShown(option, index))
      .map((option) => ({ ...option, id: `${name}-${option.value}` })),
  }
}

/** A file to be chosen. */
export function filePart(filled: Filled, name: string, said: Said & { readonly accept: string }): FilePart {
  return { ...labelled(filled, name, { ...said, isRequired: true }), kind: 'file', accept: said.accept }
}

/** What a form tells, under terms. */
export function factsPart(facts: FactsPart['facts']): FactsPart {
  return { kind: 'facts', facts }
}

/** Rows of fields, with a button for one more; each row's fields are named `name.index.field`. */
export function rowsPart(
  filled: Filled,
  name: string,
  said: {
    readonly hint: string
    readonly removeLabel: string
    readonly addLabel: string
    readonly count: number
    readonly row: (
      prefix: string,
      number: number,
    ) => {
      readonly legend: string
      readonly hidden?: readonly string[]
      readonly fields: readonly FieldPart[]
    }
  },
): RowsPart {
  const rows = Array.from({ length: said.count }, (_, index) => {
    const { legend, fields, hidden = [] } = said.row(`${name}.${index}`, index + 1)
    return {
      legend,
      fields,
      hidden: hidden.map((field) => ({ name: field, value: textOf(filled.form, field) })),
      remove: `${name}.${index}.remove`,
    }
  })
  const { hint, removeLabel, addLabel } = said
  return {
    kind: 'rows',
    name,
    hint,
    problem: problemAt(filled.problems, name) ?? '',
    rows,
    removeLabel,
    addLabel,
  }
}
