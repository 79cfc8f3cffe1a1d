# Tiltakene i handlingsplanen: hvem som har ansvaret, hvor langt de er kommet, og rapporten til rådet.

measures = Tiltak i handlingsplanen
measures-what = Tiltakene som rådet følger statusen for. Alle som har en rolle i rådet, kan lese dem. Sekretariatet fører dem.
measures-all = Alle tiltakene
measures-none = Det er ingen tiltak her ennå. Sekretariatet legger dem inn.
measures-none-such = Ingen tiltak passer med valgene. Velg noe annet for å se flere.
measures-on-board = { $n ->
    [0] Ingen tiltak er lagt inn ennå
    [one] Se tiltaket
   *[other] Se de { $n } tiltakene
}
measure = Tiltak
measure-title = Tittel
measure-new = Nytt tiltak
measure-edit = Endre tiltaket
measure-too-many = Det er ikke plass til flere.
measure-status = Status
measure-status-new = Før ny status
measure-status-now = Status nå:
measure-status-stays = Det du skriver her, blir stående i historikken og kan ikke endres. Ble noe feil, fører du en ny linje.
measure-status-in-future = Dagen kan ikke være i framtiden.
measure-status-before = Dagen kan ikke være før { $day }, som er dagen for forrige status.
measure-status-same = Statusen er den samme som før. Skriv hva som er nytt, eller velg en annen status.
measure-on = Fra og med
measure-on-help = Dagen tiltaket fikk denne statusen.
measure-note = Merknad
measure-note-help = Hva som er gjort, eller hvorfor statusen er en annen.
measure-written = Ført av
measure-history = Historikk
measure-years = Gjennomføres
measure-first-year = Første år
measure-last-year = Siste år
measure-ends-first = Siste år kan ikke være før { $first }.
measure-ministry = Ansvarlig departement
measure-performs = Utførende virksomhet
measure-performs-help = Kryss ikke av for noen hvis dette er uavklart.
measure-undecided = Uavklart
measure-involved = Involverte
measure-description = Om tiltaket
measure-goals = Målsetting og leveranser
measure-activities = Viktige understøttende aktiviteter
measure-lines-help = Skriv ett punkt på hver linje.
measure-contact = Kontakt
measure-contact-help = En avdeling eller et postmottak er bedre enn et navn.
measure-any = Alle
measure-only-late = Bare de som er forsinket
measure-show = Vis
measure-late-not-finished = Forsinket: siste år er over
measure-late-not-begun = Forsinket: skulle vært i gang
measure-chart-title = Når tiltakene gjennomføres
measure-chart-description = Tidslinje med årene hvert tiltak gjennomføres. Tabellen under viser det samme.
measure-chart-today = I dag
measure-chart-underway = Igangsatt
measure-chart-late = Forsinket
measure-chart-planned = Ikke igangsatt
measure-chart-finished = Ferdigstilt
measure-report = Statusrapport til neste møte
measure-report-how = Saken kommer på sakslista til møtet, med et saksdokument som sier hvordan det står til med tiltakene i dag. Du kan endre dokumentet før du sender det ut.
measure-report-meeting = Møte
measure-report-make = Sett rapporten på sakslista
measure-report-no-meeting = Fristen for å melde saker er ute for alle møtene i planen. Legg et nytt møte i planen, eller meld saken selv.
measure-report-there = { $meeting } har alt en statusrapport på sakslista.
measure-report-open = Åpne saken
measure-report-preview = Slik blir dokumentet
measure-report-title = Status for tiltakene i handlingsplanen
measure-report-why = Rådet følger statusen for tiltakene i handlingsplanen.
measure-report-intro = Slik står det til med tiltakene { $day }. { $n ->
    [0] Ingen tiltak er ført.
    [one] Ett tiltak er ført.
   *[other] { $n } tiltak er ført.
}
measure-report-late = Forsinkede tiltak
measure-report-none-late = Ingen tiltak er forsinket.
measure-report-not-finished = { $measure }: skulle vært ferdig i { $year }.
measure-report-not-begun = { $measure }: skulle vært i gang i { $year }.
measure-report-new = Nytt siden forrige rapport
measure-report-none-new = Ingenting er nytt.
measure-report-since = Forrige rapport ble laget { $day }.
measure-report-recommendation = Rådet tar statusen til orientering.
said-measure-saved = Tiltaket er lagret.
said-measure-status = Statusen er ført.
said-measure-report = Statusrapporten står på sakslista. Les gjennom dokumentet og send det ut når det er klart.
said-measure-report-there = Møtet har alt en statusrapport. Her er den.
