# What stands for what only the reader gets.
letter-personal-link = [personlig lenke]
letter-calendar-entry = [kalenderoppføring: { $what }, { $when }]
letter-calendar-cancelled = [kalenderoppføring som fjernes: { $what }, { $when }]
