subscribe-title = { $kind ->
    [product] Subscribe to minutes about { $name }
   *[board] Subscribe to minutes of { $name }
}
subscribe-what = { $kind ->
    [product] You get an e-mail when a board has published minutes with items about { $name }. The minutes are read here. You can stop whenever you like, with one click.
   *[board] You get an e-mail when { $name } has published minutes. The minutes are read here. You can stop whenever you like, with one click.
}
subscribe-address = E-mail address
subscribe-address-help = We send you a link first. You get nothing else until you have confirmed that the address is yours.
subscribe-address-odd = We cannot send mail to this address. Write one without accented letters and quotation marks before the @.
subscribe-how = How often
subscribe-each = For each set of minutes
subscribe-weekly = Once a week, when there is something new
subscribe-language = Language of the e-mail
subscribe-button = Subscribe
subscribe-kept = We keep the address as long as you subscribe. If you do not confirm it, we delete it after a week.
subscribe-mail-off = We do not send e-mail about this yet. Try again later.
subscribe-sent-title = Look in your inbox
subscribe-sent = We have sent a link to the address you wrote. Open it and press the button, and you subscribe.
subscribe-sent-none = Does no e-mail come? Look in your spam folder, and check that the address is right. We send only a few links an hour to one address.
subscribe-again = Subscribe again

subscribe-confirm-title = { $kind ->
    [product] Do you want to subscribe to minutes about { $name }?
   *[board] Do you want to subscribe to minutes of { $name }?
}
subscribe-confirm = Press the button to confirm. If you do not, we delete the address after a week.
subscribe-confirm-button = Confirm the subscription
subscribe-own-title = { $kind ->
    [product] You subscribe to minutes about { $name }
   *[board] You subscribe to minutes of { $name }
}
subscribe-comes = You get an e-mail when something new has been published. At the end of each stands a link that ends the subscription.
subscribe-change-title = Change the subscription
subscribe-change-how = The change counts from the next minutes on.
subscribe-end-title = End the subscription
subscribe-end-how = { $kind ->
    [product] You get no more e-mail about minutes about this product. We delete the address after 30 days.
   *[board] You get no more e-mail about minutes of this board. We delete the address after 30 days.
}
subscribe-end-how-own = { $kind ->
    [product] You get no more e-mail about minutes about this product. We keep the address that you sign in with.
   *[board] You get no more mail about minutes of this board. We keep the address that you sign in with.
}
subscribe-end = End the subscription
subscribe-end-of = End the subscription to { $name }
subscribe-others = Other subscriptions of the same address
subscribe-end-all = End all subscriptions
subscribe-confirm-all = Confirm all subscriptions
subscribe-end-ask = { $kind ->
    [product] Press the button to get no more e-mail about minutes about { $name }. We delete the address after 30 days.
   *[board] Press the button to get no more e-mail about minutes of the board. We delete the address after 30 days.
}
subscribe-end-ask-own = { $kind ->
    [product] Press the button to stop getting mail about minutes about { $name }. We keep the address that you sign in with.
   *[board] Press the button to stop getting mail about minutes of the board. We keep the address that you sign in with.
}
subscribe-end-ask-unconfirmed = You have not confirmed the subscription. Press the button, and we send nothing more. We delete the address within a week.
subscribe-or-change = Would you rather get e-mail less often or in another language?
subscribe-ended-title = The subscription has ended
subscribe-ended = { $kind ->
    [product] You get no more e-mail about minutes about { $name }.
   *[board] You get no more e-mail about minutes of { $name }.
}
subscribe-gone-title = The link no longer works
subscribe-gone = The subscription has been deleted, or the link is not whole. If you still get e-mail from us, use the link in the newest.

subscribe-mine = Subscriptions to minutes
subscribe-mine-says = Here you choose which boards and products you want e-mail about when minutes have been published. If you subscribe to both a board and a product, you get one e-mail for each set of minutes. It goes to the address you sign in with.
subscribe-mine-open = Choose what you subscribe to
subscribe-none = You subscribe to no minutes.
subscribe-new = New subscription
subscribe-topic = Board or product
subscribe-choice = { $kind ->
    [product] Product: { $name }
   *[board] Board: { $name }
}
subscribe-says = { $kind ->
    [product] You can get an e-mail when a board has published minutes with items about the product.
   *[board] You can get an e-mail when the board has published minutes.
}
subscribe-told = { $kind ->
    [product] You get an e-mail when a board has published minutes with items about the product.
   *[board] You get an e-mail when the board has published minutes.
}
subscribe-confirm-of = Confirm the subscription to { $name }
subscribe-turn-each = { $kind ->
    [product] Get e-mail for each set of minutes about { $name }
   *[board] Get e-mail for each set of minutes of { $name }
}
subscribe-turn-weekly = { $kind ->
    [product] Get one e-mail a week about { $name }
   *[board] Get one e-mail a week from { $name }
}
subscribe-no-address = We have no e-mail address of yours. Ask the secretariat to add it.

said-subscribed = You now subscribe to minutes.
said-subscription-changed = The subscription has been changed.
said-subscription-ended = The subscription has ended.

subscribe-mail-subject = Confirm that you want to subscribe to minutes of { $board }
subscribe-mail = Somebody, probably you, asked for e-mail when { $board } publishes minutes. Follow the link, and press the button on the page that opens.
subscribe-mail-subject-known = You already subscribe to minutes of { $board }
subscribe-mail-known = Somebody, probably you, asked for e-mail when { $board } publishes minutes. You get that already, so you need not do anything.
subscribe-mail-product-subject = Confirm that you want to subscribe to minutes about { $product }
subscribe-mail-product-ask = Somebody, probably you, asked for e-mail when a board publishes minutes with items about { $product }. Follow the link, and press the button on the page that opens.
subscribe-mail-product-subject-known = You already subscribe to minutes about { $product }
subscribe-mail-product-known = Somebody, probably you, asked for e-mail when a board publishes minutes with items about { $product }. You get that already, so you need not do anything.
subscribe-mail-board = Board
subscribe-mail-product = Product
subscribe-mail-how = How often
subscribe-mail-meeting = Meeting
subscribe-mail-confirm = Confirm the subscription
subscribe-mail-change = See or change the subscription
subscribe-mail-not-asked = If you did not ask for this, you can ignore this e-mail. You get no more, and we delete the address after a week.
subscribe-mail-no = No, I do not want to subscribe
subscribe-mail-each-subject = The minutes of the meeting of { $board } on { $meeting } are published
subscribe-mail-each = The minutes of the meeting of { $board } on { $meeting } are published, and you can read them now.
subscribe-mail-again-subject = Changed: the minutes of the meeting of { $board } { $meeting } are published again
subscribe-mail-again = The minutes of the meeting of { $board } { $meeting } are published again. Something that you may read in them is new or has changed.
subscribe-mail-why = Why they were corrected
subscribe-mail-changed = Published again: something in the minutes has changed since last time.
subscribe-mail-corrected = Published again. Corrected: { $reason }
subscribe-mail-weekly-subject = New minutes of { $board } as of { $date }
subscribe-mail-weekly = { $board } has published new minutes since you last got an e-mail about it.
subscribe-mail-products-weekly-subject = New minutes about { $product } as of { $date }
subscribe-mail-products-weekly = Since you last got an e-mail about it, new minutes with items about { $product } have been published.
subscribe-mail-items = Items in the minutes
subscribe-mail-minutes = Read the minutes
subscribe-mail-read = Read the minutes
subscribe-mail-end = Change or end the subscription
subscribe-mail-end-of = Change or end the subscription to { $name }
subscribe-mail-end-products = Change or end the subscriptions to products
subscribe-mail-foot = { $kind ->
    [product] You get this e-mail because you subscribe to minutes about { $name }.
   *[board] You get this e-mail because you subscribe to minutes of { $name }.
}
subscribe-mail-foot-asked = { $kind ->
    [product] This e-mail is sent automatically because somebody wrote your address in the form for subscribing to minutes about { $name }.
   *[board] This e-mail is sent automatically because somebody wrote your address in the form for subscribing to minutes of { $name }.
}
