//! Hints of the writing coach that were set aside: their row, and those of one record.

use domain::{RecordId, dismissal::Dismissal};

use super::{Fields, Reading, Record, Row, Table, collect, pointing_at, record_at, table};
use crate::{fault::Result, gate::Deed};

impl Record for Dismissal {
    const TABLE: &'static Table = &table!(Dismissal, "dismissal", [
        "record" Id, "rule" Line, "mark" Line, "because" Line, "on" Day,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.record.into(),
            self.rule.as_str().into(),
            self.mark.as_str().into(),
            self.because.as_str().into(),
            self.on.into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            record: fields.id()?,
            rule: fields.text()?,
            mark: fields.text()?,
            because: fields.text()?,
            on: fields.day()?,
        })
    }
}

/// What was set aside in the texts of a record, oldest first.
///
/// # Errors
/// What reading can fail with.
pub fn of(read: &Reading, record: RecordId) -> Result<Vec<Dismissal>> {
    collect(
        read,
        "SELECT id, record, rule, mark, because, \"on\" FROM dismissal WHERE record = ? ORDER BY id",
        [record.as_bytes()],
        |row| record_at(row, 0),
    )
}

/// Removes what was set aside in the texts of a record that goes.
pub(super) fn remove_all(deed: &mut Deed<'_>, record: RecordId) -> Result<()> {
    for id in pointing_at(deed.read(), "SELECT id FROM dismissal WHERE record = ?", record)? {
        deed.remove::<Dismissal>(id)?;
    }
    Ok(())
}
