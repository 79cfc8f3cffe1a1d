//! The form of a year's plan: what stands already, the rows of new meetings, and what follows from them.

use super::{
    Around, Shown, above, deadline_line, mails, name_and_days, no_closures, of_row, warnings,
};
use crate::i18n::Said;
use crate::meetings::forms::{ADD, STANDING, days_in, field, is_own, is_wrong, rows};
use crate::meetings::rules::wanted_in;
use crate::meetings::{Meeting, MeetingState, PROFESSIONAL_DAY, Warning, words};
use crate::web::form::Form;
use crate::web::ui::{Act, Field, Tone};
use crate::web::{View, paths, ui};
use chrono::Datelike;
use maud::{Markup, html};

/// What follows from a plan's form once it has been looked over.
pub struct Preview {
    pub meetings: Vec<Shown>,
    pub warnings: Vec<Warning>,
}

/// What the form is drawn from.
pub struct PlanPage<'a> {
    pub around: &'a Around,
    pub year: i32,
    pub form: &'a Form,
    /// The meetings of the year that are saved.
    pub standing: &'a [Meeting],
    pub preview: Option<&'a Preview>,
}

/// The form of a year's plan, and under it all that follows from what it says.
#[must_use]
pub fn plan_form(view: &View, page: &PlanPage<'_>) -> Markup {
    let (board, form) = (page.around.board(), page.form);
    let standing: Vec<&Meeting> = page
        .standing
        .iter()
        .filter(|meeting| meeting.state != MeetingState::Cancelled && !is_own(form, meeting))
        .collect();
    let (heading, how) = if standing.is_empty() {
        ("plan-year", "plan-how")
    } else {
        ("plan-more", "plan-how-more")
    };
    let heading = view.tv(heading, &[("year", page.year.to_string().into())]);
    let body = html! {
        (ui::hidden("rows", form.value("rows")))
        (ui::hidden("seen", form.value("seen")))
        (ui::hidden(STANDING, form.value(STANDING)))
        // A row just added stands where the form leads to, so that the reader lands there.
        @for row in 0..rows(form) {
            @let is_new = form.value("act").starts_with(ADD) && row + 1 == rows(form);
            div id=[is_new.then_some("preview")] { (plan_row(view, page, row)) }
        }
    };
    let action = format!("{}#preview", paths::year_plan(board.id, page.year));
    html! {
        (above(view, board, Some(page.year)))
        (ui::heading(&format!("{heading} – {}", view.words(&board.name))))
        (no_closures(view, page.around, page.year))
        @if !standing.is_empty() { (what_stands(view, page, &standing)) }
        (ui::paragraph(&view.t(how)))
        (ui::form_with_acts(view, &action, form, &body, &acts(view, page), &|name| of_row(view, "plan-row", name)))
        @if let Some(preview) = page.preview { (preview_of(view, page.around, preview)) }
    }
}

fn acts<'a>(view: &View, page: &PlanPage<'_>) -> Vec<Act<'a>> {
    let mut acts = vec![
        Act {
            value: "preview",
            text: view.t("plan-preview"),
            is_main: page.preview.is_none(),
        },
        Act {
            value: ADD,
            text: view.t("plan-add-row"),
            is_main: false,
        },
    ];
    // A professional day has hours of its own, so it is added by a button of its own.
    let kinds = &page.around.kinds;
    if kinds.iter().any(|(code, _)| code == PROFESSIONAL_DAY) {
        acts.push(Act {
            value: "add-professional_day",
            text: view.t("plan-add-professional-day"),
            is_main: false,
        });
    }
    acts
}

/// The meetings that are planned already, with the ways to change them.
fn what_stands(view: &View, page: &PlanPage<'_>, standing: &[&Meeting]) -> Markup {
    let ordinary = standing.iter().filter(|it| it.counts_as_ordinary()).count();
    let mut values = vec![("planned", ordinary.into())];
    let key = match wanted_in(page.year, &page.around.data) {
        Some(wanted) => {
            values.push(("wanted", wanted.into()));
            "plan-standing-of"
        }
        None => "plan-standing",
    };
    let line = |meeting: &&Meeting| {
        let name = name_and_days(view, page.around, meeting);
        let way = |to: &str, key: &str| {
            let text = html! { (view.t(key)) };
            ui::link_of(&paths::of_meeting(meeting.id, to), &text, &name)
        };
        html! {
            (ui::link(&paths::meeting(meeting.id), &name))
            // What has been held is neither moved nor cancelled.
            @if meeting.state.cancel().is_ok() {
                span class="ways" { (way("move", "plan-move")) " " (way("cancel", "plan-cancel")) }
            }
        }
    };
    let lines: Vec<Markup> = standing.iter().map(line).collect();
    html! {
        (ui::paragraph(&view.tv(key, &values)))
        (ui::list(&lines))
    }
}

/// The fields of one new meeting. Folded where it has been looked over, or where another row is what is to be mended.
fn plan_row(view: &View, page: &PlanPage<'_>, row: i64) -> Markup {
    let form = page.form;
    let name = view.tv("plan-row", &[("number", (row + 1).into())]);
    let id = format!("row-{row}");
    let has_mistakes = !form.mistakes().is_empty();
    let body = fields_of(view, page, row);
    if page.preview.is_some() || (has_mistakes && !is_wrong(form, row)) {
        let summary = format!("{name}: {}", in_short(view, page, row));
        ui::folded_group(&id, &name, &summary, &body)
    } else {
        ui::group(&id, &name, &body)
    }
}

/// “ordinært møte 15. mars”.
fn in_short(view: &View, page: &PlanPage<'_>, row: i64) -> String {
    let Some((first, last)) = days_in(page.form, row) else {
        return view.t("plan-row-empty");
    };
    let kind = page.form.value(&field("kind", row));
    let kind = words::kind(&page.around.kinds, kind, view.language);
    let days = words::span(view.language, first, last);
    format!("{} {days}", words::uncapitalised(kind))
}

fn fields_of(view: &View, page: &PlanPage<'_>, row: i64) -> Markup {
    let form = page.form;
    let draw = |kind: &str, name: &str, key: &str, help: Option<&str>| {
        let name = field(name, row);
        let mut of = Field::new(&name, view.t(key));
        of.help = help.map(|help| view.t(help));
        // Whoever meets has hours to meet in.
        of.needed = kind == "time";
        ui::input(view, form, kind, &of)
    };
    let kinds: Vec<(String, String)> = page
        .around
        .kinds
        .iter()
        .map(|(code, _)| {
            let word = words::kind(&page.around.kinds, code, view.language);
            (code.clone(), words::capitalised(word))
        })
        .collect();
    let kind = field("kind", row);
    html! {
        (ui::hidden(&field("id", row), form.value(&field("id", row))))
        (ui::select(view, form, &Field::new(&kind, view.t("meeting-kind")).needed(), &kinds))
        div class="fields" {
            (draw("date", "day", "meeting-day", None))
            (draw("time", "starts", "meeting-starts", None))
            (draw("time", "ends", "meeting-ends", None))
        }
        (draw("date", "until", "meeting-last-day", Some("plan-last-day-help")))
        (draw("text", "place", "meeting-place", None))
    }
}

fn preview_of(view: &View, around: &Around, preview: &Preview) -> Markup {
    let save = || {
        ui::act_below(&Act {
            value: "save",
            text: view.t("plan-save"),
            is_main: true,
        })
    };
    let year = |shown: &Shown| shown.meeting.first_day().year();
    html! {
        (ui::section("preview", &view.t("plan-follows"), &html! {
            (ui::paragraph(&view.t("plan-nothing-saved")))
            (save())
            (warnings(view, &preview.warnings, preview.meetings.first().map_or(0, year)))
            @if around.board().mail_on_from.is_none() { (ui::notice(Tone::Info, &ui::paragraph(&view.t("mail-is-off")))) }
            @for shown in &preview.meetings {
                article {
                    h3 class="ds-heading" data-size="xs" { (name_and_days(view, around, &shown.meeting)) }
                    (ui::paragraph(&super::when_and_where(view, &shown.meeting)))
                    (warnings(view, &shown.warnings, year(shown)))
                    (deadline_line(view, around, &shown.meeting, &shown.line))
                    (mails(view, around, shown))
                }
            }
            (save())
        }))
    }
}

/// What the form says when nothing stands in it.
#[must_use]
pub fn nothing_planned() -> Said {
    Said::new("plan-nothing")
}
