# Filer som blir lasta opp.

file-too-large = Fila er større enn { $most } MB. Gjer ho mindre, eller del ho opp.
file-unfit-empty = Fila er tom. Opne ho på maskina di og sjå etter at ho er lagra.
file-unfit-unknown = Vi kan ikkje bruke denne filtypen. Lagre dokumentet som PDF og prøv på nytt.
file-unfit-web-page = Dette er ei nettside og ikkje eit dokument. Lagre dokumentet som PDF og prøv på nytt.
file-unfit-old-or-locked = Fila er i eit gammalt Office-format eller har passord. Lagre ho utan passord som PDF eller i dagens format (.docx, .xlsx eller .pptx).
file-unfit-macros = Fila har makroar. Lagre ho utan makroar og prøv på nytt.
file-unfit-broken = Fila er skadd og kan ikkje lesast. Opne ho på maskina di, lagre ho på nytt og prøv ein gong til.
file-unfit-bomb = Fila blir så stor når ho blir pakka ut, at vi ikkje tek imot ho. Lagre dokumentet som PDF og prøv på nytt.
file-no-room = Vi kunne ikkje ta imot fila akkurat no, og ingenting er lagra. Prøv igjen om litt.
file-uploading = Lastar opp: { $percent } prosent
