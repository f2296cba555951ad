import { describe, expect, it } from 'vitest'
import { markdownToText } from '../../src/http/markdown.ts'

describe('a stored text without its marks', () => {
  it.each([
    ['Neue sind willkommen.', 'Neue sind willkommen.'],
    ['Wir **singen** und *tanzen*.', 'Wir singen und tanzen.'],
    ['# Probe\n\nIm Saal', 'Probe\nIm Saal'],
    ['- Noten\n- Stifte', '– Noten\n– Stifte'],
    ['Im Saal\nohne Stufen', 'Im Saal\nohne Stufen'],
    ['[Noten](https://chor.example) & mehr', 'Noten & mehr'],
    ['<b>fett</b>', '<b>fett</b>'],
    ['', ''],
  ])('%j', (stored, said) => {
    expect(markdownToText(stored)).toBe(said)
  })
})
