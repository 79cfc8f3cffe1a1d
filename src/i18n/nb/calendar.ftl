# Navnene på helligdagene.

holiday-new-years-day = 1. nyttårsdag
holiday-maundy-thursday = Skjærtorsdag
holiday-good-friday = Langfredag
holiday-easter-sunday = 1. påskedag
holiday-easter-monday = 2. påskedag
holiday-labour-day = 1. mai
holiday-constitution-day = Grunnlovsdagen
holiday-ascension-day = Kristi himmelfartsdag
holiday-whit-sunday = 1. pinsedag
holiday-whit-monday = 2. pinsedag
holiday-christmas-day = 1. juledag
holiday-boxing-day = 2. juledag

# Svenske helligdager som Norge ikke har.

holiday-epiphany = Helligtrekongersdag
holiday-swedish-national-day = Sveriges nasjonaldag
holiday-midsummer-eve = Midtsommeraften
holiday-midsummer-day = Midtsommerdagen
holiday-all-saints-day = Allehelgensdag
holiday-christmas-eve = Julaften
holiday-new-years-eve = Nyttårsaften
