# Feedar, katalogen og kalendrane som alle kan lese.
open-data-all = Publiserte referat
open-data-of = Referat frå { $board }
open-data-about = Dei opne referata frå { $board }: kva rådet har handsama, og kva det kom fram til.
open-data-meetings-of = Møta i { $board }
open-data-service = Sekretariatet
open-data-catalogue = Opne data om møta i råd og utval
open-data-catalogue-about = Her finn du referata som råd og utval har opna for alle. Du kan lese dei og bruke dei vidare.
open-data-address-left-out = {"["}e-postadressa er utelaten]
open-data-shut = No er det ikkje alle som får lese referatet lenger.
