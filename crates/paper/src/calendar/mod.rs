//! Calendar files (iCalendar, RFC 5545): 1:1s out, and series, single meetings and days off back in.
//!
//! Out goes when and how long, and a name only where it was asked for. In comes what a 1:1 or a day off can be made of;
//! everything else is named with the reason, and no line of a file, however broken, stops the lines after it.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

mod event;
mod lines;
mod matching;
mod read;
mod rule;
mod stamp;
mod windows;
mod write;
mod yearly;
mod zone;

pub use matching::{Known, Match, match_person};
pub use read::read_calendar;
pub use write::make_calendar;

/// What a calendar file is made of.
#[derive(Clone, Debug)]
pub struct CalendarSheet {
    /// The moment it is made.
    pub made_at: DateTime<Utc>,
    /// The owner's own zone, for events without one.
    pub here: domain::workday::Zone,
    /// What stands in it.
    pub events: Vec<EventSheet>,
}

/// A 1:1 or a series of them, as it goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventSheet {
    /// What every calendar knows it by.
    pub uid: String,
    /// Its title.
    pub summary: String,
    /// When it starts, on the clock of `zone`.
    pub starts: NaiveDateTime,
    /// The IANA zone of that clock; empty where the owner is.
    pub zone: String,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// How often it was moved.
    pub sequence: u32,
    /// Whether it was cancelled.
    pub is_cancelled: bool,
    /// Days from one to the next, for a series.
    pub every_days: Option<u32>,
    /// The last day of a series that has one.
    pub ends_on: Option<NaiveDate>,
    /// Slots of the series that do not take place.
    pub cancelled: Vec<NaiveDateTime>,
    /// Slots of the series that take place at another time or take longer.
    pub moved: Vec<Moved>,
}

/// A slot of a series that takes place at another time, or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Which slot, on the clock of the series.
    pub slot: NaiveDateTime,
    /// When it starts instead, on the same clock.
    pub starts: NaiveDateTime,
    /// How long it takes, in minutes.
    pub minutes: u32,
}

/// What was read of a calendar file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Events that a 1:1 or a day off can be made of, in the order of the file.
    pub events: Vec<Event>,
    /// Events that nothing can be made of.
    pub unused: Vec<Unused>,
    /// How many more there are of those, beyond the first few hundred.
    pub more_unused: u64,
}

/// An event of a calendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What its calendar knows it by.
    pub uid: String,
    /// Its title.
    pub summary: String,
    /// When it is.
    pub when: When,
    /// How often it repeats.
    pub series: Option<Series>,
    /// Who is invited, whoever invites included, each address once.
    pub guests: Vec<Guest>,
    /// What was taken differently from what the file says.
    pub notes: Vec<Said>,
}

/// When an event is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// On whole days.
    Days {
        /// The first one.
        from: NaiveDate,
        /// How many.
        count: u32,
    },
    /// At a time.
    At {
        /// When it starts, on the clock of `zone`.
        starts: NaiveDateTime,
        /// The IANA zone of that clock; empty where the owner is.
        zone: String,
        /// How long it takes, in minutes.
        minutes: u32,
    },
}

/// How an event repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Days from one to the next.
    pub every_days: u32,
    /// Its last day, where it has one.
    pub ends_on: Option<NaiveDate>,
    /// Slots that do not take place.
    pub cancelled: Vec<NaiveDateTime>,
    /// Slots that take place at another time.
    pub moved: Vec<Moved>,
}

/// Somebody who is invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// Their e-mail address in lower case; empty where the file has none.
    pub mail: String,
    /// Their name; empty where the file has none.
    pub name: String,
}

/// Something to be said of an event: the rule, and a sentence that repeats nothing of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The rule, such as `calendar.zone`; stable.
    pub rule: &'static str,
    /// What it says.
    pub sentence: &'static str,
}

/// An event that nothing can be made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unused {
    /// The line of the file where it begins, from 1.
    pub line: u64,
    /// Its title.
    pub summary: String,
    /// Its first day, where that can be read.
    pub on: Option<NaiveDate>,
    /// Why.
    pub said: Said,
}

#[cfg(test)]
mod tests;
