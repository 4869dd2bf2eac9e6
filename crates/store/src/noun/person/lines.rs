//! People as a list shows them, and one person's facts.

use chrono::{NaiveDate, NaiveDateTime};
use domain::{PersonId, RecordId, person::Relation};

use super::super::{Reading, Word, collect, day_number, day_of, misplaced, wall_number, wall_of};
use crate::fault::Result;

/// A person in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonLine {
    /// Which person.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// What they are to the owner.
    pub relation: Relation,
    /// Their role.
    pub role: String,
    /// Their team.
    pub team: String,
    /// Their last day, once known.
    pub left_on: Option<NaiveDate>,
    /// The day of the newest 1:1 that took place.
    pub last_met: Option<NaiveDate>,
    /// The start of the next planned 1:1.
    pub next: Option<NaiveDateTime>,
    /// Notes that wait to be talked about.
    pub unraised: u32,
}

/// Each fact is one step into an index, so that a line costs the same in the tenth year as in the first.
pub(super) const LINE: &str = "
SELECT id, name, relation, role, team, left_on,
  (SELECT starts FROM one_on_one WHERE person = p.id AND state IN ('held', 'notes_sent', 'closed') ORDER BY starts DESC LIMIT 1),
  (SELECT starts FROM one_on_one WHERE person = p.id AND starts >= ?1 AND state IN ('planned', 'prepped') ORDER BY starts LIMIT 1),
  (SELECT count(*) FROM note WHERE person = p.id AND raised_on IS NULL AND dismissed = 0)
FROM person p ";

fn read_line(row: &rusqlite::Row<'_>) -> Result<PersonLine> {
    let wall = |number: Option<i64>| number.and_then(wall_of);
    Ok(PersonLine {
        id: RecordId::from_bytes(row.get(0)?).into(),
        name: row.get(1)?,
        relation: Relation::from_word(&row.get::<_, String>(2)?).ok_or_else(misplaced)?,
        role: row.get(3)?,
        team: row.get(4)?,
        left_on: row.get::<_, Option<i64>>(5)?.and_then(day_of),
        last_met: wall(row.get(6)?).map(|starts| starts.date()),
        next: wall(row.get(7)?),
        unraised: row.get(8)?,
    })
}

/// People with their facts: the owner's own line first, then by relation and name. `now` decides what is still to
/// come; `left_by` leaves out whoever left before that day.
///
/// # Errors
/// What reading can fail with.
pub fn lines(read: &Reading, now: NaiveDateTime, left_by: Option<NaiveDate>) -> Result<Vec<PersonLine>> {
    let sql = format!("{LINE} WHERE {PRESENT}");
    let mut lines = collect(read, &sql, (wall_number(now), left_by.map(day_number)), read_line)?;
    let order = |relation| Relation::ALL.iter().position(|one| *one == relation);
    lines.sort_by(|one, other| {
        (order(one.relation), &one.name, one.id).cmp(&(order(other.relation), &other.name, other.id))
    });
    Ok(lines)
}

/// Those who are one thing to the owner, such as the direct reports, with their facts, by name. A director knows hundreds
/// of people and has a dozen reports.
///
/// # Errors
/// What reading can fail with.
pub fn lines_of(
    read: &Reading,
    relation: Relation,
    now: NaiveDateTime,
    left_by: Option<NaiveDate>,
) -> Result<Vec<PersonLine>> {
    let sql = format!("{LINE} WHERE ({PRESENT}) AND relation = ?3 ORDER BY name, id");
    collect(read, &sql, (wall_number(now), left_by.map(day_number), relation.to_word()), read_line)
}

/// How many people are there, the owner and whoever left before `left_by` not counted.
///
/// # Errors
/// What reading can fail with.
pub fn count(read: &Reading, left_by: Option<NaiveDate>) -> Result<u32> {
    let sql = format!("SELECT count(*) FROM person WHERE ({PRESENT}) AND relation <> ?1");
    Ok(super::one(read, &sql, (Relation::Me.to_word(), left_by.map(day_number)))?.unwrap_or_default())
}

/// Who has not left before the day `?2`.
const PRESENT: &str = "?2 IS NULL OR left_on IS NULL OR left_on >= ?2";

/// One person with their facts.
///
/// # Errors
/// What reading can fail with.
pub fn line(read: &Reading, id: PersonId, now: NaiveDateTime) -> Result<Option<PersonLine>> {
    let sql = format!("{LINE} WHERE id = ?2");
    Ok(collect(read, &sql, (wall_number(now), id.record().as_bytes()), read_line)?.pop())
}

/// What is known about the time with one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// 1:1s that took place.
    pub met: u32,
    /// 1:1s that were moved.
    pub moved: u32,
    /// Notes of praise.
    pub praise: u32,
    /// Notes about something to improve.
    pub constructive: u32,
    /// Notes that wait to be talked about.
    pub unraised: u32,
    /// People who report to them.
    pub reports: u32,
    /// The day of the first 1:1 that took place.
    pub first_met: Option<NaiveDate>,
    /// The day of the newest one.
    pub last_met: Option<NaiveDate>,
    /// The start of the next planned one.
    pub next: Option<NaiveDateTime>,
}

pub(super) const FACTS: &str = "
SELECT
  (SELECT count(*) FROM one_on_one WHERE person = ?1 AND state IN ('held', 'notes_sent', 'closed')),
  (SELECT count(*) FROM one_on_one WHERE person = ?1 AND state = 'moved'),
  (SELECT count(*) FROM note WHERE person = ?1 AND polarity = 'praise'),
  (SELECT count(*) FROM note WHERE person = ?1 AND polarity = 'constructive'),
  (SELECT count(*) FROM note WHERE person = ?1 AND raised_on IS NULL AND dismissed = 0),
  (SELECT count(*) FROM person WHERE manager = ?1),
  (SELECT starts FROM one_on_one WHERE person = ?1 AND state IN ('held', 'notes_sent', 'closed') ORDER BY starts LIMIT 1),
  (SELECT starts FROM one_on_one WHERE person = ?1 AND state IN ('held', 'notes_sent', 'closed') ORDER BY starts DESC LIMIT 1),
  (SELECT starts FROM one_on_one WHERE person = ?1 AND starts >= ?2 AND state IN ('planned', 'prepped') ORDER BY starts LIMIT 1)";

/// The facts about one person; all zero for somebody nothing is known about.
///
/// # Errors
/// What reading can fail with.
pub fn facts(read: &Reading, id: PersonId, now: NaiveDateTime) -> Result<Facts> {
    let facts = collect(read, FACTS, (id.record().as_bytes(), wall_number(now)), |row| {
        let wall = |number: Option<i64>| number.and_then(wall_of);
        Ok(Facts {
            met: row.get(0)?,
            moved: row.get(1)?,
            praise: row.get(2)?,
            constructive: row.get(3)?,
            unraised: row.get(4)?,
            reports: row.get(5)?,
            first_met: wall(row.get(6)?).map(|starts| starts.date()),
            last_met: wall(row.get(7)?).map(|starts| starts.date()),
            next: wall(row.get(8)?),
        })
    })?;
    Ok(facts.into_iter().next().unwrap_or_default())
}
