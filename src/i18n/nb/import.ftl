# Import: sider, ark, kolonner og feil.

import-title = Importer
import-about = Flytt inn råd med virksomheter, personer, seter, oppnevninger, representanter og møter, og med det rådet har gjort før: saker, sakslister, deltakelse, referater og oppfølgingspunkter. Alt kommer fra en Excel-arbeidsbok eller CSV-filer.
import-safe = Filen blir sett over først. Du får vite alt som må rettes, og ingenting blir lagret før du trykker på Importer. Ingen får e-post.
import-file = Fil
import-file-help = En arbeidsbok (.xlsx), eller én eller flere CSV-filer. Høyst 10 MB til sammen.
import-look-over = Se over filen
import-template = Mal
import-template-about = Malen har alle arkene med riktige overskrifter, og et ark som forklarer hva du skriver hvor. Fyll ut de arkene du trenger.
import-template-workbook = Last ned arbeidsboken
import-template-tables = Last ned ett ark som CSV
import-choose-a-file = Velg filen du vil importere.
import-looked-over = Filen er sett over
import-nothing-new = Alt i filen er registrert fra før. Det er ikke noe nytt å importere.
import-all-right = Vi fant ingen feil. Se over tallene og varslene før du importerer.
import-mails-nobody = Importen sender ingen e-post. Nye råd har e-post slått av til noen slår den på.
import-now = Importer
import-other-file = Velg en annen fil
import-faults-title = Dette må rettes
import-counts = Rader i filen
import-new = Nye
import-known = Registrert fra før
import-notes = Varsler
import-first-rows = De første radene, slik de ble lest
import-empty-sheet = Arket er tomt.
import-yes = Ja
import-guide = Veiledning
import-guide-sheet = Ark
import-guide-column = Kolonne
import-guide-needed = Må fylles ut
import-guide-how = Slik skriver du
said-imported = Importen er ferdig. Alle radene er lagret, og ingen har fått e-post.

import-sheet-organisations = Virksomheter
import-sheet-former-names = Tidligere navn
import-sheet-persons = Personer
import-sheet-boards = Råd
import-sheet-seats = Seter
import-sheet-appointments = Oppnevninger
import-sheet-representations = Representanter
import-sheet-meetings = Møter

import-column-number = Organisasjonsnummer
import-column-name = Navn
import-column-short-name = Kortnavn
import-column-kind = Type
import-column-mailbox = E-postadresse
import-column-contact = Kontakt
import-column-language = Språk
import-column-owner-from = Tjenesteeier fra og med
import-column-owner-last = Tjenesteeier til og med
import-column-domains = E-postdomener
import-column-organisation = Virksomhet
import-column-last = Siste dag
import-column-address = E-post
import-column-title = Tittel
import-column-slug = Kortadresse
import-column-name-nn = Navn på nynorsk
import-column-name-en = Navn på engelsk
import-column-parent = Overordnet råd
import-column-zone = Tidssone
import-column-holidays = Helligdager
import-column-languages = Språk
import-column-chair-counts = Lederen regnes med
import-column-parent-secretariat = Sekretariat fra overordnet råd
import-column-board = Råd
import-column-seat = Sete
import-column-from = Fra og med
import-column-role = Rolle
import-column-decision = Vedtak
import-column-person = Person
import-column-meeting = Møte
import-column-day = Dato
import-column-starts = Starter
import-column-ends = Slutter
import-column-title-nn = Tittel på nynorsk
import-column-title-en = Tittel på engelsk
import-column-place = Sted
import-column-video-link = Lenke til videomøte
import-column-archive-reference = Arkivreferanse
import-column-state = Tilstand

import-form-address = En e-postadresse, som kari@example.no.
import-form-board = Kortadressen til rådet, fra arket Råd eller fra før.
import-form-board-kind = Styringsråd, Produktråd, Utvalg, eller en annen type som er registrert.
import-form-day = En dato: 31.12.2026, 31. desember 2026 eller 2026-12-31.
import-form-domains = Domener for e-post, med komma mellom: digdir.no, altinn.no.
import-form-holidays = no for norske helligdager, se for svenske, none for ingen. Uten svar: norske.
import-form-language = Bokmål, Nynorsk eller English, eller koden. Uten svar: nb.
import-form-languages = Språkene dokumentene er på, med komma mellom: nb, nn.
import-form-link = En lenke som begynner med https://.
import-form-meeting-kind = Ordinært møte, Fagdag, Ekstramøte, eller en annen type som er registrert.
import-form-meeting-label = Et ord som er likt på alle dagene i ett møte, som 3/2019. Trengs bare når møtet har flere dager.
import-form-meeting-state = Planlagt, Innkalt, Papirene er sendt, Holdt, Utkast til referat er sendt, Avsluttet eller Avlyst. Uten svar: avsluttet når dagen er forbi, ellers planlagt.
import-form-number = Nummeret på setet i rådet, fra 1. Bare medlemmer har sete.
import-form-organisation = Organisasjonsnummer, eller et navn virksomheten har eller har hatt.
import-form-organisation-kind = Statlig virksomhet, Departement, Kommune, Fylkeskommune, Organisasjon, Selskap, eller en annen type som er registrert.
import-form-organisation-number = Ni sifre. La cellen stå tom hvis nummeret er ukjent.
import-form-role = Sekretariat, Leder, Medlem, Vara, Observatør eller Bisitter.
import-form-seat-kind = Fast medlem, Største tjenesteeiere, Rullerende medlem, Rullerende kommune, eller en annen type som er registrert.
import-form-slug = Et kort, fast ord for rådet, med små bokstaver a–z, sifre og bindestrek: produktrad-tillit.
import-form-text = Vanlig tekst.
import-form-time = Et klokkeslett: 09.00 eller 09:00. Kan stå tomt for gamle møter.
import-form-yes-no = ja eller nei. Uten svar: nei.
import-form-zone = Navnet på tidssonen. Uten svar: Europe/Oslo.

import-place-cell = { $sheet }, rad { $row }, kolonne { $column }
import-place-row = { $sheet }, rad { $row }
import-place-sheet = { $sheet }

import-missing = Vi finner ikke filen. Sjekk at navnet er riktig.
import-too-large = Filene er for store. De kan være høyst { $most } MB til sammen. Del dem opp og importer en del om gangen.
import-no-table = «{ $file }» er verken en Excel-arbeidsbok eller en CSV-fil. Lagre den som .xlsx eller .csv.
import-other-format = «{ $file }» er i et format vi ikke leser. Åpne den i Excel og lagre den som .xlsx.
import-protected = «{ $file }» er beskyttet med passord. Ta bort passordet og prøv igjen.
import-bomb = «{ $file }» blir større enn { $most } MB når den pakkes ut, og er derfor ikke åpnet. Fjern bilder og ark du ikke trenger.
import-too-many = «{ $sheet }» går over grensen på { $most } rader i alt. Del filen opp og importer en del om gangen.
import-broken = «{ $file }» er ødelagt og kan ikke leses. Åpne den i Excel, lagre den på nytt og prøv igjen.
import-nothing-known = Filen har ingen ark vi kjenner. Gi arkene navn som i malen: Virksomheter, Personer, Råd og så videre.

import-note-macros = Arbeidsboken har makroer. De er ikke kjørt, bare verdiene i cellene er lest.
import-note-hidden-sheet = Arket «{ $sheet }» er skjult og er ikke lest. Vis det i Excel hvis det skal være med.
import-note-unknown-sheet = Arket «{ $sheet }» er ikke kjent og er ikke lest.
import-note-unknown-file = Filen «{ $file }» er ikke kjent og er ikke lest. Gi den navn etter arket den hører til, som personer.csv.
import-note-unknown-column = { $sheet }: kolonne { $column } «{ $heading }» er ikke kjent og er ikke lest.
import-note-twice = { $sheet }: rad { $row } sier det samme som rad { $first }. Den første gjelder.

import-needed = Cellen må fylles ut.
import-not-a-choice = «{ $written }» er ikke blant valgene. Skriv en av disse: { $choices }.
import-not-a-day = Dette er ingen dato mellom 1900 og 2200. Skriv den som 31.12.2026.
import-not-a-day-text = «{ $written }» er ingen dato vi forstår. Skriv den som 31.12.2026 eller 31. desember 2026.
import-year-of-two-digits = «{ $written }» har et år med to sifre. Skriv hele årstallet.
import-only-a-year = Her står bare et år. Skriv hele datoen, som 31.12.2026.
import-not-a-time = Dette er ikke et klokkeslett. Skriv det som 09.00.
import-not-yes-or-no = Skriv ja eller nei.
import-not-a-number = Skriv et helt tall fra 1 til 9999.
import-a-day-not-text = Her står en dato, men cellen skal ha tekst. Skriv teksten.
import-failed-formula = Formelen i cellen gir feilen { $error }. Rett formelen, eller skriv verdien.
import-not-calculated = Formelen i cellen har ingen lagret verdi. Åpne filen i Excel og lagre den, eller skriv verdien.
import-across = Cellene { $area } er slått sammen på tvers av kolonner. Del dem, og skriv verdien i riktig kolonne.
import-not-a-domain = «{ $written }» er ikke et domene for e-post. Skriv det som digdir.no, med komma mellom hvis det er flere.
import-not-a-slug = Bruk bare små bokstaver a–z, sifre og bindestrek, som produktrad-tillit.

import-no-headings = Vi finner ingen overskrifter vi kjenner i de første radene. Skriv én rad med overskrifter, minst: { $names }.
import-column-missing = Kolonnen «{ $column }» mangler. Legg den til.
import-heading-twice = Denne overskriften står to ganger. Behold én av kolonnene.

import-number-unknown = Ingen virksomhet har nummeret { $written }. Rett nummeret, eller legg virksomheten til i arket Virksomheter.
import-organisation-unknown = Vi kjenner ingen virksomhet som heter «{ $written }». Rett navnet, eller legg virksomheten til i arket Virksomheter.
import-organisation-near = Vi kjenner ingen virksomhet som heter «{ $written }». Mente du «{ $near }»? Skriv navnet likt, eller bruk organisasjonsnummeret.
import-organisation-of-two = Flere virksomheter heter «{ $written }». Bruk organisasjonsnummeret.
import-name-near = «{ $written }» ligner på «{ $near }». Er det den samme, skriv navnet likt. Er det en annen, skriv organisasjonsnummeret til begge.
import-former-name-of-known = Virksomheten er registrert fra før uten dette navnet. Ta bort raden, og legg navnet inn på siden til virksomheten.
import-former-names-overlap = Navnet slutter samme dag som navnet i rad { $row }. Rett en av dagene.
import-owner-from-needed = Skriv også dagen virksomheten ble tjenesteeier.
import-address-of-two = Adressen tilhører «{ $name }» i rad { $row }. To personer kan ikke dele adresse: rett den ene.
import-person-unknown = Ingen person har adressen { $address }. Rett den, eller legg personen til i arket Personer.
import-board-unknown = Vi kjenner ikke noe råd med kortadressen «{ $board }». Rett den, eller legg rådet til i arket Råd.
import-board-mails = Rådet har e-post slått på, og en import skal ikke sende noe. Slå av e-posten til rådet, importer, og slå den på igjen når du har sett hva som kommer til å gå.
import-seat-unknown = Rådet har ikke noe sete med nummer { $seat }. Rett nummeret, eller legg setet til i arket Seter.
import-overlaps-row = Perioden overlapper med rad { $row }. La den ene slutte dagen før den andre begynner.
import-overlaps-standing = Perioden overlapper med en som er registrert fra { $from }{ $last ->
    [none] {" "}uten siste dag
   *[other] {" "}til og med { $last }
}. Rett datoene.
import-outside-the-seat = Setet finnes bare fra { $from }{ $last ->
    [none] {""}
   *[other] {" "}til og med { $last }
}. Rett perioden.
import-no-appointment = Ingen oppnevning passer { $day }. Sjekk råd, rolle, virksomhet, sete og dato mot arket Oppnevninger.
import-appointment-of-two = Flere oppnevninger passer { $day }. Skriv virksomheten, og setet hvis det er et medlem.
import-start-needed = Skriv også når møtet starter.
import-other-kind = Møtet har en annen type i rad { $row }. Skriv den samme på alle dagene.
import-too-many-days = Et møte kan ha høyst { $most } dager. Del det i flere møter.
import-state-of-past = Møtet er over. Skriv Holdt, Avsluttet eller Avlyst, eller la cellen stå tom.
import-state-of-future = Møtet er ikke holdt ennå. Skriv Planlagt, eller la cellen stå tom.

import-line-read = Filen er lest.
import-line-count = { $sheet }: { $new } nye, { $known } registrert fra før
import-line-dry = Vi fant ingen feil. Ingenting er lagret, fordi dette var en prøve.
import-line-written = Alle radene er lagret. Nå planlegges fristene.
import-line-planned = { $done } av { $all } råd er planlagt
import-faults = { $n ->
    [one] Filen har én feil. Ingenting er lagret.
   *[other] Filen har { $n } feil. Ingenting er lagret.
}

# Fortiden: saker, sakslister, deltakelse, referater og oppfølgingspunkter.
import-sheet-cases = Saker
import-sheet-agenda = Saksliste
import-sheet-attendance = Deltakelse
import-sheet-minutes = Referat
import-sheet-actions = Oppfølging
import-sheet-payments = Betalinger

import-column-numbering = Saksnummer gjelder
import-column-unknown = Ikke kjent
import-column-case-number = Saksnummer
import-column-meeting-day = Møtedato
import-column-meeting-kind = Møtetype
import-column-public-title = Offentlig tittel
import-column-subject = Emne
import-column-organisations = Ansvarlige virksomheter
import-column-responsible-board = Ansvarlig råd
import-column-responsible = Andre ansvarlige
import-column-description = Beskrivelse
import-column-follows = Tar opp igjen
import-column-assessment = Vurdering
import-column-basis = Hjemmel
import-column-scope = Omfang
import-column-remark = Merknad
import-column-minutes = Minutter
import-column-presenter = Legges fram av
import-column-guests = Gjester
import-column-approves = Godkjenner referat fra
import-column-part = Deltar som
import-column-as-written = Skrevet som
import-column-person-name = Navn på person
import-column-deputy = Vara
import-column-instead-of = På vegne av
import-column-presence = Hvordan
import-column-count = Antall
import-column-from-item = Fra og med sak
import-column-until-item = Til og med sak
import-column-stay = Hvor lenge
import-column-item = Sak eller punkt
import-column-content = Tekst
import-column-product = Produkt
import-column-year = År
import-column-amount = Beløp
import-column-outcome = Utfall
import-column-conclusion = Konklusjon
import-column-dissent = Avvikende syn
import-column-published = Publisert
import-column-source = Kilde
import-column-due = Frist
import-column-link = Lenke

import-kind-standing = Fast sak
import-kind-case = Sak
import-kind-break = Pause
import-kind-other_business = Eventuelt
import-part-chair = Leder
import-part-member = Medlem
import-part-observer = Observatør
import-part-aide = Bisitter
import-part-guest = Gjest
import-part-secretariat = Sekretariat

import-form-assessment = Åpen, Unntatt offentlighet eller Ikke vurdert. Uten svar: ikke vurdert.
import-form-basis = Bestemmelsen saken er unntatt etter, som offl. § 14. Bare når saken er unntatt.
import-form-case-kind = Orientering, Drøfting, Anbefaling, Godkjenning, eller en annen type som er registrert. Tom når den ikke er kjent.
import-form-case-number = Saksnummeret slik det ble skrevet: 12/26 eller 01/16. Gjelder numrene for hvert møte, bare 3, og møtedatoen ved siden av.
import-form-case-state = Godtatt, Avslått, Utsatt, På saksliste, Behandlet eller Avsluttet. Uten svar: behandlet når saken står på en saksliste for et møte som er over.
import-form-case-subject = Et emne som er registrert. Tom når det ikke er kjent.
import-form-count = Hvor mange raden gjelder, når den ikke har navn. Uten svar: én.
import-form-days = En dag i møtet, eller flere møter med semikolon mellom: 13.03.2019; 08.05.2019.
import-form-guests = De som er gjester under dette punktet, som «navn, virksomhet» eller bare virksomheten, med semikolon mellom. Skriv ukjent når ingen vet hvem de var.
import-form-item = Saksnummeret, eller tittelen på et punkt som ikke er en sak. Det må stå i arket Saksliste.
import-form-item-kind = Fast sak, Sak, Pause eller Eventuelt. Radene står i den rekkefølgen punktene ble behandlet.
import-form-meeting-day = En dag i møtet, fra arket Møter eller fra før: 31.12.2026.
import-form-minutes = Hvor mange minutter punktet er satt opp med.
import-form-numbering = Hvor langt en nummerserie rekker: et år (year) eller ett møte (meeting). Uten svar: et år.
import-form-organisations = Organisasjonsnumre eller navn, med semikolon mellom.
import-form-outcome = Et utfall som er registrert, som Anbefaling, Innspill, Tatt til orientering eller Utsatt.
import-form-part = Leder, Medlem, Observatør, Bisitter, Gjest eller Sekretariat. En vara er medlem, med ja under Vara.
import-form-presence = I rommet, Digitalt eller Ikke til stede.
import-form-prose = Tekst med så mange linjer som trengs. Lister og overskrifter skrives som Markdown.
import-form-responsible = Den som forberedte saken, når det verken er en virksomhet eller et råd, som et sekretariat. Skriv ukjent når ingen vet hvem det var.
import-form-scope = Deler av saken, Hele saken, eller Hele saken og tittelen. Bare når saken er unntatt.
import-form-stay = Med ordene i referatet når det ikke er fra én sak til en annen, som «frem til lunsj». Skriv ukjent når referatet ikke sier det. Tom for hele dagen.
import-form-unknown = Det ingen vet om møtet, med komma mellom: faste saker, saker, gjester, hvem som var til stede, hvem som var sekretariat. Tom når det som mangler, ikke fantes.
import-form-action-state = Åpent, Gjort eller Frafalt. Uten svar, og når ingen vet om det er gjort: åpent.
import-form-product = Navnet på et produkt som er registrert.
import-form-year = Et år fra 2000 til 2100.
import-form-amount = Kroner, som 1 234 567,89. Mellomrom mellom tusener, komma foran øre.
import-form-due = En dato: 31.12.2026. Tom når det ikke var noen frist, eller når ingen vet når den var.
import-form-owner-name = Navnet på den som skal gjøre det, når det verken er en virksomhet eller en registrert person. Skriv ukjent når ingen vet hvem det var.
import-form-task = Hva som skal gjøres, i en setning eller to.

import-reason = Importert
import-who-needed = Filen har saker, referater eller oppfølgingspunkter, og da må det stå hvem som importerer den. Skriv --by og e-postadressen til en som er registrert.
import-by-unknown = Ingen person har adressen { $address }. Rett den, eller inviter personen først.
import-meeting-unknown = Rådet har ikke noe møte { $day }. Rett datoen, eller legg møtet til i arket Møter.
import-meeting-of-two = Rådet har flere møter { $day }. Skriv hvilken type møte det er, under Møtetype.
import-meeting-cancelled = Møtet er avlyst, så ingen var der. Rett datoen, eller ta bort raden.
import-not-held-yet = Møtedagen er ikke kommet ennå. Rett datoen, eller ta bort raden.
import-not-a-case-number = «{ $written }» er ikke et saksnummer. Skriv det som 12/26.
import-not-a-number-of-a-meeting = «{ $written }» er ikke et saksnummer i dette møtet. Skriv bare nummeret, som 3.
import-number-needs-meeting = Rådet begynner på 1 i hvert møte. Skriv en dag i møtet saken ble behandlet i.
import-number-of-two = Rad { $row } har samme saksnummer og heter «{ $title }». Rett nummeret i en av dem, eller skriv tittelen likt.
import-number-too-large = Skriv et tall som ikke er større enn { $most }.
import-case-unknown = Vi kjenner ingen sak med nummer { $written }. Rett nummeret, eller legg saken til i arket Saker.
import-follows-unknown = Vi kjenner ingen sak med nummer { $written }. Den må være registrert, eller stå i en rad lenger opp.
import-follows-of-meetings = Når numrene begynner på 1 i hvert møte, peker de ikke ut én sak. Skriv det under Merknad i stedet.
import-case-proposed = En sak som bare er meldt, kan ikke importeres, for den har en som meldte den. Skriv Godtatt hvis rådet skal ta den opp.
import-case-state-needed = Saken står ikke på noen saksliste. Skriv tilstanden, som Behandlet, eller legg den til i arket Saksliste.
import-case-not-scheduled = Saken står ikke på sakslista for et møte som skal komme. Legg den til i arket Saksliste, eller skriv en annen tilstand.
import-case-is-scheduled = Saken står på sakslista for et møte som ikke er holdt. Skriv På saksliste, eller la cellen stå tom.
import-case-stands = Saken er registrert fra før og møtet er ikke holdt. Sett den på sakslista fra siden til saken.
import-only-where-exempt = Dette hører bare til en sak som er unntatt offentlighet. Skriv det under Vurdering, eller tøm cellen.
import-case-of-item-needed = Skriv saksnummeret. Har saken ikke noe nummer, skriver du tittelen likt som i arket Saker.
import-title-of-case = En sak har tittelen sin i arket Saker. Tøm cellen.
import-number-without-case = Bare en sak har saksnummer. Skriv Sak under Type, eller tøm cellen.
import-item-unknown = «{ $written }» står ikke på sakslista for møtet. Skriv saksnummeret eller tittelen likt, eller legg punktet til i arket Saksliste.
import-item-of-two = Flere punkter på sakslista heter «{ $written }». Gi dem ulike titler.
import-item-of-other-day = Punktet står på en annen dag i møtet. Skriv et punkt fra denne dagen.
import-somebody-needed = Skriv en virksomhet, en person eller et navn. Vet ingen hvem som var der, skriver du det i arket Møter, under Ikke kjent.
import-person-or-name = Personen er registrert og har navnet sitt der. Tøm cellen.
import-count-of-named = En rad med navn gjelder én person. Tøm cellen, eller ta bort navnet.
import-absent-stays = Den som ikke var til stede, var der heller ikke en del av tiden. Rett dette, eller tøm cellene som sier hvor lenge.
import-deputy-of-whom = Skriv virksomheten eller personen varaen møtte på vegne av.
import-stay-twice = Skriv enten fra hvilken sak til hvilken, eller hvor lenge med ord. Tøm en av dem.
import-minutes-not-closed = Møtet er ikke avsluttet, så referatet skrives på siden til møtet. Skriv Avsluttet i arket Møter hvis referatet er godkjent.
import-item-of-minutes-needed = Skriv saken eller punktet dette ble bestemt under. Bare raden om hele møtet står uten.
import-only-above-items = Dette gjelder hele referatet. Skriv det i raden uten sak eller punkt, og tøm cellen.
import-published-when = Et referat blir publisert etter møtet og ikke fram i tid. Rett datoen.
import-ends-before-it-starts = Punktet slutter før det starter. Rett ett av klokkeslettene.
import-item-is-break = En pause har verken referat eller oppfølgingspunkter. Skriv saken eller punktet det gjelder.
import-minutes-sent = Referatet fra møtet er sendt til dem som var der. Rett det på siden til møtet, og ta bort raden.
import-minutes-of-two = Rad { $row } sier noe annet om det samme. Rett den ene raden, eller ta den bort.
import-owner-unknown = Ikke kjent
import-owner-needed = Skriv hvem som skal gjøre det: en virksomhet, en person eller et navn. Skriv ukjent når ingen vet hvem det var.
import-owner-of-two = Bare én kan ha ansvar for et oppfølgingspunkt. Tøm cellen, eller skriv en rad til hver av dem.
import-due-before-meeting = Fristen er før møtet, som begynte { $day }. Rett fristen, eller la cellen stå tom hvis ingen vet når den var.
import-product-unknown = Vi kjenner ikke noe produkt som heter «{ $written }». Rett navnet, eller registrer produktet først.
import-product-of-two = Flere produkter heter «{ $written }». Gi dem navn som skiller dem fra hverandre.
import-payment-twice = Raden gjelder den samme betalingen som rad { $first }. Ta bort en av dem.
import-payment-stands = Et annet beløp er registrert: { $amount }. Endre det på siden for betalinger, eller rett beløpet her.
import-payer-number-unknown = Ingen virksomhet har nummeret { $written }. Rett nummeret, eller registrer virksomheten under Virksomheter først.
import-payer-unknown = Vi kjenner ingen virksomhet som heter «{ $written }». Rett navnet, eller registrer virksomheten under Virksomheter først.
import-payment-year = Året må være fra { $least } til { $most }.
import-payments-only = Filen må ha arket «{ $sheet }» og ingen andre ark, eller være én CSV-fil.
import-payments-counts = { $new ->
    [0] Ingen nye betalinger.
    [one] Én ny betaling er lagt til.
   *[other] { $new } nye betalinger er lagt til.
}{ " " }{ $known ->
    [0] Ingen sto der fra før.
    [one] Én sto der fra før og er uendret.
   *[other] { $known } sto der fra før og er uendret.
}
import-payments-see = Se betalingene
import-payment-far-ahead = { $year } er mer enn ett år fram. Er det riktig, registrerer du betalingen for hånd under «Registrer en betaling».
import-payments-about = Importer en arbeidsbok med arket «{ $sheet }», eller én CSV-fil. Hele filen blir sjekket først. Er det feil i en rad, blir ingenting lagret.
import-payments-example = Slik skal arket se ut
import-payments-who = Skien kommune
import-payments-what = ID-porten
said-payments-imported = Betalingene er importert.
