# Sakspapirer.

papers = Sakspapirer
papers-none = Ingen sakspapirer ennå.
paper-document = Dokument
paper-content = Innhold
paper-state = Status
paper-state-draft = Utkast
paper-state-delivered = Levert
paper-state-published = Sendt ut
paper-state-withdrawn = Trukket tilbake
paper-state-newer = Versjon { $number } er ikke sendt ut
paper-new-to-you = Ny for deg
paper-attachment-short = – vedlegg
paper-part = Hva dokumentet er
paper-part-paper = Sakspapir
paper-part-attachment = Vedlegg
paper-title = Tittel på dokumentet
paper-language = Språk i dokumentet
paper-written-here = skrevet her
paper-pages = { $count ->
    [one] 1 side
   *[other] { $count } sider
}
paper-add = Legg til sakspapir
paper-add-how = Last opp en fil, eller la filfeltet stå tomt og skriv sakspapiret her. Bare du og sekretariatet ser det før det blir sendt ut.
paper-add-save = Legg til
paper-file = Fil
paper-file-help = PDF, Word, Excel, PowerPoint, OpenDocument, PNG eller JPEG. Høyst 100 MB.
paper-file-new-help = PDF, Word, Excel, PowerPoint, OpenDocument, PNG eller JPEG. Høyst 100 MB. De tidligere versjonene blir stående.
paper-file-needed = Velg en fil.
paper-file-again = Velg filen på nytt: { $name }
paper-write-instead = Skriv sakspapiret her i stedet for å laste opp en fil
paper-name-has-number = Filnavnet ser ut til å inneholde fødselsnummer. Gi filen et annet navn, og last den opp på nytt.
paper-write = Skriv sakspapiret
paper-write-on = Skriv ny versjon
paper-write-title = Skriv: { $title }
paper-write-how = Skriv i Markdown: **fet**, *kursiv*, # overskrift, - punkt. Teksten lagres mens du skriver. Når du er ferdig, blir den en versjon som ikke kan endres.
paper-upload = Last opp fil
paper-upload-new = Last opp ny versjon
paper-upload-save = Last opp
paper-edit = Endre tittel og språk
paper-background = Bakgrunn
paper-background-help = Hva saken gjelder, og hvorfor den kommer opp nå.
paper-assessment = Vurdering
paper-assessment-help = Hvilke hensyn og alternativer sekretariatet har veid.
paper-recommendation = Forslag til innstilling
paper-recommendation-help = Det rådet kan slutte seg til, skrevet som et vedtak.
paper-consequences = Konsekvenser
paper-consequences-help = Økonomi, tjenesteeiere, kommuner og sikkerhet.
paper-changed = Hva er nytt i denne versjonen?
paper-changed-help = Alle som leser papiret, ser dette.
paper-changed-when-done = Må fylles ut når du er ferdig og lager en versjon. Alle som leser papiret, ser dette.
paper-save-draft = Lagre utkast
paper-preview = Forhåndsvis
paper-preview-title = Forhåndsvisning
paper-finish = Ferdig – lag versjon
paper-saving = Lagrer …
paper-not-saved = Ikke lagret. Teksten din står her fortsatt. Trykk «Lagre utkast» for å prøve igjen.
paper-draft-saved = Utkastet ble lagret av { $who }, { $at }.
paper-draft-overtaken = { $who } lagret utkastet mens du skrev. Teksten din står her fortsatt. Lagrer du nå, erstatter den det andre skrev.
paper-needs-text = Skriv noe i minst ett av feltene før du lager en versjon.
paper-empty = Det er ikke skrevet noe ennå.
paper-versions = Versjoner
paper-version-number = Versjon { $number }
paper-no-version = Ingen versjon ennå.
paper-nothing-to-read = Det er ikke sendt ut noe å lese ennå.
paper-older = Du leser versjon { $number }. Versjon { $newest } er den nyeste.
paper-version-made = Laget av { $who } { $when }.
paper-version-sent = Sendt ut { $when }.
paper-to-newest = Gå til den nyeste
paper-new-since = Nytt siden du leste papiret sist
paper-open-file = Åpne { $name }
paper-read-here = Les { $title } her
paper-fetch-file = Last ned { $name }
paper-locked-short = Låst med passord
paper-locked = Filen er låst med passord, så den kan ikke vises her og ikke settes inn i pakken.
paper-locked-mend = Last opp en fil uten passord.
paper-damaged-short = Skadet fil
paper-damaged = Filen er skadet, så den kan ikke settes inn i pakken og kanskje ikke vises her.
paper-damaged-mend = Last opp en annen fil.
paper-checksum = SHA-256:
paper-published-version = Versjon som er sendt ut
paper-access = Hvem som kan lese papiret
paper-access-how = Papiret vises aldri for noen som ikke kan lese saken.
paper-exempt-by-case = { $assessment } for seg, men saken er unntatt offentlighet
paper-late = Etter leveringsfristen
paper-late-how = Fristen for å levere gikk ut { $since }. Papiret kan likevel leveres når lederen eller sekretariatet tillater det.
paper-late-reason = Hvorfor papiret kommer etter fristen
paper-late-allowed-by = Hvem har tillatt det?
paper-late-told = Kom etter fristen. Tillatt av { $who }: { $reason }
paper-too-late = Fristen for å levere er ute, og mandatet tillater ikke at papirer kommer senere. Flytt saken til et senere møte, eller be møtelederen utsette den.
paper-over = Saken er behandlet eller avsluttet. Papirene som lå til grunn, står som de er. Nye opplysninger hører til en ny sak.
paper-nothing-to-publish = Det er ingen ny versjon å sende ut.
paper-case-not-accepted = Godta saken før papirene sendes ut.
paper-numbers-in-text = Teksten ser ut til å inneholde fødselsnummer: «{ $words }». { $count ->
    [one] Fjern nummeret.
   *[other] Det er funnet { $count } steder. Fjern numrene.
}
paper-numbers-on-page = Side { $page } i filen ser ut til å inneholde fødselsnummer: «{ $words }». { $count ->
    [one] Fjern nummeret og last opp på nytt.
   *[other] Det er funnet { $count } steder. Fjern numrene og last opp på nytt.
}
paper-numbers-in-file = Filen ser ut til å inneholde fødselsnummer: «{ $words }». { $count ->
    [one] Fjern nummeret og last opp på nytt.
   *[other] Det er funnet { $count } steder. Fjern numrene og last opp på nytt.
}
paper-numbers-reason = Hvorfor fødselsnummeret må stå
paper-numbers-reason-help = Er det ikke et fødselsnummer, eller må det stå der, skriver du hvorfor. Sekretariatet ser begrunnelsen.
paper-numbers-kept = Beholdt med fødselsnummer: { $reason }
paper-withdraw = Trekk tilbake
paper-withdraw-how = Fra nå av kan bare sekretariatet lese papiret. De som har lest det, får ingen e-post om det.
paper-return = Gi tilbake til leserne
paper-return-how = Medlemmene kan lese papiret igjen fra nå av, i den versjonen de hadde.
paper-remove = Fjern dokumentet
paper-remove-how = Dokumentet er ikke sendt ut. Fjerner du det, forsvinner alle versjonene, utkastet og notatene til det, og du kan ikke angre. Vi tar vare på hvem som fjernet det, og når.
paper-is-out = Dokumentet er sendt ut og kan ikke fjernes. Sekretariatet kan trekke det tilbake.
said-paper-begun = Dokumentet er lagt til.
said-paper-version = Versjonen er lagret.
said-paper-damaged-warning = Filen er tatt imot, men den er skadet. Den kan ikke vises i møtepakken, og vi kan ikke lete etter fødselsnummer i den. Last opp en annen fil.
said-paper-locked-warning = Filen er tatt imot, men den er låst med passord. Den kan ikke vises i møtepakken, og vi kan ikke lete etter fødselsnummer i den. Last opp en fil uten passord.
said-paper-without-words-warning = Filen er tatt imot, men vi fant ingen tekst i den og har ikke lett etter fødselsnummer. Se gjennom filen før den sendes ut.
said-paper-withdrawn = Papiret er trukket tilbake.
said-paper-returned = Leserne har papiret igjen.
said-paper-removed = Dokumentet er fjernet.

file-kind-pdf = PDF
file-kind-docx = Word
file-kind-xlsx = Excel
file-kind-pptx = PowerPoint
file-kind-odt = Tekstdokument (ODT)
file-kind-ods = Regneark (ODS)
file-kind-odp = Presentasjon (ODP)
file-kind-png = Bilde (PNG)
file-kind-jpg = Bilde (JPEG)

paper-notes = Notatene mine
paper-notes-how = Bare du ser notatene. De blir stående når det kommer en ny versjon.
paper-note = Nytt notat
paper-note-page = Side
paper-note-page-help = Tell sidene i filen: side 1 der er side { $first } i møtepakken, og side { $count } er side { $last }.
paper-note-no-page = Dokumentet har { $pages ->
    [one] bare 1 side
   *[other] { $pages } sider
}. Skriv en side som finnes, eller la feltet stå tomt.
paper-note-no-page-in-pack = Dokumentet har { $pages ->
    [one] bare 1 side, som er side { $first } i møtepakken
   *[other] { $pages } sider, som er side { $first }–{ $last } i møtepakken
}. Skriv en side som finnes, eller la feltet stå tomt.
paper-note-save = Lagre notatet
paper-note-change = Endre eller slett
paper-note-text = Notat
paper-note-delete = Slett notatet
paper-note-where = Versjon { $number }, { $at }
paper-note-where-page = Versjon { $number }, side { $page }, { $at }
paper-note-to-version = til versjon { $number }
said-paper-note = Notatet er lagret.
said-paper-note-deleted = Notatet er slettet.

pdf-pages = Dokumentet, side for side
pdf-tools = Bla og forstørr
pdf-page = Side { $page } av { $count }
pdf-of = av { $count }
pdf-before = Forrige side
pdf-next = Neste side
pdf-out = Forminsk
pdf-in = Forstørr
pdf-fit = Tilpass bredden
pdf-zoomed = Vises i { $percent } prosent av bredden.
pdf-opening = Henter dokumentet …
pdf-failed = Dokumentet kan ikke vises på denne siden. Åpne det med knappen over.
pdf-no-page = Dokumentet har ikke den siden. Skriv { $pages }.
pdf-no-page-in-pack = Dokumentet har ikke den siden. Skriv { $pages }, eller { $in_pack } fra møtepakken.
pdf-not-printed = Dokumentet er ikke med på denne utskriften. Åpne filen og skriv den ut derfra.
pdf-not-printed-in-pack = Dokumentet er ikke med på denne utskriften. Åpne filen eller møtepakken og skriv ut derfra.
pdf-note-to-page = Skriv notat til side { $page }

shared = Papirer i andre saker
shared-add = Vis til papir i en annen sak
shared-how = Papiret blir liggende i saken det hører til, og sendes ut derfra. Bare den som kan lese begge sakene, ser henvisningen.
shared-none = Ingen andre saker på møtet har papirer som du kan lese og som saken ikke viser til allerede.
shared-paper = Hvilket papir?
shared-save = Vis til papiret
shared-from = – ligger i sak { $case }
shared-with = Brukes også i
shared-remove = Fjern henvisningen til { $paper }
said-paper-shared = Saken viser til papiret.
said-paper-unshared = Henvisningen er fjernet.
