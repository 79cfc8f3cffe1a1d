# Innlogging, virksomheter og personer.

front-title = Møter og frister for offentlige råd
front-what = Styringsråd holder orden på året til et offentlig råd: medlemmer, møter, frister og påminnelser.
front-who-title = Hvem bruker tjenesten
front-who-boards = Medlemmer og sekretariat ser møtene, fristene og sin egen periode.
front-who-service-owners = Tjenesteeiere kan be om tilgang med e-postadressen de har på jobben.
front-who-public = Andre kan ta kontakt med sekretariatet.
front-how-title = Slik logger du inn
front-how = Du trenger ikke passord. Skriv e-postadressen din, så sender vi deg en lenke som gjelder i 15 minutter.

sign-in-title = Logg inn
sign-in-address = E-postadresse
sign-in-address-help = Vi sender en lenke hit. Den gjelder i 15 minutter og kan brukes én gang.
sign-in-send = Send meg en lenke
sign-in-no-access = Har du ikke tilgang?
sign-in-form-is-kept = Du var logget ut da du sendte skjemaet. Vi har tatt vare på det du skrev. Logg inn, så kan du sende det på nytt.
sign-in-session-ended = Du er logget ut fordi det er gått en stund siden sist. Logg inn igjen, så kommer du tilbake dit du var.
sign-in-sent-title = Se i innboksen din
sign-in-sent = Hvis adressen er kjent for oss, har vi sendt en lenke dit. Lenken gjelder i 15 minutter.
sign-in-sent-none = Fikk du ingen e-post? Se i søppelposten, og sjekk at du skrev riktig adresse. Vi sender høyst fem lenker i timen til samme adresse.
sign-in-again = Be om en ny lenke
sign-in-follow-title = Fullfør innloggingen
sign-in-follow = Trykk på knappen for å logge inn. Lenken kan brukes én gang.
sign-in-own-device = Dette er min egen enhet
sign-in-own-device-help = Da er du innlogget i 14 dager. Ikke kryss av på en maskin som andre bruker.
link-gone-title = Lenken virker ikke lenger
link-gone = Lenken er brukt, eller den er eldre enn 15 minutter. Be om en ny og bruk den nyeste e-posten.
link-gone-again = Be om en ny lenke
said-signed-out = Du er logget ut.

join-title = Be om tilgang
join-what = Er du ansatt hos en tjenesteeier, kan du be om å få lese det som gjøres tilgjengelig for alle tjenesteeiere.
join-address = E-postadressen din på jobben
join-address-help = Vi sender en lenke hit for å bekrefte at adressen er din.
join-send = Be om tilgang
join-sent = Hvis virksomheten din er tjenesteeier og har godkjent e-postdomenet ditt, har vi sendt deg en lenke. Lenken gjelder i 15 minutter.
join-sent-none = Fikk du ingen e-post? Ta kontakt med sekretariatet, så kan de invitere deg.
join-confirm-title = Bekreft adressen din
join-confirm = Trykk på knappen for å bekrefte at du hører til { $organisation }. Da får du tilgang og blir logget inn.
join-confirm-button = Bekreft og logg inn

kept-form-title = Vi har tatt vare på det du skrev
kept-form-what = Du var logget ut da du sendte skjemaet, så ingenting ble lagret. Alt du skrev, er her. Trykk på knappen for å sende det på nytt.
kept-form-send = Send skjemaet på nytt
kept-form-leave = Ikke send det

devices-title = Enheter du er innlogget på
devices-what = Kjenner du ikke igjen en enhet, logger du den ut her.
devices-device = Enhet
devices-since = Innlogget
devices-last-seen = Sist brukt
devices-sign-out = Logg ut
devices-sign-out-of = Logg ut { $device }
devices-sign-out-others = Logg ut alle andre enheter
devices-this = Denne enheten
devices-own = Egen enhet
devices-unknown = Ukjent enhet
said-device-signed-out = Enheten er logget ut.

people-yes = Ja
people-no = Nei
people-filter = Vis
people-from = Fra { $from }
people-from-to = Fra { $from } til og med { $last }
people-days = Periode
people-first-day = Første dag
people-last-day = Siste dag
people-last-day-before-first = Siste dag kan ikke være før første dag.
people-period-overlaps = Perioden overlapper en annen. Velg en dag etter at den forrige er slutt, eller avslutt den først.

organisations-title = Virksomheter
organisations-text = Navn eller nummer
organisations-found = { $count ->
    [0] Ingen virksomheter passer. Prøv et kortere navn.
    [one] Én virksomhet
   *[other] { $count } virksomheter
}
organisation-new = Ny virksomhet
organisation-edit = Endre virksomheten
organisation-name = Navn
organisation-name-help = Retter navnet som står i dag. Har virksomheten skiftet navn, gir du den et nytt navn fra en dato.
organisation-short-name = Kortnavn
organisation-scheme = Nummerserie
organisation-scheme-norwegian = Norsk organisasjonsnummer
organisation-scheme-other = Annet nummer
organisation-number = Organisasjonsnummer
organisation-number-help = Ni sifre, for eksempel 991 825 827. La feltet stå tomt hvis nummeret er ukjent.
organisation-number-unknown = Ukjent
organisation-number-not-nine-digits = Et norsk organisasjonsnummer har ni sifre. Sjekk nummeret, eller la feltet stå tomt.
organisation-number-wrong-control-digit = Siste siffer stemmer ikke med de andre. Se etter en skrivefeil i nummeret.
organisation-number-taken = En annen virksomhet har dette nummeret. Søk den opp i stedet for å lage en ny.
organisation-kind = Type virksomhet
organisation-size = Størrelse
organisation-size-help = Hvor stor virksomheten er som tjenesteeier. Mandatet kan kreve at også middels store og små er med.
organisation-mailbox = Postmottak
organisation-mailbox-help = E-postadressen virksomheten selv svarer fra.
organisation-contact = Kontakt
organisation-contact-help = Hvem sekretariatet ringer eller skriver til.
organisation-language = Språk i e-post til virksomheten
organisation-domains = Godkjente e-postdomener
organisation-domains-help = Ett på hver linje, for eksempel digdir.no. Ansatte med slik adresse kan selv be om tilgang som tjenesteeier.
organisation-domain-taken = { $domain } er godkjent for en annen virksomhet.
organisation-not-a-domain = «{ $domain }» er ikke et e-postdomene. Skriv det som står etter krøllalfa, for eksempel digdir.no.
organisation-names = Navn gjennom tiden
organisation-named-from = { $name }, fra { $from }
organisation-named-to = { $name }, til og med { $last }
organisation-named-from-to = { $name }, fra { $from } til og med { $last }
organisation-rename = Gi nytt navn
organisation-rename-what = Det gamle navnet blir stående til dagen før. Møter og vedtak fra den tiden viser det gamle navnet.
organisation-new-name = Nytt navn
organisation-new-name-from = Gjelder fra
organisation-name-too-early = Det nye navnet må begynne etter det forrige. Velg en senere dag.
organisation-service-owner = Tjenesteeier
organisation-service-owner-from = Tjenesteeier fra
organisation-service-owner-last = Siste dag som tjenesteeier
organisation-people = Personer med tilgang som tjenesteeier
organisation-people-what = De ser det som gjøres tilgjengelig for alle tjenesteeiere, så lenge virksomheten er tjenesteeier.
organisation-people-none = Ingen har tilgang ennå.
organisation-people-none-now = Ingen har tilgang nå.
organisation-people-before = Hadde tilgang før
said-organisation-saved = Virksomheten er lagret.

service-owner-new = Ny periode som tjenesteeier
service-owner-never = Virksomheten har ikke vært tjenesteeier.
service-owner-end = Sett siste dag
service-owner-end-help = Fra dagen etter har ingen av personene i virksomheten tilgang. La feltet stå tomt hvis perioden ikke har noen slutt.
affiliation-joined = Kom inn
affiliation-invited = Invitert
affiliation-asked = Ba om tilgang
affiliation-end = Avslutt
affiliation-end-of = Avslutt tilgangen til { $name }
affiliation-end-follows = Personen mister tilgangen med en gang.
said-affiliation-ended = Tilgangen er avsluttet. Den gjelder ikke lenger.
invite-title = Inviter en person
invite-what = Personen får e-post om hvordan man logger inn. Tilgangen gjelder fra i dag.
invite-send = Inviter
invite-not-service-owner = Virksomheten er ikke tjenesteeier i dag. Legg inn perioden som tjenesteeier først.
invite-already = Personen har allerede tilgang for denne virksomheten.
said-invited = Invitasjonen er på vei.

people-title = Personer
people-text = Navn eller hele e-postadressen
people-found = { $count ->
    [0] Ingen personer passer. Prøv et kortere navn.
    [one] Én person
   *[other] { $count } personer
}
people-found-some = Viser { $shown } av { $count } personer. Skriv et navn for å se færre.
person-new = Ny person
person-edit = Endre personen
person-mail = E-post til personen
person-name = Navn
person-address = E-postadresse
person-address-help = Personen logger inn med denne adressen. Endrer du den, blir personen logget ut overalt.
person-address-taken = { $name } har denne adressen. To personer kan ikke dele adresse.
person-address-of-administrator = Bare en administrator kan endre adressen til en administrator.
person-address-of-other-board = Personen har en rolle i et råd som du ikke er sekretariat for. Be en administrator endre adressen.
person-language = Språk
said-language-saved = Språket er lagret.
person-title = Stilling
person-sits = Roller i råd
person-board = Råd
person-role = Rolle
person-organisation = Virksomhet
person-affiliations = Tilgang for tjenesteeiere
person-administrator = Administrator
person-administrator-never = Personen har ikke vært administrator.
person-administrator-what = En administrator oppretter råd og virksomheter og oppnevner det første sekretariatet.
person-administrator-from = Administrator fra
person-administrator-until = Administrator til
person-make-administrator = Gjør til administrator
person-end-administrator = Avslutt som administrator
person-last-administrator = Dette er den siste administratoren uten sluttdato. Gjør en annen til administrator først.
said-person-saved = Personen er lagret.

accessibility-title = Tilgjengelighet
accessibility-aim-title = Målet vårt
accessibility-aim = Alle skal kunne bruke Styringsråd. Vi følger kravene i WCAG 2.1 på nivå AA, slik forskrift om universell utforming av IKT krever.
accessibility-works-title = Dette virker
accessibility-works = Sidene kan brukes med tastatur, skjermleser, stor skrift, mørk visning og uten JavaScript. De virker også på små mobilskjermer.
accessibility-not-yet-title = Dette gjenstår
accessibility-not-yet = Denne installasjonen har ikke lagt inn lenken til sin egen tilgjengelighetserklæring på uustatus.no ennå.
accessibility-tell-title = Si fra
accessibility-tell = Finner du noe som ikke virker for deg, vil vi gjerne vite det.

privacy-title = Personvern
privacy-short = Vi lagrer bare det sekretariatet trenger for å kalle inn, minne om frister og vise hvem som satt i rådet når.
privacy-what-title = Hva vi lagrer om deg
privacy-what = Navn, e-postadresse, språk og stilling, og hvilket nivå den er på. Hvilke råd du har en rolle i, og når. E-post vi har sendt deg, og når den ble sendt. Hvilke enheter du er innlogget på. Hva du har endret i systemet. Hva du svarer på innkallinger, om du var til stede i møtene, og det du eventuelt sier at du trenger i et møte. Hvilke sakspapirer du har åpnet, notatene dine, innspillene du skriver, og hvem du lar lese med. Leser du sakspapirer fordi et medlem har delt dem med deg, lagrer vi navnet og adressen din, ikke hva du leser. Abonnerer du på referater, lagrer vi adressen din, språket og hvor ofte du vil ha e-post. Var du med i et møte, eller følger du opp noe som ble bestemt der, står navnet ditt i referatet.
privacy-why-title = Hvorfor
privacy-why = Rådet skal følge mandatet sitt, og forvaltningen skal kunne vise hva som ble gjort og av hvem. Grunnlaget er personvernforordningen artikkel 6 nr. 1 bokstav e og arkivlova. Det du sier at du trenger i et møte, er frivillig, og rådet bruker det bare til å legge til rette, fordi du har bedt om det (artikkel 9 nr. 2 bokstav a). Abonnerer du på referater, er grunnlaget at du har sagt ja (artikkel 6 nr. 1 bokstav a), og du kan si nei med ett klikk. Referater som publiseres, viser hvem som var med i møtene, og hvem som følger opp. Grunnlaget for det er artikkel 6 nr. 1 bokstav e: det er en oppgave i allmennhetens interesse å vise hvem som har gitt forvaltningen råd.
privacy-long-title = Hvor lenge
privacy-long = En økt slutter av seg selv, vanligvis etter 30 minutter uten bruk. Innloggingslenker og IP-adressen til den som ba om lenken, slettes når noen logger inn og de er mer enn ett døgn gamle. Det samme gjelder skjemaer du sendte etter at du var logget ut. Hvem som satt i rådet, og hva som ble endret, er arkivverdig og blir tatt vare på. Det du sier at du trenger i et møte, slettes en uke etter møtet, eller med en gang du svarer noe annet enn at du kommer. Har du bare vært vara, slettes adressen din 190 dager etter det siste møtet; navnet ditt står i referatet. At du har åpnet et sakspapir, slettes etter ett år. Bare du ser det, med mindre rådet lar sekretariatet se det: da står det der du leser papirene, og hvor lenge. Har noen delt sakspapirer med deg, slettes navnet og adressen din 30 dager etter møtet. Notatene dine til sakspapirene er bare dine, og du sletter dem selv. Adressen til den som abonnerer på referater, lagrer vi så lenge abonnementet varer, og i 30 dager etter at det er avsluttet. Er den ikke bekreftet, sletter vi den etter en uke.
privacy-cookies-title = Informasjonskapsler
privacy-cookies = Vi bruker tre, og alle er nødvendige: én for økten, én som kjenner igjen nettleseren når du sender et skjema, og én for språket du har valgt. Den første får du når du logger inn, den andre når du åpner en side med et skjema du kan sende inn, for eksempel for å logge inn eller abonnere, og den tredje når du velger språk. Den som bare leser, får ingen. Ingen andre får vite hva du gjør her.
privacy-who-title = Hvem ser opplysningene
privacy-who = Sekretariatene og administratorene ser navn og adresse. Medlemmene i et råd ser hvem de andre er. Ingen opplysninger selges eller brukes til reklame. Er et referat publisert, leser de referatet er ment for, navnene som står i det: medlemmene, tjenesteeierne eller alle. Programmeringsgrensesnittet og nyhetsstrømmen viser ikke hvem som var med, og ingen e-postadresser.
privacy-controller-title = Hvem har ansvaret
privacy-controller = Behandlingsansvarlig er virksomheten som er sekretariat for rådet. Spør du oss på adressen under, får du vite hvem som er personvernombud der.
privacy-rights-title = Rettighetene dine
privacy-rights = Er du innlogget, kan du laste ned det som er lagret om deg, på siden din. Du kan be om å få se, rette eller slette opplysninger om deg, og du kan protestere mot at vi bruker dem. Du kan klage til Datatilsynet. Skriv til oss her:

contact-what = Spørsmål om møter, papirer eller tilgang går til sekretariatet.
contact-sign-in = Får du ikke logget inn? Fortell hvilken virksomhet du hører til, så hjelper sekretariatet deg.

mail-sign-in-subject = Logg inn i Styringsråd: lenken gjelder i 15 minutter
mail-sign-in-what = Noen, trolig du, ba om å logge inn. Trykk på lenken og deretter på knappen på siden som kommer opp. Lenken gjelder i 15 minutter og kan brukes én gang.
mail-sign-in-link = Logg inn
mail-join-subject = Bekreft adressen din i Styringsråd: lenken gjelder i 15 minutter
mail-join-what = Noen, trolig du, ba om tilgang som ansatt i { $organisation }. Trykk på lenken og deretter på knappen på siden som kommer opp. Lenken gjelder i 15 minutter og kan brukes én gang.
mail-join-link = Bekreft adressen
mail-link-not-asked = Ba du ikke om dette, kan du se bort fra denne e-posten. Ingenting skjer før noen trykker på knappen.
mail-address-changed-subject = E-postadressen du logger inn med i Styringsråd, er endret
mail-address-changed-what = Sekretariatet har byttet ut denne adressen med en annen. Du kan ikke lenger logge inn med den, og du får ikke e-post fra Styringsråd hit.
mail-address-changed-wrong = Er dette feil? Svar ikke på denne e-posten, men ta kontakt med sekretariatet i rådet ditt med en gang.
mail-invited-subject = Du har fått tilgang til Styringsråd for { $organisation }
mail-invited-what = Du kan nå lese det som gjøres tilgjengelig for alle tjenesteeiere, på vegne av { $organisation }.
mail-invited-how = Logg inn med denne adressen: { $address }. Du trenger ikke passord. Du får en lenke på e-post hver gang.
mail-invited-link = Gå til innloggingen
mail-people-foot = Denne e-posten er sendt automatisk fra Styringsråd.
