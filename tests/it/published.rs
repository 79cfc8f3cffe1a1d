//! What is published through its pages, on both engines: who reads what, what is told of what was withdrawn, and that
//! nothing else is told.

mod decisions;
mod later;
mod products;
mod seen;

use crate::attendance::{at_the_table, tap, who};
use crate::cases::Scene;
use crate::pdfs::{is_sound, text_of};
use crate::publication::open_all;
use crate::round::approve;
use crate::support::{Browser, Instance, folder, instances};
use crate::world::{MEMBER, NOW, SECRETARY, SERVICE_OWNER};
use chrono::{Datelike, Days, NaiveDate};
use diesel::prelude::*;
use styringsrad::cases::store::{self as cases, agenda as agendas};
use styringsrad::cases::{Item, ItemKind};
use styringsrad::db::ids::{
    AgendaItemId, AppointmentId, BoardId, CaseId, MeetingId, OrganisationId, PersonId,
};
use styringsrad::db::public_revision;
use styringsrad::db::schema::{
    appointment, board, board_case, meeting, minutes_setting, published_item, representation,
    service_owner_period,
};
use styringsrad::db::types::Words;
use styringsrad::minutes::access::{plan as access, store as accesses};
use styringsrad::minutes::publication::store as publications;
use styringsrad::minutes::round::store as rounds;
use styringsrad::public::indexing;
use styringsrad::web::access::{Assessment, Audience};
use styringsrad::web::paths;

const SAID: &str = "Kartverket ba om lavere satser";
const FOR_OWNERS: &str = "Tjenesteeierne får tallene først";
/// A word that no visitor may ever see.
const SECRET: &str = "Gråsteinprosjektet";

/// A meeting whose minutes are out: one case for everyone, one for service owners, one exempt with its title.
struct Out<'a> {
    instance: &'a Instance,
    scene: Scene,
    board: BoardId,
    day: NaiveDate,
    open: Item,
    owners: Item,
    exempt: Item,
}

fn case_of(item: &Item) -> CaseId {
    item.case.expect("it is a case")
}

/// The address of what is published of a meeting.
fn page(of: &MeetingId) -> String {
    format!("/published/meetings/{of}")
}

async fn write(kari: &mut Browser<'_>, at: MeetingId, item: AgendaItemId, text: [&str; 3]) {
    let [content, outcome, conclusion] = text;
    let named = ["content", "outcome", "conclusion"].map(|name| format!("{name}-{item}"));
    let fields = [
        ("draft", "0"),
        (&*named[0], content),
        (&*named[1], outcome),
        (&*named[2], conclusion),
    ];
    let path = format!("/meetings/{at}/minutes/items/{item}");
    kari.post(&path, &fields).await.goes_to();
}

impl<'a> Out<'a> {
    /// Written, sent out, approved and assessed; not published yet.
    async fn approved(instance: &'a Instance) -> Self {
        let scene = at_the_table(instance);
        let near = scene.near;
        let read = instance.app.db.read_now(|conn| {
            let (board, day): (BoardId, NaiveDate) = meeting::table
                .find(near)
                .select((meeting::board_id, meeting::first_day))
                .first(conn)?;
            Ok((board, day, agendas::agenda(conn, near)?.items))
        });
        let (board, day, items) = read.expect("it is read");
        let mut cases = items.into_iter().filter(|one| one.kind == ItemKind::Case);
        let mut case = || cases.next().expect("there are cases");
        let out = Self {
            open: case(),
            owners: case(),
            exempt: case(),
            instance,
            scene,
            board,
            day,
        };
        out.retitle();
        let mut kari = instance.signed_in(SECRETARY).await;
        let olav = who(instance, MEMBER);
        tap(&mut kari, &out.scene, &olav, "in_person").await;
        let told = ["recommendation", "Rådet anbefaler **modell B**."];
        write(&mut kari, near, out.open.id, [SAID, told[0], told[1]]).await;
        write(
            &mut kari,
            near,
            out.owners.id,
            [FOR_OWNERS, "noted", "Tatt til orientering."],
        )
        .await;
        let secret = format!("{SECRET} ble drøftet");
        write(&mut kari, near, out.exempt.id, [&secret, "noted", SECRET]).await;
        let until = (day + Days::new(7)).to_string();
        let send = [("act", "send"), ("version", "0"), ("remarks-on", &*until)];
        out.act(&mut kari, "round", &send).await;
        approve(instance, &out.scene).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        open_all(&mut kari, &out.scene).await;
        out.mean(near, Audience::Public);
        out.assess(
            out.owners.id,
            (Audience::ServiceOwners, Assessment::Open, false),
        );
        out.assess(out.exempt.id, (Audience::Members, Assessment::Exempt, true));
        out
    }

    async fn new(instance: &'a Instance) -> Self {
        let out = Self::approved(instance).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        out.publish(&mut kari).await;
        while indexing::step(&instance.app).await.expect("it is read") {}
        out
    }

    fn below(&self, rest: &str) -> String {
        format!("/meetings/{}/minutes/{rest}", self.scene.near)
    }

    fn page(&self) -> String {
        page(&self.scene.near)
    }

    async fn act(&self, kari: &mut Browser<'_>, rest: &str, fields: &[(&str, &str)]) {
        kari.post(&self.below(rest), fields).await.goes_to();
    }

    /// The version of the round and the number of what is approved.
    fn round(&self) -> (i64, i64) {
        let near = self.scene.near;
        let read = self
            .instance
            .app
            .db
            .read_now(|conn| rounds::round(conn, near));
        let round = read.expect("it is read").expect("a draft is out");
        (round.version, round.approved.map_or(0, |one| one.number))
    }

    async fn publish(&self, kari: &mut Browser<'_>) {
        let number = self.round().1.to_string();
        let fields = [("act", "publish"), ("number", &*number)];
        self.act(kari, "publication", &fields).await;
    }

    /// What was said of the open case is corrected, and not published yet.
    async fn correct(&self, kari: &mut Browser<'_>, said: &str) {
        let version = self.round().0.to_string();
        let correct = [
            ("act", "correct"),
            ("version", &*version),
            ("reason", "Feil sats"),
        ];
        self.act(kari, "round", &correct).await;
        let content = format!("content-{}", self.open.id);
        let fields = [("draft", "1"), (&*content, said)];
        let item = self.below(&format!("items/{}", self.open.id));
        kari.post(&item, &fields).await.goes_to();
        let version = self.round().0.to_string();
        let corrected = [("act", "corrected"), ("version", &*version)];
        self.act(kari, "round", &corrected).await;
    }

    /// What was found of an item, by its own page.
    async fn find(&self, kari: &mut Browser<'_>, item: AgendaItemId, found: &[(&str, &str)]) {
        let near = self.scene.near;
        let known = (self.instance.app.db).read_now(|conn| accesses::of_meeting(conn, near));
        let version = known.expect("it is read")[&item].version.to_string();
        let mut fields = vec![("version", version.as_str())];
        fields.extend(found);
        self.act(kari, &format!("access/{item}"), &fields).await;
    }

    async fn take_back(&self, kari: &mut Browser<'_>, act: &str, reason: &str) {
        let near = self.scene.near;
        let read = (self.instance.app.db).read_now(|conn| publications::standing(conn, near));
        let id = read.expect("it is read").expect("it is out").id.to_string();
        let fields = [("act", act), ("publication", &*id), ("reason", reason)];
        self.act(kari, "publication", &fields).await;
    }

    /// The title of the exempt case holds the secret, and so do the titles of all meetings.
    fn retitle(&self) {
        let case = case_of(&self.exempt);
        let write = self.instance.app.db.write_now(|conn| {
            let title = format!("Om {SECRET}");
            let words = Words::new(["nb", "nn", "en"].map(|language| (language, title.as_str())));
            diesel::update(meeting::table)
                .set(meeting::title.eq(words))
                .execute(conn)?;
            diesel::update(board_case::table.find(case))
                .set((
                    board_case::title.eq(&title),
                    board_case::public_title.eq(&title),
                ))
                .execute(conn)?;
            Ok(())
        });
        write.expect("it is renamed");
    }

    fn assess(&self, item: AgendaItemId, found: (Audience, Assessment, bool)) {
        let near = self.scene.near;
        let write = self.instance.app.db.write_now(|conn| {
            let known = accesses::of_meeting(conn, near)?;
            let own = known.get(&item).expect("it is known");
            let (wanted, assessment, title_exempt) = found;
            let found = accesses::Found {
                wanted,
                assessment,
                basis: None,
                title_exempt,
                open_from: None,
            };
            accesses::change(conn, item, own.version, &found)?;
            match publications::standing(conn, near)? {
                Some(_) => accesses::show(conn, near, Audience::Public),
                None => access::show_again(conn, near),
            }
        });
        write.expect("it is assessed");
    }

    /// All that is open at a meeting is meant for this audience.
    fn mean(&self, at: MeetingId, wanted: Audience) {
        let write = self.instance.app.db.write_now(|conn| {
            for own in accesses::of_meeting(conn, at)?.values() {
                let found = accesses::Found {
                    wanted,
                    assessment: Assessment::Open,
                    basis: None,
                    title_exempt: false,
                    open_from: None,
                };
                accesses::change(conn, own.item, own.version, &found)?;
            }
            match publications::standing(conn, at)? {
                Some(_) => accesses::show(conn, at, Audience::Public)?,
                None => access::show_again(conn, at)?,
            }
            public_revision::raise(conn, None)
        });
        write.expect("it is meant for them");
        forget_what_is_kept();
    }

    /// Whom the board's own pages are shown to.
    fn show_board(&self, to: Audience) {
        let of = self.board;
        let write = self.instance.app.db.write_now(|conn| {
            diesel::update(minutes_setting::table.find(of))
                .set(minutes_setting::shown_to.eq(to))
                .execute(conn)?;
            public_revision::raise(conn, Some(of))
        });
        write.expect("it is laid down");
        forget_what_is_kept();
    }

    /// The demo's meeting that has been, whose minutes are out.
    fn past(&self) -> MeetingId {
        let near = self.scene.near;
        let read = self.instance.app.db.read_now(|conn| {
            Ok(published_item::table
                .filter(published_item::meeting_id.ne(near))
                .select(published_item::meeting_id)
                .first(conn)?)
        });
        read.expect("the demo has published minutes")
    }

    fn pages(&self) -> Vec<String> {
        let case = |item: &Item| format!("/published/cases/{}", case_of(item));
        let (board, year) = (self.board, self.day.year());
        vec![
            "/".to_owned(),
            "/published".to_owned(),
            "/published/boards".to_owned(),
            format!("/published/boards/{board}"),
            format!("/published/boards/{board}/years/{year}"),
            self.page(),
            format!("{}/versions/2", self.page()),
            case(&self.open),
            case(&self.owners),
            case(&self.exempt),
            "/published/products".to_owned(),
            "/published/decisions".to_owned(),
            "/published/decisions?text=modell".to_owned(),
            "/published/search?text=modell".to_owned(),
            "/published/search?text=dr%C3%B8ftet".to_owned(),
        ]
    }
}

#[actix_web::test]
async fn everyone_reads_what_is_meant_for_them_at_one_address() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut visitor = instance.browser();
        let told = visitor.get(&out.page()).await.ok();
        assert!(told.contains(SAID) && told.contains("<strong>modell B</strong>"));
        assert!(!told.contains(FOR_OWNERS), "{told}");
        assert!(told.contains("<meta name=\"description\"") && told.contains("rel=\"canonical\""));
        let mut owner = instance.signed_in(SERVICE_OWNER).await;
        let told = owner.get(&out.page()).await.ok();
        assert!(told.contains(SAID) && told.contains(FOR_OWNERS) && !told.contains(SECRET));
        let mut olav = instance.signed_in(MEMBER).await;
        assert!(olav.get(&out.page()).await.ok().contains(SECRET));
        let case = |item: &Item| format!("/published/cases/{}", case_of(item));
        visitor.get(&case(&out.open)).await.ok();
        visitor.get(&case(&out.owners)).await.is(404);
        visitor.get(&case(&out.exempt)).await.is(404);
        owner.get(&case(&out.owners)).await.ok();
        owner.get(&case(&out.exempt)).await.is(404);
        let front = visitor.get("/").await.ok();
        assert!(front.contains(&out.page()) && front.contains("Nyeste referater"));
    }
}

#[actix_web::test]
async fn no_page_and_no_document_tells_a_visitor_of_what_is_exempt() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut visitor = instance.browser();
        for path in out.pages() {
            let answer = visitor.get(&path).await;
            assert!(answer.status.as_u16() < 500, "{path}: {}", answer.body);
            assert!(!answer.body.contains(SECRET), "{path}: {}", answer.body);
            assert!(!answer.body.contains(FOR_OWNERS), "{path}");
        }
        let path = format!("/published/search?text={}", paths::escape(SECRET));
        let told = visitor.get(&path).await.ok();
        assert!(told.contains("Ingen treff"), "{told}");
        let mut olav = instance.signed_in(MEMBER).await;
        // Its title is exempt: members search in their own pages.
        assert!(olav.get(&path).await.ok().contains("Ingen treff"));
        let answer = visitor.get(&format!("{}/document", out.page())).await;
        assert_eq!(answer.header("content-type"), "application/pdf");
        let file = folder().join("published.pdf");
        std::fs::write(&file, &answer.bytes).expect("it is written");
        is_sound(&file);
        let text = text_of(&file);
        assert!(
            text.contains("modell B") && !text.contains(SECRET),
            "{text}"
        );
    }
}

/// F40, F41: what is withdrawn says so, in each of its forms.
#[actix_web::test]
async fn what_was_withdrawn_says_so_at_its_address() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        out.take_back(&mut kari, "withdraw", "Feil tall i tabellen")
            .await;
        let mut visitor = instance.browser();
        let case = format!("/published/cases/{}", case_of(&out.open));
        let versions = [1, 2].map(|number| format!("{}/versions/{number}", out.page()));
        for path in [
            out.page(),
            versions[1].clone(),
            format!("{}/document", out.page()),
            format!("{}/document", versions[1]),
            case,
        ] {
            let told = visitor.get(&path).await.is(410);
            assert!(told.contains("Feil tall i tabellen"), "{path}: {told}");
            assert!(told.contains("Sekretariatet trakk tilbake") && !told.contains(SAID));
            assert!(told.contains(&format!("/published/boards/{}", out.board)));
        }
        visitor.get(&versions[0]).await.is(404);
        let never = format!("{}/document", versions[0]);
        visitor.get(&never).await.is(404);
        let exempt = format!("/published/cases/{}", case_of(&out.exempt));
        visitor.get(&exempt).await.is(404);
        let list = visitor.get("/published/decisions").await.ok();
        assert!(!list.contains(&out.page()));
        let year = format!("/published/boards/{}/years/{}", out.board, out.day.year());
        let year = visitor.get(&year).await.ok();
        assert!(
            year.contains("Trukket tilbake") && year.contains(&out.page()),
            "{year}"
        );
        let api = format!("/api/v1/cases/{}", case_of(&out.open));
        assert!(
            visitor
                .get(&api)
                .await
                .is(410)
                .contains("Feil tall i tabellen")
        );
        let api = format!("/api/v1/cases/{}", case_of(&out.exempt));
        visitor.get(&api).await.is(404);
    }
}

#[actix_web::test]
async fn what_was_undone_or_never_out_is_told_as_what_does_not_exist() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        out.take_back(&mut kari, "undo", "").await;
        let mut visitor = instance.browser();
        let told = visitor.get(&out.page()).await.ok();
        assert!(told.contains("Referatet er ikke publisert her") && !told.contains(SAID));
        out.show_board(Audience::Members);
        let told = visitor.get(&out.page()).await.is(404);
        let sign_in = format!("/sign-in?next={}", out.page());
        assert!(told.contains(&sign_in), "{told}");
        let other = MeetingId::new();
        let unknown = visitor.get(&page(&other)).await.is(404);
        let same = unknown.replace(other.as_str(), out.scene.near.as_str());
        assert_eq!(same, told, "a visitor cannot tell the two apart");
        let board = format!("/published/boards/{}", out.board);
        // The minutes of the meeting that has been are out still.
        let told = visitor.get(&board).await.ok();
        assert!(
            !told.contains(&out.page()) && !told.contains("Mandatet som gjelder"),
            "{told}"
        );
        out.mean(out.past(), Audience::ServiceOwners);
        visitor.get(&board).await.is(404);
        let mut owner = instance.signed_in(SERVICE_OWNER).await;
        owner.get(&board).await.ok();
    }
}

#[actix_web::test]
async fn a_page_names_what_programs_may_follow_instead() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut visitor = instance.browser();
        let atom = "<link rel=\"alternate\" type=\"application/atom+xml\"";
        let front = visitor.get("/published").await.ok();
        assert!(front.contains(atom) && front.contains("href=\"/published/atom.xml\""));
        let board = format!("/published/boards/{}", out.board);
        let told = visitor.get(&board).await.ok();
        assert!(told.contains(atom) && told.contains(&format!("href=\"{board}/atom.xml\"")));
        assert!(
            told.contains("type=\"text/calendar\"")
                && told.contains(&format!("{board}/calendar.ics"))
        );
        for text in [
            "Kalender og nyhetsstrøm",
            "Abonner på referater fra Styringsrådet",
        ] {
            assert!(told.contains(text), "{text}: {told}");
        }
        let boards = visitor.get("/published/boards").await.ok();
        assert!(boards.contains("href=\"/api/v1/openapi.json\""), "{boards}");
        // Whoever has signed in is given the button itself.
        let told = instance
            .signed_in(SERVICE_OWNER)
            .await
            .get(&board)
            .await
            .ok();
        assert!(told.contains("action=\"/me/subscriptions\""), "{told}");
        assert!(!told.contains(&format!("{board}/subscribe")), "{told}");
        // They are there only where everyone is shown the board.
        out.show_board(Audience::Members);
        let told = visitor.get(&board).await.ok();
        assert!(!told.contains(atom), "{told}");
    }
}

#[actix_web::test]
async fn a_board_tells_what_it_is_and_names_no_person() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut visitor = instance.browser();
        let told = visitor
            .get(&format!("/published/boards/{}", out.board))
            .await
            .ok();
        for there in [
            "Statens kartverk",
            "1.4",
            "Referatet er ute",
            "Kommende møter",
        ] {
            assert!(told.contains(there), "{there}: {told}");
        }
        for name in ["Olav Myklebø", "Kari Nordbø", "Ingrid Solvang", "@"] {
            assert!(!told.contains(name), "{name}: {told}");
        }
        let year = out.day.year();
        let path = format!("/published/boards/{}/years/{year}", out.board);
        let told = visitor.get(&path).await.ok();
        assert!(told.contains("Året i korte trekk"), "{told}");
        let none = format!("/published/boards/{}/years/1999", out.board);
        visitor.get(&none).await.is(404);
    }
}

#[actix_web::test]
async fn minutes_lead_only_to_those_that_the_reader_may_read() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut visitor = instance.browser();
        let past = page(&out.past());
        assert!(visitor.get(&out.page()).await.ok().contains(&past));
        assert!(visitor.get(&past).await.ok().contains(&out.page()));
        out.mean(out.past(), Audience::ServiceOwners);
        assert!(!visitor.get(&out.page()).await.ok().contains(&past));
        let mut owner = instance.signed_in(SERVICE_OWNER).await;
        assert!(owner.get(&out.page()).await.ok().contains(&past));
    }
}

/// Mandate § 6: minutes are made available to all service owners, also to those whose representative sits elsewhere.
#[actix_web::test]
async fn who_sits_for_a_service_owner_on_another_board_reads_what_service_owners_read() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let olav = who(&instance, MEMBER);
        let olav = olav.trim_start_matches("person-").parse::<PersonId>();
        let olav = olav.expect("it is an id");
        let sits_elsewhere = |is_owner: bool| {
            let write = instance.app.db.write_now(|conn| {
                let other: BoardId = board::table
                    .filter(board::id.ne(out.board))
                    .select(board::id)
                    .first(conn)?;
                let own: Vec<(AppointmentId, Option<OrganisationId>)> = representation::table
                    .inner_join(appointment::table)
                    .filter(representation::person_id.eq(olav))
                    .select((appointment::id, appointment::organisation_id))
                    .load(conn)?;
                for (id, organisation) in own {
                    diesel::update(appointment::table.find(id))
                        .set(appointment::board_id.eq(other))
                        .execute(conn)?;
                    let organisation = organisation.expect("they sit for somebody");
                    let periods = service_owner_period::table
                        .filter(service_owner_period::organisation_id.eq(organisation));
                    let ended = (!is_owner).then_some(out.day - Days::new(400));
                    diesel::update(periods)
                        .set(service_owner_period::valid_until.eq(ended))
                        .execute(conn)?;
                }
                Ok(())
            });
            write.expect("they sit on another board");
        };
        for is_owner in [true, false] {
            sits_elsewhere(is_owner);
            let mut olav = instance.signed_in(MEMBER).await;
            let told = olav.get(&out.page()).await.ok();
            assert!(told.contains(SAID), "{told}");
            assert_eq!(told.contains(FOR_OWNERS), is_owner, "{told}");
            assert!(!told.contains(SECRET), "{told}");
        }
    }
}

/// Their own menu leads to what is meant for them, and to no pages that are empty for them.
#[actix_web::test]
async fn the_menu_of_who_has_no_board_leads_to_what_is_published() {
    for instance in instances(NOW) {
        let _out = Out::new(&instance).await;
        let leads = |page: &str, to: &str| {
            let menu = page
                .split_once("<nav")
                .and_then(|(_, rest)| rest.split_once("</nav>"));
            let (menu, _) = menu.expect("there is a menu");
            menu.contains(&format!("href=\"{to}\""))
        };
        let own = [
            "/published",
            "/published/boards",
            "/published/products",
            "/published/decisions",
            "/published/search",
            "/me/subscriptions",
        ];
        let mut owner = instance.signed_in(SERVICE_OWNER).await;
        let page = owner.get("/me").await.ok();
        for to in own {
            assert!(leads(&page, to), "{to}: {page}");
            owner.get(to).await.ok();
        }
        assert!(
            !leads(&page, "/boards") && !leads(&page, "/search"),
            "{page}"
        );
        let page = instance.signed_in(MEMBER).await.get("/me").await.ok();
        assert!(leads(&page, "/boards") && leads(&page, "/search"), "{page}");
    }
}

#[actix_web::test]
async fn a_choice_that_is_none_is_told_at_its_field_and_shows_nothing() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut visitor = instance.browser();
        let anchor = format!("{}#item-", out.page());
        let unknown = BoardId::new().to_string();
        for (field, asked) in [
            ("year", "1800"),
            ("year", "x"),
            ("outcome", "xyz"),
            ("board", "nonsense"),
            ("board", unknown.as_str()),
        ] {
            for page in [
                "decisions?",
                "decisions?text=satsene&",
                "search?text=satsene&",
            ] {
                let path = format!("/published/{page}{field}={asked}");
                let told = visitor.get(&path).await.ok();
                assert!(!told.contains(&anchor), "{path}: {told}");
                assert!(told.contains("Vi kjenner ikke dette valget"), "{path}");
                assert!(told.contains("Siden viser ingenting"), "{path}");
                let mistake = format!("id=\"{field}-mistake\"");
                assert!(told.contains(&mistake), "{path}: {told}");
            }
        }
        let told = visitor.get("/published/decisions?year=&board=").await.ok();
        assert!(told.contains(&anchor), "{told}");
    }
}

#[actix_web::test]
async fn what_boards_came_to_is_filtered_and_found_by_the_forms_of_its_words() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut visitor = instance.browser();
        let anchor = format!("{}#item-{}", out.page(), out.open.id);
        let (board, year) = (out.board, out.day.year());
        for (filter, is_there) in [
            (String::new(), true),
            (format!("board={board}&year={year}"), true),
            ("outcome=recommendation".to_owned(), true),
            ("outcome=noted".to_owned(), false),
            (format!("board={}", BoardId::new()), false),
            ("text=modellen".to_owned(), true),
            ("text=finnesikke".to_owned(), false),
            ("after=y".to_owned(), true),
            ("year=&outcome=&board=".to_owned(), true),
        ] {
            let path = format!("/published/decisions?{filter}");
            let told = visitor.get(&path).await.ok();
            assert_eq!(told.contains(&anchor), is_there, "{filter}: {told}");
        }
        for (text, is_there) in [("satsene", true), ("orientering", false)] {
            let path = format!("/published/search?text={text}");
            let told = visitor.get(&path).await.ok();
            assert_eq!(told.contains(&anchor), is_there, "{text}: {told}");
        }
        // What is assessed anew is found by those who may read it then, and by nobody else.
        out.assess(
            out.open.id,
            (Audience::ServiceOwners, Assessment::Open, false),
        );
        let path = "/published/search?text=satser";
        assert!(!visitor.get(path).await.ok().contains(&anchor));
        while indexing::step(&instance.app).await.expect("it is read") {}
        let mut owner = instance.signed_in(SERVICE_OWNER).await;
        assert!(owner.get(path).await.ok().contains(&anchor));
        out.assess(out.open.id, (Audience::Public, Assessment::Open, false));
        while indexing::step(&instance.app).await.expect("it is read") {}
        assert!(visitor.get(path).await.ok().contains(&anchor));
        // An exempt title is found by nobody; once it is not exempt, by everyone.
        let read = |conn: &mut _| cases::case(conn, case_of(&out.open));
        let title = instance.app.db.read_now(read).expect("it is read");
        let word = title
            .facts
            .title
            .split(' ')
            .next()
            .expect("it has words")
            .to_lowercase();
        let path = format!("/published/search?text={word}");
        for is_exempt in [true, false] {
            let write = instance.app.db.write_now(|conn| {
                let of = board_case::table.find(case_of(&out.open));
                Ok(diesel::update(of)
                    .set(board_case::title_exempt.eq(is_exempt))
                    .execute(conn)?)
            });
            write.expect("it is said of its title");
            while indexing::step(&instance.app).await.expect("it is read") {}
            let told = visitor.get(&path).await.ok();
            assert_eq!(told.contains(&anchor), !is_exempt, "{word}: {told}");
        }
    }
}

/// F50, F51: what is shown is the version that was approved; a correction is another, and changes none that is out.
#[actix_web::test]
async fn a_visitor_is_shown_the_way_in_where_something_is_withheld_and_no_link_puts_words_there() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut visitor = instance.browser();
        let told = visitor.get(&out.page()).await.ok();
        assert!(told.contains("kan lese mer når de er logget inn"), "{told}");
        assert!(
            told.contains(&format!("/sign-in?next={}", out.page())),
            "{told}"
        );
        let owner = instance
            .signed_in(SERVICE_OWNER)
            .await
            .get(&out.page())
            .await;
        assert!(!owner.ok().contains("kan lese mer når"));
        let said = format!("{}?said=said-meeting-cancelled", out.page());
        let said = visitor.get(&said).await.ok();
        assert!(!said.contains("role=\"status\""), "{said}");
    }
}

#[actix_web::test]
async fn earlier_versions_stay_and_drafts_were_never_out() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        out.correct(&mut kari, "Kartverket ba om høyere satser")
            .await;
        let mut visitor = instance.browser();
        assert!(visitor.get(&out.page()).await.ok().contains(SAID));
        out.publish(&mut kari).await;
        let told = visitor.get(&out.page()).await.ok();
        assert!(
            told.contains("høyere satser") && told.contains("Feil sats"),
            "{told}"
        );
        let before = visitor
            .get(&format!("{}/versions/2", out.page()))
            .await
            .ok();
        assert!(before.contains(SAID) && before.contains("eldre versjon"));
        let older = format!("{}/versions/2/document", out.page());
        assert!(before.contains(&format!("href=\"{older}\"")), "{before}");
        // Each document says which version it is, and the correction why it was made; the board's own too.
        let mut olav = instance.signed_in(MEMBER).await;
        for (path, there, absent) in [
            (older, [SAID, "eldre versjon", "2, godkjent"], "Feil sats"),
            (
                format!("{}/document", out.page()),
                ["høyere satser", "Feil sats", "3, godkjent"],
                "eldre versjon",
            ),
            (
                paths::of_meeting(out.scene.near, "minutes/reading/document"),
                ["høyere satser", "Feil sats", "3, godkjent"],
                "eldre versjon",
            ),
        ] {
            let inside = path.contains("reading");
            let reader = if inside { &mut olav } else { &mut visitor };
            let answer = reader.get(&path).await;
            assert_eq!(answer.header("content-type"), "application/pdf", "{path}");
            let file = folder().join("version.pdf");
            std::fs::write(&file, &answer.bytes).expect("it is written");
            is_sound(&file);
            let text = text_of(&file);
            for told in there {
                assert!(text.contains(told), "{told}: {text}");
            }
            assert!(!text.contains(absent), "{absent}: {text}");
        }
        for number in [0, 1, 4] {
            for rest in ["", "/document"] {
                let path = format!("{}/versions/{number}{rest}", out.page());
                visitor.get(&path).await.is(404);
            }
        }
    }
}

/// What is kept of public pages is looked at anew once a second.
fn forget_what_is_kept() {
    std::thread::sleep(std::time::Duration::from_millis(1_100));
}

#[actix_web::test]
async fn the_secretariat_is_told_where_an_exempt_title_is_named_and_what_waits() {
    for instance in instances(NOW) {
        let out = Out::approved(&instance).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let pages = [out.below("access"), out.below("publication")];
        for path in &pages {
            let page = kari.get(path).await.ok();
            assert!(!page.contains("nevner ord fra tittelen"), "{page}");
        }
        let named = format!("Vi kom tilbake til {}", SECRET.to_uppercase());
        out.correct(&mut kari, &named).await;
        for path in &pages {
            let page = kari.get(path).await.ok();
            assert!(page.contains("nevner ord fra tittelen på sak "), "{page}");
            assert!(page.contains(&format!(": {SECRET}. Se om")), "{page}");
        }
        // It is a warning alone.
        out.publish(&mut kari).await;
        let until = (out.day + Days::new(30)).to_string();
        let deferred = [
            ("audience", "public"),
            ("assessment", "open"),
            ("open-from", &*until),
        ];
        out.find(&mut kari, out.owners.id, &deferred).await;
        let page = kari.get(&pages[0]).await.ok();
        assert_eq!(page.matches("Utsatt innsyn til ").count(), 1, "{page}");
        let item = out.below(&format!("access/{}", out.open.id));
        let wide = [
            ("version", "1"),
            ("audience", "public"),
            ("assessment", "exempt"),
        ];
        let refused = kari.post(&item, &wide).await.is(422);
        assert!(refused.contains("Velg Medlemmene eller Sekretariatet under «Vises til»."));
        assert!(!refused.contains("Vurder saken som åpen"), "{refused}");
    }
}
