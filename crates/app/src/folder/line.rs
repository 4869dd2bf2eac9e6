//! A note of a fuzzy folder in one line of a list.

use chrono::NaiveDate;
use domain::folder::{NoteKind, Polarity};
use domain::{NoteId, PersonId};
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
}

impl NoteLine {
    /// The line of a stored note, on `today`.
    pub fn of(line: store::noun::note::NoteLine, today: NaiveDate) -> Self {
        let note = line.note;
        Self {
            age_days: note.age_days(today),
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
