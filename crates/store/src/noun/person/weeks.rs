//! What happened in which week: the ribbons of a person's year and of the whole team.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::{PersonId, RecordId, week::monday_of};

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

pub(super) const MEETINGS: &str = "SELECT person, starts / 86400, state FROM one_on_one
WHERE person = ?1 AND starts >= ?2 * 86400 AND starts < (?3 + 1) * 86400 AND state IN ('held', 'closed', 'moved')";
pub(super) const NOTES: &str =
    "SELECT person, \"on\", polarity FROM note WHERE person = ?1 AND \"on\" BETWEEN ?2 AND ?3";
pub(super) const ALL_MEETINGS: &str = "SELECT person, starts / 86400, state FROM one_on_one
WHERE starts >= ?1 * 86400 AND starts < (?2 + 1) * 86400 AND state IN ('held', 'closed', 'moved')";
pub(super) const ALL_NOTES: &str = "SELECT person, \"on\", polarity FROM note WHERE \"on\" BETWEEN ?1 AND ?2";

/// The weeks between two days (both included) in which something happened with a person, oldest first.
///
/// # Errors
/// What reading can fail with.
pub fn weeks(read: &Reading, id: PersonId, from: NaiveDate, to: NaiveDate) -> Result<Vec<Week>> {
    let mut happened = Happened::default();
    let id_bytes = id.record();
    for sql in [MEETINGS, NOTES] {
        happened.add(read, sql, (id_bytes.as_bytes(), day_number(from), day_number(to)))?;
    }
    Ok(happened.0.remove(&id).map(|weeks| weeks.into_values().collect()).unwrap_or_default())
}

/// The same for everybody at once.
///
/// # Errors
/// What reading can fail with.
pub fn weeks_of_everyone(
    read: &Reading,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<HashMap<PersonId, Vec<Week>>> {
    let mut happened = Happened::default();
    for sql in [ALL_MEETINGS, ALL_NOTES] {
        happened.add(read, sql, (day_number(from), day_number(to)))?;
    }
    Ok(happened.0.into_iter().map(|(id, weeks)| (id, weeks.into_values().collect())).collect())
}

#[derive(Default)]
struct Happened(HashMap<PersonId, BTreeMap<NaiveDate, Week>>);

impl Happened {
    /// Counts rows of (person, day, what).
    fn add(&mut self, read: &Reading, sql: &str, params: impl rusqlite::Params) -> Result<()> {
        collect(read, sql, params, |row| {
            let person: PersonId = RecordId::from_bytes(row.get(0)?).into();
            let monday = monday_of(day_of(row.get(1)?).ok_or_else(misplaced)?);
            let week = self.0.entry(person).or_default().entry(monday).or_insert(Week {
                monday,
                met: 0,
                moved: 0,
                praise: 0,
                constructive: 0,
            });
            let what = row.get_ref(2)?.as_str().map_err(|_| misplaced())?;
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
}
