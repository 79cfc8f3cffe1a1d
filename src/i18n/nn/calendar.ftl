# Namna på heilagdagane.

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

# Svenske heilagdagar som Noreg ikkje har.

holiday-epiphany = Heilagtrekongarsdag
holiday-swedish-national-day = Den svenske nasjonaldagen
holiday-midsummer-eve = Midtsommarsaftan
holiday-midsummer-day = Midtsommarsdagen
holiday-all-saints-day = Allehelgensdag
holiday-christmas-eve = Julaftan
holiday-new-years-eve = Nyttårsaftan
