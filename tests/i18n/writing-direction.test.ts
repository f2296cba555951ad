import { expect, it } from 'vitest'
import { isReadFromRight } from '../../src/i18n/writing-direction.ts'

it.each([
  ['Chor der Brücken', false],
  ['جمعية الصداقة', true],
  ['אגודת ידידות', true],
  ['انجمن فرهنگی', true],
  ['3. אגודה', true],
  ['Verein جمعية', false],
  ['Українська громада', false],
  ['0203 283-0', false],
  ['', false],
])('%s', (text, isFromRight) => {
  expect(isReadFromRight(text)).toBe(isFromRight)
})
