#!/usr/bin/env python3
"""Turns published meetings (a list of objects, as in meetings-2011-2020.json) into a folder of tables for the import.

usage: history.py MEETINGS.json ORGANISATIONS.csv FOLDER

What the source does not say stays unsaid: a list that it does not have is named under "unknown", a guest whose cases it
does not state has "unknown" for how long. The format of the tables stands in docs/import.md.
"""

import csv
import json
import re
import sys
from pathlib import Path

KINDS = {"ordinary": "ordinary", "fagdag": "professional_day", "extra": "extra"}
# What the source calls a case, where our list has the same.
TYPES = {"informasjonssak": "information"}
FORMER = {
    # Names that an organisation had until a day, as the CSV's notes say.
    "Digitaliseringsdirektoratet": [("Direktoratet for forvaltning og IKT", "Difi", "2019-12-31")],
    "Kommunal- og distriktsdepartementet": [
        ("Kommunal- og moderniseringsdepartementet", "KMD", "2021-12-31")
    ],
}
MODES = {"remote": "digitally"}

HEADS = {
    "organisations": ["number", "name", "short_name", "kind"],
    "former_names": ["organisation", "name", "short_name", "last"],
    "boards": ["slug", "name", "kind", "mailbox", "chair_counts", "numbering"],
    "meetings": ["board", "meeting", "day", "starts", "ends", "kind", "place", "state", "unknown"],
    "cases": ["board", "case_number", "meeting_day", "title", "kind", "language", "organisations", "responsible",
              "description", "remark"],
    "agenda": ["board", "meeting_day", "kind", "case_number", "title", "title_nn", "presenter", "approves"],
    "attendance": ["board", "meeting_day", "part", "organisation", "as_written", "deputy", "presence", "count",
                   "from_item", "until_item", "stay", "remark"],
    "minutes": ["board", "meeting_day", "content", "language", "published", "source", "remark"],
}


def slug(name):
    plain = name.lower().replace("å", "a").replace("ø", "o").replace("æ", "ae")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def number(text):
    """A number without leading zeros, to compare by."""
    head, _, year = text.partition("/")
    return f"{int(head)}/{year}" if year else str(int(head))


class History:
    def __init__(self, meetings, organisations):
        self.meetings = meetings
        self.organisations = organisations
        self.rows = {sheet: [] for sheet in HEADS}
        self.cases = {}

    def row(self, sheet, **values):
        unknown = set(values) - set(HEADS[sheet])
        assert not unknown, (sheet, unknown)
        self.rows[sheet].append([str(values.get(head) or "") for head in HEADS[sheet]])

    def write(self, folder):
        self.register()
        boards = {meeting["board"]: [] for meeting in self.meetings}
        for meeting in self.meetings:
            boards[meeting["board"]].append(meeting)
        for name, meetings in boards.items():
            self.board(name, meetings)
        folder.mkdir(parents=True, exist_ok=True)
        for sheet, rows in self.rows.items():
            with open(folder / f"{sheet}.csv", "w", encoding="utf-8", newline="") as file:
                out = csv.writer(file, delimiter=";")
                out.writerow(HEADS[sheet])
                out.writerows(rows)

    def register(self):
        for one in self.organisations:
            self.row("organisations", number=one["orgnr"], name=one["name_nb"], short_name=one["short_name"],
                     kind=one["kind"])
            for name, short, last in FORMER.get(one["name_nb"], []):
                self.row("former_names", organisation=one["orgnr"] or one["name_nb"], name=name, short_name=short,
                         last=last)

    def board(self, name, meetings):
        own = slug(name)
        restarts = any("/" not in case["number"] for meeting in meetings for case in meeting["cases"] or [])
        self.row("boards", slug=own, name=name, kind="steering", mailbox=f"{own}@example.invalid",
                 chair_counts="yes" if any(meeting.get("chair_org") for meeting in meetings) else "",
                 numbering="meeting" if restarts else "year")
        days = {day for meeting in meetings for day in self.days(meeting)}
        approved = {day for meeting in meetings for item in meeting["standing_items"] or []
                    for day in item["approves"] or []}
        # A meeting of which nothing is known but that its minutes were approved later.
        for day in sorted(approved - days):
            self.row("meetings", board=own, day=day, kind="ordinary", state="closed",
                     unknown="standing_items, cases, guests, attendance, secretariat")
        for meeting in meetings:
            self.meeting(own, restarts, meeting)

    @staticmethod
    def days(meeting):
        if meeting.get("sessions"):
            return [session["date"] for session in meeting["sessions"]]
        return [meeting["date"]] + ([meeting["end_date"]] if meeting["end_date"] else [])

    def meeting(self, board, restarts, meeting):
        sessions = meeting.get("sessions") or [
            {"date": day, "start": meeting["start"], "end": meeting["end"]} for day in self.days(meeting)
        ]
        unknown = []
        if meeting["standing_items"] is None or "standing_items" in meeting["truncated_fields"]:
            unknown.append("standing_items")
        if meeting["cases"] is None or not meeting["cases_complete"]:
            unknown.append("cases")
        if meeting["guests"] is None or "guests" in meeting["truncated_fields"]:
            unknown.append("guests")
        if meeting["secretariat"] is None:
            unknown.append("secretariat")
        for session in sessions:
            self.row("meetings", board=board, meeting=meeting["id"], day=session["date"], starts=session["start"],
                     ends=session["end"], kind=KINDS[meeting["kind"]], place=meeting["place"], state="closed",
                     unknown=", ".join(unknown))
        at = {"board": board, "meeting_day": sessions[0]["date"]}
        self.agenda(at, restarts, meeting)
        self.attendance(at, meeting, [session["date"] for session in sessions])
        self.minutes(at, meeting)

    def agenda(self, at, restarts, meeting):
        for item in meeting["standing_items"] or []:
            responsible = ", ".join(item.get("responsible") or [])
            title = "title_nn" if meeting["language"] == "nn" else "title"
            self.row("agenda", **at, kind="standing", presenter=responsible and f"{responsible} (ansvarlig)",
                     approves="; ".join(item["approves"] or []), **{title: item["title"]})
        cases = {case["number"]: case for case in meeting["cases"] or []}
        order = meeting.get("order_of_treatment") or list(cases)
        assert sorted(order) == sorted(cases), meeting["id"]
        for own in order:
            self.case(at, restarts, cases[own], meeting["language"])
            self.row("agenda", **at, kind="case", case_number=cases[own]["number_as_written"])

    def case(self, at, restarts, case, language):
        key = (at["board"], at["meeting_day"] if restarts else "", case["number"])
        if self.cases.setdefault(key, case["title"]) != case["title"]:
            raise SystemExit(f"{key} has two titles")
        responsible = case["responsible"]
        named = (responsible or []) + case["co_responsible"]
        others = case["responsible_body"] or ("unknown" if responsible is None else "")
        remarks = []
        hint = case["type_hint"]
        if hint and hint.lower() not in TYPES:
            remarks.append(f"Sakstype: {hint}")
        if case["section"]:
            remarks.append(f"Del av sakslisten: {case['section']}")
        if case["co_responsible"]:
            remarks.append(f"Medansvarlig: {', '.join(case['co_responsible'])}")
        if case["title_truncated"]:
            remarks.append("Tittelen er avkortet i kilden")
        if case.get("note"):
            remarks.append(case["note"])
        self.row("cases", board=at["board"], case_number=case["number_as_written"],
                 meeting_day=at["meeting_day"] if restarts else "",
                 title=case["title"] + (" …" if case["title_truncated"] else ""),
                 kind=TYPES.get((hint or "").lower()), language=case.get("language", language),
                 organisations="; ".join(named), responsible=others,
                 description="\n".join(f"- {item}" for item in case.get("sub_items") or []),
                 remark=". ".join(remarks))

    def stay(self, meeting, cases):
        """From which item until which, where the list is a range of the agenda; else the source's list in words."""
        numbers = [number(own) for own in cases]
        listed = [number(case["number"]) for case in meeting["cases"] or []]
        order = [number(own) for own in meeting.get("order_of_treatment") or []] or listed
        written = {number(case["number"]): case["number_as_written"] for case in meeting["cases"] or []}
        places = [order.index(own) if own in order else None for own in numbers]
        if None not in places and sorted(places) == list(range(min(places), min(places) + len(places))):
            return {"from_item": written[order[min(places)]], "until_item": written[order[max(places)]]}
        return {"stay": "sak " + " og ".join([", ".join(cases[:-1]), cases[-1]] if len(cases) > 1 else cases)}

    def partly(self, meeting, partial):
        if not partial:
            return {}
        kind = partial["kind"]
        if kind == "only_cases":
            return self.stay(meeting, partial["cases"])
        if kind == "from_case":
            return {"from_item": partial["from_case"]}
        if kind == "until":
            return {"stay": partial["as_written"] or f"til {partial['until']}"}
        return {"stay": partial.get("as_written") or "unknown"}

    def attendance(self, at, meeting, days):
        how = MODES.get(meeting["mode"], "in_person")

        def tell(part, one, presence=None, on=None, **more):
            written = one.get("as_written") or ""
            presence = presence or ("digitally" if one.get("remote") else how)
            self.row("attendance", board=at["board"], meeting_day=on or at["meeting_day"], part=part,
                     organisation=one["org"], as_written="" if written == one["org"] else written,
                     presence=presence, **more)

        for one in meeting["members_attending"]:
            self.member(meeting, one, days, tell)
        for one in meeting["absent"]:
            remark = ". ".join(part for part in (one.get("marker"), one.get("note")) if part)
            for day in days:
                tell("member", one, "absent", day, deputy="yes" if one["deputy"] else "", remark=remark)
        for one in meeting["assessors"]:
            for day in days:
                for count, deputy, presence in (
                    (one["count"] - one["deputies"], "", None),
                    (one["deputies"], "yes", None),
                    (one["listed_but_absent"], "", "absent"),
                ):
                    if count > 0:
                        tell("aide", one, presence, day, count=count, deputy=deputy)
        for one in meeting["observers"]:
            stay = {} if one["whole_meeting"] else {"stay": "unknown"}
            for day in days:
                tell("observer", one, on=day, **stay)
        for one in meeting["guests"] or []:
            cases = one["cases"]
            stay = {"stay": "unknown"} if cases is None else {} if cases == "all" else self.stay(meeting, cases)
            remark = ". ".join(part for part in (one.get("role"), one.get("note")) if part)
            # Who came for some cases, or nobody knows for which, stands on the first day.
            for day in days if cases == "all" else days[:1]:
                tell("guest", one, on=day, count=one["count"], deputy="yes" if one["deputy"] else "", remark=remark, **stay)
        office = meeting["secretariat"]
        if office:
            for day in days:
                remote = office["remote"]
                if office["count"] > remote:
                    tell("secretariat", office, None, day, count=office["count"] - remote)
                if remote:
                    tell("secretariat", office, "digitally", day, count=remote)

    def member(self, meeting, one, days, tell):
        role = (one.get("role") or "").lower()
        part = "chair" if "chair" in role else "member"
        partial = one["partial"] or {}
        deputy = "yes" if one["deputy"] else ""
        marker = one["deputy_marker"]
        remark = ". ".join(word for word in (marker if marker not in (None, "pva") else "", one.get("note")) if word)
        kind = partial.get("kind")
        for at, day in enumerate(days):
            if at > 0 and kind == "only_cases":
                # The cases stand on the first day.
                continue
            if at > 0 and kind in ("deputy_takes_over", "from_case"):
                tell(part, one, on=day, remark=remark, deputy="yes" if kind == "deputy_takes_over" else deputy)
            elif kind == "deputy_takes_over":
                # The member until the case before, the deputy from that case on.
                listed = [case["number"] for case in meeting["cases"]]
                before = listed[listed.index(partial["from_case"]) - 1]
                tell(part, one, on=day, remark=remark, until_item=before)
                tell(part, one, on=day, remark=remark, deputy="yes", from_item=partial["from_case"])
            elif kind == "partly_absent_deputy_steps_in":
                said = partial.get("as_written") or "unknown"
                tell(part, one, on=day, remark=remark, stay=said)
                tell(part, one, on=day, remark=remark, deputy="yes", stay=said)
            elif kind == "by_day":
                by_deputy = partial["days"][at] == "deputy"
                tell(part, one, on=day, remark=remark, deputy="yes" if by_deputy else "")
            else:
                tell(part, one, on=day, remark=remark, deputy=deputy, **self.partly(meeting, partial))

    def minutes(self, at, meeting):
        remarks = []
        if meeting.get("meeting_number"):
            remarks.append(f"Møte nr. {meeting['meeting_number']}")
        if meeting["ordinal_in_year"]:
            remarks.append(f"Møte nr. {meeting['ordinal_in_year']} dette året")
        if meeting.get("first_case_number_seen"):
            remarks.append(f"Første saksnummer i kilden: {meeting['first_case_number_seen']}")
        if meeting.get("informal_from"):
            remarks.append(f"Uformelt fra {meeting['informal_from']}")
        cut = ", ".join(meeting["truncated_fields"])
        if cut:
            remarks.append(f"Avkortet i kilden: {cut}")
        topics = "\n".join(f"- {topic}" for topic in meeting["lead_topics_without_number"])
        self.row("minutes", **at, content=topics, language=meeting["language"], published=meeting["published"],
                 source=meeting["source_url"], remark=". ".join(remarks))


def main():
    meetings, organisations, folder = sys.argv[1:]
    with open(meetings, encoding="utf-8") as file:
        meetings = json.load(file)
    with open(organisations, encoding="utf-8", newline="") as file:
        organisations = list(csv.DictReader(file))
    History(meetings, organisations).write(Path(folder))


if __name__ == "__main__":
    main()
