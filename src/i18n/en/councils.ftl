# Councils below a board: what they rest on, cases they advise on, reports, and how they are dissolved.

council = Product council
councils = Product councils
councils-of = Product councils below { $board }
councils-what = The board can set up product councils, permanent or for a period. They have mandates that the board has approved, advise on the cases they get, and report to the board.
councils-none = The board has no product councils.
councils-none-yet = The board has no product councils yet. When the board has decided on one, set it up here.
councils-see = See the product councils
councils-counts = { $open ->
    [0] The product councils have no open cases from the board.
    [one] The product councils have one open case from the board.
   *[other] The product councils have { $open } open cases from the board.
}{ $overdue ->
    [0] {""}
    [one] { " " }One is overdue.
   *[other] { " " }{ $overdue } are overdue.
}
council-state = Status
council-not-written = The decision is not registered
council-begins = Begins { $date }
council-permanent = Permanent
council-until = Until { $date }
council-ran-out = The period ended { $date }
council-ends-from = Dissolved from { $date }
council-dissolved = Dissolved { $date }
council-mandate = Mandate
council-mandate-until = until { $date }
council-mandate-ran-out = The mandate ended { $date }
council-mandate-missing = No approved mandate
council-next-meeting = Next meeting
council-open = Open cases
council-overdue = { $count } overdue
council-late-reports = Overdue reports
councils-asked = Cases with the product councils
councils-asked-none = The board has not asked its product councils for advice. Open a case and choose “Ask a product council for advice”.
councils-reports = Reports not delivered
councils-reports-none = The product councils owe no reports now.

council-new = Set up a product council
council-new-what = The council meets and is reminded as the board itself until you change that. The board’s secretariat is the council’s secretariat too. E-mail is off until you switch it on.
council-make = Set up the council
council-name = Name
council-mailbox = The council’s e-mail address
council-mailbox-help = Replies to mail from the council come here.
council-basis = Decision and period
council-decision = Decision
council-decision-help = Who decided it, when, and where the decision is found.
council-case = The case in which it was decided
council-case-help = A case that the board has at a meeting or has dealt with.
council-period = Period
council-from = From
council-last-day = Last day
council-last-day-help = Leave it empty for a permanent council.
council-ends-before-it-begins = The last day must be the first day or after it. Correct the date.
council-open-page = Go to the product council
council-open-mandates = See the mandate
council-basis-first = Register the decision and the period first.
council-is-dissolved = The council is dissolved. This is not changed any more.
said-council-made = The product council is set up. Add its mandate and who sits on it.

council-rhythm = How often it reports
council-rhythm-what = The next report is made by itself when the last one is delivered or its deadline has passed. Empty the fields if no more are to be made.
council-rhythm-says = { $months ->
    [one] The council delivers “{ $title }” every month, counted from { $date }.
   *[other] The council delivers “{ $title }” every { $months } months, counted from { $date }.
}
council-report-months = Months between reports
council-report-months-help = From 1 to 60.
council-report-from = First deadline

council-end = Dissolve the council
council-end-what = When you dissolve the council, everyone who sits on it leaves, and no more e-mail is sent. Its meetings, cases and minutes can still be read by the board’s secretariat. You cannot undo it.
council-end-meetings = These meetings are planned. Cancel those on or after the day:
council-dissolve = Dissolve the council
council-dissolved-from = Dissolved from
council-dissolved-from-help = The first day on which the council is no more.
council-dissolved-decision = Decision to dissolve it
council-dissolved-in-past = The day has passed. Choose today or a day to come.
council-has-meetings = { $count ->
    [one] The council has a meeting on or after this day, { $date }. Cancel it first.
   *[other] The council has { $count } meetings on or after this day, the last one { $date }. Cancel them first.
}
council-has-questions = { $count ->
    [one] The council has one unanswered case from the board that is due on or after this day. Ask it to answer before, or withdraw the case.
   *[other] The council has { $count } unanswered cases from the board that are due on or after this day. Ask it to answer before, or withdraw the cases.
}
council-has-terms = Someone begins on the council on or after this day. Remove those terms first.
said-council-dissolved = The council is dissolved from the day you chose.

council-below = { $count ->
    [0] The council reports to { $board }. It has no open cases from there.
    [one] The council reports to { $board }. It has one open case from there.
   *[other] The council reports to { $board }. It has { $count } open cases from there.
}
council-see = See the council
council-differs = The mandates do not say the same. Then the mandate of the board above counts.
council-differs-audience = The council shows its papers first to { $council }, and the board above shows its own to { $board }. Show them to no more than the board does.
council-differs-without = The council’s mandate counts on { $date }, and the board above has none then.
council-differs-after = The council is set up until { $date }, and its mandate is for longer. It does not count after that day.
council-differs-tag = Says something else than the mandate of the board above

# Cases between the board and its councils.

delegation-title = Advice from product councils
delegation-title-council = Question from the board above
delegation-case = The board’s case
delegation-board-case = The board’s case
delegation-council-case = The council’s case
delegation-question = Question
delegation-question-help = Write what the council is to answer. Its members read this.
delegation-due = Deadline for the advice
delegation-due-help = The last day on which the council can answer. It cannot be after the meeting that the case returns to.
delegation-returns = The meeting it returns to
delegation-state = Status
delegation-state-asked = Waiting for an answer
delegation-state-answered = Answered
delegation-state-withdrawn = Withdrawn
delegation-sent-up = Sent up
delegation-overdue = Overdue
delegation-trace-asked = { $who } asked the council for advice, { $at }
delegation-trace-sent-up = { $who } sent the case to the board with the council’s advice, { $at }
delegation-trace-answered = { $who } sent the council’s advice, { $at }
delegation-trace-withdrew = { $who } withdrew the question, { $at }
delegation-ask = Ask a product council for advice
delegation-ask-how = The council gets a case of its own about “{ $case }”, and the answer stands on the case here.
delegation-told = Its secretariat is told by e-mail.
delegation-not-told = E-mail is off there: { $councils }. Tell the secretariat yourself.
delegation-unruled = These have no approved mandate that counts now: { $councils }. Have the board approve it before the council advises.
delegation-council-unruled = { $council } – no approved mandate
delegation-send = Send to the council
delegation-no-council = The board has no product council to ask.
delegation-exempt = The case is exempt from public access. The council gets only the public title and the question you write, and its case is exempt on the same basis.
delegation-may-know = I have considered that the members of the council may know this
delegation-exempt-unticked = Tick this when you have considered it. Otherwise the case is not sent.
delegation-held = The case is exempt from public access, and only the secretariat can read it. Read the title and the description before you accept the case or show it to the members.
delegation-case-is-dealt-with = The case has been dealt with or closed. Take it up anew first.
delegation-council-is-dissolved = The council is dissolved, or will be. Choose another.
delegation-asked-already = The council has the case and has not answered yet. Wait for the answer, or withdraw the question first.
delegation-due-in-past = The deadline has passed. Choose today or a day to come.
delegation-due-after-meeting = The deadline is after the meeting { $date }. Choose a day before the meeting.
delegation-withdraw = Withdraw the question
delegation-withdraw-how = The council need not answer, and the reminders stop. The council’s case stays.
said-delegation-asked = The council has the case.
said-delegation-withdrawn = The question is withdrawn.
advice = Advice
advice-of = Advice from { $council }
advice-help = Write what the council came to. The members of the board above read it with the papers. You may use Markdown.
advice-give = Answer the board
advice-give-how = { $board } has asked for advice:
advice-accept-first = Accept the case before you answer the board.
advice-send-up = Send the case to the board
advice-send-up-how = The case is proposed to { $board }, with the advice you write here. Its secretariat decides whether to take it up.
advice-send = Send the advice
advice-no-board = There is no board above this one, so the case cannot be sent up.
advice-case-not-taken-up = The council has not taken up the case. Accept it first.
advice-sent-already = The case has been sent between the boards before. An answer is sent only once.
advice-settled = There is nothing more to answer here. The answer is sent, or the board has withdrawn the question.
advice-overtaken = Someone has answered or withdrawn the question meanwhile. What you wrote stands here.
said-advice-sent = The advice is sent.
said-case-sent-up = The case is sent to the board above.

# E-mail.

council-mail-due-subject = Answer the case from { $board } by { $date }: { $council }
council-mail-due = { $board } has asked { $council } for advice on a case. Send the advice by { $date }.
council-mail-late-subject = Advice from { $council } was due { $date }
council-mail-late = { $council } has not sent the advice that { $board } asked for. The deadline was { $date }. Send the advice, or agree on a new day with the secretariat that waits for it.
council-mail-given-subject = { $council } has answered the case from { $board }
council-mail-given = { $council } has sent the advice that { $board } asked for. Read it on the case, and send it to the members with the papers.
council-mail-ends-subject = Settle whether { $council } goes on after { $date }
council-mail-ends = The period of { $council } ends { $date }. Put it to { $board }, and register before that day whether the council goes on or is dissolved.
council-mail-ends-action = See the council
council-mail-open = Open the case
council-mail-council = Product council
council-mail-board = The board above
council-mail-foot = You get this e-mail because you are the secretariat of { $council } or { $board }. Reply to it if you have questions.
