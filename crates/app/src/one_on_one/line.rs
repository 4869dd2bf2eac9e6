//! A 1:1 in one line of a list.

use domain::one_on_one::MeetingState;
use domain::{MeetingId, PersonId};
use serde::Serialize;

use crate::stamp::WallTime;

/// A 1:1, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MeetingLine {
    /// Which 1:1.
    pub id: MeetingId,
    /// With whom.
    pub person: PersonId,
    /// With whom, by name.
    pub person_name: String,
    /// When it starts.
    pub starts: WallTime,
    /// Planned length in minutes.
    pub minutes: u32,
    /// How far it has come.
    pub state: MeetingState,
    /// The first thing written in it.
    pub headline: String,
    /// How many words are written in it.
    pub words: u32,
}

impl From<store::noun::meeting::MeetingLine> for MeetingLine {
    fn from(line: store::noun::meeting::MeetingLine) -> Self {
        Self {
            id: line.id,
            person: line.person,
            person_name: line.person_name,
            starts: WallTime(line.starts),
            minutes: line.minutes,
            state: line.state,
            headline: line.headline,
            words: line.words,
        }
    }
}
