# Råd: kva dei er, mandatet, plassane og periodane.

boards-title = Råd
boards-none = Det er ikkje oppretta nokon råd enno. Ein administrator opprettar det første.
boards-new = Nytt råd
boards-name = Namn
boards-kind = Type
boards-parent = Overordna råd
boards-parent-help = Eit produktråd rapporterer til det overordna rådet.
boards-parent-below = Rådet kan ikkje stå under seg sjølv eller under eit av sine eigne produktråd. Vel eit anna.
boards-parent-secretariat = Sekretariatet for det overordna rådet er òg sekretariat her
boards-settings = Opplysningar om rådet
boards-set-up = Oppsettet av rådet
boards-calendar = Feriar og stille periodar
boards-reminders = Påminningar
boards-reports = Rapportar
boards-terms = Periodar og medlemmer
boards-mandates = Mandat
boards-year-plan = Årsplan { $year }
boards-zone = Tidssone
boards-zone-help = Namnet i IANA-databasen, til dømes Europe/Oslo.
boards-zone-unknown = Tidssona finst ikkje. Skriv til dømes Europe/Oslo.
boards-holidays = Heilagdagar
boards-holidays-no = Norske heilagdagar
boards-holidays-se = Svenske heilagdagar
boards-holidays-none = Berre laurdag og søndag er fri
boards-languages = Språk i dokumenta
boards-languages-needed = Vel minst eitt språk.
boards-liked-weekday = Møtedag, { $place }. val
boards-liked-weekdays = Møtedagar
boards-liked-hours = Møtetid
boards-liked-start = Møta tek til
boards-liked-end = Møta sluttar
boards-hours-backwards = Møta må slutte etter at dei tek til.
boards-mailbox = E-postadressa til rådet
boards-mailbox-help = Svar på e-post frå rådet kjem hit.
boards-chair-counts = Leiaren blir rekna med blant medlemmene
boards-asks-needs = Spør dei som kjem, kva dei treng (mat, tilrettelegging)
boards-asks-needs-help = Berre sekretariatet ser svara. Dei blir sletta sju dagar etter møtet.
boards-colleagues-read = Medlemmene kan la kollegaer lese med
boards-colleagues-read-help = Kvar medlem vel kva sakspapir ein kollega får lese fram til møtet er over. Papir som er unnatekne offentlegheit eller har utsett innsyn, er aldri med.
boards-opened-kept-days = Dagar sekretariatet ser kven som har opna sakspapira
boards-opened-kept-days-help = La feltet stå tomt om sekretariatet ikkje skal sjå det. Medlemmene får melding der dei les papira. Det nokon opna før du slo det på, blir aldri vist.
boards-mandate-in-force = Mandatet som gjeld
boards-demands-shall = Dette skal rådet følgje
boards-demands-normally = Dette følgjer rådet normalt
boards-no-secretariat = Manglar sekretariat
boards-no-secretariat-says = Rådet har ikkje noko sekretariat. Ingen kallar inn til møte, og ingen får vite det når ein e-post ikkje kjem fram. Oppnemn nokon til sekretariatet under «Periodar og medlemmer».
boards-mail-is-off = E-posten frå rådet er av, så ingen får påminningar.
boards-mandate-version = Mandat, versjon { $label }
boards-no-mandate = Det er ikkje lagt inn noko mandat som gjeld i dag.
boards-who-sits = Kven som sit i rådet
boards-nobody-sits = Ingen er oppnemnde enno.
boards-councils = Produktråd under rådet
boards-closures = Feriar og stille periodar
boards-no-closures = Ingen veker er sette av.
boards-closures-intro = I skuleferiar foreslår vi ingen møte. I stille periodar foreslår vi heller ingen fristar.
boards-closure-add = Legg til ein periode
boards-calendar-follows = Fristar som låg i perioden, kan bli rekna ut på nytt.
boards-closure-kind = Kva slags periode
boards-closure-school_holiday = Skuleferie
boards-closure-quiet = Stille periode
boards-closure-label = Kva perioden heiter
boards-first-day = Første dag
boards-last-day = Siste dag
boards-valid-from = Gjeld frå
boards-period = Periode
boards-from-on = frå { $date }
boards-no-end-help = La feltet stå tomt om det ikkje er sett nokon slutt.
boards-ends-before-it-begins = Siste dag kan ikkje vere før den første.
boards-state = Status
boards-decision = Vedtak
boards-person = Person
boards-organisation = Verksemd
boards-role = Rolle
boards-role-secretariat = Sekretariat
boards-role-chair = Leiar
boards-role-member = Medlem
boards-role-deputy = Vara
boards-role-observer = Observatør
boards-role-aide = Bisitjar
boards-strength = Kor strengt
boards-strength-shall = skal
boards-strength-normally = normalt
boards-paragraph = Punkt i mandatet
boards-paragraph-help = Til dømes 4.

boards-reminders-intro = Her avgjer de kven som får påminning om kva. Endringar gjeld straks for det som ikkje er sendt.
boards-no-reminders = Ingen får påminningar enno.
boards-reminder = Påminning
boards-reminder-add = Legg til ei påminning
boards-reminders-follows = Det som ikkje er sendt etter denne regelen, blir ikkje sendt.
boards-reminder-about = Kva det gjeld
boards-reminder-to = Kven som får ho
boards-reminder-when = Når
boards-reminder-quantity = Tal på dagar eller månader
boards-reminder-unit = Dagar eller månader
boards-reminder-at-most = Kor mange gonger
boards-reminder-at-most-help = Gjeld berre det som er forseinka.
boards-reminder-days-before = { $about }: { $who } får ei påminning { $n ->
    [one] éin dag
   *[other] { $n } dagar
} før.
boards-reminder-months-before = { $about }: { $who } får ei påminning { $n ->
    [one] éin månad
   *[other] { $n } månader
} før.
boards-reminder-overdue = { $about }: { $who } får ei påminning { $n ->
    [one] kvar dag
   *[other] kvar { $n }. dag
} etter fristen, høgst { $times ->
    [one] éin gong
   *[other] { $times } gonger
}.
boards-reminder-twice = Denne påminninga finst allereie.
boards-reminder-other-rhythm = Det som er forseinka, har allereie ein annan rytme. Fjern han først, eller bruk same tal på dagar og gonger.
boards-overdue-in-days = Påminningar om det som er forseinka, blir talde i dagar.
boards-when-before = Før fristen
boards-when-overdue = Når fristen er ute
boards-unit-days = Dagar
boards-unit-months = Månader
boards-to-secretariat = sekretariatet
boards-to-chair = leiaren
boards-to-member = medlemmene
boards-to-deputy = varaene
boards-to-observer = observatørane
boards-to-aide = bisitjarane
boards-to-organisation = verksemda
boards-about-registration = Innmelding av saker
boards-about-delivery = Levering av sakspapir
boards-about-notice = Innkalling
boards-about-reply = Svar på innkallinga
boards-about-dispatch = Utsending av sakspapir
boards-about-meeting = Møtet
boards-about-draft = Utkast til referat
boards-about-remarks = Merknader til referatet
boards-about-publication = Publisering av referatet
boards-about-term = Ein periode går ut
boards-about-mandate = Mandatet går ut
boards-about-too-few-meetings = For få møte i året
boards-about-council-report = Rapport frå produktrådet
boards-about-council-advice = Produktrådet har fått ei sak og skal svare
boards-about-council-ends = Perioden til produktrådet går ut
boards-about-naming = Verksemda skal peike ut ein representant
boards-about-vacancy = Verksemda manglar representant
boards-about-composition = Rådet kjem til å bryte ein regel i mandatet
boards-about-annual-plan = Saksplanen: ei planlagd sak manglar noko, eller vart ikkje behandla
boards-about-relation = Dokumentet om eit samarbeid skal gåast gjennom

boards-reports-intro = Rapportar som dette rådet skal levere til det overordna rådet.
boards-report-from = Frå
boards-reports-of-councils = Rapportar frå råda under
boards-reports-nobody = Dette rådet har ikkje noko overordna råd og ingen råd under seg, så her er det ingen rapportar.
boards-no-reports = Ingen rapportar er avtalte.
boards-report-add = Legg til ein rapport
boards-report-title = Rapport
boards-report-due = Frist
boards-report-open = Ikkje levert
boards-report-late = Forseinka
boards-report-delivered = Levert
boards-report-deliver = Merk som levert
boards-report-deliver-follows = Påminningane om rapporten stoppar.
boards-report-move = Endre fristen
boards-report-another-day = Ny frist for «{ $report }»
boards-report-remove-follows = Rapporten forsvinn, og påminningane stoppar. Rapportane som kjem etter han, blir laga som før.

boards-in-force = gjeld no
boards-mandate-new = Registrer ein vedteken versjon
boards-mandate-change = Endre versjonen
boards-mandate-label = Versjon
boards-mandate-label-help = Til dømes 1.4.
boards-mandate-decision-help = Kven som godkjende mandatet, og når.
boards-mandate-copy = Ta utgangspunkt i reglane frå
boards-mandate-end-former = Avslutt { $label } dagen før
boards-mandate-overlaps = Versjon { $label } gjeld i den same tida. Set siste dag for den først, eller vel andre datoar.
boards-mandate-label-twice = Rådet har ein versjon { $label } allereie. Gi denne eit anna nummer.
boards-mandate-same-day = Versjon { $label } startar den same dagen. Vel ein annan dag.
boards-mandate-before-former = Versjonen må starte etter versjon { $label }, som gjeld frå { $date }. Vel ein seinare dag.
boards-mandate-not-now = Det går ikkje slik versjonen står no. Sjå kor langt han er komen, og prøv att.
boards-mandate-state = Status
boards-mandate-state-draft = Utkast
boards-mandate-state-proposed = Til behandling
boards-mandate-state-approved = Godkjend
boards-mandate-fault-not-approved = Versjon { $label } av mandatet skulle gjelde frå { $date }, men det er ikkje registrert at nokon har godkjent han.
boards-mandate-fault-no-decision = For versjon { $label } av mandatet, som gjeld frå { $date }, er det ikkje registrert kven som godkjende han, og når.
boards-mandate-fault-expired = Mandatet er gått ut. Siste dag for versjon { $label } var { $date }, og ingen ny versjon er godkjend.
boards-mandate-flag-not-approved = Mandatet er ikkje godkjent
boards-mandate-flag-no-decision = Godkjenninga er ikkje registrert
boards-mandate-flag-expired = Mandatet er gått ut
boards-rules = Reglar
boards-rule = Regel
boards-no-rules = Versjonen har ingen reglar enno.
boards-mandate-corrections = Versjonen er godkjend. Det du endrar her, rettar noko som vart registrert feil. Det gjeld med ein gong og står i loggen. Skal mandatet seie noko anna enn det som er vedteke, skriv du eit utkast til ny versjon.
boards-correction-reason = Kva var registrert feil?
boards-correction-reason-help = Svaret står i loggen.
boards-rule-remove = Fjern frå mandatet
boards-rule-remove-about = Dette blir fjerna frå versjonen og sluttar å gjelde med ein gong: { $rule }.
boards-rule-add = Legg til ein regel
boards-rule-change = Endre regelen
boards-rule-kind = Kva regelen gjeld
boards-rule-subject = Gjeld for
boards-rule-subject-help = Plasstype, type verksemd, storleik, nivå, utfall eller målgruppe. Berre reglar som treng det, bruker feltet.
boards-rule-quantity = Tal
boards-rule-words = Ordlyd
boards-rule-kind-members_least = Minste tal på medlemmer
boards-rule-kind-members_most = Største tal på medlemmer
boards-rule-kind-term_months = Lengda på ein periode, i månader
boards-rule-kind-ordinary_meetings = Ordinære møte i året
boards-rule-kind-seats_least = Minste tal på plassar av ein type
boards-rule-kind-seats_most = Største tal på plassar av ein type
boards-rule-kind-quorum = Kor mange som må møte for at rådet kan ta stilling
boards-rule-kind-standing_item = Fast sak
boards-rule-kind-outcome = Utfall av ei sak
boards-rule-kind-default_audience = Kven som ser sakspapira først
boards-rule-kind-held_least = Minste tal på plassar av ein type som nokon har
boards-rule-kind-organisations_least = Minste tal på verksemder av ein type
boards-rule-kind-organisations_most = Største tal på verksemder av ein type
boards-rule-kind-named_organisation = Ei bestemt verksemd er medlem
boards-rule-kind-largest_payers = Dei største betalarane er medlemmer
boards-rule-kind-sizes_least = Minste tal på verksemder av ein storleik
boards-rule-kind-level_least = Lågaste nivå for representantane
boards-rule-kind-terms_in_a_row_most = Største tal på periodar på rad
boards-rule-kind-deputies_most = Største tal på møte med vara på tolv månader
boards-rule-members_least = { $n ->
    [one] Minst éin medlem
   *[other] Minst { $n } medlemmer
}
boards-rule-members_most = { $n ->
    [one] Høgst éin medlem
   *[other] Høgst { $n } medlemmer
}
boards-rule-term_months = { $n ->
    [one] Ein periode varer i éin månad
   *[other] Ein periode varer i { $n } månader
}
boards-rule-ordinary_meetings = { $n ->
    [one] Eitt ordinært møte i året
   *[other] { $n } ordinære møte i året
}
boards-rule-seats_least = { $n ->
    [one] Minst éin plass: { $subject }
   *[other] Minst { $n } plassar: { $subject }
}
boards-rule-seats_most = { $n ->
    [one] Høgst éin plass: { $subject }
   *[other] Høgst { $n } plassar: { $subject }
}
boards-rule-quorum = { $n ->
    [one] Minst éin av plassane må vere representert i møtet
   *[other] Minst { $n } av plassane må vere representerte i møtet
}
boards-rule-standing_item = Fast sak: { $subject }
boards-rule-outcome = Utfall: { $subject }
boards-rule-default_audience = Sakspapira blir først viste for { $subject }
boards-rule-held_least = { $n ->
    [one] Nokon har minst éin plass: { $subject }
   *[other] Nokon har minst { $n } plassar: { $subject }
}
boards-rule-organisations_least = { $n ->
    [one] Minst éi verksemd av typen { $subject }
   *[other] Minst { $n } verksemder av typen { $subject }
}
boards-rule-organisations_most = { $n ->
    [one] Høgst éi verksemd av typen { $subject }
   *[other] Høgst { $n } verksemder av typen { $subject }
}
boards-rule-named_organisation = { $subject } er medlem
boards-rule-numbered = Verksemda med nummer { $number }
boards-rule-largest_payers = { $n ->
    [one] Tenesteeigaren som betaler mest, er medlem
   *[other] Dei { $n } tenesteeigarane som betaler mest, er medlemmer
}{ $subject ->
    [none] {""}
   *[other] { " " }(utanom { $subject })
}
boards-rule-sizes_least = { $n ->
    [one] Minst éi verksemd av storleiken { $subject }
   *[other] Minst { $n } verksemder av storleiken { $subject }
}
boards-rule-level_least = Representantane er minst på nivået { $subject }
boards-rule-terms_in_a_row_most = { $n ->
    [one] Høgst éin periode på rad for same verksemd
   *[other] Høgst { $n } periodar på rad for same verksemd
}
boards-rule-deputies_most = { $n ->
    [0] Ein medlem møter alltid sjølv
    [one] Ein medlem kan møte ved vara høgst éin gong på tolv månader
   *[other] Ein medlem kan møte ved vara høgst { $n } gonger på tolv månader
}
boards-audience = Målgruppe
boards-rule-among = Gjeld medlemmer på
boards-rule-among-help = Vel plasstypar. Vel du ingen, gjeld regelen alle medlemmene. Berre reglar om verksemder, nivå og periodar bruker feltet.
boards-rule-among-of = {$rule} ({$among})
boards-rule-organisation-help = Berre regelen om ei bestemt verksemd bruker feltet.
boards-rule-not-registered = Inga verksemd er registrert med dette nummeret. Registrer henne under Verksemder først.
boards-rule-twice = Mandatet har alt ein slik regel om det same. Endre den i staden.
boards-rule-least-over-most = Mandatet seier høgst { $n }. Skriv eit lågare tal, eller endre den andre regelen først.
boards-rule-most-under-least = Mandatet seier minst { $n }. Skriv eit høgare tal, eller endre den andre regelen først.
boards-rule-over-members = Reglane krev minst { $needed } medlemmer til saman, men mandatet seier høgst { $most }. Skriv eit lågare tal, eller endre ein annan regel først.
boards-rule-named-apart = Mandatet nemner { $organisation } på ein annan type plass òg, og ingen kan sitje på to plassar. Vel plassen i éin av reglane.
boards-rule-named-over-most = Mandatet nemner { $named } verksemder av denne typen, men tillèt høgst { $most }. Endre den andre regelen først.
boards-level = Nivå
boards-level-help = Nivået til den som representerer verksemda. Mandatet kan krevje eit lågaste nivå.
boards-level-unknown = Ikkje registrert
boards-level-change = Registrer nivået til ein representant
boards-audience-secretariat = sekretariatet
boards-audience-members = medlemmene
boards-audience-service_owners = tenesteeigarane
boards-audience-public = alle
boards-deadlines = Fristar rundt møta
boards-deadline = Frist
boards-no-deadlines = Versjonen har ingen fristar enno.
boards-deadline-add = Legg til ein frist
boards-deadline-change = Endre fristen
boards-deadline-twice = Denne typen møte har allereie ein frist for dette.
boards-meeting-kind = Type møte
boards-stage = Kva fristen gjeld
boards-days = Tal på dagar
boards-days-help = Minus framfor tyder før første møtedag, til dømes −7. Utan minus er det etter siste møtedag.
boards-counting = Slik blir dagane talde
boards-counting-calendar = Alle dagar
boards-counting-working = Berre verkedagar
boards-time = Klokkeslett
boards-lead-before = { $n ->
    [one] éin dag
   *[other] { $n } dagar
} før møtet, { $time }
boards-lead-before-working = { $n ->
    [one] éin verkedag
   *[other] { $n } verkedagar
} før møtet, { $time }
boards-lead-after = { $n ->
    [one] éin dag
   *[other] { $n } dagar
} etter møtet, { $time }
boards-lead-after-working = { $n ->
    [one] éin verkedag
   *[other] { $n } verkedagar
} etter møtet, { $time }
boards-lead-same-day = på møtedagen, { $time }

boards-chart-title = Kven som sit til når
boards-chart-description = Ei rad for kvar plass og kvar oppnemning, frå i fjor og fire år fram i tid. Tabellen under viser det same.
boards-chart-today = I dag
boards-chart-permanent = Fast
boards-chart-term = Periode
boards-chart-ending-soon = Går snart ut
boards-chart-past = Avslutta
boards-vacant = Ledig
boards-not-named = Ingen er peikte ut
boards-no-organisation = Utan verksemd
boards-no-terms = Ingen er oppnemnde i desse åra.
boards-on-a-day = Kven sat i rådet på ein bestemt dag?
boards-day = Dag
boards-show = Vis
boards-who-sat = Rådet { $date }
boards-nobody-sat = Ingen sat i rådet den dagen.
boards-appoint = Oppnemn ei verksemd
boards-appoint-decision-help = Kven som oppnemnde, og når.
boards-seats = Plassar
boards-seat = Plass
boards-seat-help = Medlemmer blir oppnemnde til ein plass. Andre roller har ingen plass.
boards-seat-kind = Plasstype
boards-seat-how-many = Kor mange
boards-seat-add = Legg til plassar
boards-seat-end = Avslutt plassen
boards-seat-is-held = Nokon er oppnemnd til plassen etter denne dagen. Avslutt den perioden først.
boards-seat-not-there = Plassen finst ikkje i heile perioden. Vel ein annan plass eller andre datoar.
boards-seat-taken = Plassen er oppteken i denne tida: { $until ->
    [none] frå { $from }
   *[other] { $from } til { $until }
}. Vel andre datoar, eller avslutt den perioden først.
boards-seat-for-members = Ein medlem må ha ein plass. Andre roller har ingen plass.
boards-term = Periode
boards-appointment = { $role }: { $organisation }
boards-represented-by = Representantar
boards-nobody-named = Ingen er peikte ut. Vel ein person under, eller be verksemda peike ut ein.
boards-name-person = Vel ein person som er registrert
boards-name-person-button = Registrer som representant
boards-new-person = Registrer ein ny person
boards-person-name = Namn
boards-person-address = E-postadresse
boards-person-language = Språk
boards-person-title = Stilling
boards-person-from-help = Den som representerer no, går ut dagen før.
boards-person-end = Avslutt representasjonen
boards-person-overlaps = Nokon er allereie peikt ut frå denne dagen eller seinare. Avslutt den representasjonen først.
boards-person-ended-already = Representasjonen er allereie avslutta før denne dagen.
boards-outside-the-term = Dagen er utanfor perioden.
boards-address-taken = Ein annan person er registrert med denne adressa. Vel personen i lista over.
boards-ask-to-name = Be verksemda peike ut ein representant
boards-ask-help = Vi sender ein e-post til { $mailbox } med ein gong, og minner om det til nokon er peikt ut.
boards-name-by = Frist for å peike ut
boards-no-mailbox = Verksemda er ikkje registrert med e-postadresse. Legg ho inn under Verksemder først.
boards-day-is-past = Dagen er passert. Vel ein dag som kjem.
boards-end-term = Endre når perioden sluttar
boards-asked-already = Verksemda er alt spurd { $asked }. { $next ->
    [none] Ingen fleire påminningar er planlagde.
   *[other] Neste påminning går { $next }.
}
boards-person-mistake = Personen vart registrert ved ein feil
boards-person-mistake-help = Då blir personen fjerna, utan siste dag. Gjeld berre den som byrjar i dag eller seinare.
boards-person-has-sat = Personen byrja før i dag. Skriv siste dag i staden.
said-person-taken-back = Personen er fjerna. Du kan registrere ein annan frå same dag.
said-level-changed = Nivået er lagra.
boards-seat-free = ledig no
boards-seat-free-on = ledig frå { $day }
boards-seat-free-from = ledig frå { $day } ({ $who })
boards-seat-held = oppteken utan sluttdato ({ $who })
boards-term-length-help = Mandatet seier { $months } månader. Byrjar perioden { $first }, er siste dag { $last }.
boards-sits-already = Verksemda er alt medlem i denne tida. Er det rett at ho skal ha to plassar, trykkjer du på knappen ein gong til.

said-board-added = Rådet er oppretta. E-post er slått av til de slår han på.
said-board-changed = Opplysningane er lagra.
said-closure-added = Perioden er lagd til.
said-closure-removed = Perioden er fjerna.
said-reminder-added = Påminninga er lagd til.
said-reminder-removed = Påminninga er fjerna.
said-report-added = Rapporten er lagd til.
said-report-delivered = Rapporten er merkt som levert.
said-report-was-delivered = Rapporten var allereie merkt som levert.
said-report-moved = Fristen er endra.
said-report-removed = Rapporten er fjerna.
said-report-not-as-shown = Rapporten er levert, endra eller fjerna i mellomtida. Sjå på han før du prøver igjen.
said-mandate-added = Versjonen er oppretta.
said-mandate-changed = Mandatet er lagra.
said-seats-added = Plassane er lagde til.
said-seat-ended = Plassen er avslutta.
said-appointed = Verksemda er oppnemnd. Vel ein person, eller be verksemda peike ut ein.
said-person-named = Personen er registrert som representant.
said-person-ended = Representasjonen er avslutta.
said-asked-to-name = E-posten er på veg til verksemda.
said-term-ended = Perioden er endra.

# E-postar. Emnet seier handling, ting og dato.

boards-mail-board = Råd
boards-mail-foot = Du får denne e-posten fordi du har ei oppgåve for { $board }. Svar på e-posten om du har spørsmål.
boards-mail-foot-organisation = Du får denne e-posten fordi { $organisation } er oppnemnd til { $board }. Svar på e-posten om du har spørsmål.
boards-mail-term-subject = Avklar kven som følgjer etter { $organisation } i { $board }: perioden går ut { $date }
boards-mail-term-ask = Perioden for { $organisation } i { $board } går ut { $date }. Sekretariatet oppnemner den som følgjer etter, eller fornyar perioden, før den dagen.
boards-mail-term-what = Verksemd
boards-mail-term-day = Siste dag
boards-mail-term-action = Sjå periodane
boards-mail-mandate-subject = Forny mandatet for { $board } før { $date }
boards-mail-mandate-ask = Mandatet for { $board } går ut { $date }, og ingen ny versjon er lagd inn. Sekretariatet legg inn den versjonen som skal gjelde vidare.
boards-mail-mandate-what = Versjon
boards-mail-mandate-day = Siste dag
boards-mail-mandate-action = Sjå mandatet
boards-mail-unapproved-subject = Få godkjent mandatet for { $board } som gjeld frå { $date }
boards-mail-unapproved-ask = Versjon { $version } av mandatet for { $board } skal gjelde frå { $date }, men er ikkje godkjend. Sekretariatet sender han som sak og registrerer vedtaket, eller set ein annan dag.
boards-mail-unapproved-what = Versjon
boards-mail-unapproved-day = Skal gjelde frå
boards-mail-unapproved-action = Sjå versjonen
boards-mail-report-subject = Lever rapporten frå { $board } innan { $date }
boards-mail-report-subject-late = Over fristen: Lever rapporten frå { $board }, fristen var { $date }
boards-mail-report-ask = { $board } skal levere denne rapporten til det overordna rådet innan { $date }. Merk han som levert når han er send.
boards-mail-report-ask-late = { $board } skulle ha levert denne rapporten innan { $date }. Lever han no, og merk han som levert.
boards-mail-report-day = Frist
boards-mail-report-action = Sjå rapportane
boards-mail-naming-subject = Peik ut representant til { $board } innan { $date }
boards-mail-naming-subject-late = Over fristen: Peik ut representant til { $board }, fristen var { $date }
boards-mail-naming-ask = { $organisation } er oppnemnd til { $board }. Svar på denne e-posten innan { $date } med namn, stilling og e-postadresse til den som skal representere dykk.
boards-mail-naming-ask-late = { $organisation } er oppnemnd til { $board }, men har ikkje peikt ut ein representant innan { $date }. Svar på denne e-posten no med namn, stilling og e-postadresse.
boards-mail-naming-what = Verksemd
boards-mail-naming-day = Frist
boards-mail-naming-action = Svar med namnet
boards-naming-level = Nivå
boards-naming-again = { $period }, på nytt
boards-mail-vacancy-subject = Peik ut ein person for { $organisation } i { $board } frå { $date }
boards-mail-vacancy-subject-late = Over fristen: Ingen representerer { $organisation } i { $board } sidan { $date }
boards-mail-vacancy-ask = Frå { $date } er ingen peikt ut til å representere { $organisation } i { $board }. Opne perioden, og be verksemda om eit namn eller set inn ein person.
boards-mail-vacancy-ask-late = Sidan { $date } har ingen representert { $organisation } i { $board }, og ingen får e-posten. Opne perioden, og be verksemda om eit namn eller set inn ein person.
boards-mail-vacancy-what = Verksemd
boards-mail-vacancy-day = Frå
boards-mail-vacancy-action = Opne perioden
boards-mandate-point = punkt { $number }
