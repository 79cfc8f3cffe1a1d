# Rullering: når periodene slutter, og forslag til ny sammensetning, fra utkast til det er gjennomført.

rotation = Rullering
rotation-ends = Når periodene slutter
rotation-ends-description = En stolpe for hvert halvår der noen går ut, etter siste dag. Tabellen under viser det samme.
rotation-no-ends = Ingen perioder har en siste dag som kommer. Sett siste dag på periodene under Perioder og medlemmer.
rotation-permanent = { $n ->
    [0] Ingen medlemmer sitter uten siste dag.
    [one] I tillegg sitter ett medlem uten siste dag.
   *[other] I tillegg sitter { $n } medlemmer uten siste dag.
}
rotation-half = Halvår
rotation-first-half = 1. halvår { $year }
rotation-second-half = 2. halvår { $year }
rotation-how-many = Antall
rotation-who = Hvem, plass og siste dag
rotation-terms = { $n ->
    [one] 1 periode
   *[other] { $n } perioder
}
rotation-crowded = { $share ->
    [all] I { $year } går perioden ut for alle de { $of } plassene som rullerer. Mye erfaring går ut samtidig.
   *[some] I { $year } går perioden ut for { $leave } av de { $of } plassene som rullerer. Det er mer enn halvparten, og mye erfaring går ut samtidig.
} Gi noen av dem en periode som slutter et annet år.

rotation-proposals = Forslag til ny sammensetning
rotation-no-proposals = Det er ingen forslag ennå. Lag det første under.
rotation-new = Nytt forslag
rotation-new-how = Forslaget begynner med de plassene som ingen har fra dagen du velger. Du kan ta med flere og ta ut noen etterpå.
rotation-begin = Lag forslaget
rotation-usual-title = Ny sammensetning fra { $date }
rotation-called = Navn på forslaget
rotation-from = Gjelder fra
rotation-from-help = Ingenting i forslaget gjelder før denne dagen.
rotation-note = Notat
rotation-note-help = Hvorfor forslaget er som det er. Det følger med når forslaget blir en sak.
rotation-edit = Endre navn, dag og notat
rotation-seats = Plasser
rotation-state = Status
rotation-state-draft = Utkast
rotation-state-treated = Meldt som sak
rotation-state-decided = Bestemt
rotation-state-carried-out = Gjennomført
rotation-state-dropped = Lagt bort

rotation-lines = Plassene som endres
rotation-no-lines = Forslaget har ingen plasser ennå. Ta med den første.
rotation-leaves = Går ut, og siste dag
rotation-comes = Kommer inn
rotation-open = Ledig
rotation-seat = Plass { $number } ({ $kind })
rotation-seat-heading = Plass { $number }: { $kind }
rotation-find = Finn en virksomhet
rotation-unfit = Plassen er for virksomheter av en annen type etter regelen: { $rule }.
rotation-stuck = Noe står i veien for forslaget. Rett det før det som er bestemt, blir skrevet inn, og før forslaget blir gjennomført.
rotation-left-out = { $n ->
    [one] Én plass er ikke regnet med, fordi noe står i veien for den.
   *[other] { $n } plasser er ikke regnet med, fordi noe står i veien for dem.
}
rotation-becomes-none = Forslaget endrer ikke resultatet for noen regel.
rotation-line = Endre en plass
rotation-line-new = Ta med en plass
rotation-line-form = Plassen
rotation-line-remove = Ta plassen ut av forslaget
rotation-line-remove-how = Plassen blir stående som den er i dag. Ingen får e-post.
rotation-leaves-last-day = Siste dag for den som har plassen
rotation-leaves-help = La feltet stå tomt hvis perioden slutter av seg selv, eller hvis ingen har plassen.
rotation-organisation = Virksomheten som får plassen
rotation-organisation-help = La feltet stå tomt hvis plassen skal være ledig.
rotation-name-by-help = Virksomheten blir spurt når forslaget gjennomføres, og minnet om fristen. Uten frist blir den ikke spurt.

rotation-suggestions = Hvem kan få plassen?
rotation-suggestions-how = Virksomhetene som retter opp flest regler, står først, og så de som aldri har sittet eller ikke har sittet på lenge. Er plassen for én type virksomheter, viser listen bare dem så lenge noen av dem er ledige. Det er dere som velger.
rotation-no-suggestions = Alle registrerte virksomheter er med i rådet allerede. Registrer flere under Virksomheter.
rotation-reasons = Hvorfor
rotation-choice = Valg
rotation-choose = Velg { $organisation }
rotation-mends = Oppfyller regelen: { $rule }
rotation-breaks = Bryter regelen: { $rule }
rotation-never-seated = Har aldri sittet i rådet
rotation-years-since = { $n ->
    [0] Satt i rådet for mindre enn ett år siden
    [one] Satt sist i rådet for ett år siden
   *[other] Satt sist i rådet for { $n } år siden
}
rotation-service-owner = Tjenesteeier
rotation-pays = Nummer { $place } blant dem som betalte i { $year }

rotation-comparison = Reglene uten og med forslaget, { $date }
rotation-without = Uten forslaget
rotation-with = Med forslaget
rotation-becomes = { $met ->
    [0] Ingen flere regler blir oppfylt
    [one] Én regel til blir oppfylt
   *[other] { $met } regler til blir oppfylt
}{ $broken ->
    [0] , ingen flere blir brutt
    [one] , én til blir brutt
   *[other] , { $broken } til blir brutt
}{ $unknown ->
    [0] , og ingen flere blir ukjente.
    [one] , og én til blir ukjent.
   *[other] , og { $unknown } til blir ukjente.
}

rotation-next = Videre
rotation-next-stuck = Noe står i veien for en plass. Rett den først.
rotation-next-vacant = En plass har ingen virksomhet ennå. Finn en, eller la plassen være ledig og gå videre.
rotation-fill-seat = Finn en virksomhet: { $seat }
rotation-mend-seat = Rett: { $seat }
rotation-next-draft = Meld forslaget som sak, så rådet kan drøfte det før det blir bestemt.
rotation-next-treated = Forslaget er en sak. Skriv inn hva som er bestemt, når det er gjort.
rotation-next-decided = Forslaget er bestemt, og plassene står fast. Se alt som skjer, før du gjennomfører det.
rotation-next-carried-out = Forslaget er gjennomført. Periodene står under Perioder og medlemmer.
rotation-treat = Meld forslaget som sak
rotation-treat-how = Du melder en sak til rådet. Teksten i saken sier hvilke plasser som endres, og hvilke regler som får et annet resultat. Se over den på sakens side etterpå.
rotation-case = Sak
rotation-case-text = Forslag til ny sammensetning av rådet fra { $date }. Rådet blir bedt om å si hva det mener, før den som oppnevner, bestemmer.
rotation-case-line = Plass { $number }: { $leaves ->
    [none] {""}
   *[other] { $leaves } går ut.{" "}
}{ $comes ->
    [none] Plassen er ledig.
   *[other] { $comes } kommer inn { $date }.
}
rotation-case-met = Med forslaget blir denne regelen oppfylt: { $rule }.{ $organisations ->
    [none] {""}
   *[other] {" "}Den blir oppfylt av { $organisations }.
}
rotation-case-broken = Med forslaget blir denne regelen brutt: { $rule }.{ $organisations ->
    [none] {""}
   *[other] {" "}Det gjelder { $organisations }.
}
rotation-case-unknown = Med forslaget er det ukjent om denne regelen blir oppfylt: { $rule }.{ $organisations ->
    [none] {""}
   *[other] {" "}Det mangler opplysninger om { $organisations }.
}
rotation-is-a-case = Forslaget er meldt som sak allerede.
rotation-decide = Skriv inn hva som er bestemt
rotation-decide-how = Fra da av kan plassene i forslaget ikke endres uten at det blir åpnet igjen.
rotation-decision = Vedtak
rotation-decision-help = Hvem som bestemte, og hvor det står. Teksten følger med periodene.
rotation-decided-on = Dato for vedtaket
rotation-decided-later = Dagen har ikke kommet ennå. Skriv dagen det ble bestemt.
rotation-reference = Sak { $number } fikk utfallet: { $outcome }
rotation-drop = Legg forslaget bort
rotation-drop-how = Forslaget blir stående i listen, og kan åpnes igjen. Ingen perioder endres.
rotation-reopen = Åpne forslaget igjen
rotation-reopen-how = Plassene kan endres igjen. Vedtaket må da skrives inn på nytt.

rotation-carry-out = Gjennomfør forslaget
rotation-carry-out-now = Gjennomfør alt dette nå
rotation-happens = Det som skjer
rotation-will-leave = { $seat }: { $organisation } går ut. Siste dag er { $date }.
rotation-will-come = { $seat }: { $organisation } oppnevnes ({ $period }).
rotation-stays-open = { $seat }: Plassen blir stående ledig.
rotation-mails = E-postene som blir sendt
rotation-no-mails = Ingen får e-post.
rotation-mail-line = Sendes { $when } til { $to }: { $subject }
rotation-at-once = med en gang
rotation-to-mailbox = postmottaket hos { $organisation }
rotation-to-named = den som { $organisation } peker ut
rotation-rights = Innsyn
rotation-rights-how = Innsynet følger periodene av seg selv. Den som blir pekt ut, kommer inn på rådets sider fra første dag i perioden. Den som går ut, kommer inn til og med siste dag.

rotation-before-its-day = Forslaget gjelder først fra { $date }. Velg den dagen eller en senere.
rotation-leaves-before-its-day = Ingen kan gå ut før forslaget gjelder, { $date }. Velg en senere dag.
rotation-seat-twice = Plassen er med i forslaget allerede. Velg en annen plass.
rotation-not-on-the-seat = Ingen periode på plassen slutter da. Se hvem som har plassen, og la feltet stå tomt hvis ingen har den.
rotation-ends-already = Perioden slutter allerede { $date }. Velg den dagen eller en tidligere.
rotation-seat-held-until = Plassen er opptatt til og med { $date }. Velg en senere første dag, eller sett siste dag for den som har plassen.
rotation-seat-held = Plassen er opptatt uten siste dag. Sett siste dag for den som har plassen.
rotation-sits-already = Virksomheten har en annen plass i denne tiden. Velg en annen virksomhet.
rotation-stands = Forslaget kan ikke endres slik det står nå. Åpne det igjen først.
rotation-too-many-lines = Forslaget har så mange plasser som det kan ha.
rotation-not-decided = Forslaget kan ikke gjennomføres ennå. Det må ha plasser, og det må være skrevet inn hva som er bestemt.
rotation-carried-out-already = Forslaget er gjennomført allerede.
rotation-line-refused = Ingenting er gjennomført. Plass { $number } stopper: { $why }
rotation-decide-refused = Ingenting er lagret. Plass { $number } stopper: { $why }

said-rotation-begun = Forslaget er laget.
said-rotation-saved = Forslaget er lagret.
said-rotation-line-saved = Plassen er lagret.
said-rotation-line-removed = Plassen er tatt ut av forslaget.
said-rotation-chosen = Virksomheten er valgt.
said-rotation-treated = Forslaget er meldt som sak.
said-rotation-decided = Vedtaket er lagret.
said-rotation-dropped = Forslaget er lagt bort.
said-rotation-reopened = Forslaget er åpnet igjen.
said-rotation-carried-out = Forslaget er gjennomført.
said-rotation-carried-out-asked = Forslaget er gjennomført, og virksomhetene blir spurt.

# E-post.

rotation-thanks-subject = Takk for innsatsen i { $board } til og med { $date }
rotation-thanks-ask = Perioden til { $organisation } i { $board } slutter { $date }. Takk for innsatsen. Du kommer inn på rådets sider til og med den dagen. Lagre det du trenger, før det.
rotation-thanks-day = Siste dag
rotation-thanks-action = Skriv til sekretariatet
rotation-welcome-subject = Velkommen til { $board } fra { $date }
rotation-welcome-ask = Du representerer { $organisation } i { $board } fra { $date }. Fra den dagen kommer du inn på rådets sider. Logg inn og se når møtene er, og hva som står på sakslista.
rotation-welcome-day = Første dag
rotation-welcome-action = Se rådets side
