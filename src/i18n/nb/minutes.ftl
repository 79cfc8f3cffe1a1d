# Hvem som er til stede i et møte.
attendance = Deltakelse
attendance-of = Deltakelse: { $meeting }
attendance-part-chair = Leder
attendance-part-member = Medlemmer
attendance-part-observer = Observatører
attendance-part-aide = Bisittere
attendance-part-guest = Gjester
attendance-part-secretariat = Sekretariat
attendance-who = Navn
attendance-presence = Hvordan
attendance-stay = Når
attendance-in_person = I rommet
attendance-digitally = Digitalt
attendance-absent = Ikke til stede
attendance-unknown = ikke ført inn
attendance-tap = { $how }: { $name }
attendance-instead-of = pva. { $name }
attendance-answered = Svarte: { $answer }
attendance-all-day = hele møtedagen
attendance-came = fra og med { $from }
attendance-left = til og med { $until }
attendance-only = bare { $at }
attendance-between = fra og med { $from } til og med { $until }
attendance-stay-change = Kom senere eller gikk tidligere
attendance-stay-of = Når var { $name } til stede?
attendance-from = Var til stede fra og med
attendance-until = Var til stede til og med
attendance-from-start = Fra starten
attendance-to-end = Til slutten
attendance-stay-save = Lagre
attendance-stay-order = Saken noen kom til, må stå før saken de gikk etter, og begge må stå på sakslista denne dagen.
attendance-seats = { $there } av { $all } plasser er representert, { $digitally } av dem digitalt. { $absent } på lista er ikke til stede, og for { $open } plasser er ingenting ført inn.
attendance-quorum = Møtet er beslutningsdyktig: { $there } av medlemmene er representert, og minst { $needed } må være det.
attendance-no-quorum = Møtet er ikke beslutningsdyktig: { $there } av medlemmene er representert, og minst { $needed } må være det.
attendance-by-item = Sak for sak
attendance-there = Representert
attendance-missing = Ikke med på saken
attendance-n-of = { $there } av { $all }
attendance-recused = Inhabil: { $names }
attendance-away = Ikke til stede da: { $names }
attendance-add-someone = Legg til en som ikke står på lista
attendance-name = Navn
attendance-organisation = Virksomhet
attendance-as = Deltar som
attendance-as-member = Vara for et medlem
attendance-as-observer = Observatør
attendance-as-aide = Bisitter
attendance-as-guest = Gjest
attendance-as-secretariat = Sekretariat
attendance-seat = Møter på vegne av
attendance-seat-help = Velg medlemmet hvis personen er vara.
attendance-seat-none = Ingen
attendance-add = Legg til
attendance-not-saved = Ikke lagret. Sjekk nettforbindelsen, og trykk en gang til.
attendance-not-yet = Du kan føre inn hvem som er til stede, når møtedagen er kommet.
attendance-cancelled = Møtet er avlyst.
attendance-closed = Møtet er avsluttet eller referatet er godkjent, så lista kan ikke endres lenger.
attendance-no-such-day = Møtet har ikke denne dagen lenger. Se over lista på nytt.

# Referatet mens det blir skrevet, og utkastet som det blir lest.
minutes = Referat
minutes-of = Referat: { $meeting }
minutes-draft = Utkast
minutes-draft-of = Utkast til referat: { $meeting }
minutes-preview = Se utkastet
minutes-document = Utkastet som PDF
minutes-language = Språket i referatet
minutes-opening = Innledning
minutes-opening-help = Står øverst i referatet.
minutes-save-opening = Lagre språk og innledning
minutes-opening-overtaken = Noen andre lagret språk og innledning mens du skrev. Det du skrev, står her fortsatt. Lagrer du nå, erstatter det det som er lagret.
minutes-content = Hva som ble sagt
minutes-outcome = Utfall
minutes-outcome-none = Ikke valgt
minutes-conclusion = Konklusjon
minutes-dissent = Avvikende syn
minutes-dissent-help = Skriv hvem det gjelder, og hva de mener (protokolltilførsel).
minutes-more = Avvikende syn og klokkeslett
minutes-starts = Saken begynte
minutes-ends = Saken var ferdig
minutes-ends-first = Saken kan ikke være ferdig før den begynte.
minutes-save-item = Lagre { $item }
minutes-saved = Lagret av { $who }, { $at }.
minutes-not-saved = Ikke lagret. Det du skrev, står her fortsatt. Vi prøver igjen når du er på nett. Trykk på lagreknappen for å prøve nå.
minutes-overtaken = { $who } lagret denne saken mens du skrev. Det du skrev, står her fortsatt. Lagrer du nå, erstatter det det { $who } skrev.
minutes-theirs = Det { $who } skrev
minutes-no-items = Det står ingen saker på sakslista denne dagen.
minutes-gone = Ikke lenger på sakslista
minutes-gone-how = Dette ble skrevet om saker som siden er tatt av sakslista. Det kommer ikke med i utkastet.
minutes-not-yet = Du kan skrive referat når møtedagen er kommet.
minutes-absent = Fravær
minutes-unknown = { $count ->
    [one] For 1 person på lista er det ikke ført inn om vedkommende var til stede.
   *[other] For { $count } personer på lista er det ikke ført inn om de var til stede.
} Før det inn under «Deltakelse».
minutes-recused = { $count ->
    [one] { $names } var inhabil og deltok ikke i behandlingen.
   *[other] { $names } var inhabile og deltok ikke i behandlingen.
}
minutes-from = Fra { $time }
minutes-until = Til { $time }

# Fra tiden før systemet.
attendance-by-deputy = ved vara
attendance-as-written = Skrevet: «{ $words }»
attendance-stay-unknown = ikke oppgitt når
attendance-unsure = Regnet med, men usikkert om til stede da: { $names }
minutes-approved-in = Godkjent i
minutes-published-on = Publisert
minutes-source = Kilde
minutes-source-remark = Merknad

# Hvilken versjon referatet er.
minutes-version = Versjon
minutes-version-approved = { $number }, godkjent { $day }
minutes-corrected = Rettet

# Hvor ofte medlemmene møter ved vara.
deputies-title = Vara brukt ofte
deputies-says = { $n ->
    [0] Mandatet ({ $paragraph }) sier at medlemmene møter selv. Disse har hatt vara de siste tolv månedene:
    [one] Mandatet ({ $paragraph }) sier at et medlem kan møte ved vara høyst én gang på tolv måneder. Disse har gjort det oftere:
   *[other] Mandatet ({ $paragraph }) sier at et medlem kan møte ved vara høyst { $n } ganger på tolv måneder. Disse har gjort det oftere:
}
deputies-times = { $n ->
    [one] ett møte ved vara
   *[other] { $n } møter ved vara
}
deputies-no-organisation = Medlem uten virksomhet
deputies-who-sees = Bare sekretariatet og lederen ser dette.
