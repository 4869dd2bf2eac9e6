//! Days off of the workplace: their row.

use domain::{RecordId, workday::Holiday};

use super::{Fields, Reading, Record, Row, Table, table};
use crate::fault::Result;

impl Record for Holiday {
    const TABLE: &'static Table = &table!(Holiday, "holiday", ["on" Day, "name" Line]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![self.on.into(), self.name.as_str().into()]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self { id: id.into(), on: fields.day()?, name: fields.text()? })
    }
}

/// Every day off, in order.
///
/// # Errors
/// What reading can fail with.
pub fn all(read: &Reading) -> Result<Vec<Holiday>> {
    let mut holidays = Vec::new();
    super::each(read, |holiday: Holiday| {
        holidays.push(holiday);
        Ok(())
    })?;
    holidays.sort_by(|one, other| (one.on, &one.name).cmp(&(other.on, &other.name)));
    Ok(holidays)
}
