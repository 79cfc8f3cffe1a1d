# Ukentlig e-post i stedet for enkeltvise påminnelser.

digest-subject = Følg opp { $count ->
    [one] én påminnelse fra { $from }: den gjelder { $first }
   *[other] { $count } påminnelser fra { $from }: den første gjelder { $first }
}
digest-subject-late = Følg opp { $count ->
    [one] én påminnelse fra { $from }: den er over fristen
   *[other] { $count } påminnelser fra { $from }: { $late ->
        [one] én er over fristen
       *[other] { $late } er over fristen
    }
}
digest-boards = { $count } råd
digest-intro = Her er påminnelsene dine fram til { $next }, samlet i én e-post. Kommer det til en frist før det, får du en egen påminnelse om den.
digest-late = Over fristen
digest-to-come = Å følge opp
digest-meetings = Møter de neste fire ukene
digest-meeting = {$kind} {$when}
digest-open-desk = Åpne skrivebordet
digest-open-me = Åpne «Min side»
digest-foot = Du får påminnelsene samlet fordi du har valgt det. Det kan du endre på «Min side». Svar på e-posten går til { $mailbox }.
digest-foot-secretariat = Du får påminnelsene samlet fordi sekretariatet har valgt det. Det kan dere endre under «Påminnelser» på siden til rådet. Svar på e-posten går til { $mailbox }.

## Siden til rådet

boards-weekly = Én e-post i uken
boards-weekly-says = Sekretariatet kan få påminnelsene samlet i én e-post i uken i stedet for én for én. E-posten viser hva som er over fristen, hva som skal gjøres, og møtene de neste ukene. Kommer det til en frist etter at den er sendt, går påminnelsen om den for seg. Medlemmer og andre velger selv på «Min side» og får e-posten på samme dag og tid.
boards-weekly-to-secretariat = Send sekretariatet én e-post i uken i stedet for enkeltvise påminnelser
boards-weekly-weekday = Dag
boards-weekly-at = Klokkeslett
said-board-weekly-saved = Valget om ukentlig e-post er lagret.

## Min side

me-reminders = Påminnelser
me-reminders-how = Slik vil jeg ha påminnelsene
me-reminders-help = Påminnelser om frister som blir satt etter at ukens e-post er sendt, kommer for seg. Det gjør også innkallinger og andre meldinger fra sekretariatet.
me-reminders-singly = Én for én
me-reminders-weekly = I én e-post i uken
me-reminders-secretary-weekly = Som sekretariat for { $board } får du én e-post i uken, { $weekday } { $time }. Det gjelder hele sekretariatet.
me-reminders-secretary-singly = Som sekretariat for { $board } får du påminnelsene én for én. Det gjelder hele sekretariatet.
me-reminders-change = Endre for sekretariatet
me-reminders-next = Neste ukentlige e-post kommer { $when }.
said-reminders-saved = Valget er lagret.

## E-postjournalen

ledger-kind-digest = Ukentlig e-post
ledger-word-told-together = I ukens e-post
ledger-occasion-told-together = Alle som skulle minnes på dette, hadde alt lest om det i den ukentlige e-posten.
ledger-not-told-together = { $name } får påminnelsene samlet, og fikk vite om dette i den ukentlige e-posten.
ledger-nothing-to-tell = Det var ingenting å fortelle den uken, så ingen e-post ble sendt.
ledger-word-nothing-to-tell = Ingenting å si
ledger-object-person = Til
