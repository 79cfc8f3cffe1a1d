# Møtepakker, og numrene på sidene.

paper-as-document = Åpne som PDF

pack = Møtepakke
pack-of-meeting = Møtepakke: { $meeting }
pack-open = Møtepakke (PDF)
pack-first = Sakspapirer sendt ut { $date }
pack-supplement = Nye sakspapirer sendt ut { $date }
pack-sent-at = { $date } { $times }
pack-and = { $first } og { $last }
pack-supplement-of = Bare det som ble sendt ut { $date } (PDF)
pack-making = Pakken lages: { $done } av { $of }.
pack-making-words = Pakken lages: {"{"}done{"}"} av {"{"}steps{"}"}.
pack-look-again = Se om pakken er klar
pack-failed = Pakken kunne ikke lages. Papirene kan leses ett for ett. Prøv igjen om litt, eller si fra til sekretariatet.
pack-nothing = Det er ikke sendt ut noe du kan lese til dette møtet.
pack-pages = { $count ->
    [one] side { $first }
   *[other] side { $first }–{ $last }
}
pack-missing = { $count ->
    [one] Side { $first } er ikke med i denne pakken.
   *[other] Side { $first }–{ $last } er ikke med i denne pakken.
}
pack-replaced = { $old } er erstattet av { $new } (versjon { $number }).
pack-changed = Nytt: { $changed }
pack-case = Sak { $number }
pack-of-case = Sak
pack-board = Råd
pack-version = Versjon
pack-page = s.
pack-of = av
pack-time = Tid
pack-exempt = Unntatt offentlighet
pack-has-exempt = Pakken inneholder opplysninger som er unntatt offentlighet. Ikke del den med andre.
pack-room = Papirene kan også leses som tekst, med forstørring og skjermleser: { $address }
pack-marks-lost = merknader og skjemafelt står bare i enkeltdokumentet
pack-note-locked = Dokumentet har passord og kan ikke vises i pakken. Du kan åpne det med passordet her:
pack-note-damaged = Filen er skadet og kan ikke vises i pakken. Prøv å åpne den her:
pack-note-long = Dokumentet har over tusen sider og er ikke med i pakken. Du kan lese det her:
pack-note-office = Filen er laget i et kontorprogram og kan ikke vises i pakken. Du kan hente den her:
pack-pages-in = { $pages } i møtepakken
pack-page-in = side { $page } i møtepakken
