import { isReadFromRight } from '../../i18n/writing-direction.ts'

/** One line of text on paper: `language` where it is not the sheet's, `isFromRight` where it is read from the right. */
export type Line = { readonly text: string; readonly language: string; readonly isFromRight: boolean }

/** A line in the language of the sheet, or in another one. */
export function line(text: string, language = ''): Line {
  return { text: text.replace(/\p{Cc}/gu, ' '), language, isFromRight: isReadFromRight(text) }
}

/** The lines of those texts that say something. */
export function lines(...texts: readonly (string | null | undefined)[]): readonly Line[] {
  return texts.flatMap((text) => (text === null || text === undefined || text === '' ? [] : [line(text)]))
}
