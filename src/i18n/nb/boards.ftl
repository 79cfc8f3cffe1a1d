# Råd: det de er, mandatet, plassene og periodene.

boards-title = Råd
boards-none = Det er ikke opprettet noen råd ennå. En administrator oppretter det første.
boards-new = Nytt råd
boards-name = Navn
boards-kind = Type
boards-parent = Overordnet råd
boards-parent-help = Et produktråd rapporterer til det overordnede rådet.
boards-parent-below = Rådet kan ikke stå under seg selv eller under et av sine egne produktråd. Velg et annet.
boards-parent-secretariat = Sekretariatet for det overordnede rådet er også sekretariat her
boards-settings = Opplysninger om rådet
boards-set-up = Oppsett av rådet
boards-calendar = Ferier og stille perioder
boards-reminders = Påminnelser
boards-reports = Rapporter
boards-terms = Perioder og medlemmer
boards-mandates = Mandat
boards-year-plan = Årsplan { $year }
boards-zone = Tidssone
boards-zone-help = Navnet i IANA-databasen, for eksempel Europe/Oslo.
boards-zone-unknown = Tidssonen finnes ikke. Skriv for eksempel Europe/Oslo.
boards-holidays = Helligdager
boards-holidays-no = Norske helligdager
boards-holidays-se = Svenske helligdager
boards-holidays-none = Bare lørdag og søndag er fri
boards-languages = Språk i dokumentene
boards-languages-needed = Velg minst ett språk.
boards-liked-weekday = Møtedag, { $place }. valg
boards-liked-weekdays = Møtedager
boards-liked-hours = Møtetid
boards-liked-start = Møtene begynner
boards-liked-end = Møtene slutter
boards-hours-backwards = Møtene må slutte etter at de begynner.
boards-mailbox = E-postadressen til rådet
boards-mailbox-help = Svar på e-post fra rådet kommer hit.
boards-chair-counts = Lederen regnes med blant medlemmene
boards-asks-needs = Spør dem som kommer, hva de trenger (mat, tilrettelegging)
boards-asks-needs-help = Bare sekretariatet ser svarene. De slettes sju dager etter møtet.
boards-colleagues-read = Medlemmene kan la kolleger lese med
boards-colleagues-read-help = Et medlem velger hvilke sakspapirer en kollega får lese fram til møtet er over. Papirer som er unntatt offentlighet eller har utsatt innsyn, er aldri med.
boards-opened-kept-days = Dager sekretariatet ser hvem som har åpnet sakspapirene
boards-opened-kept-days-help = La feltet stå tomt hvis sekretariatet ikke skal se det. Medlemmene får beskjed der de leser papirene. Det som ble åpnet før du slo det på, vises aldri.
boards-mandate-in-force = Mandatet som gjelder
boards-demands-shall = Dette skal rådet følge
boards-demands-normally = Dette følger rådet normalt
boards-no-secretariat = Mangler sekretariat
boards-no-secretariat-says = Rådet har ikke noe sekretariat. Ingen kaller inn til møter, og ingen får vite det når en e-post ikke går fram. Oppnevn noen til sekretariatet under «Perioder og medlemmer».
boards-mail-is-off = E-posten fra rådet er av, så ingen får påminnelser.
boards-mandate-version = Mandat, versjon { $label }
boards-no-mandate = Det er ikke lagt inn noe mandat som gjelder i dag.
boards-who-sits = Hvem som sitter i rådet
boards-nobody-sits = Ingen er oppnevnt ennå.
boards-councils = Produktråd under rådet
boards-closures = Ferier og stille perioder
boards-no-closures = Ingen uker er satt av.
boards-closures-intro = I skoleferier foreslår vi ingen møter. I stille perioder foreslår vi heller ingen frister.
boards-closure-add = Legg til en periode
boards-calendar-follows = Frister som lå i perioden, kan bli regnet ut på nytt.
boards-closure-kind = Hva slags periode
boards-closure-school_holiday = Skoleferie
boards-closure-quiet = Stille periode
boards-closure-label = Hva perioden heter
boards-first-day = Første dag
boards-last-day = Siste dag
boards-valid-from = Gjelder fra
boards-period = Periode
boards-from-on = fra { $date }
boards-no-end-help = La feltet stå tomt hvis det ikke er satt noen slutt.
boards-ends-before-it-begins = Siste dag kan ikke være før den første.
boards-state = Status
boards-decision = Vedtak
boards-person = Person
boards-organisation = Virksomhet
boards-role = Rolle
boards-role-secretariat = Sekretariat
boards-role-chair = Leder
boards-role-member = Medlem
boards-role-deputy = Vara
boards-role-observer = Observatør
boards-role-aide = Bisitter
boards-strength = Hvor strengt
boards-strength-shall = skal
boards-strength-normally = normalt
boards-paragraph = Punkt i mandatet
boards-paragraph-help = For eksempel 4.

boards-reminders-intro = Her bestemmer dere hvem som får påminnelse om hva. Endringer gjelder straks for det som ikke er sendt.
boards-no-reminders = Ingen får påminnelser ennå.
boards-reminder = Påminnelse
boards-reminder-add = Legg til en påminnelse
boards-reminders-follows = Det som ikke er sendt etter denne regelen, blir ikke sendt.
boards-reminder-about = Hva det gjelder
boards-reminder-to = Hvem som får den
boards-reminder-when = Når
boards-reminder-quantity = Antall dager eller måneder
boards-reminder-unit = Dager eller måneder
boards-reminder-at-most = Hvor mange ganger
boards-reminder-at-most-help = Gjelder bare det som er forsinket.
boards-reminder-days-before = { $about }: { $who } får en påminnelse { $n ->
    [one] én dag
   *[other] { $n } dager
} før.
boards-reminder-months-before = { $about }: { $who } får en påminnelse { $n ->
    [one] én måned
   *[other] { $n } måneder
} før.
boards-reminder-overdue = { $about }: { $who } får en påminnelse { $n ->
    [one] hver dag
   *[other] hver { $n }. dag
} etter fristen, høyst { $times ->
    [one] én gang
   *[other] { $times } ganger
}.
boards-reminder-twice = Denne påminnelsen finnes allerede.
boards-reminder-other-rhythm = Det som er forsinket, har allerede en annen rytme. Fjern den først, eller bruk samme antall dager og ganger.
boards-overdue-in-days = Påminnelser om det som er forsinket, telles i dager.
boards-when-before = Før fristen
boards-when-overdue = Når fristen er ute
boards-unit-days = Dager
boards-unit-months = Måneder
boards-to-secretariat = sekretariatet
boards-to-chair = lederen
boards-to-member = medlemmene
boards-to-deputy = varaene
boards-to-observer = observatørene
boards-to-aide = bisitterne
boards-to-organisation = virksomheten
boards-about-registration = Innmelding av saker
boards-about-delivery = Levering av sakspapirer
boards-about-notice = Innkalling
boards-about-reply = Svar på innkallingen
boards-about-dispatch = Utsending av sakspapirer
boards-about-meeting = Møtet
boards-about-draft = Utkast til referat
boards-about-remarks = Merknader til referatet
boards-about-publication = Publisering av referatet
boards-about-term = En periode går ut
boards-about-mandate = Mandatet går ut
boards-about-too-few-meetings = For få møter i året
boards-about-council-report = Rapport fra produktrådet
boards-about-council-advice = Produktrådet har fått en sak og skal svare
boards-about-council-ends = Perioden til produktrådet går ut
boards-about-naming = Virksomheten skal peke ut en representant
boards-about-vacancy = Virksomheten mangler representant
boards-about-composition = Rådet kommer til å bryte en regel i mandatet
boards-about-annual-plan = Saksplanen: en planlagt sak mangler noe, eller ble ikke behandlet
boards-about-relation = Dokumentet om et samarbeid skal gjennomgås

boards-reports-intro = Rapporter som dette rådet skal levere til det overordnede rådet.
boards-report-from = Fra
boards-reports-of-councils = Rapporter fra rådene under
boards-reports-nobody = Dette rådet har ikke noe overordnet råd og ingen råd under seg, så det er ingen rapporter her.
boards-no-reports = Ingen rapporter er avtalt.
boards-report-add = Legg til en rapport
boards-report-title = Rapport
boards-report-due = Frist
boards-report-open = Ikke levert
boards-report-late = Forsinket
boards-report-delivered = Levert
boards-report-deliver = Merk som levert
boards-report-deliver-follows = Påminnelsene om rapporten stopper.
boards-report-move = Endre fristen
boards-report-another-day = Ny frist for «{ $report }»
boards-report-remove-follows = Rapporten forsvinner, og påminnelsene stopper. Rapportene som kommer etter den, lages som før.

boards-in-force = gjelder nå
boards-mandate-new = Registrer en vedtatt versjon
boards-mandate-change = Endre versjonen
boards-mandate-label = Versjon
boards-mandate-label-help = For eksempel 1.4.
boards-mandate-decision-help = Hvem som godkjente mandatet, og når.
boards-mandate-copy = Begynn med reglene fra
boards-mandate-end-former = Avslutt { $label } dagen før
boards-mandate-overlaps = Versjon { $label } gjelder i den samme tiden. Sett siste dag for den først, eller velg andre datoer.
boards-mandate-label-twice = Rådet har en versjon { $label } allerede. Gi denne et annet nummer.
boards-mandate-same-day = Versjon { $label } begynner den samme dagen. Velg en annen dag.
boards-mandate-before-former = Versjonen må begynne etter versjon { $label }, som gjelder fra { $date }. Velg en senere dag.
boards-mandate-not-now = Det går ikke slik versjonen står nå. Se hvor langt den er kommet, og prøv igjen.
boards-mandate-state = Status
boards-mandate-state-draft = Utkast
boards-mandate-state-proposed = Til behandling
boards-mandate-state-approved = Godkjent
boards-mandate-fault-not-approved = Versjon { $label } av mandatet skulle gjelde fra { $date }, men det er ikke registrert at noen har godkjent den.
boards-mandate-fault-no-decision = For versjon { $label } av mandatet, som gjelder fra { $date }, er det ikke registrert hvem som godkjente den, og når.
boards-mandate-fault-expired = Mandatet er gått ut. Siste dag for versjon { $label } var { $date }, og ingen ny versjon er godkjent.
boards-mandate-flag-not-approved = Mandatet er ikke godkjent
boards-mandate-flag-no-decision = Godkjenningen er ikke registrert
boards-mandate-flag-expired = Mandatet er gått ut
boards-rules = Regler
boards-rule = Regel
boards-no-rules = Versjonen har ingen regler ennå.
boards-mandate-corrections = Versjonen er godkjent. Det du endrer her, retter noe som ble registrert feil. Det gjelder med en gang og står i loggen. Skal mandatet si noe annet enn det som er vedtatt, skriver du et utkast til ny versjon.
boards-correction-reason = Hva var registrert feil?
boards-correction-reason-help = Svaret står i loggen.
boards-rule-remove = Fjern fra mandatet
boards-rule-remove-about = Dette fjernes fra versjonen og slutter å gjelde med en gang: { $rule }.
boards-rule-add = Legg til en regel
boards-rule-change = Endre regelen
boards-rule-kind = Hva regelen gjelder
boards-rule-subject = Gjelder for
boards-rule-subject-help = Plasstype, type virksomhet, størrelse, nivå, utfall eller målgruppe. Brukes bare av regler som trenger det.
boards-rule-quantity = Antall
boards-rule-words = Ordlyd
boards-rule-kind-members_least = Minste antall medlemmer
boards-rule-kind-members_most = Største antall medlemmer
boards-rule-kind-term_months = Lengden på en periode, i måneder
boards-rule-kind-ordinary_meetings = Ordinære møter i året
boards-rule-kind-seats_least = Minste antall plasser av en type
boards-rule-kind-seats_most = Største antall plasser av en type
boards-rule-kind-quorum = Hvor mange som må møte for at rådet kan ta stilling
boards-rule-kind-standing_item = Fast sak
boards-rule-kind-outcome = Utfall av en sak
boards-rule-kind-default_audience = Hvem som ser sakspapirene først
boards-rule-kind-held_least = Minste antall besatte plasser av en type
boards-rule-kind-organisations_least = Minste antall virksomheter av en type
boards-rule-kind-organisations_most = Største antall virksomheter av en type
boards-rule-kind-named_organisation = En bestemt virksomhet er medlem
boards-rule-kind-largest_payers = De største betalerne er medlemmer
boards-rule-kind-sizes_least = Minste antall virksomheter av en størrelse
boards-rule-kind-level_least = Laveste nivå for representantene
boards-rule-kind-terms_in_a_row_most = Største antall perioder på rad
boards-rule-kind-deputies_most = Største antall møter med vara på tolv måneder
boards-rule-members_least = { $n ->
    [one] Minst ett medlem
   *[other] Minst { $n } medlemmer
}
boards-rule-members_most = { $n ->
    [one] Høyst ett medlem
   *[other] Høyst { $n } medlemmer
}
boards-rule-term_months = { $n ->
    [one] En periode varer i én måned
   *[other] En periode varer i { $n } måneder
}
boards-rule-ordinary_meetings = { $n ->
    [one] Ett ordinært møte i året
   *[other] { $n } ordinære møter i året
}
boards-rule-seats_least = { $n ->
    [one] Minst én plass: { $subject }
   *[other] Minst { $n } plasser: { $subject }
}
boards-rule-seats_most = { $n ->
    [one] Høyst én plass: { $subject }
   *[other] Høyst { $n } plasser: { $subject }
}
boards-rule-quorum = { $n ->
    [one] Minst én av plassene må være representert i møtet
   *[other] Minst { $n } av plassene må være representert i møtet
}
boards-rule-standing_item = Fast sak: { $subject }
boards-rule-outcome = Utfall: { $subject }
boards-rule-default_audience = Sakspapirene vises først for { $subject }
boards-rule-held_least = { $n ->
    [one] Minst én plass er besatt: { $subject }
   *[other] Minst { $n } plasser er besatt: { $subject }
}
boards-rule-organisations_least = { $n ->
    [one] Minst én virksomhet av typen { $subject }
   *[other] Minst { $n } virksomheter av typen { $subject }
}
boards-rule-organisations_most = { $n ->
    [one] Høyst én virksomhet av typen { $subject }
   *[other] Høyst { $n } virksomheter av typen { $subject }
}
boards-rule-named_organisation = { $subject } er medlem
boards-rule-numbered = Virksomheten med nummer { $number }
boards-rule-largest_payers = { $n ->
    [one] Tjenesteeieren som betaler mest, er medlem
   *[other] De { $n } tjenesteeierne som betaler mest, er medlemmer
}{ $subject ->
    [none] {""}
   *[other] { " " }(utenom { $subject })
}
boards-rule-sizes_least = { $n ->
    [one] Minst én virksomhet av størrelsen { $subject }
   *[other] Minst { $n } virksomheter av størrelsen { $subject }
}
boards-rule-level_least = Representantene er minst på nivået { $subject }
boards-rule-terms_in_a_row_most = { $n ->
    [one] Høyst én periode på rad for samme virksomhet
   *[other] Høyst { $n } perioder på rad for samme virksomhet
}
boards-rule-deputies_most = { $n ->
    [0] Et medlem møter alltid selv
    [one] Et medlem kan møte ved vara høyst én gang på tolv måneder
   *[other] Et medlem kan møte ved vara høyst { $n } ganger på tolv måneder
}
boards-audience = Målgruppe
boards-rule-among = Gjelder medlemmer på
boards-rule-among-help = Velg plasstyper. Velger du ingen, gjelder regelen alle medlemmene. Brukes bare av regler om virksomheter, nivå og perioder.
boards-rule-among-of = {$rule} ({$among})
boards-rule-organisation-help = Brukes bare av regelen om en bestemt virksomhet.
boards-rule-not-registered = Ingen virksomhet er registrert med dette nummeret. Registrer den under Virksomheter først.
boards-rule-twice = Mandatet har allerede en slik regel om det samme. Endre den i stedet.
boards-rule-least-over-most = Mandatet sier høyst { $n }. Skriv et lavere antall, eller endre den andre regelen først.
boards-rule-most-under-least = Mandatet sier minst { $n }. Skriv et høyere antall, eller endre den andre regelen først.
boards-rule-over-members = Reglene krever minst { $needed } medlemmer til sammen, men mandatet sier høyst { $most }. Skriv et lavere antall, eller endre en annen regel først.
boards-rule-named-apart = Mandatet navngir { $organisation } på en annen type plass også, og ingen kan sitte på to plasser. Velg plassen i én av reglene.
boards-rule-named-over-most = Mandatet navngir { $named } virksomheter av denne typen, men tillater høyst { $most }. Endre den andre regelen først.
boards-level = Nivå
boards-level-help = Nivået til den som representerer virksomheten. Mandatet kan kreve et laveste nivå.
boards-level-unknown = Ikke registrert
boards-level-change = Registrer nivået til en representant
boards-audience-secretariat = sekretariatet
boards-audience-members = medlemmene
boards-audience-service_owners = tjenesteeierne
boards-audience-public = alle
boards-deadlines = Frister rundt møtene
boards-deadline = Frist
boards-no-deadlines = Versjonen har ingen frister ennå.
boards-deadline-add = Legg til en frist
boards-deadline-change = Endre fristen
boards-deadline-twice = Denne typen møte har allerede en frist for dette.
boards-meeting-kind = Type møte
boards-stage = Hva fristen gjelder
boards-days = Antall dager
boards-days-help = Minus foran betyr før første møtedag, for eksempel −7. Uten minus er det etter siste møtedag.
boards-counting = Slik telles dagene
boards-counting-calendar = Alle dager
boards-counting-working = Bare virkedager
boards-time = Klokkeslett
boards-lead-before = { $n ->
    [one] én dag
   *[other] { $n } dager
} før møtet, { $time }
boards-lead-before-working = { $n ->
    [one] én virkedag
   *[other] { $n } virkedager
} før møtet, { $time }
boards-lead-after = { $n ->
    [one] én dag
   *[other] { $n } dager
} etter møtet, { $time }
boards-lead-after-working = { $n ->
    [one] én virkedag
   *[other] { $n } virkedager
} etter møtet, { $time }
boards-lead-same-day = på møtedagen, { $time }

boards-chart-title = Hvem som sitter til når
boards-chart-description = En rad for hver plass og hver oppnevning, fra i fjor og fire år fram i tid. Tabellen under viser det samme.
boards-chart-today = I dag
boards-chart-permanent = Fast
boards-chart-term = Periode
boards-chart-ending-soon = Går snart ut
boards-chart-past = Avsluttet
boards-vacant = Ledig
boards-not-named = Ingen er pekt ut
boards-no-organisation = Uten virksomhet
boards-no-terms = Ingen er oppnevnt i disse årene.
boards-on-a-day = Hvem satt i rådet på en bestemt dag?
boards-day = Dag
boards-show = Vis
boards-who-sat = Rådet { $date }
boards-nobody-sat = Ingen satt i rådet den dagen.
boards-appoint = Oppnevn en virksomhet
boards-appoint-decision-help = Hvem som oppnevnte, og når.
boards-seats = Plasser
boards-seat = Plass
boards-seat-help = Medlemmer oppnevnes til en plass. Andre roller har ingen plass.
boards-seat-kind = Plasstype
boards-seat-how-many = Hvor mange
boards-seat-add = Legg til plasser
boards-seat-end = Avslutt plassen
boards-seat-is-held = Noen er oppnevnt til plassen etter denne dagen. Avslutt den perioden først.
boards-seat-not-there = Plassen finnes ikke i hele perioden. Velg en annen plass eller andre datoer.
boards-seat-taken = Plassen er opptatt i denne tiden: { $until ->
    [none] fra { $from }
   *[other] { $from } til { $until }
}. Velg andre datoer, eller avslutt den perioden først.
boards-seat-for-members = Et medlem må ha en plass. Andre roller har ingen plass.
boards-term = Periode
boards-appointment = { $role }: { $organisation }
boards-represented-by = Representanter
boards-nobody-named = Ingen er pekt ut. Velg en person under, eller be virksomheten peke ut en.
boards-name-person = Velg en person som er registrert
boards-name-person-button = Registrer som representant
boards-new-person = Registrer en ny person
boards-person-name = Navn
boards-person-address = E-postadresse
boards-person-language = Språk
boards-person-title = Stilling
boards-person-from-help = Den som representerer nå, går ut dagen før.
boards-person-end = Avslutt representasjonen
boards-person-overlaps = Noen er allerede pekt ut fra denne dagen eller senere. Avslutt den representasjonen først.
boards-person-ended-already = Representasjonen er allerede avsluttet før denne dagen.
boards-outside-the-term = Dagen er utenfor perioden.
boards-address-taken = En annen person er registrert med denne adressen. Velg personen i listen over.
boards-ask-to-name = Be virksomheten peke ut en representant
boards-ask-help = Vi sender en e-post til { $mailbox } med en gang, og minner om det til noen er pekt ut.
boards-name-by = Frist for å peke ut
boards-no-mailbox = Virksomheten er ikke registrert med e-postadresse. Legg den inn under Virksomheter først.
boards-day-is-past = Dagen er passert. Velg en dag som kommer.
boards-end-term = Endre når perioden slutter
boards-asked-already = Virksomheten er allerede spurt { $asked }. { $next ->
    [none] Ingen flere påminnelser er planlagt.
   *[other] Neste påminnelse går { $next }.
}
boards-person-mistake = Personen ble registrert ved en feil
boards-person-mistake-help = Da fjernes personen, uten siste dag. Gjelder bare den som begynner i dag eller senere.
boards-person-has-sat = Personen begynte før i dag. Skriv siste dag i stedet.
said-person-taken-back = Personen er fjernet. Du kan registrere en annen fra samme dag.
said-level-changed = Nivået er lagret.
boards-seat-free = ledig nå
boards-seat-free-on = ledig fra { $day }
boards-seat-free-from = ledig fra { $day } ({ $who })
boards-seat-held = opptatt uten sluttdato ({ $who })
boards-term-length-help = Mandatet sier { $months } måneder. Begynner perioden { $first }, er siste dag { $last }.
boards-sits-already = Virksomheten er allerede medlem i denne tiden. Er det riktig at den skal ha to plasser, trykker du på knappen en gang til.

said-board-added = Rådet er opprettet. E-post er slått av til dere slår den på.
said-board-changed = Opplysningene er lagret.
said-closure-added = Perioden er lagt til.
said-closure-removed = Perioden er fjernet.
said-reminder-added = Påminnelsen er lagt til.
said-reminder-removed = Påminnelsen er fjernet.
said-report-added = Rapporten er lagt til.
said-report-delivered = Rapporten er merket som levert.
said-report-was-delivered = Rapporten var allerede merket som levert.
said-report-moved = Fristen er endret.
said-report-removed = Rapporten er fjernet.
said-report-not-as-shown = Rapporten er levert, endret eller fjernet i mellomtiden. Se på den før du prøver igjen.
said-mandate-added = Versjonen er opprettet.
said-mandate-changed = Mandatet er lagret.
said-seats-added = Plassene er lagt til.
said-seat-ended = Plassen er avsluttet.
said-appointed = Virksomheten er oppnevnt. Velg en person, eller be virksomheten peke ut en.
said-person-named = Personen er registrert som representant.
said-person-ended = Representasjonen er avsluttet.
said-asked-to-name = E-posten er på vei til virksomheten.
said-term-ended = Perioden er endret.

# E-poster. Emnet sier handling, ting og dato.

boards-mail-board = Råd
boards-mail-foot = Du får denne e-posten fordi du har en oppgave for { $board }. Svar på e-posten hvis du har spørsmål.
boards-mail-foot-organisation = Du får denne e-posten fordi { $organisation } er oppnevnt til { $board }. Svar på e-posten hvis du har spørsmål.
boards-mail-term-subject = Avklar hvem som følger etter { $organisation } i { $board }: perioden går ut { $date }
boards-mail-term-ask = Perioden for { $organisation } i { $board } går ut { $date }. Sekretariatet oppnevner den som følger etter, eller fornyer perioden, før den dagen.
boards-mail-term-what = Virksomhet
boards-mail-term-day = Siste dag
boards-mail-term-action = Se periodene
boards-mail-mandate-subject = Forny mandatet for { $board } før { $date }
boards-mail-mandate-ask = Mandatet for { $board } går ut { $date }, og ingen ny versjon er lagt inn. Sekretariatet legger inn den versjonen som skal gjelde videre.
boards-mail-mandate-what = Versjon
boards-mail-mandate-day = Siste dag
boards-mail-mandate-action = Se mandatet
boards-mail-unapproved-subject = Få godkjent mandatet for { $board } som gjelder fra { $date }
boards-mail-unapproved-ask = Versjon { $version } av mandatet for { $board } skal gjelde fra { $date }, men er ikke godkjent. Sekretariatet sender den som sak og registrerer vedtaket, eller setter en annen dag.
boards-mail-unapproved-what = Versjon
boards-mail-unapproved-day = Skal gjelde fra
boards-mail-unapproved-action = Se versjonen
boards-mail-report-subject = Lever rapporten fra { $board } innen { $date }
boards-mail-report-subject-late = Over fristen: Lever rapporten fra { $board }, fristen var { $date }
boards-mail-report-ask = { $board } skal levere denne rapporten til det overordnede rådet innen { $date }. Merk den som levert når den er sendt.
boards-mail-report-ask-late = { $board } skulle ha levert denne rapporten innen { $date }. Lever den nå, og merk den som levert.
boards-mail-report-day = Frist
boards-mail-report-action = Se rapportene
boards-mail-naming-subject = Pek ut representant til { $board } innen { $date }
boards-mail-naming-subject-late = Over fristen: Pek ut representant til { $board }, fristen var { $date }
boards-mail-naming-ask = { $organisation } er oppnevnt til { $board }. Svar på denne e-posten innen { $date } med navn, stilling og e-postadresse til den som skal representere dere.
boards-mail-naming-ask-late = { $organisation } er oppnevnt til { $board }, men har ikke pekt ut en representant innen { $date }. Svar på denne e-posten nå med navn, stilling og e-postadresse.
boards-mail-naming-what = Virksomhet
boards-mail-naming-day = Frist
boards-mail-naming-action = Svar med navnet
boards-naming-level = Nivå
boards-naming-again = { $period }, på nytt
boards-mail-vacancy-subject = Pek ut en person for { $organisation } i { $board } fra { $date }
boards-mail-vacancy-subject-late = Over fristen: Ingen representerer { $organisation } i { $board } siden { $date }
boards-mail-vacancy-ask = Fra { $date } er ingen pekt ut til å representere { $organisation } i { $board }. Åpne perioden, og be virksomheten om et navn eller sett inn en person.
boards-mail-vacancy-ask-late = Siden { $date } har ingen representert { $organisation } i { $board }, og ingen får e-posten. Åpne perioden, og be virksomheten om et navn eller sett inn en person.
boards-mail-vacancy-what = Virksomhet
boards-mail-vacancy-day = Fra
boards-mail-vacancy-action = Åpne perioden
boards-mandate-point = punkt { $number }
