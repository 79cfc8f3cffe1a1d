# The composition: what the mandate asks of it, what is found, and what is to come.

composition-title = Composition
composition-verdicts-on = The rules on { $date }
composition-verdicts = The rules of the mandate
composition-seats-on = The seats on { $date }
composition-no-seats = The board has no seats on this day.
composition-without-seat = Without a seat
composition-no-mandate = No version of the mandate is in force on { $date }, so there are no rules to compare with.
composition-no-rules = The mandate has no rules about the composition.
composition-counted = { $broken ->
    [0] No rule is broken
    [one] One rule is broken
   *[other] { $broken } rules are broken
}{ $unknown ->
    [0] .
    [one] , and for one something is not known.
   *[other] , and for { $unknown } something is not known.
}
composition-outcome = Finding
composition-outcome-met = Met
composition-outcome-broken = Broken
composition-outcome-unknown = Unknown
composition-evidence = Evidence
composition-asked = How strictly, and where
composition-found-members = { $n ->
    [one] The board has one member.
   *[other] The board has { $n } members.
}
composition-found-with-chair = The board has { $n } members with the chair counted.
composition-found-seats = { $n ->
    [one] The board has one such seat.
   *[other] The board has { $n } such seats.
}
composition-found-held = { $n ->
    [0] No such seat is held.
    [one] One such seat is held:
   *[other] { $n } such seats are held:
}
composition-found-organisations = { $n ->
    [0] None.
   *[other] { $n }:
}
composition-found-named = Is a member:
composition-found-payers = { $n ->
    [0] None of those that paid most in { $year } is a member.
   *[other] By the payments of { $year }, these are members:
}
composition-found-level = { $n ->
    [one] One organisation is represented at this level or higher.
   *[other] { $n } organisations are represented at this level or higher.
}
composition-found-terms = { $n ->
    [0] No term is within the limit.
    [one] One term is within the limit.
   *[other] { $n } terms are within the limit.
}
composition-found-in-a-row = { $n ->
    [0] Nobody holds such a seat.
    [one] All are in their first term in a row.
   *[other] The one that has sat longest is in its term number { $n } in a row.
}
composition-missing = Missing:
composition-below-level = Below the level:
composition-too-long = Too long a term:
composition-too-many-in-a-row = Too many terms in a row:
composition-size-not-known = The size is not registered. The secretariat registers it on the organisation’s page:
composition-level-not-known = The level is not registered, or nobody is named. The secretariat registers it with the term:
composition-end-not-known = The term has no end. The secretariat sets its last day:
composition-kind-not-known = The kind is not registered. The secretariat registers it on the organisation’s page:
composition-lacks-payments = No payments of an earlier year are registered. The secretariat enters them.
composition-lacks-organisation = No organisation is registered with the number. The secretariat registers it.
composition-lacks-rule = The rule lacks a number or a level. The secretariat mends it in the mandate.
composition-breaks-first = From { $date } this rule is broken if nobody does anything: { $rule }{ $strength ->
    [normally] {" "}(normally followed)
   *[shall] {""}
}{ $more ->
    [0] .
    [one] {" "}and 1 more rule.
   *[other] {" "}and { $more } more rules.
}

composition-forecast = Forecast of the composition
composition-forecast-intro = How it will be from { $from } to { $last } if nobody does anything: at every planned meeting, and on the days when something changes by itself.
composition-breaks = Rules that will be broken
composition-no-breaks = No rule will be broken by itself in this time.
composition-grid-title = The rules day by day
composition-grid-description = A row for each rule and a column for each day. The table below shows the same.
composition-grid-first = The picture shows the first { $n } days. The table shows the rest too.
composition-key-meeting = Meeting
composition-key-turning = Something changes by itself
composition-days = The days
composition-happens = What happens
composition-are-broken = Broken
composition-are-unknown = Unknown
composition-today = Today
composition-turns = Terms or the mandate change
composition-mandate-begins = The mandate begins to apply
composition-without-mandate = No version of the mandate is in force
composition-left-out = { $n ->
    [one] One more day is not shown.
   *[other] { $n } more days are not shown.
}

# Mail.

composition-mail-subject = Look at the composition of { $board }: { $rule } will be broken on { $date }
composition-mail-ask = If nobody acts, the composition of { $board } is not as its mandate asks from { $date }. The secretariat settles with the chair before that day what is to be done.
composition-mail-one = “{ $rule }”
composition-mail-more = “{ $rule }” and { $more ->
    [one] one more rule
   *[other] { $more } more rules
}
composition-mail-normally = normally followed
composition-mail-day = Broken from
composition-mail-action = See the forecast
