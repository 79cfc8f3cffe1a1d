# Produktråd under et råd: hva som ligger til grunn for dem, saker de gir råd om, rapporter, og hvordan de oppløses.

council = Produktråd
councils = Produktråd
councils-of = Produktråd under { $board }
councils-what = Rådet kan opprette produktråd, faste eller for en periode. Produktrådene har mandat godkjent av rådet, gir råd i saker de får, og rapporterer til rådet.
councils-none = Rådet har ingen produktråd.
councils-none-yet = Rådet har ingen produktråd ennå. Når rådet har bestemt det, oppretter du produktrådet her.
councils-see = Se produktrådene
councils-counts = { $open ->
    [0] Produktrådene har ingen åpne saker fra rådet.
    [one] Produktrådene har én åpen sak fra rådet.
   *[other] Produktrådene har { $open } åpne saker fra rådet.
}{ $overdue ->
    [0] {""}
    [one] { " " }Én er over fristen.
   *[other] { " " }{ $overdue } er over fristen.
}
council-state = Status
council-not-written = Vedtaket er ikke registrert
council-begins = Begynner { $date }
council-permanent = Fast
council-until = Til { $date }
council-ran-out = Perioden gikk ut { $date }
council-ends-from = Oppløses { $date }
council-dissolved = Oppløst { $date }
council-mandate = Mandat
council-mandate-until = til { $date }
council-mandate-ran-out = Mandatet gikk ut { $date }
council-mandate-missing = Mangler godkjent mandat
council-next-meeting = Neste møte
council-open = Åpne saker
council-overdue = { $count } over fristen
council-late-reports = Rapporter over fristen
councils-asked = Saker hos produktrådene
councils-asked-none = Rådet har ikke bedt produktrådene om råd. Åpne en sak og velg «Be et produktråd om råd».
councils-reports = Rapporter som ikke er levert
councils-reports-none = Produktrådene skylder ingen rapporter nå.

council-new = Opprett produktråd
council-new-what = Produktrådet møtes og får påminnelser som rådet selv til dere endrer det. Sekretariatet for rådet er sekretariat for produktrådet også. E-post er slått av til dere slår den på.
council-make = Opprett produktrådet
council-name = Navn
council-mailbox = E-postadressen til produktrådet
council-mailbox-help = Svar på e-post fra produktrådet kommer hit.
council-basis = Vedtak og periode
council-decision = Vedtak
council-decision-help = Hvem bestemte det, når, og hvor vedtaket finnes.
council-case = Saken det ble bestemt i
council-case-help = En sak som rådet har på et møte eller har behandlet.
council-period = Periode
council-from = Fra og med
council-last-day = Siste dag
council-last-day-help = La feltet stå tomt hvis produktrådet er fast.
council-ends-before-it-begins = Siste dag må være samme dag som første dag eller etter. Rett datoen.
council-open-page = Gå til produktrådet
council-open-mandates = Se mandatet
council-basis-first = Registrer vedtaket og perioden først.
council-is-dissolved = Produktrådet er oppløst. Da endres ikke dette mer.
said-council-made = Produktrådet er opprettet. Legg inn mandatet og hvem som sitter der.

council-rhythm = Hvor ofte det rapporterer
council-rhythm-what = Systemet lager den neste rapporten når den forrige er levert eller fristen er gått ut. Tøm feltene hvis det ikke skal lages flere.
council-rhythm-says = { $months ->
    [one] Produktrådet leverer «{ $title }» hver måned, regnet fra { $date }.
   *[other] Produktrådet leverer «{ $title }» hver { $months }. måned, regnet fra { $date }.
}
council-report-months = Antall måneder mellom rapportene
council-report-months-help = Fra 1 til 60.
council-report-from = Første frist

council-end = Oppløs produktrådet
council-end-what = Når du oppløser produktrådet, slutter alle som sitter der, og det sendes ikke mer e-post. Møter, saker og referater kan fortsatt leses av sekretariatet for rådet. Du kan ikke angre.
council-end-meetings = Disse møtene er planlagt. Avlys dem som er på eller etter dagen:
council-dissolve = Oppløs produktrådet
council-dissolved-from = Oppløst fra
council-dissolved-from-help = Den første dagen produktrådet ikke finnes mer.
council-dissolved-decision = Vedtak om å oppløse det
council-dissolved-in-past = Dagen har vært. Velg i dag eller en dag som kommer.
council-has-meetings = { $count ->
    [one] Produktrådet har ett møte på eller etter denne dagen, { $date }. Avlys det først.
   *[other] Produktrådet har { $count } møter på eller etter denne dagen, det siste { $date }. Avlys dem først.
}
council-has-questions = { $count ->
    [one] Produktrådet har én ubesvart sak fra rådet med frist på eller etter denne dagen. Be produktrådet svare før, eller trekk saken tilbake.
   *[other] Produktrådet har { $count } ubesvarte saker fra rådet med frist på eller etter denne dagen. Be produktrådet svare før, eller trekk sakene tilbake.
}
council-has-terms = Noen skal begynne i produktrådet på eller etter denne dagen. Fjern de periodene først.
said-council-dissolved = Produktrådet oppløses fra dagen du valgte.

council-below = { $count ->
    [0] Produktrådet rapporterer til { $board }. Det har ingen åpne saker derfra.
    [one] Produktrådet rapporterer til { $board }. Det har én åpen sak derfra.
   *[other] Produktrådet rapporterer til { $board }. Det har { $count } åpne saker derfra.
}
council-see = Se produktrådet
council-differs = Mandatene sier ikke det samme. Da gjelder mandatet til rådet over.
council-differs-audience = Produktrådet viser sakspapirene først for { $council }, mens rådet over viser sine for { $board }. Vis dem ikke til flere enn rådet gjør.
council-differs-without = Produktrådets mandat gjelder { $date }, men da har rådet over ikke noe mandat.
council-differs-after = Produktrådet er opprettet til { $date }, men mandatet gjelder lenger. Det gjelder ikke etter den dagen.
council-differs-tag = Sier noe annet enn mandatet til rådet over

# Saker mellom rådet og produktrådene.

delegation-title = Råd fra produktråd
delegation-title-council = Spørsmål fra rådet over
delegation-case = Rådets sak
delegation-board-case = Saken i rådet
delegation-council-case = Saken i produktrådet
delegation-question = Spørsmål
delegation-question-help = Skriv hva produktrådet skal svare på. Medlemmene der leser det.
delegation-due = Svarfrist
delegation-due-help = Den siste dagen produktrådet kan svare. Den kan ikke være etter møtet saken skal tilbake til.
delegation-returns = Møtet saken skal tilbake til
delegation-state = Status
delegation-state-asked = Venter på svar
delegation-state-answered = Besvart
delegation-state-withdrawn = Trukket tilbake
delegation-sent-up = Sendt opp
delegation-overdue = Over fristen
delegation-trace-asked = { $who } ba produktrådet om råd, { $at }
delegation-trace-sent-up = { $who } sendte saken til rådet over med det produktrådet mener, { $at }
delegation-trace-answered = { $who } sendte svaret fra produktrådet, { $at }
delegation-trace-withdrew = { $who } trakk spørsmålet tilbake, { $at }
delegation-ask = Be et produktråd om råd
delegation-ask-how = Produktrådet får en egen sak om «{ $case }», og svaret vises på saken her.
delegation-told = Sekretariatet der får beskjed på e-post.
delegation-not-told = E-posten er slått av der: { $councils }. Gi sekretariatet beskjed selv.
delegation-unruled = Disse har ikke noe godkjent mandat som gjelder nå: { $councils }. Få mandatet godkjent i rådet før produktrådet gir råd.
delegation-council-unruled = { $council } – mangler godkjent mandat
delegation-send = Send til produktrådet
delegation-no-council = Rådet har ingen produktråd å spørre.
delegation-exempt = Saken er unntatt offentlighet. Produktrådet får bare den offentlige tittelen og spørsmålet du skriver, og saken der blir unntatt på samme grunnlag.
delegation-may-know = Jeg har vurdert at medlemmene i produktrådet kan få vite dette
delegation-exempt-unticked = Kryss av når du har vurdert det. Ellers sendes ikke saken.
delegation-held = Saken er unntatt offentlighet, og bare sekretariatet kan lese den. Les gjennom tittelen og beskrivelsen før dere godtar saken eller viser den til medlemmene.
delegation-case-is-dealt-with = Saken er behandlet eller avsluttet. Ta den opp på nytt først.
delegation-council-is-dissolved = Produktrådet er oppløst, eller skal oppløses. Velg et annet.
delegation-asked-already = Produktrådet har fått saken og har ikke svart ennå. Vent på svaret, eller trekk spørsmålet tilbake først.
delegation-due-in-past = Fristen har vært. Velg i dag eller en dag som kommer.
delegation-due-after-meeting = Fristen er etter møtet { $date }. Velg en dag før møtet.
delegation-withdraw = Trekk spørsmålet tilbake
delegation-withdraw-how = Produktrådet trenger ikke svare, og påminnelsene stopper. Saken i produktrådet står.
said-delegation-asked = Produktrådet har fått saken.
said-delegation-withdrawn = Spørsmålet er trukket tilbake.
advice = Råd
advice-of = Råd fra { $council }
advice-help = Skriv det produktrådet er kommet til. Medlemmene i rådet over leser det sammen med sakspapirene. Du kan bruke Markdown.
advice-give = Svar rådet
advice-give-how = { $board } har bedt om råd:
advice-accept-first = Godta saken før dere svarer rådet.
advice-send-up = Send saken til rådet
advice-send-up-how = Saken blir foreslått for { $board }, sammen med det du skriver her. Sekretariatet der avgjør om den skal behandles.
advice-send = Send svaret
advice-no-board = Det er ikke noe råd over dette, så saken kan ikke sendes opp.
advice-case-not-taken-up = Produktrådet har ikke tatt opp saken. Godta den først.
advice-sent-already = Saken er sendt mellom rådene før. Svaret sendes bare én gang.
advice-settled = Det er ikke mer å svare på her. Svaret er sendt, eller rådet har trukket spørsmålet tilbake.
advice-overtaken = Noen har svart eller trukket spørsmålet tilbake imens. Det du skrev, står her.
said-advice-sent = Svaret er sendt til rådet over.
said-case-sent-up = Saken er sendt til rådet over.

# E-post.

council-mail-due-subject = Svar på saken fra { $board } innen { $date }: { $council }
council-mail-due = { $board } har bedt { $council } om råd i en sak. Send svaret innen { $date }.
council-mail-late-subject = Svaret fra { $council } skulle vært sendt { $date }
council-mail-late = { $council } har ikke svart på saken fra { $board }. Fristen var { $date }. Send svaret, eller avtal en ny dag med sekretariatet som venter på det.
council-mail-given-subject = { $council } har svart på saken fra { $board }
council-mail-given = { $council } har svart på det { $board } ba om råd om. Les svaret på saken, og ta det med når dere sender sakspapirene.
council-mail-ends-subject = Avklar om { $council } skal fortsette etter { $date }
council-mail-ends = Perioden til { $council } går ut { $date }. Legg saken fram for { $board }, og registrer før den dagen om produktrådet skal fortsette eller oppløses.
council-mail-ends-action = Se produktrådet
council-mail-open = Åpne saken
council-mail-council = Produktråd
council-mail-board = Rådet over
council-mail-foot = Du får denne e-posten fordi du er sekretariat for { $council } eller { $board }. Svar på e-posten hvis du har spørsmål.
