# Feeds, the catalogue and the calendars that everyone may read.
open-data-all = Published minutes
open-data-of = Minutes of { $board }
open-data-about = The minutes of { $board } that are open to everyone: what the board has dealt with, and what it came to.
open-data-meetings-of = Meetings of { $board }
open-data-service = The secretariat
open-data-catalogue = Open data on the meetings of boards
open-data-catalogue-about = Minutes that boards have published for everyone, to read and to use again.
open-data-address-left-out = {"["}e-mail address left out]
open-data-shut = The minutes can no longer be read by everyone.
