//! The document of a 1:1: its sections, its margin, and when each was last written.

use chrono::{DateTime, Utc};
use domain::{
    MeetingId,
    one_on_one::{Margin, Section},
};

use super::super::{Reading, Record, collect, instant_of, record_at};
use crate::fault::Result;

/// A text with the moment it was last written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written<T> {
    /// The section or margin.
    pub value: T,
    /// When its text was last changed; none while nothing was ever written in it.
    pub changed_at: Option<DateTime<Utc>>,
}

/// The newest change of the text itself, else the making of the record if it came with text.
const CHANGED: &str = "(SELECT at FROM deed WHERE seq = (SELECT seq FROM change WHERE id = coalesce(
    (SELECT max(id) FROM change WHERE record = t.id AND field = 'text'),
    CASE WHEN t.text = '' THEN NULL
         ELSE (SELECT max(id) FROM change WHERE record = t.id AND field IS NULL) END)))";

/// The sections of a meeting's document, in order.
///
/// # Errors
/// What reading can fail with.
pub fn sections(read: &Reading, meeting: MeetingId) -> Result<Vec<Written<Section>>> {
    let sql = format!(
        "SELECT {CHANGED}, t.id, t.meeting, t.place, t.kind, t.title, t.text
         FROM section AS t WHERE t.meeting = ? ORDER BY t.place, t.id"
    );
    written(read, &sql, meeting)
}

/// The margin beside a meeting's document, once it was written in.
///
/// # Errors
/// What reading can fail with.
pub fn margin(read: &Reading, meeting: MeetingId) -> Result<Option<Written<Margin>>> {
    let sql = format!(
        "SELECT {CHANGED}, t.id, t.meeting, t.text FROM margin AS t WHERE t.meeting = ? ORDER BY t.id LIMIT 1"
    );
    Ok(written(read, &sql, meeting)?.pop())
}

fn written<R: Record>(read: &Reading, sql: &str, meeting: MeetingId) -> Result<Vec<Written<R>>> {
    collect(read, sql, [meeting.record().as_bytes()], |row| {
        let changed_at = row.get::<_, Option<i64>>(0)?.and_then(instant_of);
        Ok(Written { value: record_at(row, 1)?, changed_at })
    })
}
