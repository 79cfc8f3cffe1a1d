# The names of the public holidays.

holiday-new-years-day = New Year’s Day
holiday-maundy-thursday = Maundy Thursday
holiday-good-friday = Good Friday
holiday-easter-sunday = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-labour-day = Labour Day
holiday-constitution-day = Constitution Day
holiday-ascension-day = Ascension Day
holiday-whit-sunday = Whit Sunday
holiday-whit-monday = Whit Monday
holiday-christmas-day = Christmas Day
holiday-boxing-day = Boxing Day

# Swedish holidays that Norway does not have.

holiday-epiphany = Epiphany
holiday-swedish-national-day = National Day of Sweden
holiday-midsummer-eve = Midsummer Eve
holiday-midsummer-day = Midsummer Day
holiday-all-saints-day = All Saints’ Day
holiday-christmas-eve = Christmas Eve
holiday-new-years-eve = New Year’s Eve
