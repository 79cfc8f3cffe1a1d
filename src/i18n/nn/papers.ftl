# Sakspapir.

papers = Sakspapir
papers-none = Ingen sakspapir enno.
paper-document = Dokument
paper-content = Innhald
paper-state = Status
paper-state-draft = Utkast
paper-state-delivered = Levert
paper-state-published = Sendt ut
paper-state-withdrawn = Trekt tilbake
paper-state-newer = Versjon { $number } er ikkje send ut
paper-new-to-you = Ny for deg
paper-attachment-short = – vedlegg
paper-part = Kva dokumentet er
paper-part-paper = Sakspapir
paper-part-attachment = Vedlegg
paper-title = Tittel på dokumentet
paper-language = Språk i dokumentet
paper-written-here = skrive her
paper-pages = { $count ->
    [one] 1 side
   *[other] { $count } sider
}
paper-add = Legg til sakspapir
paper-add-how = Last opp ei fil, eller la filfeltet stå tomt og skriv sakspapiret her. Berre du og sekretariatet ser det før det går ut.
paper-add-save = Legg til
paper-file = Fil
paper-file-help = PDF, Word, Excel, PowerPoint, OpenDocument, PNG eller JPEG. Høgst 100 MB.
paper-file-new-help = PDF, Word, Excel, PowerPoint, OpenDocument, PNG eller JPEG. Høgst 100 MB. Dei tidlegare versjonane blir ståande.
paper-file-needed = Vel ei fil.
paper-file-again = Vel fila på nytt: { $name }
paper-write-instead = Skriv sakspapiret her i staden for å laste opp ei fil
paper-name-has-number = Det ser ut til å stå fødselsnummer i filnamnet. Gi fila eit anna namn, og last henne opp på nytt.
paper-write = Skriv sakspapiret
paper-write-on = Skriv ny versjon
paper-write-title = Skriv: { $title }
paper-write-how = Skriv i Markdown: **feit**, *kursiv*, # overskrift, - punkt. Teksten blir lagra medan du skriv. Når du er ferdig, blir han ein versjon som ingen kan endre.
paper-upload = Last opp fil
paper-upload-new = Last opp ny versjon
paper-upload-save = Last opp
paper-edit = Endre tittel og språk
paper-background = Bakgrunn
paper-background-help = Kva saka gjeld, og kvifor ho kjem opp no.
paper-assessment = Vurdering
paper-assessment-help = Kva omsyn og alternativ sekretariatet har vege.
paper-recommendation = Framlegg til tilråding
paper-recommendation-help = Det rådet kan slutte seg til, skrive som eit vedtak.
paper-consequences = Konsekvensar
paper-consequences-help = Økonomi, tenesteeigarar, kommunar og tryggleik.
paper-changed = Kva er nytt i denne versjonen?
paper-changed-help = Alle som les papiret, ser dette.
paper-changed-when-done = Må fyllast ut når du er ferdig og lagar ein versjon. Alle som les papiret, ser dette.
paper-save-draft = Lagre utkast
paper-preview = Førehandsvis
paper-preview-title = Førehandsvising
paper-finish = Ferdig – lag versjon
paper-saving = Lagrar …
paper-not-saved = Ikkje lagra. Teksten din står her framleis. Trykk «Lagre utkast» for å prøve på nytt.
paper-draft-saved = { $who } lagra utkastet { $at }.
paper-draft-overtaken = { $who } lagra utkastet medan du skreiv. Teksten din står her framleis. Lagrar du no, kjem han i staden for det den andre skreiv.
paper-needs-text = Skriv noko i minst eitt av felta før du lagar ein versjon.
paper-empty = Ingen har skrive noko her enno.
paper-versions = Versjonar
paper-version-number = Versjon { $number }
paper-no-version = Ingen versjon enno.
paper-nothing-to-read = Det er ikkje sendt ut noko å lese enno.
paper-older = Du les versjon { $number }. Versjon { $newest } er den nyaste.
paper-version-made = Laga av { $who } { $when }.
paper-version-sent = Vart send ut { $when }.
paper-to-newest = Gå til den nyaste
paper-new-since = Nytt sidan du las papiret sist
paper-open-file = Opne { $name }
paper-read-here = Les { $title } her
paper-fetch-file = Last ned { $name }
paper-locked-short = Låst med passord
paper-locked = Fila er låst med passord, så vi kan ikkje vise henne her eller setje henne inn i pakken.
paper-locked-mend = Last opp ei fil utan passord.
paper-damaged-short = Skadd fil
paper-damaged = Fila er skadd, så vi kan ikkje setje henne inn i pakken og kanskje ikkje vise henne her.
paper-damaged-mend = Last opp ei anna fil.
paper-checksum = SHA-256:
paper-published-version = Versjon som er send ut
paper-access = Kven som kan lese papiret
paper-access-how = Ingen får sjå papiret utan å ha lov til å lese saka.
paper-exempt-by-case = { $assessment } for seg, men saka er unnateken offentlegheit
paper-late = Etter leveringsfristen
paper-late-how = Fristen for å levere gjekk ut { $since }. Papiret kan likevel leverast når leiaren eller sekretariatet tillèt det.
paper-late-reason = Kvifor papiret kjem etter fristen
paper-late-allowed-by = Kven har tillate det?
paper-late-told = Kom etter fristen. Tillate av { $who }: { $reason }
paper-too-late = Fristen for å levere er ute, og mandatet opnar ikkje for at papir kjem seinare. Flytt saka til eit seinare møte, eller be møteleiaren utsetje ho.
paper-over = Saka er behandla eller avslutta. Papira som låg til grunn, står som dei er. Nye opplysningar høyrer til i ei ny sak.
paper-nothing-to-publish = Det finst ingen ny versjon å sende ut.
paper-case-not-accepted = Godta saka før papira blir sende ut.
paper-numbers-in-text = Det ser ut til å stå fødselsnummer i teksten: «{ $words }». { $count ->
    [one] Ta bort nummeret.
   *[other] Det er funne { $count } stader. Ta bort nummera.
}
paper-numbers-on-page = Det ser ut til å stå fødselsnummer på side { $page } i fila: «{ $words }». { $count ->
    [one] Ta bort nummeret og last opp på nytt.
   *[other] Det er funne { $count } stader. Ta bort nummera og last opp på nytt.
}
paper-numbers-in-file = Det ser ut til å stå fødselsnummer i fila: «{ $words }». { $count ->
    [one] Ta bort nummeret og last opp på nytt.
   *[other] Det er funne { $count } stader. Ta bort nummera og last opp på nytt.
}
paper-numbers-reason = Kvifor fødselsnummeret må stå
paper-numbers-reason-help = Er det ikkje eit fødselsnummer, eller må det stå der, skriv du kvifor. Sekretariatet ser grunngivinga.
paper-numbers-kept = Teke vare på med fødselsnummer: { $reason }
paper-withdraw = Trekk tilbake
paper-withdraw-how = Frå no av kan berre sekretariatet lese papiret. Dei som har lese det, får ingen e-post om det.
paper-return = Gi tilbake til lesarane
paper-return-how = Medlemmene kan lese papiret igjen frå no av, i den versjonen dei hadde.
paper-remove = Fjern dokumentet
paper-remove-how = Dokumentet er ikkje sendt ut. Fjernar du det, blir alle versjonane, utkastet og notata til det borte, og du kan ikkje angre. Vi tek vare på kven som fjerna det, og når.
paper-is-out = Dokumentet er sendt ut og kan ikkje fjernast. Sekretariatet kan trekkje det tilbake.
said-paper-begun = Dokumentet er lagt til.
said-paper-version = Versjonen er lagra.
said-paper-damaged-warning = Vi har teke imot fila, men ho er skadd. Vi kan ikkje vise henne i møtepakka eller leite etter fødselsnummer i henne. Last opp ei anna fil.
said-paper-locked-warning = Vi har teke imot fila, men ho er låst med passord. Vi kan ikkje vise henne i møtepakka eller leite etter fødselsnummer i henne. Last opp ei fil utan passord.
said-paper-without-words-warning = Vi har teke imot fila, men fann ingen tekst i henne og har ikkje leita etter fødselsnummer. Sjå gjennom fila før ho blir send ut.
said-paper-withdrawn = Papiret er trekt tilbake.
said-paper-returned = Lesarane har papiret igjen.
said-paper-removed = Dokumentet er fjerna.

file-kind-pdf = PDF
file-kind-docx = Word
file-kind-xlsx = Excel
file-kind-pptx = PowerPoint
file-kind-odt = Tekstdokument (ODT)
file-kind-ods = Rekneark (ODS)
file-kind-odp = Presentasjon (ODP)
file-kind-png = Bilete (PNG)
file-kind-jpg = Bilete (JPEG)

paper-notes = Notata mine
paper-notes-how = Berre du ser notata. Dei blir ståande når det kjem ein ny versjon.
paper-note = Nytt notat
paper-note-page = Side
paper-note-page-help = Tel sidene i fila: side 1 der er side { $first } i møtepakken, og side { $count } er side { $last }.
paper-note-no-page = Dokumentet har { $pages ->
    [one] berre 1 side
   *[other] { $pages } sider
}. Skriv ei side som finst, eller la feltet stå tomt.
paper-note-no-page-in-pack = Dokumentet har { $pages ->
    [one] berre 1 side, som er side { $first } i møtepakken
   *[other] { $pages } sider, som er side { $first }–{ $last } i møtepakken
}. Skriv ei side som finst, eller la feltet stå tomt.
paper-note-save = Lagre notatet
paper-note-change = Endre eller slett
paper-note-text = Notat
paper-note-delete = Slett notatet
paper-note-where = Versjon { $number }, { $at }
paper-note-where-page = Versjon { $number }, side { $page }, { $at }
paper-note-to-version = til versjon { $number }
said-paper-note = Notatet er lagra.
said-paper-note-deleted = Notatet er sletta.

pdf-pages = Dokumentet, side for side
pdf-tools = Bla og gjer større
pdf-page = Side { $page } av { $count }
pdf-of = av { $count }
pdf-before = Førre side
pdf-next = Neste side
pdf-out = Gjer mindre
pdf-in = Gjer større
pdf-fit = Fyll breidda
pdf-zoomed = Viser { $percent } prosent av breidda.
pdf-opening = Hentar dokumentet …
pdf-failed = Dokumentet lèt seg ikkje vise på denne sida. Opne det med knappen over.
pdf-no-page = Dokumentet har ikkje den sida. Skriv { $pages }.
pdf-no-page-in-pack = Dokumentet har ikkje den sida. Skriv { $pages }, eller { $in_pack } frå møtepakken.
pdf-not-printed = Dokumentet er ikkje med på denne utskrifta. Opne fila og skriv ho ut derifrå.
pdf-not-printed-in-pack = Dokumentet er ikkje med på denne utskrifta. Opne fila eller møtepakken og skriv ut derifrå.
pdf-note-to-page = Skriv notat til side { $page }

shared = Papir i andre saker
shared-add = Vis til papir i ei anna sak
shared-how = Papiret blir liggjande i saka det høyrer til, og blir sendt ut derifrå. Berre den som kan lese begge sakene, ser tilvisinga.
shared-none = Ingen andre saker på møtet har papir som du kan lese og som saka ikkje viser til frå før.
shared-paper = Kva papir?
shared-save = Vis til papiret
shared-from = – ligg i sak { $case }
shared-with = Blir også brukt i
shared-remove = Fjern tilvisinga til { $paper }
said-paper-shared = Saka viser til papiret.
said-paper-unshared = Tilvisinga er fjerna.
