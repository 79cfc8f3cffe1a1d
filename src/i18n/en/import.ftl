# The import: pages, sheets, columns and faults.

import-title = Import
import-about = Move boards in, with organisations, people, seats, appointments, representatives and meetings, and with what they did before: cases, agendas, attendance, minutes and action items. Everything comes from an Excel workbook or CSV files.
import-safe = The file is looked over first. You are told everything that must be corrected, and nothing is saved until you press Import. Nobody gets mail.
import-file = File
import-file-help = One workbook (.xlsx), or one or more CSV files. At most 10 MB together.
import-look-over = Look the file over
import-template = Template
import-template-about = The template has every sheet with the right headings, and a sheet that explains what to write where. Fill in the sheets you need.
import-template-workbook = Download the workbook
import-template-tables = Download one sheet as CSV
import-choose-a-file = Choose the file that you want to import.
import-looked-over = The file was looked over
import-nothing-new = Everything in the file is registered already. There is nothing new to import.
import-all-right = No faults were found. Look at the numbers and the warnings before you import.
import-mails-nobody = The import sends no mail. New boards have their mail off until someone switches it on.
import-now = Import
import-other-file = Choose another file
import-faults-title = What must be corrected
import-counts = Rows in the file
import-new = New
import-known = Registered already
import-notes = Warnings
import-first-rows = The first rows, as they were read
import-empty-sheet = The sheet is empty.
import-yes = Yes
import-guide = Guide
import-guide-sheet = Sheet
import-guide-column = Column
import-guide-needed = Needed
import-guide-how = How to write it
said-imported = The import is done. All rows are saved, and nobody got mail.

import-sheet-organisations = Organisations
import-sheet-former-names = Former names
import-sheet-persons = Persons
import-sheet-boards = Boards
import-sheet-seats = Seats
import-sheet-appointments = Appointments
import-sheet-representations = Representations
import-sheet-meetings = Meetings

import-column-number = Organisation number
import-column-name = Name
import-column-short-name = Short name
import-column-kind = Kind
import-column-mailbox = Mailbox
import-column-contact = Contact
import-column-language = Language
import-column-owner-from = Service owner from
import-column-owner-last = Service owner until
import-column-domains = Mail domains
import-column-organisation = Organisation
import-column-last = Last day
import-column-address = E-mail
import-column-title = Title
import-column-slug = Short address
import-column-name-nn = Name in Nynorsk
import-column-name-en = Name in English
import-column-parent = Board above it
import-column-zone = Time zone
import-column-holidays = Holidays
import-column-languages = Languages
import-column-chair-counts = The chair counts
import-column-parent-secretariat = Secretariat from the board above
import-column-board = Board
import-column-seat = Seat
import-column-from = From
import-column-role = Role
import-column-decision = Decision
import-column-person = Person
import-column-meeting = Meeting
import-column-day = Date
import-column-starts = Starts
import-column-ends = Ends
import-column-title-nn = Title in Nynorsk
import-column-title-en = Title in English
import-column-place = Place
import-column-video-link = Video link
import-column-archive-reference = Archive reference
import-column-state = State

import-form-address = An e-mail address, such as kari@example.no.
import-form-board = The board's short address, from the sheet Boards or from before.
import-form-board-kind = Steering board, Product council, Committee, or another kind that is registered.
import-form-day = A date: 2026-12-31, 31.12.2026 or 31 December 2026.
import-form-domains = Mail domains with commas between: digdir.no, altinn.no.
import-form-holidays = no for Norwegian holidays, se for Swedish, none for none. If empty: Norwegian.
import-form-language = Bokmål, Nynorsk or English, or the code. If empty: nb.
import-form-languages = The languages of the documents, with commas between: nb, nn.
import-form-link = A link that begins with https://.
import-form-meeting-kind = Ordinary meeting, Professional day, Extra meeting, or another kind that is registered.
import-form-meeting-label = A word that is the same for all days of one meeting, such as 3/2019. Needed only when a meeting has several days.
import-form-meeting-state = Planned, Called, Papers sent, Held, Draft minutes sent, Closed or Cancelled. If empty: closed when the day is past, otherwise planned.
import-form-number = The number of the seat on the board, from 1. Only members have seats.
import-form-organisation = Organisation number, or a name that the organisation has or has had.
import-form-organisation-kind = State agency, Ministry, Municipality, County authority, Association, Company, or another kind that is registered.
import-form-organisation-number = Nine digits. Leave the cell empty if the number is unknown.
import-form-role = Secretariat, Chair, Member, Deputy, Observer or Aide.
import-form-seat-kind = Permanent member, Largest service owners, Rotating member, Rotating municipality, or another kind that is registered.
import-form-slug = A short, fixed word for the board, with small letters a–z, digits and hyphens: product-council-trust.
import-form-text = Plain text.
import-form-time = A time of day: 09:00. May be empty for old meetings.
import-form-yes-no = yes or no. If empty: no.
import-form-zone = The name of the time zone. If empty: Europe/Oslo.

import-place-cell = { $sheet }, row { $row }, column { $column }
import-place-row = { $sheet }, row { $row }
import-place-sheet = { $sheet }

import-missing = The file cannot be found. Check its name.
import-too-large = The files are too large. They may be at most { $most } MB together. Split them and import one part at a time.
import-no-table = “{ $file }” is neither an Excel workbook nor a CSV file. Save it as .xlsx or .csv.
import-other-format = “{ $file }” is in a format that is not read. Open it in Excel and save it as .xlsx.
import-protected = “{ $file }” is protected by a password. Remove the password and try again.
import-bomb = “{ $file }” becomes larger than { $most } MB when it is unpacked, so it was not opened. Remove pictures and sheets that you do not need.
import-too-many = “{ $sheet }” goes past the limit of { $most } rows in all. Split the file and import one part at a time.
import-broken = “{ $file }” is broken and cannot be read. Open it in Excel, save it again and try once more.
import-nothing-known = The file has no sheet that is known. Name the sheets as in the template: Organisations, Persons, Boards and so on.

import-note-macros = The workbook has macros. They were not run; only the values of the cells were read.
import-note-hidden-sheet = The sheet “{ $sheet }” is hidden and was not read. Unhide it in Excel if it should be imported.
import-note-unknown-sheet = The sheet “{ $sheet }” is not known and was not read.
import-note-unknown-file = The file “{ $file }” is not known and was not read. Name it after its sheet, such as persons.csv.
import-note-unknown-column = { $sheet }: column { $column } “{ $heading }” is not known and was not read.
import-note-twice = { $sheet }: row { $row } says the same as row { $first }. The first one counts.

import-needed = The cell must be filled in.
import-not-a-choice = “{ $written }” is not among the choices. Write one of these: { $choices }.
import-not-a-day = This is no date between 1900 and 2200. Write it as 2026-12-31.
import-not-a-day-text = “{ $written }” is no date that is understood. Write it as 2026-12-31 or 31.12.2026.
import-year-of-two-digits = “{ $written }” has a year of two digits. Write all four.
import-only-a-year = This is only a year. Write the whole date, such as 2026-12-31.
import-not-a-time = This is not a time of day. Write it as 09:00.
import-not-yes-or-no = Write yes or no.
import-not-a-number = Write a whole number from 1 to 9999.
import-a-day-not-text = This is a date, but the cell should hold text. Write the text.
import-failed-formula = The formula in the cell gives the error { $error }. Correct the formula, or write the value.
import-not-calculated = The formula in the cell has no saved value. Open the file in Excel and save it, or write the value.
import-across = The cells { $area } are merged across columns. Unmerge them and write the value in the right column.
import-not-a-domain = “{ $written }” is not a mail domain. Write it as digdir.no, with commas between if there are several.
import-not-a-slug = Use only small letters a–z, digits and hyphens, such as product-council-trust.

import-no-headings = There are no headings that are known in the first rows. Write one row of headings, at least: { $names }.
import-column-missing = The column “{ $column }” is missing. Add it.
import-heading-twice = This heading stands twice. Keep one of the columns.

import-number-unknown = No organisation has the number { $written }. Correct it, or add the organisation to the sheet Organisations.
import-organisation-unknown = No organisation is called “{ $written }”. Correct the name, or add the organisation to the sheet Organisations.
import-organisation-near = No organisation is called “{ $written }”. Did you mean “{ $near }”? Write the name the same way, or use the organisation number.
import-organisation-of-two = Several organisations are called “{ $written }”. Use the organisation number.
import-name-near = “{ $written }” is nearly “{ $near }”. If it is the same, write the name the same way. If it is another, write the organisation number of both.
import-former-name-of-known = The organisation is registered already without this name. Remove the row, and add the name on the organisation's page.
import-former-names-overlap = The name ends on the same day as the one in row { $row }. Correct one of the days.
import-owner-from-needed = Write the day the organisation became a service owner too.
import-address-of-two = The address belongs to “{ $name }” in row { $row }. Two people cannot share an address: correct one of them.
import-person-unknown = Nobody has the address { $address }. Correct it, or add the person to the sheet Persons.
import-board-unknown = No board has the short address “{ $board }”. Correct it, or add the board to the sheet Boards.
import-board-mails = The board's mail is on, and an import must send nothing. Switch its mail off, import, and switch it on again when you have seen what will go.
import-seat-unknown = The board has no seat number { $seat }. Correct the number, or add the seat to the sheet Seats.
import-overlaps-row = The period overlaps with row { $row }. Let one end on the day before the other begins.
import-overlaps-standing = The period overlaps with one registered from { $from }{ $last ->
    [none] {" "}without a last day
   *[other] {" "}to { $last }
}. Correct the dates.
import-outside-the-seat = The seat exists only from { $from }{ $last ->
    [none] {""}
   *[other] {" "}to { $last }
}. Correct the period.
import-no-appointment = No appointment fits on { $day }. Check board, role, organisation, seat and date against the sheet Appointments.
import-appointment-of-two = Several appointments fit on { $day }. Write the organisation, and the seat if it is a member.
import-start-needed = Write when the meeting starts too.
import-other-kind = The meeting has another kind in row { $row }. Write the same for all its days.
import-too-many-days = A meeting may have at most { $most } days. Split it into several meetings.
import-state-of-past = The meeting is over. Write Held, Closed or Cancelled, or leave the cell empty.
import-state-of-future = The meeting has not been held yet. Write Planned, or leave the cell empty.

import-line-read = The file is read.
import-line-count = { $sheet }: { $new } new, { $known } registered already
import-line-dry = No faults were found. Nothing was saved, because this was a trial.
import-line-written = All rows are saved. Now the deadlines are planned.
import-line-planned = { $done } of { $all } boards are planned
import-faults = { $n ->
    [one] The file has one fault. Nothing was saved.
   *[other] The file has { $n } faults. Nothing was saved.
}

# The past: cases, agendas, attendance, minutes and action items.
import-sheet-cases = Cases
import-sheet-agenda = Agenda
import-sheet-attendance = Attendance
import-sheet-minutes = Minutes
import-sheet-actions = Action items
import-sheet-payments = Payments

import-column-numbering = Case numbers by
import-column-unknown = Not known
import-column-case-number = Case number
import-column-meeting-day = Meeting day
import-column-meeting-kind = Kind of meeting
import-column-public-title = Public title
import-column-subject = Subject
import-column-organisations = Responsible organisations
import-column-responsible-board = Responsible board
import-column-responsible = Others responsible
import-column-description = Description
import-column-follows = Takes up again
import-column-assessment = Assessment
import-column-basis = Legal basis
import-column-scope = Scope
import-column-remark = Remark
import-column-minutes = Duration in minutes
import-column-presenter = Presented by
import-column-guests = Guests
import-column-approves = Approves the minutes of
import-column-part = Takes part as
import-column-as-written = Written as
import-column-person-name = Name of person
import-column-deputy = Deputy
import-column-instead-of = Instead of
import-column-presence = How
import-column-count = Count
import-column-from-item = From item
import-column-until-item = Until item
import-column-stay = For how long
import-column-item = Item
import-column-content = Text
import-column-product = Product
import-column-year = Year
import-column-amount = Amount
import-column-outcome = Outcome
import-column-conclusion = Conclusion
import-column-dissent = Dissent
import-column-published = Published
import-column-source = Source
import-column-due = Due
import-column-link = Link

import-kind-standing = Standing item
import-kind-case = Case
import-kind-break = Break
import-kind-other_business = Any other business
import-part-chair = Chair
import-part-member = Member
import-part-observer = Observer
import-part-aide = Aide
import-part-guest = Guest
import-part-secretariat = Secretariat

import-form-assessment = Open, Exempt or Not assessed. Without an answer: not assessed.
import-form-basis = The provision by which the case is exempt, such as offl. § 14. Only where it is exempt.
import-form-case-kind = For information, For discussion, For recommendation, For approval, or another kind that is registered. Empty where it is not known.
import-form-case-number = The case number as it was written: 12/26 or 01/16. Where numbers begin again in each meeting, just 3, with the day of the meeting beside it.
import-form-case-state = Accepted, Declined, Postponed, On an agenda, Dealt with or Closed. Without an answer: dealt with, where it stands on the agenda of a meeting that is over.
import-form-case-subject = A subject that is registered. Empty where it is not known.
import-form-count = How many people the row stands for, where it has no name. Without an answer: one.
import-form-days = A day of the meeting, or several meetings with semicolons between: 13.03.2019; 08.05.2019.
import-form-guests = Those who are guests at this item, as “name, organisation” or the organisation alone, with semicolons between. Write unknown where nobody knows who they were.
import-form-item = The number of the case, or the title of an item that is none. It must stand in the sheet Agenda.
import-form-item-kind = Standing item, Case, Break or Any other business. The rows stand in the order in which the items were dealt with.
import-form-meeting-day = A day of the meeting, from the sheet Meetings or from before: 31.12.2026.
import-form-minutes = How many minutes the item is given.
import-form-numbering = How far a series of numbers reaches: a year (year) or one meeting (meeting). Without an answer: a year.
import-form-organisations = Organisation numbers or names, with semicolons between.
import-form-outcome = An outcome that is registered, such as Recommendation, Input, Noted or Postponed.
import-form-part = Chair, Member, Observer, Aide, Guest or Secretariat. A deputy is a member, with yes under Deputy.
import-form-presence = In the room, Digitally or Absent.
import-form-prose = Text of as many lines as needed. Lists and headings are written as Markdown.
import-form-responsible = Who prepared the case, where that is neither an organisation nor a board, such as a secretariat. Write unknown where nobody knows who did.
import-form-scope = Parts of the case, The whole case, or The whole case and its title. Only where it is exempt.
import-form-stay = In the words of the minutes where it is not from one item until another, such as “until lunch”. Write unknown where they do not say. Empty for the whole day.
import-form-unknown = What nobody knows of the meeting, with commas between: standing items, cases, guests, who was there, who was the secretariat. Empty where what is missing was not there.
import-form-action-state = Open, Done or Dropped. Without an answer, and where nobody knows whether it is done: open.
import-form-product = The name of a product that is registered.
import-form-year = A year from 2000 to 2100.
import-form-amount = Kroner, such as 1 234 567.89. Spaces between thousands, a comma or a point before øre.
import-form-due = A date: 31.12.2026. Empty where nothing was said of when, or nobody knows what.
import-form-owner-name = The name of who is to do it, where that is neither an organisation nor a registered person. Write unknown where nobody knows who it was.
import-form-task = What is to be done, in a sentence or two.

import-reason = Imported
import-who-needed = The file has cases, minutes or action items, and then it must be said who imports it. Write --by and the mail address of someone who is registered.
import-by-unknown = Nobody has the address { $address }. Correct it, or invite the person first.
import-meeting-unknown = The board has no meeting on { $day }. Correct the day, or add the meeting to the sheet Meetings.
import-meeting-of-two = The board has several meetings on { $day }. Write which kind it is, under Kind of meeting.
import-meeting-cancelled = The meeting was cancelled, so nobody was there. Correct the day, or take the row out.
import-not-held-yet = That day has not come yet. Correct it, or take the row out.
import-not-a-case-number = “{ $written }” is no case number. Write it as 12/26.
import-not-a-number-of-a-meeting = “{ $written }” is no case number of this meeting. Write the number alone, such as 3.
import-number-needs-meeting = The board begins at 1 in each meeting. Write a day of the meeting that dealt with the case.
import-number-of-two = Row { $row } has the same case number and is called “{ $title }”. Correct one of the numbers, or write the title alike.
import-number-too-large = Write a number of at most { $most }.
import-case-unknown = We know no case with the number { $written }. Correct it, or add the case to the sheet Cases.
import-follows-unknown = We know no case with the number { $written }. It must be registered, or stand in a row further up.
import-follows-of-meetings = Where numbers begin again in each meeting, one names no single case. Write it under Remark instead.
import-case-proposed = A case that is only proposed cannot be imported, because someone proposed it. Write Accepted if the board is to deal with it.
import-case-state-needed = The case stands on no agenda. Write its state, such as Dealt with, or add it to the sheet Agenda.
import-case-not-scheduled = The case does not stand on the agenda of a meeting to come. Add it to the sheet Agenda, or write another state.
import-case-is-scheduled = The case stands on the agenda of a meeting that has not been held. Write On an agenda, or leave the cell empty.
import-case-stands = The case is registered already, and the meeting has not been held. Put it on the agenda from its own page.
import-only-where-exempt = This belongs only to a case that is exempt. Write so under Assessment, or empty the cell.
import-case-of-item-needed = Write the case number. Where the case has none, write its title as in the sheet Cases.
import-title-of-case = A case has its title in the sheet Cases. Empty the cell.
import-number-without-case = Only a case has a case number. Write Case under its kind, or empty the cell.
import-item-unknown = “{ $written }” does not stand on the agenda of the meeting. Write the number or the title alike, or add the item to the sheet Agenda.
import-item-of-two = Several items of the agenda are called “{ $written }”. Give them different titles.
import-item-of-other-day = That item stands on another day of the meeting. Write an item of this day.
import-somebody-needed = Write an organisation, a person or a name. Where nobody knows who was there, say so in the sheet Meetings, under Not known.
import-person-or-name = The person is registered and has their name there. Empty the cell.
import-count-of-named = A row with a name stands for one person. Empty the cell, or take the name out.
import-absent-stays = Who was absent was not there for a part of the time either. Correct this, or empty the cells that say for how long.
import-deputy-of-whom = Write the organisation or the person that the deputy came instead of.
import-stay-twice = Write either from which item until which, or for how long in words. Empty one of the two.
import-minutes-not-closed = The meeting is not closed, so its minutes are written on its page. Write Closed in the sheet Meetings if they are approved.
import-item-of-minutes-needed = Write the case or the item that this was decided under. Only the row about the whole meeting has none.
import-only-above-items = This is about the minutes as a whole. Write it in the row without an item, and empty the cell.
import-published-when = Minutes are published after the meeting, and not in the future. Correct the day.
import-ends-before-it-starts = The item ends before it starts. Correct one of the times.
import-item-is-break = A break has neither minutes nor action items. Write the case or the item that it is about.
import-minutes-sent = The minutes of the meeting have been sent to those who were there. Correct them on the meeting's page, and take the row out.
import-minutes-of-two = Row { $row } says something else of the same. Correct one of the two, or take it out.
import-owner-unknown = Not known
import-owner-needed = Write who is to do it: an organisation, a person or a name. Write unknown where nobody knows who it was.
import-owner-of-two = Only one can be the owner of an action item. Clear the cell, or write a row for each of them.
import-due-before-meeting = The action item is due before the meeting, which began on { $day }. Correct the day, or leave the cell empty where nobody knows it.
import-product-unknown = No product is called “{ $written }”. Correct the name, or register the product first.
import-product-of-two = Several products are called “{ $written }”. Give them names that tell them apart.
import-payment-twice = The row is about the same payment as row { $first }. Take one of them away.
import-payment-stands = Another amount is registered: { $amount }. Change it on the page of payments, or correct the amount here.
import-payer-number-unknown = No organisation has the number { $written }. Correct it, or register the organisation under Organisations first.
import-payer-unknown = No organisation is called “{ $written }”. Correct the name, or register the organisation under Organisations first.
import-payment-year = The year must be from { $least } to { $most }.
import-payments-only = The file must have the sheet “{ $sheet }” and no other sheets, or be one CSV file.
import-payments-counts = { $new ->
    [0] No new payments.
    [one] One new payment is added.
   *[other] { $new } new payments are added.
}{ " " }{ $known ->
    [0] None stood there already.
    [one] One stood there already and is unchanged.
   *[other] { $known } stood there already and are unchanged.
}
import-payments-see = See the payments
import-payment-far-ahead = { $year } is more than a year ahead. If that is right, register the payment by hand under “Register a payment”.
import-payments-about = Import a workbook with the sheet “{ $sheet }”, or one CSV file. The whole file is checked first. If a row is wrong, nothing is saved.
import-payments-example = How the sheet should look
import-payments-who = Skien municipality
import-payments-what = ID-porten
said-payments-imported = The payments are imported.
