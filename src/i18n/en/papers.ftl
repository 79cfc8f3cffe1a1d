# Case papers.

papers = Case papers
papers-none = No case papers yet.
paper-document = Document
paper-content = Content
paper-state = State
paper-state-draft = Draft
paper-state-delivered = Delivered
paper-state-published = Sent out
paper-state-withdrawn = Withdrawn
paper-state-newer = Version { $number } is not sent out
paper-new-to-you = New to you
paper-attachment-short = – attachment
paper-part = What the document is
paper-part-paper = Case paper
paper-part-attachment = Attachment
paper-title = Title of the document
paper-language = Language of the document
paper-written-here = written here
paper-pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
paper-add = Add a case paper
paper-add-how = Upload a file, or leave the file field empty and write the case paper here. Only you and the secretariat see it until it is sent out.
paper-add-save = Add
paper-file = File
paper-file-help = PDF, Word, Excel, PowerPoint, OpenDocument, PNG or JPEG. At most 100 MB.
paper-file-new-help = PDF, Word, Excel, PowerPoint, OpenDocument, PNG or JPEG. At most 100 MB. The earlier versions stay.
paper-file-needed = Choose a file.
paper-file-again = Choose the file again: { $name }
paper-write-instead = Write the case paper here instead of uploading a file
paper-name-has-number = The file name seems to hold a national identity number. Give the file another name and upload it again.
paper-write = Write the case paper
paper-write-on = Write a new version
paper-write-title = Write: { $title }
paper-write-how = Write in Markdown: **bold**, *italics*, # heading, - item. The text is saved as you type. When you are done, it becomes a version that cannot be changed.
paper-upload = Upload a file
paper-upload-new = Upload a new version
paper-upload-save = Upload
paper-edit = Change title and language
paper-background = Background
paper-background-help = What the case is about, and why it comes up now.
paper-assessment = Assessment
paper-assessment-help = What the secretariat has weighed, and the alternatives.
paper-recommendation = Proposed recommendation
paper-recommendation-help = What the board can agree to, written as a decision.
paper-consequences = Consequences
paper-consequences-help = Economy, service owners, municipalities and security.
paper-changed = What is new in this version?
paper-changed-help = Everyone who reads the paper sees this.
paper-changed-when-done = Must be filled in when you are done and make a version. Everyone who reads the paper sees this.
paper-save-draft = Save draft
paper-preview = Preview
paper-preview-title = Preview
paper-finish = Done – make a version
paper-saving = Saving …
paper-not-saved = Not saved. Your text is still here. Press “Save draft” to try again.
paper-draft-saved = { $who } saved the draft, { $at }.
paper-draft-overtaken = { $who } saved the draft while you were writing. Your text is still here. If you save now, it replaces what the other wrote.
paper-needs-text = Write something in at least one of the fields before you make a version.
paper-empty = Nothing is written here yet.
paper-versions = Versions
paper-version-number = Version { $number }
paper-no-version = No version yet.
paper-nothing-to-read = Nothing is sent out to read yet.
paper-older = You are reading version { $number }. The newest is version { $newest }.
paper-version-made = Made by { $who }, { $when }.
paper-version-sent = Sent out { $when }.
paper-to-newest = Go to the newest
paper-new-since = New since you last read the paper
paper-open-file = Open { $name }
paper-read-here = Read { $title } here
paper-fetch-file = Download { $name }
paper-locked-short = Locked with a password
paper-locked = The file is locked with a password, so it can neither be shown here nor be put into the pack.
paper-locked-mend = Upload a file without a password.
paper-damaged-short = Damaged file
paper-damaged = The file is damaged, so it cannot be put into the pack, and perhaps not be shown here.
paper-damaged-mend = Upload another file.
paper-checksum = SHA-256:
paper-published-version = Version that is sent out
paper-access = Who may read the paper
paper-access-how = The paper is never shown to anyone who may not read the case.
paper-exempt-by-case = { $assessment } by itself, but the case is exempt from public access
paper-late = After the delivery deadline
paper-late-how = The deadline for delivery passed { $since }. The paper may still be delivered when the chair or the secretariat allows it.
paper-late-reason = Why the paper comes after the deadline
paper-late-allowed-by = Who has allowed it?
paper-late-told = Came after the deadline. Allowed by { $who }: { $reason }
paper-too-late = The deadline for delivery has passed, and the mandate does not let papers come later. Move the case to a later meeting, or ask the chair to postpone it.
paper-over = The case is dealt with or closed. The papers it rested on stand as they are. New information belongs to a new case.
paper-nothing-to-publish = There is no new version to send out.
paper-case-not-accepted = Accept the case before its papers are sent out.
paper-numbers-in-text = The text seems to hold a national identity number: “{ $words }”. { $count ->
    [one] Remove the number.
   *[other] It was found in { $count } places. Remove the numbers.
}
paper-numbers-on-page = Page { $page } of the file seems to hold a national identity number: “{ $words }”. { $count ->
    [one] Remove the number and upload again.
   *[other] It was found in { $count } places. Remove the numbers and upload again.
}
paper-numbers-in-file = The file seems to hold a national identity number: “{ $words }”. { $count ->
    [one] Remove the number and upload again.
   *[other] It was found in { $count } places. Remove the numbers and upload again.
}
paper-numbers-reason = Why the identity number must stand
paper-numbers-reason-help = If it is no identity number, or if it must stand there, write why. The secretariat sees the reason.
paper-numbers-kept = Kept with an identity number: { $reason }
paper-withdraw = Withdraw
paper-withdraw-how = From now on only the secretariat can read the paper. Those who have read it get no e-mail about it.
paper-return = Give back to its readers
paper-return-how = The members can read the paper again from now on, in the version they had.
paper-remove = Remove the document
paper-remove-how = The document has not been sent out. If you remove it, all its versions, its draft and the notes on it are gone, and you cannot undo it. We keep who removed it, and when.
paper-is-out = The document has been sent out and cannot be removed. The secretariat can withdraw it.
said-paper-begun = The document is added.
said-paper-version = The version is saved.
said-paper-damaged-warning = The file is received, but it is damaged. It cannot be shown in the meeting pack, and we cannot look for identity numbers in it. Upload another file.
said-paper-locked-warning = The file is received, but it is locked with a password. It cannot be shown in the meeting pack, and we cannot look for identity numbers in it. Upload a file without a password.
said-paper-without-words-warning = The file is received, but we found no text in it and have not looked for identity numbers. Look through the file before it is sent out.
said-paper-withdrawn = The paper is withdrawn.
said-paper-returned = The readers have the paper again.
said-paper-removed = The document is removed.

file-kind-pdf = PDF
file-kind-docx = Word
file-kind-xlsx = Excel
file-kind-pptx = PowerPoint
file-kind-odt = Text document (ODT)
file-kind-ods = Spreadsheet (ODS)
file-kind-odp = Presentation (ODP)
file-kind-png = Picture (PNG)
file-kind-jpg = Picture (JPEG)

paper-notes = My notes
paper-notes-how = Only you see your notes. They stay when a new version comes.
paper-note = New note
paper-note-page = Page
paper-note-page-help = Count the pages of the file: its page 1 is page { $first } of the meeting pack, and its page { $count } is page { $last }.
paper-note-no-page = The document has { $pages ->
    [one] only 1 page
   *[other] { $pages } pages
}. Write a page that is there, or leave the field empty.
paper-note-no-page-in-pack = The document has { $pages ->
    [one] only 1 page, which is page { $first } of the meeting pack
   *[other] { $pages } pages, which are pages { $first }–{ $last } of the meeting pack
}. Write a page that is there, or leave the field empty.
paper-note-save = Save the note
paper-note-change = Change or delete
paper-note-text = Note
paper-note-delete = Delete the note
paper-note-where = Version { $number }, { $at }
paper-note-where-page = Version { $number }, page { $page }, { $at }
paper-note-to-version = for version { $number }
said-paper-note = The note is saved.
said-paper-note-deleted = The note is deleted.

pdf-pages = The document, page by page
pdf-tools = Turn pages and zoom
pdf-page = Page { $page } of { $count }
pdf-of = of { $count }
pdf-before = Previous page
pdf-next = Next page
pdf-out = Zoom out
pdf-in = Zoom in
pdf-fit = Fit the width
pdf-zoomed = Shown at { $percent } per cent of the width.
pdf-opening = Fetching the document …
pdf-failed = The document cannot be shown on this page. Open it with the button above.
pdf-no-page = The document has no such page. Write { $pages }.
pdf-no-page-in-pack = The document has no such page. Write { $pages }, or { $in_pack } from the meeting pack.
pdf-not-printed = The document is not on this printout. Open the file and print it from there.
pdf-not-printed-in-pack = The document is not on this printout. Open the file or the meeting pack and print from there.
pdf-note-to-page = Write a note on page { $page }

shared = Papers of other cases
shared-add = Refer to a paper of another case
shared-how = The paper stays with the case it belongs to, and goes out with that. Only those who may read both cases see the reference.
shared-none = No other case of the meeting has papers that you may read and that this case does not refer to already.
shared-paper = Which paper?
shared-save = Refer to the paper
shared-from = – belongs to case { $case }
shared-with = Also used in
shared-remove = Remove the reference to { $paper }
said-paper-shared = The case refers to the paper.
said-paper-unshared = The reference is removed.
