# Meetings, deadlines and the year plan.

today = Today
meetings = Meetings
deadlines = Deadlines
closures = Holidays and quiet periods

stage-registration = Propose cases
stage-delivery = Hand papers to the secretariat
stage-notice = Send the notice
stage-reply = Answer the notice
stage-dispatch = Send out the papers
stage-meeting = Meeting
stage-draft = Send the draft minutes
stage-remarks = Send remarks on the draft
stage-publication = Make the minutes available

meeting-one = Meeting
meetings-coming = The next meetings
meetings-coming-none = No meetings are planned ahead.

meeting-state = State
meeting-state-planned = Planned
meeting-state-called = Called
meeting-state-papers_sent = Papers sent
meeting-state-held = Held
meeting-state-minuted = Draft minutes sent
meeting-state-closed = Closed
meeting-state-cancelled = Cancelled

meeting-board = Board
meeting-kind = Kind of meeting
meeting-title = Title
meeting-when = Time
meeting-days = Days and times
meeting-day = Date
meeting-last-day = Last day
meeting-starts = Starts
meeting-ends = Ends
meeting-place = Place
meeting-leader = Chair
meeting-video-link = Video link
meeting-video-link-help = Begins with https://
meeting-archive-reference = Archive reference
meeting-deadline = Deadline
meeting-edit = Change details
meeting-move = Move the meeting
meeting-cancel = Cancel the meeting
meeting-mails = E-mail about the meeting

meeting-not-held-yet = The meeting has not been held yet. Mark this as done once the day has come.
meeting-not-marked-held = First mark the meeting as held.
meeting-already-held = The meeting has been held and cannot be cancelled.
meeting-minuted = The minutes of the meeting have been sent out, so its day cannot be changed. Plan a new meeting in the year plan if you are to meet on another day.
meeting-is-cancelled = The meeting is cancelled. Plan a new one in the year plan instead.
meeting-passes-by-itself = This deadline passes by itself. There is nothing to mark.
meeting-time-never = The clocks go forward that night, so this time does not exist. Choose another.
meeting-time-twice = The clocks go back that night, so this time comes twice. Choose another.
meeting-ends-before-it-starts = The end must be after the start.
meeting-link-wrong = Write a link that begins with https://.

deadline-line = Deadline line
deadline-moved = moved from { $day } ({ $why })
moved-weekend = weekend
days-between = { $count ->
    [one] 1 day
   *[other] { $count } days
}
stop-done = done
stop-next = next
stop-coming = to come
stop-overdue = overdue
stop-meeting = meeting day

deadline-what = What
deadline-rule = Rule
deadline-status = Status
deadline-act = Mark
deadline-shall = shall
deadline-normally = normally
deadline-passed = closed
deadline-done-at = done { $when }
deadline-by-itself = Passes by itself
deadline-mark-delivery = Mark the papers as delivered
deadline-mark-notice = Mark the notice as sent
deadline-mark-dispatch = Mark the papers as sent out
deadline-mark-meeting = Mark the meeting as held
deadline-mark-draft = Mark the draft as sent
deadline-mark-publication = Mark the minutes as available
deadline-moot = The meeting is held
deadline-not-marked = not marked
deadline-in-draft = see the draft for its deadline
deadline-mark-undone = Undo that “{ $stage }” is done

warn-too-few = { $planned ->
    [one] One ordinary meeting is planned.
   *[other] { $planned } ordinary meetings are planned.
} The mandate says { $wanted }.
warn-too-many = { $planned ->
    [one] One ordinary meeting is planned.
   *[other] { $planned } ordinary meetings are planned.
} The mandate says only { $wanted }.
warn-clash = { $board } meets on { $day } too, and some people are on both.
warn-day-off = { $day } is not a working day ({ $why }).
warn-bridge-day = { $day } is a single working day between days off.
warn-short-day = { $day } is a short working day.
warn-closed = { $day } is in a period that you keep free: { $label }.
warn-deadline-closed = The deadline “{ $stage }” on { $day } is in a period that you keep free: { $label }.
warn-past = { $day } is past. Nobody gets mail about what is past.
warn-doubled = The board meets twice on { $day }.
warn-deadline-past = The deadline “{ $stage }” on { $day } has passed. Nobody is reminded of it.
warn-no-mandate = No mandate that is in force on { $day } has been entered, so the meeting gets no deadlines.

to-secretariat = The secretariat
to-chair = The chair
to-member = The members
to-deputy = The deputies
to-observer = The observers
to-aide = The aides
to-organisation = The organisations’ mailboxes

mail-when = When
mail-to = To
mail-subject = Subject
mail-about = About
mail-state = State
mail-whom = { $role } ({ $count ->
    [0] nobody today
    [one] 1 recipient
   *[other] { $count } recipients
})
mail-none = No e-mail follows from the meeting.
mail-if-not-done = Only if it is not marked as done. Repeated by the board’s rules.
mail-too-late = Not sent: the time is past.
mail-overdue = Overdue: { $stage }
mail-is-off = Mail is not switched on for this board. Everything is planned, nothing is sent.
mails-that-follow = E-mail that follows
mail-state-planned = planned
mail-state-fulfilled = not sent: all was done
mail-state-withdrawn = withdrawn
mail-state-stale = not sent: it was too late
mail-state-nobody = not sent: nobody to write to
mail-state-broken = not sent: the letter could not be written
mail-state-told = { $sent } of { $of } handed over

year-plan = Year plan { $year }
other-years = Other years
plan-year = Plan meetings in { $year }
plan-more = Add meetings in { $year }
plan-add-meetings = Plan meetings
plan-empty = No meetings are planned for the year.
plan-how = Look over the dates, change what you like, and see the deadlines and e-mails that follow. Nothing is saved before you have seen it. Empty a date to leave a meeting out.
plan-how-more = Write the day and hours of the meetings to add, and see which deadlines and emails follow. The meetings already planned stay as they are. Nothing is saved until you have seen it.
plan-standing-of = { $planned } of { $wanted } ordinary meetings are planned:
plan-standing = { $planned ->
    [one] One ordinary meeting is planned:
   *[other] { $planned } ordinary meetings are planned:
}
plan-move = Move
plan-cancel = Cancel
plan-no-closures = No school holidays or quiet periods are entered for { $year }.
plan-add-closures = Enter them before you plan.
plan-row = Meeting { $number }
plan-row-empty = no date
plan-last-day-help = Only when the meeting lasts several days.
plan-preview = Show deadlines and mail
plan-add-row = Add a meeting
plan-add-professional-day = Add a professional day
plan-save = Save the plan
plan-follows = This follows from the plan
plan-nothing-saved = Nothing is saved yet. Look over the deadlines and e-mails, then choose “Save the plan”.
plan-nothing = Write the date of at least one meeting.
plan-other-year = Choose a date in { $year }.
plan-wrong-last-day = The last day must be on or after the date, and a meeting lasts at most { $most } days.
move-sessions-overlap = Two of the days overlap. Correct the times.
plan-planned-meanwhile = { $who } planned meetings in this year while you looked at it: { $days }. Look over the plan before you save.
plan-changed-meanwhile = Somebody changed the year plan while you looked at it. Look over the plan before you save.
wheel-today = Today { $day }
wheel-description = Meetings, deadlines and periods without meetings through the year. The list below says the same in words.

move-how = Change days, times or the kind of meeting, and see what changes before you move the meeting. All else stays as it is.
move-day = Day { $number }
move-preview = Show what changes
move-add-day = Add a day
move-follows = This changes
move-nothing-saved = Nothing is saved yet. Look over the changes, then choose “Move the meeting”.
move-answered = { $count ->
    [one] One person has answered. The answer is for the old day, so everyone must answer again.
   *[other] { $count } people have answered. Their answers are for the old day, so everyone must answer again.
}
move-untold = The participants do not learn of the move until you send a notice of change.
move-papers-late = The papers went out on { $sent }. With the new meeting day they should have been out by { $due }, so they count as sent too late.
move-deadlines = Old and new deadlines
move-old = Before
move-new = After
move-changed = Change
move-same = same
move-differs = changed
move-mails = E-mail that changes
move-no-mails = No e-mail changes.
move-what = What happens
step-plan = new
step-again = sent again, because the day differs
step-reschedule = rescheduled
step-withdraw = withdrawn
step-too-late = Withdrawn. The new deadline is { $day }, so the reminder should have gone before now and will not be sent.

cancel-what = When the meeting is cancelled, no more reminders of it are sent. It stays in the year plan as cancelled. Afterwards you send the cancellation to those who were told of it.
cancel-mails = E-mail that is withdrawn
cancel-no-mails = No email about the meeting is planned.
cancel-yes = Yes, cancel the meeting
cancel-no = No, keep the meeting

said-plan-saved = The plan is saved.
said-saved = Saved.
said-meeting-moved = The meeting is moved.
said-meeting-cancelled = The meeting is cancelled, and the e-mail about it is withdrawn.
said-stage-done = Marked as done. The reminders of it stop.
said-stage-undone = No longer marked as done.

# Mail about deadlines. The subject says act, thing and date.

deadline-mail-subject = { $what }: by { $due }
deadline-mail-subject-overdue = { $what }: it was due { $due }
deadline-mail-subject-meeting = { $what } { $when }
deadline-mail-subject-special = { $kind } of { $board } { $meeting }, { $begins }
deadline-mail-overdue = The deadline was { $deadline }, and this is not marked as done.
deadline-mail-open = Open the meeting
deadline-mail-foot = You get this e-mail because you are { $role } of { $board }. Answers go to { $mailbox }.
deadline-mail-role-secretariat = the secretariat
deadline-mail-role-chair = the chair
deadline-mail-role-member = a member
deadline-mail-role-deputy = a deputy
deadline-mail-role-observer = an observer
deadline-mail-role-aide = an aide
deadline-mail-role-organisation = a member organisation

deadline-mail-registration-act = Propose cases for the meeting of { $board } { $meeting }
deadline-mail-registration-act-body = If you have a case for the meeting, send it to { $mailbox } by { $deadline }. Say briefly what it is about, and what you would like the meeting to do with it.
deadline-mail-registration-know = Watch for cases for the meeting of { $board } { $meeting }
deadline-mail-registration-know-body = Members can propose cases to { $mailbox } until { $deadline }.
deadline-mail-delivery-act = Collect papers for the meeting of { $board } { $meeting }
deadline-mail-delivery-act-body = Case officers hand their papers to the secretariat by { $deadline }. The secretariat marks it as done on the meeting’s page when all have come, and the reminders stop.
deadline-mail-delivery-know = Hand in papers for the meeting of { $board } { $meeting }
deadline-mail-delivery-know-body = If you present a case, send its papers to { $mailbox } by { $deadline }.
deadline-mail-notice-act = Send the notice of the meeting of { $board } { $meeting }
deadline-mail-notice-act-body = The secretariat sends the notice by { $deadline } and marks it as done on the meeting’s page. Then the reminders stop.
deadline-mail-notice-know = Expect the notice of the meeting of { $board } { $meeting }
deadline-mail-notice-know-body = The secretariat sends the notice by { $deadline }. Keep the time free in your calendar already now.
deadline-mail-reply-act = Say whether you come to the meeting of { $board } { $meeting }
deadline-mail-reply-act-body = Say by { $deadline } whether you come. If you cannot come, say who, if anyone, comes for you.
deadline-mail-reply-know = Watch for answers about the meeting of { $board } { $meeting }
deadline-mail-reply-know-body = Members tell { $mailbox } by { $deadline } whether they come.
deadline-mail-dispatch-act = Send out papers for the meeting of { $board } { $meeting }
deadline-mail-dispatch-act-body = The secretariat sends out the papers by { $deadline } and marks it as done on the meeting’s page. Then the reminders stop.
deadline-mail-dispatch-know = Expect papers for the meeting of { $board } { $meeting }
deadline-mail-dispatch-know-body = The secretariat sends out the papers by { $deadline }. Set aside time to read them and to secure backing in your organisation.
deadline-mail-meeting-act = Prepare for the meeting of { $board }
deadline-mail-meeting-act-body = The secretariat prepares for the meeting, which starts { $when }. Mark it as held on the meeting’s page afterwards.
deadline-mail-meeting-know = Attend { $board }
deadline-mail-meeting-know-body = The meeting starts { $when }. Tell { $mailbox } if you cannot come after all.
deadline-mail-draft-act = Send draft minutes of the meeting of { $board } { $meeting }
deadline-mail-draft-act-body = The secretariat sends the draft minutes to those who took part by { $deadline } and marks it as done on the meeting’s page. Then the reminders stop.
deadline-mail-draft-know = Expect draft minutes of the meeting of { $board } { $meeting }
deadline-mail-draft-know-body = The secretariat sends the draft minutes by { $deadline }.
deadline-mail-remarks-act = Send remarks on the minutes of the meeting of { $board } { $meeting }
deadline-mail-remarks-act-body = Read the draft minutes and send your remarks to { $mailbox } by { $deadline }. If you have none, you need do nothing.
deadline-mail-remarks-know = Watch for remarks on the minutes of the meeting of { $board } { $meeting }
deadline-mail-remarks-know-body = Members send remarks to { $mailbox } until { $deadline }.
deadline-mail-publication-act = Make available the minutes of the meeting of { $board } { $meeting }
deadline-mail-publication-act-body = The secretariat makes the minutes available by { $deadline } and marks it as done on the meeting’s page. Then the meeting is closed.
deadline-mail-publication-know = Expect the minutes of the meeting of { $board } { $meeting }
deadline-mail-publication-know-body = The secretariat makes the minutes available by { $deadline }.

too-few-mail-subject = Plan the meetings of { $board } for { $year } by 1 January: { $planned } of { $wanted } are planned
too-few-mail-body = The mandate says { $wanted } ordinary meetings a year. For { $year } there are { $planned } planned. The secretariat plans the rest in the year plan before 1 January { $year }. Then the reminders stop.
too-few-mail-open = Open the year plan

# The meeting in people's calendars.

meeting-calendar-day = { $summary } (day { $day } of { $days })
meeting-calendar-cancelled = Cancelled: { $summary }
meeting-calendar-video = Video meeting: { $link }
meeting-calendar-page = The meeting's page: { $link }
meeting-calendar-answer = Answer by the link in the e-mail. An answer from the calendar does not reach us.
