# Import: sider, ark, kolonnar og feil.

import-title = Importer
import-about = Flytt inn råd med verksemder, personar, sete, oppnemningar, representantar og møte frå ei Excel-arbeidsbok eller CSV-filer.
import-safe = Fila blir sett over først. Du får vite alt som må rettast, og ingenting blir lagra før du trykkjer på Importer. Ingen får e-post.
import-file = Fil
import-file-help = Ei arbeidsbok (.xlsx), eller éi eller fleire CSV-filer. Høgst 10 MB til saman.
import-look-over = Sjå over fila
import-template = Mal
import-template-about = Malen har alle arka med rette overskrifter, og eit ark som forklarer kva du skriv kvar. Fyll ut dei arka du treng.
import-template-workbook = Last ned arbeidsboka
import-template-tables = Last ned eitt ark som CSV
import-choose-a-file = Vel fila du vil importere.
import-looked-over = Fila er sett over
import-nothing-new = Alt i fila er registrert frå før. Det er ikkje noko nytt å importere.
import-all-right = Vi fann ingen feil. Sjå over tala og varsla før du importerer.
import-mails-nobody = Importen sender ingen e-post. Nye råd har e-post slått av til nokon slår han på.
import-now = Importer
import-other-file = Vel ei anna fil
import-faults-title = Dette må rettast
import-counts = Rader i fila
import-new = Nye
import-known = Registrert frå før
import-notes = Varsel
import-first-rows = Dei første radene, slik dei vart lesne
import-empty-sheet = Arket er tomt.
import-yes = Ja
import-guide = Rettleiing
import-guide-sheet = Ark
import-guide-column = Kolonne
import-guide-needed = Må fyllast ut
import-guide-how = Slik skriv du
said-imported = Importen er ferdig. Alle radene er lagra, og ingen har fått e-post.

import-sheet-organisations = Verksemder
import-sheet-former-names = Tidlegare namn
import-sheet-persons = Personar
import-sheet-boards = Råd
import-sheet-seats = Sete
import-sheet-appointments = Oppnemningar
import-sheet-representations = Representantar
import-sheet-meetings = Møte

import-column-number = Organisasjonsnummer
import-column-name = Namn
import-column-short-name = Kortnamn
import-column-kind = Type
import-column-mailbox = E-postadresse
import-column-contact = Kontakt
import-column-language = Språk
import-column-owner-from = Tenesteeigar frå og med
import-column-owner-last = Tenesteeigar til og med
import-column-domains = E-postdomene
import-column-organisation = Verksemd
import-column-last = Siste dag
import-column-address = E-post
import-column-title = Tittel
import-column-slug = Kortadresse
import-column-name-nn = Namn på nynorsk
import-column-name-en = Namn på engelsk
import-column-parent = Overordna råd
import-column-zone = Tidssone
import-column-holidays = Heilagdagar
import-column-languages = Språk
import-column-chair-counts = Leiaren blir rekna med
import-column-parent-secretariat = Sekretariat frå overordna råd
import-column-board = Råd
import-column-seat = Sete
import-column-from = Frå og med
import-column-role = Rolle
import-column-decision = Vedtak
import-column-person = Person
import-column-meeting = Møte
import-column-day = Dato
import-column-starts = Startar
import-column-ends = Sluttar
import-column-title-nn = Tittel på nynorsk
import-column-title-en = Tittel på engelsk
import-column-place = Stad
import-column-video-link = Lenkje til videomøte
import-column-archive-reference = Arkivreferanse
import-column-state = Tilstand

import-form-address = Ei e-postadresse, som kari@example.no.
import-form-board = Kortadressa til rådet, frå arket Råd eller frå før.
import-form-board-kind = Styringsråd, Produktråd, Utval, eller ein annan type som er registrert.
import-form-day = Ein dato: 31.12.2026, 31. desember 2026 eller 2026-12-31.
import-form-domains = Domene for e-post, med komma mellom: digdir.no, altinn.no.
import-form-holidays = no for norske heilagdagar, se for svenske, none for ingen. Utan svar: norske.
import-form-language = Bokmål, Nynorsk eller English, eller koden. Utan svar: nb.
import-form-languages = Språka dokumenta er på, med komma mellom: nb, nn.
import-form-link = Ei lenkje som byrjar med https://.
import-form-meeting-kind = Ordinært møte, Fagdag, Ekstramøte, eller ein annan type som er registrert.
import-form-meeting-label = Eit ord som er likt på alle dagane i eitt møte, som 3/2019. Trengst berre når møtet har fleire dagar.
import-form-meeting-state = Planlagt, Kalla inn, Papira er sende, Halde, Utkast til referat er sendt, Avslutta eller Avlyst. Utan svar: avslutta når dagen er forbi, elles planlagt.
import-form-number = Nummeret på setet i rådet, frå 1. Berre medlemmer har sete.
import-form-organisation = Organisasjonsnummer, eller eit namn verksemda har eller har hatt.
import-form-organisation-kind = Statleg verksemd, Departement, Kommune, Fylkeskommune, Organisasjon, Selskap, eller ein annan type som er registrert.
import-form-organisation-number = Ni siffer. La cella stå tom om nummeret er ukjent.
import-form-role = Sekretariat, Leiar, Medlem, Vara, Observatør eller Bisitjar.
import-form-seat-kind = Fast medlem, Største tenesteeigarar, Rullerande medlem, Rullerande kommune, eller ein annan type som er registrert.
import-form-slug = Eit kort, fast ord for rådet, med små bokstavar a–z, siffer og bindestrek: produktrad-tillit.
import-form-text = Vanleg tekst.
import-form-time = Eit klokkeslett: 09.00 eller 09:00. Kan stå tomt for gamle møte.
import-form-yes-no = ja eller nei. Utan svar: nei.
import-form-zone = Namnet på tidssona. Utan svar: Europe/Oslo.

import-place-cell = { $sheet }, rad { $row }, kolonne { $column }
import-place-row = { $sheet }, rad { $row }
import-place-sheet = { $sheet }

import-missing = Vi finn ikkje fila. Sjekk at namnet er rett.
import-too-large = Filene er for store. Dei kan vere høgst { $most } MB til saman. Del dei opp og importer ein del om gongen.
import-no-table = «{ $file }» er verken ei Excel-arbeidsbok eller ei CSV-fil. Lagre ho som .xlsx eller .csv.
import-other-format = «{ $file }» er i eit format vi ikkje les. Opne ho i Excel og lagre ho som .xlsx.
import-protected = «{ $file }» er verna med passord. Ta bort passordet og prøv igjen.
import-bomb = «{ $file }» blir større enn { $most } MB når ho blir pakka ut, og er difor ikkje opna. Fjern bilete og ark du ikkje treng.
import-too-many = «{ $sheet }» går over grensa på { $most } rader i alt. Del opp fila og importer ein del om gongen.
import-broken = «{ $file }» er øydelagd og kan ikkje lesast. Opne ho i Excel, lagre ho på nytt og prøv igjen.
import-nothing-known = Fila har ingen ark vi kjenner. Gi arka namn som i malen: Verksemder, Personar, Råd og så vidare.

import-note-macros = Arbeidsboka har makroar. Dei er ikkje køyrde, berre verdiane i cellene er lesne.
import-note-hidden-sheet = Arket «{ $sheet }» er skjult og er ikkje lese. Vis det i Excel om det skal vere med.
import-note-unknown-sheet = Arket «{ $sheet }» er ikkje kjent og er ikkje lese.
import-note-unknown-file = Fila «{ $file }» er ikkje kjend og er ikkje lesen. Gi ho namn etter arket ho høyrer til, som personar.csv.
import-note-unknown-column = { $sheet }: kolonne { $column } «{ $heading }» er ikkje kjend og er ikkje lesen.
import-note-twice = { $sheet }: rad { $row } seier det same som rad { $first }. Den første gjeld.

import-needed = Cella må fyllast ut.
import-not-a-choice = «{ $written }» er ikkje blant vala. Skriv ein av desse: { $choices }.
import-not-a-day = Dette er ingen dato mellom 1900 og 2200. Skriv han som 31.12.2026.
import-not-a-day-text = «{ $written }» er ingen dato vi forstår. Skriv han som 31.12.2026 eller 31. desember 2026.
import-year-of-two-digits = «{ $written }» har eit år med to siffer. Skriv heile årstalet.
import-only-a-year = Her står berre eit år. Skriv heile datoen, som 31.12.2026.
import-not-a-time = Dette er ikkje eit klokkeslett. Skriv det som 09.00.
import-not-yes-or-no = Skriv ja eller nei.
import-not-a-number = Skriv eit heilt tal frå 1 til 9999.
import-a-day-not-text = Her står ein dato, men cella skal ha tekst. Skriv teksten.
import-failed-formula = Formelen i cella gir feilen { $error }. Rett formelen, eller skriv verdien.
import-not-calculated = Formelen i cella har ingen lagra verdi. Opne fila i Excel og lagre ho, eller skriv verdien.
import-across = Cellene { $area } er slått saman på tvers av kolonnar. Del dei, og skriv verdien i rett kolonne.
import-not-a-domain = «{ $written }» er ikkje eit domene for e-post. Skriv det som digdir.no, med komma mellom om det er fleire.
import-not-a-slug = Bruk berre små bokstavar a–z, siffer og bindestrek, som produktrad-tillit.

import-no-headings = Vi finn ingen overskrifter vi kjenner i dei første radene. Skriv éi rad med overskrifter, minst: { $names }.
import-column-missing = Kolonnen «{ $column }» manglar. Legg han til.
import-heading-twice = Denne overskrifta står to gonger. Behald éin av kolonnane.

import-number-unknown = Inga verksemd har nummeret { $written }. Rett nummeret, eller legg verksemda til i arket Verksemder.
import-organisation-unknown = Vi kjenner inga verksemd som heiter «{ $written }». Rett namnet, eller legg verksemda til i arket Verksemder.
import-organisation-near = Vi kjenner inga verksemd som heiter «{ $written }». Meinte du «{ $near }»? Skriv namnet likt, eller bruk organisasjonsnummeret.
import-organisation-of-two = Fleire verksemder heiter «{ $written }». Bruk organisasjonsnummeret.
import-name-near = «{ $written }» liknar på «{ $near }». Er det den same, skriv namnet likt. Er det ei anna, skriv organisasjonsnummeret til begge.
import-former-name-of-known = Verksemda er registrert frå før utan dette namnet. Ta bort rada, og legg inn namnet på sida til verksemda.
import-former-names-overlap = Namnet sluttar same dag som namnet i rad { $row }. Rett ein av dagane.
import-owner-from-needed = Skriv òg dagen verksemda vart tenesteeigar.
import-address-of-two = Adressa høyrer til «{ $name }» i rad { $row }. To personar kan ikkje dele adresse: rett den eine.
import-person-unknown = Ingen person har adressa { $address }. Rett ho, eller legg personen til i arket Personar.
import-board-unknown = Vi kjenner ikkje noko råd med kortadressa «{ $board }». Rett ho, eller legg rådet til i arket Råd.
import-board-mails = Rådet har e-post slått på, og ein import skal ikkje sende noko. Slå av e-posten til rådet, importer, og slå han på igjen når du har sett kva som kjem til å gå.
import-seat-unknown = Rådet har ikkje noko sete med nummer { $seat }. Rett nummeret, eller legg setet til i arket Sete.
import-overlaps-row = Perioden overlappar med rad { $row }. La den eine slutte dagen før den andre byrjar.
import-overlaps-standing = Perioden overlappar med ein som er registrert frå { $from }{ $last ->
    [none] {" "}utan siste dag
   *[other] {" "}til og med { $last }
}. Rett datoane.
import-outside-the-seat = Setet finst berre frå { $from }{ $last ->
    [none] {""}
   *[other] {" "}til og med { $last }
}. Rett perioden.
import-no-appointment = Inga oppnemning passar { $day }. Sjekk råd, rolle, verksemd, sete og dato mot arket Oppnemningar.
import-appointment-of-two = Fleire oppnemningar passar { $day }. Skriv verksemda, og setet om det er ein medlem.
import-start-needed = Skriv òg når møtet startar.
import-other-kind = Møtet har ein annan type i rad { $row }. Skriv den same på alle dagane.
import-too-many-days = Eit møte kan ha høgst { $most } dagar. Del det i fleire møte.
import-state-of-past = Møtet er over. Skriv Halde, Avslutta eller Avlyst, eller la cella stå tom.
import-state-of-future = Møtet er ikkje halde enno. Skriv Planlagt, eller la cella stå tom.

import-line-read = Fila er lesen.
import-line-count = { $sheet }: { $new } nye, { $known } registrerte frå før
import-line-dry = Vi fann ingen feil. Ingenting er lagra, fordi dette var ein prøve.
import-line-written = Alle radene er lagra. No blir fristane planlagde.
import-line-planned = { $done } av { $all } råd er planlagde
import-faults = { $n ->
    [one] Fila har éin feil. Ingenting er lagra.
   *[other] Fila har { $n } feil. Ingenting er lagra.
}
