//! Preparations: their row.

use chrono::NaiveDateTime;
use domain::{MeetingId, PersonId, RecordId, one_on_one::Prep};

use super::{Fields, Reading, Record, Row, Table, collect, record_at, table, wall_number};
use crate::fault::Result;

impl Record for Prep {
    const TABLE: &'static Table = &table!(Prep, "prep", [
        "meeting" Id, "history_at" Instant, "document_at" Instant, "folder_at" Instant, "seconds" Int,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.meeting.record().into(),
            self.history_at.into(),
            self.document_at.into(),
            self.folder_at.into(),
            self.seconds.into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            meeting: fields.id()?,
            history_at: fields.maybe_instant()?,
            document_at: fields.maybe_instant()?,
            folder_at: fields.maybe_instant()?,
            seconds: fields.int()?,
        })
    }
}

/// What was done to prepare a meeting, once anything was.
///
/// # Errors
/// What reading can fail with.
pub fn of(read: &Reading, meeting: MeetingId) -> Result<Option<Prep>> {
    let sql =
        "SELECT id, meeting, history_at, document_at, folder_at, seconds FROM prep WHERE meeting = ? LIMIT 1";
    Ok(collect(read, sql, [meeting.record().as_bytes()], |row| record_at(row, 0))?.pop())
}

pub(super) const SECONDS: &str = "SELECT p.seconds FROM one_on_one AS m JOIN prep AS p ON p.meeting = m.id
WHERE m.person = ?1 AND m.starts < ?2 AND p.seconds > 0 ORDER BY m.starts DESC LIMIT ?3";

/// Seconds spent to prepare the meetings with a person before a moment, the newest first.
///
/// # Errors
/// What reading can fail with.
pub fn seconds_before(
    read: &Reading,
    person: PersonId,
    before: NaiveDateTime,
    limit: u32,
) -> Result<Vec<u32>> {
    collect(read, SECONDS, (person.record().as_bytes(), wall_number(before), limit), |row| Ok(row.get(0)?))
}
