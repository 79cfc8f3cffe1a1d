# E-post kvar veke i staden for påminningar éi for éi.

digest-subject = Følg opp { $count ->
    [one] éi påminning frå { $from }: ho gjeld { $first }
   *[other] { $count } påminningar frå { $from }: den første gjeld { $first }
}
digest-subject-late = Følg opp { $count ->
    [one] éi påminning frå { $from }: fristen har gått ut
   *[other] { $count } påminningar frå { $from }: { $late ->
        [one] éin frist har gått ut
       *[other] { $late } fristar har gått ut
    }
}
digest-boards = { $count } råd
digest-intro = Her er påminningane dine fram til { $next }, samla i éin e-post. Kjem det til ein frist før det, får du ei eiga påminning om han.
digest-late = Fristen har gått ut
digest-to-come = Å følgje opp
digest-meetings = Møte dei neste fire vekene
digest-meeting = {$kind} {$when}
digest-open-desk = Opne skrivebordet
digest-open-me = Opne «Sida mi»
digest-foot = Du får påminningane samla fordi du har valt det. Det kan du endre på «Sida mi». Svar på e-posten går til { $mailbox }.
digest-foot-secretariat = Du får påminningane samla fordi sekretariatet har valt det. Det kan de endre under «Påminningar» på sida til rådet. Svar på e-posten går til { $mailbox }.

## Sida til rådet

boards-weekly = Éin e-post i veka
boards-weekly-says = Sekretariatet kan få påminningane samla i éin e-post i veka i staden for éi for éi. E-posten viser kva fristar som har gått ut, kva som skal gjerast, og møta dei neste vekene. Kjem det til ein frist etter at han er send, går påminninga om den fristen for seg. Medlemmer og andre vel sjølve på «Sida mi» og får e-posten på same dag og tid.
boards-weekly-to-secretariat = Send sekretariatet éin e-post i veka i staden for påminningar éi for éi
boards-weekly-weekday = Dag
boards-weekly-at = Klokkeslett
said-board-weekly-saved = Valet om e-post kvar veke er lagra.

## Sida mi

me-reminders = Påminningar
me-reminders-how = Slik vil eg ha påminningane
me-reminders-help = Påminningar om fristar som blir sette etter at e-posten for veka er send, kjem for seg. Det gjer òg innkallingar og andre meldingar frå sekretariatet.
me-reminders-singly = Éi for éi
me-reminders-weekly = I éin e-post i veka
me-reminders-secretary-weekly = Som sekretariat for { $board } får du éin e-post i veka, { $weekday } { $time }. Det gjeld heile sekretariatet.
me-reminders-secretary-singly = Som sekretariat for { $board } får du påminningane éi for éi. Det gjeld heile sekretariatet.
me-reminders-change = Endre for sekretariatet
me-reminders-next = Den neste e-posten for veka kjem { $when }.
said-reminders-saved = Valet er lagra.

## E-postjournalen

ledger-kind-digest = E-post kvar veke
ledger-word-told-together = I e-posten for veka
ledger-occasion-told-together = Alle som skulle minnast på dette, hadde alt lese om det i e-posten for veka.
ledger-not-told-together = { $name } får påminningane samla, og fekk vite om dette i e-posten for veka.
ledger-nothing-to-tell = Det var ingenting å fortelje den veka, så ingen e-post blei send.
ledger-word-nothing-to-tell = Ingenting å seie
ledger-object-person = Til
