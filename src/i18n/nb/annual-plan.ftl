# Saksplanen: hvilke saker rådet behandler i hvilket møte i et år.

annual-plan = Saksplan { $year }
annual-plans = Saksplaner
annual-plan-about = Saksplanen er årsplanen som mandatet taler om: hvilke saker rådet skal behandle i hvert møte gjennom året.
annual-plan-meetings-of-year = Møtene dette året
annual-plan-empty = Ingenting er planlagt ennå. Start fra malene, eller legg til en sak.
annual-plan-no-meetings = Året har ingen møter ennå. Du kan planlegge saker nå, og legge dem til møter når møtene er satt opp.
annual-plan-not-published = Saksplanen for dette året er ikke publisert.
annual-plan-public-about = Sakene som { $board } skal behandle i { $year }, møte for møte.
annual-plan-by-meeting = Sakene møte for møte
annual-plan-not-scheduled = Ikke satt til et møte ennå
annual-plan-out = Tatt ut, flyttet til neste år eller behandlet et annet år
annual-plan-none-here = Ingen saker her.
annual-plan-case = Sak
annual-plan-state = Status
annual-plan-state-not_scheduled = Ikke satt til et møte
annual-plan-state-planned = Planlagt
annual-plan-state-on_agenda = På sakslista
annual-plan-state-treated = Behandlet
annual-plan-state-slipped = Ikke behandlet i møtet
annual-plan-state-carried = Flyttet til neste år
annual-plan-state-dropped = Tatt ut av planen
annual-plan-changed = Endret etter godkjenningen
annual-plan-carried-here = Fra året før
annual-plan-title-withheld = En sak med en tittel du ikke kan se
annual-plan-not-approved = Rådet har ikke godkjent planen ennå.
annual-plan-approved = Rådet godkjente planen { $date } ({ $reference }).
annual-plan-changes = { $count ->
    [one] Én sak er endret etter det.
   *[other] { $count } saker er endret etter det.
}
annual-plan-shown-to = Vises til
annual-plan-shown-to-now = Planen vises til: { $who }.
annual-plan-as-others = Se planen slik andre ser den
annual-plan-wheel = Møtene gjennom året, med sakene som er planlagt for hvert av dem. Listen under har det samme i ord.
annual-plan-wheel-slipped = Trekanten viser møter der en sak ikke ble behandlet.
annual-plan-at-meeting = { $meeting }, { $count ->
    [0] ingen saker
    [one] én sak
   *[other] { $count } saker
}
annual-plan-counts = Antall saker i hvert møte

# Endringer.

annual-plan-change = Endre
annual-plan-move = Flytt
annual-plan-moved = Saken er flyttet hit: { $place }
annual-plan-move-spoken = Flytt: { $item }
annual-plan-open = Åpne
annual-plan-drag = Dra til et annet møte
annual-plan-dragged = { $item }: slipp for å flytte til { $place }
annual-plan-drag-back = Saken står der den sto.
annual-plan-to-agenda = { $count ->
    [one] Sett saken på sakslista { $day }
   *[other] Sett de { $count } sakene på sakslista { $day }
}
annual-plan-carry = { $count ->
    [one] Flytt én sak til { $year }
   *[other] Flytt { $count } saker til { $year }
}
annual-plan-carry-follows = Det gjelder saker som ikke ble behandlet i møtet sitt, og saker som ikke er satt til et møte. De står i planen for { $year } uten møte, og her vises de som flyttet.
annual-plan-start = Start fra malene
annual-plan-nothing-saved = Ingenting er lagret ennå. Det som alt står i planen, blir stående som det er.
annual-plan-nothing-missing = Alt fra malene står i planen alt.
annual-plan-start-add = { $count ->
    [one] Legg én sak i planen
   *[other] Legg { $count } saker i planen
}
annual-plan-new-item = Legg til en sak
annual-plan-from-case = Meldt sak
annual-plan-from-case-help = Velg en sak som er meldt inn. Eller la feltet stå, og skriv tittel, sakstype og emne under.
annual-plan-no-case = Ingen
annual-plan-item-title = Tittel
annual-plan-meeting = Møte
annual-plan-to-case = Åpne saken
annual-plan-move-title = Flytt til et annet møte
annual-plan-write-title = Endre teksten
annual-plan-drop-title = Ta saken ut av planen
annual-plan-drop = Ta ut
annual-plan-why = Begrunnelse
annual-plan-restore = Sett saken inn i planen igjen

# Godkjenning og publisering.

annual-plan-approval = Godkjenn og publiser
annual-plan-approve-title = Rådets godkjenning
annual-plan-approve = Lagre godkjenningen
annual-plan-approved-on = Dato for godkjenningen
annual-plan-approved-in = Hvor det står
annual-plan-approved-in-help = For eksempel «sak 31/26». Vises til alle som ser planen.
annual-plan-approved-case = Saken den ble godkjent i
annual-plan-publish-title = Hvem planen vises til
annual-plan-publish-about = Titler på saker som er unntatt offentlighet, vises bare til dem som kan lese saken.
annual-plan-publish = Lagre hvem den vises til

# Maler.

annual-plan-templates = Maler for saksplanen
annual-plan-templates-about = En mal er en sak som rådet behandler hvert år. Endrer du en mal, endres ikke planer som er startet.
annual-plan-no-templates = Rådet har ingen maler. Legg til saker som kommer igjen hvert år, som budsjettrammer og tertialrapporter.
annual-plan-new-template = Ny mal
annual-plan-template-edit = Endre malen
annual-plan-template-remove = Slett malen
annual-plan-template-remove-follows = Malen blir borte. Saker som er laget av den, står igjen i planene.
annual-plan-when = Når
annual-plan-counting = Tallene er
annual-plan-counting-meeting = Nummer på ordinære møter i året
annual-plan-counting-month = Måneder: første ordinære møte fra og med måneden
annual-plan-numbers = Tall fra 1 til 12
annual-plan-numbers-help = Sett komma mellom tallene når saken kommer flere ganger i året, som 1, 3, 5.
annual-plan-at-numbers = Møte nummer { $numbers }
annual-plan-at-months = Første ordinære møte fra og med { $months }

# Det som ikke går.

annual-plan-not-numbers = Skriv tall fra 1 til 12 med komma mellom.
annual-plan-meeting-elsewhere = Velg et av rådets møter dette året.
annual-plan-meeting-cancelled = Møtet er avlyst. Velg et annet.
annual-plan-meeting-over = Møtet er over. Velg et annet.
annual-plan-case-there = Saken står i planen alt.
annual-plan-is-carried = Saken er flyttet til neste år. Endre den der.
annual-plan-is-dropped = Saken er tatt ut av planen. Sett den inn igjen før du endrer den.
annual-plan-is-on-agenda = Saken står på en saksliste eller er behandlet. Flytt den fra sakens side.
annual-plan-has-case = Saken er meldt inn. Endre teksten på sakens side.
annual-plan-approved-later = Skriv en dag som har vært.
annual-plan-too-many = Planen har ikke plass til flere saker. Ta ut noen først.

# Det som ble gjort.

said-annual-plan-started = Sakene fra malene står i planen.
said-annual-plan-carried = Sakene er flyttet hit. Sett dem til møter.
said-annual-plan-on-agenda = Sakene fra saksplanen står på sakslista.
said-annual-plan-approved = Godkjenningen er lagret.
said-annual-plan-published = Lagret hvem planen vises til.
said-plan-item-added = Saken står i planen.
said-plan-item-dropped = Saken er tatt ut av planen.

# Sakslista.

annual-plan-waiting = Planlagt for møtet
annual-plan-waiting-about = Disse sakene står i saksplanen, men ikke på sakslista. Når du setter dem på, lager systemet en sak for dem som mangler det.
annual-plan-late-help = Fristen for å melde saker til møtet er ute. Det lagres at { $chair } har tillatt sakene.
annual-plan-case-why = Saken står i saksplanen for { $year }.

# E-post.

annual-plan-mail-prepare-subject = Forbered planlagte saker til møtet { $meeting } i { $board }
annual-plan-mail-prepare = Planlagte saker til møtet { $meeting } mangler sak eller saksbehandler. Meld dem inn og avklar hvem som forbereder dem innen { $date }, eller flytt dem til et annet møte.
annual-plan-mail-slipped-subject = Planlagte saker ble ikke behandlet i møtet { $meeting } i { $board }
annual-plan-mail-slipped = Planlagte saker ble ikke behandlet i møtet som ble avsluttet { $date }. Sett dem til et annet møte, flytt dem til neste år eller ta dem ut av planen.
annual-plan-mail-unprepared = Saker som mangler noe
annual-plan-mail-untreated = Saker som ikke ble behandlet
annual-plan-mail-until = Siste dag for å melde saker
annual-plan-mail-was = Siste møtedag
annual-plan-mail-action = Se saksplanen
