# Anchoring at home: colleagues who read along, the organisation's input, and who has opened the papers.

colleagues = Colleagues who read along
colleagues-of = Colleagues who read along: { $meeting }
colleagues-how = You choose which papers a colleague may read. The colleague gets an e-mail with a personal link and need not sign in. The link works until the meeting is over, or until you end it. Papers that are exempt from public access, or whose access is deferred, cannot be shared. If the colleague replies, the answer goes to your e-mail address.
colleagues-own = You have shared with
colleagues-all = Who reads along
colleagues-all-how = The secretariat sees who has got a link, not what they read.
colleagues-none = No colleagues read along.
colleague-new = Share with a colleague
colleague-no-papers = There are no papers that you can share yet.
colleague-name = Name
colleague-address = E-mail address
colleague-language = Language of the e-mail and the pages
colleague-papers = Papers that the colleague may read
colleague-papers-help = When there is a new version, the colleague gets that too.
colleague-let-in = Send the link
colleague-reads = { $count ->
    [0] Reads nothing yet.
    [one] May read 1 paper.
   *[other] May read { $count } papers.
}
colleague-change = Change what the colleague may read
colleague-of = { $name } reads along
colleague-change-how = The link that the colleague has opens what you choose here.
colleague-end = End the access of { $name }
colleague-end-how = The link stops working at once. The colleague is not told.
colleague-ended = Ended
colleague-by = Shared by
colleague-since = Shared
colleague-off = The secretariat has not let colleagues read along. It is a part of the board's data.
colleague-over = The meeting is over or cancelled. No colleague can read the papers any more.
colleague-nothing = Choose at least one paper.
colleague-already = This address has a link already. Change what the colleague may read in the list above.
colleague-too-many = You can share with { $most } colleagues at most for one meeting. End the access of someone first.
colleague-mail-off = The board's e-mail is not turned on. The colleague gets the link when the secretariat turns it on.
said-colleague-named = The colleague gets an e-mail with the link.
said-colleague-papers = The choice is saved.
said-colleague-ended = The access is ended.

along-how = { $member } lets you read these papers from { $board }, so that your organisation can prepare for the meeting. The link is yours alone. It works through { $date }.
along-answer = If you have questions or comments, you can write to { $member }:
along-none = There are no papers to read now. They may have been withdrawn.
along-gone-title = The link no longer works
along-gone = The link was ended, the meeting is over, or the address is not whole. Ask the person who shared the papers with you.

colleague-mail-subject = A member asks you to read papers for the meeting of { $board } on { $meeting }
colleague-mail = A member of { $board } asks you to read papers for the meeting on { $meeting } before your organisation takes its position.
colleague-mail-from = { $member } at { $organisation } shares the papers with you.
colleague-mail-from-alone = { $member } shares the papers with you.
colleague-mail-answer = If you reply to this e-mail, the answer goes to { $member }.
colleague-mail-until = Can be read through
colleague-mail-action = Read the papers
colleague-mail-foot = You get this e-mail because a member of { $board } has shared papers with you. The link is yours alone: do not pass it on. Your name and address are deleted 30 days after the meeting.

inputs = Input from the organisations
inputs-of = Input to the meeting: { $meeting }
inputs-how = Here is the input that organisations have shared with all members.
inputs-how-secretariat = Here is all input that was sent. What was sent to the secretariat alone is marked.
input-none = No input yet.
input-own = Your input
input-write = Write input
input-change = Change the input
input-has-draft = You have a draft that is not sent.
input-of = Input to { $case }
input-from = You write on behalf of { $organisation }.
input-how = Only you see the draft. When you send the input, the secretariat reads it here and uses it in its preparations. You can change it until the meeting is over.
input-text = What the organisation thinks
input-text-help = Write in Markdown: **bold**, *italics*, - point. The input may become a part of the case's documents.
input-shared = Show the input to all members
input-shared-help = Without a tick only the secretariat reads it. Those with a conflict of interest in the case never see it.
input-save = Save draft
input-send = Send the input
input-saved-at = The draft was saved { $at }.
input-sent-at = Sent { $at }.
input-changed-at = Sent { $first }. Changed { $at } (version { $number }).
input-to-members = To all members
input-to-secretariat = To the secretariat only
input-not-yet = The secretariat has not accepted the case yet. You cannot send input to it.
input-over = The meeting is over, or the case is dealt with. The input stands as it is.
input-overtaken = The input was saved or sent in another window. Your text still stands here. If you save or send now, it replaces the other.
said-input-sent = The input is sent.

opened = Who has opened the papers
opened-how = You see whether the readers have opened what was sent out to them, not whether they have read it. It is deleted { $days } days after the paper was opened.
opened-all = All { $all } papers
opened-some = { $count } of { $all } papers
opened-none = None
opened-column = Has opened
opened-missing = Not opened
opened-nobody = No papers are sent out yet.
opened-notice = The secretariat sees whether you have opened the papers, on the page or as a file. It is deleted { $days } days after you opened the paper. Your notes are seen by you alone.
