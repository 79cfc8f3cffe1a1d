//! Minutes that went their whole way: written, sent out, approved, assessed and published.

use crate::attendance::at_the_table;
use crate::support::Instance;
use crate::world::SECRETARY;
use actix_web::web;
use chrono::{Datelike, Duration};
use diesel::prelude::*;
use std::collections::BTreeSet;
use styringsrad::boards::store as boards;
use styringsrad::cases::plan::By;
use styringsrad::cases::store::{self as case_rows, agenda as agendas, assess};
use styringsrad::cases::{Assessed, ItemKind};
use styringsrad::db::Conn;
use styringsrad::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, PersonId, ProductId, RowId};
use styringsrad::db::schema::{
    board_case, meeting, minute_access, minutes_setting, person, product, publication,
    published_item, published_text,
};
use styringsrad::db::types::{Moment, Words};
use styringsrad::error::Result;
use styringsrad::i18n::Language;
use styringsrad::meetings::store as meetings;
use styringsrad::minutes::access::{plan as access, store as accesses};
use styringsrad::minutes::attendance::{Presence, Record, plan as lists, store as attendance};
use styringsrad::minutes::draft::ItemText;
use styringsrad::minutes::draft::store::{self as drafts, Keeping};
use styringsrad::minutes::publication::{plan as publishing, store as publications};
use styringsrad::minutes::round::plan::{self as rounds, Sending, Shown};
use styringsrad::minutes::round::rules::How;
use styringsrad::minutes::round::{Setting, store as round_rows};
use styringsrad::portfolio::products;
use styringsrad::web::View;
use styringsrad::web::access::{Assessment, Audience, Clearance, Scope};
use styringsrad::web::visit::Visit;

/// The title of a case, which is exempt itself, and of all meetings.
pub const EXEMPT: &str = "Hemmelig oppkjøp";
/// The public title of a case that is open.
pub const OPEN: &str = "Drift & <økonomi> i \"andre\" tertial";
/// Someone who was at the meeting.
pub const PERSON: &str = "Myklebø";
pub const CONCLUSION: &str = "Rådet tar saken til orientering.";
pub const REASON: &str = "Feil versjon ble publisert.";

pub struct Scene {
    pub board: BoardId,
    pub meeting: MeetingId,
    /// The case whose item and title are exempt.
    pub exempt: CaseId,
    pub open_title: String,
    /// The item of the case that is open.
    pub open_item: AgendaItemId,
    /// The board's next meeting.
    pub to_come: MeetingId,
    pub year: i32,
    secretary: PersonId,
}

/// Minutes that everyone may read, but for one item, of a board that is shown to everyone.
pub fn published(instance: &Instance) -> Scene {
    published_saying(instance, CONCLUSION)
}

/// The same, with this as the conclusion of every case.
pub fn published_saying(instance: &Instance, conclusion: &str) -> Scene {
    scene(instance, Audience::Public, conclusion)
}

/// The same for the board alone.
pub fn for_members(instance: &Instance) -> Scene {
    scene(instance, Audience::Members, CONCLUSION)
}

/// Nothing is out but what the scene publishes, and no board shows itself.
fn withdraw_the_demos(conn: &mut Conn) -> Result<()> {
    diesel::delete(published_text::table).execute(conn)?;
    diesel::delete(published_item::table).execute(conn)?;
    diesel::delete(publication::table).execute(conn)?;
    diesel::delete(minutes_setting::table).execute(conn)?;
    diesel::update(minute_access::table)
        .set(minute_access::audience.eq(Audience::Members))
        .execute(conn)?;
    Ok(())
}

fn scene(instance: &Instance, shown_to: Audience, conclusion: &str) -> Scene {
    let near = at_the_table(instance).near;
    let write = (instance.app.db).write_now(withdraw_the_demos);
    write.expect("nothing is out yet");
    let write = instance.app.db.write_now(|conn| {
        let by = by(conn, instance)?;
        let cases = name_cases(conn, near)?;
        everyone_comes(conn, near, by)?;
        all_is_written(conn, near, by, conclusion)?;
        let view = view(instance);
        let sending = Sending {
            meeting: near,
            remarks_on: meetings::meeting(conn, near)?.last_day() + Duration::days(7),
            known: 0,
        };
        rounds::send(conn, &view, &sending, by)?;
        Ok((by.person, cases))
    });
    let (secretary, (exempt, open_item)) = write.expect("the draft is out");
    instance.move_by(Duration::days(20));
    let write = instance.app.db.write_now(|conn| {
        let by = by(conn, instance)?;
        approve(conn, instance, near, by)?;
        let meeting = meetings::meeting(conn, near)?;
        if shown_to == Audience::Public {
            let setting = Setting {
                shown_to,
                ..Setting::usual()
            };
            rounds::lay_down(conn, meeting.board, &setting, by)?;
        }
        for access in access::known(conn, near)?.into_values() {
            let is_exempt = access.subject == exempt.cast();
            let found = found(conn, is_exempt, by)?;
            assessed(conn, (near, access.item), (shown_to, found), by)?;
        }
        let number = round_rows::round(conn, near)?.and_then(|round| round.approved);
        publishing::publish(conn, near, number.expect("it is approved").number, by)?;
        let today = boards::board(conn, meeting.board)?.today(by.now);
        let to_come = meetings::coming(conn, meeting.board, today, 1)?
            .remove(0)
            .id;
        diesel::update(meeting::table)
            .set(meeting::video_link.eq("https://video.example/rom"))
            .execute(conn)?;
        Ok(Scene {
            board: meeting.board,
            meeting: near,
            exempt,
            open_title: OPEN.to_owned(),
            open_item,
            to_come,
            year: meeting.first_day().year(),
            secretary,
        })
    });
    write.expect("the minutes are published")
}

/// As it is written now.
fn approve(conn: &mut Conn, instance: &Instance, of: MeetingId, by: By) -> Result<()> {
    let known = round_rows::round(conn, of)?.expect("it is out").version;
    let basis = round_rows::basis(conn, of)?;
    let shown = Shown {
        meeting: of,
        known,
        basis: &basis,
    };
    rounds::approve(conn, &view(instance), &shown, How::AfterRemarks, by)
}

fn by(conn: &mut Conn, instance: &Instance) -> Result<By> {
    let person: PersonId = person::table
        .filter(person::address.eq(SECRETARY))
        .select(person::id)
        .first(conn)?;
    Ok(By {
        person,
        now: instance.now(),
    })
}

fn view(instance: &Instance) -> View {
    let visit = Visit {
        reader: None,
        was: None,
        browser: "0".repeat(64),
        shows_browser: std::sync::Arc::default(),
        language: Language::NB,
        has_chosen_language: false,
        here: "/".to_owned(),
        now: instance.now(),
    };
    View::new(web::Data::new(instance.app.clone()), &visit)
}

/// The first case of the agenda is to be exempt, the second one open.
fn name_cases(conn: &mut Conn, of: MeetingId) -> Result<(CaseId, AgendaItemId)> {
    let items = agendas::agenda(conn, of)?.items;
    let mut cases = items.iter().filter_map(|item| Some((item.id, item.case?)));
    let mut next = || cases.next().expect("the agenda has two cases");
    diesel::update(meeting::table)
        .set(meeting::title.eq(Words::new(
            ["nb", "nn", "en"].map(|language| (language, EXEMPT)),
        )))
        .execute(conn)?;
    let ((_, exempt), (item, open)) = (next(), next());
    for (case, title) in [(exempt, EXEMPT), (open, OPEN)] {
        diesel::update(board_case::table.find(case))
            .set((
                board_case::title.eq(title),
                board_case::public_title.eq(title),
            ))
            .execute(conn)?;
    }
    Ok((exempt, item))
}

fn everyone_comes(conn: &mut Conn, of: MeetingId, by: By) -> Result<()> {
    let lists = lists::lists(conn, of, by.now)?;
    for line in lists.days.iter().flatten() {
        let record = Record {
            id: RowId::new(),
            session: 0,
            listed: line.listed.clone(),
            presence: Presence::InPerson,
        };
        attendance::put(conn, of, &record)?;
    }
    Ok(())
}

fn all_is_written(conn: &mut Conn, of: MeetingId, by: By, conclusion: &str) -> Result<()> {
    for item in agendas::agenda(conn, of)?.items {
        if item.kind == ItemKind::Break {
            continue;
        }
        let text = ItemText {
            content: format!("{PERSON} la fram saken. Kartverket ba om lavere satser."),
            outcome: item.case.map_or("", |_| "noted").to_owned(),
            conclusion: item.case.map_or("", |_| conclusion).to_owned(),
            dissent: format!("{PERSON} var uenig."),
            starts: None,
            ends: None,
        };
        let keeping = Keeping {
            meeting: of,
            item: item.id,
            case: item.case,
            title: "Sak",
            text: &text,
            known: 0,
        };
        drafts::put(conn, &keeping, by.person, by.now)?;
    }
    Ok(())
}

/// What is found of an item: exempt with its title, or open.
fn found(conn: &mut Conn, is_exempt: bool, by: By) -> Result<Assessed> {
    let bases = assess::bases(conn, by.now.utc().date_naive(), None)?;
    Ok(Assessed {
        outcome: if is_exempt {
            Assessment::Exempt
        } else {
            Assessment::Open
        },
        basis: is_exempt.then(|| bases[0].id),
        scope: is_exempt.then_some(Scope::Title),
        extended_access: false,
        reassess_on: None,
        open_from: None,
    })
}

fn assessed(
    conn: &mut Conn,
    (meeting, item): (MeetingId, AgendaItemId),
    (wanted, found): (Audience, Assessed),
    by: By,
) -> Result<()> {
    let kept = accesses::of_meeting(conn, meeting)?;
    let assessing = access::Assessing {
        meeting,
        item,
        version: kept.get(&item).map_or(0, |one| one.version),
        wanted,
        found,
    };
    access::assess(conn, &assessing, &Clearance::of_nobody(by.now), by)
}

impl Scene {
    fn by(&self, instance: &Instance) -> By {
        By {
            person: self.secretary,
            now: instance.now(),
        }
    }

    /// The minutes are withdrawn.
    pub fn withdraw(&self, instance: &Instance) {
        self.withdraw_for(instance, REASON);
    }

    pub fn withdraw_for(&self, instance: &Instance, reason: &str) {
        let by = self.by(instance);
        let write = instance.app.db.write_now(|conn| {
            let standing = publications::standing(conn, self.meeting)?.expect("it is out");
            publishing::withdraw(conn, self.meeting, standing.id, reason, by)
        });
        write.expect("the minutes are withdrawn");
    }

    /// Every meeting is held at a place that is called this.
    pub fn place_all(&self, instance: &Instance, place: &str) {
        let write = instance.app.db.write_now(|conn| {
            diesel::update(meeting::table)
                .set(meeting::place.eq(place))
                .execute(conn)?;
            Ok(())
        });
        write.expect("it is written");
    }

    /// The item that was open is found exempt.
    pub fn shut_one(&self, instance: &Instance) {
        let by = self.by(instance);
        let write = instance.app.db.write_now(|conn| {
            let of = (self.meeting, self.open_item);
            let found = found(conn, true, by)?;
            assessed(conn, of, (Audience::Members, found), by)
        });
        write.expect("it is assessed");
    }

    /// The item that is open is for everyone from then on.
    pub fn defer_one(&self, instance: &Instance, until: Moment) {
        let by = self.by(instance);
        let write = instance.app.db.write_now(|conn| {
            let of = (self.meeting, self.open_item);
            let found = Assessed {
                open_from: Some(until),
                ..found(conn, false, by)?
            };
            assessed(conn, of, (Audience::Public, found), by)
        });
        write.expect("it is deferred");
    }

    /// The case of the item that is open is found open once more.
    pub fn find_case(&self, instance: &Instance) {
        let by = self.by(instance);
        let write = instance.app.db.write_now(|conn| {
            let case: Option<CaseId> = published_item::table
                .find(self.open_item)
                .select(published_item::case_id)
                .first(conn)?;
            let object = ("case", case.expect("it is a case").cast());
            let found = found(conn, false, by)?;
            assess::add(conn, object, &found, by.person, by.now)
        });
        write.expect("the case is assessed");
    }

    /// The only mail addresses that the catalogue may tell: the board's mailbox, and where the service is asked.
    pub fn contacts(&self, instance: &Instance) -> [String; 2] {
        let board = (instance.app.db).read_now(|conn| boards::board(conn, self.board));
        let mailbox = board.expect("the board is read").mailbox;
        [mailbox, instance.app.config.contact.clone()]
    }

    /// Every case of the meeting's agenda.
    /// A case is about this product, and about nothing else.
    pub fn tie(&self, instance: &Instance, of: CaseId, name: &'static str) -> ProductId {
        let by = self.by(instance);
        let write = instance.app.db.write_now(|conn| {
            let named = product::table.filter(product::name.eq(Words::new([("nb", name)])));
            let product: ProductId = named.select(product::id).first(conn)?;
            let case = case_rows::case(conn, of)?;
            let standing = products::store::of_case(conn, of)?;
            let standing: BTreeSet<ProductId> = standing.into_iter().map(|(id, _)| id).collect();
            let wanted = BTreeSet::from([product]);
            products::plan::tie(conn, &case, (&standing, &wanted), by)?;
            Ok(product)
        });
        write.expect("the case is tied")
    }

    /// The case of the open item.
    pub fn open_case(&self, instance: &Instance) -> CaseId {
        let read = instance.app.db.read_now(|conn| {
            let case: Option<CaseId> = published_item::table
                .find(self.open_item)
                .select(published_item::case_id)
                .first(conn)?;
            Ok(case.expect("it is a case"))
        });
        read.expect("the item is read")
    }

    pub fn cases(&self, instance: &Instance) -> Vec<CaseId> {
        let read = (instance.app.db).read_now(|conn| agendas::agenda(conn, self.meeting));
        let items = read.expect("the agenda is read").items;
        items.into_iter().filter_map(|item| item.case).collect()
    }
}
