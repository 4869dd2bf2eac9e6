//! Kept searches: their row, and the list of them.

use domain::{RecordId, saved_search::SavedSearch};

use super::{Fields, Reading, Record, Row, Table, collect, record_at, table};
use crate::fault::Result;

impl Record for SavedSearch {
    const TABLE: &'static Table = &table!(SavedSearch, "saved_search", ["name" Line, "asked" Text]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![self.name.as_str().into(), self.asked.as_str().into()]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self { id: id.into(), name: fields.text()?, asked: fields.text()? })
    }
}

/// Every kept search, by name.
///
/// # Errors
/// What reading can fail with.
pub fn all(read: &Reading) -> Result<Vec<SavedSearch>> {
    let mut all = collect(read, "SELECT id, name, asked FROM saved_search", [], |row| {
        record_at::<SavedSearch>(row, 0)
    })?;
    all.sort_by_cached_key(|search| (search.name.to_lowercase(), search.id));
    Ok(all)
}
