//! The document of a 1:1: its sections, its margin, and when each was last written.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::{
    MeetingId, PersonId,
    one_on_one::{Margin, MeetingState, Section, SectionKind},
};

use super::super::{Reading, Record, Word, collect, instant_of, misplaced, record_at, wall_number, wall_of};
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
        "SELECT {CHANGED}, t.id, t.meeting, t.place, t.kind, t.title, t.text, t.brief, t.ranges, t.is_talked
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
        "SELECT {CHANGED}, t.id, t.meeting, t.text, t.section, t.note FROM margin AS t
         WHERE t.meeting = ? AND t.section IS NULL AND t.note IS NULL ORDER BY t.id LIMIT 1"
    );
    Ok(written(read, &sql, meeting)?.pop())
}

/// What the owner wrote beside the sections of a meeting's document, and the notes carried there, oldest first.
///
/// # Errors
/// What reading can fail with.
pub fn annotations(read: &Reading, meeting: MeetingId) -> Result<Vec<Written<Margin>>> {
    let sql = format!(
        "SELECT {CHANGED}, t.id, t.meeting, t.text, t.section, t.note FROM margin AS t
         WHERE t.meeting = ? AND (t.section IS NOT NULL OR t.note IS NOT NULL) ORDER BY t.id"
    );
    written(read, &sql, meeting)
}

fn written<R: Record>(read: &Reading, sql: &str, meeting: MeetingId) -> Result<Vec<Written<R>>> {
    collect(read, sql, [meeting.record().as_bytes()], |row| {
        let changed_at = row.get::<_, Option<i64>>(0)?.and_then(instant_of);
        Ok(Written { value: record_at(row, 1)?, changed_at })
    })
}

/// Whether a section of one kind held a word in an earlier document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The day of the meeting.
    pub on: NaiveDate,
    /// What the section is about.
    pub kind: SectionKind,
    /// Whether anything is written in it.
    pub is_written: bool,
}

pub(in super::super) const FILLED: &str = "SELECT m.starts, s.kind, trim(s.text, char(9, 10, 13, 32)) <> ''
FROM (SELECT id, starts FROM one_on_one WHERE person = ?1 AND starts < ?2 AND state IN ('held', 'notes_sent', 'closed')
      ORDER BY starts DESC LIMIT ?3) AS m
JOIN section AS s ON s.meeting = m.id ORDER BY m.starts DESC, s.place";

/// Which sections of the documents before a moment hold a word, the newest documents first.
///
/// # Errors
/// What reading can fail with.
pub fn filled(
    read: &Reading,
    person: PersonId,
    before: NaiveDateTime,
    documents: u32,
) -> Result<Vec<Filled>> {
    collect(read, FILLED, (person.record().as_bytes(), wall_number(before), documents), |row| {
        Ok(Filled {
            on: wall_of(row.get(0)?).ok_or_else(misplaced)?.date(),
            kind: row.get_ref(1)?.as_str().ok().and_then(SectionKind::from_word).ok_or_else(misplaced)?,
            is_written: row.get(2)?,
        })
    })
}

/// What is written in the documents of the 1:1s with a person: a section with words, and the 1:1 it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Which 1:1.
    pub meeting: MeetingId,
    /// When it started, on the wall clock of the place.
    pub starts: NaiveDateTime,
    /// How far it came.
    pub state: MeetingState,
    /// The section's title.
    pub title: String,
    /// Its text, Markdown.
    pub text: String,
}

pub(in super::super) const SAID: &str = "SELECT m.id, m.starts, m.state, s.title, s.text
FROM one_on_one AS m JOIN section AS s ON s.meeting = m.id
WHERE m.person = ?1 AND m.starts >= ?2 AND m.starts < ?3 AND s.text <> '' ORDER BY m.starts DESC, m.id, s.place";

/// What is written in the documents of the 1:1s with a person from one day to another, newest first. Margins are not in it.
///
/// # Errors
/// What reading can fail with.
pub fn said(read: &Reading, person: PersonId, from: NaiveDate, until: NaiveDate) -> Result<Vec<Said>> {
    let from = wall_number(from.and_time(chrono::NaiveTime::MIN));
    let until = wall_number(until.and_time(chrono::NaiveTime::MIN)) + 86_400;
    collect(read, SAID, (person.record().as_bytes(), from, until), |row| {
        Ok(Said {
            meeting: domain::RecordId::from_bytes(row.get(0)?).into(),
            starts: wall_of(row.get(1)?).ok_or_else(misplaced)?,
            state: MeetingState::from_word(&row.get::<_, String>(2)?).ok_or_else(misplaced)?,
            title: row.get(3)?,
            text: row.get(4)?,
        })
    })
}
