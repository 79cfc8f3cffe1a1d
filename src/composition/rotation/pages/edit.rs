//! What is written above the lines of a proposal, and what was decided.

use super::{Draft, above_in};
use crate::composition::rotation::routes::Whole;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// The fields that a new proposal and one that stands have alike.
pub(super) fn head_fields(view: &View, form: &Form) -> Markup {
    let title = Field::new("title", view.t("rotation-called")).needed();
    let from = Field::new("from", view.t("rotation-from")).needed();
    let from = from.help(view.t("rotation-from-help"));
    html! {
        (ui::input(view, form, "text", &title))
        (ui::input(view, form, "date", &from))
    }
}

/// The form of what stands above the lines.
#[must_use]
pub fn head(view: &View, whole: &Whole, draft: &Draft) -> Markup {
    let (of, form) = (&whole.rotation, &draft.form);
    let note = Field::new("note", view.t("rotation-note")).help(view.t("rotation-note-help"));
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (head_fields(view, form))
        (ui::text_area(view, form, &note))
    };
    let (action, back) = (paths::of_rotation(of.id, "edit"), paths::rotation(of.id));
    html! {
        (above_in(view, whole))
        (ui::heading(&view.t("rotation-edit")))
        (draft.stale(view, &whole.ground.board))
        (ui::form_or_leave(view, (&action, &back), form, &body, &view.t("save")))
    }
}

/// The form of what was decided.
#[must_use]
pub fn decision(view: &View, whole: &Whole, draft: &Draft) -> Markup {
    let (of, form) = (&whole.rotation, &draft.form);
    let decision = Field::new("decision", view.t("rotation-decision")).needed();
    let decision = decision.help(view.t("rotation-decision-help"));
    let on = Field::new("decided-on", view.t("rotation-decided-on")).needed();
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::input(view, form, "text", &decision))
        (ui::input(view, form, "date", &on))
    };
    let (action, back) = (
        paths::of_rotation(of.id, "decision"),
        paths::rotation(of.id),
    );
    html! {
        (above_in(view, whole))
        (ui::heading(&view.t("rotation-decide")))
        (draft.stale(view, &whole.ground.board))
        (ui::paragraph(&view.t("rotation-decide-how")))
        (ui::form_or_leave(view, (&action, &back), form, &body, &view.t("save")))
    }
}
