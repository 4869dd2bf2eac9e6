//! Half a year with each direct report, week by week.

use chrono::NaiveDate;
use domain::person::Person;
use domain::week::weeks_until;
use serde::Serialize;

use super::get::sunday_of;
use crate::Fault;
use crate::desk::{OpenDesk, need};
use crate::person::{PersonLine, Week, fill_weeks};

/// Half a year.
const WEEKS: u32 = 26;
/// So long without a 1:1 is worth a word.
const QUIET_AFTER_DAYS: i64 = 28;

/// Half a year with one direct report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RibbonLine {
    /// With whom.
    pub person: PersonLine,
    /// The last 26 weeks, this one last.
    pub weeks: Vec<Week>,
    /// Whether the two have not met for four weeks.
    pub quiet: bool,
}

/// The ribbons of the direct reports.
pub fn ribbon(desk: &OpenDesk, today: NaiveDate, reports: Vec<PersonLine>) -> Result<Vec<RibbonLine>, Fault> {
    let mondays = weeks_until(today, WEEKS);
    let (Some(&first), Some(&last)) = (mondays.first(), mondays.last()) else { return Ok(Vec::new()) };
    let mut ribbon = Vec::new();
    for person in reports {
        let weeks = store::noun::person::weeks(desk.read(), person.id, first, sunday_of(last))?;
        ribbon.push(RibbonLine {
            weeks: fill_weeks(&mondays, &weeks, today),
            quiet: is_quiet(desk, &person, today)?,
            person,
        });
    }
    Ok(ribbon)
}

/// Not met for four weeks; somebody new has four weeks from the first day.
fn is_quiet(desk: &OpenDesk, person: &PersonLine, today: NaiveDate) -> Result<bool, Fault> {
    let is_long_ago = |day: NaiveDate| (today - day).num_days() > QUIET_AFTER_DAYS;
    Ok(match person.last_met {
        Some(met) => is_long_ago(met.0),
        None if person.next.is_some() => false,
        None => need::<Person>(desk.read(), person.id)?.started_on.is_none_or(is_long_ago),
    })
}
