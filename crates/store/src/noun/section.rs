//! Sections of a 1:1 document: their row.

use domain::{RecordId, one_on_one::Section};

use super::{Fields, Record, Row, Table, Word, table};
use crate::fault::Result;

impl Record for Section {
    const TABLE: &'static Table = &table!(Section, "section", [
        "meeting" Id, "place" Int, "kind" Word, "title" Line, "text" Prose,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.meeting.record().into(),
            self.place.into(),
            self.kind.to_word().into(),
            self.title.as_str().into(),
            self.text.as_str().into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            meeting: fields.id()?,
            place: fields.int()?,
            kind: fields.word()?,
            title: fields.text()?,
            text: fields.text()?,
        })
    }
}
