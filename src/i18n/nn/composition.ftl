# Samansetjinga: kva mandatet krev av henne, kva som er funne, og kva som kjem.

composition-title = Samansetjing
composition-verdicts-on = Reglane { $date }
composition-verdicts = Reglane i mandatet
composition-seats-on = Plassane { $date }
composition-no-seats = Rådet har ingen plassar denne dagen.
composition-without-seat = Utan plass
composition-no-mandate = Ingen versjon av mandatet gjeld { $date }. Då er det ingen reglar å samanlikne med.
composition-no-rules = Mandatet har ingen reglar om samansetjinga.
composition-counted = { $broken ->
    [0] Ingen regel er broten
    [one] Éin regel er broten
   *[other] { $broken } reglar er brotne
}{ $unknown ->
    [0] .
    [one] , og for éin manglar det opplysningar.
   *[other] , og for { $unknown } manglar det opplysningar.
}
composition-outcome = Resultat
composition-outcome-met = Oppfylt
composition-outcome-broken = Broten
composition-outcome-unknown = Ukjent
composition-evidence = Grunnlag
composition-asked = Kor strengt og kvar
composition-found-members = { $n ->
    [one] Rådet har éin medlem.
   *[other] Rådet har { $n } medlemmer.
}
composition-found-with-chair = Rådet har { $n } medlemmer når leiaren er rekna med.
composition-found-seats = { $n ->
    [one] Rådet har éin slik plass.
   *[other] Rådet har { $n } slike plassar.
}
composition-found-held = { $n ->
    [0] Ingen har ein slik plass.
    [one] Éin slik plass er i bruk:
   *[other] { $n } slike plassar er i bruk:
}
composition-found-organisations = { $n ->
    [0] Ingen er slik.
   *[other] { $n }:
}
composition-found-named = Er medlem:
composition-found-payers = { $n ->
    [0] Ingen av dei største betalarane i { $year } er medlem.
   *[other] Etter betalingane i { $year } er desse medlemmer:
}
composition-found-level = { $n ->
    [one] Éi verksemd er representert på dette nivået eller høgare.
   *[other] { $n } verksemder er representerte på dette nivået eller høgare.
}
composition-found-terms = { $n ->
    [0] Ingen periodar er innanfor grensa.
    [one] Éin periode er innanfor grensa.
   *[other] { $n } periodar er innanfor grensa.
}
composition-found-in-a-row = { $n ->
    [0] Ingen sit på slike plassar.
    [one] Alle er i den første perioden sin på rad.
   *[other] Den som har sete lengst, er i periode nummer { $n } på rad.
}
composition-missing = Manglar:
composition-below-level = Under nivået:
composition-too-long = For lang periode:
composition-too-many-in-a-row = For mange periodar på rad:
composition-size-not-known = Storleiken er ikkje registrert. Sekretariatet registrerer han på sida til verksemda:
composition-level-not-known = Nivået er ikkje registrert, eller ingen er peikt ut. Sekretariatet registrerer det på perioden:
composition-end-not-known = Perioden har ingen slutt. Sekretariatet set siste dag:
composition-kind-not-known = Typen er ikkje registrert. Sekretariatet registrerer han på sida til verksemda:
composition-lacks-payments = Ingen betalingar er registrerte for tidlegare år. Sekretariatet legg dei inn.
composition-lacks-organisation = Inga verksemd er registrert med nummeret. Sekretariatet registrerer henne.
composition-lacks-rule = Regelen manglar eit tal eller eit nivå. Sekretariatet rettar han i mandatet.
composition-breaks-first = Frå { $date } blir denne regelen broten om ingen gjer noko: { $rule }{ $strength ->
    [normally] {" "}(blir normalt følgd)
   *[shall] {""}
}{ $more ->
    [0] .
    [one] {" "}og 1 regel til.
   *[other] {" "}og { $more } reglar til.
}

composition-forecast = Prognose for samansetjinga
composition-forecast-intro = Slik blir det frå { $from } til { $last } om ingen gjer noko: på kvart planlagde møte, og dei dagane noko endrar seg av seg sjølv.
composition-breaks = Reglar som kjem til å bli brotne
composition-no-breaks = Ingen regel kjem til å bli broten av seg sjølv i denne tida.
composition-grid-title = Reglane dag for dag
composition-grid-description = Ei rad for kvar regel og ei kolonne for kvar dag. Tabellen under viser det same.
composition-grid-first = Biletet viser dei { $n } første dagane. Tabellen viser resten òg.
composition-key-meeting = Møte
composition-key-turning = Noko endrar seg av seg sjølv
composition-days = Dagane
composition-happens = Kva som skjer
composition-are-broken = Brotne
composition-are-unknown = Ukjende
composition-today = I dag
composition-turns = Periodar eller mandat endrar seg
composition-mandate-begins = Mandatet tek til å gjelde
composition-without-mandate = Ingen versjon av mandatet gjeld
composition-left-out = { $n ->
    [one] Éin dag til er ikkje vist.
   *[other] { $n } dagar til er ikkje viste.
}

# E-post.

composition-mail-subject = Sjå på samansetjinga av { $board }: { $rule } blir broten { $date }
composition-mail-ask = Gjer de ingenting, er ikkje samansetjinga av { $board } slik mandatet krev frå { $date }. Sekretariatet avklarar med leiaren før den dagen kva som skal gjerast.
composition-mail-one = «{ $rule }»
composition-mail-more = «{ $rule }» og { $more ->
    [one] éin regel til
   *[other] { $more } reglar til
}
composition-mail-normally = blir normalt følgd
composition-mail-day = Broten frå
composition-mail-action = Sjå prognosen
