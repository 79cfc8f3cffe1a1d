# What stands for what only the reader gets.
letter-personal-link = [personal link]
letter-calendar-entry = [calendar entry: { $what }, { $when }]
letter-calendar-cancelled = [calendar entry to be removed: { $what }, { $when }]
