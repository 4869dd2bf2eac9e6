//! Margins beside 1:1 documents: their row.

use domain::{NoteId, RecordId, SectionId, one_on_one::Margin};

use super::{Fields, Record, Row, Table, table};
use crate::fault::Result;

impl Record for Margin {
    const TABLE: &'static Table = &table!(Margin, "margin", [
        "meeting" Id, "text" Prose, "section" Id, "note" Id,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.meeting.record().into(),
            self.text.as_str().into(),
            self.section.map(SectionId::record).into(),
            self.note.map(NoteId::record).into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            meeting: fields.id()?,
            text: fields.text()?,
            section: fields.maybe_id()?,
            note: fields.maybe_id()?,
        })
    }
}
