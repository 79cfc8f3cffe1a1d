# Filer som lastes opp.

file-too-large = Filen er større enn { $most } MB. Gjør den mindre, eller del den opp.
file-unfit-empty = Filen er tom. Åpne den på maskinen din og sjekk at den er lagret.
file-unfit-unknown = Vi kan ikke bruke denne filtypen. Lagre dokumentet som PDF og prøv igjen.
file-unfit-web-page = Dette er en nettside og ikke et dokument. Lagre dokumentet som PDF og prøv igjen.
file-unfit-old-or-locked = Filen er i et gammelt Office-format eller har passord. Lagre den uten passord som PDF eller i dagens format (.docx, .xlsx eller .pptx).
file-unfit-macros = Filen har makroer. Lagre den uten makroer og prøv igjen.
file-unfit-broken = Filen er skadet og kan ikke leses. Åpne den på maskinen din, lagre den på nytt og prøv igjen.
file-unfit-bomb = Filen blir så stor når den pakkes ut, at vi ikke tar imot den. Lagre dokumentet som PDF og prøv igjen.
file-no-room = Filen kunne ikke tas imot akkurat nå, og ingenting er lagret. Prøv igjen om litt.
file-uploading = Laster opp: { $percent } prosent
