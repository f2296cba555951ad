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

/** Whether the text is a Land's code. */
export function isLand(text: string): text is Land {
  return Object.hasOwn(LANDS, text)
}
