# Møtepakkar, og nummera på sidene.

paper-as-document = Opne som PDF

pack = Møtepakke
pack-of-meeting = Møtepakke: { $meeting }
pack-open = Møtepakke (PDF)
pack-first = Sakspapir sende ut { $date }
pack-supplement = Nye sakspapir sende ut { $date }
pack-sent-at = { $date } { $times }
pack-and = { $first } og { $last }
pack-supplement-of = Berre det som vart sendt ut { $date } (PDF)
pack-making = Vi lagar pakken: { $done } av { $of }.
pack-making-words = Vi lagar pakken: {"{"}done{"}"} av {"{"}steps{"}"}.
pack-look-again = Sjå om pakken er klar
pack-failed = Vi fekk ikkje laga pakken. Du kan lese papira eitt for eitt. Prøv igjen om litt, eller sei frå til sekretariatet.
pack-nothing = Det er ikkje sendt ut noko du kan lese til dette møtet.
pack-pages = { $count ->
    [one] side { $first }
   *[other] side { $first }–{ $last }
}
pack-missing = { $count ->
    [one] Side { $first } er ikkje med i denne pakken.
   *[other] Side { $first }–{ $last } er ikkje med i denne pakken.
}
pack-replaced = { $old } er bytt ut med { $new } (versjon { $number }).
pack-changed = Nytt: { $changed }
pack-case = Sak { $number }
pack-of-case = Sak
pack-board = Råd
pack-version = Versjon
pack-page = s.
pack-of = av
pack-time = Tid
pack-exempt = Unnateke offentlegheit
pack-has-exempt = Noko i pakken er unnateke offentlegheit. Ikkje del han med andre.
pack-room = Du kan òg lese papira som tekst, med forstørring og skjermlesar: { $address }
pack-marks-lost = merknader og skjemafelt står berre i enkeltdokumentet
pack-note-locked = Dokumentet har passord, så vi kan ikkje vise det i pakken. Du kan opne det med passordet her:
pack-note-damaged = Fila er skadd, så vi kan ikkje vise henne i pakken. Prøv å opne henne her:
pack-note-long = Dokumentet har meir enn tusen sider og er ikkje med i pakken. Du kan lese det her:
pack-note-office = Fila er laga i eit kontorprogram, så vi kan ikkje vise henne i pakken. Du kan hente henne her:
pack-pages-in = { $pages } i møtepakken
pack-page-in = side { $page } i møtepakken
