# Rotation: when terms end, and proposals for a new composition, from a draft until they are carried out.

rotation = Rotation
rotation-ends = When terms end
rotation-ends-description = A bar for each half year in which someone leaves, by the last day. The table below shows the same.
rotation-no-ends = No term has a last day still to come. Set the last day of terms under Terms and members.
rotation-permanent = { $n ->
    [0] No members sit without a last day.
    [one] One more member sits without a last day.
   *[other] { $n } more members sit without a last day.
}
rotation-half = Half year
rotation-first-half = First half of { $year }
rotation-second-half = Second half of { $year }
rotation-how-many = How many
rotation-who = Who, seat and last day
rotation-terms = { $n ->
    [one] 1 term
   *[other] { $n } terms
}
rotation-crowded = { $share ->
    [all] In { $year }, the terms on all { $of } seats that rotate end. Much experience leaves at once.
   *[some] In { $year }, the terms on { $leave } of the { $of } seats that rotate end. That is more than half, and much experience leaves at once.
} Give some of them terms that end in another year.

rotation-proposals = Proposals for a new composition
rotation-no-proposals = There are no proposals yet. Make the first one below.
rotation-new = New proposal
rotation-new-how = The proposal begins with the seats that nobody has from the day you choose. You can add more and take some out afterwards.
rotation-begin = Make the proposal
rotation-usual-title = New composition from { $date }
rotation-called = Name of the proposal
rotation-from = Holds from
rotation-from-help = Nothing in the proposal holds before this day.
rotation-note = Note
rotation-note-help = Why the proposal is as it is. It goes along when the proposal becomes a case.
rotation-edit = Change name, day and note
rotation-seats = Seats
rotation-state = Status
rotation-state-draft = Draft
rotation-state-treated = Proposed as a case
rotation-state-decided = Decided
rotation-state-carried-out = Carried out
rotation-state-dropped = Dropped

rotation-lines = Seats that change
rotation-no-lines = The proposal has no seats yet. Add the first one.
rotation-leaves = Leaves, and last day
rotation-comes = Comes in
rotation-open = Open
rotation-seat = Seat { $number } ({ $kind })
rotation-seat-heading = Seat { $number }: { $kind }
rotation-find = Find an organisation
rotation-unfit = The seat is for organisations of another kind by the rule: { $rule }.
rotation-stuck = Something is in the way of the proposal. Mend it before what was decided is written down, and before the proposal is carried out.
rotation-left-out = { $n ->
    [one] One seat is not counted, because something is in its way.
   *[other] { $n } seats are not counted, because something is in their way.
}
rotation-becomes-none = The proposal changes the result of no rule.
rotation-line = Change a seat
rotation-line-new = Add a seat
rotation-line-form = The seat
rotation-line-remove = Take the seat out of the proposal
rotation-line-remove-how = The seat stays as it is today. Nobody gets mail.
rotation-leaves-last-day = Last day of whoever has the seat
rotation-leaves-help = Leave the field empty if the term ends by itself, or if nobody has the seat.
rotation-organisation = Organisation that gets the seat
rotation-organisation-help = Leave the field empty if the seat is to be open.
rotation-name-by-help = The organisation is asked when the proposal is carried out, and reminded of the deadline. Without a deadline it is not asked.

rotation-suggestions = Who could have the seat?
rotation-suggestions-how = Organisations that mend the most rules stand first, then those that have never sat or have not sat for long. Where the seat is for one kind of organisation, the list shows only those while some of them are free. The choice is yours.
rotation-no-suggestions = All registered organisations are on the board already. Register more under Organisations.
rotation-reasons = Why
rotation-choice = Choice
rotation-choose = Choose { $organisation }
rotation-mends = Meets the rule: { $rule }
rotation-breaks = Breaks the rule: { $rule }
rotation-never-seated = Has never sat on the board
rotation-years-since = { $n ->
    [0] Sat on the board less than a year ago
    [one] Last sat on the board a year ago
   *[other] Last sat on the board { $n } years ago
}
rotation-service-owner = Service owner
rotation-pays = Number { $place } among those that paid in { $year }

rotation-comparison = The rules without and with the proposal, { $date }
rotation-without = Without the proposal
rotation-with = With the proposal
rotation-becomes = { $met ->
    [0] No more rules are met
    [one] One more rule is met
   *[other] { $met } more rules are met
}{ $broken ->
    [0] , no more are broken
    [one] , one more is broken
   *[other] , { $broken } more are broken
}{ $unknown ->
    [0] , and no more become unknown.
    [one] , and one more becomes unknown.
   *[other] , and { $unknown } more become unknown.
}

rotation-next = Next
rotation-next-stuck = Something is in the way of a seat. Mend that first.
rotation-next-vacant = A seat has no organisation yet. Find one, or leave the seat open and go on.
rotation-fill-seat = Find an organisation: { $seat }
rotation-mend-seat = Mend: { $seat }
rotation-next-draft = Propose it as a case, so that the board can discuss it before it is decided.
rotation-next-treated = The proposal is a case. Write down what was decided once that is done.
rotation-next-decided = The proposal is decided, and its seats stand. See all that happens before you carry it out.
rotation-next-carried-out = The proposal is carried out. The terms stand under Terms and members.
rotation-treat = Propose it as a case
rotation-treat-how = You propose a case to the board. Its text says which seats change and which rules get another result. Look it over on the page of the case afterwards.
rotation-case = Case
rotation-case-text = Proposal for a new composition of the board from { $date }. The board is asked what it thinks before whoever appoints decides.
rotation-case-line = Seat { $number }: { $leaves ->
    [none] {""}
   *[other] { $leaves } leaves.{" "}
}{ $comes ->
    [none] The seat is open.
   *[other] { $comes } comes in on { $date }.
}
rotation-case-met = With the proposal, this rule is met: { $rule }.{ $organisations ->
    [none] {""}
   *[other] {" "}It is met by { $organisations }.
}
rotation-case-broken = With the proposal, this rule is broken: { $rule }.{ $organisations ->
    [none] {""}
   *[other] {" "}This concerns { $organisations }.
}
rotation-case-unknown = With the proposal, it is unknown whether this rule is met: { $rule }.{ $organisations ->
    [none] {""}
   *[other] {" "}Something is missing about { $organisations }.
}
rotation-is-a-case = The proposal is a case already.
rotation-decide = Write down what was decided
rotation-decide-how = From then on, the seats in the proposal cannot be changed unless it is opened again.
rotation-decision = Decision
rotation-decision-help = Who decided, and where that stands. The text goes along with the terms.
rotation-decided-on = Date of the decision
rotation-decided-later = The day has not come yet. Write the day on which it was decided.
rotation-reference = Case { $number } came to: { $outcome }
rotation-drop = Drop the proposal
rotation-drop-how = The proposal stays in the list and can be opened again. No terms change.
rotation-reopen = Open the proposal again
rotation-reopen-how = The seats can be changed again. The decision must then be written down anew.

rotation-carry-out = Carry out the proposal
rotation-carry-out-now = Carry out all of this now
rotation-happens = What happens
rotation-will-leave = { $seat }: { $organisation } leaves. The last day is { $date }.
rotation-will-come = { $seat }: { $organisation } is appointed ({ $period }).
rotation-stays-open = { $seat }: The seat is open.
rotation-mails = Mails that are sent
rotation-no-mails = Nobody gets mail.
rotation-mail-line = Sent { $when } to { $to }: { $subject }
rotation-at-once = at once
rotation-to-mailbox = the mailbox of { $organisation }
rotation-to-named = whomever { $organisation } names
rotation-rights = Access
rotation-rights-how = Access follows the terms by itself. Whoever is named can open the board's pages from the first day of the term. Whoever leaves can open them until the end of the last day.

rotation-before-its-day = The proposal does not hold before { $date }. Choose that day or a later one.
rotation-leaves-before-its-day = Nobody can leave before the proposal holds, { $date }. Choose a later day.
rotation-seat-twice = The seat is in the proposal already. Choose another seat.
rotation-not-on-the-seat = No term on the seat ends then. See who has the seat, and leave the field empty if nobody does.
rotation-ends-already = The term ends on { $date } already. Choose that day or an earlier one.
rotation-seat-held-until = The seat is taken until { $date }. Choose a later first day, or set the last day of whoever has the seat.
rotation-seat-held = The seat is taken without a last day. Set the last day of whoever has the seat.
rotation-sits-already = The organisation has another seat in this time. Choose another organisation.
rotation-stands = The proposal cannot be changed as it stands now. Open it again first.
rotation-too-many-lines = The proposal has as many seats as it can have.
rotation-not-decided = The proposal cannot be carried out yet. It must have seats, and what was decided must be written down.
rotation-carried-out-already = The proposal is carried out already.
rotation-line-refused = Nothing is carried out. Seat { $number } is in the way: { $why }
rotation-decide-refused = Nothing is saved. Seat { $number } is in the way: { $why }

said-rotation-begun = The proposal is made.
said-rotation-saved = The proposal is saved.
said-rotation-line-saved = The seat is saved.
said-rotation-line-removed = The seat is taken out of the proposal.
said-rotation-chosen = The organisation is chosen.
said-rotation-treated = The proposal is a case now.
said-rotation-decided = The decision is saved.
said-rotation-dropped = The proposal is dropped.
said-rotation-reopened = The proposal is open again.
said-rotation-carried-out = The proposal is carried out.
said-rotation-carried-out-asked = The proposal is carried out, and the organisations are asked.

# Mail.

rotation-thanks-subject = Thank you for your work on { $board } until { $date }
rotation-thanks-ask = The term of { $organisation } on { $board } ends on { $date }. Thank you for your work. You can open the board's pages until the end of that day. Save what you need before then.
rotation-thanks-day = Last day
rotation-thanks-action = Write to the secretariat
rotation-welcome-subject = Welcome to { $board } from { $date }
rotation-welcome-ask = You represent { $organisation } on { $board } from { $date }. From that day you can open the board's pages. Sign in to see when the meetings are and what is on the agenda.
rotation-welcome-day = First day
rotation-welcome-action = See the board's page
