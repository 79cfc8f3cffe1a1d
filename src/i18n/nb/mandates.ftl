# Mandatet som dokument: teksten, veien til godkjenning, forskjellen på to versjoner, og hva en versjon ville endre.

mandate-draft-new = Skriv utkast til ny versjon
mandate-draft-about = Utkastet begynner med reglene, fristene og teksten fra versjonen du velger. Bare sekretariatet ser det til du sender det som sak, og det gjelder ikke før det er godkjent.
mandate-label-help = For eksempel 1.5. To versjoner kan ikke hete det samme.
mandate-from-help = Dagen etter at den forrige versjonen slutter å gjelde.
mandate-language = Språk i teksten
mandate-copy = Begynn med regler og tekst fra

mandate-text = Tekst
mandate-text-of = Mandat, versjon { $label }: teksten
mandate-text-write = Skriv teksten
mandate-text-help = Begynn hvert punkt med en linje som denne: # 4. Sammensetning. Under den skriver du innholdet i punktet. Reglene i versjonen viser til punktene med nummeret.
mandate-text-stands = Teksten ligger fast. Er noe feil, skriver sekretariatet et utkast til ny versjon. Er versjonen til behandling, kan den sendes tilbake først.
mandate-text-before = Teksten «{ $words }» står før det første punktet. Begynn med en linje som denne: # 1. Bakgrunn.
mandate-text-no-number = Overskriften «{ $words }» mangler nummer. Skriv den slik: # 1. Bakgrunn.
mandate-text-no-heading = Punkt { $number } mangler overskrift, eller den er lengre enn { $most } tegn.
mandate-text-no-body = Punkt { $number } har ikke noe innhold. Skriv innholdet, eller ta bort overskriften.
mandate-text-number-twice = Punkt { $number } står to ganger. Gi det ene et annet nummer.
mandate-text-many = Teksten har flere enn { $most } punkter. Slå sammen noen av dem.
mandate-no-text = Teksten er ikke lagt inn.
mandate-rules-here = Regler som kommer fra dette punktet:
mandate-loose = Regler uten punkt i teksten
mandate-loose-about = Disse reglene viser til punkter som ikke står i teksten. Sekretariatet retter punktet på regelen, eller skriver det inn i et utkast.

mandate-next = Neste steg
mandate-send = Send som sak
mandate-send-about = { $board } godkjenner mandatet. Når du sender utkastet som sak, ligger teksten fast, og alle i rådet kan lese den. Sekretariatet for { $board } tar stilling til saken.
mandate-case = Sak
mandate-case-open = Åpne saken
mandate-case-title = Mandat for { $board }, versjon { $label }
mandate-case-description =
    Rådet skal ta stilling til om versjon { $label } av mandatet kan godkjennes.

    Les teksten og hva som er endret: { $url }
mandate-no-text-to-send = Utkastet har ingen tekst ennå. Skriv teksten før du sender det som sak.
mandate-not-yours-to-send = Bare de som kan foreslå saker for { $board }, kan sende utkastet dit.
mandate-approve = Registrer godkjenningen
mandate-approve-about = Versjonen er til behandling i { $board }. Når den er godkjent, registrerer du vedtaket her. Den gjelder fra { $date }, og versjonen før slutter dagen før.
mandate-approve-late = Versjonen skulle gjelde fra { $date }. Godkjenner du den nå, regnes frister og regler fra den dagen etter denne versjonen.
mandate-case-untreated = Saken har statusen «{ $state }» og er ikke behandlet ennå. Registrer godkjenningen når rådet har vedtatt versjonen.
mandate-first-day = { $n ->
    [0] Med dem som er oppnevnt til { $date }, ville ingen regel være brutt den første dagen.
    [one] Med dem som er oppnevnt til { $date }, ville én regel være brutt fra den første dagen:
   *[other] Med dem som er oppnevnt til { $date }, ville { $n } regler være brutt fra den første dagen:
}
mandate-numbers-unsaid = Tallene i disse reglene står ikke i punktet som reglene viser til. Se om teksten eller reglene skal rettes:
# Tallene fra én til tolv slik de står i en tekst. Komma skiller tallene, skråstrek formene av det samme tallet.
mandate-numbers-in-words = én/en/ett/ei, to, tre, fire, fem, seks, sju/syv, åtte, ni, ti, elleve, tolv
mandate-decision-help = For eksempel: Godkjent av Styringsrådet i sak 12/27.
mandate-approved-on = Godkjent
mandate-approved-later = Dagen er ikke kommet. Skriv dagen da mandatet ble godkjent.
mandate-send-back = Send tilbake som utkast
mandate-drop = Slett versjonen
mandate-drop-how = Teksten, reglene og fristene i versjonen blir borte. Er den sendt som sak, må du avslutte saken selv.
said-mandate-text = Teksten er lagret.
said-mandate-proposed = Utkastet er sendt som sak.
said-mandate-approved = Versjonen er godkjent.
said-mandate-sent-back = Versjonen er et utkast igjen.
said-mandate-dropped = Versjonen er slettet.

mandate-difference = Se forskjellen
mandate-difference-of = Forskjellen på versjon { $older } og { $newer }
mandate-difference-with = Sammenlign med versjon
mandate-difference-alone = Rådet har bare denne versjonen. Når det kommer en til, ser du forskjellen her.
mandate-difference-key = Det som er nytt, er understreket. Det som er tatt bort, er strøket over.
mandate-added = Ny
mandate-removed = Fjernet
mandate-changed = Endret
mandate-text-same = De to tekstene er like.
mandate-paragraphs-same = { $n ->
    [one] Ett punkt er likt i begge og vises ikke.
   *[other] { $n } punkter er like i begge og vises ikke.
}
mandate-rules-same = Reglene er de samme.
mandate-deadlines-same = Fristene er de samme.
mandate-what-happened = Endring
mandate-was = Fra
mandate-becomes = Til

mandate-what-if = Se hva som endrer seg
mandate-if-about = Her ser du hva versjon { $label } ville endre om den gjaldt fra dagen du velger, med tallene du skriver. Ingenting lagres, og ingen får e-post.
mandate-if-from = Gjelder fra
mandate-if-least = Minst så mange medlemmer
mandate-if-most = Høyst så mange medlemmer
mandate-if-months = Lengste periode i måneder
mandate-if-months-help = For eksempel 48 for fire år.
mandate-if-meetings = Ordinære møter i året
mandate-if-ask = Vis hva som endrer seg
mandate-if-use = Bruk tallene i utkastet
mandate-if-short = Kort sagt, fra { $date }
mandate-if-broken = { $broken ->
    [0] Ingen regel ville være brutt
    [one] Én regel ville være brutt
   *[other] { $broken } regler ville være brutt
}{ $unknown ->
    [0] .
    [one] , og for én mangler det opplysninger.
   *[other] , og for { $unknown } mangler det opplysninger.
}
mandate-if-turned = { $n ->
    [0] Ingen regel får et annet resultat enn med mandatet som gjelder.
    [one] Én regel får et annet resultat enn med mandatet som gjelder.
   *[other] { $n } regler får et annet resultat enn med mandatet som gjelder.
}
mandate-if-terms = { $n ->
    [0] Ingen har en periode som ville være for lang.
    [one] Én virksomhet har en periode som ville være for lang.
   *[other] { $n } virksomheter har perioder som ville være for lange.
}
mandate-if-seats = { $n ->
    [0] Rådet ville ikke ha for mange plasser.
    [one] Rådet ville ha én plass for mye.
   *[other] Rådet ville ha { $n } plasser for mange.
}
mandate-if-deadlines = { $n ->
    [0] Ingen planlagte møter får andre frister.
    [one] Ett planlagt møte får andre frister.
   *[other] { $n } planlagte møter får andre frister.
}
mandate-if-lacking-more = { $n ->
    [one] I { $first }–{ $last } ville det mangle ett ordinært møte mer enn med mandatet som gjelder.
   *[other] I { $first }–{ $last } ville det mangle { $n } flere ordinære møter enn med mandatet som gjelder.
}
mandate-if-lacking-fewer = { $n ->
    [one] I { $first }–{ $last } ville det mangle ett ordinært møte mindre enn med mandatet som gjelder.
   *[other] I { $first }–{ $last } ville det mangle { $n } færre ordinære møter enn med mandatet som gjelder.
}
mandate-if-lacking-same = I { $first }–{ $last } ville det verken mangle flere eller færre ordinære møter enn med mandatet som gjelder.
mandate-if-day = Regel for regel { $date }
mandate-if-then = Slik det ville bli
mandate-if-same = Det samme
mandate-if-turns = Hva som blir annerledes
mandate-if-none-turns = Ingen regel får et annet resultat, verken den dagen, på et planlagt møte eller når noe endrer seg av seg selv.
mandate-if-not-asked = Gjelder ikke
mandate-if-deadlines-title = Frister som flytter seg
mandate-if-no-deadlines = Ingen frister for planlagte møter flytter seg.
mandate-if-years = Ordinære møter år for år
mandate-if-years-same = Versjonen krever like mange ordinære møter som mandatet som gjelder.
mandate-if-year = År
mandate-if-planned = Planlagt
mandate-if-asked-now = Krav i dag
mandate-if-asked-then = Krav da
mandate-if-lacks = Mangler da
