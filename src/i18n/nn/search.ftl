# Søk i saker og sakspapir.

search = Søk
search-for = Søk: { $text }
search-do = Søk
search-text = Ord å søkje etter
search-text-help = Her søkjer du i saker og sakspapir som er sende ut og som du kan lese, òg i teksten i filer. Alle orda må vere med, i den forma du vil. Det siste finn òg ord som byrjar slik.
search-narrow = Avgrens søket
search-board = Råd
search-any-board = Alle råd
search-sort = Søk i
search-any-sort = Saker og sakspapir
search-sort-case = Berre saker
search-sort-paper = Berre sakspapir
search-any-kind = Alle sakstypar
search-any-subject = Alle emne
search-from = Møtedato frå
search-until = Møtedato til
search-order = Rekkjefølgje
search-order-best = Ord i tittelen først
search-order-newest = Nyaste først
search-hit-case = Sak
search-nothing-asked = Skriv eitt eller fleire ord, og vel Søk.
search-only-signs = Skriv minst eitt ord eller tal.
search-nothing-to-ask = Slike ord står i nesten alle tekstar. Skriv eit ord som seier meir.
search-found = { $count ->
    [0] Ingen treff
    [one] 1 treff
   *[other] { $count } treff
}
search-found-more = Meir enn { $count } treff. Avgrens søket for å sjå alle.
search-none = Prøv færre eller andre ord, eller ta bort ei avgrensing. Det som nett er endra eller sendt ut, kan du finne om ei lita stund.
search-past-the-end = Så mange treff finst ikkje. Gå til førre side.
search-page = Side { $number } i fila
search-meeting = Møte { $date }
search-pages = Sider med treff
search-before = Førre side
search-after = Neste side
search-page-of = Side { $page } av { $pages }
