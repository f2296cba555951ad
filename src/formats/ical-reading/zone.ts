import { type Component, propertiesOf } from './lines.ts'
import { isZone } from './moment.ts'
import { WINDOWS_ZONES } from './windows-zones.ts'

/** Finds the zone of a TZID; null where nobody can know it. */
export type Zones = (tzid: string) => string | null

const OFFSETS: ReadonlySet<string> = new Set(['TZOFFSETTO'])
const NAMES: ReadonlySet<string> = new Set(['TZID', 'X-LIC-LOCATION'])
/** Central European time: one hour ahead of UTC in winter, two in summer. */
const CENTRAL_EUROPE = '+01:00,+02:00'

/**
 * The zones that the TZIDs of a calendar stand for: names of the IANA database, alone or at the end of a path, those that
 * Windows gives, and whatever the calendar itself defines with the offsets of Central Europe (RFC 5545 §3.6.5).
 */
export function zonesOf(components: readonly Component[]): Zones {
  const defined = definedZones(components)
  return (tzid) => knownZone(tzid) ?? defined.get(tzid) ?? null
}

function knownZone(tzid: string): string | null {
  const name = tzid.trim().replace(/^"|"$/g, '')
  if (/^(?:utc|gmt|z|etc\/utc)$/i.test(name)) return 'UTC'
  const windows = WINDOWS_ZONES.get(name.toLowerCase())
  if (windows !== undefined) return windows
  // „(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien“
  if (/\bBerlin\b/.test(name)) return 'Europe/Berlin'
  const atEnd = /[A-Za-z_]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?$/.exec(name)?.[0]
  return [name, atEnd ?? '', atEnd?.split('/').slice(-2).join('/') ?? ''].find(isZone) ?? null
}

/** A definition is followed by those of its standard and daylight time, which stand within it. */
function definedZones(components: readonly Component[]): ReadonlyMap<string, string> {
  const defined = new Map<string, string>()
  components.forEach((component, index) => {
    if (component.name !== 'VTIMEZONE') return
    const names = propertiesOf(component, NAMES)
    const said = (name: string) => String(names.find((each) => each.name === name)?.values[0] ?? '')
    const zone = knownZone(said('X-LIC-LOCATION')) ?? zoneByOffsets(components.slice(index + 1))
    if (zone !== null) defined.set(said('TZID'), zone)
  })
  return defined
}

function zoneByOffsets(following: readonly Component[]): string | null {
  const end = following.findIndex(({ name }) => name !== 'STANDARD' && name !== 'DAYLIGHT')
  const own = end === -1 ? following : following.slice(0, end)
  const offsets = own.flatMap((part) => propertiesOf(part, OFFSETS).map(({ values }) => String(values[0])))
  return [...new Set(offsets)].sort().join() === CENTRAL_EUROPE ? 'Europe/Berlin' : null
}
