# The desk.

desk-title = Desk
desk-now = What needs you now
desk-nothing-now = Nothing is urgent. Take the next item on the list below.
desk-next = The next deadlines of all your boards
desk-no-next = No deadlines in the next 30 days.
desk-earlier = Earlier deadlines
desk-later = Later deadlines
desk-overdue = Overdue
desk-this-week = Due in the next seven days
desk-without-time = Meetings without a time
desk-without-time-do = Open the meeting and write when it begins and ends.
desk-untold = Meetings that have changed without the participants knowing
desk-untold-do = Nobody is told before you send it.
desk-minutes = Minutes that wait for you
desk-minutes-answer = { $count ->
    [one] 1 remark on the minutes is unanswered
   *[other] { $count } remarks on the minutes are unanswered
}
desk-minutes-publish = The minutes are approved but not published
desk-minutes-publish-again = The minutes are corrected, but the new version is not published
desk-minutes-release = A colleague has made minutes ready for you to publish
desk-decisions-release = A colleague has written what was decided, and you can show it to everyone
desk-reports = Reports to deliver
desk-report-by = due { $when }
desk-late = Overdue
desk-get-papers = Get the papers in
desk-terms = Terms that end
desk-terms-do = Nobody is appointed after these. Appoint the organisation again, or another one.
desk-term-ends = ends { $when }
desk-term-ended = ended { $when }, and the seat is vacant
desk-actions = Overdue follow-up
desk-actions-overdue = { $count ->
    [one] 1 action item is overdue
   *[other] { $count } action items are overdue
}
desk-deputies-often = { $count ->
    [one] One member uses a deputy more often than the mandate says
   *[other] { $count } members use a deputy more often than the mandate says
}
desk-vacancies = Appointments without a person
desk-vacancies-do = Nobody gets the mail of these places. Open the appointment and put in a person, or ask the organisation for a name.
desk-vacancies-cut = You have so many boards that only appointments of the boards on this page are shown.
desk-asked-by = name asked for by { $when }
desk-no-organisation = No organisation
desk-column-due = Due
desk-column-what = What
desk-column-meeting = Meeting
desk-column-board = Board
desk-column-do = Act
desk-alarm-late = The reminders stand still. The last pass ended { $when }. Ask those who run the service whether it is up.
desk-alarm-never = The reminders have never gone. Ask those who run the service whether it is up.
desk-alarm-late-link = See what is waiting
desk-alarm-dead = { $count ->
    [one] One mail did not arrive.
   *[other] { $count } mails did not arrive.
} Correct the address if it is wrong, and send again.
desk-alarm-dead-link = See what did not arrive
desk-alarm-nobody = { $count ->
    [one] One reminder had nobody to go to.
   *[other] { $count } reminders had nobody to go to.
} See that somebody has the role and an address, and try again.
desk-alarm-nobody-link = See which ones
desk-alarm-broken = { $count ->
    [one] One reminder could not be written.
   *[other] { $count } reminders could not be written.
} Read the reason, and try again once it is put right.
desk-alarm-broken-link = See which ones
desk-alarm-mail-off = Mail is off for these boards. Nobody is reminded until you switch it on.

desk-role-secretariat = secretariat
desk-role-chair = chair
desk-role-member = member
desk-role-deputy = deputy
desk-role-observer = observer
desk-role-aide = aide

desk-line-today = Today
desk-line-done = Done
desk-line-passed = Closed
desk-line-next = Your next
desk-line-coming = To come
desk-line-overdue = Overdue
desk-line-meeting = Meeting day
desk-line-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}

# My page.

me-title = My page
me-papers = { $new ->
    [0] Read the papers for the meeting on { $meeting }
    [one] Read the papers for the meeting on { $meeting } (1 new)
   *[other] Read the papers for the meeting on { $meeting } ({ $new } new)
}
me-meetings = Next meeting
me-no-meetings = No meetings are planned on your boards.
me-no-place = The place is not decided
me-when = When
me-where = Where
me-deadlines-of = Deadlines: { $meeting }
me-boards = My boards
me-no-boards = You are on no board now.
me-no-end = no end date
me-column-board = Board
me-column-role = Role
me-column-until = Last day
me-service-owner = Service owner
me-service-owner-says = You may read what the boards make available to all service owners. You belong to these service owners:
me-settings = Settings
me-language = Language
me-language-help = Pages and e-mail to you come in this language.
me-own-step = Your step: { $stage }
me-devices = My devices

# The mail ledger.

ledger-title = Mail ledger
ledger-lists = Lists of the ledger
ledger-coming = To come
ledger-coming-says = The next 50 reminders. Who gets them is settled when they go.
ledger-waiting = Waiting
ledger-waiting-says = Mails that are written and stand in the queue.
ledger-handed-over = Handed over
ledger-handed-over-says = Mails that the recipient's mail server has taken over. Whether they were read, we do not know.
ledger-dead = Did not arrive
ledger-dead-says = Mails that were refused for good, or tried too often. Put right what is wrong, and send again.
ledger-alarms = Nobody to tell
ledger-alarms-says = Reminders that had nobody to go to, or could not be written. Put right what is wrong, and try again.
ledger-every-board = All boards
ledger-board = Board
ledger-no-board = No board
ledger-choose-board = Show
ledger-older = Show older
ledger-empty = Nothing here.
ledger-column-due = Goes
ledger-column-kind = Kind
ledger-column-deadline = Deadline
ledger-column-board = Board
ledger-column-state = State
ledger-column-do = Act
ledger-column-made = Written
ledger-column-to = To
ledger-column-subject = Subject
ledger-column-try = Try
ledger-column-when = When
ledger-column-outcome = Outcome
ledger-column-answer = The mail server's answer
ledger-try-again = Try again
ledger-resend = Send again
ledger-state = State
ledger-occasion = Reminder
ledger-about = About
ledger-object-meeting = The meeting
ledger-object-appointment = The appointment
ledger-object-mandate = The mandate
ledger-object-board = The board
ledger-settled = Settled
ledger-expires = Does not go after
ledger-key = Key
ledger-message-id = Message-ID
ledger-its-messages = Mails
ledger-letter = The letter
ledger-letter-says = Personal links are shown to nobody but the recipient. Where a link stands, “[personal link]” stands here.
ledger-tries = Tries to hand over
ledger-no-tries = No tries yet.

ledger-kind-deadline = Reminder: { $stage }
ledger-kind-too-few-meetings = The year has too few meetings
ledger-kind-term-ends = A term ends
ledger-kind-mandate-expires = The mandate expires
ledger-kind-mandate-unapproved = The version of the mandate is not approved
ledger-kind-council-report = Report of a product council
ledger-kind-case-proposed = A new case is proposed
ledger-kind-case-decided = Answer about a proposed case
ledger-kind-case-talk = The talk with KS is not recorded
ledger-kind-case-officer = A case officer is named
ledger-kind-papers-sent = Papers are sent out
ledger-kind-minutes-sent = Draft minutes are sent out
ledger-kind-minutes-ending = The time for remarks ends
ledger-kind-minutes-silence = The time for remarks is over
ledger-kind-minutes-remark = Someone remarks on the minutes
ledger-kind-minutes-settled = An answer to a remark on the minutes
ledger-kind-minutes-approved = The minutes are approved
ledger-kind-minutes-to-publish = Minutes wait for a colleague to publish them
ledger-kind-minutes-corrected = Published minutes are corrected
ledger-kind-minutes-withdrawn = Published minutes are withdrawn
ledger-kind-colleague = Link to a colleague
ledger-kind-subscription-asked = Confirmation of a subscription
ledger-kind-minutes-published = Minutes are published
ledger-kind-minutes-digest = New minutes, weekly
ledger-kind-product-digest = New minutes about products, weekly
ledger-kind-action-assigned = Somebody was given an action item
ledger-kind-action-due = Due date of an action item
ledger-kind-vacancy = The organisation has named nobody
ledger-kind-composition = The board will break its mandate
ledger-kind-advice-due = The deadline for advice is near or has passed
ledger-kind-advice-given = The advice of a council has come
ledger-kind-council-ends = The period of a council ends
ledger-kind-rotation-thanks = Thanks to who leaves the board
ledger-kind-rotation-welcome = Welcome to who joins the board
ledger-kind-annual-plan-prepare = Planned cases lack a case or somebody to prepare it
ledger-kind-annual-plan-slipped = Planned cases were not treated
ledger-kind-naming = Name a representative
ledger-kind-notice-save-the-date = Save the date
ledger-kind-notice-call = Notice of a meeting
ledger-kind-notice-change = Notice of change
ledger-kind-notice-cancellation = Cancellation
ledger-kind-notice-message = Message from the secretariat
ledger-kind-notice-deputy = Notice to a deputy
ledger-kind-notice-deputy-released = A deputy need not come
ledger-kind-notice-receipt = Receipt about a deputy
ledger-kind-sign-in = Sign-in
ledger-kind-join = Confirmation of an address
ledger-kind-address-changed = Changed address
ledger-kind-invited = Invitation

ledger-word-planned = Planned
ledger-word-told = E-mail sent
ledger-word-fulfilled = Done in time
ledger-word-withdrawn = Withdrawn
ledger-word-stale = Too late
ledger-word-nobody = Nobody
ledger-word-broken = Could not be written
ledger-occasion-planned = Goes when its time comes.
ledger-occasion-told = The mails are written.
ledger-occasion-fulfilled = Everyone had done their part, so nobody was reminded.
ledger-occasion-stale = It was not sent, because its time had passed.
ledger-occasion-nobody = Nobody had the role and an address when it was to go.
ledger-occasion-broken = The letter could not be written: { $why }
ledger-withdrawn-no-longer-wanted = The reason for it has changed or is gone.
ledger-withdrawn-moved-into-the-past = The date was moved so that it should have gone before now.
ledger-withdrawn-before-mail-on = It should have gone before the board's mail was switched on.
ledger-withdrawn-other = Reason: { $why }
ledger-message-queued = Stands in the queue and goes in a moment.
ledger-message-put-off = The server asked us to wait: { $answer }. We try again { $when }.
ledger-message-claimed = Is on its way out.
ledger-message-handed-over = Handed over { $when }.
ledger-message-expired = Its time had passed before it could be handed over.
ledger-message-dead = { $attempts ->
    [one] Refused after one try: { $answer }
   *[other] Refused after { $attempts } tries: { $answer }
}
ledger-message-withheld = Not sent: the recipient has ended the subscription, or this installation may write to a few addresses only.
ledger-outcome-handed-over = Handed over
ledger-outcome-refused = Refused
ledger-outcome-put-off = Put off
ledger-outcome-withheld = Withheld

ledger-mail-of = Mail to { $name }
ledger-person-messages = Written to this person
ledger-person-not-told = Not written to this person
ledger-person-not-told-says = Reminders to roles that the person has or has had, which made no e-mail to this person.
ledger-person-coming = Planned for the person
ledger-person-coming-says = Reminders to roles that the person has now. Who gets them is settled when they go.
ledger-and = and
ledger-column-why = Why
ledger-not-told-no-role = Went to { $to }. { $name } had no role on the board then.
ledger-not-told-other-role = Went to { $to }. { $name } was { $role } then.
ledger-not-told-no-address = Went to { $to }. { $name } was not registered yet, or had no e-mail address.

said-message-resent = The mail stands in the queue again.
said-occasion-tried-again = The reminder is being tried again now.

# The rehearsal.

rehearsal-title = Rehearsal
rehearsal-says = See every mail that is going to go, before it goes. The rehearsal is played on a copy of the data, and nothing is sent.
rehearsal-from = First day
rehearsal-to = Last day
rehearsal-to-help = At most two years ahead.
rehearsal-nobody-acts = Nobody does anything
rehearsal-nobody-acts-help = Then every single reminder goes, also those for what is overdue.
rehearsal-run = Rehearse
rehearsal-refused-period = Choose a last day that is today or later, not before the first day, and { $latest } at the latest.
rehearsal-count = { $count ->
    [one] One mail
   *[other] { $count } mails
}
rehearsal-assumed-each = We have assumed that each does their part on the day it is due: the secretariat sends the notices and presses its buttons, those called answer that they come, and organisations answer and deliver. What is overdue today counts as done today. No new people are named. Mail counts as switched on for all the boards.
rehearsal-assumed-nobody = We have assumed that nobody presses a button, answers or delivers. Mail counts as switched on for all the boards.
rehearsal-none = No mail goes in this period.
rehearsal-column-at = Goes
rehearsal-column-to = To
rehearsal-column-subject = Subject
rehearsal-column-kind = Kind
rehearsal-column-due = Deadline

board-mail-title = Mail from the board
board-mail-is-on = Mail has been on since { $when }.
board-mail-is-off = Mail is off. Everything is planned, but nothing is sent until you switch it on. What should have gone before then is not sent afterwards.
board-mail-coming = { $count ->
    [0] No mail in the first 14 days
    [one] One mail in the first 14 days
   *[other] { $count } mails in the first 14 days
}
board-mail-assumed = This is what happens if nobody acts before the deadlines.
board-mail-switch-on = Switch mail on now
board-mail-switch-off = Switch mail off
board-mail-off-follows = Nobody gets reminders until you switch the mail on again. What should have gone meanwhile is not sent afterwards.
said-board-mail-on = The board's mail is switched on.
said-board-mail-off = The board's mail is switched off.

# The calendar that a person subscribes to.

me-calendar = The meetings in your calendar
me-calendar-says = Subscribe to the meetings of your boards, and your calendar follows when they change.
me-calendar-title = Subscribe to the meetings
me-calendar-what = Your calendar program fetches the meetings from a secret address. It holds day, time, place and video link, but no papers and no names. When you no longer sit on a board, its meetings leave your calendar.
me-calendar-make = Make an address
me-calendar-address = The address of your calendar
me-calendar-address-help = Copy the address, and choose “Subscribe to calendar” or “Add from web address” in your calendar program.
me-calendar-secret = Everyone who has the address can see the meetings. If it has gone astray, make a new one.
me-calendar-open = Open in the calendar program
me-calendar-replace = Make a new address
me-calendar-replace-says = The old address stops working.
me-calendar-end = Switch the subscription off
me-calendar-name = Meetings
said-calendar-made = The address is made.
said-calendar-replaced = You have a new address. The old one no longer works.
said-calendar-ended = The subscription is off. The address no longer works.
me-prepares = Cases I am the case officer of

me-data = Data about you
me-data-says = You can fetch everything that is kept about you: profile, roles, replies, notes, input, colleagues you have shared with, what you have opened, and e-mail you have got. The file is JSON, which other systems can read.
me-data-fetch = Download the data
me-data-file = data-about-me.json
me-notes-delete = Delete all my notes
me-notes-delete-how = { $count ->
    [one] You have 1 note. It is deleted and cannot be brought back.
   *[other] You have { $count } notes. They are deleted and cannot be brought back.
}
said-notes-deleted = The notes are deleted.
