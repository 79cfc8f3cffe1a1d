//! One term: who uses it when, and forms to name a person, to ask the organisation to, and to end it.

use super::{Sent, choices, period, word};
use crate::boards::rules::common;
use crate::boards::{Appointment, Board, Representation};
use crate::db::code_words::CodeWord;
use crate::i18n::Language;
use crate::people::{Organisation, Person};
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};

/// What the page of one appointment shows.
pub struct AppointmentPage<'a> {
    pub board: &'a Board,
    pub appointment: &'a Appointment,
    /// The word for its seat, when it has one.
    pub seat: Option<String>,
    pub organisation: Option<&'a Organisation>,
    pub representations: &'a [&'a Representation],
    pub people: &'a [Person],
    /// From the highest down.
    pub levels: &'a [CodeWord],
    pub sent: Sent<'a>,
    /// The board's own date.
    pub today: NaiveDate,
}

impl AppointmentPage<'_> {
    /// Who is named now begins today, or when the term does.
    fn likely_first_day(&self) -> NaiveDate {
        self.today.max(self.appointment.period.from)
    }
}

/// One appointment.
#[must_use]
pub fn page(view: &View, page: &AppointmentPage<'_>) -> Markup {
    let it = page.appointment;
    let role = view.t(&format!("boards-role-{}", it.role));
    let name = page
        .organisation
        .map_or_else(|| view.t("boards-no-organisation"), |it| it.name.clone());
    let mut facts = vec![
        (view.t("boards-organisation"), html! { (name) }),
        (view.t("boards-role"), html! { (role) }),
        (view.t("boards-period"), html! { (period(view, it.period)) }),
    ];
    if let Some(seat) = &page.seat {
        facts.push((view.t("boards-seat"), html! { (seat) }));
    }
    if !it.decision.is_empty() {
        facts.push((view.t("boards-decision"), html! { (it.decision) }));
    }
    if let Some(by) = it.name_by {
        facts.push((view.t("boards-name-by"), html! { (view.date(by)) }));
    }
    html! {
        (ui::breadcrumbs(view, &[
            (paths::board(page.board.id), view.words(&page.board.name).to_owned()),
            (paths::of_board(page.board.id, "terms"), view.t("boards-terms")),
        ]))
        (ui::heading(&view.tv("boards-appointment", &[("role", role.as_str().into()), ("organisation", name.as_str().into())])))
        (page.sent.draft.stale(view, page.board))
        (ui::facts(&facts))
        (people(view, page))
        (name_form(view, page))
        (new_person_form(view, page))
        (ask_form(view, page))
        (end_form(view, page))
    }
}

fn path(page: &AppointmentPage<'_>, rest: &str) -> String {
    format!("{}/{rest}", paths::appointment(page.appointment.id))
}

/// A form that begins with the appointment's version and these values.
fn fresh(page: &AppointmentPage<'_>, values: &[(&str, String)]) -> Form {
    let version = ("version", page.appointment.version.to_string());
    Form::filled(values.iter().cloned().chain([version]))
}

fn people(view: &View, page: &AppointmentPage<'_>) -> Markup {
    let rows: Vec<Vec<Markup>> = page
        .representations
        .iter()
        .map(|it| {
            let person = page.people.iter().find(|person| person.id == it.person);
            let when = common(it.period, page.appointment.period).unwrap_or(it.period);
            vec![
                html! { (person.map_or("–", |person| &person.name)) },
                html! { (person.map_or("", |person| &person.title)) },
                html! { (it.level.as_ref().map_or_else(|| view.t("boards-level-unknown"), |level| word(view, page.levels, level))) },
                html! { (period(view, when)) },
            ]
        })
        .collect();
    let open: Vec<(String, String)> = page
        .representations
        .iter()
        .filter(|it| it.period.until.is_none())
        .filter_map(|it| {
            let person = page.people.iter().find(|person| person.id == it.person)?;
            Some((it.id.to_string(), person.name.clone()))
        })
        .collect();
    let form = page.sent.form("end-person", fresh(page, &[]));
    let head = [
        "boards-person",
        "boards-person-title",
        "boards-level",
        "boards-period",
    ]
    .map(|key| view.t(key));
    html! {
        (ui::section_heading("people", &view.t("boards-represented-by")))
        @if rows.is_empty() { (ui::notice(Tone::Warning, &ui::paragraph(&view.t("boards-nobody-named")))) }
        @else { (ui::table(&view.t("boards-represented-by"), &head, &rows)) }
        @if !open.is_empty() {
            (ui::form(view, &path(page, "end-person"), &form, &html! {
                (ui::hidden("version", form.value("version")))
                (ui::select(view, &form, &Field::new("row", view.t("boards-person")).needed(), &open))
                (ui::input(view, &form, "date", &Field::new("person-last-day", view.t("boards-last-day"))))
                (ui::checkbox(view, &form, &Field::new("person-mistake", view.t("boards-person-mistake")).help(view.t("boards-person-mistake-help"))))
            }, &view.t("boards-person-end")))
        } @else { (ui::mistakes(view, &form)) }
        (level_form(view, page))
    }
}

/// At which level each representative is, which the mandate may ask for.
fn level_form(view: &View, page: &AppointmentPage<'_>) -> Markup {
    let of: Vec<(String, String)> = page
        .representations
        .iter()
        .filter_map(|it| {
            let person = page.people.iter().find(|person| person.id == it.person)?;
            let when = common(it.period, page.appointment.period).unwrap_or(it.period);
            let text = format!("{} ({})", person.name, period(view, when));
            Some((it.id.to_string(), text))
        })
        .collect();
    let form = page.sent.form("level", fresh(page, &[]));
    html! {
        @if !of.is_empty() {
            (ui::section_heading("level-form", &view.t("boards-level-change")))
            (ui::form(view, &path(page, "level"), &form, &html! {
                (ui::hidden("version", form.value("version")))
                (ui::select(view, &form, &Field::new("level-of", view.t("boards-person")).needed(), &of))
                (level_field(view, page, &form, "level"))
            }, &view.t("save")))
        } @else { (ui::mistakes(view, &form)) }
    }
}

fn level_field(view: &View, page: &AppointmentPage<'_>, form: &Form, name: &str) -> Markup {
    let field = Field::new(name, view.t("boards-level")).help(view.t("boards-level-help"));
    let field = field.none(view.t("boards-level-unknown"));
    ui::select(view, form, &field, &choices(view, page.levels))
}

fn name_form(view: &View, page: &AppointmentPage<'_>) -> Markup {
    let form = page.sent.form(
        "person",
        fresh(
            page,
            &[("person-from", page.likely_first_day().to_string())],
        ),
    );
    let people: Vec<(String, String)> = page
        .people
        .iter()
        .map(|it| {
            (
                it.id.to_string(),
                match &it.address {
                    Some(address) => format!("{} ({address})", it.name),
                    None => it.name.clone(),
                },
            )
        })
        .collect();
    html! {
        (ui::section_heading("name-person", &view.t("boards-name-person")))
        (ui::form(view, &path(page, "person"), &form, &html! {
            (ui::hidden("version", form.value("version")))
            (ui::select(view, &form, &Field::new("person", view.t("boards-person")).needed(), &people))
            (level_field(view, page, &form, "person-level"))
            (from_field(view, &form, "person-from"))
        }, &view.t("boards-name-person-button")))
    }
}

fn from_field(view: &View, form: &Form, name: &str) -> Markup {
    let field = Field::new(name, view.t("boards-first-day"));
    ui::input(
        view,
        form,
        "date",
        &field.help(view.t("boards-person-from-help")).needed(),
    )
}

fn new_person_form(view: &View, page: &AppointmentPage<'_>) -> Markup {
    let language = page.organisation.map_or(Language::NB, |it| it.language);
    let begins = [
        ("language", language.tag().to_owned()),
        ("new-person-from", page.likely_first_day().to_string()),
    ];
    let form = page.sent.form("new-person", fresh(page, &begins));
    let languages = ui::languages(view);
    html! {
        (ui::section_heading("new-person", &view.t("boards-new-person")))
        (ui::form(view, &path(page, "new-person"), &form, &html! {
            (ui::hidden("version", form.value("version")))
            (ui::input(view, &form, "text", &Field::new("name", view.t("boards-person-name")).needed()))
            (ui::input(view, &form, "email", &Field::new("address", view.t("boards-person-address")).needed()))
            (ui::select(view, &form, &Field::new("language", view.t("boards-person-language")).needed(), &languages))
            (ui::input(view, &form, "text", &Field::new("title", view.t("boards-person-title"))))
            (level_field(view, page, &form, "new-person-level"))
            (from_field(view, &form, "new-person-from"))
        }, &view.t("boards-new-person")))
    }
}

fn ask_form(view: &View, page: &AppointmentPage<'_>) -> Markup {
    let name_by = page.appointment.name_by.map(|day| day.to_string());
    let form = page.sent.form(
        "ask",
        fresh(page, &[("name-by", name_by.unwrap_or_default())]),
    );
    let mailbox = page.organisation.and_then(|it| it.mailbox.as_deref());
    html! {
        (ui::section_heading("ask", &view.t("boards-ask-to-name")))
        @if let Some(mailbox) = mailbox {
            (ui::paragraph(&view.tv("boards-ask-help", &[("mailbox", mailbox.into())])))
            (ui::form(view, &path(page, "ask"), &form, &html! {
                (ui::hidden("version", form.value("version")))
                (ui::input(view, &form, "date", &Field::new("name-by", view.t("boards-name-by")).needed()))
            }, &view.t("boards-ask-to-name")))
        } @else { (ui::mistakes(view, &form)) (ui::empty(&view.t("boards-no-mailbox"))) }
    }
}

fn end_form(view: &View, page: &AppointmentPage<'_>) -> Markup {
    let last = page
        .appointment
        .period
        .last_day()
        .map(|day| day.to_string());
    let form = page.sent.form(
        "end",
        fresh(page, &[("last-day", last.unwrap_or_default())]),
    );
    html! {
        (ui::section_heading("end", &view.t("boards-end-term")))
        (ui::form(view, &path(page, "end"), &form, &html! {
            (ui::hidden("version", form.value("version")))
            (ui::input(view, &form, "date", &Field::new("last-day", view.t("boards-last-day")).help(view.t("boards-no-end-help"))))
        }, &view.t("boards-end-term")))
    }
}
