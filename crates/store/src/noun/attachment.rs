//! Attached files: their row. Their bytes are in [`crate::attachment`].

use domain::{RecordId, attachment::Attachment};

use super::{Fields, Record, Row, Table, Value, misplaced, table};
use crate::fault::Result;

impl Record for Attachment {
    const TABLE: &'static Table = &table!(Attachment, "attachment", [
        "record" Id, "name" Line, "bytes" Int, "sha256" Bytes, "added_at" Instant,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.record.into(),
            self.name.as_str().into(),
            Value::Int(i64::try_from(self.bytes).unwrap_or(i64::MAX)),
            Value::Bytes(self.sha256.to_vec()),
            self.added_at.into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            record: fields.id()?,
            name: fields.text()?,
            bytes: fields.int()?,
            sha256: fields.bytes()?.try_into().map_err(|_| misplaced())?,
            added_at: fields.instant()?,
        })
    }
}
