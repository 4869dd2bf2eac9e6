//! Goals: their row, and the list of them.

use domain::{PersonId, RecordId, goal::Goal};

use super::{Fields, Reading, Record, Row, Table, Word, collect, record_at, table};
use crate::fault::Result;

impl Record for Goal {
    const TABLE: &'static Table = &table!(Goal, "goal", [
        "person" Id, "title" Line, "text" Prose, "due" Day, "state" Word, "review_days" Int,
        "reviewed_on" Day,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.person.record().into(),
            self.title.as_str().into(),
            self.text.as_str().into(),
            self.due.into(),
            self.state.to_word().into(),
            self.review_days.into(),
            self.reviewed_on.into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            person: fields.id()?,
            title: fields.text()?,
            text: fields.text()?,
            due: fields.maybe_day()?,
            state: fields.word()?,
            review_days: fields.maybe_int()?,
            reviewed_on: fields.maybe_day()?,
        })
    }
}

/// A goal as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalLine {
    /// The goal.
    pub goal: Goal,
    /// Whose it is.
    pub person_name: String,
}

/// The goals of a person, or of everybody, or only those still open: what is due first comes first, what has no day
/// comes last.
///
/// # Errors
/// What reading can fail with.
pub fn lines(read: &Reading, person: Option<PersonId>, only_open: bool) -> Result<Vec<GoalLine>> {
    let of_person = if person.is_some() { "WHERE g.person = ?1" } else { "WHERE ?1 IS NULL" };
    let open = if only_open { "AND g.state IN ('proposed', 'endorsed', 'active')" } else { "" };
    let sql = format!(
        "SELECT coalesce(p.name, ''), g.id, g.person, g.title, g.text, g.due, g.state, g.review_days, g.reviewed_on
         FROM goal AS g LEFT JOIN person AS p ON p.id = g.person {of_person} {open}
         ORDER BY g.due NULLS LAST, g.id"
    );
    let person = person.map(PersonId::record);
    collect(read, &sql, [person.as_ref().map(RecordId::as_bytes)], |row| {
        Ok(GoalLine { goal: record_at(row, 1)?, person_name: row.get(0)? })
    })
}
