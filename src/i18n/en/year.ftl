# What a board did in a year.
year-glance = The year { $year } at a glance
year-none = The board has no meetings in { $year }.
year-about = The figures are of what you may read. Outcomes come from the minutes that are published.
year-figures = The year in figures
year-held = Meetings held
year-to-come = Meetings still to come
year-cancelled = Cancelled meetings
year-treated = Cases dealt with
year-outcomes = Outcomes of the cases
year-without-outcome = Without a published outcome
year-seats = Seats represented
year-seats-share = { $share } per cent on average
year-papers-out = Case papers sent out
year-papers-ahead = { $average ->
    [one] 1 day
   *[other] { $average } days
} before the meeting on average, { $least } at the least.
year-papers-in-time = The deadline was met for { $count } of { $all } meetings.
year-minutes-out = Minutes published
year-minutes-after = { $average ->
    [one] 1 day
   *[other] { $average } days
} after the meeting on average, { $most } at the most, for { $meetings ->
    [one] 1 meeting
   *[other] { $meetings } meetings
}.
year-languages = Written language of published minutes
year-languages-share = Bokmål: { $bokmal }, nynorsk: { $nynorsk } ({ $share } per cent).
year-meetings = The meetings of { $year }
year-days-ahead = { $days ->
    [0] Sent out on the day or later
    [one] Sent out 1 day ahead
   *[other] Sent out { $days } days ahead
}
year-too-late = After the deadline
year-days-after = { $days ->
    [0] Published on the day
    [one] Published 1 day after
   *[other] Published { $days } days after
}
year-cases = The cases of { $year }
year-case = Case
year-no-cases = There are no cases that you may read.
year-no-outcome = No outcome is published
year-strip-about = Each meeting stands on its date, with its number of cases
year-strip-meeting = { $days }: { $name }, { $cases ->
    [0] no cases
    [one] 1 case
   *[other] { $cases } cases
}, { $state }
year-strip-out = Held, and the minutes are published
year-strip-not-out = Held, and the minutes are not published
year-strip-coming = Still to come
