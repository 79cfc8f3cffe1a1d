# What stands for what only the reader gets.
letter-personal-link = [personleg lenkje]
letter-calendar-entry = [kalenderoppføring: { $what }, { $when }]
letter-calendar-cancelled = [kalenderoppføring som blir fjerna: { $what }, { $when }]
