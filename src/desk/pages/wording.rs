//! The pages on which a secretariat adapts the words of its mail: all kinds in all languages, and one of them with
//! what it looks like.

use super::kind;
use crate::audit::Happened;
use crate::boards::Board;
use crate::i18n::Language;
use crate::mail::letter::{Links, plain};
use crate::mail::wording::{Opening, Passage, Shown, Standing, USUAL, Wordings, name};
use crate::mail::{Class, Tables};
use crate::web::ui::{self, Act, Field, Tone};
use crate::web::{Form, View, paths};
use maud::{Markup, html};

/// What a passage is called: its kind, and its variant where there are several.
#[must_use]
pub fn title(view: &View, passage: &Passage) -> String {
    let kind = kind(view, passage.kind);
    if passage.variant == USUAL {
        return kind;
    }
    let variant = view.t(&format!("wording-variant-{}", passage.variant));
    format!("{kind} – {variant}")
}

fn title_in(view: &View, passage: &Passage, language: Language) -> String {
    let language = language.name_in(view.language).to_lowercase();
    let what = title(view, passage);
    view.tv(
        "wording-in",
        &[("what", what.into()), ("language", language.into())],
    )
}

fn path(board: &Board, passage: &Passage, language: Language) -> String {
    paths::board_wording(board.id, passage.kind, passage.variant, language.tag())
}

fn above(view: &View, board: &Board, is_below: bool) -> Markup {
    let mut links = vec![
        (paths::BOARDS.to_owned(), view.t("menu-boards")),
        (paths::board(board.id), view.words(&board.name).to_owned()),
    ];
    if is_below {
        links.push((paths::of_board(board.id, "wording"), view.t("wording")));
    }
    ui::breadcrumbs(view, &links)
}

/// Every kind of the board's mail, and in which languages its words are the board's own.
#[must_use]
pub fn list(view: &View, board: &Board, tables: &Tables, wordings: &Wordings) -> Markup {
    let is_unfit = tables.passages().any(|passage| {
        let standing = |language| wordings.standing(passage, language);
        Language::all()
            .map(standing)
            .any(|it| it == Standing::Unfit)
    });
    let sections = [
        (Class::OnYourClick, "notices", "wording-of-notices"),
        (Class::ByItself, "reminders", "wording-of-reminders"),
        (Class::AtOnce, "receipts", "wording-of-receipts"),
    ];
    html! {
        (above(view, board, false))
        (ui::heading(&view.t("wording")))
        (ui::paragraph(&view.t("wording-how")))
        @if is_unfit { (ui::notice(Tone::Warning, &ui::paragraph(&view.t("wording-unfit-some")))) }
        @for (class, id, key) in sections {
            @let of_class: Vec<&Passage> = tables.passages().filter(|it| is_of(tables, it, class)).collect();
            (ui::section(id, &view.t(key), &section(view, (board, wordings), class, &view.t(key), &of_class)))
        }
    }
}

fn is_of(tables: &Tables, passage: &Passage, class: Class) -> bool {
    let kind = tables.kind(passage.kind);
    kind.is_some_and(|kind| kind.class == class)
}

/// Whose words, and what they are.
type Of<'a> = (&'a Board, &'a Wordings);

/// Of the many reminders only each kind is listed; its variants are opened.
fn section(view: &View, of: Of<'_>, class: Class, caption: &str, all: &[&Passage]) -> Markup {
    if class != Class::ByItself {
        return table(view, of, caption, all);
    }
    let kinds = all.chunk_by(|one, next| one.kind == next.kind);
    let (single, several): (Vec<_>, Vec<_>) = kinds.partition(|kind| kind.len() == 1);
    html! {
        (table(view, of, caption, &single.concat()))
        @for passages in several {
            @let name = passages.first().map(|first| kind(view, first.kind)).unwrap_or_default();
            (ui::details(&summary(view, of.1, &name, passages), &table(view, of, &name, passages)))
        }
    }
}

/// A kind's name, and how many of its words are the board's own.
fn summary(view: &View, wordings: &Wordings, name: &str, passages: &[&Passage]) -> String {
    let is_own =
        |passage: &&Passage, language| wordings.standing(passage, language) != Standing::Usual;
    let own = passages.iter().map(|passage| {
        let languages = Language::all();
        languages.filter(|it| is_own(passage, *it)).count()
    });
    let count: usize = own.sum();
    if count == 0 {
        return name.to_owned();
    }
    let values = [("what", name.into()), ("count", count.into())];
    view.tv("wording-own-count", &values)
}

fn table(view: &View, (board, wordings): Of<'_>, caption: &str, passages: &[&Passage]) -> Markup {
    let mut head = vec![view.t("wording-kind")];
    head.extend(Language::all().map(|it| it.name_in(view.language)));
    let row = |passage: &&Passage| {
        let cell = |language| {
            let standing = standing(view, wordings.standing(passage, language));
            let of = title_in(view, passage, language);
            ui::link_of(&path(board, passage, language), &standing, &of)
        };
        let mut row = vec![html! { (title(view, passage)) }];
        row.extend(Language::all().map(cell));
        row
    };
    let rows: Vec<Vec<Markup>> = passages.iter().map(row).collect();
    ui::table(caption, &head, &rows)
}

/// What stands in a cell: only what differs from ours is drawn as something special.
fn standing(view: &View, standing: Standing) -> Markup {
    match standing {
        Standing::Usual => html! { (view.t("wording-usual")) },
        Standing::Adapted => ui::tag(Tone::Info, &view.t("wording-adapted")),
        Standing::Unfit => ui::tag(Tone::Warning, &view.t("wording-unfit")),
    }
}

/// Everything the page of one passage is drawn from.
pub struct Page<'a> {
    pub board: &'a Board,
    pub passage: &'a Passage,
    pub language: Language,
    pub standing: Standing,
    pub form: &'a Form,
    /// How the mail looks with what is typed; none while that has mistakes.
    pub shown: Option<&'a Shown>,
    /// What the board used before it went back to ours.
    pub former: Option<&'a Opening>,
    /// What happened since the page was first shown.
    pub since: &'a [Happened],
}

/// The heading of the page of one passage.
#[must_use]
pub fn heading(view: &View, page: &Page<'_>) -> String {
    title_in(view, page.passage, page.language)
}

/// The form, what the mail looks like, and our words.
#[must_use]
pub fn edit(view: &View, page: &Page<'_>) -> Markup {
    let action = path(page.board, page.passage, page.language);
    let usual = page.passage.usual_template(page.language);
    let links: Vec<(String, String, bool)> = Language::all()
        .map(|language| {
            let is_shown = language == page.language;
            let href = path(page.board, page.passage, language);
            (href, language.name_in(view.language), is_shown)
        })
        .collect();
    let stands = match page.standing {
        Standing::Usual => ui::paragraph(&view.t("wording-stands-usual")),
        Standing::Adapted => ui::paragraph(&view.t("wording-stands-adapted")),
        Standing::Unfit => ui::notice(
            Tone::Warning,
            &ui::paragraph(&view.t("wording-stands-unfit")),
        ),
    };
    html! {
        (above(view, page.board, true))
        (ui::heading(&heading(view, page)))
        (ui::views(&view.t("wording-language"), &links))
        @if !page.since.is_empty() { (ui::stale_notice(view, page.board.zone, page.since)) }
        (stands)
        (ui::form_with_acts(view, &action, page.form, &fields(view, page), &[
            Act { value: "preview", text: view.t("wording-show"), is_main: false },
        ], &ui::unnamed))
        (ui::section("preview", &view.t("wording-preview"), &preview(view, page)))
        (ui::act_below(&Act { value: "save", text: view.t("wording-save"), is_main: true }))
        (ui::section("usual", &view.t("wording-default"), &html! {
            (words(page.language, &usual))
            @if page.standing != Standing::Usual {
                @let fields = [("act", "leave"), ("version", page.form.value("version"))];
                div class="actions" { (ui::button_form(view, &action, &fields, &view.t("wording-back"), Some("secondary"))) }
            }
        }))
        @if let Some(former) = page.former {
            (ui::details(&view.t("wording-former"), &words(page.language, former)))
        }
    }
}

fn fields(view: &View, page: &Page<'_>) -> Markup {
    let explained: Vec<(String, Markup)> = (page.passage.names.iter())
        .map(|code| {
            let braced = format!("{{{}}}", name(page.language, code));
            let means = view.t(&format!("wording-means-{code}"));
            (braced, html! { (means) })
        })
        .collect();
    let needs = view.tv(
        "wording-subject-help",
        &[("needs", needs(view, page).into())],
    );
    html! {
        (ui::hidden("version", page.form.value("version")))
        (ui::input(view, page.form, "text", &Field::new("subject", view.t("wording-subject")).help(needs).needed()))
        (ui::text_area(view, page.form, &Field::new("opening", view.t("wording-opening")).help(view.t("wording-opening-help")).needed()))
        (ui::section("names", &view.t("wording-names"), &html! {
            (ui::paragraph(&view.t("wording-names-how")))
            (ui::facts(&explained))
        }))
    }
}

/// “{råd}, {fristdag} eller {frist}”.
fn needs(view: &View, page: &Page<'_>) -> String {
    let braced = |code: &&str| format!("{{{}}}", name(page.language, code));
    let any = |group: &&'static [&'static str]| {
        let names: Vec<String> = group.iter().map(braced).collect();
        let joined = names.into_iter().reduce(|first, second| {
            let values = [("first", first.into()), ("second", second.into())];
            view.tv("wording-or", &values)
        });
        joined.unwrap_or_default()
    };
    let groups: Vec<String> = page.passage.needs.iter().map(any).collect();
    groups.join(", ")
}

fn preview(view: &View, page: &Page<'_>) -> Markup {
    let Some(shown) = page.shown else {
        return ui::empty(&view.t("wording-preview-mistaken"));
    };
    let key = if shown.is_real {
        "wording-preview-real"
    } else {
        "wording-preview-example"
    };
    html! {
        (ui::paragraph(&view.t(key)))
        div lang=(page.language.tag()) {
            p class="ds-paragraph" { strong { (shown.letter.subject) } }
            (ui::letter(&plain(&shown.letter, Links::Hidden(page.language))))
        }
    }
}

/// Subject and opening, with their placeholders.
fn words(language: Language, words: &Opening) -> Markup {
    html! {
        div lang=(language.tag()) {
            p class="ds-paragraph" { strong { (words.subject) } }
            (ui::letter(&words.text()))
        }
    }
}
