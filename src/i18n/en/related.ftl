# Relations and consultation: the bodies that the board is related to, their documents, and who is heard on a case.

related = Relations and consultation
related-what = The bodies that the board is related to, what each is to be heard on, and the document that describes the relation.
related-none = There are no bodies here yet. The secretariat adds them.
related-on-board = { $n ->
    [0] No bodies have been added yet
    [one] See the body that the board is related to
   *[other] See the { $n } bodies that the board is related to
}
related-on-board-overdue = { $n ->
    [one] One document should have been reviewed
   *[other] { $n } documents should have been reviewed
}
related-new = New body
related-edit = Change { $body }
related-too-many = There is no room for more.
related-name = Body
related-kind = Relation
related-organisation = Organisation
related-organisation-help = Choose one if the body is an organisation in the register.
related-heard-on = Heard on
related-heard-on-help = What the body is to be heard on, in your own words.
related-subjects = To be heard on cases about
related-subjects-help = The secretariat is told when the body was not heard on such a case. The case is not stopped.
related-document = Document
related-document-help = The title of the document that describes the relation.
related-dated = Dated
related-link = Link
related-link-help = The whole address, beginning with https://.
related-archive = Archive reference
related-mandate = Belongs to the mandate
related-review-on = Review by
related-review-on-help = The secretariat is reminded a month before. Leave the field empty if the document is not to be reviewed.
related-review-in-past = The day cannot have passed.
related-review = Reviewed: { $body }
related-review-how = When you save, it says that the document was reviewed today. That cannot be changed afterwards.
related-review-save = The document is reviewed
related-reviews = Former reviews
related-reviews-of = Reviews: { $body }
related-reviewed-on = Reviewed
related-next = Next by
related-note = Note
related-note-help = What was found, or what must be changed in the document.
related-who = Added by
related-overdue = Should have been reviewed
related-due-soon = To be reviewed soon
related-change = Change
related-heard = Heard on the case
related-heard-none = Nobody has been heard on the case yet.
related-hear = Add that { $body } has been asked
related-hear-of = Consultation: { $body }
related-asked-on = Asked
related-answered-on = Answered
related-answered-on-help = Leave the field empty until the answer has come.
related-answer = Answer
related-answer-help = In short, what the body answered.
related-answer-link = Link to the answer
related-answer-open = Read the answer
related-no-answer-yet = Not yet
related-day-in-future = The day cannot be in the future.
related-answered-first = The answer cannot be from before { $day }, when the body was asked.
related-answer-without-day = Write on which day the answer came.
related-hearing-overtaken = Someone else changed this while you had the page open. What you wrote is still here. Look it over and save again.
related-unhear = Remove the consultation
related-unhear-how = Do this only if it was added by mistake.
related-not-asked = { $body } is to be heard on such cases, and has not been asked.
related-not-answered = { $body } is to be heard on such cases, and has not answered yet.
related-mark = Not heard: { $bodies }
related-made-up = The body
related-mail-subject = { $board }: review the document about { $body } by { $date }
related-mail-subject-late = { $board }: the document about { $body } should have been reviewed by { $date }
related-mail-ask = The document that describes the relation to { $body } is to be reviewed by { $date }. See whether it still holds, and add that it is reviewed.
related-mail-ask-late = The document that describes the relation to { $body } should have been reviewed by { $date }. Review it, or set another day.
related-mail-action = Open relations and consultation
said-related-saved = The body is saved.
said-related-reviewed = It says that the document is reviewed.
said-related-heard = The consultation is saved.
ledger-kind-relation-review = The document about a relation is to be reviewed
wording-name-body = body
wording-means-body = The body that the document is about, such as Skate
