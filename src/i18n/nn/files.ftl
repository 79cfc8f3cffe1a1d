# Filer som blir sende inn.
file-store-away = Vi får ikkje lagra eller henta filer akkurat no. Ingenting er lagra. Prøv igjen om nokre minutt.
file-no-room = Vi har ikkje plass til fleire filer, så fila er ikkje lagra. Sei frå til dei som driftar løysinga.
file-too-large = Fila er større enn { $most } MB og er ikkje lagra. Del ho opp, eller lagre ho med mindre bilete.
file-too-many = Du kan sende høgst { $most } filer på éin gong. Send resten etterpå.
file-unfit-empty = Fila er tom. Vel ei fil med innhald.
file-unfit-unknown = Filtypen kan ikkje brukast. Send PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), OpenDocument (.odt, .ods, .odp), PNG eller JPEG.
file-unfit-web-page = Fila er ei nettside, same kva ho heiter. Skriv sida ut som PDF og send den fila i staden.
file-unfit-old = Fila er i eit gammalt Office-format. Opne ho og lagre ho som .docx, .xlsx eller .pptx.
file-unfit-locked = Fila er verna med passord. Fjern passordet og send fila på nytt.
file-unfit-macros = Fila inneheld makroar. Lagre ho utan makroar, som .docx, .xlsx eller .pptx.
file-unfit-broken = Fila er skadd eller ikkje heil. Opne ho på di eiga maskin, lagre ho og send ho på nytt.
file-unfit-bomb = Fila blir altfor stor når ho blir pakka ut. Lagre ho på nytt med mindre innhald eller mindre bilete.
