//! The year's meetings as a picture: what each sign says, also for those who do not see it.

use crate::desk::year::{MeetingOfYear, MinutesOut, YearPage, rules};
use crate::i18n::dates;
use crate::meetings::pages::year::months;
use crate::meetings::{MeetingState, words};
use crate::web::View;
use crate::web::pictures::{StripMark, StripState, StripWords, YearStrip};
use chrono::Datelike;
use maud::{Markup, Render};

/// The strip of the page's meetings; the table of meetings has the same facts.
#[must_use]
pub fn strip(view: &View, page: &YearPage) -> Markup {
    let months = months(view);
    let months: [&str; 12] = std::array::from_fn(|month| months[month].as_str());
    let today = dates::day_and_month(view.language, page.today);
    let today_text = view.tv("wheel-today", &[("day", today.into())]);
    let title = view.tv("year-meetings", &[("year", page.year.to_string().into())]);
    let about = view.t("year-strip-about");
    let said = [
        StripState::Out,
        StripState::NotOut,
        StripState::Coming,
        StripState::Cancelled,
    ]
    .map(|state| word(view, state));
    let [out, not_out, coming, cancelled] = &said;
    YearStrip {
        id: "strip",
        year: page.year,
        today: (page.today.year() == page.year).then_some(page.today),
        today_text: &today_text,
        months,
        title: &title,
        description: &about,
        words: StripWords {
            out,
            not_out,
            coming,
            cancelled,
        },
        described_by: Some("meetings"),
        marks: page
            .meetings
            .iter()
            .map(|of| mark(view, page, of))
            .collect(),
    }
    .render()
}

fn mark(view: &View, page: &YearPage, of: &MeetingOfYear) -> StripMark {
    let state = state(of);
    let days = words::days(view.language, &of.meeting);
    let name = words::name(&page.kinds, &of.meeting, view.language);
    let became = words::uncapitalised(&word(view, state));
    let label = if state == StripState::Cancelled {
        format!("{days}: {name}, {became}")
    } else {
        let values = [
            ("days", days.into()),
            ("name", name.into()),
            ("cases", of.cases.into()),
            ("state", became.into()),
        ];
        view.tv("year-strip-meeting", &values)
    };
    StripMark {
        day: of.meeting.first_day(),
        state,
        cases: of.cases,
        label,
    }
}

fn state(of: &MeetingOfYear) -> StripState {
    match of.minutes {
        _ if of.meeting.state == MeetingState::Cancelled => StripState::Cancelled,
        MinutesOut::Out { .. } => StripState::Out,
        _ if rules::is_held(of) => StripState::NotOut,
        _ => StripState::Coming,
    }
}

fn word(view: &View, state: StripState) -> String {
    view.t(match state {
        StripState::Out => "year-strip-out",
        StripState::NotOut => "year-strip-not-out",
        StripState::Coming => "year-strip-coming",
        StripState::Cancelled => "public-cancelled",
    })
}
