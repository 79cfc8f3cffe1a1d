# Import: sider, ark, kolonnar og feil.

import-title = Importer
import-about = Flytt inn råd med verksemder, personar, sete, oppnemningar, representantar og møte, og med det rådet har gjort før: saker, saklister, deltaking, referat og oppfølgingspunkt. Alt kjem frå ei Excel-arbeidsbok eller CSV-filer.
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

# Fortida: saker, saklister, deltaking, referat og oppfølgingspunkt.
import-sheet-cases = Saker
import-sheet-agenda = Sakliste
import-sheet-attendance = Deltaking
import-sheet-minutes = Referat
import-sheet-actions = Oppfølging
import-sheet-payments = Betalingar

import-column-numbering = Saksnummer gjeld
import-column-unknown = Ikkje kjent
import-column-case-number = Saksnummer
import-column-meeting-day = Møtedato
import-column-meeting-kind = Møtetype
import-column-public-title = Offentleg tittel
import-column-subject = Emne
import-column-organisations = Ansvarlege verksemder
import-column-responsible-board = Ansvarleg råd
import-column-responsible = Andre ansvarlege
import-column-description = Skildring
import-column-follows = Tek opp att
import-column-assessment = Vurdering
import-column-basis = Heimel
import-column-scope = Omfang
import-column-remark = Merknad
import-column-minutes = Minutt
import-column-presenter = Blir lagd fram av
import-column-guests = Gjester
import-column-approves = Godkjenner referat frå
import-column-part = Deltek som
import-column-as-written = Skrive som
import-column-person-name = Namn på person
import-column-deputy = Vara
import-column-instead-of = På vegner av
import-column-presence = Korleis
import-column-count = Tal på personar
import-column-from-item = Frå og med sak
import-column-until-item = Til og med sak
import-column-stay = Kor lenge
import-column-item = Sak eller punkt
import-column-content = Tekst
import-column-product = Produkt
import-column-year = År
import-column-amount = Beløp
import-column-outcome = Utfall
import-column-conclusion = Konklusjon
import-column-dissent = Avvikande syn
import-column-published = Publisert
import-column-source = Kjelde
import-column-due = Frist
import-column-link = Lenkje

import-kind-standing = Fast sak
import-kind-case = Sak
import-kind-break = Pause
import-kind-other_business = Ymse
import-part-chair = Leiar
import-part-member = Medlem
import-part-observer = Observatør
import-part-aide = Bisitjar
import-part-guest = Gjest
import-part-secretariat = Sekretariat

import-form-assessment = Open, Unnateke offentlegheit eller Ikkje vurdert. Utan svar: ikkje vurdert.
import-form-basis = Føresegna saka er unnateken etter, som offl. § 14. Berre når saka er unnateken.
import-form-case-kind = Orientering, Drøfting, Tilråding, Godkjenning, eller ein annan type som er registrert. Tom når han ikkje er kjend.
import-form-case-number = Saksnummeret slik det vart skrive: 12/26 eller 01/16. Gjeld numra for kvart møte, berre 3, og møtedatoen ved sida av.
import-form-case-state = Godteken, Avslått, Utsett, På sakliste, Behandla eller Avslutta. Utan svar: behandla når saka står på ei sakliste for eit møte som er over.
import-form-case-subject = Eit emne som er registrert. Tom når det ikkje er kjent.
import-form-count = Kor mange rada gjeld, når ho ikkje har namn. Utan svar: éin.
import-form-days = Ein dag i møtet, eller fleire møte med semikolon mellom: 13.03.2019; 08.05.2019.
import-form-guests = Dei som er gjester under dette punktet, som «namn, verksemd» eller berre verksemda, med semikolon mellom. Skriv ukjent når ingen veit kven dei var.
import-form-item = Saksnummeret, eller tittelen på eit punkt som ikkje er ei sak. Det må stå i arket Sakliste.
import-form-item-kind = Fast sak, Sak, Pause eller Ymse. Radene står i den rekkjefølgja punkta vart behandla.
import-form-meeting-day = Ein dag i møtet, frå arket Møte eller frå før: 31.12.2026.
import-form-minutes = Kor mange minutt punktet er sett opp med.
import-form-numbering = Kor langt ein nummerserie rekk: eit år (year) eller eitt møte (meeting). Utan svar: eit år.
import-form-organisations = Organisasjonsnummer eller namn, med semikolon mellom.
import-form-outcome = Eit utfall som er registrert, som Tilråding, Innspel, Teke til orientering eller Utsett.
import-form-part = Leiar, Medlem, Observatør, Bisitjar, Gjest eller Sekretariat. Ein vara er medlem, med ja under Vara.
import-form-presence = I rommet, Digitalt eller Ikkje til stades.
import-form-prose = Tekst med så mange linjer som trengst. Lister og overskrifter skriv du som Markdown.
import-form-responsible = Den som førebudde saka, når det verken er ei verksemd eller eit råd, som eit sekretariat. Skriv ukjent når ingen veit kven det var.
import-form-scope = Delar av saka, Heile saka, eller Heile saka og tittelen. Berre når saka er unnateken.
import-form-stay = Med orda i referatet når det ikkje er frå éi sak til ei anna, som «fram til lunsj». Skriv ukjent når referatet ikkje seier det. Tom for heile dagen.
import-form-unknown = Det ingen veit om møtet, med komma mellom: faste saker, saker, gjester, kven som var til stades, kven som var sekretariat. Tom når det som manglar, ikkje fanst.
import-form-action-state = Ope, Gjort eller Fråfalle. Utan svar, og når ingen veit om det er gjort: ope.
import-form-product = Namnet på eit produkt som er registrert.
import-form-year = Eit år frå 2000 til 2100.
import-form-amount = Kroner, som 1 234 567,89. Mellomrom mellom tusen, komma framfor øre.
import-form-due = Ein dato: 31.12.2026. Tom når det ikkje var nokon frist, eller når ingen veit når han var.
import-form-owner-name = Namnet på den som skal gjere det, når det korkje er ei verksemd eller ein registrert person. Skriv ukjent når ingen veit kven det var.
import-form-task = Kva som skal gjerast, i éi setning eller to.

import-reason = Importert
import-who-needed = Fila har saker, referat eller oppfølgingspunkt, og då må det stå kven som importerer henne. Skriv --by og e-postadressa til ein som er registrert.
import-by-unknown = Ingen person har adressa { $address }. Rett ho, eller inviter personen først.
import-meeting-unknown = Rådet har ikkje noko møte { $day }. Rett datoen, eller legg møtet til i arket Møte.
import-meeting-of-two = Rådet har fleire møte { $day }. Skriv kva type møte det er, under Møtetype.
import-meeting-cancelled = Møtet er avlyst, så ingen var der. Rett datoen, eller ta bort rada.
import-not-held-yet = Møtedagen er ikkje komen enno. Rett datoen, eller ta bort rada.
import-not-a-case-number = «{ $written }» er ikkje eit saksnummer. Skriv det som 12/26.
import-not-a-number-of-a-meeting = «{ $written }» er ikkje eit saksnummer i dette møtet. Skriv berre nummeret, som 3.
import-number-needs-meeting = Rådet byrjar på 1 i kvart møte. Skriv ein dag i møtet saka vart behandla i.
import-number-of-two = Rad { $row } har same saksnummer og heiter «{ $title }». Rett nummeret i éi av dei, eller skriv tittelen likt.
import-number-too-large = Skriv eit tal som ikkje er større enn { $most }.
import-case-unknown = Vi kjenner inga sak med nummer { $written }. Rett nummeret, eller legg saka til i arket Saker.
import-follows-unknown = Vi kjenner inga sak med nummer { $written }. Ho må vere registrert, eller stå i ei rad lenger oppe.
import-follows-of-meetings = Når numra byrjar på 1 i kvart møte, peikar dei ikkje ut éi sak. Skriv det under Merknad i staden.
import-case-proposed = Ei sak som berre er meld inn, kan ikkje importerast, for ho har ein som melde henne inn. Skriv Godteken dersom rådet skal ta henne opp.
import-case-state-needed = Saka står ikkje på noka sakliste. Skriv tilstanden, som Behandla, eller legg henne til i arket Sakliste.
import-case-not-scheduled = Saka står ikkje på saklista for eit møte som skal kome. Legg henne til i arket Sakliste, eller skriv ein annan tilstand.
import-case-is-scheduled = Saka står på saklista for eit møte som ikkje er halde. Skriv På sakliste, eller lat cella stå tom.
import-case-stands = Saka er registrert frå før, og møtet er ikkje halde. Set henne på saklista frå sida til saka.
import-only-where-exempt = Dette høyrer berre til ei sak som er unnateken offentlegheit. Skriv det under Vurdering, eller tøm cella.
import-case-of-item-needed = Skriv saksnummeret. Har saka ikkje noko nummer, skriv du tittelen likt som i arket Saker.
import-title-of-case = Ei sak har tittelen sin i arket Saker. Tøm cella.
import-number-without-case = Berre ei sak har saksnummer. Skriv Sak under Type, eller tøm cella.
import-item-unknown = «{ $written }» står ikkje på saklista for møtet. Skriv saksnummeret eller tittelen likt, eller legg punktet til i arket Sakliste.
import-item-of-two = Fleire punkt på saklista heiter «{ $written }». Gje dei ulike titlar.
import-item-of-other-day = Punktet står på ein annan dag i møtet. Skriv eit punkt frå denne dagen.
import-somebody-needed = Skriv ei verksemd, ein person eller eit namn. Veit ingen kven som var der, skriv du det i arket Møte, under Ikkje kjent.
import-person-or-name = Personen er registrert og har namnet sitt der. Tøm cella.
import-count-of-named = Ei rad med namn gjeld éin person. Tøm cella, eller ta bort namnet.
import-absent-stays = Den som ikkje var til stades, var der heller ikkje ein del av tida. Rett dette, eller tøm cellene som seier kor lenge.
import-deputy-of-whom = Skriv verksemda eller personen varaen møtte på vegner av.
import-stay-twice = Skriv anten frå kva sak til kva sak, eller kor lenge med ord. Tøm ein av delane.
import-minutes-not-closed = Møtet er ikkje avslutta, så referatet blir skrive på sida til møtet. Skriv Avslutta i arket Møte dersom referatet er godkjent.
import-item-of-minutes-needed = Skriv saka eller punktet dette vart bestemt under. Berre rada om heile møtet står utan.
import-only-above-items = Dette gjeld heile referatet. Skriv det i rada utan sak eller punkt, og tøm cella.
import-published-when = Eit referat blir publisert etter møtet og ikkje fram i tid. Rett datoen.
import-ends-before-it-starts = Punktet sluttar før det startar. Rett eitt av klokkesletta.
import-item-is-break = Ein pause har korkje referat eller oppfølgingspunkt. Skriv saka eller punktet det gjeld.
import-minutes-sent = Dei som var på møtet, har fått referatet. Rett det på sida til møtet, og ta bort rada.
import-minutes-of-two = Rad { $row } seier noko anna om det same. Rett den eine rada, eller ta henne bort.
import-owner-unknown = Ikkje kjent
import-owner-needed = Skriv kven som skal gjere det: ei verksemd, ein person eller eit namn. Skriv ukjent når ingen veit kven det var.
import-owner-of-two = Berre éin kan ha ansvar for eit oppfølgingspunkt. Tøm cella, eller skriv ei rad til kvar av dei.
import-due-before-meeting = Fristen er før møtet, som tok til { $day }. Rett fristen, eller lat cella stå tom om ingen veit når han var.
import-product-unknown = Vi kjenner ikkje noko produkt som heiter «{ $written }». Rett namnet, eller registrer produktet først.
import-product-of-two = Fleire produkt heiter «{ $written }». Gi dei namn som skil dei frå kvarandre.
import-payment-twice = Rada gjeld den same betalinga som rad { $first }. Ta bort ei av dei.
import-payment-stands = Eit anna beløp er registrert: { $amount }. Endre det på sida for betalingar, eller rett beløpet her.
import-payer-number-unknown = Inga verksemd har nummeret { $written }. Rett nummeret, eller registrer verksemda under Verksemder først.
import-payer-unknown = Vi kjenner inga verksemd som heiter «{ $written }». Rett namnet, eller registrer verksemda under Verksemder først.
import-payment-year = Året må vere frå { $least } til { $most }.
import-payments-only = Fila må ha arket «{ $sheet }» og ingen andre ark, eller vere éi CSV-fil.
import-payments-counts = { $new ->
    [0] Ingen nye betalingar.
    [one] Éi ny betaling er lagd til.
   *[other] { $new } nye betalingar er lagde til.
}{ " " }{ $known ->
    [0] Ingen stod der frå før.
    [one] Éi stod der frå før og er uendra.
   *[other] { $known } stod der frå før og er uendra.
}
import-payments-see = Sjå betalingane
import-payment-far-ahead = { $year } er meir enn eitt år fram. Er det rett, registrerer du betalinga for hand under «Registrer ei betaling».
import-payments-about = Importer ei arbeidsbok med arket «{ $sheet }», eller éi CSV-fil. Heile fila blir sjekka først. Er det feil i ei rad, blir ingenting lagra.
import-payments-example = Slik skal arket sjå ut
import-payments-who = Skien kommune
import-payments-what = ID-porten
said-payments-imported = Betalingane er importerte.
