# Meeting packs, and the numbers of pages.

paper-as-document = Open as PDF

pack = Meeting pack
pack-of-meeting = Meeting pack: { $meeting }
pack-open = Meeting pack (PDF)
pack-first = Case papers sent out on { $date }
pack-supplement = New case papers sent out on { $date }
pack-sent-at = { $date } at { $times }
pack-and = { $first } and { $last }
pack-supplement-of = Only what was sent out on { $date } (PDF)
pack-making = The pack is being made: { $done } of { $of }.
pack-making-words = The pack is being made: {"{"}done{"}"} of {"{"}steps{"}"}.
pack-look-again = See whether the pack is ready
pack-failed = The pack could not be made. The papers can be read one by one. Try again in a while, or tell the secretariat.
pack-nothing = Nothing that you may read has been sent out for this meeting.
pack-pages = { $count ->
    [one] page { $first }
   *[other] pages { $first }–{ $last }
}
pack-missing = { $count ->
    [one] Page { $first } is not in this pack.
   *[other] Pages { $first }–{ $last } are not in this pack.
}
pack-replaced = In place of { $old }, read { $new } (version { $number }).
pack-changed = New: { $changed }
pack-case = Case { $number }
pack-of-case = Case
pack-board = Board
pack-version = Version
pack-page = p.
pack-of = of
pack-time = Time
pack-exempt = Exempt from public access
pack-has-exempt = This pack holds information that is exempt from public access. Do not share it.
pack-room = The papers can also be read as text, enlarged or with a screen reader: { $address }
pack-marks-lost = comments and form fields are in the single document only
pack-note-locked = This document has a password and cannot be shown in the pack. With the password it can be opened here:
pack-note-damaged = This file is damaged and cannot be shown in the pack. Try to open it here:
pack-note-long = This document has more than a thousand pages and is not in the pack. It can be read here:
pack-note-office = This file was made in an office program and cannot be shown in the pack. It can be fetched here:
pack-pages-in = { $pages } of the meeting pack
pack-page-in = page { $page } of the meeting pack
