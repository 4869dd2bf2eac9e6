//! A talk as a row.

use domain::{PersonId, RecordId, talk::Talk};

use crate::fault::Result;
use crate::noun::cbor::{read_records, write_records};
use crate::noun::{Fields, Record, Row, Table, Word, table};

impl Record for Talk {
    const TABLE: &'static Table = &table!(Talk, "talk", [
        "person" Id, "title" Line, "first_seen" Day, "state" Word, "class" Word, "class_because" Prose,
        "is_touchy" Flag, "follow_up_by" Line, "message" Line, "example" Prose, "consequence" Prose, "is_owned" Flag,
        "naming" Word, "seen_myself" Flag, "facilitator" Line, "is_trained" Flag, "hr" Word, "notes" Cbor,
        "next_check" Day, "discussed_on" Day, "closed_on" Day, "outcome" Line,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            PersonId::record(self.person).into(),
            self.title.as_str().into(),
            self.first_seen.into(),
            self.state.to_word().into(),
            self.class.to_word().into(),
            self.class_because.as_str().into(),
            self.is_touchy.into(),
            self.follow_up_by.as_str().into(),
            self.message.as_str().into(),
            self.example.as_str().into(),
            self.consequence.as_str().into(),
            self.is_owned.into(),
            self.naming.to_word().into(),
            self.seen_myself.into(),
            self.facilitator.as_str().into(),
            self.is_facilitator_trained.into(),
            self.hr.to_word().into(),
            write_records(&self.notes),
            self.next_check.into(),
            self.discussed_on.into(),
            self.closed_on.into(),
            self.outcome.as_str().into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            person: fields.id()?,
            title: fields.text()?,
            first_seen: fields.day()?,
            state: fields.word()?,
            class: fields.word()?,
            class_because: fields.text()?,
            is_touchy: fields.flag()?,
            follow_up_by: fields.text()?,
            message: fields.text()?,
            example: fields.text()?,
            consequence: fields.text()?,
            is_owned: fields.flag()?,
            naming: fields.word()?,
            seen_myself: fields.flag()?,
            facilitator: fields.text()?,
            is_facilitator_trained: fields.flag()?,
            hr: fields.word()?,
            notes: read_records(fields.maybe_bytes()?.as_deref())?,
            next_check: fields.maybe_day()?,
            discussed_on: fields.maybe_day()?,
            closed_on: fields.maybe_day()?,
            outcome: fields.text()?,
        })
    }
}
