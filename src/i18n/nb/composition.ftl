# Sammensetningen: hva mandatet krever av den, hva som er funnet, og hva som kommer.

composition-title = Sammensetning
composition-verdicts-on = Reglene { $date }
composition-verdicts = Reglene i mandatet
composition-seats-on = Plassene { $date }
composition-no-seats = Rådet har ingen plasser denne dagen.
composition-without-seat = Uten plass
composition-no-mandate = Ingen versjon av mandatet gjelder { $date }. Da er det ingen regler å sammenligne med.
composition-no-rules = Mandatet har ingen regler om sammensetningen.
composition-counted = { $broken ->
    [0] Ingen regel er brutt
    [one] Én regel er brutt
   *[other] { $broken } regler er brutt
}{ $unknown ->
    [0] .
    [one] , og for én mangler det opplysninger.
   *[other] , og for { $unknown } mangler det opplysninger.
}
composition-outcome = Resultat
composition-outcome-met = Oppfylt
composition-outcome-broken = Brutt
composition-outcome-unknown = Ukjent
composition-evidence = Grunnlag
composition-asked = Hvor strengt og hvor
composition-found-members = { $n ->
    [one] Rådet har ett medlem.
   *[other] Rådet har { $n } medlemmer.
}
composition-found-with-chair = Rådet har { $n } medlemmer når lederen regnes med.
composition-found-seats = { $n ->
    [one] Rådet har én slik plass.
   *[other] Rådet har { $n } slike plasser.
}
composition-found-held = { $n ->
    [0] Ingen slik plass er besatt.
    [one] Én slik plass er besatt:
   *[other] { $n } slike plasser er besatt:
}
composition-found-organisations = { $n ->
    [0] Ingen er slike.
   *[other] { $n }:
}
composition-found-named = Er medlem:
composition-found-payers = { $n ->
    [0] Ingen av de største betalerne i { $year } er medlem.
   *[other] Etter betalingene i { $year } er disse medlemmer:
}
composition-found-level = { $n ->
    [one] Én virksomhet er representert på dette nivået eller høyere.
   *[other] { $n } virksomheter er representert på dette nivået eller høyere.
}
composition-found-terms = { $n ->
    [0] Ingen perioder er innenfor grensen.
    [one] Én periode er innenfor grensen.
   *[other] { $n } perioder er innenfor grensen.
}
composition-found-in-a-row = { $n ->
    [0] Ingen sitter på slike plasser.
    [one] Alle er i sin første periode på rad.
   *[other] Den som har sittet lengst, er i periode nummer { $n } på rad.
}
composition-missing = Mangler:
composition-below-level = Under nivået:
composition-too-long = For lang periode:
composition-too-many-in-a-row = For mange perioder på rad:
composition-size-not-known = Størrelsen er ikke registrert. Sekretariatet registrerer den på virksomhetens side:
composition-level-not-known = Nivået er ikke registrert, eller ingen er pekt ut. Sekretariatet registrerer det på perioden:
composition-end-not-known = Perioden har ingen slutt. Sekretariatet setter siste dag:
composition-kind-not-known = Typen er ikke registrert. Sekretariatet registrerer den på virksomhetens side:
composition-lacks-payments = Ingen betalinger er registrert for et tidligere år. Sekretariatet legger dem inn.
composition-lacks-organisation = Ingen virksomhet er registrert med nummeret. Sekretariatet registrerer den.
composition-lacks-rule = Regelen mangler et antall eller et nivå. Sekretariatet retter den i mandatet.
composition-breaks-first = Fra { $date } brytes denne regelen om ingen gjør noe: { $rule }{ $strength ->
    [normally] {" "}(følges normalt)
   *[shall] {""}
}{ $more ->
    [0] .
    [one] {" "}og 1 regel til.
   *[other] {" "}og { $more } regler til.
}

composition-forecast = Prognose for sammensetningen
composition-forecast-intro = Slik blir det fra { $from } til { $last } om ingen gjør noe: på hvert planlagte møte, og de dagene noe endrer seg av seg selv.
composition-breaks = Regler som kommer til å bli brutt
composition-no-breaks = Ingen regel kommer til å bli brutt av seg selv i denne tiden.
composition-grid-title = Reglene dag for dag
composition-grid-description = En rad for hver regel og en kolonne for hver dag. Tabellen under viser det samme.
composition-grid-first = Bildet viser de { $n } første dagene. Tabellen viser resten også.
composition-key-meeting = Møte
composition-key-turning = Noe endrer seg av seg selv
composition-days = Dagene
composition-happens = Hva som skjer
composition-are-broken = Brutt
composition-are-unknown = Ukjent
composition-today = I dag
composition-turns = Perioder eller mandat endrer seg
composition-mandate-begins = Mandatet begynner å gjelde
composition-without-mandate = Ingen versjon av mandatet gjelder
composition-left-out = { $n ->
    [one] Én dag til er ikke vist.
   *[other] { $n } dager til er ikke vist.
}

# E-post.

composition-mail-subject = Se på sammensetningen av { $board }: { $rule } brytes { $date }
composition-mail-ask = Gjør dere ingenting, er ikke sammensetningen av { $board } i tråd med mandatet fra { $date }. Sekretariatet avklarer med lederen før den dagen hva som skal gjøres.
composition-mail-one = «{ $rule }»
composition-mail-more = «{ $rule }» og { $more ->
    [one] én regel til
   *[other] { $more } regler til
}
composition-mail-normally = følges normalt
composition-mail-day = Brytes fra
composition-mail-action = Se prognosen
