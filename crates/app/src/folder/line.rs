//! A note of a fuzzy folder in one line of a list.

use chrono::NaiveDate;
use domain::folder::{NoteKind, Polarity};
use domain::{GoalId, MeetingId, NoteId, PersonId};
use serde::Serialize;

use crate::stamp::Day;

/// A note, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NoteLine {
    /// Which note.
    pub id: NoteId,
    /// Whose folder it is in.
    pub person: PersonId,
    /// Whose folder it is in, by name.
    pub person_name: String,
    /// Praise or to improve.
    pub polarity: Polarity,
    /// What it is about.
    pub kind: NoteKind,
    /// What happened, Markdown.
    pub text: String,
    /// The day it happened.
    pub on: Day,
    /// The day it was talked about.
    pub raised_on: Option<Day>,
    /// Whether it was set aside.
    pub dismissed: bool,
    /// How many files are kept with it.
    pub files: u32,
    /// Days since it happened.
    pub age_days: i64,
    /// One moment that shows it, Markdown.
    pub example: String,
    /// What came of it, Markdown.
    pub consequence: String,
    /// A figure and its unit, such as `104 s`.
    pub metric: String,
    /// Words that gather notes.
    pub tags: Vec<String>,
    /// The goals it is about.
    pub goals: Vec<GoalId>,
    /// The 1:1s in which it was talked about.
    pub raised_in: Vec<MeetingId>,
    /// Why it was set aside.
    pub dismissed_because: String,
    /// How many sources say where it came from.
    pub sources: u32,
    /// It is about how somebody works with others, and no example or figure shows it yet.
    pub lacks_example: bool,
}

impl NoteLine {
    /// The line of a stored note, on `today`.
    pub fn of(line: store::noun::note::NoteLine, today: NaiveDate) -> Self {
        let note = line.note;
        Self {
            age_days: note.age_days(today),
            lacks_example: note.lacks_example(),
            example: note.example,
            consequence: note.consequence,
            metric: note.metric.map(|metric| metric.to_string()).unwrap_or_default(),
            tags: note.tags,
            goals: note.goals,
            raised_in: note.raised_in,
            dismissed_because: note.dismissed_because,
            sources: line.sources,
            id: note.id,
            person: note.person,
            person_name: line.person_name,
            polarity: note.polarity,
            kind: note.kind,
            text: note.text,
            on: Day(note.on),
            raised_on: note.raised_on.map(Day),
            dismissed: note.dismissed,
            files: line.files,
        }
    }
}
