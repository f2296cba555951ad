import type { Weekday } from '../domain/day.ts'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** The name of a weekday as schema.org/DayOfWeek has it. */
export function dayOfWeek(weekday: Weekday): string {
  return DAYS[weekday - 1] ?? ''
}

/** A place in Germany as schema.org/PostalAddress; street and postcode only where they are known. */
export function postalAddress(
  town: string,
  address: { readonly street: string; readonly postcode: string } | null,
): object {
  return {
    '@type': 'PostalAddress',
    ...(address === null ? {} : { streetAddress: address.street, postalCode: address.postcode }),
    addressLocality: town,
    addressCountry: 'DE',
  }
}
