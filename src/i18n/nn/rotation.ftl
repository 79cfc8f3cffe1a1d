# Rullering: når periodane sluttar, og framlegg til ny samansetjing, frå utkast til det er gjennomført.

rotation = Rullering
rotation-ends = Når periodane sluttar
rotation-ends-description = Ei stolpe for kvart halvår der nokon går ut, etter siste dag. Tabellen under viser det same.
rotation-no-ends = Ingen periodar har ein siste dag som kjem. Set siste dag på periodane under Periodar og medlemmer.
rotation-permanent = { $n ->
    [0] Ingen medlemmer sit utan siste dag.
    [one] I tillegg sit éin medlem utan siste dag.
   *[other] I tillegg sit { $n } medlemmer utan siste dag.
}
rotation-half = Halvår
rotation-first-half = 1. halvår { $year }
rotation-second-half = 2. halvår { $year }
rotation-how-many = Tal på periodar
rotation-who = Kven, plass og siste dag
rotation-terms = { $n ->
    [one] 1 periode
   *[other] { $n } periodar
}
rotation-crowded = { $share ->
    [all] I { $year } går perioden ut for alle dei { $of } plassane som rullerer. Mykje røynsle forsvinn samstundes.
   *[some] I { $year } går perioden ut for { $leave } av dei { $of } plassane som rullerer. Det er meir enn halvparten, og mykje røynsle forsvinn samstundes.
} Gje nokre av dei ein periode som sluttar eit anna år.

rotation-proposals = Framlegg til ny samansetjing
rotation-no-proposals = Det er ingen framlegg enno. Lag det første under.
rotation-new = Nytt framlegg
rotation-new-how = Framlegget begynner med dei plassane som ingen har frå dagen du vel. Du kan ta med fleire og ta ut nokre etterpå.
rotation-begin = Lag framlegget
rotation-usual-title = Ny samansetjing frå { $date }
rotation-called = Namn på framlegget
rotation-from = Gjeld frå
rotation-from-help = Ingenting i framlegget gjeld før denne dagen.
rotation-note = Notat
rotation-note-help = Kvifor framlegget er som det er. Det følgjer med når framlegget blir ei sak.
rotation-edit = Endre namn, dag og notat
rotation-seats = Plassar
rotation-state = Status
rotation-state-draft = Utkast
rotation-state-treated = Meldt som sak
rotation-state-decided = Bestemt
rotation-state-carried-out = Gjennomført
rotation-state-dropped = Lagt bort

rotation-lines = Plassane som blir endra
rotation-no-lines = Framlegget har ingen plassar enno. Ta med den første.
rotation-leaves = Går ut, og siste dag
rotation-comes = Kjem inn
rotation-open = Ledig
rotation-seat = Plass { $number } ({ $kind })
rotation-seat-heading = Plass { $number }: { $kind }
rotation-find = Finn ei verksemd
rotation-unfit = Plassen er for verksemder av ein annan type etter regelen: { $rule }.
rotation-stuck = Noko står i vegen for framlegget. Rett det før det som er bestemt, blir skrive inn, og før framlegget blir gjennomført.
rotation-left-out = { $n ->
    [one] Éin plass er ikkje rekna med, fordi noko står i vegen for han.
   *[other] { $n } plassar er ikkje rekna med, fordi noko står i vegen for dei.
}
rotation-becomes-none = Framlegget endrar ikkje resultatet for nokon regel.
rotation-line = Endre ein plass
rotation-line-new = Ta med ein plass
rotation-line-form = Plassen
rotation-line-remove = Ta plassen ut av framlegget
rotation-line-remove-how = Plassen blir ståande som han er i dag. Ingen får e-post.
rotation-leaves-last-day = Siste dagen for den som har plassen
rotation-leaves-help = La feltet stå tomt om perioden sluttar av seg sjølv, eller om ingen har plassen.
rotation-organisation = Verksemda som får plassen
rotation-organisation-help = La feltet stå tomt om plassen skal vere ledig.
rotation-name-by-help = Verksemda blir spurd når framlegget blir gjennomført, og mint på fristen. Utan frist blir ho ikkje spurd.

rotation-suggestions = Kven kan få plassen?
rotation-suggestions-how = Verksemdene som rettar opp flest reglar, står først, og så dei som aldri har sete eller ikkje har sete på lenge. Er plassen for éin type verksemder, viser lista berre dei så lenge nokre av dei er ledige. Det er de som vel.
rotation-no-suggestions = Alle registrerte verksemder er med i rådet allereie. Registrer fleire under Verksemder.
rotation-reasons = Kvifor
rotation-choice = Val
rotation-choose = Vel { $organisation }
rotation-mends = Oppfyller regelen: { $rule }
rotation-breaks = Bryt regelen: { $rule }
rotation-never-seated = Har aldri sete i rådet
rotation-years-since = { $n ->
    [0] Sat i rådet for mindre enn eitt år sidan
    [one] Sat sist i rådet for eitt år sidan
   *[other] Sat sist i rådet for { $n } år sidan
}
rotation-service-owner = Tenesteeigar
rotation-pays = Nummer { $place } mellom dei som betalte i { $year }

rotation-comparison = Reglane utan og med framlegget, { $date }
rotation-without = Utan framlegget
rotation-with = Med framlegget
rotation-becomes = { $met ->
    [0] Ingen fleire reglar blir oppfylte
    [one] Éin regel til blir oppfylt
   *[other] { $met } reglar til blir oppfylte
}{ $broken ->
    [0] , ingen fleire blir brotne
    [one] , éin til blir broten
   *[other] , { $broken } til blir brotne
}{ $unknown ->
    [0] , og ingen fleire blir ukjende.
    [one] , og éin til blir ukjend.
   *[other] , og { $unknown } til blir ukjende.
}

rotation-next = Vidare
rotation-next-stuck = Noko står i vegen for ein plass. Rett han først.
rotation-next-vacant = Ein plass har inga verksemd enno. Finn ei, eller la plassen vere ledig og gå vidare.
rotation-fill-seat = Finn ei verksemd: { $seat }
rotation-mend-seat = Rett: { $seat }
rotation-next-draft = Meld framlegget som sak, så rådet kan drøfte det før det blir bestemt.
rotation-next-treated = Framlegget er ei sak. Skriv inn kva som er bestemt, når det er gjort.
rotation-next-decided = Framlegget er bestemt, og plassane står fast. Sjå alt som skjer, før du gjennomfører det.
rotation-next-carried-out = Framlegget er gjennomført. Periodane står under Periodar og medlemmer.
rotation-treat = Meld framlegget som sak
rotation-treat-how = Du melder ei sak til rådet. Teksten i saka seier kva plassar som blir endra, og kva reglar som får eit anna resultat. Sjå over han på sida til saka etterpå.
rotation-case = Sak
rotation-case-text = Framlegg til ny samansetjing av rådet frå { $date }. Rådet blir bede om å seie kva det meiner, før den som oppnemner, bestemmer.
rotation-case-line = Plass { $number }: { $leaves ->
    [none] {""}
   *[other] { $leaves } går ut.{" "}
}{ $comes ->
    [none] Plassen er ledig.
   *[other] { $comes } kjem inn { $date }.
}
rotation-case-met = Med framlegget blir denne regelen oppfylt: { $rule }.{ $organisations ->
    [none] {""}
   *[other] {" "}Han blir oppfylt av { $organisations }.
}
rotation-case-broken = Med framlegget blir denne regelen broten: { $rule }.{ $organisations ->
    [none] {""}
   *[other] {" "}Det gjeld { $organisations }.
}
rotation-case-unknown = Med framlegget er det ukjent om denne regelen blir oppfylt: { $rule }.{ $organisations ->
    [none] {""}
   *[other] {" "}Det manglar opplysningar om { $organisations }.
}
rotation-is-a-case = Framlegget er meldt som sak allereie.
rotation-decide = Skriv inn kva som er bestemt
rotation-decide-how = Frå då av kan plassane i framlegget ikkje endrast utan at det blir opna igjen.
rotation-decision = Vedtak
rotation-decision-help = Kven som bestemte, og kvar det står. Teksten følgjer med periodane.
rotation-decided-on = Dato for vedtaket
rotation-decided-later = Dagen har ikkje kome enno. Skriv dagen det vart bestemt.
rotation-reference = Sak { $number } fekk utfallet: { $outcome }
rotation-drop = Legg framlegget bort
rotation-drop-how = Framlegget blir ståande i lista, og kan opnast igjen. Ingen periodar blir endra.
rotation-reopen = Opne framlegget igjen
rotation-reopen-how = Plassane kan endrast igjen. Vedtaket må då skrivast inn på nytt.

rotation-carry-out = Gjennomfør framlegget
rotation-carry-out-now = Gjennomfør alt dette no
rotation-happens = Det som skjer
rotation-will-leave = { $seat }: { $organisation } går ut. Siste dagen er { $date }.
rotation-will-come = { $seat }: { $organisation } blir oppnemnd ({ $period }).
rotation-stays-open = { $seat }: Plassen blir ståande ledig.
rotation-mails = E-postane som blir sende
rotation-no-mails = Ingen får e-post.
rotation-mail-line = Blir send { $when } til { $to }: { $subject }
rotation-at-once = med ein gong
rotation-to-mailbox = postmottaket hos { $organisation }
rotation-to-named = den som { $organisation } peikar ut
rotation-rights = Innsyn
rotation-rights-how = Innsynet følgjer periodane av seg sjølv. Den som blir peikt ut, kjem inn på sidene til rådet frå første dag i perioden. Den som går ut, kjem inn til og med siste dag.

rotation-before-its-day = Framlegget gjeld først frå { $date }. Vel den dagen eller ein seinare.
rotation-leaves-before-its-day = Ingen kan gå ut før framlegget gjeld, { $date }. Vel ein seinare dag.
rotation-seat-twice = Plassen er med i framlegget allereie. Vel ein annan plass.
rotation-not-on-the-seat = Ingen periode på plassen sluttar då. Sjå kven som har plassen, og la feltet stå tomt om ingen har han.
rotation-ends-already = Perioden sluttar allereie { $date }. Vel den dagen eller ein tidlegare.
rotation-seat-held-until = Plassen er oppteken til og med { $date }. Vel ein seinare første dag, eller set siste dag for den som har plassen.
rotation-seat-held = Plassen er oppteken utan siste dag. Set siste dag for den som har plassen.
rotation-sits-already = Verksemda har ein annan plass i denne tida. Vel ei anna verksemd.
rotation-stands = Framlegget kan ikkje endrast slik det står no. Opne det igjen først.
rotation-too-many-lines = Framlegget har så mange plassar som det kan ha.
rotation-not-decided = Framlegget kan ikkje gjennomførast enno. Det må ha plassar, og det må vere skrive inn kva som er bestemt.
rotation-carried-out-already = Framlegget er gjennomført allereie.
rotation-line-refused = Ingenting er gjennomført. Plass { $number } stoppar: { $why }
rotation-decide-refused = Ingenting er lagra. Plass { $number } stoppar: { $why }

said-rotation-begun = Framlegget er laga.
said-rotation-saved = Framlegget er lagra.
said-rotation-line-saved = Plassen er lagra.
said-rotation-line-removed = Plassen er teken ut av framlegget.
said-rotation-chosen = Verksemda er vald.
said-rotation-treated = Framlegget er meldt som sak.
said-rotation-decided = Vedtaket er lagra.
said-rotation-dropped = Framlegget er lagt bort.
said-rotation-reopened = Framlegget er opna igjen.
said-rotation-carried-out = Framlegget er gjennomført.
said-rotation-carried-out-asked = Framlegget er gjennomført, og verksemdene blir spurde.

# E-post.

rotation-thanks-subject = Takk for arbeidet i { $board } til og med { $date }
rotation-thanks-ask = Perioden til { $organisation } i { $board } sluttar { $date }. Takk for innsatsen. Du kjem inn på sidene til rådet til og med den dagen. Lagre det du treng, før det.
rotation-thanks-day = Siste dag
rotation-thanks-action = Skriv til sekretariatet
rotation-welcome-subject = Velkomen til { $board } frå { $date }
rotation-welcome-ask = Du representerer { $organisation } i { $board } frå { $date }. Frå den dagen kjem du inn på sidene til rådet. Logg inn og sjå når møta er, og kva som står på sakslista.
rotation-welcome-day = Første dag
rotation-welcome-action = Sjå sida til rådet
