# Sending papers out, and the room where they are read.

papers-of = Case papers: { $meeting }
papers-no-cases = No cases on the agenda yet.
papers-days-left = { $days ->
    [one] 1 day left.
   *[other] { $days } days left.
}
papers-new = { $count ->
    [one] 1 document is new to you
   *[other] { $count } documents are new to you
}
papers-minutes = { $minutes } minutes
papers-none-sent = The papers are not sent out yet.
papers-not-out = Not sent out
papers-to-case = Go to the case
papers-next = Next: { $paper }
papers-before = Previous: { $paper }
papers-neighbours = Other papers for the meeting
papers-all = All the papers for the meeting

dispatch = Send out papers
dispatch-of = Send out papers: { $meeting }
dispatch-holds = The papers must be out by { $date }, { $days } days before the meeting. If you send them out today, the members have them { $left } days before.
dispatch-broken = The papers should have been out by { $date }, { $days } days before the meeting. If you send them out now, they are marked as sent { $left } days before.
dispatch-supplement = The deadline for sending out was { $date }. What you send out now is marked as sent { $left } days before the meeting.
dispatch-no-promise = The mandate has no deadline for sending out papers for this meeting.
dispatch-mail-off = The board’s mail is not switched on. The papers can be read when you send them out, but nobody gets an e-mail about it.
dispatch-missing = These cases have no finished papers:
dispatch-drafts = These documents are drafts and are not sent:
dispatch-unfit = These files are damaged or locked with a password. The readers may not be able to open them:
dispatch-papers = Papers to send out
dispatch-papers-help = The members can read the papers as soon as you send them out. The e-mail goes afterwards.
dispatch-paper = { $paper } (version { $number }, { $content })
dispatch-paragraph = Your own words in the e-mail
dispatch-paragraph-help = Stands after the opening. Everyone gets the words as you write them, also those who get the e-mail in another language. Write nothing that only members may know: e-mail may be read by others.
dispatch-nothing-ready = There are no new papers to send out.
dispatch-all-sent = The papers were sent out { $at } by { $who }. There are no new ones to send.
dispatch-send = Send out
dispatch-to = Readers
dispatch-nobody = The board has no members who can read the papers today.
dispatch-called-without = Called to the meeting, but without papers: { $names }
dispatch-readers = { $count ->
    [one] 1 person gets the e-mail
   *[other] { $count } people get the e-mail
}
dispatch-no-address = No e-mail address
dispatch-mail-text = The e-mail
dispatch-before = Sent out before
dispatch-first = { $count ->
    [one] 1 document
   *[other] { $count } documents
}
dispatch-more = { $count ->
    [one] 1 document sent later
   *[other] { $count } documents sent later
}
dispatch-late = { $days ->
    [0] Sent on the meeting day
    [one] Sent 1 day before
   *[other] Sent { $days } days before
}
dispatch-late-several = { $count } papers sent late, the last { $days ->
    [0] on the meeting day
    [one] 1 day before
   *[other] { $days } days before
}
dispatch-nothing = Choose at least one paper.
dispatch-changed = One of the papers has changed since you opened the page. Look over the list and send again.
dispatch-cancelled = The meeting is cancelled, so the papers cannot be sent out.
dispatch-held = The meeting has been held, so the papers cannot be sent out any more.
dispatch-statement = When the papers could be read
dispatch-statement-of = When the papers could be read: { $meeting }
dispatch-statement-made = This overview was made { $at }.
dispatch-not-yet = No papers are sent out.
dispatch-kept = { $all ->
    [one] The paper was available at least { $days } days before the meeting (by { $date }).
   *[other] All { $all } papers were available at least { $days } days before the meeting (by { $date }).
}
dispatch-kept-some = { $kept ->
    [0] { $all ->
        [one] The paper was not available in its newest version at least { $days } days before the meeting (by { $date }).
       *[other] None of the { $all } papers were available in their newest version at least { $days } days before the meeting (by { $date }).
    }
    [one] 1 of { $all } papers was available in its newest version at least { $days } days before the meeting (by { $date }).
   *[other] { $kept } of { $all } papers were available in their newest version at least { $days } days before the meeting (by { $date }).
}
dispatch-none-on-agenda = The papers that were sent out belong to cases that are no longer on the agenda.
dispatch-exceptions = This was sent out too late:
dispatch-exception-of = { $days ->
    [0] { $paper }: sent out on the meeting day.
    [one] { $paper }: sent out 1 day before the meeting.
   *[other] { $paper }: sent out { $days } days before the meeting.
}
dispatch-moved = The meeting was moved from { $from } to { $to } on { $on }, after the papers had been sent out.
dispatch-moved-then = { $days ->
    [one] When the papers were sent out, the meeting was 1 day away, as it was set then.
   *[other] When the papers were sent out, the meeting was { $days } days away, as it was set then.
}
dispatch-without = These cases are on the agenda without any paper having been sent out:
dispatch-statement-closed = These cases are closed to you. This overview says nothing of their papers:
dispatch-out = { $days ->
    [0] Sent out { $at }, on the meeting day
    [one] Sent out { $at }, 1 day before the meeting
   *[other] Sent out { $at }, { $days } days before the meeting
}
dispatch-out-to = These could read the papers from then on:
dispatch-out-but = { $count ->
    [one] { $reader }, but not the case that was closed to them: { $cases }
   *[other] { $reader }, but not the cases that were closed to them: { $cases }
}
dispatch-out-nothing = { $count ->
    [one] { $reader } could read none of this, because the case was closed to them: { $cases }.
   *[other] { $reader } could read none of this, because all the cases were closed to them: { $cases }.
}
dispatch-closed-until = { $case } (opened again { $at })
dispatch-made = Made
dispatch-agenda = { $count ->
    [one] The agenda has 1 item
   *[other] The agenda has { $count } items
}
dispatch-left-out = { $count ->
    [one] does not get this dispatch, because { $cases } is closed to them
   *[other] does not get this dispatch, because all of it is closed to them: { $cases }
}
dispatch-closed-to = { $count ->
    [one] cannot read { $cases }, which is closed to them
   *[other] cannot read these, which are closed to them: { $cases }
}
dispatch-exception = Late
dispatch-reader = Reader
dispatch-mail-subject = Papers for the meeting of { $board } { $meeting }
dispatch-mail = The papers for the meeting of { $board } { $meeting } are ready. You can read them now.
dispatch-mail-subject-more = New papers for the meeting of { $board } { $meeting }
dispatch-mail-more = More papers have come for the meeting of { $board } { $meeting }. The page shows what is new to you.
dispatch-mail-meeting = Meeting
dispatch-mail-when = When
dispatch-mail-where = Where
dispatch-mail-action = Read the papers
dispatch-mail-foot = You get this e-mail because you read the papers of { $board }. The papers are not in the e-mail: you sign in to read them.
said-papers-sent = The papers are sent out. The members can read them now.
dispatch-statement-document = Open as PDF
dispatch-pack-how = The meeting pack is made when you send out: one PDF for each group of readers who may read the same, with page numbers that stay. The e-mail goes when the packs are ready, after ten minutes at most.
dispatch-pack-notes = These cannot be shown in the pack. A page in their place says why, and where they can be opened:
