//! What happened in one week with one person: a square of the ribbons.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::week::monday_of;
use serde::Serialize;

use crate::stamp::Day;

/// One week with one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Week {
    /// Its Monday.
    pub monday: Day,
    /// Whether the two met.
    pub met: bool,
    /// Whether a 1:1 was moved away.
    pub moved: bool,
    /// Notes of praise.
    pub praise: u32,
    /// Constructive notes.
    pub constructive: u32,
    /// Whether it is this week.
    pub now: bool,
    /// Whether it is still to come.
    pub future: bool,
}

/// The weeks of `mondays`, filled with what happened in them; weeks without anything are there and empty.
pub fn fill_weeks(
    mondays: &[NaiveDate],
    happened: &[store::noun::person::Week],
    today: NaiveDate,
) -> Vec<Week> {
    let by_monday: HashMap<_, _> = happened.iter().map(|week| (week.monday, week)).collect();
    let this = monday_of(today);
    mondays
        .iter()
        .map(|&monday| {
            let week = by_monday.get(&monday);
            Week {
                monday: Day(monday),
                met: week.is_some_and(|week| week.met > 0),
                moved: week.is_some_and(|week| week.moved > 0),
                praise: week.map_or(0, |week| week.praise),
                constructive: week.map_or(0, |week| week.constructive),
                now: monday == this,
                future: monday > this,
            }
        })
        .collect()
}
