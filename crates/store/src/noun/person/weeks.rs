//! What happened in which week: the ribbon of a person.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{PersonId, week::monday_of};

use super::super::{Reading, collect, day_number, day_of, misplaced};
use crate::fault::Result;

/// A week in which something happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: NaiveDate,
    /// 1:1s that took place.
    pub met: u32,
    /// 1:1s that were moved away from this week.
    pub moved: u32,
    /// Notes of praise about something that happened in it.
    pub praise: u32,
    /// Notes about something to improve.
    pub constructive: u32,
}

pub(super) const MEETINGS: &str = "SELECT starts / 86400, state FROM one_on_one
WHERE person = ?1 AND starts >= ?2 * 86400 AND starts < (?3 + 1) * 86400 AND state IN ('held', 'notes_sent', 'closed', 'moved')";
pub(super) const NOTES: &str =
    "SELECT \"on\", polarity FROM note WHERE person = ?1 AND \"on\" BETWEEN ?2 AND ?3";

/// The weeks between two days (both included) in which something happened with a person, oldest first.
///
/// # Errors
/// What reading can fail with.
pub fn weeks(read: &Reading, id: PersonId, from: NaiveDate, to: NaiveDate) -> Result<Vec<Week>> {
    let mut weeks = BTreeMap::new();
    let id = id.record();
    for sql in [MEETINGS, NOTES] {
        count(read, sql, (id.as_bytes(), day_number(from), day_number(to)), &mut weeks)?;
    }
    Ok(weeks.into_values().collect())
}

/// Counts rows of (day, what).
fn count(
    read: &Reading,
    sql: &str,
    params: impl rusqlite::Params,
    weeks: &mut BTreeMap<NaiveDate, Week>,
) -> Result<()> {
    collect(read, sql, params, |row| {
        let monday = monday_of(day_of(row.get(0)?).ok_or_else(misplaced)?);
        let week =
            weeks.entry(monday).or_insert(Week { monday, met: 0, moved: 0, praise: 0, constructive: 0 });
        let what = row.get_ref(1)?.as_str().map_err(|_| misplaced())?;
        *match what {
            "held" | "closed" => &mut week.met,
            "moved" => &mut week.moved,
            "praise" => &mut week.praise,
            "constructive" => &mut week.constructive,
            _ => return Err(misplaced()),
        } += 1;
        Ok(())
    })?;
    Ok(())
}
