# Varsel om møte, og meldingar med eigne ord.

notices = Varsel
notices-sent = Sendt om møtet
notices-none = Ingenting er sendt om møtet enno.
notice-when = Når
notice-what = Kva
notice-by = Av
notice-told = Møtet slik det vart meldt
notice-went-nowhere = ingen
notice-being-written = e-postane blir skrivne no
notice-went-partly =
    { $letters ->
        [one] éin person, { $out } overlevert
       *[other] { $letters } personar, { $out } overlevert
    }
notice-went-to =
    { $letters ->
        [one] éin person
       *[other] { $letters } personar
    }
notice-back = Til møtet

notice-new-save-the-date = Send «set av dagen»
notice-new-call = Send innkalling
notice-new-change = Send endringsvarsel
notice-new-cancellation = Send avlysing
notice-new-message = Skriv til deltakarane

notice-how = Vel mottakarar, skriv gjerne nokre eigne ord, og sjå over alt som går ut. Ingenting blir sendt før du trykkjer på knappen nedst.
notice-to = Mottakarar
notice-own-subject = Emne, { $language }
notice-own-words = Eigne ord, { $language }
notice-preview = Vis kva som går ut
notice-goes = Dette går ut
notice-nothing-sent = Ingenting er sendt enno. Kvar mottakar får sin eigen e-post på språket sitt. Personlege lenkjer er skjulte her.
notice-nobody-chosen = Kryss av for minst éin mottakar for å sjå e-posten.
notice-no-address = Desse har inga e-postadresse og får ingenting. Legg inn adressa på personen, eller sei ifrå på ein annan måte:
notice-look-again = Noko er endra etter at du sist såg over det som går ut. Sjå over på nytt, og send så.
notice-is-deputy = vara i møtet
notice-was-told = har fått melding før
notice-had-it = fekk dette { $when }
notice-some-meetings = { $count } av { $of } møte

notice-refused-mail-off = E-post er ikkje slått på for rådet, så ingenting kan sendast. Slå på e-post på sida til rådet. Sender de på papir, kan du markere fristen som gjord på møtesida.
notice-refused-over = Møtet har byrja eller er halde. Skriv heller ei melding med eigne ord.
notice-refused-cancelled = Møtet er avlyst. Send avlysing til dei som har fått melding om møtet.
notice-refused-not-cancelled = Møtet er ikkje avlyst. Avlys det først på møtesida.
notice-refused-not-told = Ingen har fått melding om møtet, så det er ingenting å rette. Send innkalling i staden.
notice-refused-no-meetings = Året har ingen møte å melde om. Planlegg møta først.
notice-refused-nobody = Ingen er valde. Kryss av for minst éin som har e-postadresse.

notice-owed-change = Møtet er endra etter at deltakarane sist fekk melding. Ingen får vite det før du sender eit varsel.
notice-owed-cancellation = Møtet er avlyst, men deltakarane har ikkje fått melding. Ingen får vite det før du sender avlysinga.

notice-late = Skulle allereie ha gått
notice-late-how = Møtet vart planlagt så seint at desse påminningane aldri vart sende. Kryss av for dei som skal gå no. Dei andre blir ikkje sende.
notice-late-which = Send no
notice-late-send = Send dei valde no
notice-late-none = Kryss av for minst éi påminning.

said-notice-sent = Sendt. Kvar e-post står i e-postjournalen.

# E-post. Emnet seier handling, sak og dato.

notice-mail-subject-save-the-date = Set av dagen: møte i { $board } { $meeting }
notice-mail-subject-year = Set av dagane: møte i { $board } i { $year }
notice-mail-subject-call = Innkalling til møte i { $board } { $meeting }
notice-mail-subject-call-reply = Svar på innkallinga til møtet i { $board } { $meeting }: frist { $due }
notice-mail-subject-change = Endra: møtet i { $board } { $meeting }
notice-mail-subject-moved = Flytta: møtet i { $board } { $before } blir halde { $meeting }
notice-mail-subject-cancellation = Avlyst: møtet i { $board } { $meeting }
notice-mail-save-the-date = Set av tida i kalenderen. Innkallinga kjem seinare, og du treng ikkje svare no.
notice-mail-call = Du er kalla inn til møte. Sei ifrå om du kjem ved å bruke lenkja under. Svarer du på sjølve e-posten, blir svaret ikkje registrert.
notice-mail-call-know = Innkallinga til møtet er send.
notice-mail-change = Møtet er endra sidan du sist fekk melding. Slik er det no:
notice-mail-answer-anew = Dagen er ny. Svar på nytt, òg om du har svart før.
notice-mail-cancellation = Møtet er avlyst. Du treng ikkje gjere noko, men ta det ut av kalenderen om det framleis står der.
notice-mail-reply-by = Svarfrist
notice-mail-was = { $now } (før: { $before })
notice-mail-nothing = ingen
notice-mail-answer = Svar om du kjem
notice-mail-open-board = Opne sida til rådet
notice-mail-foot-told = Du får denne e-posten fordi du tidlegare har fått melding om møtet i { $board }. Svar på e-posten går til { $mailbox }.
notice-mail-foot-deputy = Du får denne e-posten fordi du er meld som vara i { $board }. Svar på e-posten går til { $mailbox }.
