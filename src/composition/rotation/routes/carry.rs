//! Carrying out: everything and every mail is shown first, and then done in one step.

use super::{Own, Settled, Whole, by, from, load, settled};
use crate::boards::mail::{Call, question};
use crate::boards::store::terms;
use crate::boards::{Appointment, Representation};
use crate::composition::rotation::mail::Matter;
use crate::composition::rotation::occasions::{thanks_due, thanks_on};
use crate::composition::rotation::pages::Draft;
use crate::composition::rotation::pages::carry::{self as pages, CarryPage, Planned, To};
use crate::composition::rotation::rules::{THANKS, WELCOME, apply};
use crate::composition::rotation::{Line, plan};
use crate::db::Conn;
use crate::db::ids::{OrganisationId, PersonId};
use crate::db::types::Moment;
use crate::error::Result;
use crate::i18n::Language;
use crate::mail::wording::{Wordings, store as wordings};
use crate::people::{Organisation, Person, store as people};
use crate::web::{Posted, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use chrono::NaiveDate;
use std::sync::Arc;

/// What the letters of a board are written from.
struct Writing {
    wordings: Wordings,
    using: Vec<Representation>,
    people: Vec<Person>,
}

async fn writing(view: &View, whole: &Whole) -> Result<Writing> {
    let of = whole.rotation.board;
    let read = move |conn: &mut Conn| {
        let using = terms::representations(conn, of)?;
        let ids: Vec<PersonId> = using.iter().map(|it| it.person).collect();
        Ok(Writing {
            wordings: wordings::of_board(conn, of)?,
            people: people::chosen(conn, &ids)?,
            using,
        })
    };
    view.app.db.read(read).await
}

/// The letters of one proposal, as they will be sent.
struct Desk<'a> {
    whole: &'a Whole,
    writing: &'a Writing,
    base_url: &'a str,
    /// Who sits once it is carried out.
    terms: &'a [Appointment],
    now: Moment,
}

impl Desk<'_> {
    fn registered(&self, id: Option<OrganisationId>) -> Option<&Organisation> {
        let mut register = self.whole.ground.register.iter();
        register.find(|it| Some(it.id) == id)
    }

    fn matter<'m>(
        &'m self,
        kind: &'static str,
        (term, organisation): (&Appointment, &'m str),
        day: NaiveDate,
    ) -> Matter<'m> {
        Matter {
            board: &self.whole.ground.board,
            wordings: &self.writing.wordings,
            kind,
            organisation,
            period: term.period,
            day,
            base_url: self.base_url,
        }
    }

    /// The question to the organisation that gets a seat, and the welcome to whomever it names.
    fn to_who_comes(&self, line: &Line) -> Vec<Planned> {
        let term = self.terms.iter().find(|it| it.id == line.id.cast());
        let Some((term, of)) = term.zip(self.registered(line.organisation)) else {
            return Vec::new();
        };
        let (board, wordings) = (&self.whole.ground.board, &self.writing.wordings);
        let facts = &self.whole.ground.facts;
        let rest = (&facts.mandates[..], &facts.seats[..]);
        let levels = &self.whole.lists.levels;
        let asked = line.name_by.map(|day| Planned {
            to: To::Mailbox(of.name.clone()),
            on: None,
            letter: {
                let call = Call::of(term, self.terms, rest, levels);
                question(board, wordings, (&of.name, call), day, of.language)
            },
        });
        let first = line.period.from;
        let welcome = self.matter(WELCOME, (term, &of.name), first);
        let welcomed = Planned {
            to: To::Named(of.name.clone()),
            on: Some(first),
            letter: welcome.letter(of.language),
        };
        asked.into_iter().chain([welcomed]).collect()
    }

    /// Thanks to whoever uses the term that ends, or else to the organisation.
    fn to_who_leaves(&self, line: &Line) -> Option<Planned> {
        let leaving = line.leaves?;
        let term = self.terms.iter().find(|it| it.id == leaving.term)?;
        let last = thanks_on(term, self.terms)?;
        let of = self.registered(term.organisation)?;
        let board = &self.whole.ground.board;
        let using = self.writing.using.iter();
        let mut using = using.filter(|it| it.appointment == term.id && it.period.contains(last));
        let person = using.find_map(|it| {
            let mut people = self.writing.people.iter();
            people.find(|person| person.id == it.person && person.address.is_some())
        });
        let language = person.map_or(of.language, |it| it.language);
        Some(Planned {
            to: match person {
                Some(person) => To::Person(person.name.clone()),
                None => To::Mailbox(of.name.clone()),
            },
            on: Some(board.today(thanks_due(board, last, self.now))),
            letter: self.letter(THANKS, (term, &of.name), last, language),
        })
    }

    fn letter(
        &self,
        kind: &'static str,
        about: (&Appointment, &str),
        day: NaiveDate,
        language: Language,
    ) -> crate::mail::Letter {
        self.matter(kind, about, day).letter(language)
    }
}

async fn show(
    view: &View,
    whole: &Whole,
    draft: &Draft,
    status: StatusCode,
) -> Result<HttpResponse> {
    let writing = writing(view, whole).await?;
    let with = apply(&whole.rotation.lines, &whole.ground.facts);
    let desk = Desk {
        whole,
        writing: &writing,
        base_url: &view.app.config.base_url,
        terms: &with.appointments,
        now: view.now,
    };
    let lines = whole.rotation.lines.iter();
    let mut mails: Vec<Planned> = lines
        .flat_map(|line| {
            desk.to_who_leaves(line)
                .into_iter()
                .chain(desk.to_who_comes(line))
        })
        .collect();
    mails.sort_by_key(|it| it.on);
    let page = CarryPage {
        whole,
        mails: &mails,
        draft,
    };
    let content = pages::page(view, &page);
    Ok(view.page_with(status, &view.t("rotation-carry-out"), &content))
}

/// Everything that will be done, and every mail.
pub async fn page(view: View, who: Own) -> Result<HttpResponse> {
    let whole = load(&view, &who).await?;
    let mut draft = Draft::default();
    draft
        .form
        .put("version", whole.rotation.version.to_string());
    show(&view, &whole, &draft, StatusCode::OK).await
}

/// It is done, all of it or nothing.
pub async fn carry_out(view: View, who: Own, Posted(form): Posted) -> Result<HttpResponse> {
    let (of, by) = (from(&who, &form), by(&view, &who.reader));
    let mut draft = Draft::of(form);
    let (board, language) = (who.object.board, view.language);
    let mut lines = who.object.lines.iter();
    let asks = lines.any(|it| it.organisation.is_some() && it.name_by.is_some());
    let tables = Arc::clone(&view.app.office.tables);
    let write = move |conn: &mut Conn| {
        plan::carry_out(conn, of, language, by)?;
        tables.replan(conn, board, by.at)
    };
    let written = view.app.db.write(write).await.map(Ok);
    match settled(&view, &mut draft, of.0, written).await? {
        Settled::Done(()) => {
            view.app.office.bell.ring();
            let said = if asks {
                "said-rotation-carried-out-asked"
            } else {
                "said-rotation-carried-out"
            };
            Ok(view.go_saying(&paths::rotation(of.0), said))
        }
        Settled::Again(status) => {
            let whole = load(&view, &who).await?;
            show(&view, &whole, &draft, status).await
        }
    }
}
