# Utsending av sakspapir, og rommet der dei blir lesne.

papers-of = Sakspapir: { $meeting }
papers-no-cases = Ingen saker på saklista enno.
papers-days-left = { $days ->
    [one] 1 dag att.
   *[other] { $days } dagar att.
}
papers-new = { $count ->
    [one] 1 dokument er nytt for deg
   *[other] { $count } dokument er nye for deg
}
papers-minutes = { $minutes } minutt
papers-none-sent = Sakspapira er ikkje sende ut enno.
papers-not-out = Ikkje sendt ut
papers-to-case = Gå til saka
papers-next = Neste: { $paper }
papers-before = Førre: { $paper }
papers-neighbours = Andre papir til møtet
papers-all = Alle papira til møtet

dispatch = Send ut sakspapir
dispatch-of = Send ut sakspapir: { $meeting }
dispatch-holds = Sakspapira skal ut seinast { $date }, { $days } dagar før møtet. Sender du dei ut i dag, får medlemmene dei { $left } dagar før.
dispatch-broken = Sakspapira skulle ha vore ute { $date }, { $days } dagar før møtet. Sender du dei ut no, blir dei merkte som ettersende { $left } dagar før.
dispatch-supplement = Fristen for å sende ut var { $date }. Det du sender ut no, blir merkt som ettersendt { $left } dagar før møtet.
dispatch-no-promise = Mandatet set ingen frist for å sende ut papir til dette møtet.
dispatch-mail-off = E-post frå rådet er ikkje slått på. Papira kan lesast når du sender dei ut, men ingen får e-post om det.
dispatch-missing = Desse sakene manglar ferdige papir:
dispatch-drafts = Desse dokumenta er utkast og blir ikkje sende:
dispatch-unfit = Desse filene er skadde eller låste med passord. Det er ikkje sikkert at lesarane får opna dei:
dispatch-papers = Papir som skal ut
dispatch-papers-help = Medlemmene kan lese papira med det same du sender dei ut. E-posten går etterpå.
dispatch-paper = { $paper } (versjon { $number }, { $content })
dispatch-paragraph = Eigne ord i e-posten
dispatch-paragraph-help = Står etter innleiinga. Alle får orda slik du skriv dei, også dei som får e-posten på eit anna språk. Ikkje skriv noko som berre medlemmene kan vite: andre kan kome til å lese e-posten.
dispatch-nothing-ready = Det er ingen nye papir å sende ut.
dispatch-all-sent = Papira vart sende ut { $at } av { $who }. Det er ingen nye å sende.
dispatch-send = Send ut
dispatch-to = Lesarar
dispatch-nobody = Rådet har ingen medlemmer som kan lese papira i dag.
dispatch-called-without = Kalla inn, men får ikkje sakspapir: { $names }
dispatch-readers = { $count ->
    [one] 1 person får e-posten
   *[other] { $count } personar får e-posten
}
dispatch-no-address = Manglar e-postadresse
dispatch-mail-text = E-posten
dispatch-before = Sendt ut før
dispatch-first = { $count ->
    [one] 1 dokument
   *[other] { $count } dokument
}
dispatch-more = { $count ->
    [one] 1 dokument ettersendt
   *[other] { $count } dokument ettersende
}
dispatch-late = { $days ->
    [0] Ettersendt på møtedagen
    [one] Ettersendt 1 dag før
   *[other] Ettersendt { $days } dagar før
}
dispatch-late-several = { $count } papir ettersende, det siste { $days ->
    [0] på møtedagen
    [one] 1 dag før
   *[other] { $days } dagar før
}
dispatch-nothing = Vel minst eitt papir.
dispatch-changed = Eitt av papira er endra etter at du opna sida. Sjå over lista og send på nytt.
dispatch-cancelled = Møtet er avlyst, så papira kan ikkje sendast ut.
dispatch-held = Møtet er halde, så det er for seint å sende ut papir.
dispatch-statement = Når papira kunne lesast
dispatch-statement-of = Når papira kunne lesast: { $meeting }
dispatch-statement-made = Oversikta er laga { $at }.
dispatch-not-yet = Ingen papir er sende ut.
dispatch-kept = { $all ->
    [one] Papiret var tilgjengeleg minst { $days } dagar før møtet (seinast { $date }).
   *[other] Alle dei { $all } papira var tilgjengelege minst { $days } dagar før møtet (seinast { $date }).
}
dispatch-kept-some = { $kept ->
    [0] { $all ->
        [one] Papiret var ikkje tilgjengeleg i nyaste versjon minst { $days } dagar før møtet (seinast { $date }).
       *[other] Ingen av dei { $all } papira var tilgjengelege i nyaste versjon minst { $days } dagar før møtet (seinast { $date }).
    }
    [one] 1 av { $all } papir var tilgjengeleg i nyaste versjon minst { $days } dagar før møtet (seinast { $date }).
   *[other] { $kept } av { $all } papir var tilgjengelege i nyaste versjon minst { $days } dagar før møtet (seinast { $date }).
}
dispatch-none-on-agenda = Papira som er sende ut, høyrer til saker som ikkje står på saklista lenger.
dispatch-exceptions = Dette vart sendt ut for seint:
dispatch-exception-of = { $days ->
    [0] { $paper }: sendt ut på møtedagen.
    [one] { $paper }: sendt ut 1 dag før møtet.
   *[other] { $paper }: sendt ut { $days } dagar før møtet.
}
dispatch-moved = Møtet vart flytta frå { $from } til { $to } den { $on }, etter at papira var sende ut.
dispatch-moved-then = { $days ->
    [one] Då papira vart sende ut, var det 1 dag til møtet, slik det var fastsett då.
   *[other] Då papira vart sende ut, var det { $days } dagar til møtet, slik det var fastsett då.
}
dispatch-without = Desse sakene står på saklista utan at det er sendt ut noko papir:
dispatch-statement-closed = Desse sakene er stengde for deg. Oversikta seier ingenting om papira i dei:
dispatch-out = { $days ->
    [0] Sendt ut { $at }, på møtedagen
    [one] Sendt ut { $at }, 1 dag før møtet
   *[other] Sendt ut { $at }, { $days } dagar før møtet
}
dispatch-out-to = Desse kunne lese papira frå då av:
dispatch-out-but = { $count ->
    [one] { $reader }, men ikkje saka som var stengd for vedkomande: { $cases }
   *[other] { $reader }, men ikkje sakene som var stengde for vedkomande: { $cases }
}
dispatch-out-nothing = { $count ->
    [one] { $reader } kunne ikkje lese noko av dette, fordi saka var stengd for vedkomande: { $cases }.
   *[other] { $reader } kunne ikkje lese noko av dette, fordi alle sakene var stengde for vedkomande: { $cases }.
}
dispatch-closed-until = { $case } (opna att { $at })
dispatch-made = Laga
dispatch-agenda = { $count ->
    [one] Saklista har 1 punkt
   *[other] Saklista har { $count } punkt
}
dispatch-left-out = { $count ->
    [one] får ikkje denne utsendinga, fordi { $cases } er stengd for vedkomande
   *[other] får ikkje denne utsendinga, fordi alt er stengt for vedkomande: { $cases }
}
dispatch-closed-to = { $count ->
    [one] får ikkje lese { $cases }, som er stengd for vedkomande
   *[other] får ikkje lese desse, som er stengde for vedkomande: { $cases }
}
dispatch-exception = For seint
dispatch-reader = Lesar
dispatch-mail-subject = Sakspapir til møtet i { $board } { $meeting }
dispatch-mail = Sakspapira til møtet i { $board } { $meeting } er klare. Du kan lese dei no.
dispatch-mail-subject-more = Nye sakspapir til møtet i { $board } { $meeting }
dispatch-mail-more = Det har kome fleire sakspapir til møtet i { $board } { $meeting }. Sida viser kva som er nytt for deg.
dispatch-mail-meeting = Møte
dispatch-mail-when = Når
dispatch-mail-where = Kvar
dispatch-mail-action = Les sakspapira
dispatch-mail-foot = Du får denne e-posten fordi du les sakspapira i { $board }. Papira ligg ikkje i e-posten: du loggar inn for å lese dei.
said-papers-sent = Papira er sende ut. Medlemmene kan lese dei no.
dispatch-statement-document = Opne som PDF
dispatch-pack-how = Når du sender ut, blir møtepakken laga: éin PDF for kvar gruppe lesarar som kan lese det same, med sidetal som ikkje endrar seg. E-posten går når pakkane er klare, seinast etter ti minutt.
dispatch-pack-notes = Desse kan ikkje visast i pakken. I staden står det ei side som seier kvifor, og kvar du kan opne dei:
