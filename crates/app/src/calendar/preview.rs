//! Looking at a calendar file before anything changes.

use std::path::PathBuf;

use domain::{PersonId, Refusal};
use paper::calendar::{Event, Said, When, read_calendar};
use serde::{Deserialize, Serialize};

use super::plan::{Import, Planned, Planner, notes};
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::stamp::{Day, WallTime};
use crate::{Fault, files};

/// The largest calendar that is read, in bytes.
const LARGEST: u64 = 32 * 1024 * 1024;

/// Reads a calendar file and says what could come of it.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Preview {
    /// The file.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
}

/// What could come of a calendar file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CalendarPreview {
    /// Which import, to apply it.
    pub import: String,
    /// The file's name.
    pub file_name: String,
    /// The events that something can be made of, to choose from.
    pub events: Vec<EventLine>,
    /// What nothing can be made of, and why.
    pub unused: Vec<UnusedEvent>,
    /// How many more there are of those.
    pub more_unused: u64,
}

/// What an event becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// A series of 1:1s.
    Series,
    /// A single 1:1.
    Meeting,
    /// Days off of the workplace.
    DayOff,
}

/// What an event would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NewsKind {
    /// It is not in the vault yet.
    New,
    /// It is there and is different now.
    Changed,
    /// It is there as it is.
    Unchanged,
}

/// An event that something can be made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EventLine {
    /// Which event, to choose it.
    pub event: u32,
    /// What it becomes.
    pub kind: EventKind,
    /// What it would change.
    pub news: NewsKind,
    /// Its title in the calendar.
    pub summary: String,
    /// When it starts, on the clock of `zone`; midnight for days off.
    pub starts: WallTime,
    /// The zone of that clock; empty where the owner is.
    pub zone: String,
    /// How long it takes, in minutes; 0 for days off.
    pub minutes: u32,
    /// Days from one to the next, for a series.
    pub every_days: Option<u32>,
    /// The last day of a series that has one, or of several days off.
    pub ends_on: Option<Day>,
    /// With whom; nobody for days off.
    pub person: Option<PersonId>,
    /// With whom, by name.
    pub person_name: String,
    /// What is to be said of it.
    pub said: Vec<SaidLine>,
}

/// Something to be said of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SaidLine {
    /// The rule, such as `calendar.missing_hour`; stable.
    pub rule: String,
    /// What it says.
    pub sentence: String,
}

impl From<Said> for SaidLine {
    fn from(said: Said) -> Self {
        Self { rule: said.rule.to_owned(), sentence: said.sentence.to_owned() }
    }
}

/// An event that nothing can be made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct UnusedEvent {
    /// Which event, where all it lacks is a person: it can be chosen with one.
    pub event: Option<u32>,
    /// Its title in the calendar.
    pub summary: String,
    /// Its first day, where that can be read.
    pub on: Option<Day>,
    /// Why.
    pub said: SaidLine,
}

/// What can be mended by choosing a person.
const LACKS_A_PERSON: [&str; 2] = ["calendar.nobody", "calendar.no_address"];

impl OpenCall for Preview {
    type Reply = CalendarPreview;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let bytes = files::read("The calendar", &self.file, LARGEST)?.ok_or_else(|| {
            Refusal::new("calendar.too_large", "The calendar is larger than 32 MB.")
                .next("Export a shorter time from your calendar.")
        })?;
        let calendar = read_calendar(&bytes, desk.house().clock().zone(), desk.today())?;
        let import = Import { file_name: files::name_of(&self.file), calendar };
        let preview = preview(&import, desk)?;
        let name = desk.drawer().put_calendar(import);
        Ok(CalendarPreview { import: name, ..preview })
    }
}

fn preview(import: &Import, desk: &OpenDesk) -> Result<CalendarPreview, Fault> {
    let _moment = store::noun::one_moment(desk.read())?;
    let mut planner = Planner::read(desk)?;
    let names = store::noun::person::names(desk.read())?;
    let unused = import.calendar.unused.iter().map(|unused| UnusedEvent {
        event: None,
        summary: unused.summary.clone(),
        on: unused.on.map(Day),
        said: unused.said.into(),
    });
    let mut unused: Vec<UnusedEvent> = unused.collect();
    let mut events = Vec::new();
    for (event, number) in import.calendar.events.iter().zip(0_u32..) {
        let planned = planner
            .person_of(event, None)
            .and_then(|person| planner.plan(event, person, "").map(|planned| (person, planned)));
        match planned {
            Ok((person, planned)) => {
                let person_name = person.and_then(|person| names.get(&person).cloned()).unwrap_or_default();
                events.push(line(number, event, &planned, person, person_name));
            }
            Err(said) => unused.push(UnusedEvent {
                event: LACKS_A_PERSON.contains(&said.rule).then_some(number),
                summary: event.summary.clone(),
                on: Some(Day(first_day(event))),
                said: said.into(),
            }),
        }
    }
    Ok(CalendarPreview {
        import: String::new(),
        file_name: import.file_name.clone(),
        events,
        unused,
        more_unused: import.calendar.more_unused,
    })
}

fn first_day(event: &Event) -> chrono::NaiveDate {
    match &event.when {
        When::Days { from, .. } => *from,
        When::At { starts, .. } => starts.date(),
    }
}

fn line(
    number: u32,
    event: &Event,
    planned: &Planned,
    person: Option<PersonId>,
    person_name: String,
) -> EventLine {
    let news = |is_there: bool, is_same: bool| match (is_there, is_same) {
        (false, _) => NewsKind::New,
        (true, false) => NewsKind::Changed,
        (true, true) => NewsKind::Unchanged,
    };
    let (kind, news, starts, zone, minutes, every_days, ends_on) = match planned {
        Planned::Series { pair, before, .. } => (
            EventKind::Series,
            news(before.is_some(), before.as_ref() == Some(pair)),
            pair.begins,
            pair.zone.clone(),
            pair.minutes,
            Some(pair.every_days),
            pair.ends_on,
        ),
        Planned::Meeting { meeting, before } => (
            EventKind::Meeting,
            news(before.is_some(), before.as_ref() == Some(meeting)),
            meeting.starts,
            meeting.zone.clone(),
            meeting.minutes,
            None,
            None,
        ),
        Planned::DaysOff { days, .. } => {
            let first = first_day(event);
            let last = days.last().map(|day| day.on).filter(|last| *last != first);
            let starts = first.and_time(chrono::NaiveTime::MIN);
            (EventKind::DayOff, news(days.is_empty(), true), starts, String::new(), 0, None, last)
        }
    };
    EventLine {
        event: number,
        kind,
        news,
        summary: event.summary.clone(),
        starts: WallTime(starts),
        zone,
        minutes,
        every_days,
        ends_on: ends_on.map(Day),
        person,
        person_name,
        said: event.notes.iter().copied().chain(notes(planned)).map(SaidLine::from).collect(),
    }
}
