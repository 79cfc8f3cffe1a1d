# Saksplanen: kva saker rådet behandlar i kva møte i eit år.

annual-plan = Saksplan { $year }
annual-plans = Saksplanar
annual-plan-about = Saksplanen er årsplanen som mandatet talar om: kva saker rådet skal behandle i kvart møte gjennom året.
annual-plan-meetings-of-year = Møta dette året
annual-plan-empty = Ingenting er planlagt enno. Start frå malane, eller legg til ei sak.
annual-plan-no-meetings = Året har ingen møte enno. Du kan planleggje saker no, og leggje dei til møte når møta er sette opp.
annual-plan-not-published = Saksplanen for dette året er ikkje publisert.
annual-plan-public-about = Sakene som { $board } skal ta opp i { $year }, møte for møte.
annual-plan-by-meeting = Sakene møte for møte
annual-plan-not-scheduled = Ikkje sett til eit møte enno
annual-plan-out = Teke ut, flytt til neste år eller behandla eit anna år
annual-plan-none-here = Ingen saker her.
annual-plan-case = Sak
annual-plan-state = Status
annual-plan-state-not_scheduled = Ikkje sett til eit møte
annual-plan-state-planned = Planlagd
annual-plan-state-on_agenda = På saklista
annual-plan-state-treated = Behandla
annual-plan-state-slipped = Ikkje behandla i møtet
annual-plan-state-carried = Flytt til neste år
annual-plan-state-dropped = Teken ut av planen
annual-plan-changed = Endra etter godkjenninga
annual-plan-carried-here = Frå året før
annual-plan-title-withheld = Ei sak med ein tittel du ikkje kan sjå
annual-plan-not-approved = Rådet har ikkje godkjent planen enno.
annual-plan-approved = Rådet godkjende planen { $date } ({ $reference }).
annual-plan-changes = { $count ->
    [one] Éi sak er endra etter det.
   *[other] { $count } saker er endra etter det.
}
annual-plan-shown-to = Blir vist til
annual-plan-shown-to-now = Planen blir vist til: { $who }.
annual-plan-as-others = Sjå planen slik andre ser han
annual-plan-wheel = Møta gjennom året, med sakene som er planlagde for kvart av dei. Lista under har det same i ord.
annual-plan-wheel-slipped = Trekanten viser møte der ei sak ikkje vart behandla.
annual-plan-at-meeting = { $meeting }, { $count ->
    [0] ingen saker
    [one] éi sak
   *[other] { $count } saker
}
annual-plan-counts = Talet på saker i kvart møte

# Endringar.

annual-plan-change = Endre
annual-plan-move = Flytt
annual-plan-moved = Saka er flytt hit: { $place }
annual-plan-move-spoken = Flytt: { $item }
annual-plan-open = Opne
annual-plan-drag = Dra til eit anna møte
annual-plan-dragged = { $item }: slepp for å flytte til { $place }
annual-plan-drag-back = Saka står der ho stod.
annual-plan-to-agenda = { $count ->
    [one] Set saka på saklista { $day }
   *[other] Set dei { $count } sakene på saklista { $day }
}
annual-plan-carry = { $count ->
    [one] Flytt éi sak til { $year }
   *[other] Flytt { $count } saker til { $year }
}
annual-plan-carry-follows = Det gjeld saker som ikkje vart behandla i møtet sitt, og saker som ikkje er sette til eit møte. Dei står i planen for { $year } utan møte, og her blir dei viste som flytte.
annual-plan-start = Start frå malane
annual-plan-nothing-saved = Ingenting er lagra enno. Det som alt står i planen, blir ståande som det er.
annual-plan-nothing-missing = Alt frå malane står i planen alt.
annual-plan-start-add = { $count ->
    [one] Legg éi sak i planen
   *[other] Legg { $count } saker i planen
}
annual-plan-new-item = Legg til ei sak
annual-plan-from-case = Meld sak
annual-plan-from-case-help = Vel ei sak som er meld inn. Eller la feltet stå, og skriv tittel, sakstype og emne under.
annual-plan-no-case = Inga
annual-plan-item-title = Tittel
annual-plan-meeting = Møte
annual-plan-to-case = Opne saka
annual-plan-move-title = Flytt til eit anna møte
annual-plan-write-title = Endre teksten
annual-plan-drop-title = Ta saka ut av planen
annual-plan-drop = Ta ut
annual-plan-why = Grunngiving
annual-plan-restore = Set saka inn i planen igjen

# Godkjenning og publisering.

annual-plan-approval = Godkjenn og publiser
annual-plan-approve-title = Godkjenninga frå rådet
annual-plan-approve = Lagre godkjenninga
annual-plan-approved-on = Dato for godkjenninga
annual-plan-approved-in = Kvar det står
annual-plan-approved-in-help = Til dømes «sak 31/26». Blir vist til alle som ser planen.
annual-plan-approved-case = Saka han vart godkjend i
annual-plan-publish-title = Kven planen blir vist til
annual-plan-publish-about = Titlar på saker som er unnatekne offentlegheit, blir berre viste til dei som kan lese saka.
annual-plan-publish = Lagre kven han blir vist til

# Malar.

annual-plan-templates = Malar for saksplanen
annual-plan-templates-about = Ein mal er ei sak som rådet behandlar kvart år. Endrar du ein mal, blir ikkje planar som er starta, endra.
annual-plan-no-templates = Rådet har ingen malar. Legg til saker som kjem igjen kvart år, som budsjettrammer og tertialrapportar.
annual-plan-new-template = Ny mal
annual-plan-template-edit = Endre malen
annual-plan-template-remove = Slett malen
annual-plan-template-remove-follows = Malen blir borte. Saker som er laga av han, står att i planane.
annual-plan-when = Når
annual-plan-counting = Tala er
annual-plan-counting-meeting = Nummer på ordinære møte i året
annual-plan-counting-month = Månader: første ordinære møte frå og med månaden
annual-plan-numbers = Tal frå 1 til 12
annual-plan-numbers-help = Set komma mellom tala når saka kjem fleire gonger i året, som 1, 3, 5.
annual-plan-at-numbers = Møte nummer { $numbers }
annual-plan-at-months = Første ordinære møte frå og med { $months }

# Det som ikkje går.

annual-plan-not-numbers = Skriv tal frå 1 til 12 med komma mellom.
annual-plan-meeting-elsewhere = Vel eit av møta til rådet dette året.
annual-plan-meeting-cancelled = Møtet er avlyst. Vel eit anna.
annual-plan-meeting-over = Møtet er over. Vel eit anna.
annual-plan-case-there = Saka står i planen alt.
annual-plan-is-carried = Saka er flytt til neste år. Endre ho der.
annual-plan-is-dropped = Saka er teken ut av planen. Set ho inn att før du endrar ho.
annual-plan-is-on-agenda = Saka står på ei sakliste eller er behandla. Flytt ho frå sida til saka.
annual-plan-has-case = Saka er meld inn. Endre teksten på sida til saka.
annual-plan-approved-later = Skriv ein dag som har vore.
annual-plan-too-many = Planen har ikkje plass til fleire saker. Ta ut nokre først.

# Det som vart gjort.

said-annual-plan-started = Sakene frå malane står i planen.
said-annual-plan-carried = Sakene er flytte hit. Set dei til møte.
said-annual-plan-on-agenda = Sakene frå saksplanen står på saklista.
said-annual-plan-approved = Godkjenninga er lagra.
said-annual-plan-published = Lagra kven planen blir vist til.
said-plan-item-added = Saka står i planen.
said-plan-item-dropped = Saka er teken ut av planen.

# Saklista.

annual-plan-waiting = Planlagt for møtet
annual-plan-waiting-about = Desse sakene står i saksplanen, men ikkje på saklista. Når du set dei på, lagar systemet ei sak for dei som manglar det.
annual-plan-late-help = Fristen for å melde saker til møtet er ute. Det blir lagra at { $chair } har tillate sakene.
annual-plan-case-why = Saka står i saksplanen for { $year }.

# E-post.

annual-plan-mail-prepare-subject = Førebu planlagde saker til møtet { $meeting } i { $board }
annual-plan-mail-prepare = Planlagde saker til møtet { $meeting } manglar sak eller saksbehandlar. Meld dei inn og avklar kven som førebur dei innan { $date }, eller flytt dei til eit anna møte.
annual-plan-mail-slipped-subject = Planlagde saker vart ikkje behandla i møtet { $meeting } i { $board }
annual-plan-mail-slipped = Planlagde saker vart ikkje behandla i møtet som vart avslutta { $date }. Set dei til eit anna møte, flytt dei til neste år eller ta dei ut av planen.
annual-plan-mail-unprepared = Saker som manglar noko
annual-plan-mail-untreated = Saker som ikkje vart behandla
annual-plan-mail-until = Siste dag for å melde inn saker
annual-plan-mail-was = Siste møtedag
annual-plan-mail-action = Sjå saksplanen
