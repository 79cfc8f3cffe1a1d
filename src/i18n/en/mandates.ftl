# The mandate as a document: its text, its way to approval, the difference between two versions, and what one would change.

mandate-draft-new = Write a draft of a new version
mandate-draft-about = The draft begins with the rules, the deadlines and the text of the version you choose. Only the secretariat sees it until you send it as a case, and it does not apply until it is approved.
mandate-label-help = For example 1.5. Two versions cannot have the same name.
mandate-from-help = The day after the version before it ends.
mandate-language = Language of the text
mandate-copy = Begin with the rules and the text of

mandate-text = Text
mandate-text-of = Mandate, version { $label }: the text
mandate-text-write = Write the text
mandate-text-help = Begin each point with a line like this: # 4. Composition. Below it you write what the point says. The rules of the version refer to the points by their numbers.
mandate-text-stands = The text is fixed. If something is wrong, the secretariat writes a draft of a new version. A version under treatment can be sent back first.
mandate-text-before = The text “{ $words }” stands before the first point. Begin with a line like this: # 1. Background.
mandate-text-no-number = The heading “{ $words }” has no number. Write it like this: # 1. Background.
mandate-text-no-heading = Point { $number } has no heading, or it is longer than { $most } characters.
mandate-text-no-body = Point { $number } says nothing. Write what it says, or take out the heading.
mandate-text-number-twice = Point { $number } stands twice. Give one of them another number.
mandate-text-many = The text has more than { $most } points. Put some of them together.
mandate-no-text = The text has not been entered.
mandate-rules-here = Rules that come from this point:
mandate-loose = Rules without a point in the text
mandate-loose-about = These rules refer to points that are not in the text. The secretariat corrects the point of the rule, or writes it into a draft.

mandate-next = Next step
mandate-send = Send as a case
mandate-send-about = { $board } approves the mandate. When you send the draft as a case, the text is fixed, and everyone on the board can read it. The secretariat of { $board } decides what to do with the case.
mandate-case = Case
mandate-case-open = Open the case
mandate-case-title = Mandate of { $board }, version { $label }
mandate-case-description =
    The board is asked whether version { $label } of the mandate can be approved.

    Read the text and what has changed: { $url }
mandate-no-text-to-send = The draft has no text yet. Write the text before you send it as a case.
mandate-not-yours-to-send = Only those who may propose cases to { $board } can send the draft there.
mandate-approve = Record the approval
mandate-approve-about = The version is being treated by { $board }. When it is approved, record the decision here. It applies from { $date }, and the version before it ends the day before.
mandate-approve-late = The version was to apply from { $date }. If you approve it now, deadlines and rules from that day on follow this version.
mandate-case-untreated = The case is “{ $state }” and has not been treated yet. Register the approval when the board has approved the version.
mandate-first-day = { $n ->
    [0] With those who are appointed for { $date }, no rule would be broken on the first day.
    [one] With those who are appointed for { $date }, one rule would be broken from the first day:
   *[other] With those who are appointed for { $date }, { $n } rules would be broken from the first day:
}
mandate-numbers-unsaid = The numbers in these rules are not in the paragraph that they refer to. See whether the text or the rules should be corrected:
# The numbers from one to twelve as they stand in a text. Commas separate the numbers, strokes the forms of one number.
mandate-numbers-in-words = one/a/an, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve
mandate-decision-help = For example: Approved by the Steering Board in case 12/27.
mandate-approved-on = Approved
mandate-approved-later = That day has not come. Write the day on which the mandate was approved.
mandate-send-back = Send back as a draft
mandate-drop = Delete the version
mandate-drop-how = The text, the rules and the deadlines of the version are deleted. If it was sent as a case, you close the case yourself.
said-mandate-text = The text is saved.
said-mandate-proposed = The draft is sent as a case.
said-mandate-approved = The version is approved.
said-mandate-sent-back = The version is a draft again.
said-mandate-dropped = The version is deleted.

mandate-difference = See the difference
mandate-difference-of = The difference between versions { $older } and { $newer }
mandate-difference-with = Compare with version
mandate-difference-alone = The board has this version only. When there is another, you see the difference here.
mandate-difference-key = What is new is underlined. What is taken out is struck through.
mandate-added = New
mandate-removed = Removed
mandate-changed = Changed
mandate-text-same = The two texts are the same.
mandate-paragraphs-same = { $n ->
    [one] One point is the same in both and is not shown.
   *[other] { $n } points are the same in both and are not shown.
}
mandate-rules-same = The rules are the same.
mandate-deadlines-same = The deadlines are the same.
mandate-what-happened = Change
mandate-was = From
mandate-becomes = To

mandate-what-if = See what would change
mandate-if-about = Here you see what version { $label } would change if it applied from the day you choose, with the numbers you write. Nothing is saved, and nobody gets mail.
mandate-if-from = Applies from
mandate-if-least = At least so many members
mandate-if-most = At most so many members
mandate-if-months = Longest term in months
mandate-if-months-help = For example 48 for four years.
mandate-if-meetings = Ordinary meetings a year
mandate-if-ask = Show what would change
mandate-if-use = Use the numbers in the draft
mandate-if-short = In short, from { $date }
mandate-if-broken = { $broken ->
    [0] No rule would be broken
    [one] One rule would be broken
   *[other] { $broken } rules would be broken
}{ $unknown ->
    [0] .
    [one] , and for one information is missing.
   *[other] , and for { $unknown } information is missing.
}
mandate-if-turned = { $n ->
    [0] No rule gets another result than with the mandate in force.
    [one] One rule gets another result than with the mandate in force.
   *[other] { $n } rules get another result than with the mandate in force.
}
mandate-if-terms = { $n ->
    [0] Nobody has a term that would be too long.
    [one] One organisation has a term that would be too long.
   *[other] { $n } organisations have terms that would be too long.
}
mandate-if-seats = { $n ->
    [0] The board would not have too many seats.
    [one] The board would have one seat too many.
   *[other] The board would have { $n } seats too many.
}
mandate-if-deadlines = { $n ->
    [0] No planned meeting gets other deadlines.
    [one] One planned meeting gets other deadlines.
   *[other] { $n } planned meetings get other deadlines.
}
mandate-if-lacking-more = { $n ->
    [one] In { $first }–{ $last } one more ordinary meeting would be missing than with the mandate in force.
   *[other] In { $first }–{ $last } { $n } more ordinary meetings would be missing than with the mandate in force.
}
mandate-if-lacking-fewer = { $n ->
    [one] In { $first }–{ $last } one ordinary meeting fewer would be missing than with the mandate in force.
   *[other] In { $first }–{ $last } { $n } fewer ordinary meetings would be missing than with the mandate in force.
}
mandate-if-lacking-same = In { $first }–{ $last } neither more nor fewer ordinary meetings would be missing than with the mandate in force.
mandate-if-day = Rule by rule on { $date }
mandate-if-then = As it would be
mandate-if-same = The same
mandate-if-turns = What becomes different
mandate-if-none-turns = No rule gets another result, neither on that day, at a planned meeting, nor when something changes by itself.
mandate-if-not-asked = Not asked
mandate-if-deadlines-title = Deadlines that move
mandate-if-no-deadlines = No deadlines of planned meetings move.
mandate-if-years = Ordinary meetings year by year
mandate-if-years-same = The version asks for as many ordinary meetings as the mandate in force.
mandate-if-year = Year
mandate-if-planned = Planned
mandate-if-asked-now = Asked for today
mandate-if-asked-then = Asked for then
mandate-if-lacks = Missing then
