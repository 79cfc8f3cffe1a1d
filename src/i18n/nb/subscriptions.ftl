subscribe-title = { $kind ->
    [product] Abonner på referater om { $name }
   *[board] Abonner på referater fra { $name }
}
subscribe-what = { $kind ->
    [product] Du får en e-post når et råd har publisert et referat med saker om { $name }. Referatet leser du her. Du kan slutte når du vil, med ett klikk.
   *[board] Du får en e-post når { $name } har publisert et referat. Referatet leser du her. Du kan slutte når du vil, med ett klikk.
}
subscribe-address = E-postadresse
subscribe-address-help = Vi sender deg en lenke først. Du får ikke annet før du har bekreftet at adressen er din.
subscribe-address-odd = Vi kan ikke sende e-post til denne adressen. Skriv en adresse uten æ, ø, å og anførselstegn foran krøllalfaen.
subscribe-how = Hvor ofte
subscribe-each = For hvert referat
subscribe-weekly = Én gang i uken, når det er noe nytt
subscribe-language = Språk i e-posten
subscribe-button = Abonner
subscribe-kept = Vi lagrer adressen så lenge du abonnerer. Bekrefter du den ikke, sletter vi den etter en uke.
subscribe-mail-off = Vi sender ikke e-post om dette ennå. Prøv igjen senere.
subscribe-sent-title = Se i innboksen din
subscribe-sent = Vi har sendt en lenke til adressen du skrev. Åpne den og trykk på knappen, så abonnerer du.
subscribe-sent-none = Kommer det ingen e-post? Se i søppelposten, og se etter om adressen er riktig. Vi sender bare noen få lenker i timen til samme adresse.
subscribe-again = Abonner igjen

subscribe-confirm-title = { $kind ->
    [product] Vil du abonnere på referater om { $name }?
   *[board] Vil du abonnere på referater fra { $name }?
}
subscribe-confirm = Trykk på knappen for å bekrefte. Gjør du ikke det, sletter vi adressen etter en uke.
subscribe-confirm-button = Bekreft abonnementet
subscribe-own-title = { $kind ->
    [product] Du abonnerer på referater om { $name }
   *[board] Du abonnerer på referater fra { $name }
}
subscribe-comes = Du får e-post når det er publisert noe nytt. Nederst i hver e-post står en lenke som avslutter abonnementet.
subscribe-change-title = Endre abonnementet
subscribe-change-how = Endringen gjelder fra neste referat.
subscribe-end-title = Avslutt abonnementet
subscribe-end-how = { $kind ->
    [product] Du får ikke flere e-poster om referater om dette produktet. Adressen sletter vi etter 30 dager.
   *[board] Du får ikke flere e-poster om referater fra dette rådet. Adressen sletter vi etter 30 dager.
}
subscribe-end-how-own = { $kind ->
    [product] Du får ikke flere e-poster om referater om dette produktet. Adressen du logger inn med, beholder vi.
   *[board] Du får ikke flere e-poster om referater fra dette rådet. Adressen du logger inn med, beholder vi.
}
subscribe-end = Avslutt abonnementet
subscribe-end-of = Avslutt abonnementet på { $name }
subscribe-others = Andre abonnementer på samme adresse
subscribe-end-all = Avslutt alle abonnementene
subscribe-confirm-all = Bekreft alle abonnementene
subscribe-end-ask = { $kind ->
    [product] Trykk på knappen for å slutte å få e-post om referater om { $name }. Adressen sletter vi etter 30 dager.
   *[board] Trykk på knappen for å slutte å få e-post om referater fra rådet. Adressen sletter vi etter 30 dager.
}
subscribe-end-ask-own = { $kind ->
    [product] Trykk på knappen for å slutte å få e-post om referater om { $name }. Adressen du logger inn med, beholder vi.
   *[board] Trykk på knappen for å slutte å få e-post om referater fra rådet. Adressen du logger inn med, beholder vi.
}
subscribe-end-ask-unconfirmed = Du har ikke bekreftet abonnementet. Trykk på knappen, så sender vi ikke mer. Adressen sletter vi innen en uke.
subscribe-or-change = Vil du heller ha e-post sjeldnere eller på et annet språk?
subscribe-ended-title = Abonnementet er avsluttet
subscribe-ended = { $kind ->
    [product] Du får ikke flere e-poster om referater om { $name }.
   *[board] Du får ikke flere e-poster om referater fra { $name }.
}
subscribe-gone-title = Lenken virker ikke lenger
subscribe-gone = Abonnementet er slettet, eller lenken er ikke hel. Får du fortsatt e-post fra oss, kan du bruke lenken i den nyeste.

subscribe-mine = Abonnement på referater
subscribe-mine-says = Her velger du hvilke råd og produkter du vil ha e-post om når et referat er publisert. Abonnerer du på både et råd og et produkt, får du én e-post om hvert referat. E-posten går til adressen du logger inn med.
subscribe-mine-open = Velg hva du abonnerer på
subscribe-none = Du abonnerer ikke på referater.
subscribe-new = Nytt abonnement
subscribe-topic = Råd eller produkt
subscribe-choice = { $kind ->
    [product] Produkt: { $name }
   *[board] Råd: { $name }
}
subscribe-says = { $kind ->
    [product] Du kan få e-post når et råd har publisert et referat med saker om produktet.
   *[board] Du kan få e-post når rådet har publisert et referat.
}
subscribe-told = { $kind ->
    [product] Du får e-post når et råd har publisert et referat med saker om produktet.
   *[board] Du får e-post når rådet har publisert et referat.
}
subscribe-confirm-of = Bekreft abonnementet på { $name }
subscribe-turn-each = { $kind ->
    [product] Få e-post for hvert referat om { $name }
   *[board] Få e-post for hvert referat fra { $name }
}
subscribe-turn-weekly = { $kind ->
    [product] Få én e-post i uken om { $name }
   *[board] Få én e-post i uken fra { $name }
}
subscribe-no-address = Vi har ingen e-postadresse til deg. Be sekretariatet om å legge den inn.

said-subscribed = Du abonnerer nå på referater.
said-subscription-changed = Abonnementet er endret.
said-subscription-ended = Abonnementet er avsluttet.

subscribe-mail-subject = Bekreft at du vil abonnere på referater fra { $board }
subscribe-mail = Noen, trolig du, ba om å få e-post når { $board } publiserer et referat. Trykk på lenken og deretter på knappen på siden som kommer opp.
subscribe-mail-subject-known = Du abonnerer allerede på referater fra { $board }
subscribe-mail-known = Noen, trolig du, ba om å få e-post når { $board } publiserer et referat. Det får du allerede, så du trenger ikke gjøre noe.
subscribe-mail-product-subject = Bekreft at du vil abonnere på referater om { $product }
subscribe-mail-product-ask = Noen, trolig du, ba om å få e-post når et råd publiserer et referat med saker om { $product }. Trykk på lenken og deretter på knappen på siden som kommer opp.
subscribe-mail-product-subject-known = Du abonnerer allerede på referater om { $product }
subscribe-mail-product-known = Noen, trolig du, ba om å få e-post når et råd publiserer et referat med saker om { $product }. Det får du allerede, så du trenger ikke gjøre noe.
subscribe-mail-board = Råd
subscribe-mail-product = Produkt
subscribe-mail-how = Hvor ofte
subscribe-mail-meeting = Møte
subscribe-mail-confirm = Bekreft abonnementet
subscribe-mail-change = Se eller endre abonnementet
subscribe-mail-not-asked = Ba du ikke om dette, kan du se bort fra denne e-posten. Du får ikke flere, og vi sletter adressen etter en uke.
subscribe-mail-no = Nei, jeg vil ikke abonnere
subscribe-mail-each-subject = Referatet fra møtet i { $board } { $meeting } er publisert
subscribe-mail-each = Referatet fra møtet i { $board } { $meeting } er publisert, og du kan lese det nå.
subscribe-mail-again-subject = Endret: Referatet fra møtet i { $board } { $meeting } er publisert på nytt
subscribe-mail-again = Referatet fra møtet i { $board } { $meeting } er publisert på nytt. Noe av det du kan lese i det, er nytt eller endret.
subscribe-mail-why = Hvorfor det er rettet
subscribe-mail-changed = Publisert på nytt: Noe i referatet er endret siden sist.
subscribe-mail-corrected = Publisert på nytt. Rettet: { $reason }
subscribe-mail-weekly-subject = Nye referater fra { $board } per { $date }
subscribe-mail-weekly = { $board } har publisert nye referater siden sist du fikk e-post om det.
subscribe-mail-products-weekly-subject = Nye referater om { $product } per { $date }
subscribe-mail-products-weekly = Siden sist du fikk e-post om det, er det publisert nye referater med saker om { $product }.
subscribe-mail-items = Saker i referatet
subscribe-mail-minutes = Les referatet
subscribe-mail-read = Les referatet
subscribe-mail-end = Endre eller avslutt abonnementet
subscribe-mail-end-of = Endre eller avslutt abonnementet på { $name }
subscribe-mail-end-products = Endre eller avslutt abonnementene på produkter
subscribe-mail-foot = { $kind ->
    [product] Du får denne e-posten fordi du abonnerer på referater om { $name }.
   *[board] Du får denne e-posten fordi du abonnerer på referater fra { $name }.
}
subscribe-mail-foot-asked = { $kind ->
    [product] Denne e-posten er sendt automatisk fordi noen skrev adressen din i skjemaet for å abonnere på referater om { $name }.
   *[board] Denne e-posten er sendt automatisk fordi noen skrev adressen din i skjemaet for å abonnere på referater fra { $name }.
}
