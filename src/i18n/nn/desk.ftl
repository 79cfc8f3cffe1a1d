# Skrivebordet.

desk-title = Skrivebordet
desk-now = Dette må du gjere no
desk-nothing-now = Ingenting hastar. Ta det neste på lista under.
desk-next = Dei neste fristane i alle råda dine
desk-no-next = Ingen fristar dei neste 30 dagane.
desk-earlier = Tidlegare fristar
desk-later = Seinare fristar
desk-overdue = Over fristen
desk-this-week = Frist dei neste sju dagane
desk-without-time = Møte utan klokkeslett
desk-without-time-do = Opne møtet og skriv inn når det byrjar og sluttar.
desk-untold = Møte som er endra utan at deltakarane veit det
desk-untold-do = Ingen får melding før du sender ho.
desk-minutes = Referat som ventar på deg
desk-minutes-answer = { $count ->
    [one] 1 merknad til referatet står utan svar
   *[other] { $count } merknader til referatet står utan svar
}
desk-minutes-publish = Referatet er godkjent, men ikkje publisert
desk-minutes-publish-again = Referatet er retta, men den nye utgåva er ikkje publisert
desk-minutes-release = Ein kollega har gjort klart eit referat som du kan publisere
desk-decisions-release = Ein kollega har skrive kva som er vedteke, og du kan vise det for alle
desk-reports = Rapportar som skal leverast
desk-report-by = frist { $when }
desk-late = Over fristen
desk-get-papers = Få inn sakspapir
desk-terms = Oppnemningar som går ut
desk-terms-do = Ingen er oppnemnde etter desse. Oppnemn verksemda på nytt, eller oppnemn ei anna.
desk-term-ends = går ut { $when }
desk-term-ended = gjekk ut { $when }, og plassen er ledig
desk-actions = Oppfølging over fristen
desk-actions-overdue = { $count ->
    [one] 1 oppfølgingspunkt er over fristen
   *[other] { $count } oppfølgingspunkt er over fristen
}
desk-deputies-often = { $count ->
    [one] Éin medlem bruker vara oftare enn mandatet seier
   *[other] { $count } medlemmer bruker vara oftare enn mandatet seier
}
desk-vacancies = Oppnemningar utan person
desk-vacancies-do = Ingen får e-posten til desse plassane. Opne oppnemninga, og set inn ein person eller be verksemda om eit namn.
desk-vacancies-cut = Du har så mange råd at vi berre viser oppnemningar i råda på denne sida.
desk-asked-by = namn ønskt innan { $when }
desk-no-organisation = Utan verksemd
desk-column-due = Frist
desk-column-what = Kva
desk-column-meeting = Møte
desk-column-board = Råd
desk-column-do = Gjer noko
desk-alarm-late = Påminningane står stille. Den siste runden vart ferdig { $when }. Be drifta sjå etter om tenesta køyrer.
desk-alarm-never = Påminningane har aldri gått. Be drifta sjå etter om tenesta køyrer.
desk-alarm-late-link = Sjå kva som ventar
desk-alarm-dead = { $count ->
    [one] Éin e-post kom ikkje fram.
   *[other] { $count } e-postar kom ikkje fram.
} Rett adressa dersom ho er feil, og send på nytt.
desk-alarm-dead-link = Sjå kva som ikkje kom fram
desk-alarm-nobody = { $count ->
    [one] Éi påminning hadde ingen mottakar.
   *[other] { $count } påminningar hadde ingen mottakar.
} Sørg for at nokon har rolla og ei e-postadresse, og prøv igjen.
desk-alarm-nobody-link = Sjå kva påminningar det gjeld
desk-alarm-broken = { $count ->
    [one] Éi påminning kunne ikkje skrivast.
   *[other] { $count } påminningar kunne ikkje skrivast.
} Les årsaka, og prøv igjen når ho er retta.
desk-alarm-broken-link = Sjå kva påminningar det gjeld
desk-alarm-mail-off = E-posten er slått av for desse råda. Ingen får påminningar før du slår han på.

desk-role-secretariat = sekretariat
desk-role-chair = leiar
desk-role-member = medlem
desk-role-deputy = vara
desk-role-observer = observatør
desk-role-aide = bisitjar

desk-line-today = I dag
desk-line-done = Gjort
desk-line-passed = Gått ut
desk-line-next = Ditt neste
desk-line-coming = Kjem
desk-line-overdue = Over fristen
desk-line-meeting = Møtedag
desk-line-days = { $days ->
    [one] 1 dag
   *[other] { $days } dagar
}

# Sida mi.

me-title = Sida mi
me-papers = { $new ->
    [0] Les sakspapira til møtet { $meeting }
    [one] Les sakspapira til møtet { $meeting } (1 nytt)
   *[other] Les sakspapira til møtet { $meeting } ({ $new } nye)
}
me-meetings = Neste møte
me-no-meetings = Ingen møte er planlagde i råda dine.
me-no-place = Staden er ikkje bestemt
me-when = Når
me-where = Kvar
me-deadlines-of = Fristar: { $meeting }
me-boards = Råda mine
me-no-boards = Du sit ikkje i noko råd no.
me-no-end = utan sluttdato
me-column-board = Råd
me-column-role = Rolle
me-column-until = Til og med
me-service-owner = Tenesteeigar
me-service-owner-says = Du får lese det råda gjer tilgjengeleg for alle tenesteeigarar. Du er knytt til desse tenesteeigarane:
me-settings = Innstillingar
me-language = Språk
me-language-help = Sider og e-post til deg kjem på dette språket.
me-own-step = Di oppgåve: { $stage }
me-devices = Einingane mine

# E-postjournalen.

ledger-title = E-postjournal
ledger-lists = Lister i journalen
ledger-coming = Planlagt
ledger-coming-says = Dei 50 neste påminningane. Kven som får dei, blir avgjort når dei går.
ledger-waiting = Ventar
ledger-waiting-says = E-postar som er skrivne og står i kø.
ledger-handed-over = Overlevert
ledger-handed-over-says = E-postar som e-posttenaren til mottakaren har teke imot. Om dei er lesne, veit vi ikkje.
ledger-dead = Kom ikkje fram
ledger-dead-says = E-postar som vart avviste for godt eller prøvde for mange gonger. Rett det som er gale, og send på nytt.
ledger-alarms = Utan mottakar
ledger-alarms-says = Påminningar som ikkje hadde nokon å gå til, eller som ikkje kunne skrivast. Rett det som er gale, og prøv igjen.
ledger-every-board = Alle råd
ledger-board = Råd
ledger-no-board = Utan råd
ledger-choose-board = Vis
ledger-older = Vis eldre
ledger-empty = Ingenting her.
ledger-column-due = Blir send
ledger-column-kind = Kva slag
ledger-column-deadline = Frist
ledger-column-board = Råd
ledger-column-state = Status
ledger-column-do = Gjer noko
ledger-column-made = Skriven
ledger-column-to = Til
ledger-column-subject = Emne
ledger-column-try = Forsøk
ledger-column-when = Når
ledger-column-outcome = Resultat
ledger-column-answer = Svaret frå e-posttenaren
ledger-try-again = Prøv igjen
ledger-resend = Send på nytt
ledger-state = Status
ledger-occasion = Påminning
ledger-about = Gjeld
ledger-object-meeting = Møtet
ledger-object-appointment = Oppnemninga
ledger-object-mandate = Mandatet
ledger-object-board = Rådet
ledger-settled = Avgjord
ledger-expires = Blir ikkje send etter
ledger-key = Nøkkel
ledger-message-id = Message-ID
ledger-its-messages = E-postar
ledger-letter = E-posten
ledger-letter-says = Berre mottakaren får sjå dei personlege lenkjene. Der det står ei lenkje, står det «[personleg lenkje]».
ledger-tries = Forsøk på å overlevere
ledger-no-tries = Ingen forsøk enno.

ledger-kind-deadline = Påminning: { $stage }
ledger-kind-too-few-meetings = Året har for få møte
ledger-kind-term-ends = Oppnemning går ut
ledger-kind-mandate-expires = Mandatet går ut
ledger-kind-mandate-unapproved = Versjonen av mandatet er ikkje godkjend
ledger-kind-council-report = Rapport frå produktråd
ledger-kind-case-proposed = Ny sak er meld
ledger-kind-case-decided = Svar om ei meld sak
ledger-kind-case-talk = Samtale med KS er ikkje registrert
ledger-kind-case-officer = Saksbehandlar er nemnd opp
ledger-kind-papers-sent = Sakspapir er sende ut
ledger-kind-minutes-sent = Utkast til referat er sendt ut
ledger-kind-minutes-ending = Fristen for merknader nærmar seg
ledger-kind-minutes-silence = Fristen for merknader er ute
ledger-kind-minutes-remark = Nokon har ein merknad til referatet
ledger-kind-minutes-settled = Svar på ein merknad til referatet
ledger-kind-minutes-approved = Referatet er godkjent
ledger-kind-minutes-to-publish = Eit referat ventar på at ein kollega publiserer det
ledger-kind-minutes-corrected = Eit publisert referat er retta
ledger-kind-minutes-withdrawn = Eit publisert referat er trekt tilbake
ledger-kind-colleague = Lenkje til ein kollega
ledger-kind-subscription-asked = Stadfesting av abonnement
ledger-kind-minutes-published = Referat er publisert
ledger-kind-minutes-digest = Nye referat, kvar veke
ledger-kind-product-digest = Nye referat om produkt, kvar veke
ledger-kind-action-assigned = Nokon har fått eit oppfølgingspunkt
ledger-kind-action-due = Frist for oppfølgingspunkt
ledger-kind-vacancy = Verksemda manglar representant
ledger-kind-composition = Rådet kjem til å bryte mandatet
ledger-kind-advice-due = Fristen for eit råd nærmar seg eller har gått ut
ledger-kind-advice-given = Rådet frå produktrådet har kome
ledger-kind-council-ends = Perioden til eit produktråd går ut
ledger-kind-rotation-thanks = Takk til den som går ut av rådet
ledger-kind-rotation-welcome = Velkomen til den som kjem inn i rådet
ledger-kind-annual-plan-prepare = Planlagde saker manglar sak eller saksbehandlar
ledger-kind-annual-plan-slipped = Planlagde saker vart ikkje behandla
ledger-kind-naming = Peik ut representant
ledger-kind-notice-save-the-date = «Set av dagen»
ledger-kind-notice-call = Innkalling
ledger-kind-notice-change = Endringsvarsel
ledger-kind-notice-cancellation = Avlysing
ledger-kind-notice-message = Melding frå sekretariatet
ledger-kind-notice-deputy = Innkalling av vara
ledger-kind-notice-deputy-released = Vara treng ikkje møte
ledger-kind-notice-receipt = Kvittering for vara
ledger-kind-sign-in = Innlogging
ledger-kind-join = Stadfesting av adresse
ledger-kind-address-changed = Endra e-postadresse
ledger-kind-invited = Invitasjon

ledger-word-planned = Planlagd
ledger-word-told = E-post send
ledger-word-fulfilled = Gjort i tide
ledger-word-withdrawn = Trekt
ledger-word-stale = For seint
ledger-word-nobody = Ingen mottakar
ledger-word-broken = Kunne ikkje skrivast
ledger-occasion-planned = Går når tida kjem.
ledger-occasion-told = E-postane er skrivne.
ledger-occasion-fulfilled = Alle hadde gjort sitt, så ingen vart minte på det.
ledger-occasion-stale = Ho vart ikkje send fordi tida var ute.
ledger-occasion-nobody = Ingen hadde rolla og ei e-postadresse då ho skulle gå.
ledger-occasion-broken = E-posten kunne ikkje skrivast: { $why }
ledger-withdrawn-no-longer-wanted = Grunnen til påminninga er endra eller borte.
ledger-withdrawn-moved-into-the-past = Datoen vart flytt slik at ho skulle ha gått før no.
ledger-withdrawn-before-mail-on = Ho skulle ha gått før e-posten vart slått på for rådet.
ledger-withdrawn-other = Årsak: { $why }
ledger-message-queued = Står i kø og går om ei lita stund.
ledger-message-put-off = Tenaren bad oss vente: { $answer }. Vi prøver igjen { $when }.
ledger-message-claimed = Er på veg ut.
ledger-message-handed-over = Overlevert { $when }.
ledger-message-expired = Tida var ute før ho kunne overleverast.
ledger-message-dead = { $attempts ->
    [one] Avvist etter eitt forsøk: { $answer }
   *[other] Avvist etter { $attempts } forsøk: { $answer }
}
ledger-message-withheld = Ikkje send: mottakaren har avslutta abonnementet, eller denne installasjonen får berre skrive til nokre få adresser.
ledger-outcome-handed-over = Overlevert
ledger-outcome-refused = Avvist
ledger-outcome-put-off = Utsett
ledger-outcome-withheld = Halden tilbake

ledger-mail-of = E-post til { $name }
ledger-person-messages = Skrive til personen
ledger-person-not-told = Ikkje skrive til personen
ledger-person-not-told-says = Påminningar til roller personen har eller har hatt, som ikkje vart til e-post for denne personen.
ledger-person-coming = Planlagt for personen
ledger-person-coming-says = Påminningar til roller personen har no. Kven som får dei, blir avgjort når dei går.
ledger-and = og
ledger-column-why = Kvifor
ledger-not-told-no-role = Gjekk til { $to }. { $name } hadde inga rolle i rådet då.
ledger-not-told-other-role = Gjekk til { $to }. { $name } var { $role } då.
ledger-not-told-no-address = Gjekk til { $to }. { $name } var ikkje sett inn enno, eller mangla e-postadresse.

said-message-resent = E-posten står i kø igjen.
said-occasion-tried-again = Påminninga blir prøvd igjen no.

# Prøvekøyringa.

rehearsal-title = Prøvekøyring
rehearsal-says = Sjå kvar e-post som kjem til å gå, før han går. Prøvekøyringa skjer på ein kopi av dataa, og ingenting blir sendt.
rehearsal-from = Frå og med
rehearsal-to = Til og med
rehearsal-to-help = Høgst to år fram.
rehearsal-nobody-acts = Ingen gjer noko
rehearsal-nobody-acts-help = Då går kvar einaste påminning, purringane òg.
rehearsal-run = Prøvekøyr
rehearsal-refused-period = Vel ein sluttdato som er i dag eller seinare, etter startdatoen og seinast { $latest }.
rehearsal-count = { $count ->
    [one] Éin e-post
   *[other] { $count } e-postar
}
rehearsal-assumed-each = Vi har rekna med at kvar gjer sitt på den dagen det har frist: sekretariatet sender innkallingane og trykkjer på knappane sine, dei innkalla svarer at dei kjem, og verksemder svarer og leverer. Er noko over fristen i dag, reknar vi det som gjort i dag. Ingen nye personar blir peikte ut. E-posten er rekna som slått på for alle råda.
rehearsal-assumed-nobody = Vi har rekna med at ingen trykkjer på nokon knapp, svarer eller leverer. E-posten er rekna som slått på for alle råda.
rehearsal-none = Ingen e-post går i denne perioden.
rehearsal-column-at = Blir send
rehearsal-column-to = Til
rehearsal-column-subject = Emne
rehearsal-column-kind = Kva slag
rehearsal-column-due = Frist

board-mail-title = E-post frå rådet
board-mail-is-on = E-posten har vore på sidan { $when }.
board-mail-is-off = E-posten er av. Alt er planlagt, men ingenting går ut før du slår han på. Det som skulle ha gått før den tid, blir ikkje sendt i ettertid.
board-mail-coming = { $count ->
    [0] Ingen e-post dei første 14 dagane
    [one] Éin e-post dei første 14 dagane
   *[other] { $count } e-postar dei første 14 dagane
}
board-mail-assumed = Slik blir det dersom ingen gjer noko før fristane.
board-mail-switch-on = Slå på e-post no
board-mail-switch-off = Slå av e-post
board-mail-off-follows = Ingen får påminningar før de slår e-posten på att. Det som skulle vore sendt imens, blir ikkje sendt i ettertid.
said-board-mail-on = E-posten frå rådet er slått på.
said-board-mail-off = E-posten frå rådet er slått av.

# Kalenderen ein person abonnerer på.

me-calendar = Møta i kalenderen din
me-calendar-says = Abonner på møta i råda dine, så følgjer kalenderen din med når dei blir endra.
me-calendar-title = Abonner på møta
me-calendar-what = Kalenderprogrammet ditt hentar møta frå ei hemmeleg adresse. Der står dag, tid, stad og videolenkje, men verken sakspapir eller namn. Når du ikkje lenger sit i eit råd, forsvinn møta i rådet frå kalenderen.
me-calendar-make = Lag ei adresse
me-calendar-address = Adressa til kalenderen din
me-calendar-address-help = Kopier adressa, og vel «Abonner på kalender» eller «Legg til frå nettadresse» i kalenderprogrammet.
me-calendar-secret = Alle som har adressa, kan sjå møta. Er ho komen på avvegar, så lag ei ny.
me-calendar-open = Opne i kalenderprogrammet
me-calendar-replace = Lag ei ny adresse
me-calendar-replace-says = Den gamle adressa sluttar å verke.
me-calendar-end = Slå av abonnementet
me-calendar-name = Møte
said-calendar-made = Adressa er laga.
said-calendar-replaced = Du har fått ei ny adresse. Den gamle verkar ikkje lenger.
said-calendar-ended = Abonnementet er slått av. Adressa verkar ikkje lenger.
me-prepares = Saker eg er saksbehandlar for

me-data = Opplysningar om deg
me-data-says = Du kan hente alt som er lagra om deg: profil, roller, svar, notat, innspel, kollegaer du har delt med, kva du har opna, og e-post du har fått. Fila er i JSON, som andre system kan lese.
me-data-fetch = Last ned opplysningane
me-data-file = opplysningar-om-meg.json
me-notes-delete = Slett alle notata mine
me-notes-delete-how = { $count ->
    [one] Du har 1 notat. Det blir sletta, og du kan ikkje få det tilbake.
   *[other] Du har { $count } notat. Dei blir sletta, og du kan ikkje få dei tilbake.
}
said-notes-deleted = Notata er sletta.
