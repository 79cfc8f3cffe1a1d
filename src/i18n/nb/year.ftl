# Hva et råd har gjort i løpet av et år.
year-glance = Året { $year } i korte trekk
year-none = Rådet har ingen møter i { $year }.
year-about = Tallene gjelder det du kan lese. Utfallene kommer fra referatene som er publisert.
year-figures = Tall for året
year-held = Møter holdt
year-to-come = Møter som ikke er holdt ennå
year-cancelled = Avlyste møter
year-treated = Behandlede saker
year-outcomes = Utfall i sakene
year-without-outcome = Uten publisert utfall
year-seats = Plasser representert
year-seats-share = I snitt { $share } prosent
year-papers-out = Sakspapirer sendt ut
year-papers-ahead = { $average ->
    [one] 1 dag
   *[other] { $average } dager
} før møtet i snitt, { $least } på det korteste.
year-papers-in-time = Fristen ble holdt for { $count } av { $all } møter.
year-minutes-out = Referat publisert
year-minutes-after = { $average ->
    [one] 1 dag
   *[other] { $average } dager
} etter møtet i snitt, { $most } på det lengste, for { $meetings ->
    [one] 1 møte
   *[other] { $meetings } møter
}.
year-languages = Målform i publiserte referater
year-languages-share = { $bokmal } på bokmål og { $nynorsk } på nynorsk ({ $share } prosent).
year-meetings = Møtene i { $year }
year-days-ahead = { $days ->
    [0] Sendt ut på møtedagen eller senere
    [one] Sendt ut 1 dag før
   *[other] Sendt ut { $days } dager før
}
year-too-late = Etter fristen
year-days-after = { $days ->
    [0] Publisert på møtedagen
    [one] Publisert 1 dag etter
   *[other] Publisert { $days } dager etter
}
year-cases = Sakene i { $year }
year-case = Sak
year-no-cases = Det er ingen saker du kan lese.
year-no-outcome = Ikke noe utfall er publisert
year-strip-about = Hvert møte står på datoen sin, med antallet saker
year-strip-meeting = { $days }: { $name } med { $cases ->
    [0] ingen saker
    [one] 1 sak
   *[other] { $cases } saker
}, { $state }
year-strip-out = Holdt, og referatet er publisert
year-strip-not-out = Holdt, og referatet er ikke publisert
year-strip-coming = Ikke holdt ennå
