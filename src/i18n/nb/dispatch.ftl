# Utsending av sakspapirer, og rommet der de leses.

papers-of = Sakspapirer: { $meeting }
papers-no-cases = Ingen saker på sakslista ennå.
papers-days-left = { $days ->
    [one] 1 dag igjen.
   *[other] { $days } dager igjen.
}
papers-new = { $count ->
    [one] 1 dokument er nytt for deg
   *[other] { $count } dokumenter er nye for deg
}
papers-minutes = { $minutes } minutter
papers-none-sent = Sakspapirene er ikke sendt ut ennå.
papers-not-out = Ikke sendt ut
papers-to-case = Gå til saken
papers-next = Neste: { $paper }
papers-before = Forrige: { $paper }
papers-neighbours = Andre papirer til møtet
papers-all = Alle papirene til møtet

dispatch = Send ut sakspapirer
dispatch-of = Send ut sakspapirer: { $meeting }
dispatch-holds = Sakspapirene skal ut senest { $date }, { $days } dager før møtet. Sender du dem ut i dag, får medlemmene dem { $left } dager før.
dispatch-broken = Sakspapirene skulle vært ute { $date }, { $days } dager før møtet. Sender du dem ut nå, blir de merket som ettersendt { $left } dager før.
dispatch-supplement = Fristen for å sende ut var { $date }. Det du sender ut nå, blir merket som ettersendt { $left } dager før møtet.
dispatch-no-promise = Mandatet har ingen frist for å sende ut papirer til dette møtet.
dispatch-mail-off = E-post fra rådet er ikke slått på. Papirene kan leses når du sender dem ut, men ingen får e-post om det.
dispatch-missing = Disse sakene har ingen ferdige papirer:
dispatch-drafts = Disse dokumentene er utkast og blir ikke sendt:
dispatch-unfit = Disse filene er skadet eller låst med passord. Leserne får kanskje ikke åpnet dem:
dispatch-papers = Papirer som skal ut
dispatch-papers-help = Medlemmene kan lese papirene med det samme du sender dem ut. E-posten går etterpå.
dispatch-paper = { $paper } (versjon { $number }, { $content })
dispatch-paragraph = Egne ord i e-posten
dispatch-paragraph-help = Står etter innledningen. Alle får ordene slik du skriver dem, også de som får e-posten på et annet språk. Skriv ikke noe som bare medlemmene kan vite: e-post kan bli lest av andre.
dispatch-nothing-ready = Det er ingen nye papirer å sende ut.
dispatch-all-sent = Papirene ble sendt ut { $at } av { $who }. Det er ingen nye å sende.
dispatch-send = Send ut
dispatch-to = Lesere
dispatch-nobody = Rådet har ingen medlemmer som kan lese papirene i dag.
dispatch-called-without = Innkalt, men får ikke sakspapirer: { $names }
dispatch-readers = { $count ->
    [one] 1 person får e-posten
   *[other] { $count } personer får e-posten
}
dispatch-no-address = Mangler e-postadresse
dispatch-mail-text = E-posten
dispatch-before = Sendt ut før
dispatch-first = { $count ->
    [one] 1 dokument
   *[other] { $count } dokumenter
}
dispatch-more = { $count ->
    [one] 1 dokument ettersendt
   *[other] { $count } dokumenter ettersendt
}
dispatch-late = { $days ->
    [0] Ettersendt på møtedagen
    [one] Ettersendt 1 dag før
   *[other] Ettersendt { $days } dager før
}
dispatch-late-several = { $count } papirer ettersendt, det siste { $days ->
    [0] på møtedagen
    [one] 1 dag før
   *[other] { $days } dager før
}
dispatch-nothing = Velg minst ett papir.
dispatch-changed = Et av papirene er endret etter at du åpnet siden. Se over listen og send på nytt.
dispatch-cancelled = Møtet er avlyst, så papirene kan ikke sendes ut.
dispatch-held = Møtet er holdt, så papirene kan ikke sendes ut lenger.
dispatch-statement = Når papirene kunne leses
dispatch-statement-of = Når papirene kunne leses: { $meeting }
dispatch-statement-made = Oversikten er laget { $at }.
dispatch-not-yet = Ingen papirer er sendt ut.
dispatch-kept = { $all ->
    [one] Papiret var tilgjengelig minst { $days } dager før møtet (senest { $date }).
   *[other] Alle { $all } papirene var tilgjengelige minst { $days } dager før møtet (senest { $date }).
}
dispatch-kept-some = { $kept ->
    [0] { $all ->
        [one] Papiret var ikke tilgjengelig i nyeste versjon minst { $days } dager før møtet (senest { $date }).
       *[other] Ingen av de { $all } papirene var tilgjengelige i nyeste versjon minst { $days } dager før møtet (senest { $date }).
    }
    [one] 1 av { $all } papirer var tilgjengelig i nyeste versjon minst { $days } dager før møtet (senest { $date }).
   *[other] { $kept } av { $all } papirer var tilgjengelige i nyeste versjon minst { $days } dager før møtet (senest { $date }).
}
dispatch-none-on-agenda = Papirene som er sendt ut, gjelder saker som ikke står på sakslista lenger.
dispatch-exceptions = Dette ble sendt ut for sent:
dispatch-exception-of = { $days ->
    [0] { $paper }: sendt ut på møtedagen.
    [one] { $paper }: sendt ut 1 dag før møtet.
   *[other] { $paper }: sendt ut { $days } dager før møtet.
}
dispatch-moved = Møtet ble flyttet fra { $from } til { $to } den { $on }, etter at papirene var sendt ut.
dispatch-moved-then = { $days ->
    [one] Da papirene ble sendt ut, var det 1 dag til møtet, slik det var fastsatt da.
   *[other] Da papirene ble sendt ut, var det { $days } dager til møtet, slik det var fastsatt da.
}
dispatch-without = Disse sakene står på sakslista uten at det er sendt ut noe papir:
dispatch-statement-closed = Disse sakene er stengt for deg. Oversikten sier ingenting om papirene i dem:
dispatch-out = { $days ->
    [0] Sendt ut { $at }, på møtedagen
    [one] Sendt ut { $at }, 1 dag før møtet
   *[other] Sendt ut { $at }, { $days } dager før møtet
}
dispatch-out-to = Disse kunne lese papirene fra da av:
dispatch-out-but = { $count ->
    [one] { $reader }, men ikke saken som var stengt for vedkommende: { $cases }
   *[other] { $reader }, men ikke sakene som var stengt for vedkommende: { $cases }
}
dispatch-out-nothing = { $count ->
    [one] { $reader } kunne ikke lese noe av dette, fordi saken var stengt for vedkommende: { $cases }.
   *[other] { $reader } kunne ikke lese noe av dette, fordi alle sakene var stengt for vedkommende: { $cases }.
}
dispatch-closed-until = { $case } (åpnet igjen { $at })
dispatch-made = Laget
dispatch-agenda = { $count ->
    [one] Sakslista har 1 punkt
   *[other] Sakslista har { $count } punkter
}
dispatch-left-out = { $count ->
    [one] får ikke denne utsendingen, fordi { $cases } er stengt for vedkommende
   *[other] får ikke denne utsendingen, fordi alt er stengt for vedkommende: { $cases }
}
dispatch-closed-to = { $count ->
    [one] får ikke lese { $cases }, som er stengt for vedkommende
   *[other] får ikke lese disse, som er stengt for vedkommende: { $cases }
}
dispatch-exception = For sent
dispatch-reader = Leser
dispatch-mail-subject = Sakspapirer til møtet i { $board } { $meeting }
dispatch-mail = Sakspapirene til møtet i { $board } { $meeting } er klare. Du kan lese dem nå.
dispatch-mail-subject-more = Nye sakspapirer til møtet i { $board } { $meeting }
dispatch-mail-more = Det har kommet flere sakspapirer til møtet i { $board } { $meeting }. Siden viser hva som er nytt for deg.
dispatch-mail-meeting = Møte
dispatch-mail-when = Når
dispatch-mail-where = Hvor
dispatch-mail-action = Les sakspapirene
dispatch-mail-foot = Du får denne e-posten fordi du leser sakspapirene i { $board }. Papirene ligger ikke i e-posten: du logger inn for å lese dem.
said-papers-sent = Papirene er sendt ut. Medlemmene kan lese dem nå.
dispatch-statement-document = Åpne som PDF
dispatch-pack-how = Møtepakken lages når du sender ut: én PDF for hver gruppe lesere som kan lese det samme, med sidetall som står fast. E-posten går når pakkene er klare, senest etter ti minutter.
dispatch-pack-notes = Disse kan ikke vises i pakken. Der står det en side som sier hvorfor, og hvor de kan åpnes:
