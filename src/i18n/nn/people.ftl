# Innlogging, verksemder og personar.

front-title = Møte og fristar for offentlege råd
front-what = Styringsråd held orden på året til eit offentleg råd: medlemmer, møte, fristar og påminningar.
front-who-title = Kven bruker tenesta
front-who-boards = Medlemmer og sekretariat ser møta, fristane og sin eigen periode.
front-who-service-owners = Tenesteeigarar kan be om tilgang med e-postadressa dei har på jobben.
front-who-public = Andre kan ta kontakt med sekretariatet.
front-how-title = Slik loggar du inn
front-how = Du treng ikkje passord. Skriv e-postadressa di, så sender vi deg ei lenkje som gjeld i 15 minutt.

sign-in-title = Logg inn
sign-in-address = E-postadresse
sign-in-address-help = Vi sender ei lenkje hit. Ho gjeld i 15 minutt og kan brukast éin gong.
sign-in-send = Send meg ei lenkje
sign-in-no-access = Har du ikkje tilgang?
sign-in-form-is-kept = Du var logga ut då du sende skjemaet. Vi har teke vare på det du skreiv. Logg inn, så kan du sende det på nytt.
sign-in-session-ended = Du er logga ut fordi det er ei stund sidan sist. Logg inn att, så kjem du tilbake dit du var.
sign-in-sent-title = Sjå i innboksen din
sign-in-sent = Dersom vi kjenner adressa, har vi sendt ei lenkje dit. Lenkja gjeld i 15 minutt.
sign-in-sent-none = Fekk du ingen e-post? Sjå i søppelposten, og sjekk at du skreiv rett adresse. Vi sender høgst fem lenkjer i timen til same adressa.
sign-in-again = Be om ei ny lenkje
sign-in-follow-title = Fullfør innlogginga
sign-in-follow = Trykk på knappen for å logge inn. Lenkja kan brukast éin gong.
sign-in-own-device = Dette er mi eiga eining
sign-in-own-device-help = Då er du innlogga i 14 dagar. Ikkje kryss av på ei maskin som andre bruker.
link-gone-title = Lenkja verkar ikkje lenger
link-gone = Lenkja er brukt, eller ho er eldre enn 15 minutt. Be om ei ny og bruk den nyaste e-posten.
link-gone-again = Be om ei ny lenkje
said-signed-out = Du er logga ut.

join-title = Be om tilgang
join-what = Arbeider du hos ein tenesteeigar, kan du be om å få lese det som blir gjort tilgjengeleg for alle tenesteeigarar.
join-address = E-postadressa di på jobben
join-address-help = Vi sender ei lenkje hit for å stadfeste at adressa er di.
join-send = Be om tilgang
join-sent = Dersom verksemda di er tenesteeigar og har godkjent e-postdomenet ditt, har vi sendt deg ei lenkje. Lenkja gjeld i 15 minutt.
join-sent-none = Fekk du ingen e-post? Ta kontakt med sekretariatet, så kan dei invitere deg.
join-confirm-title = Stadfest adressa di
join-confirm = Trykk på knappen for å stadfeste at du høyrer til { $organisation }. Då får du tilgang og blir logga inn.
join-confirm-button = Stadfest og logg inn

kept-form-title = Vi har teke vare på det du skreiv
kept-form-what = Du var logga ut då du sende skjemaet, så ingenting vart lagra. Alt du skreiv, er her. Trykk på knappen for å sende det på nytt.
kept-form-send = Send skjemaet på nytt
kept-form-leave = Ikkje send det

devices-title = Einingar du er innlogga på
devices-what = Kjenner du ikkje att ei eining, loggar du ho ut her.
devices-device = Eining
devices-since = Innlogga
devices-last-seen = Sist brukt
devices-sign-out = Logg ut
devices-sign-out-of = Logg ut { $device }
devices-sign-out-others = Logg ut alle andre einingar
devices-this = Denne eininga
devices-own = Eiga eining
devices-unknown = Ukjend eining
said-device-signed-out = Eininga er logga ut.

people-yes = Ja
people-no = Nei
people-filter = Vis
people-from = Frå { $from }
people-from-to = Frå { $from } til og med { $last }
people-days = Periode
people-first-day = Første dag
people-last-day = Siste dag
people-last-day-before-first = Siste dag kan ikkje vere før første dag.
people-period-overlaps = Perioden overlappar ein annan. Vel ein dag etter at den førre er slutt, eller avslutt han først.

organisations-title = Verksemder
organisations-text = Namn eller nummer
organisations-found = { $count ->
    [0] Ingen verksemder passar. Prøv eit kortare namn.
    [one] Éi verksemd
   *[other] { $count } verksemder
}
organisation-new = Ny verksemd
organisation-edit = Endre verksemda
organisation-name = Namn
organisation-name-help = Rettar namnet som står i dag. Har verksemda skifta namn, gir du ho eit nytt namn frå ein dato.
organisation-short-name = Kortnamn
organisation-scheme = Nummerserie
organisation-scheme-norwegian = Norsk organisasjonsnummer
organisation-scheme-other = Anna nummer
organisation-number = Organisasjonsnummer
organisation-number-help = Ni siffer, til dømes 991 825 827. La feltet stå tomt dersom nummeret er ukjent.
organisation-number-unknown = Ukjent
organisation-number-not-nine-digits = Eit norsk organisasjonsnummer har ni siffer. Sjekk nummeret, eller la feltet stå tomt.
organisation-number-wrong-control-digit = Det siste sifferet stemmer ikkje med dei andre. Sjå etter ein skrivefeil i nummeret.
organisation-number-taken = Ei anna verksemd har dette nummeret. Søk ho opp i staden for å lage ei ny.
organisation-kind = Type verksemd
organisation-size = Storleik
organisation-size-help = Kor stor verksemda er som tenesteeigar. Mandatet kan krevje at også middels store og små er med.
organisation-mailbox = Postmottak
organisation-mailbox-help = E-postadressa verksemda sjølv svarer frå.
organisation-contact = Kontakt
organisation-contact-help = Kven sekretariatet ringjer eller skriv til.
organisation-language = Språk i e-post til verksemda
organisation-domains = Godkjende e-postdomene
organisation-domains-help = Eitt på kvar linje, til dømes digdir.no. Tilsette med slik adresse kan sjølve be om tilgang som tenesteeigar.
organisation-domain-taken = { $domain } er godkjent for ei anna verksemd.
organisation-not-a-domain = «{ $domain }» er ikkje eit e-postdomene. Skriv det som står etter krøllalfa, til dømes digdir.no.
organisation-names = Namn gjennom tida
organisation-named-from = { $name }, frå { $from }
organisation-named-to = { $name }, til og med { $last }
organisation-named-from-to = { $name }, frå { $from } til og med { $last }
organisation-rename = Gi nytt namn
organisation-rename-what = Det gamle namnet blir ståande til dagen før. Møte og vedtak frå den tida viser det gamle namnet.
organisation-new-name = Nytt namn
organisation-new-name-from = Gjeld frå
organisation-name-too-early = Det nye namnet må ta til etter det førre. Vel ein seinare dag.
organisation-service-owner = Tenesteeigar
organisation-service-owner-from = Tenesteeigar frå
organisation-service-owner-last = Siste dag som tenesteeigar
organisation-people = Personar med tilgang som tenesteeigar
organisation-people-what = Dei ser det som blir gjort tilgjengeleg for alle tenesteeigarar, så lenge verksemda er tenesteeigar.
organisation-people-none = Ingen har tilgang enno.
organisation-people-none-now = Ingen har tilgang no.
organisation-people-before = Hadde tilgang før
said-organisation-saved = Verksemda er lagra.

service-owner-new = Ny periode som tenesteeigar
service-owner-never = Verksemda har ikkje vore tenesteeigar.
service-owner-end = Set siste dag
service-owner-end-help = Frå dagen etter har ingen av personane i verksemda tilgang. La feltet stå tomt dersom perioden ikkje har nokon slutt.
affiliation-joined = Kom inn
affiliation-invited = Invitert
affiliation-asked = Bad om tilgang
affiliation-end = Avslutt
affiliation-end-of = Avslutt tilgangen til { $name }
affiliation-end-follows = Personen mistar tilgangen med ein gong.
said-affiliation-ended = Tilgangen er avslutta. Han gjeld ikkje lenger.
invite-title = Inviter ein person
invite-what = Personen får e-post om korleis ein loggar inn. Tilgangen gjeld frå i dag.
invite-send = Inviter
invite-not-service-owner = Verksemda er ikkje tenesteeigar i dag. Legg inn perioden som tenesteeigar først.
invite-already = Personen har alt tilgang for denne verksemda.
said-invited = Invitasjonen er på veg.

people-title = Personar
people-text = Namn eller heile e-postadressa
people-found = { $count ->
    [0] Ingen personar passar. Prøv eit kortare namn.
    [one] Éin person
   *[other] { $count } personar
}
people-found-some = Viser { $shown } av { $count } personar. Skriv eit namn for å sjå færre.
person-new = Ny person
person-edit = Endre personen
person-mail = E-post til personen
person-name = Namn
person-address = E-postadresse
person-address-help = Personen loggar inn med denne adressa. Endrar du ho, blir personen logga ut overalt.
person-address-taken = { $name } har denne adressa. To personar kan ikkje dele adresse.
person-address-of-administrator = Berre ein administrator kan endre adressa til ein administrator.
person-address-of-other-board = Personen har ei rolle i eit råd som du ikkje er sekretariat for. Be ein administrator endre adressa.
person-language = Språk
said-language-saved = Språket er lagra.
person-title = Stilling
person-sits = Roller i råd
person-board = Råd
person-role = Rolle
person-organisation = Verksemd
person-affiliations = Tilgang for tenesteeigarar
person-administrator = Administrator
person-administrator-never = Personen har ikkje vore administrator.
person-administrator-what = Ein administrator opprettar råd og verksemder og nemner opp det første sekretariatet.
person-administrator-from = Administrator frå
person-administrator-until = Administrator til
person-make-administrator = Gjer til administrator
person-end-administrator = Avslutt som administrator
person-last-administrator = Dette er den siste administratoren utan sluttdato. Gjer ein annan til administrator først.
said-person-saved = Personen er lagra.

accessibility-title = Tilgjenge
accessibility-aim-title = Målet vårt
accessibility-aim = Alle skal kunne bruke Styringsråd. Vi følgjer krava i WCAG 2.1 på nivå AA, slik forskrift om universell utforming av IKT krev.
accessibility-works-title = Dette verkar
accessibility-works = Sidene kan brukast med tastatur, skjermlesar, stor skrift, mørk vising og utan JavaScript. Dei verkar òg på små mobilskjermar.
accessibility-not-yet-title = Dette står att
accessibility-not-yet = Denne installasjonen har enno ikkje lagt inn lenkja til si eiga tilgjengeerklæring på uustatus.no.
accessibility-tell-title = Sei frå
accessibility-tell = Finn du noko som ikkje verkar for deg, vil vi gjerne vite det.

privacy-title = Personvern
privacy-short = Vi lagrar berre det sekretariatet treng for å kalle inn, minne om fristar og vise kven som sat i rådet når.
privacy-what-title = Kva vi lagrar om deg
privacy-what = Namn, e-postadresse, språk og stilling, og kva nivå ho er på. Kva råd du har ei rolle i, og når. E-post vi har sendt deg, og når han vart send. Kva einingar du er innlogga på. Kva du har endra i systemet. Kva du svarer på innkallingar, om du var til stades i møta, og det du eventuelt seier at du treng i eit møte. Kva sakspapir du har opna, notata dine, innspela du skriv, og kven du lèt lese med. Les du sakspapir fordi ein medlem har delt dei med deg, lagrar vi namnet og adressa di, ikkje kva du les. Abonnerer du på referat, lagrar vi adressa di, språket og kor ofte du vil ha e-post. Var du med i eit møte, eller følgjer du opp noko som vart bestemt der, står namnet ditt i referatet.
privacy-why-title = Kvifor
privacy-why = Rådet skal følgje mandatet sitt, og forvaltninga skal kunne vise kva som vart gjort og av kven. Grunnlaget er personvernforordninga artikkel 6 nr. 1 bokstav e og arkivlova. Det du seier at du treng i eit møte, er frivillig, og rådet bruker det berre til å leggje til rette, fordi du har bede om det (artikkel 9 nr. 2 bokstav a). Abonnerer du på referat, er grunnlaget at du har sagt ja (artikkel 6 nr. 1 bokstav a), og du kan seie nei med eitt klikk. Referat som er publiserte, viser kven som var med i møta, og kven som følgjer opp. Grunnlaget for det er artikkel 6 nr. 1 bokstav e: det er ei oppgåve i interessa til ålmenta å vise kven som har gitt forvaltninga råd.
privacy-long-title = Kor lenge
privacy-long = Ei økt sluttar av seg sjølv, vanlegvis etter 30 minutt utan bruk. Innloggingslenkjer og IP-adressa til den som bad om lenkja, blir sletta når nokon loggar inn og dei er meir enn eitt døgn gamle. Det same gjeld skjema du sende etter at du var logga ut. Kven som sat i rådet, og kva som vart endra, er arkivverdig og blir teke vare på. Det du seier at du treng i eit møte, blir sletta ei veke etter møtet, eller med ein gong du svarer noko anna enn at du kjem. Har du berre vore vara, blir adressa di sletta 190 dagar etter det siste møtet; namnet ditt står i referatet. At du har opna eit sakspapir, blir sletta etter eitt år. Berre du ser det, om ikkje rådet lèt sekretariatet sjå det: då står det der du les papira, og kor lenge. Har nokon delt sakspapir med deg, blir namnet og adressa di sletta 30 dagar etter møtet. Notata dine til sakspapira er berre dine, og du slettar dei sjølv. Adressa til den som abonnerer på referat, lagrar vi så lenge abonnementet varer, og i 30 dagar etter at det er avslutta. Er ho ikkje stadfesta, slettar vi henne etter ei veke.
privacy-cookies-title = Informasjonskapslar
privacy-cookies = Vi bruker tre, og alle er nødvendige: éin for økta, éin som kjenner att nettlesaren når du sender eit skjema, og éin for språket du har valt. Den første får du når du loggar inn, den andre når du opnar ei side med eit skjema som du kan sende inn, til dømes for å logge inn eller abonnere, og den tredje når du vel språk. Den som berre les, får ingen. Ingen andre får vite kva du gjer her.
privacy-who-title = Kven ser opplysningane
privacy-who = Sekretariata og administratorane ser namn og adresse. Medlemmene i eit råd ser kven dei andre er. Ingen opplysningar blir selde eller brukte til reklame. Når eit referat er publisert, kan dei som referatet er meint for, lese namna som står i det: medlemmene, tenesteeigarane eller alle. Programmeringsgrensesnittet og nyheitsstraumen viser ikkje kven som var med, og ingen e-postadresser.
privacy-controller-title = Kven har ansvaret
privacy-controller = Behandlingsansvarleg er verksemda som er sekretariat for rådet. Spør du oss på adressa under, får du vite kven som er personvernombod der.
privacy-rights-title = Rettane dine
privacy-rights = Er du innlogga, kan du laste ned det som er lagra om deg, på sida di. Du kan be om å få sjå, rette eller slette opplysningar om deg, og du kan protestere mot at vi bruker dei. Du kan klage til Datatilsynet. Skriv til oss her:

contact-what = Spørsmål om møte, papir eller tilgang går til sekretariatet.
contact-sign-in = Får du ikkje logga inn? Fortel kva verksemd du høyrer til, så hjelper sekretariatet deg.

mail-sign-in-subject = Logg inn i Styringsråd: lenkja gjeld i 15 minutt
mail-sign-in-what = Nokon, truleg du, bad om å logge inn. Trykk på lenkja og deretter på knappen på sida som kjem opp. Lenkja gjeld i 15 minutt og kan brukast éin gong.
mail-sign-in-link = Logg inn
mail-join-subject = Stadfest adressa di i Styringsråd: lenkja gjeld i 15 minutt
mail-join-what = Nokon, truleg du, bad om tilgang som tilsett i { $organisation }. Trykk på lenkja og deretter på knappen på sida som kjem opp. Lenkja gjeld i 15 minutt og kan brukast éin gong.
mail-join-link = Stadfest adressa
mail-link-not-asked = Bad du ikkje om dette, kan du sjå bort frå denne e-posten. Ingenting skjer før nokon trykkjer på knappen.
mail-address-changed-subject = E-postadressa du loggar inn med i Styringsråd, er endra
mail-address-changed-what = Sekretariatet har bytt ut denne adressa med ei anna. Du kan ikkje lenger logge inn med ho, og du får ikkje e-post frå Styringsråd hit.
mail-address-changed-wrong = Er dette feil? Ikkje svar på denne e-posten, men ta kontakt med sekretariatet i rådet ditt med ein gong.
mail-invited-subject = Du har fått tilgang til Styringsråd for { $organisation }
mail-invited-what = Du kan no lese det som blir gjort tilgjengeleg for alle tenesteeigarar, på vegner av { $organisation }.
mail-invited-how = Logg inn med denne adressa: { $address }. Du treng ikkje passord. Du får ei lenkje på e-post kvar gong.
mail-invited-link = Gå til innlogginga
mail-people-foot = Denne e-posten er send automatisk frå Styringsråd.
