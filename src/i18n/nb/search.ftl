# Søk i saker og sakspapirer.

search = Søk
search-for = Søk: { $text }
search-do = Søk
search-text = Ord å søke etter
search-text-help = Vi søker i saker og utsendte sakspapirer som du kan lese, også i teksten i filer. Alle ordene må være med. Skriv dem i den formen du vil. Det siste finner også ord som begynner slik.
search-narrow = Avgrens søket
search-board = Råd
search-any-board = Alle råd
search-sort = Søk i
search-any-sort = Saker og sakspapirer
search-sort-case = Bare saker
search-sort-paper = Bare sakspapirer
search-any-kind = Alle sakstyper
search-any-subject = Alle emner
search-from = Møtedato fra
search-until = Møtedato til
search-order = Rekkefølge
search-order-best = Ord i tittelen først
search-order-newest = Nyeste først
search-hit-case = Sak
search-nothing-asked = Skriv ett eller flere ord, og velg Søk.
search-only-signs = Skriv minst ett ord eller tall.
search-nothing-to-ask = Slike ord står i nesten alle tekster. Skriv et ord som sier mer.
search-found = { $count ->
    [0] Ingen treff
    [one] 1 treff
   *[other] { $count } treff
}
search-found-more = Mer enn { $count } treff. Avgrens søket for å se alle.
search-none = Prøv færre eller andre ord, eller fjern en avgrensning. Det som nettopp er endret eller sendt ut, kan du finne om et lite øyeblikk.
search-past-the-end = Så mange treff er det ikke. Gå til forrige side.
search-page = Side { $number } i filen
search-meeting = Møte { $date }
search-pages = Sider med treff
search-before = Forrige side
search-after = Neste side
search-page-of = Side { $page } av { $pages }
