# Anchoring at home: colleagues who read along, the organisation's input, and who has opened the papers.

colleagues = Colleagues who read along
colleagues-of = Colleagues who read along: { $meeting }
colleagues-how = You choose which papers a colleague may read. The colleague gets an e-mail with a personal link and need not sign in. The link works until the meeting is over, or until you end it. Papers that are exempt from public access, or whose access is deferred, cannot be shared.
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
along-none = There are no papers to read now. They may have been withdrawn.
along-gone-title = The link no longer works
along-gone = The link was ended, the meeting is over, or the address is not whole. Ask the person who shared the papers with you.

colleague-mail-subject = You can read papers for the meeting of { $board } { $meeting }
colleague-mail = You are asked to read papers for the meeting of { $board } { $meeting } before your organisation takes its position.
colleague-mail-member = Shares the papers
colleague-mail-until = Can be read through
colleague-mail-action = Read the papers
colleague-mail-foot = You get this e-mail because a member of { $board } has shared papers with you. The link is yours alone: do not pass it on. Your name and address are deleted 30 days after the meeting.
