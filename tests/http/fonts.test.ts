import { expect, it } from 'vitest'
import { PAPER_FONTS } from '../../src/formats/pdf/fonts.ts'
import { findFonts, fontFaces } from '../../src/http/fonts.ts'

const missing = () => {
  throw new Error('Cannot find module')
}

it('every font of paper is found in its two weights, at an address of its own', () => {
  const fonts = findFonts()
  expect(new Set(fonts.map(({ href }) => href)).size).toBe(2 * PAPER_FONTS.length)
  expect(fontFaces(fonts).match(/@font-face/g)).toHaveLength(2 * PAPER_FONTS.length)
})

it('a font that is not installed is left to the system, and the others stand', () => {
  const [german, ...others] = PAPER_FONTS
  if (german === undefined) throw new Error('no font')
  const fonts = findFonts([{ ...german, regular: missing, bold: missing }, ...others])
  expect(fonts).toHaveLength(2 * others.length)
  expect(fontFaces(fonts)).not.toContain('NotoSans_400Regular.ttf')
  expect(fontFaces(findFonts([{ range: '', regular: missing, bold: missing }]))).not.toContain('@font-face')
})
