#!/usr/bin/python3
"""Reads calendar files with Python's icalendar, and prints them as one JSON list, in the order of the arguments.

    read.py FILE.ics …

Each: method, and events with uid, sequence, status, summary, description, location, starts, ends, organizer, attendee,
attendee_name and rsvp. Times are in UTC by the file's own VTIMEZONE, never by the machine's rules; a whole day is a
date. What is missing is null. `tests/calendars/read.mjs` prints the same of the same file.
"""

import json
import sys
from datetime import datetime, timezone
from pathlib import Path

from icalendar import Calendar


def read(path):
    calendar = Calendar.from_ical(Path(path).read_bytes())
    zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}
    return {"method": text(calendar.get("METHOD")), "events": [event(each, zones) for each in calendar.walk("VEVENT")]}


def text(value):
    return None if value is None else str(value)


def event(entry, zones):
    def time(name):
        value = entry.get(name)
        if value is None:
            return None
        if not isinstance(value.dt, datetime):
            return value.dt.isoformat()
        local = zones[value.params["TZID"]].localize(value.dt.replace(tzinfo=None), is_dst=None)
        return local.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    attendee = entry.get("ATTENDEE")
    parameters = {} if attendee is None else attendee.params
    return {
        "uid": text(entry.get("UID")),
        "sequence": entry.get("SEQUENCE"),
        "status": text(entry.get("STATUS")),
        "summary": text(entry.get("SUMMARY")),
        "description": text(entry.get("DESCRIPTION")),
        "location": text(entry.get("LOCATION")),
        "starts": time("DTSTART"),
        "ends": time("DTEND"),
        "organizer": text(entry.get("ORGANIZER")),
        "attendee": text(attendee),
        "attendee_name": parameters.get("CN"),
        "rsvp": parameters.get("RSVP"),
    }


if __name__ == "__main__":
    json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
