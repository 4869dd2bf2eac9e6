//! People: their row, and what the screens ask about them.

use std::collections::HashMap;

use domain::{
    PersonId, RecordId,
    person::{Person, Skill},
};
use minicbor::{Decoder, Encoder};

use super::{Fields, Reading, Record, Row, Table, Value, Word, collect, misplaced, one, table};
use crate::fault::Result;

mod lines;
mod remove;
mod weeks;

pub use lines::{Facts, PersonLine, count, facts, line, lines, lines_of};
pub use remove::remove;
pub use weeks::{Week, weeks};

impl Record for Person {
    const TABLE: &'static Table = &table!(Person, "person", [
        "name" Line, "role" Line, "level" Line, "site" Line, "team" Line, "manager" Id, "relation" Word,
        "employment" Word, "started_on" Day, "left_on" Day, "email" Line, "phone" Line, "skills" Cbor, "about" Prose,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.name.as_str().into(),
            self.role.as_str().into(),
            self.level.as_str().into(),
            self.site.as_str().into(),
            self.team.as_str().into(),
            self.manager.map(PersonId::record).into(),
            self.relation.to_word().into(),
            self.employment.to_word().into(),
            self.started_on.into(),
            self.left_on.into(),
            self.email.as_str().into(),
            self.phone.as_str().into(),
            Value::Bytes(write_skills(&self.skills)),
            self.about.as_str().into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            name: fields.text()?,
            role: fields.text()?,
            level: fields.text()?,
            site: fields.text()?,
            team: fields.text()?,
            manager: fields.maybe_id()?,
            relation: fields.word()?,
            employment: fields.word()?,
            started_on: fields.maybe_day()?,
            left_on: fields.maybe_day()?,
            email: fields.text()?,
            phone: fields.text()?,
            skills: read_skills(&fields.bytes()?)?,
            about: fields.text()?,
        })
    }
}

fn write_skills(skills: &[Skill]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut cbor = Encoder::new(&mut out);
    let written = (|| {
        cbor.array(skills.len() as u64)?;
        for skill in skills {
            cbor.array(2)?.str(&skill.name)?.u8(skill.level)?;
        }
        cbor.ok()
    })()
    .is_ok();
    debug_assert!(written, "memory takes every byte");
    out
}

pub(super) fn read_skills(bytes: &[u8]) -> Result<Vec<Skill>> {
    let mut cbor = Decoder::new(bytes);
    let mut read = || {
        let mut skills = Vec::new();
        for _ in 0..cbor.array()?.unwrap_or(0) {
            cbor.array()?;
            skills.push(Skill { name: cbor.str()?.to_owned(), level: cbor.u8()? });
        }
        Ok::<_, minicbor::decode::Error>(skills)
    };
    read().map_err(|_| misplaced())
}

/// Every person, by name.
///
/// # Errors
/// What reading can fail with.
pub fn all(read: &Reading) -> Result<Vec<Person>> {
    let mut people = Vec::new();
    super::each(read, |person: Person| {
        people.push(person);
        Ok(())
    })?;
    people.sort_by(|one, other| one.name.cmp(&other.name).then(one.id.cmp(&other.id)));
    Ok(people)
}

/// The owner of the vault: the person whose relation is "me".
///
/// # Errors
/// What reading can fail with.
pub fn owner(read: &Reading) -> Result<Option<Person>> {
    let id = one(read, "SELECT id FROM person WHERE relation = 'me' ORDER BY id LIMIT 1", [])?;
    id.map_or(Ok(None), |id| super::get(read, RecordId::from_bytes(id)))
}

/// The name of one person.
///
/// # Errors
/// What reading can fail with.
pub fn name_of(read: &Reading, id: PersonId) -> Result<Option<String>> {
    one(read, "SELECT name FROM person WHERE id = ?", [id.record().as_bytes()])
}

/// Whether somebody reports to this person.
///
/// # Errors
/// What reading can fail with.
pub fn manages(read: &Reading, id: PersonId) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM person WHERE manager = ?)";
    Ok(one(read, sql, [id.record().as_bytes()])?.unwrap_or(false))
}

/// The name of every person.
///
/// # Errors
/// What reading can fail with.
pub fn names(read: &Reading) -> Result<HashMap<PersonId, String>> {
    let names = collect(read, "SELECT id, name FROM person", [], |row| {
        Ok((RecordId::from_bytes(row.get(0)?).into(), row.get(1)?))
    })?;
    Ok(names.into_iter().collect())
}
