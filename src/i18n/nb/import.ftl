# Import: sider, ark, kolonner og feil.

import-title = Importer
import-about = Flytt inn råd med virksomheter, personer, seter, oppnevninger, representanter og møter fra en Excel-arbeidsbok eller CSV-filer.
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
import-form-role = Sekretariat, Leder, Medlem, Stedfortreder, Observatør eller Bisitter.
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
