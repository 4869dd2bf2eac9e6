//! The versions of one record, with every field before and after.

use chrono::{DateTime, Utc};
use domain::RecordId;

use super::is_undone;
use crate::{
    fault::Result,
    log::{self, Logged, Past, What},
    noun::{Column, Noun, Reading, Value, collect, dump, instant_of, misplaced},
};

/// One field that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name.
    pub field: &'static str,
    /// What it was, as a person reads it; none when there was nothing.
    pub before: Option<String>,
    /// What it became.
    pub after: Option<String>,
}

/// What one deed did to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The deed's number.
    pub deed: u64,
    /// The deed's name.
    pub name: String,
    /// When it was done.
    pub at: DateTime<Utc>,
    /// Which kind of record.
    pub noun: Noun,
    /// What became of it.
    pub what: What,
    /// The fields that changed, in the table's order.
    pub fields: Vec<FieldChange>,
    /// Whether the deed was undone since.
    pub undone: bool,
    /// The deed that this one undid.
    pub undoes: Option<u64>,
}

/// Every version of a record, newest first. A record that was removed still has its history.
///
/// # Errors
/// What reading can fail with; [`StoreFault::Damaged`](crate::StoreFault::Damaged) when the log contradicts itself.
pub fn of(read: &Reading, record: RecordId) -> Result<Vec<Version>> {
    let changes = log::changes_of(read, record)?;
    let mut past: Option<Past> = None;
    let mut versions = Vec::new();
    for deed in changes.chunk_by(|one, next| one.seq == next.seq && one.noun == next.noun) {
        let before = match past.take() {
            Some(past) if past.table.noun == deed[0].noun => past,
            _ => Past::before_all(deed[0].noun.table(), record),
        };
        let mut after = before.clone();
        for change in deed {
            after.advance(&change.as_change())?;
        }
        versions.push(version(read, deed, &before, &after)?);
        past = Some(after);
    }
    versions.reverse();
    Ok(versions)
}

fn version(read: &Reading, deed: &[Logged], before: &Past, after: &Past) -> Result<Version> {
    let first = &deed[0];
    let header = collect(read, "SELECT name, at, undoes FROM deed WHERE seq = ?", [first.seq], |row| {
        Ok((row.get(0)?, instant_of(row.get(1)?).ok_or_else(misplaced)?, row.get(2)?))
    })?;
    let (name, at, undoes) = header.into_iter().next().ok_or_else(misplaced)?;
    Ok(Version {
        deed: first.seq,
        name,
        at,
        noun: first.noun,
        what: What::of(first.kind, first.parent.is_some()),
        fields: fields(before, after),
        undone: is_undone(read, first.seq)?,
        undoes,
    })
}

fn fields(before: &Past, after: &Past) -> Vec<FieldChange> {
    let read = |past: &Past, place: usize, column: &Column| {
        let value = past.row.as_ref().and_then(|row| row.get(place)).unwrap_or(&Value::Null);
        dump::text_of(column, value).filter(|text| !text.is_empty())
    };
    let columns = before.table.columns.iter().enumerate();
    columns
        .map(|(place, column)| FieldChange {
            field: column.name,
            before: read(before, place, column),
            after: read(after, place, column),
        })
        .filter(|field| field.before != field.after)
        .collect()
}

/// What a field of a record read at a moment; none when the record was not there then.
///
/// # Errors
/// As [`of`].
pub fn text_at(read: &Reading, record: RecordId, field: &str, at: DateTime<Utc>) -> Result<Option<String>> {
    let mut past: Option<Past> = None;
    for deed in
        log::changes_of(read, record)?.chunk_by(|one, next| one.seq == next.seq && one.noun == next.noun)
    {
        let first = &deed[0];
        let done: Option<i64> = crate::noun::one(read, "SELECT at FROM deed WHERE seq = ?", [first.seq])?;
        if done.and_then(instant_of).is_none_or(|done| done > at) {
            break;
        }
        let mut after = match past.take() {
            Some(past) if past.table.noun == first.noun => past,
            _ => Past::before_all(first.noun.table(), record),
        };
        for change in deed {
            after.advance(&change.as_change())?;
        }
        past = Some(after);
    }
    let Some(past) = past.filter(|past| past.row.is_some()) else { return Ok(None) };
    Ok(past.field(field)?.as_text().map(str::to_owned))
}
