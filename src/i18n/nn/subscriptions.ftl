subscribe-title = { $kind ->
    [product] Abonner på referat om { $name }
   *[board] Abonner på referat frå { $name }
}
subscribe-what = { $kind ->
    [product] Du får ein e-post kvar gong eit råd har publisert eit referat med saker om { $name }. Sjølve referatet les du her. Du kan slutte når du vil, med eitt klikk.
   *[board] Du får ein e-post kvar gong { $name } har publisert eit referat. Sjølve referatet les du her. Du kan slutte når du vil, med eitt klikk.
}
subscribe-address = E-postadresse
subscribe-address-help = Først sender vi deg ei lenkje. Du får ikkje anna før du har stadfesta at adressa er di.
subscribe-address-odd = Vi kan ikkje sende e-post til denne adressa. Skriv ei adresse utan æ, ø, å og hermeteikn framfor krøllalfaen.
subscribe-how = Kor ofte
subscribe-each = For kvart referat
subscribe-weekly = Éin gong i veka, når det er noko nytt
subscribe-language = Språk i e-posten
subscribe-button = Abonner
subscribe-kept = Vi tek vare på adressa så lenge du abonnerer. Stadfestar du henne ikkje, slettar vi henne etter ei veke.
subscribe-mail-off = Vi sender ikkje e-post om dette enno. Prøv igjen seinare.
subscribe-sent-title = Sjå i innboksen din
subscribe-sent = Vi har sendt ei lenkje til adressa du skreiv. Opne henne og trykk på knappen, så abonnerer du.
subscribe-sent-none = Kjem det ingen e-post? Sjå i søppelposten, og sjå etter om adressa er rett. Vi sender berre nokre få lenkjer i timen til same adresse.
subscribe-again = Abonner igjen

subscribe-confirm-title = { $kind ->
    [product] Vil du abonnere på referat om { $name }?
   *[board] Vil du abonnere på referat frå { $name }?
}
subscribe-confirm = Trykk på knappen for å stadfeste. Gjer du ikkje det, slettar vi adressa etter ei veke.
subscribe-confirm-button = Stadfest abonnementet
subscribe-own-title = { $kind ->
    [product] Du abonnerer på referat om { $name }
   *[board] Du abonnerer på referat frå { $name }
}
subscribe-comes = Du får e-post når det er publisert noko nytt. Nedst i kvar e-post står ei lenkje som avsluttar abonnementet.
subscribe-change-title = Endre abonnementet
subscribe-change-how = Endringa gjeld frå neste referat.
subscribe-end-title = Avslutt abonnementet
subscribe-end-how = { $kind ->
    [product] Du får ikkje fleire e-postar om referat om dette produktet. Adressa slettar vi etter 30 dagar.
   *[board] Du får ikkje fleire e-postar om referat frå dette rådet. Adressa slettar vi etter 30 dagar.
}
subscribe-end-how-own = { $kind ->
    [product] Du får ikkje fleire e-postar om referat om dette produktet. Adressa du loggar inn med, tek vi vare på.
   *[board] Du får ikkje fleire e-postar om referat frå dette rådet. Adressa du loggar inn med, tek vi vare på.
}
subscribe-end = Avslutt abonnementet
subscribe-end-of = Avslutt abonnementet på { $name }
subscribe-others = Andre abonnement på same adresse
subscribe-end-all = Avslutt alle abonnementa
subscribe-confirm-all = Stadfest alle abonnementa
subscribe-end-ask = { $kind ->
    [product] Trykk på knappen for å slutte å få e-post om referat om { $name }. Adressa slettar vi etter 30 dagar.
   *[board] Trykk på knappen for å slutte å få e-post om referat frå rådet. Adressa slettar vi etter 30 dagar.
}
subscribe-end-ask-own = { $kind ->
    [product] Trykk på knappen for å slutte å få e-post om referat om { $name }. Adressa du loggar inn med, tek vi vare på.
   *[board] Trykk på knappen for å slutte å få e-post om referat frå rådet. Adressa du loggar inn med, tek vi vare på.
}
subscribe-end-ask-unconfirmed = Du har ikkje stadfesta abonnementet. Trykk på knappen, så sender vi ikkje meir. Adressa slettar vi innan ei veke.
subscribe-or-change = Vil du heller ha e-post sjeldnare eller på eit anna språk?
subscribe-ended-title = Abonnementet er avslutta
subscribe-ended = { $kind ->
    [product] Du får ikkje fleire e-postar om referat om { $name }.
   *[board] Du får ikkje fleire e-postar om referat frå { $name }.
}
subscribe-gone-title = Lenkja verkar ikkje lenger
subscribe-gone = Abonnementet er sletta, eller lenkja er ikkje heil. Får du framleis e-post frå oss, kan du bruke lenkja i den nyaste.

subscribe-mine = Abonnement på referat
subscribe-mine-says = Her vel du kva råd og produkt du vil ha e-post om når eit referat er publisert. Abonnerer du både på eit råd og på eit produkt, får du éin e-post om kvart referat. E-posten går til adressa du loggar inn med.
subscribe-mine-open = Vel kva du abonnerer på
subscribe-none = Du abonnerer ikkje på referat.
subscribe-new = Nytt abonnement
subscribe-topic = Råd eller produkt
subscribe-choice = { $kind ->
    [product] Produkt: { $name }
   *[board] Råd: { $name }
}
subscribe-says = { $kind ->
    [product] Du kan få e-post når eit råd har publisert eit referat med saker om produktet.
   *[board] Du kan få e-post når rådet har publisert eit referat.
}
subscribe-told = { $kind ->
    [product] Du får e-post når eit råd har publisert eit referat med saker om produktet.
   *[board] Du får e-post når rådet har publisert eit referat.
}
subscribe-confirm-of = Stadfest abonnementet på { $name }
subscribe-turn-each = { $kind ->
    [product] Få e-post for kvart referat om { $name }
   *[board] Få e-post for kvart referat frå { $name }
}
subscribe-turn-weekly = { $kind ->
    [product] Få éin e-post i veka om { $name }
   *[board] Få éin e-post i veka frå { $name }
}
subscribe-no-address = Vi har inga e-postadresse til deg. Be sekretariatet om å leggje henne inn.

said-subscribed = No abonnerer du på referat.
said-subscription-changed = Abonnementet er endra.
said-subscription-ended = Abonnementet er avslutta.

subscribe-mail-subject = Stadfest at du vil abonnere på referat frå { $board }
subscribe-mail = Nokon, truleg du, bad om å få e-post når { $board } publiserer eit referat. Trykk på lenkja og deretter på knappen på sida som kjem opp.
subscribe-mail-subject-known = Du abonnerer alt på referat frå { $board }
subscribe-mail-known = Nokon, truleg du, bad om å få e-post når { $board } publiserer eit referat. Det får du alt, så du treng ikkje gjere noko.
subscribe-mail-product-subject = Stadfest at du vil abonnere på referat om { $product }
subscribe-mail-product-ask = Nokon, truleg du, bad om å få e-post når eit råd publiserer eit referat med saker om { $product }. Trykk på lenkja og deretter på knappen på sida som kjem opp.
subscribe-mail-product-subject-known = Du abonnerer alt på referat om { $product }
subscribe-mail-product-known = Nokon, truleg du, bad om å få e-post når eit råd publiserer eit referat med saker om { $product }. Det får du alt, så du treng ikkje gjere noko.
subscribe-mail-board = Råd
subscribe-mail-product = Produkt
subscribe-mail-how = Kor ofte
subscribe-mail-meeting = Møte
subscribe-mail-confirm = Stadfest abonnementet
subscribe-mail-change = Sjå eller endre abonnementet
subscribe-mail-not-asked = Bad du ikkje om dette, kan du sjå bort frå denne e-posten. Du får ikkje fleire, og vi slettar adressa etter ei veke.
subscribe-mail-no = Nei, eg vil ikkje abonnere
subscribe-mail-each-subject = Referatet frå møtet i { $board } { $meeting } er publisert
subscribe-mail-each = Referatet frå møtet i { $board } { $meeting } er publisert, og du kan lese det no.
subscribe-mail-again-subject = Endra: Referatet frå møtet i { $board } { $meeting } er publisert på nytt
subscribe-mail-again = Referatet frå møtet i { $board } { $meeting } er publisert på nytt. Det har kome noko nytt i det, eller noko av det du kan lese, er endra.
subscribe-mail-why = Kvifor det er retta
subscribe-mail-changed = Publisert på nytt: Det er endringar i referatet sidan sist.
subscribe-mail-corrected = Publisert på nytt. Retta: { $reason }
subscribe-mail-weekly-subject = Nye referat frå { $board } per { $date }
subscribe-mail-weekly = { $board } har publisert nye referat sidan sist du fekk e-post om det.
subscribe-mail-products-weekly-subject = Nye referat om { $product } per { $date }
subscribe-mail-products-weekly = Sidan sist du fekk e-post om det, er det publisert nye referat med saker om { $product }.
subscribe-mail-items = Saker i referatet
subscribe-mail-minutes = Les referatet
subscribe-mail-read = Les referatet
subscribe-mail-end = Endre eller avslutt abonnementet
subscribe-mail-end-of = Endre eller avslutt abonnementet på { $name }
subscribe-mail-end-products = Endre eller avslutt abonnementa på produkt
subscribe-mail-foot = { $kind ->
    [product] Du får denne e-posten fordi du abonnerer på referat om { $name }.
   *[board] Du får denne e-posten fordi du abonnerer på referat frå { $name }.
}
subscribe-mail-foot-asked = { $kind ->
    [product] Denne e-posten er send automatisk fordi nokon skreiv adressa di i skjemaet for å abonnere på referat om { $name }.
   *[board] Denne e-posten er send automatisk fordi nokon skreiv adressa di i skjemaet for å abonnere på referat frå { $name }.
}
