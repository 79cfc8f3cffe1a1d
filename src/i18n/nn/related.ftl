# Samarbeid og høyring: organa rådet samarbeider med, dokumenta som skildrar det, og kven som er høyrde i ei sak.

related = Samarbeid og høyring
related-what = Organa rådet samarbeider med, kva kvart av dei skal høyrast om, og dokumentet som skildrar forholdet.
related-none = Det er ingen organ her enno. Sekretariatet legg dei inn.
related-on-board = { $n ->
    [0] Ingen organ er lagde inn enno
    [one] Sjå organet rådet samarbeider med
   *[other] Sjå dei { $n } organa rådet samarbeider med
}
related-on-board-overdue = { $n ->
    [one] Eitt dokument skulle ha vore gjennomgått
   *[other] { $n } dokument skulle ha vore gjennomgåtte
}
related-new = Nytt organ
related-edit = Endre { $body }
related-too-many = Det er ikkje plass til fleire.
related-name = Organ
related-kind = Forhold
related-organisation = Verksemd
related-organisation-help = Vel ei dersom organet er ei verksemd i registeret.
related-heard-on = Blir høyrt om
related-heard-on-help = Kva organet skal høyrast om, med eigne ord.
related-subjects = Skal høyrast i saker om
related-subjects-help = Sekretariatet får melding når organet ikkje er høyrt i ei slik sak. Saka blir ikkje stansa.
related-document = Dokument
related-document-help = Tittelen på dokumentet som skildrar forholdet.
related-dated = Datert
related-link = Lenkje
related-link-help = Heile adressa, med https:// framfor.
related-archive = Arkivreferanse
related-mandate = Høyrer til mandatet
related-review-on = Skal gjennomgåast innan
related-review-on-help = Sekretariatet får ei påminning ein månad før. Lat feltet stå tomt dersom dokumentet ikkje skal gjennomgåast.
related-review-in-past = Dagen kan ikkje vere passert.
related-review = Gjennomgått: { $body }
related-review-how = Når du lagrar, står det at dokumentet er gjennomgått i dag. Det kan ikkje endrast etterpå.
related-review-save = Dokumentet er gjennomgått
related-reviews = Tidlegare gjennomgangar
related-reviews-of = Gjennomgangar: { $body }
related-reviewed-on = Gjennomgått
related-next = Neste innan
related-note = Merknad
related-note-help = Kva som vart funne, eller kva som må endrast i dokumentet.
related-who = Ført av
related-overdue = Skulle ha vore gjennomgått
related-due-soon = Skal snart gjennomgåast
related-change = Endre
related-heard = Høyrde i saka
related-heard-none = Ingen er høyrde i saka enno.
related-hear = Registrer at { $body } er spurd
related-hear-of = Høyring: { $body }
related-asked-on = Spurt
related-answered-on = Svara
related-answered-on-help = Lat feltet stå tomt til svaret er kome.
related-answer = Svar
related-answer-help = Kort kva organet svara.
related-answer-link = Lenkje til svaret
related-answer-open = Les svaret
related-no-answer-yet = Ikkje enno
related-day-in-future = Dagen kan ikkje vere i framtida.
related-answered-first = Svaret kan ikkje vere frå før { $day }, då organet vart spurt.
related-answer-without-day = Skriv kva dag svaret kom.
related-hearing-overtaken = Nokon andre endra dette medan du hadde sida open. Det du skreiv, står her framleis. Sjå over det og lagre på nytt.
related-unhear = Fjern høyringa
related-unhear-how = Gjer dette berre dersom ho vart ført ved ein feil.
related-not-asked = { $body } skal høyrast i slike saker, men er ikkje spurt.
related-not-answered = { $body } skal høyrast i slike saker, og har ikkje svara enno.
related-mark = Ikkje høyrt: { $bodies }
related-made-up = Organet
related-mail-subject = { $board }: gå gjennom dokumentet om { $body } innan { $date }
related-mail-subject-late = { $board }: dokumentet om { $body } skulle ha vore gjennomgått innan { $date }
related-mail-ask = Dokumentet som skildrar forholdet til { $body }, skal gjennomgåast innan { $date }. Sjå om det framleis stemmer, og før at det er gjennomgått.
related-mail-ask-late = Dokumentet som skildrar forholdet til { $body }, skulle ha vore gjennomgått innan { $date }. Gå gjennom det, eller set ein ny dag.
related-mail-action = Opne samarbeid og høyring
said-related-saved = Organet er lagra.
said-related-reviewed = Dokumentet er ført som gjennomgått i dag.
said-related-heard = Høyringa er lagra.
ledger-kind-relation-review = Dokumentet om eit samarbeid skal gjennomgåast
wording-name-body = organ
wording-means-body = Organet dokumentet gjeld, til dømes Skate
