import { expect, it } from 'vitest'
import { type Card, vcardsOf } from '../../src/formats/vcard.ts'

const card: Card = {
  uid: 'contact-30@treffpunkt.example',
  person: 'Dr. Erika Müller',
  function: 'Leitung, Beratung',
  organisation: 'Verein; Kultur',
  channels: [
    { kind: 'telephone', value: '0203 283-0' },
    { kind: 'mobile', value: '0171 123456' },
    { kind: 'email', value: 'erika@verein.example' },
    { kind: 'form', value: '' },
  ],
  address: { addition: 'c/o IZ', street: 'Flachsmarkt 15', postcode: '47051', town: 'Duisburg' },
  website: 'https://verein.example',
  note: 'Zeile 1\nZeile 2',
}

it('is a vCard 3.0 with names, function, ways and address', () => {
  expect(vcardsOf([card]).split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'UID:contact-30@treffpunkt.example',
    'FN:Dr. Erika Müller',
    'N:Müller;Dr. Erika;;;',
    'ORG:Verein\\; Kultur',
    'TITLE:Leitung\\, Beratung',
    'TEL;TYPE=WORK,VOICE:0203 283-0',
    'TEL;TYPE=CELL,VOICE:0171 123456',
    'EMAIL;TYPE=INTERNET:erika@verein.example',
    'ADR;TYPE=WORK:;c/o IZ;Flachsmarkt 15;Duisburg;;47051;Deutschland',
    'URL:https://verein.example',
    'NOTE:Zeile 1\\nZeile 2',
    'END:VCARD',
    '',
  ])
})

it('names the organisation where there is no person', () => {
  const text = vcardsOf([{ ...card, person: '', address: null, website: '', note: '' }])
  expect(text).toContain('FN:Verein\\; Kultur\\, Leitung\\, Beratung\r\n')
  expect(text).toContain('N:;Verein\\; Kultur\\, Leitung\\, Beratung;;;\r\n')
  expect(text).not.toContain('ADR')
  expect(text).not.toContain('URL')
})

it('has no line beyond 75 octets, and none cut within a letter', () => {
  const text = vcardsOf([{ ...card, note: 'Ärzte und Ökumene '.repeat(40) }])
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n ', '')).toContain('Ärzte und Ökumene '.repeat(40).trim())
  expect(text).not.toContain('\ufffd')
})
