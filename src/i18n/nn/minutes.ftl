# Kven som er til stades i eit møte.
attendance = Deltaking
attendance-of = Deltaking: { $meeting }
attendance-part-chair = Leiar
attendance-part-member = Medlemmer
attendance-part-observer = Observatørar
attendance-part-aide = Bisitjarar
attendance-part-guest = Gjester
attendance-part-secretariat = Sekretariat
attendance-who = Namn
attendance-presence = Korleis
attendance-stay = Når
attendance-in_person = I rommet
attendance-digitally = Digitalt
attendance-absent = Ikkje til stades
attendance-unknown = ikkje ført inn
attendance-tap = { $how }: { $name }
attendance-instead-of = pva. { $name }
attendance-answered = Svara: { $answer }
attendance-all-day = heile møtedagen
attendance-came = frå og med { $from }
attendance-left = til og med { $until }
attendance-only = berre { $at }
attendance-between = frå og med { $from } til og med { $until }
attendance-stay-change = Kom seinare eller gjekk tidlegare
attendance-stay-of = Når var { $name } til stades?
attendance-from = Var til stades frå og med
attendance-until = Var til stades til og med
attendance-from-start = Frå starten
attendance-to-end = Til slutten
attendance-stay-save = Lagre
attendance-stay-order = Saka nokon kom til, må stå før saka dei gjekk etter, og begge må stå på sakslista denne dagen.
attendance-seats = { $there } av { $all } plassar er representerte, { $digitally } av dei digitalt. { $absent } på lista er ikkje til stades, og for { $open } plassar er ingenting ført inn.
attendance-quorum = Møtet er vedtaksført: { $there } av medlemmene er representerte, og minst { $needed } må vere det.
attendance-no-quorum = Møtet er ikkje vedtaksført: { $there } av medlemmene er representerte, og minst { $needed } må vere det.
attendance-by-item = Sak for sak
attendance-there = Representerte
attendance-missing = Ikkje med på saka
attendance-n-of = { $there } av { $all }
attendance-recused = Inhabil: { $names }
attendance-away = Ikkje til stades då: { $names }
attendance-add-someone = Legg til ein som ikkje står på lista
attendance-name = Namn
attendance-organisation = Verksemd
attendance-as = Deltek som
attendance-as-member = Vara for ein medlem
attendance-as-observer = Observatør
attendance-as-aide = Bisitjar
attendance-as-guest = Gjest
attendance-as-secretariat = Sekretariat
attendance-seat = Møter på vegner av
attendance-seat-help = Vel medlemen dersom personen er vara.
attendance-seat-none = Ingen
attendance-add = Legg til
attendance-not-saved = Ikkje lagra. Sjekk nettsambandet, og trykk ein gong til.
attendance-not-yet = Du kan føre inn kven som er til stades, når møtedagen er komen.
attendance-cancelled = Møtet er avlyst.
attendance-closed = Møtet er avslutta eller referatet er godkjent, så ingen kan endre lista lenger.
attendance-no-such-day = Møtet har ikkje denne dagen lenger. Sjå over lista på nytt.

# Referatet medan det blir skrive, og utkastet slik det blir lese.
minutes = Referat
minutes-of = Referat: { $meeting }
minutes-draft = Utkast
minutes-draft-of = Utkast til referat: { $meeting }
minutes-preview = Sjå utkastet
minutes-document = Utkastet som PDF
minutes-language = Språket i referatet
minutes-opening = Innleiing
minutes-opening-help = Står øvst i referatet.
minutes-save-opening = Lagre språk og innleiing
minutes-opening-overtaken = Nokon andre lagra språk og innleiing medan du skreiv. Det du skreiv, står her framleis. Lagrar du no, kjem det i staden for det som er lagra.
minutes-content = Kva som vart sagt
minutes-outcome = Utfall
minutes-outcome-none = Ikkje valt
minutes-conclusion = Konklusjon
minutes-dissent = Avvikande syn
minutes-dissent-help = Skriv kven det gjeld, og kva dei meiner (protokolltilførsel).
minutes-more = Avvikande syn og klokkeslett
minutes-starts = Saka tok til
minutes-ends = Saka var ferdig
minutes-ends-first = Saka kan ikkje vere ferdig før ho tok til.
minutes-save-item = Lagre { $item }
minutes-saved = Lagra av { $who } { $at }.
minutes-not-saved = Ikkje lagra. Det du skreiv, står her framleis. Vi prøver på nytt når du er på nett. Trykk på lagreknappen for å prøve no.
minutes-overtaken = { $who } lagra denne saka medan du skreiv. Det du skreiv, står her framleis. Lagrar du no, kjem det i staden for det { $who } skreiv.
minutes-theirs = Det { $who } skreiv
minutes-no-items = Det står inga sak på saklista denne dagen.
minutes-gone = Ikkje lenger på saklista
minutes-gone-how = Dette vart skrive om saker som sidan er tekne av saklista. Det kjem ikkje med i utkastet.
minutes-not-yet = Du kan skrive referat når møtedagen er komen.
minutes-absent = Fråvær
minutes-unknown = { $count ->
    [one] For 1 person på lista er det ikkje ført inn om vedkomande var til stades.
   *[other] For { $count } personar på lista er det ikkje ført inn om dei var til stades.
} Før det inn under «Deltaking».
minutes-recused = { $count ->
    [one] { $names } var inhabil og tok ikkje del i behandlinga.
   *[other] { $names } var inhabile og tok ikkje del i behandlinga.
}
minutes-from = Frå { $time }
minutes-until = Til { $time }

# Frå tida før systemet.
attendance-by-deputy = ved vara
attendance-as-written = Skrive: «{ $words }»
attendance-stay-unknown = ikkje oppgitt når
attendance-unsure = Rekna med, men usikkert om til stades då: { $names }
minutes-approved-in = Godkjent i
minutes-published-on = Publisert
minutes-source = Kjelde
minutes-source-remark = Merknad

# Kva utgåve referatet er.
minutes-version = Utgåve
minutes-version-approved = { $number }, godkjend { $day }
minutes-corrected = Retta

# Kor ofte medlemmene møter ved vara.
deputies-title = Vara brukt ofte
deputies-says = { $n ->
    [0] Mandatet ({ $paragraph }) seier at medlemmene møter sjølve. Desse har hatt vara dei siste tolv månadene:
    [one] Mandatet ({ $paragraph }) seier at ein medlem kan møte ved vara høgst éin gong på tolv månader. Desse har gjort det oftare:
   *[other] Mandatet ({ $paragraph }) seier at ein medlem kan møte ved vara høgst { $n } gonger på tolv månader. Desse har gjort det oftare:
}
deputies-times = { $n ->
    [one] eitt møte ved vara
   *[other] { $n } møte ved vara
}
deputies-no-organisation = Medlem utan verksemd
deputies-who-sees = Berre sekretariatet og leiaren ser dette.
