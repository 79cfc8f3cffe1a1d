//! The page on which someone is put on the list.

use super::{Attendance, below};
use crate::minutes::attendance::{Part, Presence};
use crate::web::ui::Field;
use crate::web::{Form, View, ui};
use maud::{Markup, html};

/// The page on which someone is added whom nobody expected: a deputy who was not named, a guest, one more from the
/// secretariat.
#[must_use]
pub fn add_page(view: &View, page: &Attendance, session: usize, form: &Form) -> Markup {
    let seats: Vec<(String, String)> = (page.lists.days[session].iter())
        .filter(|line| line.listed.part == Part::Member && line.listed.instead_of.is_empty())
        .map(|line| (line.listed.who.to_string(), line.listed.called().to_owned()))
        .collect();
    let parts = [
        Part::Guest,
        Part::Member,
        Part::Observer,
        Part::Aide,
        Part::Secretariat,
    ];
    let parts: Vec<(String, String)> = (parts.into_iter())
        .map(|part| {
            (
                part.code().to_owned(),
                view.t(&format!("attendance-as-{part}")),
            )
        })
        .collect();
    let hows: Vec<(String, String)> = [Presence::InPerson, Presence::Digitally]
        .map(|how| (how.code().to_owned(), view.t(&format!("attendance-{how}"))))
        .into();
    let field = |name, key: &str| Field::new(name, view.t(key));
    let body = html! {
        (ui::hidden("act", "add"))
        (ui::hidden("day", &session.to_string()))
        (ui::hidden("id", form.value("id")))
        (ui::input(view, form, "text", &field("name", "attendance-name").needed()))
        (ui::input(view, form, "text", &field("organisation", "attendance-organisation")))
        (ui::select(view, form, &field("part", "attendance-as").needed(), &parts))
        (ui::select(view, form, &field("seat", "attendance-seat").help(view.t("attendance-seat-help")).none(view.t("attendance-seat-none")), &seats))
        (ui::select(view, form, &field("presence", "attendance-presence").needed(), &hows))
    };
    let form = ui::form(view, &page.path(), form, &body, &view.t("attendance-add"));
    below(
        view,
        page,
        session,
        &view.t("attendance-add-someone"),
        &form,
    )
}
