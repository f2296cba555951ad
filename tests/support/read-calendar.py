"""Reads calendars (a JSON list of texts) and prints, for each, the dates that icalendar, dateutil and
recurring_ical_events find in it: [start, end or null, status, uid], as local wall times in Germany."""
import json
import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

BERLIN = ZoneInfo("Europe/Berlin")


def wall(moment):
    if isinstance(moment, datetime):
        return moment.astimezone(BERLIN).strftime("%Y-%m-%dT%H:%M")
    return moment.isoformat()


def dates(text, first, last):
    calendar = icalendar.Calendar.from_ical(text)
    found = []
    for event in recurring_ical_events.of(calendar).between(first, last):
        end = event.get("DTEND")
        found.append([wall(event["DTSTART"].dt), None if end is None else wall(end.dt), str(event.get("STATUS")), str(event["UID"])])
    return sorted(found, key=lambda entry: [str(value) for value in entry])


request = json.load(sys.stdin)
first, last = (date.fromisoformat(request[name]) for name in ("from", "until"))
json.dump([dates(text, first, last) for text in request["calendars"]], sys.stdout)
