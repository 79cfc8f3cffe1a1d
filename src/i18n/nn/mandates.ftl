# Mandatet som dokument: teksten, vegen til godkjenning, skilnaden på to versjonar, og kva ein versjon ville endre.

mandate-draft-new = Skriv utkast til ny versjon
mandate-draft-about = Utkastet tek utgangspunkt i reglane, fristane og teksten i versjonen du vel. Berre sekretariatet ser det til du sender det som sak, og det gjeld ikkje før det er godkjent.
mandate-label-help = Til dømes 1.5. To versjonar kan ikkje heite det same.
mandate-from-help = Dagen etter at den førre versjonen sluttar å gjelde.
mandate-language = Språk i teksten
mandate-copy = Ta utgangspunkt i reglar og tekst frå

mandate-text = Tekst
mandate-text-of = Mandat, versjon { $label }: teksten
mandate-text-write = Skriv teksten
mandate-text-help = Start kvart punkt med ei linje som denne: # 4. Samansetjing. Under linja skriv du innhaldet i punktet. Reglane i versjonen viser til punkta med nummeret.
mandate-text-stands = Teksten ligg fast. Er noko feil, skriv sekretariatet eit utkast til ny versjon. Er versjonen til behandling, kan han sendast tilbake først.
mandate-text-before = Teksten «{ $words }» står før det første punktet. Start med ei linje som denne: # 1. Bakgrunn.
mandate-text-no-number = Overskrifta «{ $words }» manglar nummer. Skriv henne slik: # 1. Bakgrunn.
mandate-text-no-heading = Punkt { $number } manglar overskrift, eller så er ho lengre enn { $most } teikn.
mandate-text-no-body = Punkt { $number } har ikkje noko innhald. Skriv innhaldet, eller ta bort overskrifta.
mandate-text-number-twice = Punkt { $number } står to gonger. Gi det eine eit anna nummer.
mandate-text-many = Teksten har fleire enn { $most } punkt. Slå saman nokre av dei.
mandate-no-text = Teksten er ikkje lagd inn.
mandate-rules-here = Reglar som kjem frå dette punktet:
mandate-loose = Reglar utan punkt i teksten
mandate-loose-about = Desse reglane viser til punkt som ikkje står i teksten. Sekretariatet rettar punktet på regelen, eller skriv det inn i eit utkast.

mandate-next = Neste steg
mandate-send = Send som sak
mandate-send-about = { $board } godkjenner mandatet. Når du sender utkastet som sak, ligg teksten fast, og alle i rådet kan lese han. Sekretariatet for { $board } tek stilling til saka.
mandate-case = Sak
mandate-case-open = Opne saka
mandate-case-title = Mandat for { $board }, versjon { $label }
mandate-case-description =
    Rådet skal ta stilling til om versjon { $label } av mandatet kan godkjennast.

    Les teksten og kva som er endra: { $url }
mandate-no-text-to-send = Utkastet har ingen tekst enno. Skriv teksten før du sender det som sak.
mandate-not-yours-to-send = Berre dei som kan gjere framlegg om saker for { $board }, kan sende utkastet dit.
mandate-approve = Registrer godkjenninga
mandate-approve-about = Versjonen er til behandling i { $board }. Når han er godkjend, registrerer du vedtaket her. Han gjeld frå { $date }, og versjonen føre sluttar dagen før.
mandate-approve-late = Versjonen skulle gjelde frå { $date }. Godkjenner du han no, blir fristar og reglar frå den dagen rekna etter denne versjonen.
mandate-case-untreated = Saka har statusen «{ $state }» og er ikkje behandla enno. Registrer godkjenninga når rådet har vedteke versjonen.
mandate-first-day = { $n ->
    [0] Med dei som er oppnemnde til { $date }, ville ingen regel vere broten den første dagen.
    [one] Med dei som er oppnemnde til { $date }, ville éin regel vere broten frå den første dagen:
   *[other] Med dei som er oppnemnde til { $date }, ville { $n } reglar vere brotne frå den første dagen:
}
mandate-numbers-unsaid = Tala i desse reglane står ikkje i punktet som reglane viser til. Sjå om teksten eller reglane skal rettast:
# Tala frå éin til tolv slik dei står i ein tekst. Komma skil tala, skråstrek formene av det same talet.
mandate-numbers-in-words = éin/ein/ei/eitt, to, tre, fire, fem, seks, sju, åtte, ni, ti, elleve, tolv
mandate-decision-help = Til dømes: Godkjent av Styringsrådet i sak 12/27.
mandate-approved-on = Godkjend
mandate-approved-later = Dagen er ikkje komen. Skriv dagen då mandatet vart godkjent.
mandate-send-back = Send tilbake som utkast
mandate-drop = Slett versjonen
mandate-drop-how = Teksten, reglane og fristane i versjonen blir borte. Er han send som sak, må du avslutte saka sjølv.
said-mandate-text = Teksten er lagra.
said-mandate-proposed = Utkastet er sendt som sak.
said-mandate-approved = Versjonen er godkjend.
said-mandate-sent-back = Versjonen er eit utkast att.
said-mandate-dropped = Versjonen er sletta.

mandate-difference = Sjå skilnaden
mandate-difference-of = Skilnaden på versjon { $older } og { $newer }
mandate-difference-with = Samanlikn med versjon
mandate-difference-alone = Rådet har berre denne versjonen. Når det kjem ein til, ser du skilnaden her.
mandate-difference-key = Det som er nytt, er understreka. Det som er teke bort, er stroke over.
mandate-added = Ny
mandate-removed = Fjerna
mandate-changed = Endra
mandate-text-same = Dei to tekstane er like.
mandate-paragraphs-same = { $n ->
    [one] Eitt punkt er likt i begge og er ikkje vist.
   *[other] { $n } punkt er like i begge og er ikkje viste.
}
mandate-rules-same = Reglane er dei same.
mandate-deadlines-same = Fristane er dei same.
mandate-what-happened = Endring
mandate-was = Frå
mandate-becomes = Til

mandate-what-if = Sjå kva som endrar seg
mandate-if-about = Her ser du kva versjon { $label } ville endre om han galdt frå dagen du vel, med tala du skriv. Ingenting blir lagra, og ingen får e-post.
mandate-if-from = Gjeld frå
mandate-if-least = Minst så mange medlemmer
mandate-if-most = Høgst så mange medlemmer
mandate-if-months = Lengste periode i månader
mandate-if-months-help = Til dømes 48 for fire år.
mandate-if-meetings = Ordinære møte i året
mandate-if-ask = Vis kva som endrar seg
mandate-if-use = Bruk tala i utkastet
mandate-if-short = Kort sagt, frå { $date }
mandate-if-broken = { $broken ->
    [0] Ingen regel ville vere broten
    [one] Éin regel ville vere broten
   *[other] { $broken } reglar ville vere brotne
}{ $unknown ->
    [0] .
    [one] , og for éin manglar det opplysningar.
   *[other] , og for { $unknown } manglar det opplysningar.
}
mandate-if-turned = { $n ->
    [0] Ingen regel får eit anna resultat enn med mandatet som gjeld.
    [one] Éin regel får eit anna resultat enn med mandatet som gjeld.
   *[other] { $n } reglar får eit anna resultat enn med mandatet som gjeld.
}
mandate-if-terms = { $n ->
    [0] Ingen har ein periode som ville vere for lang.
    [one] Éi verksemd har ein periode som ville vere for lang.
   *[other] { $n } verksemder har periodar som ville vere for lange.
}
mandate-if-seats = { $n ->
    [0] Rådet ville ikkje ha for mange plassar.
    [one] Rådet ville ha éin plass for mykje.
   *[other] Rådet ville ha { $n } plassar for mange.
}
mandate-if-deadlines = { $n ->
    [0] Ingen planlagde møte får andre fristar.
    [one] Eitt planlagt møte får andre fristar.
   *[other] { $n } planlagde møte får andre fristar.
}
mandate-if-lacking-more = { $n ->
    [one] I { $first }–{ $last } ville det mangle eitt ordinært møte meir enn med mandatet som gjeld.
   *[other] I { $first }–{ $last } ville det mangle { $n } fleire ordinære møte enn med mandatet som gjeld.
}
mandate-if-lacking-fewer = { $n ->
    [one] I { $first }–{ $last } ville det mangle eitt ordinært møte mindre enn med mandatet som gjeld.
   *[other] I { $first }–{ $last } ville det mangle { $n } færre ordinære møte enn med mandatet som gjeld.
}
mandate-if-lacking-same = I { $first }–{ $last } ville det verken mangle fleire eller færre ordinære møte enn med mandatet som gjeld.
mandate-if-day = Regel for regel { $date }
mandate-if-then = Slik det ville bli
mandate-if-same = Det same
mandate-if-turns = Kva som blir annleis
mandate-if-none-turns = Ingen regel får eit anna resultat, verken den dagen, på eit planlagt møte eller når noko endrar seg av seg sjølv.
mandate-if-not-asked = Gjeld ikkje
mandate-if-deadlines-title = Fristar som flyttar seg
mandate-if-no-deadlines = Ingen fristar for planlagde møte flyttar seg.
mandate-if-years = Ordinære møte år for år
mandate-if-years-same = Versjonen krev like mange ordinære møte som mandatet som gjeld.
mandate-if-year = År
mandate-if-planned = Planlagt
mandate-if-asked-now = Krav i dag
mandate-if-asked-then = Krav då
mandate-if-lacks = Manglar då
