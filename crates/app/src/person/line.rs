//! A person in one line of a list.

use chrono::NaiveDate;
use domain::PersonId;
use domain::person::{Relation, hue_of, initials_of};
use serde::Serialize;

use crate::stamp::{Day, WallTime};

/// A person, as a list shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PersonLine {
    /// Which person.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// The letters of their picture.
    pub initials: String,
    /// The colour of their picture, 0 to 5.
    pub hue: u8,
    /// What they are to the owner.
    pub relation: Relation,
    /// Role.
    pub role: String,
    /// Team.
    pub team: String,
    /// Whether they have left.
    pub left: bool,
    /// The last day the two met.
    pub last_met: Option<Day>,
    /// The next planned 1:1.
    pub next: Option<WallTime>,
    /// Notes that wait to be talked about.
    pub unraised: u32,
}

impl PersonLine {
    /// The line of a stored person, on `today`.
    pub fn of(line: store::noun::person::PersonLine, today: NaiveDate) -> Self {
        Self {
            initials: initials_of(&line.name),
            hue: hue_of(&line.name),
            left: line.left_on.is_some_and(|left| left < today),
            last_met: line.last_met.map(Day),
            next: line.next.map(WallTime),
            id: line.id,
            name: line.name,
            relation: line.relation,
            role: line.role,
            team: line.team,
            unraised: line.unraised,
        }
    }
}
