# Kva eigaren av rådet avgjorde om det rådet kom fram til.

decision = Avgjerd
decisions = Avgjerder
decisions-see = Skriv inn kva som vart avgjort
decisions-how = Rådet gir råd, og eigaren av rådet avgjer. Her skriv du kva som vart avgjort i kvar sak.
decisions-not-approved = Når referatet er godkjent, kan du skrive avgjerder her.
decisions-no-items = Ingen av sakene i referatet har noko utfall.
decision-what = Kva { $who } avgjorde
decision-none = Ikkje avgjort enno
decision-stance = Korleis avgjerda er samanlikna med det rådet kom fram til
decision-stance-followed = Følgd
decision-stance-in_part = Delvis følgd
decision-stance-not_followed = Ikkje følgd
decision-stance-otherwise = Avgjorde noko anna
decision-decider = Kven som avgjorde
decision-day = Dagen det vart avgjort
decision-content = Kva som vart avgjort
decision-content-help = Må fyllast ut når ikkje alt det rådet kom fram til, vart følgt. Skriv kort kva som vart avgjort, og kvifor.
decision-link = Lenkje til avgjerda
decision-link-help = Heile adressa, med https:// først.
decision-read-more = Les meir om avgjerda
decision-write = Skriv avgjerda
decision-change = Endre avgjerda
decision-shown = Dette ser alle som kan lese saka i referatet.
decision-shown-later = Rådet ser dette med det same. Når referatet er publisert, ser òg alle andre som kan lese saka i referatet, det.
decision-shown-second = Rådet ser dette med det same. Andre som kan lese saka i referatet, ser det når ein annan i sekretariatet har valt «Vis for alle».
decision-waits = Ventar på «Vis for alle»
decision-waits-how = { $who } har skrive det som står her. Førebels er det berre rådet som ser det.
decision-waits-for-another = Ein annan i sekretariatet må vise avgjerda for alle.
decision-release = Vis for alle
decision-take-back = Trekk tilbake avgjerda
decision-take-back-how = Då er det berre sekretariatet som ser kva som stod her. Du kan skrive ei ny avgjerd etterpå.
decision-taken-back = Trekt tilbake
decision-history = Tidlegare utgåver
decision-history-how = Desse er det berre sekretariatet som ser.
decision-version = Utgåve { $number }: { $who }, { $at }
decision-overtaken = Nokon andre endra avgjerda medan du hadde sida open. Sjå over det som er lagra no, før du prøver igjen.
decision-in-future = Dagen kan ikkje vere i framtida.
decision-before-meeting = Dagen kan ikkje vere før møtet { $day }.
decision-needs-text = Skriv kva som vart avgjort.
decision-not-a-link = Skriv ei heil adresse som byrjar med https:// eller http://.
decision-any = Alle saker
decision-owner-decided = Avgjort
decision-owner-not_decided = Ikkje avgjort enno
decision-actions = { $count ->
    [one] 1 oppfølgingspunkt: { $each }
   *[other] { $count } oppfølgingspunkt: { $each }
}
decision-action-done = { $count } gjort
decision-action-open = { $count ->
    [one] 1 ope
   *[other] { $count } opne
}
decision-action-late = { $count } over fristen
decision-action-dropped = { $count ->
    [one] 1 fråfalle
   *[other] { $count } fråfalne
}
said-decision-written = Avgjerda er lagra.
said-decision-released = No ser alle som kan lese saka i referatet, avgjerda.
said-decision-taken-back = Avgjerda er trekt tilbake.
