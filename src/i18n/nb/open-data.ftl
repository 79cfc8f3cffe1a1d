# Feeder, katalogen og kalenderne som alle kan lese.
open-data-all = Publiserte referater
open-data-of = Referater fra { $board }
open-data-about = Referatene fra { $board } som er åpne for alle: hva rådet har behandlet, og hva det kom til.
open-data-meetings-of = Møter i { $board }
open-data-service = Sekretariatet
open-data-catalogue = Åpne data om møter i råd og utvalg
open-data-catalogue-about = Referater som råd og utvalg har publisert for alle, til å lese og til å bruke videre.
open-data-address-left-out = {"["}e-postadresse utelatt]
open-data-shut = Referatet er ikke lenger åpent for alle.
