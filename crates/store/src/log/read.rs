//! Reading the log: the changes of a record or of a deed, as the tables keep them.

use domain::RecordId;
use rusqlite::Row;

use super::{Change, ChangeKind};
use crate::{
    fault::Result,
    noun::{Noun, Reading, collect, misplaced},
};

/// A change with its own bytes, and the deed it belongs to.
#[derive(Clone, Debug)]
pub(crate) struct Logged {
    pub seq: u64,
    pub id: i64,
    pub noun: Noun,
    pub record: RecordId,
    pub field: Option<String>,
    pub kind: ChangeKind,
    pub value: Option<Vec<u8>>,
    pub digest: [u8; 32],
    pub parent: Option<i64>,
}

pub(crate) const COLUMNS: &str = "seq, id, noun, record, field, kind, value, digest, parent";

impl Logged {
    /// Reads a row of [`COLUMNS`].
    pub(crate) fn from_row(row: &Row<'_>) -> Result<Self> {
        Ok(Self {
            seq: row.get(0)?,
            id: row.get(1)?,
            noun: Noun::from_code(row.get(2)?).ok_or_else(misplaced)?,
            record: RecordId::from_bytes(row.get(3)?),
            field: row.get(4)?,
            kind: ChangeKind::from_code(row.get(5)?)?,
            value: row.get(6)?,
            digest: row.get(7)?,
            parent: row.get(8)?,
        })
    }

    /// The same change, borrowed.
    pub(crate) fn as_change(&self) -> Change<'_> {
        Change {
            id: self.id,
            noun: self.noun,
            record: self.record,
            field: self.field.as_deref(),
            kind: self.kind,
            value: self.value.as_deref(),
            digest: self.digest,
            parent: self.parent,
        }
    }
}

/// Every change of a record, oldest first.
pub(crate) fn changes_of(read: &Reading, record: RecordId) -> Result<Vec<Logged>> {
    let sql = format!("SELECT {COLUMNS} FROM change WHERE record = ? ORDER BY id");
    collect(read, &sql, [record.as_bytes()], Logged::from_row)
}

/// Every change of a deed, in order.
pub(crate) fn changes_in(read: &Reading, seq: u64) -> Result<Vec<Logged>> {
    let sql = format!("SELECT {COLUMNS} FROM change WHERE seq = ? ORDER BY id");
    collect(read, &sql, [seq], Logged::from_row)
}
