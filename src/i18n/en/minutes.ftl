# Who is at a meeting.
attendance = Attendance
attendance-of = Attendance: { $meeting }
attendance-part-chair = Chair
attendance-part-member = Members
attendance-part-observer = Observers
attendance-part-aide = Aides
attendance-part-guest = Guests
attendance-part-secretariat = Secretariat
attendance-who = Name
attendance-presence = How
attendance-stay = When
attendance-in_person = In the room
attendance-digitally = Online
attendance-absent = Not present
attendance-unknown = not recorded
attendance-tap = { $how }: { $name }
attendance-instead-of = on behalf of { $name }
attendance-answered = Answered: { $answer }
attendance-all-day = the whole meeting day
attendance-came = from { $from }
attendance-left = until { $until }
attendance-only = { $at } only
attendance-between = from { $from } until { $until }
attendance-stay-change = Came later or left earlier
attendance-stay-of = When was { $name } present?
attendance-from = Present from
attendance-until = Present until
attendance-from-start = The beginning
attendance-to-end = The end
attendance-stay-save = Save
attendance-stay-order = The item someone came for must stand before the item they left after, and both must be on that day’s agenda.
attendance-seats = { $there } of { $all } seats are represented, { $digitally } of them online. { $absent } of the list are not present, and nothing is recorded for { $open } seats.
attendance-quorum = The meeting has a quorum: { $there } of the members are represented, and at least { $needed } must be.
attendance-no-quorum = The meeting has no quorum: { $there } of the members are represented, and at least { $needed } must be.
attendance-by-item = Item by item
attendance-there = Represented
attendance-missing = Not part of it
attendance-n-of = { $there } of { $all }
attendance-recused = Conflict of interest: { $names }
attendance-away = Not present then: { $names }
attendance-add-someone = Add someone who is not on the list
attendance-name = Name
attendance-organisation = Organisation
attendance-as = Takes part as
attendance-as-member = Deputy for a member
attendance-as-observer = Observer
attendance-as-aide = Aide
attendance-as-guest = Guest
attendance-as-secretariat = Secretariat
attendance-seat = On behalf of
attendance-seat-help = Choose the member if the person is a deputy.
attendance-seat-none = Nobody
attendance-add = Add
attendance-not-saved = Not saved. Check the connection, and tap again.
attendance-not-yet = You can record who is present once the day of the meeting has come.
attendance-cancelled = The meeting is cancelled.
attendance-closed = The meeting is closed or its minutes are approved, so the list can no longer be changed.
attendance-no-such-day = The meeting no longer has this day. Look over the list again.

# The minutes while they are written, and the draft as it will be read.
minutes = Minutes
minutes-of = Minutes: { $meeting }
minutes-draft = Draft
minutes-draft-of = Draft minutes: { $meeting }
minutes-preview = See the draft
minutes-document = The draft as PDF
minutes-language = Language of the minutes
minutes-opening = Opening
minutes-opening-help = Stands first in the minutes.
minutes-save-opening = Save language and opening
minutes-opening-overtaken = Someone else saved language and opening while you were writing. What you wrote is still here. If you save now, it replaces what is saved.
minutes-content = What was said
minutes-outcome = Outcome
minutes-outcome-none = Not chosen
minutes-conclusion = Conclusion
minutes-dissent = Dissenting view
minutes-dissent-help = Write whose view it is, and what it is.
minutes-more = Dissenting view and times
minutes-starts = The item began
minutes-ends = The item was finished
minutes-ends-first = The item cannot be finished before it began.
minutes-save-item = Save { $item }
minutes-saved = Saved by { $who }, { $at }.
minutes-not-saved = Not saved. What you wrote is still here. We try again when you are online. Press the save button to try now.
minutes-overtaken = { $who } saved this item while you were writing. What you wrote is still here. If you save now, it replaces what { $who } wrote.
minutes-theirs = What { $who } wrote
minutes-no-items = No items stand on the agenda of this day.
minutes-gone = No longer on the agenda
minutes-gone-how = This was written about items that have since been taken off the agenda. It is not part of the draft.
minutes-not-yet = You can write minutes once the day of the meeting has come.
minutes-absent = Absent
minutes-unknown = { $count ->
    [one] For 1 person on the list it is not recorded whether they were present.
   *[other] For { $count } people on the list it is not recorded whether they were present.
} Record it under “Attendance”.
minutes-recused = { $count ->
    [one] { $names } had a conflict of interest and took no part in the item.
   *[other] { $names } had conflicts of interest and took no part in the item.
}
minutes-from = From { $time }
minutes-until = Until { $time }

# From before the system came.
attendance-by-deputy = by deputy
attendance-as-written = Written: “{ $words }”
attendance-stay-unknown = not stated when
attendance-unsure = Counted, though it is not known whether they were there then: { $names }
minutes-approved-in = Approved in
minutes-published-on = Published
minutes-source = Source
minutes-source-remark = Remark

# Which version the minutes are.
minutes-version = Version
minutes-version-approved = { $number }, approved { $day }
minutes-corrected = Corrected

# How often members are represented by a deputy.
deputies-title = Deputies used often
deputies-says = { $n ->
    [0] The mandate ({ $paragraph }) says that members come in person. These have had a deputy in the last twelve months:
    [one] The mandate ({ $paragraph }) says that a member may be represented by a deputy at most once in twelve months. These have been more often:
   *[other] The mandate ({ $paragraph }) says that a member may be represented by a deputy at most { $n } times in twelve months. These have been more often:
}
deputies-times = { $n ->
    [one] one meeting by a deputy
   *[other] { $n } meetings by a deputy
}
deputies-no-organisation = A member without an organisation
deputies-who-sees = Only the secretariat and the chair see this.
