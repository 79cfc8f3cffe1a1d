//! Reads what is asked for and puts it into the words of the interface.

use super::rules::{Key, Part, is_title_withheld, page, withheld};
use super::schema;
use crate::boards::Board;
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, ProductId};
use crate::db::types::{Moment, Words};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::minutes::access::{rules as access_rules, store as accesses};
use crate::minutes::decisions::{Decided, store as decisions};
use crate::minutes::round::routes::shown_to;
use crate::minutes::round::store as rounds;
use crate::minutes::told::ToldItem;
use crate::public::open::addresses::left_out;
use crate::public::open::{Asked, Gone, OpenItem, OpenMeeting, store};
use crate::public::rules::{self, marks::open_later};
use crate::public::store::products::{self, ByCase};
use crate::public::store::{dissents, withdrawn_with};
use crate::web::access::Clearance;
use crate::web::paths;
use std::collections::{HashMap, HashSet};

/// When it is asked, and what addresses start with.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    pub now: Moment,
    pub base_url: &'a str,
}

/// The first page's things, and behind which key the next one begins.
pub type Page<T> = (Vec<T>, Option<Key>);

fn names(of: &Words) -> schema::Names {
    let each = Language::all().filter_map(|language| {
        let name = of.exactly(language.tag())?;
        Some((language.tag().to_owned(), name.to_owned()))
    });
    each.collect()
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Every board that is shown to everyone.
///
/// # Errors
/// When the database fails.
pub fn boards(conn: &mut Conn, around: Around<'_>) -> Result<schema::Boards> {
    let all = store::shown_boards(conn)?;
    let data = all.iter().map(|one| told_board(one, around)).collect();
    Ok(schema::Boards { data })
}

/// One of them.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn board(conn: &mut Conn, of: BoardId, around: Around<'_>) -> Result<schema::Board> {
    Ok(told_board(&store::shown_board(conn, of)?, around))
}

fn told_board(of: &Board, around: Around<'_>) -> schema::Board {
    let at = |path: String| format!("{}{path}", around.base_url);
    schema::Board {
        id: of.id.to_string(),
        name: names(&of.name),
        kind: of.kind.clone(),
        page: at(paths::published_board(of.id)),
        feed: at(paths::board_atom(of.id)),
        calendar: at(paths::published_calendar(of.id)),
        meetings: at(paths::api_meetings_of(of.id)),
    }
}

/// Meetings whose minutes everyone may read.
///
/// # Errors
/// When the database fails.
pub fn meetings(
    conn: &mut Conn,
    asked: &Asked,
    part: Part,
    around: Around<'_>,
) -> Result<Page<schema::Meeting>> {
    let found = store::known_meetings(conn, asked, around.now)?.into_iter();
    let keys = found.map(|(id, at)| Key { at, id: id.cast() }).collect();
    let (keys, next) = page(keys, part);
    let wanted: Vec<(MeetingId, Moment)> = keys.iter().map(|key| (key.id.cast(), key.at)).collect();
    let read = store::meetings_of(conn, &wanted)?;
    let told = read.iter().map(|one| told_meeting(one, around));
    Ok((told.collect(), next))
}

fn told_meeting(of: &OpenMeeting, around: Around<'_>) -> schema::Meeting {
    schema::Meeting {
        id: of.id.to_string(),
        board: board_name(of.board, &of.board_name),
        title: of.title.clone(),
        kind: of.kind.clone(),
        first_day: of.first_day.to_string(),
        last_day: of.last_day.to_string(),
        language: of.language.tag().to_owned(),
        version: of.number,
        published_at: of.published_at.to_string(),
        changed_at: of.changed_at.to_string(),
        page: format!("{}{}", around.base_url, paths::published_meeting(of.id)),
    }
}

fn board_name(id: BoardId, name: &Words) -> schema::BoardName {
    schema::BoardName {
        id: id.to_string(),
        name: names(name),
    }
}

/// What came of asking for the minutes of a meeting, or for a case.
pub enum Found<T> {
    There(Box<T>),
    Gone(Gone),
}

/// The minutes of one meeting as everyone may read them.
///
/// # Errors
/// `NotFound` when everyone may read nothing of them and never could, or when the database fails.
pub fn minutes(
    conn: &mut Conn,
    of: MeetingId,
    around: Around<'_>,
) -> Result<Found<schema::Minutes>> {
    let asked = Asked {
        meeting: Some(of),
        ..Asked::default()
    };
    let found = store::known_meetings(conn, &asked, around.now)?;
    let wanted: Vec<(MeetingId, Moment)> = found.into_iter().collect();
    let Some(meeting) = store::meetings_of(conn, &wanted)?.pop() else {
        let gone = store::gone(conn, None, around.now)?;
        let own = gone.into_iter().find(|one| one.meeting == of);
        return own.map(Found::Gone).ok_or(Error::NotFound);
    };
    let version = rounds::version(conn, of, meeting.number)?;
    let known = accesses::of_meeting(conn, of)?;
    let visitor = Clearance::of_nobody(around.now);
    let (told, _) = shown_to(&version.told, &known, &visitor);
    let meeting = told_meeting(&meeting, around);
    let later = open_later(&known, &visitor);
    let decided = decisions::of_items(conn, told.items.iter().map(|item| item.item), &visitor)?;
    let products = products::of_cases(
        conn,
        told.items.iter().filter_map(|item| item.case),
        &visitor,
    )?;
    let pairs = told.items.iter().zip(&version.told.items);
    let items = pairs.map(|(item, whole)| {
        let shown = access_rules::shown(known.get(&item.item), &visitor);
        let withheld = withheld(item, &shown, later.get(&item.item).copied());
        let is_named = !is_title_withheld(item, whole, &shown);
        let language = version.told.language;
        let decided = decided.get(&item.item);
        let about = about(&products, item.case.filter(|_| is_named), around);
        let told = (withheld, is_named, decided, about);
        told_item(item, told, language, &meeting.page)
    });
    let items = items.collect();
    Ok(Found::There(Box::new(schema::Minutes { meeting, items })))
}

/// Why an item is withheld, whether its title is told, what its owner decided, and what its case is about.
type ToldOfItem<'a> = (
    Option<schema::Withheld>,
    bool,
    Option<&'a Decided>,
    Vec<schema::ProductName>,
);

fn told_item(
    of: &ToldItem,
    (withheld, is_named, decided, products): ToldOfItem<'_>,
    language: Language,
    page: &str,
) -> schema::MeetingItem {
    let told = |written: &str| left_out(written, language);
    let case = of.case.map(|id| schema::CaseName {
        id: id.to_string(),
        number: of.number.clone(),
    });
    schema::MeetingItem {
        id: of.item.to_string(),
        case,
        title: told(&of.title),
        title_withheld: !is_named,
        products,
        outcome: of.outcome.as_ref().map(|one| schema::Outcome {
            code: one.code.clone(),
            word: told(&one.word),
        }),
        conclusion: filled(&told(&of.conclusion)),
        has_dissent: !of.dissent.is_empty(),
        decision: decided
            .filter(|_| withheld.is_none())
            .map(|one| decision(one, language)),
        withheld,
        page: format!("{page}#{}", of.anchor()),
    }
}

/// Items that everyone may read.
///
/// # Errors
/// When the database fails.
pub fn items(
    conn: &mut Conn,
    asked: &Asked,
    part: Part,
    around: Around<'_>,
) -> Result<Page<schema::Item>> {
    let found = store::known(conn, asked, around.now)?.into_iter();
    let keys = found.map(|one| Key {
        at: one.changed_at,
        id: one.item.cast(),
    });
    let (keys, next) = page(keys.collect(), part);
    let wanted: Vec<_> = keys.iter().map(|key| (key.id.cast(), key.at)).collect();
    let read = store::items_of(conn, &wanted, around.now)?;
    let beside = Beside::of(conn, &read, around)?;
    let told = read.iter();
    let told = told.map(|one| register_item(one, &beside, around));
    Ok((told.collect(), next))
}

/// What the owner of a board decided. Mail addresses are left out of it, as of all that is told here.
fn decision(of: &Decided, language: Language) -> schema::Decision {
    let told = |written: &str| left_out(written, language);
    schema::Decision {
        stance: of.stance.code().to_owned(),
        decided_by: told(&of.decider),
        decided_on: of.on.to_string(),
        text: filled(&told(&of.content)),
        link: filled(&of.link).filter(|link| told(link) == *link),
    }
}

/// What is told of an item besides its own row.
struct Beside {
    dissents: HashMap<AgendaItemId, String>,
    decided: HashMap<AgendaItemId, Decided>,
    products: ByCase,
}

impl Beside {
    fn of(conn: &mut Conn, items: &[OpenItem], around: Around<'_>) -> Result<Self> {
        let visitor = Clearance::of_nobody(around.now);
        Ok(Self {
            dissents: dissents(conn, items.iter().map(|one| one.meeting))?,
            decided: decisions::of_items(conn, items.iter().map(|one| one.id), &visitor)?,
            products: products::of_cases(conn, items.iter().filter_map(|one| one.case), &visitor)?,
        })
    }

    /// What a case is about, where its title is told.
    fn products(
        &self,
        of: Option<CaseId>,
        title_withheld: bool,
        around: Around<'_>,
    ) -> Vec<schema::ProductName> {
        about(&self.products, of.filter(|_| !title_withheld), around)
    }
}

/// What a case is about, by name.
fn about(of: &ByCase, case: Option<CaseId>, around: Around<'_>) -> Vec<schema::ProductName> {
    let all = case.and_then(|case| of.get(&case));
    let named = |(id, name): &(ProductId, Words)| schema::ProductName {
        id: id.to_string(),
        name: names(name),
        page: format!("{}{}", around.base_url, paths::published_product(*id)),
    };
    all.into_iter().flatten().map(named).collect()
}

fn register_item(of: &OpenItem, beside: &Beside, around: Around<'_>) -> schema::Item {
    let has_dissent = beside.dissents.contains_key(&of.id);
    let decided = beside.decided.get(&of.id);
    let (code, word) = of.outcome.clone();
    let page = paths::published_meeting(of.meeting);
    schema::Item {
        id: of.id.to_string(),
        meeting: of.meeting.to_string(),
        board: board_name(of.board, &of.board_name),
        case: of.case.map(|id| schema::CaseName {
            id: id.to_string(),
            number: filled(&of.number),
        }),
        title: of.title.clone(),
        title_withheld: of.title_withheld,
        products: beside.products(of.case, of.title_withheld, around),
        outcome: (!code.is_empty()).then_some(schema::Outcome { code, word }),
        conclusion: filled(&of.conclusion),
        has_dissent,
        decision: decided.map(|one| decision(one, of.language)),
        language: of.language.tag().to_owned(),
        day: of.day.to_string(),
        changed_at: of.changed_at.to_string(),
        page: format!("{}{page}#item-{}", around.base_url, of.id),
    }
}

/// A case of which everyone may read something.
///
/// # Errors
/// `NotFound` when everyone may read nothing of it and never could, or when the database fails.
pub fn case(conn: &mut Conn, of: CaseId, around: Around<'_>) -> Result<Found<schema::Case>> {
    let asked = Asked {
        case: Some(of),
        ..Asked::default()
    };
    let found = store::known(conn, &asked, around.now)?;
    let wanted: Vec<_> = found.iter().map(|one| (one.item, one.changed_at)).collect();
    let mut read = store::items_of(conn, &wanted, around.now)?;
    read.sort_by_key(|one| (one.day, one.id));
    let beside = Beside::of(conn, &read, around)?;
    let Some(last) = read.last() else {
        let was = gone_with(conn, of, around.now)?;
        return was.map(Found::Gone).ok_or(Error::NotFound);
    };
    let items = read.iter();
    let items = items.map(|one| register_item(one, &beside, around));
    Ok(Found::There(Box::new(schema::Case {
        id: of.to_string(),
        number: filled(&last.number),
        title: last.title.clone(),
        title_withheld: last.title_withheld,
        products: beside.products(Some(of), last.title_withheld, around),
        items: items.collect(),
    })))
}

/// The latest minutes that everyone could read and that were withdrawn, where everyone would read what they say of this case.
fn gone_with(conn: &mut Conn, of: CaseId, now: Moment) -> Result<Option<Gone>> {
    let visitor = Clearance::of_nobody(now);
    let with_case: HashSet<MeetingId> = withdrawn_with(conn, of)?.into_iter().collect();
    let gone = store::gone(conn, None, now)?.into_iter();
    for one in gone.filter(|one| with_case.contains(&one.meeting)) {
        let known = accesses::of_meeting(conn, one.meeting)?;
        let mut own = known.values().filter(|item| item.subject == of.cast());
        if own.any(|item| rules::would_see(item, &visitor)) {
            return Ok(Some(one));
        }
    }
    Ok(None)
}

/// What everyone could read and was withdrawn.
///
/// # Errors
/// When the database fails.
pub fn deleted(conn: &mut Conn, part: Part, around: Around<'_>) -> Result<Page<schema::Deleted>> {
    let gone = store::gone(conn, None, around.now)?;
    let keys = gone.iter().map(|one| Key {
        at: one.at,
        id: one.meeting.cast(),
    });
    let (keys, next) = page(keys.collect(), part);
    let told = keys.iter().filter_map(|key| {
        let one = gone.iter().find(|one| one.meeting.cast() == key.id)?;
        Some(schema::Deleted {
            meeting: one.meeting.to_string(),
            board: one.board.to_string(),
            deleted_at: one.at.to_string(),
            reason: one.reason.clone(),
            language: one.language.tag().to_owned(),
        })
    });
    Ok((told.collect(), next))
}
