# Møte, fristar og årsplan.

today = I dag
meetings = Møte
deadlines = Fristar
closures = Feriar og stille periodar

stage-registration = Melde saker
stage-delivery = Levere sakspapir til sekretariatet
stage-notice = Sende innkalling
stage-reply = Svare på innkallinga
stage-dispatch = Sende ut sakspapir
stage-meeting = Møte
stage-draft = Sende utkast til referat
stage-remarks = Sende merknader til utkastet
stage-publication = Gjere referatet tilgjengeleg

meeting-one = Møte
meetings-coming = Dei neste møta
meetings-coming-none = Ingen møte er planlagde framover.

meeting-state = Status
meeting-state-planned = Planlagt
meeting-state-called = Kalla inn
meeting-state-papers_sent = Papira er sende
meeting-state-held = Halde
meeting-state-minuted = Utkast til referat er sendt
meeting-state-closed = Avslutta
meeting-state-cancelled = Avlyst

meeting-board = Råd
meeting-kind = Møtetype
meeting-title = Tittel
meeting-when = Tid
meeting-days = Dagar og klokkeslett
meeting-day = Dato
meeting-last-day = Siste dag
meeting-starts = Startar
meeting-ends = Sluttar
meeting-place = Stad
meeting-leader = Møteleiar
meeting-video-link = Lenkje til videomøte
meeting-video-link-help = Byrjar med https://
meeting-archive-reference = Arkivreferanse
meeting-deadline = Frist
meeting-edit = Endre opplysningar
meeting-move = Flytt møtet
meeting-cancel = Avlys møtet
meeting-mails = E-post om møtet

meeting-not-held-yet = Møtet er ikkje halde enno. Merk dette som gjort når møtedagen er komen.
meeting-not-marked-held = Merk først møtet som halde.
meeting-already-held = Møtet er halde og kan ikkje avlysast.
meeting-minuted = Referatet frå møtet er sendt ut, og då står møtedagen fast. Skal de møtast ein annan dag, planlegg de eit nytt møte i årsplanen.
meeting-is-cancelled = Møtet er avlyst. Planlegg eit nytt møte i årsplanen i staden.
meeting-passes-by-itself = Denne fristen går ut av seg sjølv. Det er ikkje noko å markere.
meeting-time-never = Klokka blir stilt fram denne natta, så dette klokkeslettet finst ikkje. Vel eit anna.
meeting-time-twice = Klokka blir stilt tilbake denne natta, så dette klokkeslettet kjem to gonger. Vel eit anna.
meeting-ends-before-it-starts = Slutten må vere etter starten.
meeting-link-wrong = Skriv ei lenkje som byrjar med https://.

deadline-line = Fristlinje
deadline-moved = flytta frå { $day } ({ $why })
moved-weekend = helg
days-between = { $count ->
    [one] 1 dag
   *[other] { $count } dagar
}
stop-done = ferdig
stop-next = neste
stop-coming = kjem
stop-overdue = over fristen
stop-meeting = møtedag

deadline-what = Kva
deadline-rule = Regel
deadline-status = Status
deadline-act = Marker
deadline-shall = skal
deadline-normally = normalt
deadline-passed = gått ut
deadline-done-at = gjort { $when }
deadline-by-itself = Går ut av seg sjølv
deadline-mark-delivery = Merk papira som leverte
deadline-mark-notice = Merk innkallinga som send
deadline-mark-dispatch = Merk papira som sende ut
deadline-mark-meeting = Merk møtet som halde
deadline-mark-draft = Merk utkastet som sendt
deadline-mark-publication = Merk referatet som tilgjengeleg
deadline-moot = Møtet er halde
deadline-not-marked = ikkje markert
deadline-in-draft = sjå fristen i utkastet
deadline-mark-undone = Angre at «{ $stage }» er gjort

warn-too-few = { $planned ->
    [one] Det er planlagt eitt ordinært møte.
   *[other] Det er planlagt { $planned } ordinære møte.
} Mandatet seier { $wanted }.
warn-too-many = { $planned ->
    [one] Det er planlagt eitt ordinært møte.
   *[other] Det er planlagt { $planned } ordinære møte.
} Mandatet seier berre { $wanted }.
warn-clash = { $board } møtest også { $day }, og nokon sit i begge.
warn-day-off = { $day } er ikkje ein verkedag ({ $why }).
warn-bridge-day = { $day } er ein inneklemd dag.
warn-short-day = { $day } er ein kort verkedag.
warn-closed = { $day } er i ein periode de held fri: { $label }.
warn-deadline-closed = Fristen «{ $stage }» { $day } er i ein periode de held fri: { $label }.
warn-past = { $day } er forbi. Ingen får e-post om det som er forbi.
warn-doubled = Rådet møtest to gonger { $day }.
warn-deadline-past = Fristen «{ $stage }» { $day } har gått ut. Ingen får påminning om han.
warn-no-mandate = Det er ikkje lagt inn noko mandat som gjeld { $day }, så møtet får ingen fristar.

to-secretariat = Sekretariatet
to-chair = Møteleiaren
to-member = Medlemmene
to-deputy = Varaene
to-observer = Observatørane
to-aide = Bisitjarane
to-organisation = Postmottaka til verksemdene

mail-when = Når
mail-to = Til
mail-subject = Emne
mail-about = Om
mail-state = Status
mail-whom = { $role } ({ $count ->
    [0] ingen mottakarar i dag
    [one] 1 mottakar
   *[other] { $count } mottakarar
})
mail-none = Det følgjer ingen e-post av møtet.
mail-if-not-done = Berre om det ikkje er merkt som gjort. Blir gjenteke etter reglane til rådet.
mail-too-late = Blir ikkje sendt: tidspunktet er passert.
mail-overdue = Over fristen: { $stage }
mail-is-off = E-post er ikkje slått på for dette rådet. Alt blir planlagt, men ingenting blir sendt.
mails-that-follow = E-post som følgjer
mail-state-planned = planlagd
mail-state-fulfilled = ikkje send: alt var gjort
mail-state-withdrawn = trekt tilbake
mail-state-stale = ikkje send: det var for seint
mail-state-nobody = ikkje send: ingen mottakarar
mail-state-broken = ikkje send: brevet kunne ikkje skrivast
mail-state-told = overlevert { $sent } av { $of }

year-plan = Årsplan { $year }
other-years = Andre år
plan-year = Planlegg møte i { $year }
plan-more = Legg til møte i { $year }
plan-add-meetings = Planlegg møte
plan-empty = Ingen møte er planlagde i året.
plan-how = Sjå over datoane, endre det du vil, og sjå kva fristar og e-postar som følgjer. Ingenting blir lagra før du har sett det. Tøm datoen for å ta bort eit møte.
plan-how-more = Skriv dato og klokkeslett for dei nye møta, og sjå kva fristar og e-postar dei fører med seg. Møte som alt er planlagde, rører du ikkje her. Ingenting blir lagra før du har sett det.
plan-standing-of = { $planned } av { $wanted } ordinære møte er planlagde:
plan-standing = { $planned ->
    [one] Eitt ordinært møte er planlagt:
   *[other] { $planned } ordinære møte er planlagde:
}
plan-move = Flytt
plan-cancel = Avlys
plan-no-closures = Ingen har lagt inn skuleferiar eller stille periodar for { $year }.
plan-add-closures = Legg dei inn før du planlegg.
plan-row = Møte { $number }
plan-row-empty = utan dato
plan-last-day-help = Berre når møtet varer fleire dagar.
plan-preview = Vis fristar og e-post
plan-add-row = Legg til eit møte
plan-add-professional-day = Legg til ein fagdag
plan-save = Lagre planen
plan-follows = Dette følgjer av planen
plan-nothing-saved = Ingenting er lagra enno. Sjå over fristane og e-postane, og vel «Lagre planen».
plan-nothing = Skriv dato for minst eitt møte.
plan-other-year = Vel ein dato i { $year }.
plan-wrong-last-day = Siste dag må vere på eller etter datoen, og eit møte varer høgst { $most } dagar.
move-sessions-overlap = To av dagane overlappar. Rett klokkesletta.
plan-planned-meanwhile = { $who } planla møte i dette året medan du såg på det: { $days }. Sjå over planen før du lagrar.
plan-changed-meanwhile = Nokon endra årsplanen medan du såg på han. Sjå over planen før du lagrar.
wheel-today = I dag { $day }
wheel-description = Møte, fristar og periodar utan møte gjennom året. Lista under har det same i ord.

move-how = Endre dagar, klokkeslett eller møtetype, og sjå kva som blir endra, før du flyttar møtet. Alt anna ved møtet blir som det er.
move-day = Dag { $number }
move-preview = Vis kva som blir endra
move-add-day = Legg til dag
move-follows = Dette blir endra
move-nothing-saved = Ingenting er lagra enno. Sjå over endringane, og vel «Flytt møtet».
move-answered = { $count ->
    [one] Éin har svart. Svaret gjeld den gamle dagen, så alle må svare på nytt.
   *[other] { $count } har svart. Svara gjeld den gamle dagen, så alle må svare på nytt.
}
move-untold = Deltakarane får ikkje vite om flyttinga før du sender endringsvarsel.
move-papers-late = Papira gjekk ut { $sent }. Med den nye møtedagen skulle dei ha vore ute seinast { $due }, så dei blir rekna som sende for seint.
move-deadlines = Gamle og nye fristar
move-old = Før
move-new = Etter
move-changed = Endring
move-same = uendra
move-differs = endra
move-mails = E-post som blir endra
move-no-mails = Ingen e-post blir endra.
move-what = Kva skjer
step-plan = ny
step-again = blir send på nytt, fordi dagen er ein annan
step-reschedule = blir flytta
step-withdraw = blir trekt tilbake
step-too-late = Blir trekt tilbake. Den nye fristen er { $day }, så påminninga skulle ha gått før no, og blir ikkje send.

cancel-what = Når møtet er avlyst, blir det ikkje sendt fleire påminningar om det. Møtet blir ståande i årsplanen som avlyst. Etterpå sender du avlysing til dei som har fått melding om møtet.
cancel-mails = E-post som blir trekt tilbake
cancel-no-mails = Det er ikkje planlagt nokon e-post om møtet.
cancel-yes = Ja, avlys møtet
cancel-no = Nei, ta vare på møtet

said-plan-saved = Planen er lagra.
said-saved = Lagra.
said-meeting-moved = Møtet er flytta.
said-meeting-cancelled = Møtet er avlyst, og e-posten om det er trekt tilbake.
said-stage-done = Merkt som gjort. Påminningane om det stoppar.
said-stage-undone = Ikkje lenger merkt som gjort.

# E-post om fristar. Emnet seier handling, sak og dato.

deadline-mail-subject = { $what }: frist { $due }
deadline-mail-subject-overdue = { $what }: fristen var { $due }
deadline-mail-subject-meeting = { $what } { $when }
deadline-mail-subject-special = { $kind } i { $board } { $meeting }, { $begins }
deadline-mail-overdue = Fristen var { $deadline }. Gjer dette no, og merk det som gjort på møtesida.
deadline-mail-open = Opne møtet
deadline-mail-foot = Du får denne e-posten fordi du er { $role } { $board }. Svar på e-posten går til { $mailbox }.
deadline-mail-role-secretariat = i sekretariatet for
deadline-mail-role-chair = leiar av
deadline-mail-role-member = medlem av
deadline-mail-role-deputy = vara i
deadline-mail-role-observer = observatør i
deadline-mail-role-aide = bisitjar i
deadline-mail-role-organisation = kontaktpunkt for ei verksemd i

deadline-mail-registration-act = Meld saker til møtet i { $board } { $meeting }
deadline-mail-registration-act-body = Har du ei sak til møtet, så send ho til { $mailbox } seinast { $deadline }. Skriv kort kva saka gjeld, og kva du ønskjer at møtet skal gjere med ho.
deadline-mail-registration-know = Følg med på saker til møtet i { $board } { $meeting }
deadline-mail-registration-know-body = Medlemmene kan melde saker til { $mailbox } til og med { $deadline }.
deadline-mail-delivery-act = Få inn sakspapir til møtet i { $board } { $meeting }
deadline-mail-delivery-act-body = Hent inn sakspapira frå saksbehandlarane seinast { $deadline }. Merk det som gjort på møtesida når alt er kome, så stoppar påminningane.
deadline-mail-delivery-know = Lever sakspapir til møtet i { $board } { $meeting }
deadline-mail-delivery-know-body = Skal du leggje fram ei sak, så lever papira til { $mailbox } seinast { $deadline }.
deadline-mail-notice-act = Send innkalling til møtet i { $board } { $meeting }
deadline-mail-notice-act-body = Send innkallinga seinast { $deadline }. Når ho er send, stoppar påminningane.
deadline-mail-notice-know = Innkallinga kjem snart: møtet i { $board } { $meeting }
deadline-mail-notice-know-body = Sekretariatet sender innkallinga seinast { $deadline }. Set av tida i kalenderen alt no.
deadline-mail-reply-act = Svar om du kjem til møtet i { $board } { $meeting }
deadline-mail-reply-act-body = Sei ifrå seinast { $deadline } om du kjem. Kan du ikkje kome, så sei kven som eventuelt møter for deg.
deadline-mail-reply-know = Følg med på svar om møtet i { $board } { $meeting }
deadline-mail-reply-know-body = Medlemmene svarer til { $mailbox } seinast { $deadline } om dei kjem.
deadline-mail-dispatch-act = Send ut sakspapir til møtet i { $board } { $meeting }
deadline-mail-dispatch-act-body = Send ut sakspapira seinast { $deadline }. Merk det som gjort på møtesida, så stoppar påminningane.
deadline-mail-dispatch-know = Sakspapira kjem snart: møtet i { $board } { $meeting }
deadline-mail-dispatch-know-body = Sekretariatet sender ut sakspapira seinast { $deadline }. Set av tid til å lese dei og til å avklare sakene i verksemda di.
deadline-mail-meeting-act = Gjer klart til møtet i { $board }
deadline-mail-meeting-act-body = Møtet startar { $when }. Merk møtet som halde på møtesida etterpå.
deadline-mail-meeting-know = Møte i { $board }
deadline-mail-meeting-know-body = Møtet startar { $when }. Gi beskjed til { $mailbox } dersom du likevel ikkje kan kome.
deadline-mail-draft-act = Send utkast til referat frå møtet i { $board } { $meeting }
deadline-mail-draft-act-body = Send utkastet til referat til dei som var med, seinast { $deadline }. Merk det som gjort på møtesida, så stoppar påminningane.
deadline-mail-draft-know = Utkast til referat kjem snart: møtet i { $board } { $meeting }
deadline-mail-draft-know-body = Sekretariatet sender utkastet til referat seinast { $deadline }.
deadline-mail-remarks-act = Send merknader til referatet frå møtet i { $board } { $meeting }
deadline-mail-remarks-act-body = Les utkastet til referat, og send merknadene dine til { $mailbox } seinast { $deadline }. Har du ingen, treng du ikkje gjere noko.
deadline-mail-remarks-know = Følg med på merknader til referatet frå møtet i { $board } { $meeting }
deadline-mail-remarks-know-body = Medlemmene sender merknader til { $mailbox } til og med { $deadline }.
deadline-mail-publication-act = Gjer referatet frå møtet i { $board } { $meeting } tilgjengeleg
deadline-mail-publication-act-body = Gjer referatet tilgjengeleg seinast { $deadline }. Merk det som gjort på møtesida. Då er møtet avslutta.
deadline-mail-publication-know = Referatet kjem snart: møtet i { $board } { $meeting }
deadline-mail-publication-know-body = Sekretariatet gjer referatet tilgjengeleg seinast { $deadline }.

too-few-mail-subject = Planlegg møte i { $board } for { $year } innan 1. januar: { $planned } av { $wanted } er planlagde
too-few-mail-body = Mandatet seier { $wanted } ordinære møte i året. For { $year } er { $planned } planlagde. Sekretariatet planlegg resten i årsplanen før 1. januar { $year }. Då stoppar påminningane.
too-few-mail-open = Opne årsplanen

# Møtet i kalendrane til folk.

meeting-calendar-day = { $summary } (dag { $day } av { $days })
meeting-calendar-cancelled = Avlyst: { $summary }
meeting-calendar-video = Videomøte: { $link }
meeting-calendar-page = Møtesida: { $link }
meeting-calendar-answer = Svar med lenkja i e-posten. Eit svar frå kalenderen kjem ikkje fram.
