# Oppfølgingspunkt: kva nokon skal gjere etter eit møte.
action-item = Oppfølgingspunkt
action-items = Oppfølgingspunkt
action-items-of = Oppfølgingspunkt i { $board }
action-follow-up = Oppfølging
action-content = Kva som skal gjerast
action-content-help = Éi setning eller to.
action-owner = Kven som skal gjere det
action-owner-other = Nokon som ikkje står på lista
action-owner-name = Namn på nokon som ikkje står på lista
action-owner-name-help = Dei får ingen påminningar herifrå.
action-due = Frist
action-no-due = Ingen frist
action-link = Lenkje
action-link-help = Adressa må byrje med https://.
action-add = Legg til oppfølgingspunkt
action-new = Nytt oppfølgingspunkt
action-waits-how = Den ansvarlege får e-post når utkastet er sendt. Fram til då er det berre sekretariatet som ser punktet.
action-waits = Berre sekretariatet ser punktet til utkastet til referat er sendt. Då får den ansvarlege e-post.
action-change = Endre oppfølgingspunktet
action-theirs = Det som er lagra no
action-typed = Det du skreiv
action-under = { $count ->
    [0] Oppfølgingspunkt til { $item }
    [one] 1 oppfølgingspunkt til { $item }
   *[other] { $count } oppfølgingspunkt til { $item }
}
action-line = { $owner }: { $what }
action-line-due = Frist: { $day }
action-state = Status
action-state-open = Ope
action-state-done = Gjort
action-state-dropped = Fråfalle
action-overdue = Over fristen
action-withdrawn = Trekt tilbake
action-meeting = Avtalt i
action-about = Gjeld
action-board = Råd
action-settled = Avslutta
action-settled-by = { $who } { $at }
action-note = Merknad
action-note-help = Må fyllast ut om de fell frå punktet: Skriv kvifor.
action-note-needed = Skriv kvifor de fell frå punktet.
action-what-now = Kva som kan gjerast no
action-mark-done = Merk som gjort
action-mark-dropped = Fall frå punktet
action-reopen = Opne punktet igjen
action-withdraw = Trekk tilbake punktet
action-withdraw-how = Gjer dette om punktet vart skrive ved ein feil. Då ser berre sekretariatet det, og ingen får påminningar.
action-overtaken = Nokon andre endra punktet medan du skreiv. Det du skreiv, står her framleis. Sjå over det som er lagra no, før du prøver på nytt.
action-by-state = Oppfølgingspunkt etter status
action-show-open = Opne
action-show-overdue = Over fristen
action-show-settled = Avslutta
action-all-owners = Alle
action-filter = Vis
action-none = Her er det ingen oppfølgingspunkt.
action-mine = Dette skal du følgje opp
action-carried = Oppfølging frå tidlegare møte
action-counts = { $open ->
    [0] Ingen oppfølgingspunkt er opne.
    [one] 1 oppfølgingspunkt er ope, { $overdue } er over fristen.
   *[other] { $open } oppfølgingspunkt er opne, { $overdue } er over fristen.
}
action-see-all = Sjå oppfølgingspunkta
action-due-before-meeting = Fristen kan ikkje vere før møtet { $day }.
action-link-not-https = Skriv ei heil adresse som byrjar med https://.
action-no-owner = Vel kven som skal gjere det, eller skriv eit namn.
action-two-owners = Vel éin på lista eller skriv eit namn, ikkje begge delar.
action-owner-closed-out = Saka er stengd for den du har valt. Vel ein annan.
said-action-added = Oppfølgingspunktet er lagt til.
said-action-done = Punktet er merkt som gjort.
said-action-dropped = Punktet er fråfalle.
said-action-open = Punktet er ope igjen.
said-action-withdrawn = Punktet er trekt tilbake.
action-mail-open = Opne oppfølgingspunktet
action-mail-answer = Svar sekretariatet
action-mail-assigned-subject = Noko å følgje opp etter møtet i { $board } { $meeting }
action-mail-assigned = Etter møtet i { $board } { $meeting } er det avtalt eit oppfølgingspunkt som de eller du har ansvar for.
action-mail-due-subject = Følg opp etter møtet i { $board } { $meeting }: fristen er { $due }
action-mail-due = Du har eit ope oppfølgingspunkt etter møtet i { $board } { $meeting }. Fristen er { $due }. Sei frå når det er gjort.
action-mail-late-subject = Følg opp etter møtet i { $board } { $meeting }: fristen gjekk ut { $due }
action-mail-late = Eit oppfølgingspunkt etter møtet i { $board } { $meeting } er ikkje merkt som gjort. Fristen gjekk ut { $due }. Sei frå når det er gjort, eller om det ikkje vert noko av.
action-mail-know-subject = Ikkje følgt opp etter møtet i { $board } { $meeting }: fristen gjekk ut { $due }
action-mail-know = Eit oppfølgingspunkt etter møtet i { $board } { $meeting } er framleis ope, og fristen gjekk ut { $due }. Ta kontakt med den som har ansvaret, eller set ein ny frist.
action-mail-foot-owner = Du får denne e-posten av di du har ansvar for eit oppfølgingspunkt i { $board }.
action-mail-foot-organisation = De får denne e-posten av di verksemda har ansvar for eit oppfølgingspunkt i { $board }. Svar på e-posten om de lurer på noko, og når det er gjort.
action-mail-foot-secretariat = Du får denne e-posten av di du er sekretariat for { $board }.
