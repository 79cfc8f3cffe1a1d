use super::*;
use crate::annual_plan::{Approval, Plan};
use crate::calendar::testing::day;
use crate::cases::testing::a_case;
use crate::db::ids::{AnnualPlanId, CaseId};
use crate::db::types::{Moment, Words};
use crate::meetings::testing::at;
use crate::meetings::{ORDINARY, Session};
use crate::web::access::Assessment;
use std::collections::BTreeMap;

pub(super) const TODAY: &str = "2027-06-15";

pub(super) fn meeting(board: BoardId, on: &str) -> Meeting {
    Meeting {
        id: MeetingId::new(),
        board,
        kind: ORDINARY.to_owned(),
        title: Words::default(),
        place: String::new(),
        video_link: String::new(),
        archive_reference: String::new(),
        state: MeetingState::Planned,
        sessions: vec![Session {
            day: day(on),
            starts: None,
            ends: None,
        }],
        done: BTreeMap::new(),
        version: 1,
    }
}

pub(super) fn facts(title: &str) -> Facts {
    Facts {
        title: Words::new([("nb", title)]),
        kind: "recommendation".to_owned(),
        subject: "plans".to_owned(),
    }
}

pub(super) fn item(of: &Year, meeting: Option<MeetingId>) -> PlanItem {
    PlanItem {
        id: PlanItemId::new(),
        board: of
            .meetings
            .first()
            .map_or_else(BoardId::new, |one| one.board),
        year: of.year,
        facts: facts("Budsjettrammer"),
        template: None,
        case: None,
        meeting,
        carried_from: None,
        is_carried: false,
        dropped: String::new(),
        changed_at: at("2027-01-10T08:00:00Z"),
        version: 1,
    }
}

/// A year of four ordinary meetings, with nothing planned.
pub(super) fn a_year() -> Year {
    let board = BoardId::new();
    Year {
        year: 2027,
        plan: None,
        items: Vec::new(),
        cases: HashMap::new(),
        meetings: ["2027-03-10", "2027-06-02", "2027-09-15", "2027-12-01"]
            .map(|on| meeting(board, on))
            .into(),
    }
}

pub(super) fn template(counting: Counting, numbers: &[u32]) -> Template {
    Template {
        id: PlanTemplateId::new(),
        board: BoardId::new(),
        facts: facts("Tertialrapport"),
        when: When {
            counting,
            numbers: numbers.iter().copied().collect(),
        },
        version: 1,
    }
}

fn with_case(of: &mut Year, state: CaseState, meeting: Option<MeetingId>) -> CaseId {
    let mut case = a_case(of.meetings[0].board);
    case.state = state;
    case.meeting = meeting;
    let id = case.id;
    of.cases.insert(id, case);
    id
}

#[test]
fn what_has_become_of_an_item_follows_from_its_meeting_its_case_and_the_day() {
    let mut year = a_year();
    let ids: Vec<MeetingId> = year.meetings.iter().map(|one| one.id).collect();
    let today = day(TODAY);
    let on = |year: &Year, item: &PlanItem| (year.state(item, today), year.section(item, today));
    let free = item(&year, None);
    assert_eq!(
        on(&year, &free),
        (State::NotScheduled, Section::NotScheduled)
    );
    let past = item(&year, Some(ids[1]));
    assert_eq!(on(&year, &past), (State::Slipped, Section::At(ids[1])));
    let coming = item(&year, Some(ids[2]));
    assert_eq!(on(&year, &coming), (State::Planned, Section::At(ids[2])));
    // It has not slipped on the day itself.
    assert_eq!(year.state(&past, day("2027-06-02")), State::Planned);
    // Where its case stands is where it stands.
    let mut moved = item(&year, Some(ids[2]));
    moved.case = Some(with_case(&mut year, CaseState::Scheduled, Some(ids[3])));
    assert_eq!(on(&year, &moved), (State::OnAgenda, Section::At(ids[3])));
    // The minutes of its meeting have not said what became of it; when they put it off, it has slipped.
    moved.case = Some(with_case(&mut year, CaseState::Scheduled, Some(ids[1])));
    assert_eq!(on(&year, &moved), (State::OnAgenda, Section::At(ids[1])));
    moved.meeting = Some(ids[1]);
    moved.case = Some(with_case(&mut year, CaseState::Postponed, None));
    assert_eq!(on(&year, &moved), (State::Slipped, Section::At(ids[1])));
    moved.meeting = Some(ids[2]);
    moved.case = Some(with_case(&mut year, CaseState::Closed, Some(ids[0])));
    assert_eq!(on(&year, &moved), (State::Treated, Section::At(ids[0])));
    moved.case = Some(with_case(&mut year, CaseState::Accepted, None));
    assert_eq!(on(&year, &moved), (State::Planned, Section::At(ids[2])));
    // In another year.
    moved.case = Some(with_case(
        &mut year,
        CaseState::Treated,
        Some(MeetingId::new()),
    ));
    assert_eq!(on(&year, &moved), (State::Treated, Section::Out));
    let mut gone = item(&year, Some(ids[2]));
    gone.is_carried = true;
    assert_eq!(on(&year, &gone), (State::Carried, Section::Out));
    gone.dropped = "Uaktuell.".to_owned();
    assert_eq!(on(&year, &gone), (State::Dropped, Section::Out));
}

#[test]
fn a_cancelled_meeting_lets_go_of_what_was_planned_for_it() {
    let mut year = a_year();
    let planned = item(&year, Some(year.meetings[2].id));
    year.meetings[2].state = MeetingState::Cancelled;
    let today = day(TODAY);
    assert_eq!(year.state(&planned, today), State::NotScheduled);
    assert_eq!(year.section(&planned, today), Section::NotScheduled);
    let board = year.meetings[2].board;
    let may = |at: usize, of: (BoardId, i32)| may_plan(&year.meetings[at], of, today);
    assert_eq!(may(2, (board, 2027)), Err(Refusal::Cancelled));
    assert_eq!(may(3, (BoardId::new(), 2027)), Err(Refusal::Elsewhere));
    assert_eq!(may(3, (board, 2026)), Err(Refusal::Elsewhere));
    assert_eq!(may(3, (board, 2027)), Ok(()));
}

#[test]
fn nothing_is_planned_for_a_meeting_that_is_over() {
    let mut year = a_year();
    let of = (year.meetings[0].board, 2027);
    let on = |year: &Year, today: &str| may_plan(&year.meetings[1], of, day(today));
    assert_eq!(on(&year, "2027-06-02"), Ok(()));
    assert_eq!(on(&year, "2027-06-03"), Err(Refusal::Over));
    year.meetings[1].state = MeetingState::Held;
    assert_eq!(on(&year, "2027-06-02"), Err(Refusal::Over));
    let open: Vec<MeetingId> = year.open(day("2027-06-02")).map(|one| one.id).collect();
    assert_eq!(open, [year.meetings[2].id, year.meetings[3].id]);
}

#[test]
fn what_comes_after_the_last_moment_to_propose_is_late_and_what_was_declined_stays() {
    let mut year = a_year();
    let at_meeting = year.meetings[2].id;
    let coming = Coming {
        meeting: year.meetings[2].clone(),
        registration: Some(at("2027-08-01T10:00:00Z")),
    };
    let own = item(&year, Some(at_meeting));
    let mut proposed = own.clone();
    proposed.case = Some(with_case(&mut year, CaseState::Accepted, None));
    let case = year.cases.values_mut().next().unwrap();
    case.proposed_at = at("2027-07-01T10:00:00Z");
    let (early, late) = (at("2027-08-01T10:00:00Z"), at("2027-08-01T10:00:01Z"));
    assert!(!is_late(&year, &own, &coming, early));
    assert!(is_late(&year, &own, &coming, late));
    assert!(!is_late(&year, &proposed, &coming, late));
    let mut declined = own.clone();
    declined.case = Some(with_case(&mut year, CaseState::Declined, None));
    year.items = vec![own, proposed, declined];
    assert_eq!(waiting(&year, at_meeting, day(TODAY)).len(), 2);
}

#[test]
fn templates_count_ordinary_meetings_or_months() {
    let mut year = a_year();
    let board = year.meetings[0].board;
    let mut day_out = meeting(board, "2027-05-05");
    day_out.kind = "professional_day".to_owned();
    year.meetings.insert(1, day_out);
    let ids: Vec<MeetingId> = year.meetings.iter().map(|one| one.id).collect();
    assert_eq!(year.meant(Counting::Meeting, 2), Some(ids[2]));
    assert_eq!(year.meant(Counting::Meeting, 5), None);
    assert_eq!(year.meant(Counting::Meeting, 0), None);
    // A month means an ordinary meeting too, and no professional day.
    assert_eq!(year.meant(Counting::Month, 4), Some(ids[2]));
    assert_eq!(year.meant(Counting::Month, 12), Some(ids[4]));
    year.meetings[0].state = MeetingState::Cancelled;
    assert_eq!(year.meant(Counting::Meeting, 1), Some(ids[2]));
    let of = [template(Counting::Meeting, &[1, 4])];
    let made = missing(&of, &year);
    let at: Vec<Option<MeetingId>> = made.iter().map(|made| made.meeting).collect();
    assert_eq!(at, [Some(ids[2]), None]);
}

#[test]
fn numbers_are_read_from_one_to_twelve() {
    let read = |text| read_numbers(Counting::Month, text).map(|when| when.written());
    assert_eq!(read("10, 2;6 2"), Some("2,6,10".to_owned()));
    for wrong in ["", " , ", "0", "13", "-1", "1.5", "1 to 3", "4294967297"] {
        assert_eq!(read(wrong), None, "{wrong}");
    }
}

#[test]
fn what_stands_in_the_next_year_with_the_same_case_is_what_it_goes_on_as() {
    let mut year = a_year();
    let case = with_case(&mut year, CaseState::Accepted, None);
    let mut slipped = item(&year, Some(year.meetings[0].id));
    slipped.case = Some(case);
    let planned = item(&year, Some(year.meetings[3].id));
    year.items = vec![slipped.clone(), planned];
    let mut there = item(&year, None);
    there.case = Some(case);
    let of = |next: &[PlanItem]| -> Vec<(PlanItemId, Option<PlanItemId>)> {
        let all = carrying(&year, next, day(TODAY)).into_iter();
        all.map(|(item, beside)| (item.id, beside)).collect()
    };
    assert_eq!(of(&[]), [(slipped.id, None)]);
    // The year before, all of it is still to come.
    assert!(carrying(&year, &[], day("2026-12-31")).is_empty());
    assert_eq!(of(&[there.clone()]), [(slipped.id, Some(there.id))]);
}

fn approved(at: Moment) -> Plan {
    Plan {
        id: AnnualPlanId::new(),
        board: BoardId::new(),
        year: 2027,
        audience: Audience::Public,
        approval: Some(Approval {
            on: day("2027-01-05"),
            case: None,
            reference: "sak 3/27".to_owned(),
            recorded_at: at,
        }),
        version: 2,
    }
}

#[test]
fn what_is_changed_after_the_approval_is_told_as_such() {
    let mut year = a_year();
    let planned = item(&year, None);
    assert!(!year.is_changed(&planned));
    year.plan = Some(approved(at("2027-01-09T08:00:00Z")));
    assert!(year.is_changed(&planned));
    year.plan = Some(approved(at("2027-01-10T08:00:00Z")));
    assert!(!year.is_changed(&planned));
}

#[test]
fn a_title_is_told_only_to_those_who_may_be_told_it() {
    let mut year = a_year();
    let board = year.meetings[0].board;
    let id = with_case(&mut year, CaseState::Accepted, None);
    let mut planned = item(&year, None);
    planned.case = Some(id);
    let visitor = Clearance::of_nobody(at("2027-06-15T08:00:00Z"));
    let mut member = visitor.clone();
    member.reads.insert(board);
    let called = |year: &Year, item: &PlanItem, reads: &Clearance| match title(year, item, reads) {
        Title::Case(_) => "case",
        Title::Told(_) => "told",
        Title::Plan(_) => "plan",
        Title::Withheld => "withheld",
    };
    // What the plan itself says is shown to whom the plan is shown to.
    assert_eq!(called(&year, &planned, &visitor), "plan");
    assert_eq!(called(&year, &planned, &member), "case");
    let mut closed = member.clone();
    closed.closed.insert(id.cast());
    assert_eq!(called(&year, &planned, &closed), "told");
    // A case without words in the plan has none to tell.
    let mut bare = planned.clone();
    bare.facts.title = Words::default();
    assert_eq!(called(&year, &bare, &visitor), "withheld");
    // An exempt title is not told by the plan's words either.
    let case = year.cases.get_mut(&id).unwrap();
    case.access.assessment = Assessment::Exempt;
    case.access.title_exempt = true;
    assert_eq!(called(&year, &planned, &visitor), "withheld");
    assert_eq!(called(&year, &planned, &closed), "withheld");
    assert_eq!(called(&year, &planned, &member), "case");
}

#[test]
fn what_lacks_a_case_or_someone_who_prepares_it_is_counted() {
    let mut year = a_year();
    let coming = year.meetings[2].id;
    let (mine, nobodys) = (CaseId::new(), CaseId::new());
    let mut items = [0, 1, 2].map(|_| item(&year, Some(coming)));
    items[1].case = Some(mine);
    items[2].case = Some(nobodys);
    year.items = items.into();
    let prepared = HashMap::from([(mine, true), (nobodys, false)]);
    let today = day(TODAY);
    assert_eq!(unprepared(&year, coming, today, &prepared), 2);
    assert_eq!(slipped(&year, coming, today), 0);
    assert_eq!(slipped(&year, coming, day("2027-09-16")), 3);
    assert_eq!(unprepared(&year, coming, day("2027-09-16"), &prepared), 0);
}
