// Calendars of others as texts: an event is a list of its lines, without those that open and close it.

/** A calendar with these events; lines end as RFC 5545 wants. */
export function calendar(...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT'])
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//DE', ...lines, 'END:VCALENDAR', ''].join('\r\n')
}

/** „Probe“, every Thursday at 19:30 for two hours, from 8 January 2026 on, and whatever else it has. */
export function rehearsal(...lines: readonly string[]): readonly string[] {
  const own = [
    'UID:probe@chor.example',
    'SUMMARY:Probe',
    'DTSTART;TZID=Europe/Berlin:20260108T193000',
    'DTEND;TZID=Europe/Berlin:20260108T213000',
    'RRULE:FREQ=WEEKLY;BYDAY=TH',
  ]
  const names = lines.map(nameOf)
  return [...own.filter((line) => !names.includes(nameOf(line))), ...lines]
}

/** An event of one evening. */
export function evening(day: string, title: string, ...lines: readonly string[]): readonly string[] {
  return [
    `UID:${day}-${title}@chor.example`,
    `SUMMARY:${title}`,
    `DTSTART;TZID=Europe/Berlin:${day}T190000`,
    ...lines,
  ]
}

function nameOf(line: string): string {
  return /^[A-Z-]+/.exec(line)?.[0] ?? ''
}
