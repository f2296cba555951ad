// Forms as no page of ours sends them, each made from a sound one.

/** Fields with their values, as a browser gathers them. */
export type SentForm = Readonly<Record<string, string | readonly string[]>>

const MARKUP = `<b id="evil">"'`

/** Ways to spoil a sound form, each with what it is about. */
export const BODIES: Readonly<Record<string, (form: SentForm) => SentForm>> = {
  'nothing at all': () => ({}),
  'no version': ({ version: _, ...form }) => form,
  'a field of nobody': (form) => ({ ...form, evil: '1' }),
  'a field of every object': (form) => ({ ...form, ['__proto__']: '1', constructor: '1' }),
  'rows of every object': (form) => ({ ...form, '__proto__.0.id': '1', 'constructor.0.name': '1' }),
  'more rows than there are': (form) => ({
    ...form,
    ...rows('addresses', 'street'),
    ...rows('programme', 'title'),
    ...rows('rooms', 'name'),
    ...rows('parts', 'text'),
    ...rows('funderIds', 'organisationId'),
    ...rows('channels', 'value'),
  }),
  'far too many fields': (form) => ({ ...form, ...rows('evil', 'x', 20_000) }),
  'every field twice': (form) => eachField(form, (value) => [...value, ...value]),
  'every field a second time, otherwise': (form) => eachField(form, (value) => [...value, 'evil']),
  'a very long text': (form) => ({ ...form, [longestOf(form)]: 'ä'.repeat(50_000) }),
  'long texts': (form) => eachText(form, () => 'x'.repeat(5000)),
  'far too much': (form) => ({ ...form, [longestOf(form)]: 'x'.repeat(600 * 1024) }),
  markup: (form) => eachText(form, () => MARKUP),
  'control codes and turned letters': (form) => eachText(form, (text) => `\0${text}\u202e\r\n\x1b[31m`),
  'line ends for headers': (form) => eachText(form, (text) => `${text}\r\nBcc: evil@evil.example`),
  'letters for numbers': (form) => eachNumber(form, 'abc'),
  'numbers of nothing': (form) => eachNumber(form, '999999'),
  'numbers of something else': (form) => eachNumber(form, '1'),
  'numbers below zero': (form) => eachNumber(form, '-1'),
  'numbers beyond all': (form) => eachNumber(form, '9'.repeat(300)),
  'no choice of ours': (form) => eachField(form, (value) => value.map(() => 'evil')),
  ...Object.fromEntries(
    ['999', '0', '-1', '1.5', 'NaN', 'Infinity', '1e999', "1' OR '1'='1"].map((version) => [
      `version ${version}`,
      (form: SentForm) => ({ ...form, version }),
    ]),
  ),
}

/** Bodies in a notation that no form has: what they are said to be, and what they are. */
export const NOTATIONS: readonly (readonly [type: string, body: string])[] = [
  ['application/json', '{"version": 1}'],
  [
    'application/json',
    '{"email": {"at": 1}, "message": [["x"]], "back": {}, "version": {}, "way": 7, "act": null}',
  ],
  ['application/json', '[]'],
  ['application/json', 'null'],
  ['application/json', '{"__proto__": {"version": "1"}}'],
  ['text/plain', 'version=1'],
  [
    'multipart/form-data; boundary=x',
    '--x\r\ncontent-disposition: form-data; name="version"\r\n\r\n1\r\n--x--',
  ],
  ['application/octet-stream', '\0\0\0'],
  ['text/html', '<b>'],
]

function eachField(form: SentForm, change: (values: readonly string[]) => readonly string[]): SentForm {
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, change([value].flat())]))
}

function eachText(form: SentForm, change: (text: string) => string): SentForm {
  const isText = (value: string) => !/^[\d.]+$/.test(value)
  return eachField(form, (values) => values.map((value) => (isText(value) ? change(value) : value)))
}

function eachNumber(form: SentForm, number: string): SentForm {
  return eachField(form, (values) => values.map((value) => (/^\d+$/.test(value) ? number : value)))
}

function longestOf(form: SentForm): string {
  const lengths = Object.entries(form).map(([name, value]) => [[value].flat().join('').length, name] as const)
  return lengths.sort(([one], [other]) => other - one)[0]?.[1] ?? 'message'
}

function rows(name: string, field: string, count = 60): SentForm {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}.${index}.${field}`, 'x']))
}
