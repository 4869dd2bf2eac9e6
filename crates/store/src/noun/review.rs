//! Review drafts: their row, and the list of them.

use domain::{PersonId, RecordId, review::Review};

use super::{Fields, Reading, Record, Row, Table, collect, record_at, table};
use crate::fault::Result;

impl Record for Review {
    const TABLE: &'static Table = &table!(Review, "review", ["person" Id, "cycle" Line, "text" Prose]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![self.person.record().into(), self.cycle.as_str().into(), self.text.as_str().into()]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self { id: id.into(), person: fields.id()?, cycle: fields.text()?, text: fields.text()? })
    }
}

/// A review as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewLine {
    /// The review.
    pub review: Review,
    /// About whom.
    pub person_name: String,
}

/// The reviews of a person, or of everybody: newest cycle first, then by name.
///
/// # Errors
/// What reading can fail with.
pub fn lines(read: &Reading, person: Option<PersonId>) -> Result<Vec<ReviewLine>> {
    let of_person = if person.is_some() { "WHERE r.person = ?1" } else { "WHERE ?1 IS NULL" };
    let sql = format!(
        "SELECT coalesce(p.name, ''), r.id, r.person, r.cycle, r.text
         FROM review AS r LEFT JOIN person AS p ON p.id = r.person {of_person}
         ORDER BY r.cycle DESC, 1, r.id"
    );
    let person = person.map(PersonId::record);
    collect(read, &sql, [person.as_ref().map(RecordId::as_bytes)], |row| {
        Ok(ReviewLine { review: record_at(row, 1)?, person_name: row.get(0)? })
    })
}
