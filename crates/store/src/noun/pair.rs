//! Pairs: their row, and who meets whom.

use domain::{
    PersonId, RecordId, TemplateId,
    one_on_one::{Factors, Pair},
};

use super::{Fields, Reading, Record, Row, Table, Value, cbor, collect, misplaced, record_at, table};
use crate::fault::Result;

impl Record for Pair {
    const TABLE: &'static Table = &table!(Pair, "pair", [
        "person" Id, "begins" Wall, "zone" Line, "minutes" Int, "every_days" Int, "sparse_because" Line,
        "at_ease_mine" Flag, "at_ease_theirs" Flag, "factors" Cbor, "factors_on" Day, "template" Id, "ends_on" Day,
        "calendar_uid" Line,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.person.record().into(),
            self.begins.into(),
            self.zone.as_str().into(),
            self.minutes.into(),
            self.every_days.into(),
            self.sparse_because.as_str().into(),
            self.at_ease_mine.into(),
            self.at_ease_theirs.into(),
            Value::Bytes(cbor::write_lines(&self.factors.all())),
            self.factors_on.into(),
            self.template.map(TemplateId::record).into(),
            self.ends_on.into(),
            self.calendar_uid.as_str().into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            person: fields.id()?,
            begins: fields.wall()?,
            zone: fields.text()?,
            minutes: fields.int()?,
            every_days: fields.int()?,
            sparse_because: fields.text()?,
            at_ease_mine: fields.flag()?,
            at_ease_theirs: fields.flag()?,
            factors: factors(cbor::read_lines(&fields.bytes()?)?)?,
            factors_on: fields.maybe_day()?,
            template: fields.maybe_id()?,
            ends_on: fields.maybe_day()?,
            calendar_uid: fields.text()?,
        })
    }
}

fn factors(lines: Vec<String>) -> Result<Factors> {
    let [level, performance, autonomy, tenure_here, tenure_on_team, load] =
        <[String; 6]>::try_from(lines).map_err(|_| misplaced())?;
    Ok(Factors { level, performance, autonomy, tenure_here, tenure_on_team, load })
}

pub(super) const OF_PERSON: &str = "SELECT id, person, begins, zone, minutes, every_days, sparse_because, at_ease_mine,
  at_ease_theirs, factors, factors_on, template, ends_on, calendar_uid FROM pair WHERE person = ? ORDER BY begins DESC, id DESC";

/// The pairs with a person, the newest rhythm first.
///
/// # Errors
/// What reading can fail with.
pub fn of_person(read: &Reading, person: PersonId) -> Result<Vec<Pair>> {
    collect(read, OF_PERSON, [person.record().as_bytes()], |row| record_at(row, 0))
}

/// Every pair.
///
/// # Errors
/// What reading can fail with.
pub fn all(read: &Reading) -> Result<Vec<Pair>> {
    let mut pairs = Vec::new();
    super::each(read, |pair| {
        pairs.push(pair);
        Ok(())
    })?;
    Ok(pairs)
}
