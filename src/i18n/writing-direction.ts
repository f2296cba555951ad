// Knows from which side a name is read: from the first of its letters that has a side (UAX #9, rule P2).

const FIRST_LETTER = /\p{L}/u
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Whether the text is read from right to left: Arabic, Hebrew, Persian, and whoever writes as they do. */
export function isReadFromRight(text: string): boolean {
  const [letter = ''] = FIRST_LETTER.exec(text) ?? []
  return FROM_THE_RIGHT.test(letter)
}
