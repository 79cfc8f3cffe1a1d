//! What those who subscribe see: where they ask for it, where a link in a mail leads, and their own list.

use super::mail::how_key;
use super::{Frequency, Named, Own, State, Subscription, Topic};
use crate::i18n::Value;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// What texts call what is subscribed to, and of which kind it is.
fn values(view: &View, to: &Named) -> [(&'static str, Value); 2] {
    [
        ("kind", to.topic.kind().into()),
        ("name", view.words(&to.name).into()),
    ]
}

/// Where anyone asks for it.
#[must_use]
pub fn place(of: Topic) -> String {
    match of {
        Topic::Board(id) => paths::subscribe(id),
        Topic::Product(id) => paths::subscribe_to_product(id),
    }
}

fn frequencies(view: &View) -> Vec<(String, String)> {
    let choice = |how: &Frequency| (how.to_string(), view.t(how_key(*how)));
    Frequency::ALL.iter().map(choice).collect()
}

/// How often, and in which language.
fn choices(view: &View, form: &Form) -> Markup {
    let how = Field::new("frequency", view.t("subscribe-how")).needed();
    let language = Field::new("language", view.t("subscribe-language")).needed();
    html! {
        (ui::select(view, form, &how, &frequencies(view)))
        (ui::select(view, form, &language, &ui::languages(view)))
    }
}

/// Where anyone asks for mail of a board or a product. `is_on` says whether any is sent yet.
#[must_use]
pub fn ask(view: &View, to: &Named, form: &Form, is_on: bool) -> Markup {
    let name = values(view, to);
    let address = Field::new("address", view.t("subscribe-address"))
        .help(view.t("subscribe-address-help"))
        .needed();
    let body = html! {
        (ui::input(view, form, "email", &address))
        (choices(view, form))
    };
    html! {
        (ui::heading(&view.tv("subscribe-title", &name)))
        (ui::paragraph(&view.tv("subscribe-what", &name)))
        @if is_on {
            (ui::form(view, &place(to.topic), form, &body, &view.t("subscribe-button")))
        } @else {
            (ui::notice(Tone::Info, &ui::paragraph(&view.t("subscribe-mail-off"))))
        }
        p class="ds-paragraph muted" { (view.t("subscribe-kept")) " " (ui::link(paths::PRIVACY, &view.t("privacy-notice"))) }
    }
}

/// The answer to everyone who asked, whatever became of it.
#[must_use]
pub fn sent(view: &View, to: Topic) -> Markup {
    html! {
        (ui::heading(&view.t("subscribe-sent-title")))
        (ui::paragraph(&view.t("subscribe-sent")))
        (ui::paragraph(&view.t("subscribe-sent-none")))
        p { (ui::link(&place(to), &view.t("subscribe-again"))) }
    }
}

/// What a button sends that is about all subscriptions of an address.
pub const ALL: &str = "all";

/// Where a link in a mail leads: to confirm, to change, or to the word that it has ended; below it stands what else the
/// address has.
#[must_use]
pub fn linked(
    view: &View,
    (of, to): (&Subscription, &Named),
    form: &Form,
    all: &[Own],
    action: &str,
) -> Markup {
    let others: Vec<&Own> = (all.iter())
        .filter(|one| one.subscription.id != of.id)
        .collect();
    html! {
        (linked_one(view, (of, to), form, action))
        (besides(view, &others, all, action))
    }
}

fn linked_one(view: &View, (of, to): (&Subscription, &Named), form: &Form, action: &str) -> Markup {
    let name = values(view, to);
    match of.state {
        State::Asked => html! {
            (ui::heading(&view.tv("subscribe-confirm-title", &name)))
            (ui::paragraph(&view.t("subscribe-confirm")))
            (facts(view, of))
            (ui::button_form(view, action, &[("act", "confirm")], &view.t("subscribe-confirm-button"), None))
        },
        State::Confirmed => html! {
            (ui::heading(&view.tv("subscribe-own-title", &name)))
            (ui::paragraph(&view.t("subscribe-comes")))
            (facts(view, of))
            (ui::section("change", &view.t("subscribe-change-title"), &change(view, form, action)))
            (ui::section("end", &view.t("subscribe-end-title"), &html! {
                (ui::paragraph(&view.tv(if of.person.is_some() { "subscribe-end-how-own" } else { "subscribe-end-how" }, &name)))
                (ui::button_form(view, action, &[("act", "end")], &view.t("subscribe-end"), Some("secondary")))
            }))
        },
        State::Ended => has_ended(view, to, &[]),
    }
}

fn facts(view: &View, of: &Subscription) -> Markup {
    let mut facts = Vec::new();
    if let Some(address) = &of.address {
        facts.push((view.t("subscribe-address"), html! { (address) }));
    }
    facts.extend([
        (
            view.t("subscribe-how"),
            html! { (view.t(how_key(of.frequency))) },
        ),
        (
            view.t("subscribe-language"),
            html! { (of.language.name_in(view.language)) },
        ),
    ]);
    ui::facts(&facts)
}

/// What stands today, to be changed.
#[must_use]
pub fn as_it_is(of: &Subscription) -> Form {
    Form::filled([
        ("frequency", of.frequency.to_string()),
        ("language", of.language.tag().to_owned()),
    ])
}

fn change(view: &View, form: &Form, action: &str) -> Markup {
    let body = html! {
        (ui::hidden("act", "change"))
        (choices(view, form))
    };
    html! {
        (ui::paragraph(&view.t("subscribe-change-how")))
        (ui::form(view, action, form, &body, &view.t("save")))
    }
}

/// What else an address subscribes to, or has asked for: each with a button of its own, and one for all.
fn besides(view: &View, others: &[&Own], all: &[Own], action: &str) -> Markup {
    let button = |act: &str, id: &str, text: &str| {
        ui::button_form(
            view,
            action,
            &[("act", act), ("id", id)],
            text,
            Some("secondary"),
        )
    };
    let line = |one: &&Own| {
        let of = &one.subscription;
        let (id, name) = (of.id.to_string(), view.words(&one.name));
        let (act, key) = match of.state {
            State::Asked => ("confirm", "subscribe-confirm-of"),
            State::Confirmed | State::Ended => ("end", "subscribe-end-of"),
        };
        let said = view.tv(key, &[("name", name.into())]);
        html! { p class="ds-paragraph" { (name) " (" (view.t(how_key(of.frequency))) ")" } (button(act, &id, &said)) }
    };
    let waits = |one: &&Own| one.subscription.state == State::Asked;
    let waiting = all.iter().filter(waits).count();
    html! {
        @if !others.is_empty() {
            (ui::section("others", &view.t("subscribe-others"), &html! {
                (ui::list(&others.iter().map(line).collect::<Vec<_>>()))
                div class="actions" {
                    @if waiting > 1 { (button("confirm", ALL, &view.t("subscribe-confirm-all"))) }
                    (button("end", ALL, &view.t("subscribe-end-all")))
                }
            }))
        }
    }
}

/// What one click ends, by name.
fn names(view: &View, of: &[Own]) -> String {
    let names: Vec<&str> = of.iter().map(|one| view.words(&one.name)).collect();
    names.join(", ")
}

/// Where the link that ends it leads: `ends` is what its button ends, `all` everything of the address. Showing it changes
/// nothing, because mail scanners follow links.
#[must_use]
pub fn end(
    view: &View,
    (of, to): (&Subscription, &Named),
    (ends, all): (&[Own], &[Own]),
    action: &str,
    change: &str,
) -> Markup {
    let is_ended = |one: &&Own| {
        let mut ends = ends.iter();
        ends.any(|other| other.subscription.topic == one.subscription.topic)
    };
    let others: Vec<&Own> = all.iter().filter(|one| !is_ended(one)).collect();
    if ends.is_empty() {
        return html! { (has_ended(view, to, &[])) (besides(view, &others, all, change)) };
    }
    let name = [
        ("kind", to.topic.kind().into()),
        ("name", names(view, ends).into()),
    ];
    html! {
        (ui::heading(&view.tv("subscribe-end-of", &name)))
        (ui::paragraph(&view.tv(end_ask(of), &name)))
        (facts(view, of))
        (ui::button_form(view, action, &[("List-Unsubscribe", "One-Click")], &view.t("subscribe-end"), None))
        @if of.state == State::Confirmed {
            p class="ds-paragraph" { (view.t("subscribe-or-change")) " " (ui::link(change, &view.t("subscribe-change-title"))) }
        }
        (besides(view, &others, all, change))
    }
}

/// What is said above the button that ends it, by how long the address is kept.
fn end_ask(of: &Subscription) -> &'static str {
    match (of.state, of.person) {
        (State::Asked, _) => "subscribe-end-ask-unconfirmed",
        (_, Some(_)) => "subscribe-end-ask-own",
        (_, None) => "subscribe-end-ask",
    }
}

/// These have ended; `others` of the address have not.
#[must_use]
pub fn ended(view: &View, to: &Named, ends: &[Own], (others, change): (&[Own], &str)) -> Markup {
    let shown: Vec<&Own> = others.iter().collect();
    html! {
        (has_ended(view, to, ends))
        (besides(view, &shown, others, change))
    }
}

/// It has ended, or each of several.
fn has_ended(view: &View, to: &Named, ends: &[Own]) -> Markup {
    let mut name = values(view, to);
    if ends.len() > 1 {
        name[1].1 = names(view, ends).into();
    }
    html! {
        (ui::heading(&view.t("subscribe-ended-title")))
        (ui::paragraph(&view.tv("subscribe-ended", &name)))
        p { (ui::link(&place(to.topic), &view.t("subscribe-again"))) }
    }
}

/// The same whether the subscription is forgotten or never was one.
#[must_use]
pub fn gone(view: &View) -> Markup {
    html! {
        (ui::heading(&view.t("subscribe-gone-title")))
        (ui::paragraph(&view.t("subscribe-gone")))
    }
}

/// The reader's own: each with how it may be changed, and what else they may subscribe to.
#[must_use]
pub fn own(view: &View, all: &[Own], form: &Form, offered: &[Named]) -> Markup {
    let standing = all
        .iter()
        .filter(|one| one.subscription.state != State::Ended);
    let standing: Vec<&Own> = standing.collect();
    let is_new = |to: &&Named| {
        let mut taken = standing.iter().map(|one| &one.subscription);
        !taken.any(|of| of.topic == to.topic && of.state == State::Confirmed)
    };
    let mut new: Vec<&Named> = offered.iter().filter(is_new).collect();
    // Boards stand in their own order, products by their names.
    new.sort_by_key(|to| (to.topic.product()).map(|_| view.words(&to.name).to_lowercase()));
    let choice = |to: &Named| {
        let text = view.tv("subscribe-choice", &values(view, to));
        (to.topic.id().to_owned(), text)
    };
    let new: Vec<(String, String)> = new.into_iter().map(choice).collect();
    html! {
        (ui::breadcrumbs(view, &[(paths::ME.to_owned(), view.t("menu-me"))]))
        (ui::heading(&view.t("subscribe-mine")))
        (ui::paragraph(&view.t("subscribe-mine-says")))
        @if standing.is_empty() { (ui::empty(&view.t("subscribe-none"))) }
        @for one in &standing { (one_own(view, one)) }
        @if !new.is_empty() { (ui::section("new", &view.t("subscribe-new"), &begin(view, form, &new))) }
    }
}

fn begin(view: &View, form: &Form, offered: &[(String, String)]) -> Markup {
    let topic = Field::new("topic", view.t("subscribe-topic")).needed();
    let body = html! {
        (ui::hidden("act", "begin"))
        (ui::select(view, form, &topic, offered))
        (choices(view, form))
    };
    ui::form(
        view,
        paths::MY_SUBSCRIPTIONS,
        form,
        &body,
        &view.t("subscribe-button"),
    )
}

/// One of several: its buttons say what they are about.
fn one_own(view: &View, one: &Own) -> Markup {
    let of = &one.subscription;
    let (id, name) = (of.id.to_string(), view.words(&one.name));
    let topic = of.topic.id();
    let values = [("kind", of.topic.kind().into()), ("name", name.into())];
    let say = |act: &str| view.tv(act, &values);
    let other = match of.frequency {
        Frequency::Each => Frequency::Weekly,
        Frequency::Weekly => Frequency::Each,
    };
    let turn = match other {
        Frequency::Each => "subscribe-turn-each",
        Frequency::Weekly => "subscribe-turn-weekly",
    };
    let button = |fields: &[(&str, &str)], text: &str| {
        ui::button_form(
            view,
            paths::MY_SUBSCRIPTIONS,
            fields,
            text,
            Some("secondary"),
        )
    };
    html! {
        (ui::section(&format!("row-{id}"), name, &html! {
            (facts(view, of))
            div class="actions" {
                @if of.state == State::Asked {
                    (button(&[("act", "begin"), ("topic", topic), ("frequency", of.frequency.code()), ("language", of.language.tag())], &say("subscribe-confirm-of")))
                } @else {
                    (button(&[("act", "change"), ("id", &id), ("frequency", other.code()), ("language", of.language.tag())], &say(turn)))
                }
                (button(&[("act", "end"), ("id", &id)], &say("subscribe-end-of")))
            }
        }))
    }
}

/// What the reader subscribes to, on their own page.
#[must_use]
pub fn mine(view: &View, all: &[Own]) -> Markup {
    let standing = all
        .iter()
        .filter(|one| one.subscription.state == State::Confirmed);
    let lines: Vec<Markup> = standing
        .map(|one| {
            let how = view.t(how_key(one.subscription.frequency));
            html! { (view.words(&one.name)) " " span class="muted" { "(" (how) ")" } }
        })
        .collect();
    html! {
        @if lines.is_empty() { (ui::paragraph(&view.t("subscribe-none"))) } @else { (ui::list(&lines)) }
        p class="ds-paragraph" { (ui::link_button(paths::MY_SUBSCRIPTIONS, &view.t("subscribe-mine-open"))) }
    }
}

/// On the page of a board or a product: one click for who has signed in, or that they have done so.
#[must_use]
pub fn panel(view: &View, to: Topic, is_told: bool) -> Markup {
    let language = view.language.tag();
    let kind = [("kind", to.kind().into())];
    let fields = [
        ("act", "begin"),
        ("topic", to.id()),
        ("frequency", Frequency::Each.code()),
        ("language", language),
    ];
    let body = html! {
        @if is_told {
            p class="ds-paragraph" {
                (view.tv("subscribe-told", &kind)) " " (ui::link(paths::MY_SUBSCRIPTIONS, &view.t("subscribe-change-title")))
            }
        } @else {
            (ui::paragraph(&view.tv("subscribe-says", &kind)))
            (ui::button_form(view, paths::MY_SUBSCRIPTIONS, &fields, &view.t("subscribe-button"), Some("secondary")))
        }
    };
    ui::section("subscribe", &view.t("subscribe-mine"), &body)
}
