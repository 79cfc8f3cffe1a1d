# Forankring: kollegaer som les med, innspel frå verksemda, og kven som har opna papira.

colleagues = Kollegaer som les med
colleagues-of = Kollegaer som les med: { $meeting }
colleagues-how = Du vel kva papir ein kollega får lese. Kollegaen får ein e-post med ei personleg lenkje og treng ikkje logge inn. Lenkja verkar til møtet er over, eller til du avsluttar ho. Papir som er unnatekne offentlegheit eller har utsett innsyn, kan du ikkje dele. Svarar kollegaen på e-posten, går svaret til e-postadressa di.
colleagues-own = Du har delt med
colleagues-all = Kven som les med
colleagues-all-how = Sekretariatet ser kven som har fått ei lenkje, ikkje kva dei les.
colleagues-none = Ingen kollegaer les med.
colleague-new = Del med ein kollega
colleague-no-papers = Det finst ingen sakspapir du kan dele enno.
colleague-name = Namn
colleague-address = E-postadresse
colleague-language = Språk i e-posten og på sidene
colleague-papers = Papir kollegaen får lese
colleague-papers-help = Kjem det ein ny versjon, får kollegaen den òg.
colleague-let-in = Send lenkja
colleague-reads = { $count ->
    [0] Får ikkje lese noko enno.
    [one] Får lese 1 papir.
   *[other] Får lese { $count } papir.
}
colleague-change = Endre kva kollegaen får lese
colleague-of = { $name } les med
colleague-change-how = Lenkja som kollegaen har, gjeld for det du vel her.
colleague-end = Avslutt tilgangen for { $name }
colleague-end-how = Lenkja sluttar å verke med ein gong. Kollegaen får ikkje melding.
colleague-ended = Avslutta
colleague-by = Delt av
colleague-since = Delt
colleague-off = Sekretariatet har ikkje opna for at kollegaer les med. Det står i opplysningane om rådet.
colleague-over = Møtet er over eller avlyst. Ingen kollegaer kan lese papira lenger.
colleague-nothing = Vel minst eitt papir.
colleague-already = Denne adressa har alt ei lenkje. Endre kva kollegaen får lese, i lista over.
colleague-too-many = Du kan dele med høgst { $most } kollegaer til eitt møte. Avslutt tilgangen for nokon først.
colleague-mail-off = E-post frå rådet er ikkje slått på. Kollegaen får lenkja når sekretariatet slår han på.
said-colleague-named = Kollegaen får ein e-post med lenkja.
said-colleague-papers = Utvalet er lagra.
said-colleague-ended = Tilgangen er avslutta.

along-how = { $member } lèt deg lese desse papira frå { $board }, så verksemda kan førebu seg til møtet. Lenkja er berre di. Ho verkar til og med { $date }.
along-answer = Har du spørsmål eller innspel, kan du skrive til { $member }:
along-none = Det finst ingen papir å lese no. Papira kan vere trekte tilbake.
along-gone-title = Lenkja verkar ikkje lenger
along-gone = Lenkja er avslutta, møtet er over, eller adressa er ikkje heil. Spør den som delte papira med deg.

colleague-mail-subject = Ein medlem ber deg lese sakspapir til møtet i { $board } { $meeting }
colleague-mail = Ein medlem av { $board } ber deg lese sakspapir til møtet { $meeting } før verksemda tek stilling til sakene.
colleague-mail-from = { $member } i { $organisation } deler papira med deg.
colleague-mail-from-alone = { $member } deler papira med deg.
colleague-mail-answer = Svarar du på denne e-posten, går svaret til { $member }.
colleague-mail-until = Kan lesast til og med
colleague-mail-action = Les sakspapira
colleague-mail-foot = Du får denne e-posten fordi ein medlem i { $board } har delt sakspapir med deg. Lenkja er berre di: ikkje send ho vidare. Namnet og adressa di blir sletta 30 dagar etter møtet.

inputs = Innspel frå verksemdene
inputs-of = Innspel til møtet: { $meeting }
inputs-how = Her står innspela som verksemdene har delt med alle medlemmene.
inputs-how-secretariat = Her står alle innspel som er sende. Dei som er sende til sekretariatet aleine, er merkte.
input-none = Ingen innspel enno.
input-own = Innspelet ditt
input-write = Skriv innspel
input-change = Endre innspelet
input-has-draft = Du har eit utkast som ikkje er sendt.
input-of = Innspel til { $case }
input-from = Du skriv på vegner av { $organisation }.
input-how = Berre du ser utkastet. Når du sender innspelet, les sekretariatet det her og bruker det i førebuingane. Du kan endre det til møtet er over.
input-text = Kva verksemda meiner
input-text-help = Skriv i Markdown: **feit**, *kursiv*, - punkt. Innspelet kan bli ein del av saksdokumenta.
input-shared = Vis innspelet til alle medlemmene
input-shared-help = Set du ikkje kryss, er det berre sekretariatet som les det. Dei som er inhabile i saka, ser det aldri.
input-save = Lagre utkast
input-send = Send innspelet
input-saved-at = Utkastet vart lagra { $at }.
input-sent-at = Sendt { $at }.
input-changed-at = Sendt { $first }. Endra { $at } (versjon { $number }).
input-to-members = Til alle medlemmene
input-to-secretariat = Berre til sekretariatet
input-not-yet = Sekretariatet har ikkje godteke saka enno. Då kan du ikkje sende innspel til ho.
input-over = Møtet er over, eller saka er behandla. Innspela står som dei er.
input-overtaken = Innspelet vart lagra eller sendt i eit anna vindauge. Teksten din står her framleis. Lagrar eller sender du no, kjem han i staden for den andre.
said-input-sent = Innspelet er sendt.

opened = Kven som har opna papira
opened-how = Du ser om lesarane har opna det dei har fått, ikkje om dei har lese det. Opplysningane blir sletta { $days } dagar etter at nokon opna papiret.
opened-all = Alle { $all } papira
opened-some = { $count } av { $all } papir
opened-none = Ingen
opened-column = Har opna
opened-missing = Ikkje opna
opened-nobody = Ingen papir er sende ut enno.
opened-notice = Sekretariatet ser om du har opna papira, på sida eller som fil. Det blir sletta { $days } dagar etter at du opna papiret. Kva du noterer, ser berre du.
