# Notices of meetings, and messages in own words.

notices = Notices
notices-sent = Sent about the meeting
notices-none = Nothing has been sent about the meeting yet.
notice-when = When
notice-what = What
notice-by = By
notice-told = The meeting as it was told
notice-went-nowhere = nobody
notice-being-written = the mails are being written
notice-went-partly =
    { $letters ->
        [one] one person, { $out } handed over
       *[other] { $letters } people, { $out } handed over
    }
notice-went-to =
    { $letters ->
        [one] one person
       *[other] { $letters } people
    }
notice-back = To the meeting

notice-new-save-the-date = Send “save the date”
notice-new-call = Send the notice
notice-new-change = Send a notice of change
notice-new-cancellation = Send the cancellation
notice-new-message = Write to the participants

notice-how = Choose recipients, add words of your own if you like, and look over everything that goes out. Nothing is sent until you press the button at the bottom.
notice-to = Recipients
notice-own-subject = Subject, { $language }
notice-own-words = Your own words, { $language }
notice-preview = Show what goes out
notice-goes = This goes out
notice-nothing-sent = Nothing has been sent yet. Each recipient gets an email of their own in their language. Personal links are hidden here.
notice-nobody-chosen = Tick at least one recipient to see the email.
notice-no-address = These have no email address and get nothing. Add the address to the person, or tell them in another way:
notice-look-again = Something has changed since you last looked over what goes out. Look it over again, then send.
notice-is-deputy = deputy at the meeting
notice-was-told = told before
notice-had-it = got this { $when }
notice-some-meetings = { $count } of { $of } meetings

notice-refused-mail-off = Email is not switched on for the board, so nothing can be sent. Switch it on at the page of the board. If you send on paper, mark the deadline as done at the page of the meeting.
notice-refused-over = The meeting has begun or has been held. Write a message in your own words instead.
notice-refused-cancelled = The meeting is cancelled. Send the cancellation to those who were told of the meeting.
notice-refused-not-cancelled = The meeting is not cancelled. Cancel it first at the page of the meeting.
notice-refused-not-told = Nobody has been told of the meeting, so there is nothing to correct. Send the notice instead.
notice-refused-no-meetings = The year has no meetings to tell of. Plan the meetings first.
notice-refused-nobody = Nobody is chosen. Tick at least one person with an email address.

notice-owed-change = The meeting has changed since the participants were told. Nobody will know before you send a notice.
notice-owed-cancellation = The meeting is cancelled, but the participants have not been told. Nobody will know before you send the cancellation.

notice-late = Should have gone already
notice-late-how = The meeting was planned so late that these reminders were never sent. Tick those to send now. The others are not sent.
notice-late-which = Send now
notice-late-send = Send the ticked ones now
notice-late-none = Tick at least one reminder.

said-notice-sent = Sent. Each email is in the ledger.

# Mail. The subject says act, thing and date.

notice-mail-subject-save-the-date = Save the date: meeting of { $board } { $meeting }
notice-mail-subject-year = Save the dates: meetings of { $board } in { $year }
notice-mail-subject-call = Notice of the meeting of { $board } { $meeting }
notice-mail-subject-call-reply = Answer the notice of the meeting of { $board } { $meeting }: by { $due }
notice-mail-subject-change = Changed: the meeting of { $board } { $meeting }
notice-mail-subject-moved = Moved: the meeting of { $board } { $before } will be held { $meeting }
notice-mail-subject-cancellation = Cancelled: the meeting of { $board } { $meeting }
notice-mail-save-the-date = Keep the time free in your calendar. The notice comes later, and you need not answer now.
notice-mail-call = You are called to a meeting. Say whether you come by the link below. If you answer the email itself, your answer is not registered.
notice-mail-call-know = The notice of the meeting has been sent.
notice-mail-change = The meeting has changed since you were told. This is how it stands now:
notice-mail-answer-anew = The day is a new one. Please answer again, even if you have answered before.
notice-mail-cancellation = The meeting is cancelled. You need not do anything, but take it out of your calendar if it is still there.
notice-mail-reply-by = Answer by
notice-mail-was = { $now } (before: { $before })
notice-mail-nothing = none
notice-mail-answer = Say whether you come
notice-mail-open-board = Open the page of the board
notice-mail-foot-told = You get this email because you were told earlier of the meeting of { $board }. Answers to it go to { $mailbox }.
notice-mail-foot-deputy = You get this email because you are named as deputy on { $board }. Answers to it go to { $mailbox }.
