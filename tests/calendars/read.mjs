// Reads calendar files with ical.js, and prints them as one JSON list, in the order of the arguments.
//
//   node tests/calendars/read.mjs FILE.ics …
//
// What is printed stands in `tests/calendars/read.py`, which prints the same of the same file. Times are in UTC by the
// file's own VTIMEZONE; each is checked against the rules that Node.js has.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const value = (component, name) => component.getFirstPropertyValue(name);

/** The local time as the clocks of a zone show it at a moment, by Node's own rules. */
function shown(moment, zone) {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  return parts.format(new Date(moment)).replace(" ", "T");
}

function time(component, name, zones) {
  const property = component.getFirstProperty(name);
  if (!property) return null;
  const local = property.getFirstValue();
  if (local.isDate) return local.toString();
  const id = property.getParameter("tzid");
  const zone = zones.get(id);
  if (!zone) throw new Error(`${name}: the file tells no zone ${id}`);
  const written = local.toString().slice(0, 19);
  const placed = local.clone();
  placed.zone = zone;
  const moment = placed.convertToZone(ICAL.Timezone.utcTimezone).toString();
  if (shown(moment, id) !== written) throw new Error(`${name}: ${written} in ${id} is read as ${moment}`);
  return moment;
}

function read(path) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  const zones = new Map(calendar.getAllSubcomponents("vtimezone").map((zone) => [value(zone, "tzid"), new ICAL.Timezone(zone)]));
  const events = calendar.getAllSubcomponents("vevent").map((event) => {
    const attendee = event.getFirstProperty("attendee");
    return {
      uid: value(event, "uid"),
      sequence: value(event, "sequence"),
      status: value(event, "status"),
      summary: value(event, "summary"),
      description: value(event, "description"),
      location: value(event, "location"),
      starts: time(event, "dtstart", zones),
      ends: time(event, "dtend", zones),
      organizer: value(event, "organizer"),
      attendee: attendee?.getFirstValue() ?? null,
      attendee_name: attendee?.getParameter("cn") ?? null,
      rsvp: attendee?.getParameter("rsvp") ?? null,
    };
  });
  return { method: value(calendar, "method"), events };
}

console.log(JSON.stringify(process.argv.slice(2).map(read)));
