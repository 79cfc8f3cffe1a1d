# Skrivebordet.

desk-title = Skrivebordet
desk-now = Dette må du gjøre nå
desk-nothing-now = Ingenting haster. Ta det neste på listen under.
desk-next = De neste fristene i alle dine råd
desk-no-next = Ingen frister de neste 30 dagene.
desk-earlier = Tidligere frister
desk-later = Senere frister
desk-overdue = Over fristen
desk-this-week = Frist de neste sju dagene
desk-without-time = Møter uten klokkeslett
desk-without-time-do = Åpne møtet og skriv inn når det begynner og slutter.
desk-untold = Møter som er endret uten at deltakerne vet det
desk-untold-do = Ingen får beskjed før du sender den.
desk-minutes = Referater som venter på deg
desk-minutes-answer = { $count ->
    [one] 1 merknad til referatet er ikke besvart
   *[other] { $count } merknader til referatet er ikke besvart
}
desk-minutes-publish = Referatet er godkjent, men ikke publisert
desk-minutes-publish-again = Referatet er rettet, men den nye versjonen er ikke publisert
desk-minutes-release = En kollega har gjort klart et referat som du kan publisere
desk-decisions-release = En kollega har skrevet hva som er besluttet, og du kan vise det for alle
desk-reports = Rapporter som skal leveres
desk-report-by = frist { $when }
desk-late = Over fristen
desk-get-papers = Få inn sakspapirer
desk-terms = Oppnevninger som går ut
desk-terms-do = Ingen er oppnevnt etter disse. Oppnevn virksomheten på nytt, eller oppnevn en annen.
desk-term-ends = går ut { $when }
desk-term-ended = gikk ut { $when }, og plassen er ledig
desk-actions = Oppfølging over fristen
desk-actions-overdue = { $count ->
    [one] 1 oppfølgingspunkt er over fristen
   *[other] { $count } oppfølgingspunkter er over fristen
}
desk-deputies-often = { $count ->
    [one] Ett medlem bruker vara oftere enn mandatet sier
   *[other] { $count } medlemmer bruker vara oftere enn mandatet sier
}
desk-vacancies = Oppnevninger uten person
desk-vacancies-do = Ingen får e-posten til disse plassene. Åpne oppnevningen, og sett inn en person eller be virksomheten om et navn.
desk-vacancies-cut = Du har så mange råd at vi bare viser oppnevninger i rådene på denne siden.
desk-asked-by = navn ønsket innen { $when }
desk-no-organisation = Uten virksomhet
desk-column-due = Frist
desk-column-what = Hva
desk-column-meeting = Møte
desk-column-board = Råd
desk-column-do = Gjør noe
desk-alarm-late = Påminnelsene står stille. Siste runde ble ferdig { $when }. Be driften se etter om tjenesten kjører.
desk-alarm-never = Påminnelsene har aldri gått. Be driften se etter om tjenesten kjører.
desk-alarm-late-link = Se hva som venter
desk-alarm-dead = { $count ->
    [one] Én e-post kom ikke fram.
   *[other] { $count } e-poster kom ikke fram.
} Rett adressen hvis den er feil, og send på nytt.
desk-alarm-dead-link = Se hva som ikke kom fram
desk-alarm-nobody = { $count ->
    [one] Én påminnelse hadde ingen mottaker.
   *[other] { $count } påminnelser hadde ingen mottaker.
} Sørg for at noen har rollen og en e-postadresse, og prøv igjen.
desk-alarm-nobody-link = Se hvilke påminnelser det gjelder
desk-alarm-broken = { $count ->
    [one] Én påminnelse kunne ikke skrives.
   *[other] { $count } påminnelser kunne ikke skrives.
} Les årsaken, og prøv igjen når den er rettet.
desk-alarm-broken-link = Se hvilke påminnelser det gjelder
desk-alarm-mail-off = E-posten er slått av for disse rådene. Ingen får påminnelser før du slår den på.

desk-role-secretariat = sekretariat
desk-role-chair = leder
desk-role-member = medlem
desk-role-deputy = vara
desk-role-observer = observatør
desk-role-aide = bisitter

desk-line-today = I dag
desk-line-done = Gjort
desk-line-passed = Gått ut
desk-line-next = Ditt neste
desk-line-coming = Kommer
desk-line-overdue = Over fristen
desk-line-meeting = Møtedag
desk-line-days = { $days ->
    [one] 1 dag
   *[other] { $days } dager
}

# Min side.

me-title = Min side
me-papers = { $new ->
    [0] Les sakspapirene til møtet { $meeting }
    [one] Les sakspapirene til møtet { $meeting } (1 nytt)
   *[other] Les sakspapirene til møtet { $meeting } ({ $new } nye)
}
me-meetings = Neste møte
me-no-meetings = Ingen møter er planlagt i rådene dine.
me-no-place = Stedet er ikke bestemt
me-when = Når
me-where = Hvor
me-deadlines-of = Frister: { $meeting }
me-boards = Mine råd
me-no-boards = Du sitter ikke i noe råd nå.
me-no-end = uten sluttdato
me-column-board = Råd
me-column-role = Rolle
me-column-until = Til og med
me-service-owner = Tjenesteeier
me-service-owner-says = Du får lese det rådene gjør tilgjengelig for alle tjenesteeiere. Du er knyttet til disse tjenesteeierne:
me-settings = Innstillinger
me-language = Språk
me-language-help = Sider og e-post til deg kommer på dette språket.
me-own-step = Din oppgave: { $stage }
me-devices = Enhetene mine

# E-postjournalen.

ledger-title = E-postjournal
ledger-lists = Lister i journalen
ledger-coming = Planlagt
ledger-coming-says = De 50 neste påminnelsene. Hvem som får dem, avgjøres når de går.
ledger-waiting = Venter
ledger-waiting-says = E-poster som er skrevet og står i kø.
ledger-handed-over = Overlevert
ledger-handed-over-says = E-poster som mottakerens e-posttjener har tatt imot. Om de er lest, vet vi ikke.
ledger-dead = Kom ikke fram
ledger-dead-says = E-poster som ble avvist for godt eller forsøkt for mange ganger. Rett det som er galt, og send på nytt.
ledger-alarms = Uten mottaker
ledger-alarms-says = Påminnelser som ikke hadde noen å gå til, eller som ikke kunne skrives. Rett det som er galt, og prøv igjen.
ledger-every-board = Alle råd
ledger-board = Råd
ledger-no-board = Uten råd
ledger-choose-board = Vis
ledger-older = Vis eldre
ledger-empty = Ingenting her.
ledger-column-due = Sendes
ledger-column-kind = Hva slags
ledger-column-deadline = Frist
ledger-column-board = Råd
ledger-column-state = Status
ledger-column-do = Gjør noe
ledger-column-made = Skrevet
ledger-column-to = Til
ledger-column-subject = Emne
ledger-column-try = Forsøk
ledger-column-when = Når
ledger-column-outcome = Resultat
ledger-column-answer = Svaret fra e-posttjeneren
ledger-try-again = Prøv igjen
ledger-resend = Send på nytt
ledger-state = Status
ledger-occasion = Påminnelse
ledger-about = Gjelder
ledger-object-meeting = Møtet
ledger-object-appointment = Oppnevningen
ledger-object-mandate = Mandatet
ledger-object-board = Rådet
ledger-settled = Avgjort
ledger-expires = Sendes ikke etter
ledger-key = Nøkkel
ledger-message-id = Message-ID
ledger-its-messages = E-poster
ledger-letter = E-posten
ledger-letter-says = Personlige lenker vises ikke til andre enn mottakeren. Der det står en lenke, står det «[personlig lenke]».
ledger-tries = Forsøk på å overlevere
ledger-no-tries = Ingen forsøk ennå.

ledger-kind-deadline = Påminnelse: { $stage }
ledger-kind-too-few-meetings = Året har for få møter
ledger-kind-term-ends = Oppnevning går ut
ledger-kind-mandate-expires = Mandatet går ut
ledger-kind-mandate-unapproved = Versjonen av mandatet er ikke godkjent
ledger-kind-council-report = Rapport fra produktråd
ledger-kind-case-proposed = Ny sak er meldt
ledger-kind-case-decided = Svar om en meldt sak
ledger-kind-case-talk = Samtale med KS er ikke registrert
ledger-kind-case-officer = Saksbehandler er oppnevnt
ledger-kind-papers-sent = Sakspapirer er sendt ut
ledger-kind-minutes-sent = Utkast til referat er sendt ut
ledger-kind-minutes-ending = Fristen for merknader nærmer seg
ledger-kind-minutes-silence = Fristen for merknader er ute
ledger-kind-minutes-remark = Noen har en merknad til referatet
ledger-kind-minutes-settled = Svar på en merknad til referatet
ledger-kind-minutes-approved = Referatet er godkjent
ledger-kind-minutes-to-publish = Et referat venter på at en kollega publiserer det
ledger-kind-minutes-corrected = Et publisert referat er rettet
ledger-kind-minutes-withdrawn = Et publisert referat er trukket tilbake
ledger-kind-colleague = Lenke til en kollega
ledger-kind-subscription-asked = Bekreftelse av abonnement
ledger-kind-minutes-published = Referat er publisert
ledger-kind-minutes-digest = Nye referater, ukentlig
ledger-kind-product-digest = Nye referater om produkter, ukentlig
ledger-kind-action-assigned = Oppfølgingspunkt er gitt til noen
ledger-kind-action-due = Frist for oppfølgingspunkt
ledger-kind-vacancy = Virksomheten mangler representant
ledger-kind-composition = Rådet kommer til å bryte mandatet
ledger-kind-advice-due = Fristen for et råd nærmer seg eller er gått ut
ledger-kind-advice-given = Rådet fra produktrådet har kommet
ledger-kind-council-ends = Perioden til et produktråd går ut
ledger-kind-rotation-thanks = Takk til den som går ut av rådet
ledger-kind-rotation-welcome = Velkommen til den som kommer inn i rådet
ledger-kind-annual-plan-prepare = Planlagte saker mangler sak eller saksbehandler
ledger-kind-annual-plan-slipped = Planlagte saker ble ikke behandlet
ledger-kind-notice-save-the-date = «Sett av dagen»
ledger-kind-notice-call = Innkalling
ledger-kind-notice-change = Endringsvarsel
ledger-kind-notice-cancellation = Avlysning
ledger-kind-notice-message = Melding fra sekretariatet
ledger-kind-notice-deputy = Innkalling av vara
ledger-kind-notice-deputy-released = Vara trenger ikke møte
ledger-kind-notice-receipt = Kvittering for vara
ledger-kind-naming = Pek ut representant
ledger-kind-sign-in = Innlogging
ledger-kind-join = Bekreftelse av adresse
ledger-kind-address-changed = Endret e-postadresse
ledger-kind-invited = Invitasjon

ledger-word-planned = Planlagt
ledger-word-told = E-post sendt
ledger-word-fulfilled = Gjort i tide
ledger-word-withdrawn = Trukket
ledger-word-stale = For sent
ledger-word-nobody = Ingen mottaker
ledger-word-broken = Kunne ikke skrives
ledger-occasion-planned = Går når tiden kommer.
ledger-occasion-told = E-postene er skrevet.
ledger-occasion-fulfilled = Alle hadde gjort sitt, så ingen ble minnet på det.
ledger-occasion-stale = Den ble ikke sendt fordi tiden var ute.
ledger-occasion-nobody = Ingen hadde rollen og en e-postadresse da den skulle gå.
ledger-occasion-broken = E-posten kunne ikke skrives: { $why }
ledger-withdrawn-no-longer-wanted = Grunnen til påminnelsen er endret eller borte.
ledger-withdrawn-moved-into-the-past = Datoen ble flyttet slik at den skulle ha gått før nå.
ledger-withdrawn-before-mail-on = Den skulle ha gått før e-posten ble slått på for rådet.
ledger-withdrawn-other = Årsak: { $why }
ledger-message-queued = Står i kø og går om et øyeblikk.
ledger-message-put-off = Tjeneren ba oss vente: { $answer }. Vi prøver igjen { $when }.
ledger-message-claimed = Er på vei ut.
ledger-message-handed-over = Overlevert { $when }.
ledger-message-expired = Tiden var ute før den kunne overleveres.
ledger-message-dead = { $attempts ->
    [one] Avvist etter ett forsøk: { $answer }
   *[other] Avvist etter { $attempts } forsøk: { $answer }
}
ledger-message-withheld = Ikke sendt: mottakeren har avsluttet abonnementet, eller denne installasjonen får bare skrive til noen få adresser.
ledger-outcome-handed-over = Overlevert
ledger-outcome-refused = Avvist
ledger-outcome-put-off = Utsatt
ledger-outcome-withheld = Holdt tilbake

ledger-mail-of = E-post til { $name }
ledger-person-messages = Skrevet til personen
ledger-person-not-told = Ikke skrevet til personen
ledger-person-not-told-says = Påminnelser til roller personen har eller har hatt, som ikke ble til e-post for denne personen.
ledger-person-coming = Planlagt for personen
ledger-person-coming-says = Påminnelser til roller personen har nå. Hvem som får dem, avgjøres når de går.
ledger-and = og
ledger-column-why = Hvorfor
ledger-not-told-no-role = Gikk til { $to }. { $name } hadde ingen rolle i rådet da.
ledger-not-told-other-role = Gikk til { $to }. { $name } var { $role } da.
ledger-not-told-no-address = Gikk til { $to }. { $name } var ikke satt inn ennå, eller manglet e-postadresse.

said-message-resent = E-posten står i kø igjen.
said-occasion-tried-again = Påminnelsen prøves igjen nå.

# Prøvekjøringen.

rehearsal-title = Prøvekjøring
rehearsal-says = Se hver e-post som kommer til å gå, før den går. Prøvekjøringen skjer på en kopi av dataene, og ingenting sendes.
rehearsal-from = Fra og med
rehearsal-to = Til og med
rehearsal-to-help = Høyst to år fram.
rehearsal-nobody-acts = Ingen gjør noe
rehearsal-nobody-acts-help = Da går hver eneste påminnelse, også purringene.
rehearsal-run = Prøvekjør
rehearsal-refused-period = Velg en sluttdato som er i dag eller senere, etter startdatoen og senest { $latest }.
rehearsal-count = { $count ->
    [one] Én e-post
   *[other] { $count } e-poster
}
rehearsal-assumed-each = Vi har regnet med at hver gjør sitt på den dagen det har frist: sekretariatet sender innkallingene og trykker på knappene sine, de innkalte svarer at de kommer, og virksomheter svarer og leverer. Er noe over fristen i dag, regnes det som gjort i dag. Ingen nye personer blir pekt ut. E-posten regnes som slått på for alle rådene.
rehearsal-assumed-nobody = Vi har regnet med at ingen trykker på noen knapp, svarer eller leverer. E-posten regnes som slått på for alle rådene.
rehearsal-none = Ingen e-post går i denne perioden.
rehearsal-column-at = Sendes
rehearsal-column-to = Til
rehearsal-column-subject = Emne
rehearsal-column-kind = Hva slags
rehearsal-column-due = Frist

board-mail-title = E-post fra rådet
board-mail-is-on = E-posten har vært på siden { $when }.
board-mail-is-off = E-posten er av. Alt er planlagt, men ingenting blir sendt før du slår den på. Det som skulle vært sendt før det, blir ikke sendt i ettertid.
board-mail-coming = { $count ->
    [0] Ingen e-post de første 14 dagene
    [one] Én e-post de første 14 dagene
   *[other] { $count } e-poster de første 14 dagene
}
board-mail-assumed = Slik blir det hvis ingen gjør noe før fristene.
board-mail-switch-on = Slå på e-post nå
board-mail-switch-off = Slå av e-post
board-mail-off-follows = Ingen får påminnelser før dere slår e-posten på igjen. Det som skulle vært sendt imens, blir ikke sendt i ettertid.
said-board-mail-on = E-posten fra rådet er slått på.
said-board-mail-off = E-posten fra rådet er slått av.

# Kalenderen en person abonnerer på.

me-calendar = Møtene i kalenderen din
me-calendar-says = Abonner på møtene i rådene dine, så følger kalenderen din med når de endres.
me-calendar-title = Abonner på møtene
me-calendar-what = Kalenderprogrammet ditt henter møtene fra en hemmelig adresse. Der står dag, tid, sted og videolenke, men verken sakspapirer eller navn. Når du ikke lenger sitter i et råd, forsvinner møtene i rådet fra kalenderen.
me-calendar-make = Lag en adresse
me-calendar-address = Adressen til kalenderen din
me-calendar-address-help = Kopier adressen, og velg «Abonner på kalender» eller «Legg til fra nettadresse» i kalenderprogrammet.
me-calendar-secret = Alle som har adressen, kan se møtene. Er den kommet på avveie, så lag en ny.
me-calendar-open = Åpne i kalenderprogrammet
me-calendar-replace = Lag en ny adresse
me-calendar-replace-says = Den gamle adressen slutter å virke.
me-calendar-end = Slå av abonnementet
me-calendar-name = Møter
said-calendar-made = Adressen er laget.
said-calendar-replaced = Du har fått en ny adresse. Den gamle virker ikke lenger.
said-calendar-ended = Abonnementet er slått av. Adressen virker ikke lenger.
me-prepares = Saker jeg er saksbehandler for

me-data = Opplysninger om deg
me-data-says = Du kan hente alt som er lagret om deg: profil, roller, svar, notater, innspill, kolleger du har delt med, hva du har åpnet, og e-post du har fått. Filen er i JSON, som andre systemer kan lese.
me-data-fetch = Last ned opplysningene
me-data-file = opplysninger-om-meg.json
me-notes-delete = Slett alle notatene mine
me-notes-delete-how = { $count ->
    [one] Du har 1 notat. Det slettes og kan ikke hentes tilbake.
   *[other] Du har { $count } notater. De slettes og kan ikke hentes tilbake.
}
said-notes-deleted = Notatene er slettet.
