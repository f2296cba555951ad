// A city (Ort): a town with groups; belongs to a Land.
import { isAgsIn, LANDS, type Land } from './land.ts'
import { checkText, type Problem } from './problem.ts'

export type CityDraft = {
  readonly slug: string
  readonly name: string
  readonly land: Land
  /** Amtlicher Gemeindeschlüssel, eight digits. */
  readonly ags: string | null
  readonly postcodes: readonly string[]
  /** WGS 84 degrees. */
  readonly latitude: number | null
  readonly longitude: number | null
  readonly description: string
}

export type City = CityDraft & {
  readonly id: number
  readonly version: number
  readonly archivedAt: string | null
}

/** What keeps a city from being saved. */
export function checkCity(draft: CityDraft): Problem[] {
  const problems = [...checkText('name', draft.name, { required: true, longest: 100 }), ...checkAgs(draft)]
  if (draft.postcodes.some((postcode) => !/^\d{5}$/.test(postcode)))
    problems.push({ field: 'postcodes', key: 'postcode.malformed' })
  problems.push(
    ...checkPlaceOnEarth(draft),
    ...checkText('description', draft.description, { required: false, longest: 10_000 }),
  )
  return problems
}

/** A key of another Land is a slip in one of the two, and the wrong Land would give the wrong holidays. */
function checkAgs({ ags, land }: CityDraft): Problem[] {
  if (ags === null) return []
  if (!/^\d{8}$/.test(ags)) return [{ field: 'ags', key: 'ags.malformed' }]
  return isAgsIn(land, ags) ? [] : [{ field: 'ags', key: 'ags.otherLand', params: { land: LANDS[land] } }]
}

function checkPlaceOnEarth({ latitude, longitude }: CityDraft): Problem[] {
  if (latitude === null && longitude === null) return []
  const isThere =
    latitude !== null && longitude !== null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  return isThere ? [] : [{ field: 'latitude', key: 'coordinates.malformed' }]
}
