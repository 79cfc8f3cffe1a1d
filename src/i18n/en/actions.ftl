# Action items: what someone is to do after a meeting.
action-item = Action item
action-items = Action items
action-items-of = Action items of { $board }
action-follow-up = Follow-up
action-content = What is to be done
action-content-help = A sentence or two.
action-owner = Who is to do it
action-owner-other = Somebody who is not on the list
action-owner-name = Name of somebody who is not on the list
action-owner-name-help = They get no reminders from here.
action-due = Due
action-no-due = No due date
action-link = Link
action-link-help = The address must begin with https://.
action-add = Add the action item
action-new = New action item
action-waits-how = The owner gets a mail once the draft has been sent. Until then only the secretariat sees the item.
action-waits = Only the secretariat sees this until the draft minutes have been sent. Its owner gets a mail then.
action-change = Change the action item
action-theirs = What is saved now
action-typed = What you wrote
action-under = { $count ->
    [0] Action item under { $item }
    [one] 1 action item under { $item }
   *[other] { $count } action items under { $item }
}
action-line = { $owner }: { $what }
action-line-due = Due: { $day }
action-state = State
action-state-open = Open
action-state-done = Done
action-state-dropped = Dropped
action-overdue = Overdue
action-withdrawn = Taken back
action-meeting = Agreed at
action-about = About
action-board = Board
action-settled = Settled
action-settled-by = { $who }, { $at }
action-note = Note
action-note-help = Needed when it is dropped: say why.
action-note-needed = Say why it is dropped.
action-what-now = What can be done now
action-mark-done = Mark as done
action-mark-dropped = Drop it
action-reopen = Open it again
action-withdraw = Take it back
action-withdraw-how = Do this when it was written by mistake. Only the secretariat will see it then, and nobody is reminded.
action-overtaken = Somebody else changed it while you wrote. What you wrote is still here. Look at what is saved now before you try again.
action-by-state = Action items by state
action-show-open = Open
action-show-overdue = Overdue
action-show-settled = Settled
action-all-owners = Everyone
action-filter = Show
action-none = There are no action items here.
action-mine = For you to follow up
action-carried = Follow-up from earlier meetings
action-counts = { $open ->
    [0] No action items are open.
    [one] 1 action item is open, { $overdue } overdue.
   *[other] { $open } action items are open, { $overdue } overdue.
}
action-see-all = See the action items
action-due-before-meeting = It cannot be due before the meeting on { $day }.
action-link-not-https = Write a whole address that begins with https://.
action-no-owner = Choose who is to do it, or write a name.
action-two-owners = Choose one on the list or write a name, not both.
action-owner-closed-out = The case is closed to the one you have chosen. Choose somebody else.
said-action-added = The action item is added.
said-action-done = It is marked as done.
said-action-dropped = It is dropped.
said-action-open = It is open again.
said-action-withdrawn = It is taken back.
action-mail-open = Open the action item
action-mail-answer = Answer the secretariat
action-mail-assigned-subject = Something to follow up after the meeting of { $board } { $meeting }
action-mail-assigned = After the meeting of { $board } { $meeting }, an action item was agreed that is yours or your organisation’s to do.
action-mail-due-subject = Follow up after the meeting of { $board } { $meeting }: due { $due }
action-mail-due = You have an open action item after the meeting of { $board } { $meeting }. It is due { $due }. Say so when it is done.
action-mail-late-subject = Follow up after the meeting of { $board } { $meeting }: it was due { $due }
action-mail-late = An action item after the meeting of { $board } { $meeting } is not marked as done. It was due { $due }. Say so when it is done, or when nothing will come of it.
action-mail-know-subject = Not followed up after the meeting of { $board } { $meeting }: it was due { $due }
action-mail-know = An action item after the meeting of { $board } { $meeting } is still open, and it was due { $due }. Get in touch with who is to do it, or set a new date.
action-mail-foot-owner = You get this mail because an action item of { $board } is yours to do.
action-mail-foot-organisation = You get this mail because an action item of { $board } is your organisation’s to do. Answer the mail if you have questions, and when it is done.
action-mail-foot-secretariat = You get this mail because you are the secretariat of { $board }.
