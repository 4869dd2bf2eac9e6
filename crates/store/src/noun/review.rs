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

/// The reviews of a person, or of everybody: newest cycle first, then by name; the first `limit` of them.
///
/// # Errors
/// What reading can fail with.
pub fn lines(read: &Reading, person: Option<PersonId>, limit: Option<u32>) -> Result<Vec<ReviewLine>> {
    let of_person = if person.is_some() { "WHERE r.person = ?1" } else { "WHERE ?1 IS NULL" };
    // Which ones they are is settled before a text is read.
    let sql = format!(
        "SELECT found.name, r.id, r.person, r.cycle, r.text
         FROM (SELECT r.id, r.cycle, coalesce(p.name, '') AS name
               FROM review AS r LEFT JOIN person AS p ON p.id = r.person {of_person}
               ORDER BY r.cycle DESC, 3, r.id LIMIT ?2) AS found
         JOIN review AS r ON r.id = found.id
         ORDER BY found.cycle DESC, found.name, found.id"
    );
    let person = person.map(PersonId::record);
    let limit = limit.map_or(-1, i64::from);
    collect(read, &sql, (person.as_ref().map(RecordId::as_bytes), limit), |row| {
        Ok(ReviewLine { review: record_at(row, 1)?, person_name: row.get(0)? })
    })
}
