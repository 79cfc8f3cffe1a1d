use super::*;
use crate::db::ids::BoardId;
use crate::i18n::Language;
use crate::meetings::testing::{at, board_data, meeting};
use crate::web::access::{Assessment, Audience};

#[test]
fn a_meeting_is_over_when_it_was_held_or_its_last_day_has_ended() {
    let data = board_data();
    let zone = data.board.zone;
    let mut of = meeting(&data, "ordinary", &["2026-12-08", "2026-12-09"]);
    // Half past eleven in Oslo is half past ten in UTC.
    let end = at("2026-12-09T10:30:00Z");
    assert_eq!(ends_at(&of, zone), Some(end));
    assert_eq!(next_end([&of], zone, at("2026-12-01T08:00:00Z")), Some(end));
    assert_eq!(next_end([&of], zone, end), None);
    assert!(!has_ended(&of, zone, at("2026-12-09T10:29:00Z")));
    assert!(has_ended(&of, zone, end));
    of.state = MeetingState::Held;
    assert!(has_ended(&of, zone, at("2026-12-09T09:00:00Z")));
    of.state = MeetingState::Called;
    of.sessions[1].ends = None;
    assert!(!has_ended(&of, zone, end));
    assert!(has_ended(&of, zone, at("2026-12-09T23:00:00Z")));
}

#[test]
fn a_meeting_is_marked_as_what_the_reader_is_told() {
    let mut of = meeting(&board_data(), "ordinary", &["2026-12-09"]);
    assert_eq!(mark(&of, (true, true), true), Mark::Out);
    assert_eq!(mark(&of, (false, true), true), Mark::Withdrawn);
    assert_eq!(mark(&of, (false, false), true), Mark::NotOut);
    assert_eq!(mark(&of, (false, false), false), Mark::ToCome);
    of.state = MeetingState::Cancelled;
    assert_eq!(mark(&of, (false, false), false), Mark::Cancelled);
}

#[test]
fn withdrawn_is_told_of_what_everyone_could_read_or_this_reader_would() {
    let [public, own, other] = [(); 3].map(|()| MeetingId::new());
    let all = vec![(public, true), (own, false), (other, false)];
    let would_read = |meeting| meeting == own;
    assert_eq!(told_withdrawn(all.clone(), &would_read), [public, own]);
    assert_eq!(told_withdrawn(all, &|_| false), [public]);
}

fn access(open_from: Option<Moment>, audience: Audience) -> ItemAccess {
    let item = AgendaItemId::new();
    ItemAccess {
        item,
        meeting: MeetingId::new(),
        board: BoardId::new(),
        subject: item.cast(),
        wanted: audience,
        audience,
        assessment: Assessment::Open,
        basis: None,
        title_exempt: false,
        title_waits: false,
        open_from,
        withdrawn_at: None,
        version: 1,
    }
}

#[test]
fn only_what_will_be_open_to_the_reader_is_told_to_open() {
    let (now, later) = (at("2026-12-09T08:00:00Z"), at("2027-01-01T08:00:00Z"));
    let deferred = access(Some(later), Audience::Public);
    let not_for_them = access(Some(later), Audience::Members);
    let open = access(None, Audience::Public);
    let mut waits = access(Some(later), Audience::Public);
    waits.audience = Audience::Members;
    let all = [&deferred, &not_for_them, &open, &waits].map(|of| (of.item, of.clone()));
    let found = open_later(&HashMap::from(all), &Clearance::of_nobody(now));
    let told = HashMap::from([(deferred.item, later), (waits.item, later)]);
    assert_eq!(found, told);
}

fn item(title: &str, withheld: Option<&str>) -> ToldItem {
    ToldItem {
        item: AgendaItemId::new(),
        case: None,
        number: None,
        title: title.to_owned(),
        public_title: None,
        hours: None,
        content: String::new(),
        outcome: None,
        conclusion: String::new(),
        dissent: String::new(),
        approves: None,
        recused: None,
        actions: Vec::new(),
        withheld: withheld.map(str::to_owned),
        mark: None,
    }
}

#[test]
fn what_follows_each_other_and_is_withheld_is_told_once() {
    let items = vec![
        item("Et punkt", Some("ikke for deg")),
        item("Et punkt", Some("ikke for deg")),
        item("Åpning", None),
        item("Et punkt", Some("ikke for deg")),
        item("Et punkt", Some("unntatt")),
        item("Et punkt", Some("unntatt")),
        item("Et punkt", Some("unntatt")),
    ];
    let opens = items[6].item;
    let told = Told {
        language: Language::NB,
        meeting: String::new(),
        board: String::new(),
        opening: String::new(),
        facts: Vec::new(),
        groups: Vec::new(),
        items,
    };
    let later = HashMap::from([(opens, at("2027-01-01T08:00:00Z"))]);
    let told = together(told, &later);
    let titles: Vec<&str> = told.items.iter().map(|item| item.title.as_str()).collect();
    let [two, opening, one, both, alone] = titles[..] else {
        panic!("{titles:?}");
    };
    assert!(two.starts_with('2') && both.starts_with('2'), "{titles:?}");
    assert_eq!([opening, one, alone], ["Åpning", "Et punkt", "Et punkt"]);
}
