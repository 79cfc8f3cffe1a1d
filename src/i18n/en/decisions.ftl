# What the owner of a board decided on what the board came to.

decision = Decision
decisions = Decisions
decisions-see = Record what was decided
decisions-how = The board advises, and its owner decides. Write here what was decided on each case.
decisions-not-approved = You can write decisions once the minutes are approved.
decisions-no-items = No case in the minutes has an outcome.
decision-what = What { $who } decided
decision-none = Not decided yet
decision-stance = How the decision stands to what the board came to
decision-stance-followed = Followed
decision-stance-in_part = Followed in part
decision-stance-not_followed = Not followed
decision-stance-otherwise = Decided otherwise
decision-decider = Who decided
decision-day = Day of the decision
decision-content = What was decided
decision-content-help = Needed unless the advice was followed in full. Write in short what was decided, and why.
decision-link = Link to the decision
decision-link-help = The whole address, beginning with https://.
decision-read-more = Read more about the decision
decision-write = Write the decision
decision-change = Change the decision
decision-shown = Everyone who can read the case in the minutes sees this.
decision-shown-later = The board sees this at once. When the minutes are published, everyone who can read the case in them sees it too.
decision-shown-second = The board sees this at once. Others who can read the case in the minutes see it when another person in the secretariat has chosen “Show to everyone”.
decision-waits = Waiting for “Show to everyone”
decision-waits-how = { $who } wrote what stands here. So far only the board sees it.
decision-waits-for-another = Another person in the secretariat must show the decision to everyone.
decision-release = Show to everyone
decision-take-back = Take back the decision
decision-take-back-how = Then nobody but the secretariat sees what stood here. You can write a new decision afterwards.
decision-taken-back = Taken back
decision-history = Earlier versions
decision-history-how = Only the secretariat sees these.
decision-version = Version { $number }: { $who }, { $at }
decision-overtaken = Someone else changed the decision while you had the page open. Look over what is saved now before you try again.
decision-in-future = The day cannot be in the future.
decision-before-meeting = The day cannot be before the meeting on { $day }.
decision-needs-text = Write what was decided.
decision-not-a-link = Write a whole address that begins with https:// or http://.
decision-any = All cases
decision-owner-decided = Decided
decision-owner-not_decided = Not decided yet
decision-actions = { $count ->
    [one] 1 action item: { $each }
   *[other] { $count } action items: { $each }
}
decision-action-done = { $count } done
decision-action-open = { $count } open
decision-action-late = { $count } overdue
decision-action-dropped = { $count } dropped
said-decision-written = The decision is saved.
said-decision-released = The decision is now shown to everyone who can read the case in the minutes.
said-decision-taken-back = The decision has been taken back.
