//! Wishes and try-outs of roles: their rows.

use domain::{
    PersonId, RecordId,
    career::{Exploration, Wish},
};

use super::{Fields, Reading, Record, Row, Table, Value, Word, collect, record_at, table};
use crate::fault::Result;

impl Record for Wish {
    const TABLE: &'static Table = &table!(Wish, "wish", [
        "person" Id, "kind" Word, "text" Prose, "unknown" Flag, "why" Prose, "first_hand" Flag, "on" Day,
        "expected_on" Day, "may_plan" Flag,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.person.record().into(),
            self.kind.to_word().into(),
            self.text.as_str().into(),
            self.unknown.into(),
            self.why.as_str().into(),
            self.first_hand.into(),
            self.on.into(),
            self.expected_on.into(),
            Value::later_flag(self.may_plan),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            person: fields.id()?,
            kind: fields.word()?,
            text: fields.text()?,
            unknown: fields.flag()?,
            why: fields.text()?,
            first_hand: fields.flag()?,
            on: fields.day()?,
            expected_on: fields.maybe_day()?,
            may_plan: fields.flag_or_no()?,
        })
    }
}

impl Record for Exploration {
    const TABLE: &'static Table = &table!(Exploration, "exploration", [
        "person" Id, "role" Line, "why" Prose, "next_step" Line, "contact" Line, "outcome" Prose, "on" Day,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.person.record().into(),
            self.role.as_str().into(),
            self.why.as_str().into(),
            self.next_step.as_str().into(),
            self.contact.as_str().into(),
            self.outcome.as_str().into(),
            self.on.into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            person: fields.id()?,
            role: fields.text()?,
            why: fields.text()?,
            next_step: fields.text()?,
            contact: fields.text()?,
            outcome: fields.text()?,
            on: fields.day()?,
        })
    }
}

/// What a person wished for, by kind, the newest first.
///
/// # Errors
/// What reading can fail with.
pub fn wishes(read: &Reading, person: PersonId) -> Result<Vec<Wish>> {
    let sql = "SELECT id, person, kind, text, unknown, why, first_hand, \"on\", expected_on, may_plan FROM wish WHERE person = ?
               ORDER BY kind, \"on\" DESC, id DESC";
    collect(read, sql, [person.record().as_bytes()], |row| record_at(row, 0))
}

/// The roles a person tries out or tried, the newest first.
///
/// # Errors
/// What reading can fail with.
pub fn explorations(read: &Reading, person: PersonId) -> Result<Vec<Exploration>> {
    let sql =
        "SELECT id, person, role, why, next_step, contact, outcome, \"on\" FROM exploration WHERE person = ?
               ORDER BY \"on\" DESC, id DESC";
    collect(read, sql, [person.record().as_bytes()], |row| record_at(row, 0))
}
