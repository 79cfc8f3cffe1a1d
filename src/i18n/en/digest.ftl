# One mail a week in place of single reminders.

digest-subject = Follow up { $count ->
    [one] one reminder from { $from }: it is about { $first }
   *[other] { $count } reminders from { $from }: the first is about { $first }
}
digest-subject-late = Follow up { $count ->
    [one] one reminder from { $from }: it is overdue
   *[other] { $count } reminders from { $from }: { $late ->
        [one] one is overdue
       *[other] { $late } are overdue
    }
}
digest-boards = { $count } boards
digest-intro = Here are your reminders until { $next }, in one mail. If a deadline is set before then, you get a reminder of it by itself.
digest-late = Overdue
digest-to-come = To follow up
digest-meetings = Meetings in the next four weeks
digest-meeting = {$kind}, {$when}
digest-open-desk = Open the desk
digest-open-me = Open “My page”
digest-foot = You get your reminders together because you have chosen so. You can change it on “My page”. Answers to this mail go to { $mailbox }.
digest-foot-secretariat = You get your reminders together because the secretariat has chosen so. You can change it under “Reminders” on the board's page. Answers to this mail go to { $mailbox }.

## The board's page

boards-weekly = One mail a week
boards-weekly-says = The secretariat can get its reminders together in one mail a week in place of one by one. The mail shows what is overdue, what is to be done, and the meetings of the next weeks. When a deadline is set after it has gone, the reminder of that goes by itself. Members and others choose for themselves on “My page”, and get the mail on the same day and at the same time.
boards-weekly-to-secretariat = Send the secretariat one mail a week in place of single reminders
boards-weekly-weekday = Day
boards-weekly-at = Time
said-board-weekly-saved = The choice of a weekly mail is saved.

## My page

me-reminders = Reminders
me-reminders-how = How I want my reminders
me-reminders-help = Reminders of deadlines that are set after the weekly mail has gone come by themselves. So do notices and other messages from the secretariat.
me-reminders-singly = One by one
me-reminders-weekly = In one mail a week
me-reminders-secretary-weekly = As secretariat of { $board } you get one mail a week, { $weekday } at { $time }. That goes for the whole secretariat.
me-reminders-secretary-singly = As secretariat of { $board } you get your reminders one by one. That goes for the whole secretariat.
me-reminders-change = Change it for the secretariat
me-reminders-next = The next weekly mail comes { $when }.
said-reminders-saved = The choice is saved.

## The mail ledger

ledger-kind-digest = Weekly mail
ledger-word-told-together = In the weekly mail
ledger-occasion-told-together = Everyone who was to be reminded had read of it in their weekly mail.
ledger-not-told-together = { $name } gets reminders together, and was told of this in the weekly mail.
ledger-nothing-to-tell = There was nothing to tell that week, so no mail was sent.
ledger-word-nothing-to-tell = Nothing to tell
ledger-object-person = To
