//! From a noun to its row and back.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, Utc};
use domain::RecordId;

use super::{Row, Table, Value, Word};
use crate::fault::{Result, StoreFault};

/// A noun that has a table.
pub trait Record: Sized {
    /// Its table.
    const TABLE: &'static Table;

    /// Which record it is.
    fn id(&self) -> RecordId;

    /// Its fields, in the order of the table's columns.
    fn to_row(&self) -> Row;

    /// The noun again, from its fields in the same order.
    ///
    /// # Errors
    /// [`StoreFault::Damaged`] when a field does not hold what it should.
    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self>;
}

fn epoch() -> NaiveDate {
    DateTime::UNIX_EPOCH.date_naive()
}

/// A day as it stands in a column: days since 1970-01-01.
pub fn day_number(day: NaiveDate) -> i64 {
    (day - epoch()).num_days()
}

/// The day that a column holds.
pub fn day_of(number: i64) -> Option<NaiveDate> {
    let days = Days::new(number.unsigned_abs());
    if number < 0 { epoch().checked_sub_days(days) } else { epoch().checked_add_days(days) }
}

/// A wall time as it stands in a column.
pub fn wall_number(wall: NaiveDateTime) -> i64 {
    wall.and_utc().timestamp()
}

/// The wall time that a column holds.
pub fn wall_of(number: i64) -> Option<NaiveDateTime> {
    DateTime::from_timestamp(number, 0).map(|instant| instant.naive_utc())
}

/// An instant as it stands in a column.
pub fn instant_number(instant: DateTime<Utc>) -> i64 {
    instant.timestamp_millis()
}

/// The instant that a column holds.
pub fn instant_of(number: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(number)
}

impl From<RecordId> for Value {
    fn from(id: RecordId) -> Self {
        Self::Bytes(id.as_bytes().to_vec())
    }
}
impl From<NaiveDate> for Value {
    fn from(day: NaiveDate) -> Self {
        Self::Int(day_number(day))
    }
}
impl From<NaiveDateTime> for Value {
    fn from(wall: NaiveDateTime) -> Self {
        Self::Int(wall_number(wall))
    }
}
impl From<DateTime<Utc>> for Value {
    fn from(instant: DateTime<Utc>) -> Self {
        Self::Int(instant_number(instant))
    }
}
impl From<u32> for Value {
    fn from(int: u32) -> Self {
        Self::Int(i64::from(int))
    }
}
impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Int(i64::from(flag))
    }
}
impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl Value {
    /// A line of a column that came later: nothing where it is empty, so that older records stay as they are.
    pub(super) fn later_line(line: &str) -> Self {
        if line.is_empty() { Self::Null } else { line.into() }
    }

    /// A flag of a column that came later: nothing where it is not set.
    pub(super) fn later_flag(flag: bool) -> Self {
        if flag { Self::Int(1) } else { Self::Null }
    }
}
impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// The fields of a row, taken one after the other in the table's order.
#[derive(Debug)]
pub struct Fields(std::vec::IntoIter<Value>);

impl Fields {
    /// The fields of `row`.
    pub fn new(row: Row) -> Self {
        Self(row.into_iter())
    }

    /// The next field as it stands.
    pub fn take(&mut self) -> Value {
        self.0.next().unwrap_or(Value::Null)
    }

    /// The next field, which is a line or a text.
    pub fn text(&mut self) -> Result<String> {
        if let Value::Text(text) = self.take() { Ok(text) } else { Err(misplaced()) }
    }

    /// The next field, which is bytes.
    pub fn bytes(&mut self) -> Result<Vec<u8>> {
        if let Value::Bytes(bytes) = self.take() { Ok(bytes) } else { Err(misplaced()) }
    }

    /// The next field, which is an identifier.
    pub fn id<T: From<RecordId>>(&mut self) -> Result<T> {
        self.maybe_id()?.ok_or_else(misplaced)
    }

    /// The next field, which is an identifier or nothing.
    pub fn maybe_id<T: From<RecordId>>(&mut self) -> Result<Option<T>> {
        let value = self.take();
        if value == Value::Null {
            return Ok(None);
        }
        let bytes = value.as_id().ok_or_else(misplaced)?;
        Ok(Some(RecordId::from_bytes(bytes).into()))
    }

    /// The next field, which is a word of a closed list.
    pub fn word<T: Word>(&mut self) -> Result<T> {
        self.take().as_text().and_then(T::from_word).ok_or_else(misplaced)
    }

    /// The next field, which is a word of a closed list or nothing.
    pub fn maybe_word<T: Word>(&mut self) -> Result<Option<T>> {
        match self.take() {
            Value::Null => Ok(None),
            value => value.as_text().and_then(T::from_word).map(Some).ok_or_else(misplaced),
        }
    }

    /// The next field, which is a line; empty where a record was made before the column.
    pub fn line_or_empty(&mut self) -> Result<String> {
        match self.take() {
            Value::Null => Ok(String::new()),
            Value::Text(text) => Ok(text),
            _ => Err(misplaced()),
        }
    }

    /// The next field, which is bytes or nothing.
    pub fn maybe_bytes(&mut self) -> Result<Option<Vec<u8>>> {
        match self.take() {
            Value::Null => Ok(None),
            Value::Bytes(bytes) => Ok(Some(bytes)),
            _ => Err(misplaced()),
        }
    }

    /// The next field, which is a number or nothing.
    pub fn maybe_int<T: TryFrom<i64>>(&mut self) -> Result<Option<T>> {
        match self.take() {
            Value::Null => Ok(None),
            value => value.as_int().and_then(|int| T::try_from(int).ok()).map(Some).ok_or_else(misplaced),
        }
    }

    /// The next field, which is yes or no; no where a record was made before the column.
    pub fn flag_or_no(&mut self) -> Result<bool> {
        Ok(self.maybe_int::<i64>()?.unwrap_or(0) != 0)
    }

    /// The next field, which is a wall time or nothing.
    pub fn maybe_wall(&mut self) -> Result<Option<NaiveDateTime>> {
        self.maybe(wall_of)
    }

    /// The next field, which is a number that `T` can hold.
    pub fn int<T: TryFrom<i64>>(&mut self) -> Result<T> {
        self.take().as_int().and_then(|int| T::try_from(int).ok()).ok_or_else(misplaced)
    }

    /// The next field, which is yes or no.
    pub fn flag(&mut self) -> Result<bool> {
        Ok(self.int::<i64>()? != 0)
    }

    /// The next field, which is a day.
    pub fn day(&mut self) -> Result<NaiveDate> {
        self.maybe(day_of)?.ok_or_else(misplaced)
    }

    /// The next field, which is a day or nothing.
    pub fn maybe_day(&mut self) -> Result<Option<NaiveDate>> {
        self.maybe(day_of)
    }

    /// The next field, which is a wall time.
    pub fn wall(&mut self) -> Result<NaiveDateTime> {
        self.maybe(wall_of)?.ok_or_else(misplaced)
    }

    /// The next field, which is an instant.
    pub fn instant(&mut self) -> Result<DateTime<Utc>> {
        self.maybe(instant_of)?.ok_or_else(misplaced)
    }

    /// The next field, which is an instant or nothing.
    pub fn maybe_instant(&mut self) -> Result<Option<DateTime<Utc>>> {
        self.maybe(instant_of)
    }

    fn maybe<T>(&mut self, of: impl Fn(i64) -> Option<T>) -> Result<Option<T>> {
        match self.take() {
            Value::Null => Ok(None),
            Value::Int(number) => of(number).map(Some).ok_or_else(misplaced),
            _ => Err(misplaced()),
        }
    }
}

/// A field that holds what no program of ours wrote there.
pub(crate) fn misplaced() -> StoreFault {
    StoreFault::damaged("The vault holds a value that does not belong there.")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn days_and_times_survive_their_columns() {
        for day in ["0001-01-01", "1969-12-31", "1970-01-01", "2026-11-22", "9999-12-31"] {
            let day: NaiveDate = day.parse().unwrap();
            assert_eq!(day_of(day_number(day)), Some(day));
            let wall = day.and_hms_opt(23, 59, 58).unwrap();
            assert_eq!(wall_of(wall_number(wall)), Some(wall));
            assert_eq!(wall_number(wall).div_euclid(86_400), day_number(day));
        }
        assert_eq!(day_of(i64::MAX), None);
    }

    #[test]
    fn a_field_of_another_kind_is_damage_and_no_panic() {
        let row = || Fields::new(vec![Value::Text("x".into())]);
        assert!(row().id::<RecordId>().is_err() && row().day().is_err() && row().int::<u32>().is_err());
        assert!(Fields::new(vec![Value::Int(-1)]).int::<u32>().is_err());
        assert!(Fields::new(vec![]).text().is_err(), "a row that is too short");
    }
}
