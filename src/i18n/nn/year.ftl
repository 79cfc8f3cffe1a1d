# Kva eit råd har gjort i løpet av eit år.
year-glance = Året { $year } kort fortalt
year-none = Rådet har ingen møte i { $year }.
year-about = Det som du ikkje kan lese, er ikkje talt med. Utfalla er henta frå dei publiserte referata.
year-figures = Året i tal
year-held = Møte som er haldne
year-to-come = Møte som ikkje er haldne enno
year-cancelled = Avlyste møte
year-treated = Saker som er behandla
year-outcomes = Utfall i sakene
year-without-outcome = Utan publisert utfall
year-seats = Plassar representerte
year-seats-share = { $share } prosent i snitt
year-papers-out = Sakspapir sende ut
year-papers-ahead = { $average ->
    [one] 1 dag
   *[other] { $average } dagar
} før møtet i snitt, { $least } på det kortaste.
year-papers-in-time = { $count } av { $all } møte fekk papira innan fristen.
year-minutes-out = Referat publisert
year-minutes-after = { $average ->
    [one] 1 dag
   *[other] { $average } dagar
} etter møtet i snitt, { $most } på det lengste, for { $meetings } møte.
year-languages = Målform i publiserte referat
year-languages-share = Bokmål: { $bokmal }, nynorsk: { $nynorsk } ({ $share } prosent).
year-meetings = Møta i { $year }
year-days-ahead = { $days ->
    [0] Sende ut på møtedagen eller seinare
    [one] Sende ut 1 dag før
   *[other] Sende ut { $days } dagar før
}
year-too-late = Etter fristen
year-days-after = { $days ->
    [0] Publisert på møtedagen
    [one] Publisert 1 dag etter
   *[other] Publisert { $days } dagar etter
}
year-cases = Sakene i { $year }
year-case = Sak
year-no-cases = Det er ingen saker du kan lese i året.
year-no-outcome = Utfallet er ikkje publisert
year-strip-about = Kvart møte står på datoen sin, med talet på saker
year-strip-meeting = { $days }: { $name }, { $cases ->
    [0] ingen saker
    [one] 1 sak
   *[other] { $cases } saker
}, { $state }
year-strip-out = Halde, og referatet er publisert
year-strip-not-out = Halde, og referatet er ikkje publisert
year-strip-coming = Ikkje halde enno
