//! Mandate versions, their rules and lead times.

use super::{board_and_lists, period, refused, write};
use crate::boards::pages::mandates::{self as pages, AUDIENCES, MandatePage};
use crate::boards::pages::{Draft, Lists, Sent};
use crate::boards::store::mandate_changes::{self as rows, MandateDraft};
use crate::boards::{Board, DeadlineRule, Mandate, Refusal, Rule, Sees, about, rule_kind, store};
use crate::calendar::{Counting, Offset};
use crate::db::Conn;
use crate::db::ids::{MandateId, RowId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::people::{self, Organisation};
use crate::web::access::Right;
use crate::web::{As, Form, Keeper, Posted, View, paths};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use std::collections::HashMap;

const WRONG: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

pub(super) async fn list(view: View, who: As<Sees, Board>) -> Result<HttpResponse> {
    let board = &who.object;
    let id = board.id;
    let mut mandates = view
        .app
        .db
        .read(move |conn| store::versions(conn, id))
        .await?;
    let keeps = Keeper::has(&who.reader.roles, id);
    mandates.retain(|mandate| keeps || mandate.state.is_shown());
    let content = pages::list(&view, board, &mandates, board.today(view.now), keeps);
    Ok(view.page(&view.t("boards-mandates"), &content))
}

async fn new_page(
    view: &View,
    board: &Board,
    form: Option<Form>,
    status: StatusCode,
) -> Result<HttpResponse> {
    let id = board.id;
    let mandates = view
        .app
        .db
        .read(move |conn| store::mandates(conn, id))
        .await?;
    let latest = mandates
        .last()
        .map(|it| it.id.to_string())
        .unwrap_or_default();
    let form = form.unwrap_or_else(|| Form::filled([("copy-of", latest)]));
    let content = pages::new(view, board, &mandates, &Draft::of(form));
    Ok(view.page_with(status, &view.t("boards-mandate-new"), &content))
}

pub(super) async fn new(view: View, who: As<Keeper, Board>) -> Result<HttpResponse> {
    new_page(&view, &who.object, None, StatusCode::OK).await
}

fn mandate_draft(form: &mut Form) -> MandateDraft {
    MandateDraft {
        label: form.needed_line("label", 40),
        period: period(form, "from", "last-day"),
        decision: form.line("decision", 200),
    }
}

pub(super) async fn add(
    view: View,
    who: As<Keeper, Board>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (id, mut form) = (who.object.id, posted.0);
    let draft = mandate_draft(&mut form);
    let copy_of: Option<MandateId> = form.choice_or_none("copy-of");
    let ends_former = form.is_ticked("end-former");
    if !form.is_right() {
        return new_page(&view, &who.object, Some(form), WRONG).await;
    }
    let done = write(&view, &who.reader, id, move |conn, by| {
        rows::add_mandate(conn, by, id, &draft, copy_of, ends_former)
    });
    match done.await? {
        Ok(made) => Ok(view.go_saying(&paths::mandate(made), "said-mandate-added")),
        Err(refusal) => {
            let mut draft = Draft::of(form);
            draft.refuse(refusal);
            new_page(&view, &who.object, Some(draft.form), WRONG).await
        }
    }
}

/// The page of a version; `which` is the form of it that is filled.
async fn show<R: Right>(
    view: &View,
    who: &As<R, Mandate>,
    which: &str,
    draft: &Draft,
    status: StatusCode,
) -> Result<HttpResponse> {
    let (board, lists) = board_and_lists(view, who.object.board).await?;
    let id = who.object.id;
    let mandate = view
        .app
        .db
        .read(move |conn| store::mandate(conn, id))
        .await?;
    let page = MandatePage {
        board: &board,
        mandate: &mandate,
        lists: &lists,
        keeps: Keeper::has(&who.reader.roles, board.id),
        sent: Sent { which, draft },
    };
    let title = view.tv(
        "boards-mandate-version",
        &[("label", (&mandate.label).into())],
    );
    Ok(view.page_with(status, &title, &pages::page(view, &page)))
}

pub(super) async fn page(
    view: View,
    who: As<Sees, Mandate>,
    asked: web::Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let mandate = &who.object;
    if !mandate.state.is_shown() && !Keeper::has(&who.reader.roles, mandate.board) {
        return Err(Error::NotFound);
    }
    let rule = asked
        .get("rule")
        .and_then(|id| mandate.rules.iter().find(|it| it.id.as_str() == id));
    let lead = asked
        .get("lead")
        .and_then(|id| mandate.deadlines.iter().find(|it| it.id.as_str() == id));
    let (which, form) = match (rule, lead) {
        (Some(rule), _) => ("rule", pages::rule_form(mandate, Some(rule))),
        (None, Some(lead)) => ("lead", pages::deadline_form(mandate, Some(lead))),
        (None, None) => ("", Form::default()),
    };
    show(&view, &who, which, &Draft::of(form), StatusCode::OK).await
}

/// Goes on after a change of a version, or shows its page with what was wrong.
async fn finish(
    view: &View,
    who: &As<Keeper, Mandate>,
    which: &str,
    form: Form,
    done: Result<(), Refusal>,
) -> Result<HttpResponse> {
    let id = who.object.id;
    let Err(refusal) = done else {
        return Ok(view.go_saying(&paths::mandate(id), "said-mandate-changed"));
    };
    let standing = view
        .app
        .db
        .read(move |conn| store::mandate(conn, id))
        .await?;
    let (status, draft) = refused(view, form, refusal, id.as_str(), standing.version).await?;
    show(view, who, which, &draft, status).await
}

pub(super) async fn change(
    view: View,
    who: As<Keeper, Mandate>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (id, board, mut form) = (who.object.id, who.object.board, posted.0);
    let (draft, version) = (mandate_draft(&mut form), form.version());
    if !form.is_right() {
        return show(&view, &who, "settings", &Draft::of(form), WRONG).await;
    }
    let done = write(&view, &who.reader, board, move |conn, by| {
        rows::change_mandate(conn, by, id, version, &draft)
    });
    let done = done.await?;
    finish(&view, &who, "settings", form, done).await
}

pub(super) async fn save_rule(
    view: View,
    who: As<Keeper, Mandate>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (board, lists) = board_and_lists(&view, who.object.board).await?;
    let (mandate, mut form) = (who.object.clone(), posted.0);
    let today = board.today(view.now);
    // What is told of an organisation is its number, which is asked of the register.
    let known = if form.value("kind") == rule_kind::NAMED_ORGANISATION {
        let read = move |conn: &mut Conn| people::store::organisations(conn, today);
        view.app.db.read(read).await?
    } else {
        Vec::new()
    };
    let (rule, version) = (rule(&mut form, &mandate, &lists, &known), form.version());
    let Some(rule) = rule else {
        return show(&view, &who, "rule", &Draft::of(form), WRONG).await;
    };
    let done = write(&view, &who.reader, mandate.board, move |conn, by| {
        rows::save_rule(conn, by, &mandate, version, &rule)
    });
    let done = done.await?;
    finish(&view, &who, "rule", form, done).await
}

/// Kinds whose rule is a number.
const NUMBERED: [&str; 14] = [
    rule_kind::MEMBERS_LEAST,
    rule_kind::MEMBERS_MOST,
    rule_kind::TERM_MONTHS,
    rule_kind::ORDINARY_MEETINGS,
    rule_kind::SEATS_LEAST,
    rule_kind::SEATS_MOST,
    rule_kind::QUORUM,
    rule_kind::HELD_LEAST,
    rule_kind::ORGANISATIONS_LEAST,
    rule_kind::ORGANISATIONS_MOST,
    rule_kind::LARGEST_PAYERS,
    rule_kind::SIZES_LEAST,
    rule_kind::TERMS_IN_A_ROW_MOST,
    rule_kind::DEPUTIES_MOST,
];

/// Kinds whose rule can be about the members on some kinds of seats.
const AMONG: [&str; 8] = [
    rule_kind::TERM_MONTHS,
    rule_kind::ORGANISATIONS_LEAST,
    rule_kind::ORGANISATIONS_MOST,
    rule_kind::NAMED_ORGANISATION,
    rule_kind::LARGEST_PAYERS,
    rule_kind::SIZES_LEAST,
    rule_kind::LEVEL_LEAST,
    rule_kind::TERMS_IN_A_ROW_MOST,
];

/// Reads the form; none when something in it is wrong.
fn rule(form: &mut Form, mandate: &Mandate, lists: &Lists, known: &[Organisation]) -> Option<Rule> {
    let kind = form.needed_line("kind", 60);
    if form.mistake("kind").is_none() && !rule_kind::ALL.contains(&kind.as_str()) {
        form.refuse("kind", Said::new("form-not-a-choice"));
    }
    // A term cannot last no time, and whoever sits is in a first term.
    let is_of_terms = [rule_kind::TERM_MONTHS, rule_kind::TERMS_IN_A_ROW_MOST];
    let least = i64::from(is_of_terms.contains(&kind.as_str()));
    let quantity = if NUMBERED.contains(&kind.as_str()) {
        Some(form.needed_number("quantity", least..=1000))
    } else {
        form.number("quantity", 0..=1000)
    };
    let subject = subject(form, &kind, lists, known);
    let among = among(form, &kind, lists);
    let strength = form.choice("strength");
    let words = form.words("words", 200, kind == rule_kind::STANDING_ITEM);
    let paragraph = form.needed_line("paragraph", 40);
    let former = mandate
        .rules
        .iter()
        .find(|it| it.id.as_str() == form.value("row"));
    let last = mandate
        .rules
        .iter()
        .map(|it| it.position)
        .max()
        .unwrap_or_default();
    let rule = Rule {
        id: former.map_or_else(RowId::new, |it| it.id),
        kind,
        subject,
        called: String::new(),
        among,
        position: former.map_or(last + 1, |it| it.position),
        quantity,
        strength: strength?,
        words,
        paragraph,
    };
    form.is_right().then_some(rule)
}

/// What a rule of this kind is about; empty for those that are about nothing in particular.
fn subject(form: &mut Form, kind: &str, lists: &Lists, known: &[Organisation]) -> String {
    match kind {
        rule_kind::SEATS_LEAST | rule_kind::SEATS_MOST | rule_kind::HELD_LEAST => {
            form.code("subject", &lists.seat_kinds)
        }
        rule_kind::LARGEST_PAYERS if form.value("subject").trim().is_empty() => String::new(),
        rule_kind::LARGEST_PAYERS => form.code("subject", &lists.seat_kinds),
        rule_kind::ORGANISATIONS_LEAST | rule_kind::ORGANISATIONS_MOST => {
            form.code("subject", &lists.organisation_kinds)
        }
        rule_kind::SIZES_LEAST => form.code("subject", &lists.sizes),
        rule_kind::LEVEL_LEAST => form.code("subject", &lists.levels),
        rule_kind::OUTCOME => form.code("subject", &lists.outcomes),
        rule_kind::NAMED_ORGANISATION => {
            let typed = form.needed_line("organisation", 40);
            let number: String = typed.chars().filter(|it| !it.is_whitespace()).collect();
            let is_known = known
                .iter()
                .any(|it| it.number.as_deref() == Some(number.as_str()));
            if form.mistake("organisation").is_none() && !is_known {
                form.refuse("organisation", Said::new("boards-rule-not-registered"));
            }
            number
        }
        rule_kind::DEFAULT_AUDIENCE => {
            let audience = form.needed_line("subject", 60);
            if form.mistake("subject").is_none() && !AUDIENCES.contains(&audience.as_str()) {
                form.refuse("subject", Said::new("form-not-a-choice"));
            }
            audience
        }
        _ => String::new(),
    }
}

/// The kinds of seats that a rule is about, in the order of their list.
fn among(form: &mut Form, kind: &str, lists: &Lists) -> Vec<String> {
    if !AMONG.contains(&kind) {
        return Vec::new();
    }
    let ticked: Vec<String> = form
        .values("among")
        .into_iter()
        .map(str::to_owned)
        .collect();
    let is_known = |code: &String| lists.seat_kinds.iter().any(|(of, _)| of == code);
    if !ticked.iter().all(is_known) {
        form.refuse("among", Said::new("form-not-a-choice"));
    }
    let kinds = lists.seat_kinds.iter().map(|(code, _)| code);
    kinds
        .filter(|code| ticked.contains(code))
        .cloned()
        .collect()
}

pub(super) async fn save_deadline(
    view: View,
    who: As<Keeper, Mandate>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (_, lists) = board_and_lists(&view, who.object.board).await?;
    let (mandate, mut form) = (who.object.clone(), posted.0);
    let (rule, version) = (deadline(&mut form, &mandate, &lists), form.version());
    let Some(rule) = rule else {
        return show(&view, &who, "lead", &Draft::of(form), WRONG).await;
    };
    let done = write(&view, &who.reader, mandate.board, move |conn, by| {
        rows::save_deadline(conn, by, &mandate, version, &rule)
    });
    let done = done.await?;
    finish(&view, &who, "lead", form, done).await
}

/// Reads the form; none when something in it is wrong.
fn deadline(form: &mut Form, mandate: &Mandate, lists: &Lists) -> Option<DeadlineRule> {
    let meeting_kind = form.code("meeting-kind", &lists.meeting_kinds);
    let stage = form.needed_line("stage", 40);
    if form.mistake("stage").is_none() && !about::STAGES.contains(&stage.as_str()) {
        form.refuse("stage", Said::new("form-not-a-choice"));
    }
    let days = form.needed_number("days", Offset::DAYS);
    let counting = Counting::from_code(form.value("counting"));
    if counting.is_none() {
        form.refuse("counting", Said::new("form-not-a-choice"));
    }
    let time = form.needed_time("time");
    let strength = form.choice("lead-strength");
    let paragraph = form.line("lead-paragraph", 40);
    let former = mandate
        .deadlines
        .iter()
        .find(|it| it.id.as_str() == form.value("row"));
    let rule = DeadlineRule {
        id: former.map_or_else(RowId::new, |it| it.id),
        meeting_kind,
        stage,
        offset: Offset {
            days,
            counting: counting?,
            time,
        },
        strength: strength?,
        paragraph,
    };
    form.is_right().then_some(rule)
}

pub(super) async fn remove(
    view: View,
    who: As<Keeper, Mandate>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (mandate, form) = (who.object.clone(), posted.0);
    let row: RowId = form
        .value("row")
        .parse()
        .map_err(|_not_an_id| Error::NotFound)?;
    let version = form.version();
    let done = write(&view, &who.reader, mandate.board, move |conn, by| {
        rows::remove_row(conn, by, &mandate, version, row)
    });
    let done = done.await?;
    finish(&view, &who, "", form, done).await
}
