# Tiltaka i handlingsplanen: kven som har ansvaret, kor langt dei er komne, og rapporten til rådet.

measures = Tiltak i handlingsplanen
measures-what = Rådet følgjer statusen for desse tiltaka. Alle med ei rolle i rådet kan lese dei, og sekretariatet fører dei.
measures-all = Alle tiltaka
measures-none = Det er ingen tiltak her enno. Sekretariatet legg dei inn.
measures-none-such = Ingen tiltak passar med vala. Vel noko anna for å sjå fleire.
measures-on-board = { $n ->
    [0] Ingen tiltak er lagde inn enno
    [one] Sjå tiltaket
   *[other] Sjå dei { $n } tiltaka
}
measure = Tiltak
measure-title = Tittel
measure-new = Nytt tiltak
measure-edit = Endre tiltaket
measure-too-many = Det er ikkje plass til fleire.
measure-status = Status
measure-status-new = Før ny status
measure-status-now = Status no:
measure-status-stays = Det du skriv her, blir ståande i historikken og kan ikkje endrast. Vart noko feil, fører du ei ny linje.
measure-status-in-future = Dagen kan ikkje vere i framtida.
measure-status-before = Dagen kan ikkje vere før { $day }, som er dagen for den førre statusen.
measure-status-same = Statusen er den same som før. Skriv kva som er nytt, eller vel ein annan status.
measure-on = Frå og med
measure-on-help = Dagen tiltaket fekk denne statusen.
measure-note = Merknad
measure-note-help = Kva som er gjort, eller kvifor statusen er ein annan.
measure-written = Ført av
measure-history = Historikk
measure-years = Blir gjennomført
measure-first-year = Første år
measure-last-year = Siste år
measure-ends-first = Det siste året kan ikkje vere før { $first }.
measure-ministry = Ansvarleg departement
measure-performs = Utførande verksemd
measure-performs-help = Er dette uavklart, kryssar du ikkje av for nokon.
measure-undecided = Uavklart
measure-involved = Involverte
measure-description = Om tiltaket
measure-goals = Målsetjing og leveransar
measure-activities = Viktige støttande aktivitetar
measure-lines-help = Skriv eitt punkt på kvar linje.
measure-contact = Kontakt
measure-contact-help = Ei avdeling eller eit postmottak er betre enn eit namn.
measure-any = Alle
measure-only-late = Berre dei som er forseinka
measure-show = Vis
measure-late-not-finished = Forseinka: det siste året er over
measure-late-not-begun = Forseinka: skulle ha vore i gang
measure-chart-title = Når tiltaka blir gjennomførte
measure-chart-description = Tidslinje med åra kvart tiltak blir gjennomført. Tabellen under viser det same.
measure-chart-today = I dag
measure-chart-underway = Sett i gang
measure-chart-late = Forseinka
measure-chart-planned = Ikkje sett i gang
measure-chart-finished = Ferdigstilt
measure-report = Statusrapport til neste møte
measure-report-how = Saka kjem på sakslista til møtet, med eit saksdokument som seier korleis det står til med tiltaka i dag. Du kan endre dokumentet før du sender det ut.
measure-report-meeting = Møte
measure-report-make = Set rapporten på sakslista
measure-report-no-meeting = Fristen for å melde saker er ute for alle møta i planen. Legg eit nytt møte i planen, eller meld saka sjølv.
measure-report-there = { $meeting } har alt ein statusrapport på sakslista.
measure-report-open = Opne saka
measure-report-preview = Slik blir dokumentet
measure-report-title = Status for tiltaka i handlingsplanen
measure-report-why = Rådet følgjer statusen for tiltaka i handlingsplanen.
measure-report-intro = Slik står det til med tiltaka { $day }. { $n ->
    [0] Ingen tiltak er førte.
    [one] Eitt tiltak er ført.
   *[other] { $n } tiltak er førte.
}
measure-report-late = Forseinka tiltak
measure-report-none-late = Ingen tiltak er forseinka.
measure-report-not-finished = { $measure }: skulle ha vore ferdig i { $year }.
measure-report-not-begun = { $measure }: skulle ha vore i gang i { $year }.
measure-report-new = Nytt sidan den førre rapporten
measure-report-none-new = Ingenting er nytt.
measure-report-since = Den førre rapporten vart laga { $day }.
measure-report-recommendation = Rådet tek statusen til orientering.
said-measure-saved = Tiltaket er lagra.
said-measure-status = Statusen er ført.
said-measure-report = Statusrapporten står på sakslista. Les gjennom dokumentet og send det ut når det er klart.
said-measure-report-there = Møtet har alt ein statusrapport. Her er han.
