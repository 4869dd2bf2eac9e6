//! Remarks in documents: their row.

use domain::{MeetingId, RecordId, SectionId, one_on_one::Remark};

use super::{Fields, Reading, Record, Row, Table, Word, collect, record_at, table};
use crate::fault::Result;

impl Record for Remark {
    const TABLE: &'static Table = &table!(Remark, "remark", [
        "meeting" Id, "section" Id, "kind" Word, "text" Prose, "on" Day,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.meeting.record().into(),
            self.section.map(SectionId::record).into(),
            self.kind.to_word().into(),
            self.text.as_str().into(),
            self.on.into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            meeting: fields.id()?,
            section: fields.maybe_id()?,
            kind: fields.word()?,
            text: fields.text()?,
            on: fields.day()?,
        })
    }
}

/// The remarks in a meeting's document, oldest first.
///
/// # Errors
/// What reading can fail with.
pub fn of(read: &Reading, meeting: MeetingId) -> Result<Vec<Remark>> {
    let sql =
        "SELECT id, meeting, section, kind, text, \"on\" FROM remark WHERE meeting = ? ORDER BY \"on\", id";
    collect(read, sql, [meeting.record().as_bytes()], |row| record_at(row, 0))
}
