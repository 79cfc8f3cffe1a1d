# The annual plan: which cases the board treats at which meeting of a year.

annual-plan = Plan of cases { $year }
annual-plans = Plans of cases
annual-plan-about = The plan of cases is the annual plan that the mandate speaks of: which cases the board is to treat at each meeting of the year.
annual-plan-meetings-of-year = The meetings of this year
annual-plan-empty = Nothing is planned yet. Start from the templates, or add a case.
annual-plan-no-meetings = The year has no meetings yet. You can plan cases now, and give them meetings once those are set up.
annual-plan-not-published = The plan of cases for this year has not been published.
annual-plan-public-about = The cases that { $board } is to treat in { $year }, meeting by meeting.
annual-plan-by-meeting = The cases, meeting by meeting
annual-plan-not-scheduled = Not given a meeting yet
annual-plan-out = Taken out, moved to next year or treated in another year
annual-plan-none-here = No cases here.
annual-plan-case = Case
annual-plan-state = Status
annual-plan-state-not_scheduled = Not given a meeting
annual-plan-state-planned = Planned
annual-plan-state-on_agenda = On the agenda
annual-plan-state-treated = Treated
annual-plan-state-slipped = Not treated by the meeting
annual-plan-state-carried = Moved to next year
annual-plan-state-dropped = Taken out of the plan
annual-plan-changed = Changed after the approval
annual-plan-carried-here = From the year before
annual-plan-title-withheld = A case with a title that you cannot see
annual-plan-not-approved = The board has not approved the plan yet.
annual-plan-approved = The board approved the plan on { $date } ({ $reference }).
annual-plan-changes = { $count ->
    [one] One case has been changed since.
   *[other] { $count } cases have been changed since.
}
annual-plan-shown-to = Shown to
annual-plan-shown-to-now = The plan is shown to: { $who }.
annual-plan-as-others = See the plan as others see it
annual-plan-wheel = The meetings of the year, with the cases that are planned for each of them. The list below has the same in words.
annual-plan-wheel-slipped = The triangle marks meetings where a case was not treated.
annual-plan-at-meeting = { $meeting }, { $count ->
    [0] no cases
    [one] one case
   *[other] { $count } cases
}
annual-plan-counts = Number of cases at each meeting

# Changes.

annual-plan-change = Change
annual-plan-move = Move
annual-plan-moved = The case has been moved here: { $place }
annual-plan-move-spoken = Move: { $item }
annual-plan-open = Open
annual-plan-drag = Drag to another meeting
annual-plan-dragged = { $item }: let go to move it to { $place }
annual-plan-drag-back = The case stands where it stood.
annual-plan-to-agenda = { $count ->
    [one] Put the case on the agenda of { $day }
   *[other] Put the { $count } cases on the agenda of { $day }
}
annual-plan-carry = { $count ->
    [one] Move one case to { $year }
   *[other] Move { $count } cases to { $year }
}
annual-plan-carry-follows = This is about cases that their meeting did not treat, and cases without a meeting. They stand in the plan for { $year } without a meeting, and here they are shown as moved.
annual-plan-start = Start from the templates
annual-plan-nothing-saved = Nothing has been saved yet. What stands in the plan stays as it is.
annual-plan-nothing-missing = Everything from the templates is in the plan already.
annual-plan-start-add = { $count ->
    [one] Put one case in the plan
   *[other] Put { $count } cases in the plan
}
annual-plan-new-item = Add a case
annual-plan-from-case = Proposed case
annual-plan-from-case-help = Choose a case that has been proposed. Or leave this, and write a title, type and subject below.
annual-plan-no-case = None
annual-plan-item-title = Title
annual-plan-meeting = Meeting
annual-plan-to-case = Open the case
annual-plan-move-title = Move to another meeting
annual-plan-write-title = Change the text
annual-plan-drop-title = Take the case out of the plan
annual-plan-drop = Take out
annual-plan-why = Reason
annual-plan-restore = Put the case back in the plan

# Approval and publication.

annual-plan-approval = Approve and publish
annual-plan-approve-title = The approval of the board
annual-plan-approve = Save the approval
annual-plan-approved-on = Date of the approval
annual-plan-approved-in = Where it stands
annual-plan-approved-in-help = Such as “case 31/26”. Shown to everyone who sees the plan.
annual-plan-approved-case = The case in which it was approved
annual-plan-publish-title = Whom the plan is shown to
annual-plan-publish-about = Titles of cases that are exempt are shown only to those who may read the case.
annual-plan-publish = Save whom it is shown to

# Templates.

annual-plan-templates = Templates for the plan of cases
annual-plan-templates-about = A template is a case that the board treats every year. Changing a template does not change plans that have begun.
annual-plan-no-templates = The board has no templates. Add cases that come every year, such as budget frames and tertial reports.
annual-plan-new-template = New template
annual-plan-template-edit = Change the template
annual-plan-template-remove = Delete the template
annual-plan-template-remove-follows = The template goes. Cases that were made from it stay in the plans.
annual-plan-when = When
annual-plan-counting = The numbers are
annual-plan-counting-meeting = Numbers of ordinary meetings in the year
annual-plan-counting-month = Months: the first ordinary meeting from that month on
annual-plan-numbers = Numbers from 1 to 12
annual-plan-numbers-help = Put commas between the numbers where the case comes several times a year, such as 1, 3, 5.
annual-plan-at-numbers = Meeting number { $numbers }
annual-plan-at-months = The first ordinary meeting from { $months }

# What cannot be.

annual-plan-not-numbers = Write numbers from 1 to 12 with commas between.
annual-plan-meeting-elsewhere = Choose one of the board’s meetings this year.
annual-plan-meeting-cancelled = The meeting is cancelled. Choose another.
annual-plan-meeting-over = The meeting is over. Choose another.
annual-plan-case-there = The case is in the plan already.
annual-plan-is-carried = The case has been moved to next year. Change it there.
annual-plan-is-dropped = The case has been taken out of the plan. Put it in again before you change it.
annual-plan-is-on-agenda = The case is on an agenda or has been treated. Move it from the page of the case.
annual-plan-has-case = The case has been proposed. Change the text on the page of the case.
annual-plan-approved-later = Write a day that has been.
annual-plan-too-many = The plan has no room for more cases. Take some out first.

# What was done.

said-annual-plan-started = The cases from the templates are in the plan.
said-annual-plan-carried = The cases have been moved here. Give them meetings.
said-annual-plan-on-agenda = The cases from the plan are on the agenda.
said-annual-plan-approved = The approval has been saved.
said-annual-plan-published = Saved whom the plan is shown to.
said-plan-item-added = The case is in the plan.
said-plan-item-dropped = The case has been taken out of the plan.

# The agenda.

annual-plan-waiting = Planned for the meeting
annual-plan-waiting-about = These cases are in the plan of cases, but not on the agenda. When you put them there, the system makes a case for those that have none.
annual-plan-late-help = The deadline for proposing cases for the meeting has passed. It is recorded that { $chair } has permitted them.
annual-plan-case-why = The case is in the plan of cases for { $year }.

# Mail.

annual-plan-mail-prepare-subject = Prepare planned cases for the meeting { $meeting } of { $board }
annual-plan-mail-prepare = Planned cases for the meeting { $meeting } lack a case or somebody who prepares them. Propose them and settle who prepares them by { $date }, or move them to another meeting.
annual-plan-mail-slipped-subject = Planned cases were not treated by the meeting { $meeting } of { $board }
annual-plan-mail-slipped = Planned cases were not treated by the meeting that ended on { $date }. Give them another meeting, move them to next year or take them out of the plan.
annual-plan-mail-unprepared = Cases that lack something
annual-plan-mail-untreated = Cases that were not treated
annual-plan-mail-until = Last day to propose cases
annual-plan-mail-was = Last day of the meeting
annual-plan-mail-action = See the plan of cases
