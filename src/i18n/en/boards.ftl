# Boards: what they are, the mandate, the seats and the terms.

boards-title = Boards
boards-none = There are no boards yet. An administrator makes the first one.
boards-new = New board
boards-name = Name
boards-kind = Kind
boards-parent = Board above it
boards-parent-help = A product council reports to the board above it.
boards-parent-below = A board cannot stand below itself or below one of its own councils. Choose another.
boards-parent-secretariat = The secretariat of the board above is the secretariat here too
boards-settings = About the board
boards-set-up = Setting up the board
boards-calendar = Holidays and quiet periods
boards-reminders = Reminders
boards-reports = Reports
boards-terms = Terms and members
boards-mandates = Mandate
boards-year-plan = Year plan { $year }
boards-zone = Time zone
boards-zone-help = Its name in the IANA database, such as Europe/Oslo.
boards-zone-unknown = There is no such time zone. Write, for example, Europe/Oslo.
boards-holidays = Public holidays
boards-holidays-no = Norwegian holidays
boards-holidays-se = Swedish holidays
boards-holidays-none = Only Saturday and Sunday are free
boards-languages = Languages of its documents
boards-languages-needed = Choose at least one language.
boards-liked-weekday = Meeting day, choice { $place }
boards-liked-weekdays = Meeting days
boards-liked-hours = Meeting hours
boards-liked-start = Meetings begin
boards-liked-end = Meetings end
boards-hours-backwards = Meetings must end after they begin.
boards-mailbox = The board's e-mail address
boards-mailbox-help = Replies to mail from the board come here.
boards-chair-counts = The chair counts as a member
boards-asks-needs = Ask those who come what they need (food, accessibility)
boards-asks-needs-help = Only the secretariat sees the answers. They are deleted seven days after the meeting.
boards-colleagues-read = Members may let colleagues read along
boards-colleagues-read-help = A member chooses which papers a colleague may read until the meeting is over. Papers that are exempt from public access, or whose access is deferred, are never among them.
boards-opened-kept-days = Days for which the secretariat sees who has opened the papers
boards-opened-kept-days-help = Leave the field empty if the secretariat is not to see it. Members are told where they read the papers. What was opened before you turned it on is never shown.
boards-mandate-in-force = The mandate in force
boards-demands-shall = The board shall follow this
boards-demands-normally = The board normally follows this
boards-no-secretariat = No secretariat
boards-no-secretariat-says = The board has no secretariat. Nobody calls its meetings, and nobody is told when a mail does not arrive. Appoint someone to the secretariat under “Terms and members”.
boards-mail-is-off = The board’s mail is off, so nobody gets reminders.
boards-mandate-version = Mandate, version { $label }
boards-no-mandate = No mandate is in force today.
boards-who-sits = Who sits on the board
boards-nobody-sits = Nobody is appointed yet.
boards-councils = Product councils under the board
boards-closures = Holidays and quiet periods
boards-no-closures = No weeks are set aside.
boards-closures-intro = We suggest no meetings in school holidays. In quiet periods we suggest no deadlines either.
boards-closure-add = Add a period
boards-calendar-follows = Deadlines in the period may be reckoned again.
boards-closure-kind = What kind of period
boards-closure-school_holiday = School holiday
boards-closure-quiet = Quiet period
boards-closure-label = What the period is called
boards-first-day = First day
boards-last-day = Last day
boards-valid-from = In force from
boards-period = Period
boards-from-on = from { $date }
boards-no-end-help = Leave this empty when no end is set.
boards-ends-before-it-begins = The last day cannot be before the first.
boards-state = State
boards-decision = Decision
boards-person = Person
boards-organisation = Organisation
boards-role = Role
boards-role-secretariat = Secretariat
boards-role-chair = Chair
boards-role-member = Member
boards-role-deputy = Deputy
boards-role-observer = Observer
boards-role-aide = Aide
boards-strength = How strict
boards-strength-shall = shall
boards-strength-normally = normally
boards-paragraph = Clause of the mandate
boards-paragraph-help = For example 4.

boards-reminders-intro = Here you decide who is reminded of what. Changes apply at once to what has not been sent.
boards-no-reminders = Nobody is reminded of anything yet.
boards-reminder = Reminder
boards-reminder-add = Add a reminder
boards-reminders-follows = What has not been sent by this rule is not sent.
boards-reminder-about = What it is about
boards-reminder-to = Who gets it
boards-reminder-when = When
boards-reminder-quantity = Number of days or months
boards-reminder-unit = Days or months
boards-reminder-at-most = How many times
boards-reminder-at-most-help = Only for what is overdue.
boards-reminder-days-before = { $about }: { $who } is reminded { $n ->
    [one] one day
   *[other] { $n } days
} before.
boards-reminder-months-before = { $about }: { $who } is reminded { $n ->
    [one] one month
   *[other] { $n } months
} before.
boards-reminder-overdue = { $about }: { $who } is reminded every { $n ->
    [one] day
   *[other] { $n } days
} after the deadline, at most { $times ->
    [one] once
   *[other] { $times } times
}.
boards-reminder-twice = This reminder is already there.
boards-reminder-other-rhythm = What is overdue already has another rhythm. Remove that first, or use the same number of days and times.
boards-overdue-in-days = Reminders of what is overdue are counted in days.
boards-when-before = Before the deadline
boards-when-overdue = After the deadline
boards-unit-days = Days
boards-unit-months = Months
boards-to-secretariat = the secretariat
boards-to-chair = the chair
boards-to-member = each member
boards-to-deputy = each deputy
boards-to-observer = each observer
boards-to-aide = each aide
boards-to-organisation = the organisation
boards-about-registration = Registering cases
boards-about-delivery = Delivering papers
boards-about-notice = Notice of meeting
boards-about-reply = Replies to the notice
boards-about-dispatch = Sending out papers
boards-about-meeting = The meeting
boards-about-draft = Draft minutes
boards-about-remarks = Remarks on the minutes
boards-about-publication = Publishing the minutes
boards-about-term = A term ends
boards-about-mandate = The mandate ends
boards-about-too-few-meetings = Too few meetings in the year
boards-about-council-report = Report from the product council
boards-about-council-advice = Deadline for advice from the council
boards-about-council-ends = The period of the council ends
boards-about-naming = An organisation is to name a representative
boards-about-vacancy = The organisation has named nobody
boards-about-composition = The board will break a rule of its mandate
boards-about-annual-plan = The plan of cases: a planned case lacks something, or was not treated
boards-about-relation = The document about a related body is to be looked through

boards-reports-intro = Reports that this board owes the board above it.
boards-report-from = From
boards-reports-of-councils = Reports from the boards below
boards-reports-nobody = This board has no board above it and none below, so there are no reports here.
boards-no-reports = No reports are agreed.
boards-report-add = Add a report
boards-report-title = Report
boards-report-due = Due
boards-report-open = Not delivered
boards-report-late = Overdue
boards-report-delivered = Delivered
boards-report-deliver = Mark as delivered
boards-report-deliver-follows = The reminders about the report stop.
boards-report-move = Change the day
boards-report-another-day = Another day for “{ $report }”
boards-report-remove-follows = The report is gone, and its reminders stop. The reports after it are made as before.

boards-in-force = in force now
boards-mandate-new = Register an approved version
boards-mandate-change = Change the version
boards-mandate-label = Version
boards-mandate-label-help = For example 1.4.
boards-mandate-decision-help = Who approved the mandate, and when.
boards-mandate-copy = Begin with the rules of
boards-mandate-end-former = End { $label } the day before
boards-mandate-overlaps = Version { $label } is in force at the same time. Set its last day first, or choose other dates.
boards-mandate-label-twice = The board has a version { $label } already. Give this one another number.
boards-mandate-same-day = Version { $label } begins on the same day. Choose another day.
boards-mandate-before-former = The version must begin after version { $label }, which applies from { $date }. Choose a later day.
boards-mandate-not-now = That cannot be done as the version stands now. See how far it has come, and try again.
boards-mandate-state = State
boards-mandate-state-draft = Draft
boards-mandate-state-proposed = Under treatment
boards-mandate-state-approved = Approved
boards-mandate-fault-not-approved = Version { $label } of the mandate was to apply from { $date }, but nobody is recorded to have approved it.
boards-mandate-fault-no-decision = Nobody has registered who approved version { $label } of the mandate, which applies from { $date }, and when.
boards-mandate-fault-expired = The mandate has expired. The last day of version { $label } was { $date }, and no new version is approved.
boards-mandate-flag-not-approved = The mandate is not approved
boards-mandate-flag-no-decision = The approval is not registered
boards-mandate-flag-expired = The mandate has expired
boards-rules = Rules
boards-rule = Rule
boards-no-rules = The version has no rules yet.
boards-mandate-corrections = The version is approved. What you change here corrects something that was registered wrong. It applies at once and is in the log. If the mandate is to say something else than what was decided, write a draft of a new version.
boards-correction-reason = What was registered wrong?
boards-correction-reason-help = The answer is in the log.
boards-rule-remove = Remove from the mandate
boards-rule-remove-about = This is removed from the version and stops applying at once: { $rule }.
boards-rule-add = Add a rule
boards-rule-change = Change the rule
boards-rule-kind = What the rule is about
boards-rule-subject = Applies to
boards-rule-subject-help = A kind of seat or of organisation, a size, a level, an outcome or an audience. Only for rules that need one.
boards-rule-quantity = Number
boards-rule-words = Wording
boards-rule-kind-members_least = Fewest members
boards-rule-kind-members_most = Most members
boards-rule-kind-term_months = Length of a term, in months
boards-rule-kind-ordinary_meetings = Ordinary meetings a year
boards-rule-kind-seats_least = Fewest seats of a kind
boards-rule-kind-seats_most = Most seats of a kind
boards-rule-kind-quorum = How many must come for the board to act
boards-rule-kind-standing_item = Standing item
boards-rule-kind-outcome = Outcome of a case
boards-rule-kind-default_audience = Who sees papers first
boards-rule-kind-held_least = Fewest seats of a kind that are held
boards-rule-kind-organisations_least = Fewest organisations of a kind
boards-rule-kind-organisations_most = Most organisations of a kind
boards-rule-kind-named_organisation = A certain organisation is a member
boards-rule-kind-largest_payers = Those that pay most are members
boards-rule-kind-sizes_least = Fewest organisations of a size
boards-rule-kind-level_least = Lowest level of representatives
boards-rule-kind-terms_in_a_row_most = Most terms in a row
boards-rule-kind-deputies_most = Most meetings with a deputy in twelve months
boards-rule-members_least = { $n ->
    [one] At least one member
   *[other] At least { $n } members
}
boards-rule-members_most = { $n ->
    [one] At most one member
   *[other] At most { $n } members
}
boards-rule-term_months = { $n ->
    [one] A term lasts one month
   *[other] A term lasts { $n } months
}
boards-rule-ordinary_meetings = { $n ->
    [one] One ordinary meeting a year
   *[other] { $n } ordinary meetings a year
}
boards-rule-seats_least = { $n ->
    [one] At least one seat: { $subject }
   *[other] At least { $n } seats: { $subject }
}
boards-rule-seats_most = { $n ->
    [one] At most one seat: { $subject }
   *[other] At most { $n } seats: { $subject }
}
boards-rule-quorum = { $n ->
    [one] At least one of the seats must be represented at the meeting
   *[other] At least { $n } of the seats must be represented at the meeting
}
boards-rule-standing_item = Standing item: { $subject }
boards-rule-outcome = Outcome: { $subject }
boards-rule-default_audience = Papers are first shown to { $subject }
boards-rule-held_least = { $n ->
    [one] At least one seat is held: { $subject }
   *[other] At least { $n } seats are held: { $subject }
}
boards-rule-organisations_least = { $n ->
    [one] At least one organisation of the kind { $subject }
   *[other] At least { $n } organisations of the kind { $subject }
}
boards-rule-organisations_most = { $n ->
    [one] At most one organisation of the kind { $subject }
   *[other] At most { $n } organisations of the kind { $subject }
}
boards-rule-named_organisation = { $subject } is a member
boards-rule-numbered = The organisation with the number { $number }
boards-rule-largest_payers = { $n ->
    [one] The service owner that pays most is a member
   *[other] The { $n } service owners that pay most are members
}{ $subject ->
    [none] {""}
   *[other] { " " }(not counting { $subject })
}
boards-rule-sizes_least = { $n ->
    [one] At least one organisation of the size { $subject }
   *[other] At least { $n } organisations of the size { $subject }
}
boards-rule-level_least = Representatives are at least at the level { $subject }
boards-rule-terms_in_a_row_most = { $n ->
    [one] At most one term in a row for one organisation
   *[other] At most { $n } terms in a row for one organisation
}
boards-rule-deputies_most = { $n ->
    [0] A member always comes in person
    [one] A member may be represented by a deputy at most once in twelve months
   *[other] A member may be represented by a deputy at most { $n } times in twelve months
}
boards-audience = Audience
boards-rule-among = About the members on
boards-rule-among-help = Choose kinds of seats. With none chosen the rule is about all members. Only for rules about organisations, level and terms.
boards-rule-among-of = {$rule} ({$among})
boards-rule-organisation-help = Only for the rule about a certain organisation.
boards-rule-not-registered = No organisation is registered with this number. Register it under Organisations first.
boards-rule-twice = The mandate has such a rule about the same already. Change that one instead.
boards-rule-least-over-most = The mandate says at most { $n }. Write a lower number, or change the other rule first.
boards-rule-most-under-least = The mandate says at least { $n }. Write a higher number, or change the other rule first.
boards-rule-over-members = The rules ask for at least { $needed } members together, but the mandate says at most { $most }. Write a lower number, or change another rule first.
boards-rule-named-apart = The mandate names { $organisation } on another kind of seat too, and nobody can sit on two seats. Choose the seat in one of the rules.
boards-rule-named-over-most = The mandate names { $named } organisations of this kind, but allows at most { $most }. Change the other rule first.
boards-level = Level
boards-level-help = The level of whoever represents the organisation. A mandate may ask for a lowest one.
boards-level-unknown = Not registered
boards-level-change = Register the level of a representative
boards-audience-secretariat = the secretariat
boards-audience-members = the members
boards-audience-service_owners = the service owners
boards-audience-public = everyone
boards-deadlines = Deadlines around meetings
boards-deadline = Deadline
boards-no-deadlines = The version has no deadlines yet.
boards-deadline-add = Add a deadline
boards-deadline-change = Change the deadline
boards-deadline-twice = This kind of meeting already has a deadline for this.
boards-meeting-kind = Kind of meeting
boards-stage = What is due
boards-days = Number of days
boards-days-help = A minus means before the first meeting day, for example −7. Without a minus it is after the last meeting day.
boards-counting = How days are counted
boards-counting-calendar = Every day
boards-counting-working = Working days only
boards-time = Time of day
boards-lead-before = { $n ->
    [one] one day
   *[other] { $n } days
} before the meeting, { $time }
boards-lead-before-working = { $n ->
    [one] one working day
   *[other] { $n } working days
} before the meeting, { $time }
boards-lead-after = { $n ->
    [one] one day
   *[other] { $n } days
} after the meeting, { $time }
boards-lead-after-working = { $n ->
    [one] one working day
   *[other] { $n } working days
} after the meeting, { $time }
boards-lead-same-day = on the day of the meeting, { $time }

boards-chart-title = Who sits until when
boards-chart-description = One row for each seat and each appointment, from last year and four years ahead. The table below shows the same.
boards-chart-today = Today
boards-chart-permanent = Permanent
boards-chart-term = Term
boards-chart-ending-soon = Ends soon
boards-chart-past = Ended
boards-vacant = Vacant
boards-not-named = Nobody is named
boards-no-organisation = No organisation
boards-no-terms = Nobody is appointed in these years.
boards-on-a-day = Who sat on the board on a given day?
boards-day = Day
boards-show = Show
boards-who-sat = The board on { $date }
boards-nobody-sat = Nobody sat on the board that day.
boards-appoint = Appoint an organisation
boards-appoint-decision-help = Who appointed it, and when.
boards-seats = Seats
boards-seat = Seat
boards-seat-help = Members are appointed to a seat. Other roles have none.
boards-seat-kind = Kind of seat
boards-seat-how-many = How many
boards-seat-add = Add seats
boards-seat-end = End the seat
boards-seat-is-held = Someone is appointed to the seat after this day. End that term first.
boards-seat-not-there = The seat does not exist for the whole period. Choose another seat or other dates.
boards-seat-taken = The seat is taken at this time: { $until ->
    [none] from { $from }
   *[other] { $from } to { $until }
}. Choose other dates, or end that term first.
boards-seat-for-members = A member must have a seat. Other roles have none.
boards-term = Term
boards-appointment = { $role }: { $organisation }
boards-represented-by = Representatives
boards-nobody-named = Nobody is named. Choose a person below, or ask the organisation to name one.
boards-name-person = Choose a registered person
boards-name-person-button = Register as representative
boards-new-person = Register a new person
boards-person-name = Name
boards-person-address = E-mail address
boards-person-language = Language
boards-person-title = Position
boards-person-from-help = Whoever represents now ends the day before.
boards-person-end = End the representation
boards-person-overlaps = Someone is already named from this day or later. End that representation first.
boards-person-ended-already = The representation already ended before this day.
boards-outside-the-term = The day is outside the term.
boards-address-taken = Another person is registered with this address. Choose them in the list above.
boards-ask-to-name = Ask the organisation to name a representative
boards-ask-help = We send an e-mail to { $mailbox } at once, and remind until someone is named.
boards-name-by = To be named by
boards-no-mailbox = The organisation has no e-mail address. Add one under Organisations first.
boards-day-is-past = That day has passed. Choose a day to come.
boards-end-term = Change when the term ends
boards-asked-already = The organisation was already asked on { $asked }. { $next ->
    [none] No more reminders are planned.
   *[other] The next reminder goes on { $next }.
}
boards-person-mistake = The person was registered by mistake
boards-person-mistake-help = The person is then removed, with no last day. Only for one who begins today or later.
boards-person-has-sat = The person began before today. Give the last day instead.
said-person-taken-back = The person is removed. You can register another from the same day.
said-level-changed = The level is saved.
boards-seat-free = vacant now
boards-seat-free-on = vacant from { $day }
boards-seat-free-from = vacant from { $day } ({ $who })
boards-seat-held = held without end date ({ $who })
boards-term-length-help = The mandate says { $months } months. If the term begins on { $first }, the last day is { $last }.
boards-sits-already = The organisation is already a member in this time. If it is right that it has two seats, press the button once more.

said-board-added = The board is made. Its mail is off until you switch it on.
said-board-changed = The board is saved.
said-closure-added = The period is added.
said-closure-removed = The period is removed.
said-reminder-added = The reminder is added.
said-reminder-removed = The reminder is removed.
said-report-added = The report is added.
said-report-delivered = The report is marked as delivered.
said-report-was-delivered = The report was already marked as delivered.
said-report-moved = The day is changed.
said-report-removed = The report is removed.
said-report-not-as-shown = The report was delivered, changed or removed meanwhile. Look at it before you try again.
said-mandate-added = The version is made.
said-mandate-changed = The mandate is saved.
said-seats-added = The seats are added.
said-seat-ended = The seat is ended.
said-appointed = The organisation is appointed. Choose a person, or ask the organisation to name one.
said-person-named = The person is registered as representative.
said-person-ended = The representation is ended.
said-asked-to-name = The e-mail is on its way to the organisation.
said-term-ended = The term is changed.

# Mails. The subject says action, thing and date.

boards-mail-board = Board
boards-mail-foot = You get this e-mail because you have a task for { $board }. Reply to it if you have questions.
boards-mail-foot-organisation = You get this e-mail because { $organisation } has been appointed to { $board }. Reply to it if you have questions.
boards-mail-term-subject = Settle who follows { $organisation } on { $board }: the term ends on { $date }
boards-mail-term-ask = The term of { $organisation } on { $board } ends on { $date }. The secretariat appoints who follows, or renews the term, before that day.
boards-mail-term-what = Organisation
boards-mail-term-day = Last day
boards-mail-term-action = See the terms
boards-mail-mandate-subject = Renew the mandate of { $board } before { $date }
boards-mail-mandate-ask = The mandate of { $board } ends on { $date }, and no new version is there. The secretariat adds the version that is to apply from then on.
boards-mail-mandate-what = Version
boards-mail-mandate-day = Last day
boards-mail-mandate-action = See the mandate
boards-mail-unapproved-subject = Have the mandate of { $board } from { $date } approved
boards-mail-unapproved-ask = Version { $version } of the mandate of { $board } is to apply from { $date }, but is not approved. The secretariat sends it as a case and records the decision, or sets another day.
boards-mail-unapproved-what = Version
boards-mail-unapproved-day = To apply from
boards-mail-unapproved-action = See the version
boards-mail-report-subject = Deliver the report from { $board } by { $date }
boards-mail-report-subject-late = Overdue: deliver the report from { $board }, due { $date }
boards-mail-report-ask = { $board } is to deliver this report to the board above it by { $date }. Mark it as delivered when it is sent.
boards-mail-report-ask-late = { $board } was to deliver this report by { $date }. Deliver it now, and mark it as delivered.
boards-mail-report-day = Due
boards-mail-report-action = See the reports
boards-mail-naming-subject = Name a representative to { $board } by { $date }
boards-mail-naming-subject-late = Overdue: name a representative to { $board }, due { $date }
boards-mail-naming-ask = { $organisation } is appointed to { $board }. Reply to this e-mail by { $date } with the name, position and e-mail address of the person who will represent you.
boards-mail-naming-ask-late = { $organisation } is appointed to { $board }, but did not name a representative by { $date }. Reply to this e-mail now with a name, position and e-mail address.
boards-mail-naming-what = Organisation
boards-mail-naming-day = Due
boards-mail-naming-action = Reply with the name
boards-naming-level = Level
boards-naming-again = { $period }, again
boards-mail-vacancy-subject = Name someone for { $organisation } on { $board } from { $date }
boards-mail-vacancy-subject-late = Overdue: nobody has represented { $organisation } on { $board } since { $date }
boards-mail-vacancy-ask = From { $date } nobody is named to represent { $organisation } on { $board }. Open the term, and ask the organisation for a name or put in a person.
boards-mail-vacancy-ask-late = Since { $date } nobody has represented { $organisation } on { $board }, and nobody gets the mail. Open the term, and ask the organisation for a name or put in a person.
boards-mail-vacancy-what = Organisation
boards-mail-vacancy-day = From
boards-mail-vacancy-action = Open the term
boards-mandate-point = point { $number }
