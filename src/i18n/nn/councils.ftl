# Produktråd under eit råd: kva som ligg til grunn for dei, saker dei gir råd om, rapportar, og korleis dei blir oppløyste.

council = Produktråd
councils = Produktråd
councils-of = Produktråd under { $board }
councils-what = Rådet kan opprette produktråd, faste eller for ein periode. Produktråda har mandat som rådet har godkjent, gir råd i saker dei får, og rapporterer til rådet.
councils-none = Rådet har ingen produktråd.
councils-none-yet = Rådet har ingen produktråd enno. Når rådet har bestemt det, opprettar du produktrådet her.
councils-see = Sjå produktråda
councils-counts = { $open ->
    [0] Produktråda har ingen opne saker frå rådet.
    [one] Produktråda har éi open sak frå rådet.
   *[other] Produktråda har { $open } opne saker frå rådet.
}{ $overdue ->
    [0] {""}
    [one] { " " }Éi er over fristen.
   *[other] { " " }{ $overdue } er over fristen.
}
council-state = Status
council-not-written = Vedtaket er ikkje registrert
council-begins = Tek til { $date }
council-permanent = Fast
council-until = Til { $date }
council-ran-out = Perioden gjekk ut { $date }
council-ends-from = Blir oppløyst { $date }
council-dissolved = Oppløyst { $date }
council-mandate = Mandat
council-mandate-until = til { $date }
council-mandate-ran-out = Mandatet gjekk ut { $date }
council-mandate-missing = Manglar godkjent mandat
council-next-meeting = Neste møte
council-open = Opne saker
council-overdue = { $count } over fristen
council-late-reports = Rapportar over fristen
councils-asked = Saker hos produktråda
councils-asked-none = Rådet har ikkje bede produktråda om råd. Opne ei sak og vel «Be eit produktråd om råd».
councils-reports = Rapportar som ikkje er leverte
councils-reports-none = Produktråda skuldar ingen rapportar no.

council-new = Opprett produktråd
council-new-what = Produktrådet møtest og får påminningar som rådet sjølv til de endrar det. Sekretariatet for rådet er sekretariat for produktrådet òg. E-posten er slått av til de slår han på.
council-make = Opprett produktrådet
council-name = Namn
council-mailbox = E-postadressa til produktrådet
council-mailbox-help = Svar på e-post frå produktrådet kjem hit.
council-basis = Vedtak og periode
council-decision = Vedtak
council-decision-help = Kven bestemte det, når, og kvar finst vedtaket.
council-case = Saka det vart bestemt i
council-case-help = Ei sak som rådet har på eit møte eller har behandla.
council-period = Periode
council-from = Frå og med
council-last-day = Siste dag
council-last-day-help = Lat feltet stå tomt om produktrådet er fast.
council-ends-before-it-begins = Siste dag må vere same dag som første dag eller etter. Rett datoen.
council-open-page = Gå til produktrådet
council-open-mandates = Sjå mandatet
council-basis-first = Registrer vedtaket og perioden først.
council-is-dissolved = Produktrådet er oppløyst. Då blir ikkje dette endra meir.
said-council-made = Produktrådet er oppretta. Legg inn mandatet og kven som sit der.

council-rhythm = Kor ofte det rapporterer
council-rhythm-what = Systemet lagar den neste rapporten når den førre er levert eller fristen har gått ut. Tøm felta om det ikkje skal lagast fleire.
council-rhythm-says = { $months ->
    [one] Produktrådet leverer «{ $title }» kvar månad, rekna frå { $date }.
   *[other] Produktrådet leverer «{ $title }» kvar { $months }. månad, rekna frå { $date }.
}
council-report-months = Talet på månader mellom rapportane
council-report-months-help = Frå 1 til 60.
council-report-from = Første frist

council-end = Løys opp produktrådet
council-end-what = Når du løyser opp produktrådet, sluttar alle som sit der, og det blir ikkje sendt meir e-post. Sekretariatet for rådet kan framleis lese møte, saker og referat. Du kan ikkje angre.
council-end-meetings = Desse møta er planlagde. Avlys dei som er på eller etter dagen:
council-dissolve = Løys opp produktrådet
council-dissolved-from = Oppløyst frå
council-dissolved-from-help = Den første dagen produktrådet ikkje finst meir.
council-dissolved-decision = Vedtak om å løyse det opp
council-dissolved-in-past = Dagen har vore. Vel i dag eller ein dag som kjem.
council-has-meetings = { $count ->
    [one] Produktrådet har eitt møte på eller etter denne dagen, { $date }. Avlys det først.
   *[other] Produktrådet har { $count } møte på eller etter denne dagen, det siste { $date }. Avlys dei først.
}
council-has-questions = { $count ->
    [one] Produktrådet har éi sak frå rådet utan svar, med frist på eller etter denne dagen. Be produktrådet svare før, eller trekk saka tilbake.
   *[other] Produktrådet har { $count } saker frå rådet utan svar, med frist på eller etter denne dagen. Be produktrådet svare før, eller trekk sakene tilbake.
}
council-has-terms = Nokon skal ta til i produktrådet på eller etter denne dagen. Fjern dei periodane først.
said-council-dissolved = Produktrådet blir oppløyst frå dagen du valde.

council-below = { $count ->
    [0] Produktrådet rapporterer til { $board }. Det har ingen opne saker derifrå.
    [one] Produktrådet rapporterer til { $board }. Det har éi open sak derifrå.
   *[other] Produktrådet rapporterer til { $board }. Det har { $count } opne saker derifrå.
}
council-see = Sjå produktrådet
council-differs = Mandata seier ikkje det same. Då gjeld mandatet til rådet over.
council-differs-audience = Produktrådet viser sakspapira først for { $council }, medan rådet over viser sine for { $board }. Vis dei ikkje til fleire enn rådet gjer.
council-differs-without = Mandatet til produktrådet gjeld { $date }, men då har ikkje rådet over noko mandat.
council-differs-after = Produktrådet er oppretta til { $date }, men mandatet gjeld lenger. Det gjeld ikkje etter den dagen.
council-differs-tag = Seier noko anna enn mandatet til rådet over

# Saker mellom rådet og produktråda.

delegation-title = Råd frå produktråd
delegation-title-council = Spørsmål frå rådet over
delegation-case = Saka til rådet
delegation-board-case = Saka i rådet
delegation-council-case = Saka i produktrådet
delegation-question = Spørsmål
delegation-question-help = Skriv kva produktrådet skal svare på. Medlemmene der les det.
delegation-due = Svarfrist
delegation-due-help = Den siste dagen produktrådet kan svare. Han kan ikkje vere etter møtet saka skal tilbake til.
delegation-returns = Møtet saka skal tilbake til
delegation-state = Status
delegation-state-asked = Ventar på svar
delegation-state-answered = Har fått svar
delegation-state-withdrawn = Trekt tilbake
delegation-sent-up = Sendt opp
delegation-overdue = Over fristen
delegation-trace-asked = { $who } bad produktrådet om råd, { $at }
delegation-trace-sent-up = { $who } sende saka til rådet over med det produktrådet meiner, { $at }
delegation-trace-answered = { $who } sende svaret frå produktrådet, { $at }
delegation-trace-withdrew = { $who } trekte spørsmålet tilbake, { $at }
delegation-ask = Be eit produktråd om råd
delegation-ask-how = Produktrådet får ei eiga sak om «{ $case }», og svaret står på saka her.
delegation-told = Sekretariatet der får melding på e-post.
delegation-not-told = E-posten er slått av der: { $councils }. Gi sekretariatet melding sjølv.
delegation-unruled = Desse har ikkje noko godkjent mandat som gjeld no: { $councils }. Få mandatet godkjent i rådet før produktrådet gir råd.
delegation-council-unruled = { $council } – manglar godkjent mandat
delegation-send = Send til produktrådet
delegation-no-council = Rådet har ingen produktråd å spørje.
delegation-exempt = Saka er unnateken offentlegheit. Produktrådet får berre den offentlege tittelen og spørsmålet du skriv, og saka der blir unnateken på same grunnlag.
delegation-may-know = Eg har vurdert at medlemmene i produktrådet kan få vite dette
delegation-exempt-unticked = Kryss av når du har vurdert det. Elles blir ikkje saka send.
delegation-held = Saka er unnateken offentlegheit, og berre sekretariatet kan lese ho. Les gjennom tittelen og omtalen før de godtek saka eller viser ho til medlemmene.
delegation-case-is-dealt-with = Saka er behandla eller avslutta. Ta henne opp på nytt først.
delegation-council-is-dissolved = Produktrådet er oppløyst, eller skal løysast opp. Vel eit anna.
delegation-asked-already = Produktrådet har fått saka og har ikkje svart enno. Vent på svaret, eller trekk spørsmålet tilbake først.
delegation-due-in-past = Fristen har vore. Vel i dag eller ein dag som kjem.
delegation-due-after-meeting = Fristen er etter møtet { $date }. Vel ein dag før møtet.
delegation-withdraw = Trekk spørsmålet tilbake
delegation-withdraw-how = Produktrådet treng ikkje svare, og påminningane stoppar. Saka i produktrådet står.
said-delegation-asked = Produktrådet har fått saka.
said-delegation-withdrawn = Spørsmålet er trekt tilbake.
advice = Råd
advice-of = Råd frå { $council }
advice-help = Skriv det produktrådet har kome til. Medlemmene i rådet over les det saman med sakspapira. Du kan bruke Markdown.
advice-give = Svar rådet
advice-give-how = { $board } har bede om råd:
advice-accept-first = Godta saka før de svarer rådet.
advice-send-up = Send saka til rådet
advice-send-up-how = Saka blir føreslått for { $board }, saman med det du skriv her. Sekretariatet der avgjer om ho skal behandlast.
advice-send = Send svaret
advice-no-board = Det er ikkje noko råd over dette, så saka kan ikkje sendast opp.
advice-case-not-taken-up = Produktrådet har ikkje teke opp saka. Godta henne først.
advice-sent-already = Saka har vore send mellom råda før. Svaret blir sendt berre éin gong.
advice-settled = Det er ikkje meir å svare på her. Svaret er sendt, eller rådet har trekt spørsmålet tilbake.
advice-overtaken = Nokon har svart eller trekt spørsmålet tilbake i mellomtida. Det du skreiv, står her.
said-advice-sent = Svaret er sendt til rådet over.
said-case-sent-up = Saka er send til rådet over.

# E-post.

council-mail-due-subject = Svar på saka frå { $board } innan { $date }: { $council }
council-mail-due = { $board } har bede { $council } om råd i ei sak. Send svaret innan { $date }.
council-mail-late-subject = Svaret frå { $council } skulle ha vore sendt { $date }
council-mail-late = { $council } har ikkje svart på saka frå { $board }. Fristen var { $date }. Send svaret, eller avtal ein ny dag med sekretariatet som ventar på det.
council-mail-given-subject = { $council } har svart på saka frå { $board }
council-mail-given = { $council } har svart på det { $board } bad om råd om. Les svaret på saka, og ta det med når de sender sakspapira.
council-mail-ends-subject = Avklar om { $council } skal halde fram etter { $date }
council-mail-ends = Perioden til { $council } går ut { $date }. Legg saka fram for { $board }, og registrer før den dagen om produktrådet skal halde fram eller løysast opp.
council-mail-ends-action = Sjå produktrådet
council-mail-open = Opne saka
council-mail-council = Produktråd
council-mail-board = Rådet over
council-mail-foot = Du får denne e-posten fordi du er sekretariat for { $council } eller { $board }. Svar på e-posten om du har spørsmål.
