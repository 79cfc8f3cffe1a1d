# Forankring: kolleger som leser med, innspill fra virksomheten, og hvem som har åpnet papirene.

colleagues = Kolleger som leser med
colleagues-of = Kolleger som leser med: { $meeting }
colleagues-how = Du velger hvilke papirer en kollega får lese. Kollegaen får en e-post med en personlig lenke og trenger ikke logge inn. Lenken virker til møtet er over, eller til du avslutter den. Papirer som er unntatt offentlighet eller har utsatt innsyn, kan du ikke dele. Svarer kollegaen på e-posten, går svaret til e-postadressen din.
colleagues-own = Du har delt med
colleagues-all = Hvem som leser med
colleagues-all-how = Sekretariatet ser hvem som har fått en lenke, ikke hva de leser.
colleagues-none = Ingen kolleger leser med.
colleague-new = Del med en kollega
colleague-no-papers = Det er ingen sakspapirer du kan dele ennå.
colleague-name = Navn
colleague-address = E-postadresse
colleague-language = Språk i e-posten og på sidene
colleague-papers = Papirer kollegaen får lese
colleague-papers-help = Kommer det en ny versjon, får kollegaen den også.
colleague-let-in = Send lenken
colleague-reads = { $count ->
    [0] Får ikke lese noe ennå.
    [one] Får lese 1 papir.
   *[other] Får lese { $count } papirer.
}
colleague-change = Endre hva kollegaen får lese
colleague-of = { $name } leser med
colleague-change-how = Lenken som kollegaen har, gjelder for det du velger her.
colleague-end = Avslutt tilgangen for { $name }
colleague-end-how = Lenken slutter å virke med en gang. Kollegaen får ikke beskjed.
colleague-ended = Avsluttet
colleague-by = Delt av
colleague-since = Delt
colleague-off = Sekretariatet har ikke åpnet for at kolleger leser med. Det står i opplysningene om rådet.
colleague-over = Møtet er over eller avlyst. Ingen kolleger kan lese papirene lenger.
colleague-nothing = Velg minst ett papir.
colleague-already = Denne adressen har allerede en lenke. Endre hva kollegaen får lese, i listen over.
colleague-too-many = Du kan dele med høyst { $most } kolleger til ett møte. Avslutt tilgangen for noen først.
colleague-mail-off = E-post fra rådet er ikke slått på. Kollegaen får lenken når sekretariatet slår den på.
said-colleague-named = Kollegaen får en e-post med lenken.
said-colleague-papers = Utvalget er lagret.
said-colleague-ended = Tilgangen er avsluttet.

along-how = { $member } lar deg lese disse papirene fra { $board }, så virksomheten kan forberede seg til møtet. Lenken er din alene. Den virker til og med { $date }.
along-answer = Har du spørsmål eller innspill, kan du skrive til { $member }:
along-none = Det er ingen papirer å lese nå. Papirene kan være trukket tilbake.
along-gone-title = Lenken virker ikke lenger
along-gone = Lenken er avsluttet, møtet er over, eller adressen er ikke hel. Spør den som delte papirene med deg.

colleague-mail-subject = Et medlem ber deg lese sakspapirer til møtet i { $board } { $meeting }
colleague-mail = Et medlem av { $board } ber deg lese sakspapirer til møtet { $meeting } før virksomheten tar stilling til sakene.
colleague-mail-from = { $member } i { $organisation } deler papirene med deg.
colleague-mail-from-alone = { $member } deler papirene med deg.
colleague-mail-answer = Svarer du på denne e-posten, går svaret til { $member }.
colleague-mail-until = Kan leses til og med
colleague-mail-action = Les sakspapirene
colleague-mail-foot = Du får denne e-posten fordi et medlem i { $board } har delt sakspapirer med deg. Lenken er din alene: ikke send den videre. Navnet og adressen din slettes 30 dager etter møtet.

inputs = Innspill fra virksomhetene
inputs-of = Innspill til møtet: { $meeting }
inputs-how = Her står innspillene som virksomhetene har delt med alle medlemmene.
inputs-how-secretariat = Her står alle innspill som er sendt. De som bare er sendt til sekretariatet, er merket.
input-none = Ingen innspill ennå.
input-own = Ditt innspill
input-write = Skriv innspill
input-change = Endre innspillet
input-has-draft = Du har et utkast som ikke er sendt.
input-of = Innspill til { $case }
input-from = Du skriver på vegne av { $organisation }.
input-how = Bare du ser utkastet. Når du sender innspillet, leser sekretariatet det her og bruker det i forberedelsene. Du kan endre det til møtet er over.
input-text = Hva virksomheten mener
input-text-help = Skriv i Markdown: **fet**, *kursiv*, - punkt. Innspillet kan bli del av saksdokumentene.
input-shared = Vis innspillet til alle medlemmene
input-shared-help = Uten kryss er det bare sekretariatet som leser det. De som er inhabile i saken, ser det aldri.
input-save = Lagre utkast
input-send = Send innspillet
input-saved-at = Utkastet er lagret { $at }.
input-sent-at = Sendt { $at }.
input-changed-at = Sendt { $first }. Endret { $at } (versjon { $number }).
input-to-members = Til alle medlemmene
input-to-secretariat = Bare til sekretariatet
input-not-yet = Sekretariatet har ikke godtatt saken ennå. Da kan du ikke sende innspill til den.
input-over = Møtet er over, eller saken er behandlet. Innspillene står som de er.
input-overtaken = Innspillet ble lagret eller sendt i et annet vindu. Teksten din står her fortsatt. Lagrer eller sender du nå, erstatter den det andre.
said-input-sent = Innspillet er sendt.

opened = Hvem som har åpnet papirene
opened-how = Du ser om leserne har åpnet det som er sendt ut til dem, ikke om de har lest det. Opplysningene slettes { $days } dager etter at papiret ble åpnet.
opened-all = Alle { $all } papirene
opened-some = { $count } av { $all } papirer
opened-none = Ingen
opened-column = Har åpnet
opened-missing = Ikke åpnet
opened-nobody = Ingen papirer er sendt ut ennå.
opened-notice = Sekretariatet ser om du har åpnet papirene, på siden eller som fil. Det slettes { $days } dager etter at du åpnet papiret. Hva du noterer, ser bare du.
