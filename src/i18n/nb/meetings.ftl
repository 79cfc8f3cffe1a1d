# Møter, frister og årsplan.

today = I dag
meetings = Møter
deadlines = Frister
closures = Ferier og stille perioder

stage-registration = Melde saker
stage-delivery = Levere sakspapirer til sekretariatet
stage-notice = Sende innkalling
stage-reply = Svare på innkallingen
stage-dispatch = Sende ut sakspapirer
stage-meeting = Møte
stage-draft = Sende utkast til referat
stage-remarks = Sende merknader til utkastet
stage-publication = Gjøre referatet tilgjengelig

meeting-one = Møte
meetings-coming = De neste møtene
meetings-coming-none = Ingen møter er planlagt framover.

meeting-state = Status
meeting-state-planned = Planlagt
meeting-state-called = Innkalt
meeting-state-papers_sent = Papirene er sendt
meeting-state-held = Holdt
meeting-state-minuted = Utkast til referat er sendt
meeting-state-closed = Avsluttet
meeting-state-cancelled = Avlyst

meeting-board = Råd
meeting-kind = Møtetype
meeting-title = Tittel
meeting-when = Tid
meeting-days = Dager og klokkeslett
meeting-day = Dato
meeting-last-day = Siste dag
meeting-starts = Starter
meeting-ends = Slutter
meeting-place = Sted
meeting-leader = Møteleder
meeting-video-link = Lenke til videomøte
meeting-video-link-help = Begynner med https://
meeting-archive-reference = Arkivreferanse
meeting-deadline = Frist
meeting-edit = Endre opplysninger
meeting-move = Flytt møtet
meeting-cancel = Avlys møtet
meeting-mails = E-post om møtet

meeting-not-held-yet = Møtet er ikke holdt ennå. Merk dette som gjort når møtedagen er kommet.
meeting-not-marked-held = Merk først møtet som holdt.
meeting-already-held = Møtet er holdt og kan ikke avlyses.
meeting-minuted = Referatet fra møtet er sendt ut, så dagen kan ikke endres. Planlegg et nytt møte i årsplanen hvis dere skal møtes en annen dag.
meeting-is-cancelled = Møtet er avlyst. Planlegg et nytt møte i årsplanen i stedet.
meeting-passes-by-itself = Denne fristen går ut av seg selv. Det er ikke noe å markere.
meeting-time-never = Klokka stilles fram denne natta, så dette klokkeslettet finnes ikke. Velg et annet.
meeting-time-twice = Klokka stilles tilbake denne natta, så dette klokkeslettet kommer to ganger. Velg et annet.
meeting-ends-before-it-starts = Slutten må være etter starten.
meeting-link-wrong = Skriv en lenke som begynner med https://.

deadline-line = Fristlinje
deadline-moved = flyttet fra { $day } ({ $why })
moved-weekend = helg
days-between = { $count ->
    [one] 1 dag
   *[other] { $count } dager
}
stop-done = ferdig
stop-next = neste
stop-coming = kommer
stop-overdue = over fristen
stop-meeting = møtedag

deadline-what = Hva
deadline-rule = Regel
deadline-status = Status
deadline-act = Marker
deadline-shall = skal
deadline-normally = normalt
deadline-passed = gått ut
deadline-done-at = gjort { $when }
deadline-by-itself = Går ut av seg selv
deadline-mark-delivery = Merk papirene som levert
deadline-mark-notice = Merk innkallingen som sendt
deadline-mark-dispatch = Merk papirene som sendt ut
deadline-mark-meeting = Merk møtet som holdt
deadline-mark-draft = Merk utkastet som sendt
deadline-mark-publication = Merk referatet som tilgjengelig
deadline-moot = Møtet er holdt
deadline-not-marked = ikke markert
deadline-in-draft = fristen står i utkastet
deadline-mark-undone = Angre at «{ $stage }» er gjort

warn-too-few = { $planned ->
    [one] Det er planlagt ett ordinært møte.
   *[other] Det er planlagt { $planned } ordinære møter.
} Mandatet sier { $wanted }.
warn-too-many = { $planned ->
    [one] Det er planlagt ett ordinært møte.
   *[other] Det er planlagt { $planned } ordinære møter.
} Mandatet sier bare { $wanted }.
warn-clash = { $board } møtes også { $day }, og noen sitter i begge.
warn-day-off = { $day } er ikke en virkedag ({ $why }).
warn-bridge-day = { $day } er en inneklemt dag.
warn-short-day = { $day } er en kort virkedag.
warn-closed = { $day } er i en periode dere holder fri: { $label }.
warn-deadline-closed = Fristen «{ $stage }» { $day } er i en periode dere holder fri: { $label }.
warn-past = { $day } er passert. Ingen får e-post om det som er passert.
warn-doubled = Rådet møtes to ganger { $day }.
warn-deadline-past = Fristen «{ $stage }» { $day } har gått ut. Ingen får påminnelse om den.
warn-no-mandate = Det er ikke lagt inn noe mandat som gjelder { $day }, så møtet får ingen frister.

to-secretariat = Sekretariatet
to-chair = Møteleder
to-member = Medlemmene
to-deputy = Varaene
to-observer = Observatørene
to-aide = Bisitterne
to-organisation = Virksomhetenes postmottak

mail-when = Når
mail-to = Til
mail-subject = Emne
mail-about = Om
mail-state = Status
mail-whom = { $role } ({ $count ->
    [0] ingen mottakere i dag
    [one] 1 mottaker
   *[other] { $count } mottakere
})
mail-none = Ingen e-post følger av møtet.
mail-if-not-done = Bare hvis det ikke er merket som gjort. Gjentas etter reglene til rådet.
mail-too-late = Sendes ikke: tidspunktet er passert.
mail-overdue = Over fristen: { $stage }
mail-is-off = E-post er ikke slått på for dette rådet. Alt planlegges, men ingenting sendes.
mails-that-follow = E-post som følger
mail-state-planned = planlagt
mail-state-fulfilled = ikke sendt: alt var gjort
mail-state-withdrawn = trukket tilbake
mail-state-stale = ikke sendt: det var for sent
mail-state-nobody = ikke sendt: ingen mottakere
mail-state-broken = ikke sendt: brevet kunne ikke skrives
mail-state-told = overlevert { $sent } av { $of }

year-plan = Årsplan { $year }
other-years = Andre år
plan-year = Planlegg møter i { $year }
plan-more = Legg til møter i { $year }
plan-add-meetings = Planlegg møter
plan-empty = Ingen møter er planlagt i året.
plan-how = Se over datoene, endre det du vil, og se hvilke frister og e-poster som følger. Ingenting lagres før du har sett det. Tøm datoen for å ta bort et møte.
plan-how-more = Skriv dato og klokkeslett for møtene du vil legge til, og se hvilke frister og e-poster som følger. Møtene som er planlagt, blir som de er. Ingenting lagres før du har sett det.
plan-standing-of = { $planned } av { $wanted } ordinære møter er planlagt:
plan-standing = { $planned ->
    [one] Ett ordinært møte er planlagt:
   *[other] { $planned } ordinære møter er planlagt:
}
plan-move = Flytt
plan-cancel = Avlys
plan-no-closures = Det er ikke lagt inn skoleferier eller stille perioder for { $year }.
plan-add-closures = Legg dem inn før du planlegger.
plan-row = Møte { $number }
plan-row-empty = uten dato
plan-last-day-help = Bare når møtet varer flere dager.
plan-preview = Vis frister og e-post
plan-add-row = Legg til et møte
plan-add-professional-day = Legg til en fagdag
plan-save = Lagre planen
plan-follows = Dette følger av planen
plan-nothing-saved = Ingenting er lagret ennå. Se over fristene og e-postene, og velg «Lagre planen».
plan-nothing = Skriv dato for minst ett møte.
plan-other-year = Velg en dato i { $year }.
plan-wrong-last-day = Siste dag må være på eller etter datoen, og et møte varer høyst { $most } dager.
move-sessions-overlap = To av dagene overlapper. Rett klokkeslettene.
plan-planned-meanwhile = { $who } planla møter i dette året mens du så på det: { $days }. Se over planen før du lagrer.
plan-changed-meanwhile = Noen endret årsplanen mens du så på den. Se over planen før du lagrer.
wheel-today = I dag { $day }
wheel-description = Møter, frister og perioder uten møter gjennom året. Listen under har det samme i ord.

move-how = Endre dager, klokkeslett eller møtetype, og se hva som endres, før du flytter møtet. Alt annet ved møtet blir som det er.
move-day = Dag { $number }
move-preview = Vis hva som endres
move-add-day = Legg til dag
move-follows = Dette endres
move-nothing-saved = Ingenting er lagret ennå. Se over endringene, og velg «Flytt møtet».
move-answered = { $count ->
    [one] Én har svart. Svaret gjelder den gamle dagen, så alle må svare på nytt.
   *[other] { $count } har svart. Svarene gjelder den gamle dagen, så alle må svare på nytt.
}
move-untold = Deltakerne får ikke vite om flyttingen før du sender endringsvarsel.
move-papers-late = Papirene gikk ut { $sent }. Med den nye møtedagen skulle de vært ute senest { $due }, så de blir regnet som sendt for sent.
move-deadlines = Gamle og nye frister
move-old = Før
move-new = Etter
move-changed = Endring
move-same = uendret
move-differs = endret
move-mails = E-post som endres
move-no-mails = Ingen e-post endres.
move-what = Hva skjer
step-plan = ny
step-again = sendes på nytt, fordi dagen er en annen
step-reschedule = flyttes
step-withdraw = trekkes tilbake
step-too-late = Trekkes tilbake. Den nye fristen er { $day }, så påminnelsen skulle ha gått før nå, og blir ikke sendt.

cancel-what = Når møtet er avlyst, sendes ingen flere påminnelser om det. Møtet blir stående i årsplanen som avlyst. Etterpå sender du avlysning til dem som har fått beskjed om møtet.
cancel-mails = E-post som trekkes tilbake
cancel-no-mails = Ingen e-post er planlagt om møtet.
cancel-yes = Ja, avlys møtet
cancel-no = Nei, behold møtet

said-plan-saved = Planen er lagret.
said-saved = Lagret.
said-meeting-moved = Møtet er flyttet.
said-meeting-cancelled = Møtet er avlyst, og e-posten om det er trukket tilbake.
said-stage-done = Merket som gjort. Påminnelsene om det stopper.
said-stage-undone = Ikke lenger merket som gjort.

# E-post om frister. Emnet sier handling, sak og dato.

deadline-mail-subject = { $what }: frist { $due }
deadline-mail-subject-overdue = { $what }: fristen var { $due }
deadline-mail-subject-meeting = { $what } { $when }
deadline-mail-subject-special = { $kind } i { $board } { $meeting }, { $begins }
deadline-mail-overdue = Fristen var { $deadline }. Gjør dette nå, og merk det som gjort på møtesiden.
deadline-mail-open = Åpne møtet
deadline-mail-foot = Du får denne e-posten fordi du er { $role } { $board }. Svar på e-posten går til { $mailbox }.
deadline-mail-role-secretariat = i sekretariatet for
deadline-mail-role-chair = leder av
deadline-mail-role-member = medlem av
deadline-mail-role-deputy = vara i
deadline-mail-role-observer = observatør i
deadline-mail-role-aide = bisitter i
deadline-mail-role-organisation = kontaktpunkt for en virksomhet i

deadline-mail-registration-act = Meld saker til møtet i { $board } { $meeting }
deadline-mail-registration-act-body = Har du en sak til møtet, så send den til { $mailbox } senest { $deadline }. Skriv kort hva saken gjelder, og hva du ønsker at møtet skal gjøre med den.
deadline-mail-registration-know = Følg med på saker til møtet i { $board } { $meeting }
deadline-mail-registration-know-body = Medlemmene kan melde saker til { $mailbox } til og med { $deadline }.
deadline-mail-delivery-act = Få inn sakspapirer til møtet i { $board } { $meeting }
deadline-mail-delivery-act-body = Hent inn sakspapirene fra saksbehandlerne senest { $deadline }. Merk det som gjort på møtesiden når alt er kommet, så stopper påminnelsene.
deadline-mail-delivery-know = Lever sakspapirer til møtet i { $board } { $meeting }
deadline-mail-delivery-know-body = Skal du legge fram en sak, så lever papirene til { $mailbox } senest { $deadline }.
deadline-mail-notice-act = Send innkalling til møtet i { $board } { $meeting }
deadline-mail-notice-act-body = Send innkallingen senest { $deadline }. Når den er sendt, stopper påminnelsene.
deadline-mail-notice-know = Innkalling kommer snart: møtet i { $board } { $meeting }
deadline-mail-notice-know-body = Sekretariatet sender innkallingen senest { $deadline }. Sett av tiden i kalenderen allerede nå.
deadline-mail-reply-act = Svar om du kommer til møtet i { $board } { $meeting }
deadline-mail-reply-act-body = Si fra senest { $deadline } om du kommer. Kan du ikke komme, så si hvem som eventuelt møter for deg.
deadline-mail-reply-know = Følg med på svar om møtet i { $board } { $meeting }
deadline-mail-reply-know-body = Medlemmene svarer til { $mailbox } senest { $deadline } om de kommer.
deadline-mail-dispatch-act = Send ut sakspapirer til møtet i { $board } { $meeting }
deadline-mail-dispatch-act-body = Send ut sakspapirene senest { $deadline }. Merk det som gjort på møtesiden, så stopper påminnelsene.
deadline-mail-dispatch-know = Sakspapirer kommer snart: møtet i { $board } { $meeting }
deadline-mail-dispatch-know-body = Sekretariatet sender ut sakspapirene senest { $deadline }. Sett av tid til å lese dem og til å avklare sakene i virksomheten din.
deadline-mail-meeting-act = Gjør klart til møtet i { $board }
deadline-mail-meeting-act-body = Møtet starter { $when }. Merk møtet som holdt på møtesiden etterpå.
deadline-mail-meeting-know = Møte i { $board }
deadline-mail-meeting-know-body = Møtet starter { $when }. Gi beskjed til { $mailbox } hvis du likevel ikke kan komme.
deadline-mail-draft-act = Send utkast til referat fra møtet i { $board } { $meeting }
deadline-mail-draft-act-body = Send utkastet til referat til dem som var med, senest { $deadline }. Merk det som gjort på møtesiden, så stopper påminnelsene.
deadline-mail-draft-know = Utkast til referat kommer snart: møtet i { $board } { $meeting }
deadline-mail-draft-know-body = Sekretariatet sender utkastet til referat senest { $deadline }.
deadline-mail-remarks-act = Send merknader til referatet fra møtet i { $board } { $meeting }
deadline-mail-remarks-act-body = Les utkastet til referat, og send merknadene dine til { $mailbox } senest { $deadline }. Har du ingen, trenger du ikke gjøre noe.
deadline-mail-remarks-know = Følg med på merknader til referatet fra møtet i { $board } { $meeting }
deadline-mail-remarks-know-body = Medlemmene sender merknader til { $mailbox } til og med { $deadline }.
deadline-mail-publication-act = Gjør referatet fra møtet i { $board } { $meeting } tilgjengelig
deadline-mail-publication-act-body = Gjør referatet tilgjengelig senest { $deadline }. Merk det som gjort på møtesiden. Da er møtet avsluttet.
deadline-mail-publication-know = Referatet kommer snart: møtet i { $board } { $meeting }
deadline-mail-publication-know-body = Sekretariatet gjør referatet tilgjengelig senest { $deadline }.

too-few-mail-subject = Planlegg møter i { $board } for { $year } innen 1. januar: { $planned } av { $wanted } er planlagt
too-few-mail-body = Mandatet sier { $wanted } ordinære møter i året. For { $year } er { $planned } planlagt. Sekretariatet planlegger resten i årsplanen før 1. januar { $year }. Da stopper påminnelsene.
too-few-mail-open = Åpne årsplanen

# Møtet i folks kalendere.

meeting-calendar-day = { $summary } (dag { $day } av { $days })
meeting-calendar-cancelled = Avlyst: { $summary }
meeting-calendar-video = Videomøte: { $link }
meeting-calendar-page = Møtesiden: { $link }
meeting-calendar-answer = Svar med lenken i e-posten. Et svar fra kalenderen når ikke fram.
