// The sixteen Länder by their ISO 3166-2:DE code without the prefix; a Land decides the holidays.

export const LANDS = {
  BB: 'Brandenburg',
  BE: 'Berlin',
  BW: 'Baden-Württemberg',
  BY: 'Bayern',
  HB: 'Bremen',
  HE: 'Hessen',
  HH: 'Hamburg',
  MV: 'Mecklenburg-Vorpommern',
  NI: 'Niedersachsen',
  NW: 'Nordrhein-Westfalen',
  RP: 'Rheinland-Pfalz',
  SH: 'Schleswig-Holstein',
  SL: 'Saarland',
  SN: 'Sachsen',
  ST: 'Sachsen-Anhalt',
  TH: 'Thüringen',
} as const

export type Land = keyof typeof LANDS

/** With which two digits the Amtliche Gemeindeschlüssel of a Land's towns begin. */
const FIRST_DIGITS: Readonly<Record<Land, string>> = {
  SH: '01',
  HH: '02',
  NI: '03',
  HB: '04',
  NW: '05',
  HE: '06',
  RP: '07',
  BW: '08',
  BY: '09',
  SL: '10',
  BE: '11',
  BB: '12',
  MV: '13',
  SN: '14',
  ST: '15',
  TH: '16',
}

/** Whether a Gemeindeschlüssel is one of a town in this Land. */
export function isAgsIn(land: Land, ags: string): boolean {
  return ags.startsWith(FIRST_DIGITS[land])
}

/** Whether the text is a Land's code. */
export function isLand(text: string): text is Land {
  return Object.hasOwn(LANDS, text)
}
