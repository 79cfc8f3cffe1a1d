# The measures of the action plan: who answers for them, how far they are, and the report to the board.

measures = Measures of the action plan
measures-what = The measures whose status the board follows. Everyone with a role on the board can read them. The secretariat keeps them.
measures-all = All measures
measures-none = There are no measures here yet. The secretariat adds them.
measures-none-such = No measures match your choices. Choose something else to see more.
measures-on-board = { $n ->
    [0] No measures have been added yet
    [one] See the measure
   *[other] See the { $n } measures
}
measure = Measure
measure-title = Title
measure-new = New measure
measure-edit = Change the measure
measure-too-many = There is no room for more.
measure-status = Status
measure-status-new = Add a status
measure-status-now = Status now:
measure-status-stays = What you write here stays in the history and cannot be changed. If something is wrong, add a new line.
measure-status-in-future = The day cannot be in the future.
measure-status-before = The day cannot be before { $day }, which is the day of the former status.
measure-status-same = The status is the same as before. Write what is new, or choose another status.
measure-on = From
measure-on-help = The day on which the measure got this status.
measure-note = Note
measure-note-help = What has been done, or why the status is another.
measure-written = Added by
measure-history = History
measure-years = Carried out
measure-first-year = First year
measure-last-year = Last year
measure-ends-first = The last year cannot be before { $first }.
measure-ministry = Responsible ministry
measure-performs = Carried out by
measure-performs-help = Tick none while this is undecided.
measure-undecided = Undecided
measure-involved = Involved
measure-description = About the measure
measure-goals = Goals and deliverables
measure-activities = Important supporting activities
measure-lines-help = Write one point on each line.
measure-contact = Contact
measure-contact-help = A department or a shared mailbox is better than a name.
measure-any = All
measure-only-late = Only those that are late
measure-show = Show
measure-late-not-finished = Late: the last year is over
measure-late-not-begun = Late: should have begun
measure-chart-title = When the measures are carried out
measure-chart-description = A timeline of the years in which each measure is carried out. The table below says the same.
measure-chart-today = Today
measure-chart-underway = Started
measure-chart-late = Late
measure-chart-planned = Not started
measure-chart-finished = Finished
measure-report = Status report for the next meeting
measure-report-how = The case goes on the agenda of the meeting, with a case paper that says how the measures stand today. You can change the paper before you send it out.
measure-report-meeting = Meeting
measure-report-make = Put the report on the agenda
measure-report-no-meeting = The deadline for proposing cases has passed for all planned meetings. Plan a new meeting, or propose the case yourself.
measure-report-there = { $meeting } already has a status report on its agenda.
measure-report-open = Open the case
measure-report-preview = What the paper will say
measure-report-title = Status of the measures of the action plan
measure-report-why = The board follows the status of the measures of the action plan.
measure-report-intro = How the measures stand on { $day }. { $n ->
    [0] There are no measures.
    [one] There is one measure.
   *[other] There are { $n } measures.
}
measure-report-late = Late measures
measure-report-none-late = No measures are late.
measure-report-not-finished = { $measure }: should have been finished in { $year }.
measure-report-not-begun = { $measure }: should have begun in { $year }.
measure-report-new = New since the last report
measure-report-none-new = Nothing is new.
measure-report-since = The last report was made on { $day }.
measure-report-recommendation = The board takes note of the status.
said-measure-saved = The measure is saved.
said-measure-status = The status is added.
said-measure-report = The status report is on the agenda. Read through the paper, and send it out when it is ready.
said-measure-report-there = The meeting already has a status report. Here it is.
