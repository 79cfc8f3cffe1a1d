# Filer som sendes inn.
file-store-away = Vi får ikke lagret eller hentet filer akkurat nå. Ingenting er lagret. Prøv igjen om noen minutter.
file-no-room = Det er ikke plass til flere filer hos oss, så filen er ikke lagret. Si fra til dem som drifter løsningen.
file-too-large = Filen er større enn { $most } MB og er ikke lagret. Del den opp, eller lagre den med mindre bilder.
file-too-many = Du kan sende høyst { $most } filer på én gang. Send resten etterpå.
file-unfit-empty = Filen er tom. Velg en fil med innhold.
file-unfit-unknown = Filtypen kan ikke brukes. Send PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), OpenDocument (.odt, .ods, .odp), PNG eller JPEG.
file-unfit-web-page = Filen er en nettside, uansett hva den heter. Skriv siden ut som PDF og send PDF-en.
file-unfit-old = Filen er i et gammelt Office-format. Åpne den og lagre den som .docx, .xlsx eller .pptx.
file-unfit-locked = Filen er beskyttet med passord. Fjern passordet og send filen på nytt.
file-unfit-macros = Filen inneholder makroer. Lagre den uten makroer, som .docx, .xlsx eller .pptx.
file-unfit-broken = Filen er skadet eller ikke hel. Åpne den på egen maskin, lagre den og send den på nytt.
file-unfit-bomb = Filen blir altfor stor når den pakkes ut. Lagre den på nytt med mindre innhold eller mindre bilder.
file-uploading = Laster opp: { $percent } prosent
