# Hva eieren av rådet besluttet om det rådet kom fram til.

decision = Beslutning
decisions = Beslutninger
decisions-see = Registrer hva som ble besluttet
decisions-how = Rådet gir råd, og eieren av rådet beslutter. Skriv her hva som ble besluttet i hver sak.
decisions-not-approved = Du kan skrive beslutninger når referatet er godkjent.
decisions-no-items = Ingen saker i referatet har et utfall.
decision-what = Hva { $who } besluttet
decision-none = Ikke besluttet ennå
decision-stance = Hvordan beslutningen forholder seg til det rådet kom fram til
decision-stance-followed = Fulgt
decision-stance-in_part = Fulgt delvis
decision-stance-not_followed = Ikke fulgt
decision-stance-otherwise = Besluttet noe annet
decision-decider = Hvem som besluttet
decision-day = Dagen det ble besluttet
decision-content = Hva som ble besluttet
decision-content-help = Må fylles ut hvis ikke alt rådet kom fram til, ble fulgt. Skriv kort hva som ble besluttet, og hvorfor.
decision-link = Lenke til beslutningen
decision-link-help = Hele adressen, med https:// foran.
decision-read-more = Les mer om beslutningen
decision-write = Skriv beslutningen
decision-change = Endre beslutningen
decision-shown = Alle som kan lese saken i referatet, ser dette.
decision-shown-later = Rådet ser dette med en gang. Når referatet er publisert, ser alle som kan lese saken i referatet, det også.
decision-shown-second = Rådet ser dette med en gang. Andre som kan lese saken i referatet, ser det når en annen i sekretariatet har valgt «Vis for alle».
decision-waits = Venter på «Vis for alle»
decision-waits-how = { $who } har skrevet det som står her. Foreløpig er det bare rådet som ser det.
decision-waits-for-another = En annen i sekretariatet må vise beslutningen for alle.
decision-release = Vis for alle
decision-take-back = Trekk tilbake beslutningen
decision-take-back-how = Da ser ingen andre enn sekretariatet hva som sto her. Du kan skrive en ny beslutning etterpå.
decision-taken-back = Trukket tilbake
decision-history = Tidligere versjoner
decision-history-how = Bare sekretariatet ser disse.
decision-version = Versjon { $number }: { $who }, { $at }
decision-overtaken = Noen andre endret beslutningen mens du hadde siden åpen. Se over det som er lagret nå, før du prøver igjen.
decision-in-future = Dagen kan ikke være i framtiden.
decision-before-meeting = Dagen kan ikke være før møtet { $day }.
decision-needs-text = Skriv hva som ble besluttet.
decision-not-a-link = Skriv en hel adresse som begynner med https:// eller http://.
decision-any = Alle saker
decision-owner-decided = Besluttet
decision-owner-not_decided = Ikke besluttet ennå
decision-actions = { $count ->
    [one] 1 oppfølgingspunkt: { $each }
   *[other] { $count } oppfølgingspunkter: { $each }
}
decision-action-done = { $count } gjort
decision-action-open = { $count ->
    [one] 1 åpent
   *[other] { $count } åpne
}
decision-action-late = { $count } over fristen
decision-action-dropped = { $count ->
    [one] 1 frafalt
   *[other] { $count } frafalte
}
said-decision-written = Beslutningen er lagret.
said-decision-released = Beslutningen vises nå for alle som kan lese saken i referatet.
said-decision-taken-back = Beslutningen er trukket tilbake.
