# Signing in, organisations and people.

front-title = Meetings and deadlines of public boards
front-what = Styringsråd keeps the year of a public board in order: members, meetings, deadlines and reminders.
front-who-title = Who uses it
front-who-boards = Members and secretariat see the meetings, the deadlines and their own term.
front-who-service-owners = Service owners may ask for access with their address at work.
front-who-public = Others are welcome to contact the secretariat.
front-how-title = How to sign in
front-how = You need no password. Write your e-mail address, and we send you a link that works for 15 minutes.

sign-in-title = Sign in
sign-in-address = E-mail address
sign-in-address-help = We send a link here. It works for 15 minutes and can be used once.
sign-in-send = Send me a link
sign-in-no-access = No access yet?
sign-in-form-is-kept = You had been signed out when you sent the form. We have kept what you wrote. Sign in, and you can send it again.
sign-in-session-ended = You were signed out because it has been a while. Sign in again to go back to where you were.
sign-in-sent-title = Look in your inbox
sign-in-sent = If we know the address, we have sent a link to it. The link works for 15 minutes.
sign-in-sent-none = No e-mail? Look among your spam, and check that the address was right. We send at most five links an hour to the same address.
sign-in-again = Ask for a new link
sign-in-follow-title = Finish signing in
sign-in-follow = Press the button to sign in. The link can be used once.
sign-in-own-device = This is my own device
sign-in-own-device-help = You stay signed in for 14 days. Do not tick this on a machine that others use.
link-gone-title = The link no longer works
link-gone = The link has been used, or it is older than 15 minutes. Ask for a new one and use the latest e-mail.
link-gone-again = Ask for a new link
said-signed-out = You are signed out.

join-title = Ask for access
join-what = If you work for a service owner, you can ask to read what is made available to all service owners.
join-address = Your e-mail address at work
join-address-help = We send a link here to confirm that the address is yours.
join-send = Ask for access
join-sent = If your organisation is a service owner and has approved your mail domain, we have sent you a link. The link works for 15 minutes.
join-sent-none = No e-mail? Contact the secretariat, and they can invite you.
join-confirm-title = Confirm your address
join-confirm = Press the button to confirm that you belong to { $organisation }. You get access and are signed in.
join-confirm-button = Confirm and sign in

kept-form-title = We have kept what you wrote
kept-form-what = You had been signed out when you sent the form, so nothing was saved. All you wrote is here. Press the button to send it again.
kept-form-send = Send the form again
kept-form-leave = Do not send it

devices-title = Devices you are signed in on
devices-what = If you do not recognise a device, sign it out here.
devices-device = Device
devices-since = Signed in
devices-last-seen = Last used
devices-sign-out = Sign out
devices-sign-out-of = Sign out { $device }
devices-sign-out-others = Sign out all other devices
devices-this = This device
devices-own = Own device
devices-unknown = Unknown device
said-device-signed-out = The device is signed out.

people-yes = Yes
people-no = No
people-filter = Show
people-from = From { $from }
people-from-to = From { $from } to { $last }
people-days = Period
people-first-day = First day
people-last-day = Last day
people-last-day-before-first = The last day cannot be before the first day.
people-period-overlaps = The period overlaps another. Choose a day after the other has ended, or end that one first.

organisations-title = Organisations
organisations-text = Name or number
organisations-found = { $count ->
    [0] No organisation fits. Try a shorter name.
    [one] One organisation
   *[other] { $count } organisations
}
organisation-new = New organisation
organisation-edit = Change the organisation
organisation-name = Name
organisation-name-help = Corrects the name it has today. If the organisation has changed its name, give it a new one from a date.
organisation-short-name = Short name
organisation-scheme = Kind of number
organisation-scheme-norwegian = Norwegian organisation number
organisation-scheme-other = Another number
organisation-number = Organisation number
organisation-number-help = Nine digits, such as 991 825 827. Leave it empty if the number is unknown.
organisation-number-unknown = Unknown
organisation-number-not-nine-digits = A Norwegian organisation number has nine digits. Check the number, or leave it empty.
organisation-number-wrong-control-digit = The last digit does not fit the others. Look for a typing error in the number.
organisation-number-taken = Another organisation has this number. Find that one instead of making a new one.
organisation-kind = Kind of organisation
organisation-size = Size
organisation-size-help = How large the organisation is as a service owner. A mandate may ask for medium-sized and small ones too.
organisation-mailbox = Mailbox
organisation-mailbox-help = The e-mail address that the organisation itself answers from.
organisation-contact = Contact
organisation-contact-help = Whom the secretariat calls or writes to.
organisation-language = Language of e-mail to the organisation
organisation-domains = Approved mail domains
organisation-domains-help = One on each line, such as digdir.no. People with such an address can ask for access as a service owner themselves.
organisation-domain-taken = { $domain } is approved for another organisation.
organisation-not-a-domain = “{ $domain }” is not a mail domain. Write what stands after the @, such as digdir.no.
organisation-names = Names through time
organisation-named-from = { $name }, from { $from }
organisation-named-to = { $name }, to { $last }
organisation-named-from-to = { $name }, from { $from } to { $last }
organisation-rename = Give a new name
organisation-rename-what = The old name stands until the day before. Meetings and decisions from that time show the old name.
organisation-new-name = New name
organisation-new-name-from = Valid from
organisation-name-too-early = The new name must begin after the one before it. Choose a later day.
organisation-service-owner = Service owner
organisation-service-owner-from = Service owner from
organisation-service-owner-last = Last day as a service owner
organisation-people = People with access as service owner
organisation-people-what = They see what is made available to all service owners, for as long as the organisation is one.
organisation-people-none = Nobody has access yet.
organisation-people-none-now = Nobody has access now.
organisation-people-before = Had access before
said-organisation-saved = The organisation is saved.

service-owner-new = New period as a service owner
service-owner-never = The organisation has not been a service owner.
service-owner-end = Set the last day
service-owner-end-help = From the day after, none of the organisation's people have access. Leave it empty if the period has no end.
affiliation-joined = Came in
affiliation-invited = Invited
affiliation-asked = Asked for access
affiliation-end = End
affiliation-end-of = End the access of { $name }
affiliation-end-follows = The person loses access at once.
said-affiliation-ended = The access has ended, as of now.
invite-title = Invite a person
invite-what = They get an e-mail that tells how to sign in. The access begins today.
invite-send = Invite
invite-not-service-owner = The organisation is not a service owner today. Add the period as a service owner first.
invite-already = This person already has access for the organisation.
said-invited = The invitation is on its way.

people-title = People
people-text = Name, or the whole e-mail address
people-found = { $count ->
    [0] Nobody fits. Try a shorter name.
    [one] One person
   *[other] { $count } people
}
people-found-some = Showing { $shown } of { $count } people. Write a name to see fewer.
person-new = New person
person-edit = Change the person
person-mail = Mail to this person
person-name = Name
person-address = E-mail address
person-address-help = The person signs in with this address. If you change it, the person is signed out everywhere.
person-address-taken = { $name } has this address. Two people cannot share one.
person-address-of-administrator = Only an administrator can change the address of an administrator.
person-address-of-other-board = This person has a role on a board you are not the secretariat of. Ask an administrator to change the address.
person-language = Language
said-language-saved = The language is saved.
person-title = Position
person-sits = Roles on boards
person-board = Board
person-role = Role
person-organisation = Organisation
person-affiliations = Access for service owners
person-administrator = Administrator
person-administrator-never = The person has not been an administrator.
person-administrator-what = An administrator makes boards and organisations, and appoints the first secretariat.
person-administrator-from = Administrator from
person-administrator-until = Administrator until
person-make-administrator = Make administrator
person-end-administrator = End as administrator
person-last-administrator = This is the last administrator without an end date. Make someone else an administrator first.
said-person-saved = The person is saved.

accessibility-title = Accessibility
accessibility-aim-title = Our aim
accessibility-aim = Everyone should be able to use Styringsråd. We follow WCAG 2.1 at level AA, as the Norwegian regulation on universal design of ICT requires.
accessibility-works-title = What works
accessibility-works = The pages work with a keyboard, a screen reader, large print, dark mode and without JavaScript, on screens from 320 pixels.
accessibility-not-yet-title = What is missing
accessibility-not-yet = This installation has not yet linked to its own accessibility statement at uustatus.no.
accessibility-tell-title = Tell us
accessibility-tell = If something does not work for you, we would like to know.

privacy-title = Privacy
privacy-short = We store only what the secretariat needs to call meetings, remind of deadlines and show who sat on the board when.
privacy-what-title = What we store about you
privacy-what = Name, e-mail address, language and position, and which level it is at. The boards you have a role on, and when. E-mail we have sent you, and when it was sent. The devices you are signed in on. What you have changed in the system. What you answer to notices, whether you were present at the meetings, and anything you say that you need at a meeting. Which case papers you have opened, your notes, the input you write, and whom you let read along. If you read case papers because a member has shared them with you, we store your name and address, not what you read. If you subscribe to minutes, we store your address, the language and how often you want e-mail. If you took part in a meeting, or follow up something that was decided there, your name stands in the minutes.
privacy-why-title = Why
privacy-why = The board must follow its mandate, and the administration must be able to show what was done and by whom. The legal basis is article 6(1)(e) of the General Data Protection Regulation and the Norwegian Archives Act. What you say that you need at a meeting is up to you, and is used only to arrange it because you asked (Article 9(2)(a)). If you subscribe to minutes, the basis is that you have said yes (Article 6(1)(a)), and you can say no with one click. Minutes that are published show who took part in the meetings and who follows up. The basis for that is Article 6(1)(e): showing who has advised the administration is a task in the public interest.
privacy-long-title = How long
privacy-long = A session ends by itself, usually after 30 minutes without use. Sign-in links, and the IP address of whoever asked for the link, are deleted when someone signs in and they are more than a day old. So are forms you sent after you had been signed out. Who sat on the board, and what was changed, belongs in the archive and is kept. What you say that you need at a meeting is deleted a week after it, or as soon as you answer anything but that you come. If you have only been a deputy, your address is deleted 190 days after your last meeting; your name stands in the minutes. That you have opened a case paper is deleted after a year. Only you see it, unless the board lets the secretariat see it: then it says so where you read the papers, and for how long. If someone has shared case papers with you, your name and address are deleted 30 days after the meeting. Your notes on case papers are yours alone, and you delete them yourself. The address of whoever subscribes to minutes is kept as long as the subscription lasts and for 30 days after it has ended. If it is not confirmed, we delete it after a week.
privacy-cookies-title = Cookies
privacy-cookies = We use three, and all are necessary: one for the session, one that recognises the browser when you send a form, and one for the language you chose. You get the first when you sign in, the second when you open a page with a form that you can send, such as to sign in or to subscribe, and the third when you choose a language. Who only reads gets none. Nobody else learns what you do here.
privacy-who-title = Who sees it
privacy-who = The secretariats and the administrators see name and address. The members of a board see who the others are. Nothing is sold or used for advertising. Once minutes are published, those they are meant for read the names in them: the members, the service owners or everyone. The programming interface and the news feed do not show who took part, and show no e-mail addresses.
privacy-controller-title = Who is responsible
privacy-controller = The controller is the organisation that is the board’s secretariat. Ask us at the address below, and we tell you who its data protection officer is.
privacy-rights-title = Your rights
privacy-rights = When you are signed in, you can download what is stored about you on your own page. You may ask to see, correct or erase what is stored about you, and you may object to our use of it. You may complain to the Norwegian Data Protection Authority. Write to us here:

contact-what = Questions about meetings, papers or access go to the secretariat.
contact-sign-in = Unable to sign in? Tell us which organisation you belong to, and the secretariat will help.

mail-sign-in-subject = Sign in to Styringsråd: the link works for 15 minutes
mail-sign-in-what = Someone, probably you, asked to sign in. Press the link, then the button on the page that opens. The link works for 15 minutes and can be used once.
mail-sign-in-link = Sign in
mail-join-subject = Confirm your address in Styringsråd: the link works for 15 minutes
mail-join-what = Someone, probably you, asked for access as one of the people of { $organisation }. Press the link, then the button on the page that opens. The link works for 15 minutes and can be used once.
mail-join-link = Confirm the address
mail-link-not-asked = If you did not ask for this, ignore this e-mail. Nothing happens until someone presses the button.
mail-address-changed-subject = The address you sign in to Styringsråd with has changed
mail-address-changed-what = The secretariat has replaced this address with another one. You can no longer sign in with it, and you get no more mail from Styringsråd here.
mail-address-changed-wrong = Is this a mistake? Do not answer this mail; contact the secretariat of your board at once.
mail-invited-subject = You have access to Styringsråd for { $organisation }
mail-invited-what = You can now read what is made available to all service owners, on behalf of { $organisation }.
mail-invited-how = Sign in with this address: { $address }. You need no password. You get a link by e-mail each time.
mail-invited-link = Go to the sign-in page
mail-people-foot = This e-mail was sent automatically by Styringsråd.
