# Samarbeid og høring: organene rådet forholder seg til, dokumentene som beskriver det, og hvem som er hørt i en sak.

related = Samarbeid og høring
related-what = Organene rådet forholder seg til, hva hvert av dem skal høres om, og dokumentet som beskriver forholdet.
related-none = Det er ingen organer her ennå. Sekretariatet legger dem inn.
related-on-board = { $n ->
    [0] Ingen organer er lagt inn ennå
    [one] Se organet rådet forholder seg til
   *[other] Se de { $n } organene rådet forholder seg til
}
related-on-board-overdue = { $n ->
    [one] Ett dokument skulle vært gjennomgått
   *[other] { $n } dokumenter skulle vært gjennomgått
}
related-new = Nytt organ
related-edit = Endre { $body }
related-too-many = Det er ikke plass til flere.
related-name = Organ
related-kind = Forhold
related-organisation = Virksomhet
related-organisation-help = Velg en hvis organet er en virksomhet i registeret.
related-heard-on = Høres om
related-heard-on-help = Hva organet skal høres om, med egne ord.
related-subjects = Skal høres i saker om
related-subjects-help = Sekretariatet får beskjed når organet ikke er hørt i en slik sak. Saken stanses ikke.
related-document = Dokument
related-document-help = Tittelen på dokumentet som beskriver forholdet.
related-dated = Datert
related-link = Lenke
related-link-help = Hele adressen, med https:// foran.
related-archive = Arkivreferanse
related-mandate = Hører til mandatet
related-review-on = Gjennomgås innen
related-review-on-help = Sekretariatet får en påminnelse en måned før. La feltet stå tomt hvis dokumentet ikke skal gjennomgås.
related-review-in-past = Dagen kan ikke være passert.
related-review = Gjennomgått: { $body }
related-review-how = Når du lagrer, står det at dokumentet er gjennomgått i dag. Det kan ikke endres etterpå.
related-review-save = Dokumentet er gjennomgått
related-reviews = Tidligere gjennomganger
related-reviews-of = Gjennomganger: { $body }
related-reviewed-on = Gjennomgått
related-next = Neste innen
related-note = Merknad
related-note-help = Hva som ble funnet, eller hva som må endres i dokumentet.
related-who = Ført av
related-overdue = Skulle vært gjennomgått
related-due-soon = Gjennomgås snart
related-change = Endre
related-heard = Hørt i saken
related-heard-none = Ingen er hørt i saken ennå.
related-hear = Registrer at { $body } er spurt
related-hear-of = Høring: { $body }
related-asked-on = Spurt
related-answered-on = Svarte
related-answered-on-help = La feltet stå tomt til svaret er kommet.
related-answer = Svar
related-answer-help = Kort hva organet svarte.
related-answer-link = Lenke til svaret
related-answer-open = Les svaret
related-no-answer-yet = Ikke ennå
related-day-in-future = Dagen kan ikke være i framtiden.
related-answered-first = Svaret kan ikke være fra før { $day }, da organet ble spurt.
related-answer-without-day = Skriv hvilken dag svaret kom.
related-hearing-overtaken = Noen andre endret dette mens du hadde siden åpen. Det du skrev, står her fortsatt. Se over det og lagre på nytt.
related-unhear = Fjern høringen
related-unhear-how = Gjør dette bare hvis den ble ført ved en feil.
related-not-asked = { $body } skal høres i slike saker, men er ikke spurt.
related-not-answered = { $body } skal høres i slike saker, og har ikke svart ennå.
related-mark = Ikke hørt: { $bodies }
related-made-up = Organet
related-mail-subject = { $board }: gå gjennom dokumentet om { $body } innen { $date }
related-mail-subject-late = { $board }: dokumentet om { $body } skulle vært gjennomgått innen { $date }
related-mail-ask = Dokumentet som beskriver forholdet til { $body }, skal gjennomgås innen { $date }. Se om det fortsatt stemmer, og før at det er gjennomgått.
related-mail-ask-late = Dokumentet som beskriver forholdet til { $body }, skulle vært gjennomgått innen { $date }. Gå gjennom det, eller sett en ny dag.
related-mail-action = Åpne samarbeid og høring
said-related-saved = Organet er lagret.
said-related-reviewed = Dokumentet står som gjennomgått i dag.
said-related-heard = Høringen er lagret.
ledger-kind-relation-review = Dokumentet om et samarbeid skal gjennomgås
wording-name-body = organ
wording-means-body = Organet dokumentet handler om, for eksempel Skate
