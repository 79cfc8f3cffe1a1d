# Svenska, så långt som en styrelse behöver för att komma igång. Det som saknas läses på bokmål.
language-name = Svenska
language-instead = nb
date-months = januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, december
date-weekdays = måndag, tisdag, onsdag, torsdag, fredag, lördag, söndag

skip-to-content = Hoppa till innehållet
choose-language = Språk
sign-in = Logga in
sign-out = Logga ut
menu = Meny
menu-desk = Skrivbordet
menu-me = Min sida
menu-boards = Styrelser
menu-published = Protokoll
menu-search = Sök
menu-organisations = Myndigheter
menu-people = Personer
save = Spara
cancel = Avbryt
change = Ändra
remove = Ta bort
form-mistakes = Rätta detta innan du går vidare
form-choose = Välj
form-needed = Fyll i fältet.
you-are-here = Du är här
go-back = Tillbaka
boards-title = Styrelser
boards-terms = Perioder och ledamöter
boards-mandates = Instruktion
boards-mail-foot = Du får detta mejl eftersom du har en uppgift för { $board }. Svara på mejlet om du har frågor.
composition-title = Sammansättning
composition-found-members = { $n ->
    [one] Styrelsen har en ledamot.
   *[other] Styrelsen har { $n } ledamöter.
}
holiday-epiphany = Trettondedag jul
holiday-swedish-national-day = Sveriges nationaldag
holiday-midsummer-eve = Midsommarafton
holiday-midsummer-day = Midsommardagen
holiday-all-saints-day = Alla helgons dag
holiday-ascension-day = Kristi himmelsfärdsdag
