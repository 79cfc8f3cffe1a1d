# Varsler om møter, og meldinger med egne ord.

notices = Varsler
notices-sent = Sendt om møtet
notices-none = Ingenting er sendt om møtet ennå.
notice-when = Når
notice-what = Hva
notice-by = Av
notice-told = Møtet slik det ble meldt
notice-went-nowhere = ingen
notice-being-written = e-postene skrives nå
notice-went-partly =
    { $letters ->
        [one] én person, { $out } overlevert
       *[other] { $letters } personer, { $out } overlevert
    }
notice-went-to =
    { $letters ->
        [one] én person
       *[other] { $letters } personer
    }
notice-back = Til møtet

notice-new-save-the-date = Send «sett av dagen»
notice-new-call = Send innkalling
notice-new-change = Send endringsvarsel
notice-new-cancellation = Send avlysning
notice-new-message = Skriv til deltakerne

notice-how = Velg mottakere, skriv gjerne noen egne ord, og se over alt som går ut. Ingenting sendes før du trykker på knappen nederst.
notice-to = Mottakere
notice-own-subject = Emne, { $language }
notice-own-words = Egne ord, { $language }
notice-preview = Vis hva som går ut
notice-goes = Dette går ut
notice-nothing-sent = Ingenting er sendt ennå. Hver mottaker får sin egen e-post på språket sitt. Personlige lenker er skjult her.
notice-nobody-chosen = Kryss av for minst én mottaker for å se e-posten.
notice-no-address = Disse har ingen e-postadresse og får ingenting. Legg inn adressen på personen, eller si fra på en annen måte:
notice-look-again = Noe er endret etter at du sist så over det som går ut. Se over på nytt, og send så.
notice-is-deputy = vara i møtet
notice-was-told = har fått beskjed før
notice-had-it = fikk dette { $when }
notice-some-meetings = { $count } av { $of } møter

notice-refused-mail-off = E-post er ikke slått på for rådet, så ingenting kan sendes. Slå på e-post på siden til rådet. Sender dere på papir, kan du merke fristen som gjort på møtesiden.
notice-refused-over = Møtet har begynt eller er holdt. Skriv heller en melding med egne ord.
notice-refused-cancelled = Møtet er avlyst. Send avlysning til dem som har fått beskjed om møtet.
notice-refused-not-cancelled = Møtet er ikke avlyst. Avlys det først på møtesiden.
notice-refused-not-told = Ingen har fått beskjed om møtet, så det er ingenting å rette. Send innkalling i stedet.
notice-refused-no-meetings = Året har ingen møter å melde om. Planlegg møtene først.
notice-refused-nobody = Ingen er valgt. Kryss av for minst én som har e-postadresse.

notice-owed-change = Møtet er endret etter at deltakerne sist fikk beskjed. Ingen får vite det før du sender et varsel.
notice-owed-cancellation = Møtet er avlyst, men deltakerne har ikke fått beskjed. Ingen får vite det før du sender avlysningen.

notice-late = Skulle allerede ha gått
notice-late-how = Møtet ble planlagt så sent at disse påminnelsene aldri ble sendt. Kryss av for dem som skal gå nå. De andre sendes ikke.
notice-late-which = Send nå
notice-late-send = Send de valgte nå
notice-late-none = Kryss av for minst én påminnelse.

said-notice-sent = Sendt. Hver e-post står i e-postjournalen.

# E-post. Emnet sier handling, sak og dato.

notice-mail-subject-save-the-date = Sett av dagen: møte i { $board } { $meeting }
notice-mail-subject-year = Sett av dagene: møter i { $board } i { $year }
notice-mail-subject-call = Innkalling til møte i { $board } { $meeting }
notice-mail-subject-call-reply = Svar på innkallingen til møtet i { $board } { $meeting }: frist { $due }
notice-mail-subject-change = Endret: møtet i { $board } { $meeting }
notice-mail-subject-moved = Flyttet: møtet i { $board } { $before } holdes { $meeting }
notice-mail-subject-cancellation = Avlyst: møtet i { $board } { $meeting }
notice-mail-save-the-date = Sett av tiden i kalenderen. Innkallingen kommer senere, og du trenger ikke svare nå.
notice-mail-call = Du er innkalt til møte. Si fra om du kommer ved å bruke lenken under. Svarer du på selve e-posten, blir svaret ikke registrert.
notice-mail-call-know = Innkallingen til møtet er sendt.
notice-mail-change = Møtet er endret siden du sist fikk beskjed. Slik er det nå:
notice-mail-answer-anew = Dagen er ny. Svar på nytt, også om du har svart før.
notice-mail-cancellation = Møtet er avlyst. Du trenger ikke gjøre noe, men ta det ut av kalenderen hvis det fortsatt står der.
notice-mail-reply-by = Svarfrist
notice-mail-was = { $now } (før: { $before })
notice-mail-nothing = ingen
notice-mail-answer = Svar om du kommer
notice-mail-open-board = Åpne siden til rådet
notice-mail-foot-told = Du får denne e-posten fordi du tidligere har fått beskjed om møtet i { $board }. Svar på e-posten går til { $mailbox }.
notice-mail-foot-deputy = Du får denne e-posten fordi du er meldt som vara i { $board }. Svar på e-posten går til { $mailbox }.
