# The import: pages, sheets, columns and faults.

import-title = Import
import-about = Move boards in, with organisations, people, seats, appointments, representatives and meetings, from an Excel workbook or CSV files.
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
