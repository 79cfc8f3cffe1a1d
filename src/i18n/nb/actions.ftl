# Oppfølgingspunkter: hva noen skal gjøre etter et møte.
action-item = Oppfølgingspunkt
action-items = Oppfølgingspunkter
action-items-of = Oppfølgingspunkter i { $board }
action-follow-up = Oppfølging
action-content = Hva som skal gjøres
action-content-help = En setning eller to.
action-owner = Hvem som skal gjøre det
action-owner-other = Noen som ikke står på lista
action-owner-name = Navn på noen som ikke står på lista
action-owner-name-help = De får ingen påminnelser herfra.
action-due = Frist
action-no-due = Ingen frist
action-link = Lenke
action-link-help = Adressen må begynne med https://.
action-add = Legg til oppfølgingspunkt
action-new = Nytt oppfølgingspunkt
action-waits-how = Den ansvarlige får e-post når utkastet er sendt. Til da ser bare sekretariatet punktet.
action-waits = Bare sekretariatet ser punktet til utkastet til referat er sendt. Da får den ansvarlige e-post.
action-change = Endre oppfølgingspunktet
action-theirs = Det som er lagret nå
action-typed = Det du skrev
action-under = { $count ->
    [0] Oppfølgingspunkt til { $item }
    [one] 1 oppfølgingspunkt til { $item }
   *[other] { $count } oppfølgingspunkter til { $item }
}
action-line = { $owner }: { $what }
action-line-due = Frist: { $day }
action-state = Status
action-state-open = Åpent
action-state-done = Gjort
action-state-dropped = Frafalt
action-overdue = Over fristen
action-withdrawn = Trukket tilbake
action-meeting = Avtalt i
action-about = Gjelder
action-board = Råd
action-settled = Avsluttet
action-settled-by = { $who }, { $at }
action-note = Merknad
action-note-help = Må fylles ut hvis punktet frafalles: Skriv hvorfor.
action-note-needed = Skriv hvorfor punktet frafalles.
action-what-now = Hva som kan gjøres nå
action-mark-done = Merk som gjort
action-mark-dropped = Frafall punktet
action-reopen = Åpne punktet igjen
action-withdraw = Trekk tilbake punktet
action-withdraw-how = Gjør dette hvis punktet ble skrevet ved en feil. Da ser bare sekretariatet det, og ingen får påminnelser.
action-overtaken = Noen andre endret punktet mens du skrev. Det du skrev, står her fortsatt. Se over det som er lagret nå, før du prøver igjen.
action-by-state = Oppfølgingspunkter etter status
action-show-open = Åpne
action-show-overdue = Over fristen
action-show-settled = Avsluttede
action-all-owners = Alle
action-filter = Vis
action-none = Det er ingen oppfølgingspunkter her.
action-mine = Dette skal du følge opp
action-carried = Oppfølging fra tidligere møter
action-counts = { $open ->
    [0] Ingen oppfølgingspunkter er åpne.
    [one] 1 oppfølgingspunkt er åpent, { $overdue } er over fristen.
   *[other] { $open } oppfølgingspunkter er åpne, { $overdue } er over fristen.
}
action-see-all = Se oppfølgingspunktene
action-due-before-meeting = Fristen kan ikke være før møtet { $day }.
action-link-not-https = Skriv en hel adresse som begynner med https://.
action-no-owner = Velg hvem som skal gjøre det, eller skriv et navn.
action-two-owners = Velg én på lista eller skriv et navn, ikke begge deler.
action-owner-closed-out = Saken er stengt for den du har valgt. Velg en annen.
said-action-added = Oppfølgingspunktet er lagt til.
said-action-done = Punktet er merket som gjort.
said-action-dropped = Punktet er frafalt.
said-action-open = Punktet er åpent igjen.
said-action-withdrawn = Punktet er trukket tilbake.
action-mail-open = Åpne oppfølgingspunktet
action-mail-answer = Svar sekretariatet
action-mail-assigned-subject = Noe å følge opp etter møtet i { $board } { $meeting }
action-mail-assigned = Etter møtet i { $board } { $meeting } er det avtalt et oppfølgingspunkt som dere eller du har ansvar for.
action-mail-due-subject = Følg opp etter møtet i { $board } { $meeting }: frist { $due }
action-mail-due = Du har et åpent oppfølgingspunkt etter møtet i { $board } { $meeting }. Fristen er { $due }. Si fra når det er gjort.
action-mail-late-subject = Følg opp etter møtet i { $board } { $meeting }: fristen var { $due }
action-mail-late = Et oppfølgingspunkt etter møtet i { $board } { $meeting } er ikke merket som gjort. Fristen var { $due }. Si fra når det er gjort, eller hvis det ikke blir noe av.
action-mail-know-subject = Ikke fulgt opp etter møtet i { $board } { $meeting }: fristen var { $due }
action-mail-know = Et oppfølgingspunkt etter møtet i { $board } { $meeting } er fortsatt åpent, og fristen var { $due }. Ta kontakt med den som har ansvaret, eller sett en ny frist.
action-mail-foot-owner = Du får denne e-posten fordi du har ansvar for et oppfølgingspunkt i { $board }.
action-mail-foot-organisation = Dere får denne e-posten fordi virksomheten har ansvar for et oppfølgingspunkt i { $board }. Svar på e-posten hvis dere lurer på noe, og når det er gjort.
action-mail-foot-secretariat = Du får denne e-posten fordi du er sekretariat for { $board }.
