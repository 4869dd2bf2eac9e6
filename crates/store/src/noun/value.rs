//! One value of one column, as it stands in a row, in the change log and in a digest.

use minicbor::{Decoder, Encoder, data::Type};
use rusqlite::{
    ToSql,
    types::{ToSqlOutput, ValueRef},
};

use crate::fault::{Result, StoreFault};

/// A value. What it means is the column's to say ([`super::Kind`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Not there.
    Null,
    /// A whole number: a day, a time, a count, a flag.
    Int(i64),
    /// A line, a text or a word.
    Text(String),
    /// An identifier or something with an inner shape.
    Bytes(Vec<u8>),
}

impl Value {
    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The number, if it is one.
    pub fn as_int(&self) -> Option<i64> {
        if let Self::Int(int) = self { Some(*int) } else { None }
    }

    /// The sixteen bytes of an identifier, if it is one.
    pub fn as_id(&self) -> Option<[u8; 16]> {
        if let Self::Bytes(bytes) = self { bytes.as_slice().try_into().ok() } else { None }
    }

    /// Writes the value as CBOR. Writing to memory does not fail, so there is nothing to report.
    pub fn write(&self, out: &mut Vec<u8>) {
        let mut cbor = Encoder::new(out);
        let written = match self {
            Self::Null => cbor.null(),
            Self::Int(int) => cbor.i64(*int),
            Self::Text(text) => cbor.str(text),
            Self::Bytes(bytes) => cbor.bytes(bytes),
        };
        debug_assert!(written.is_ok(), "memory takes every byte");
    }

    /// The value as CBOR.
    pub fn to_cbor(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.write(&mut out);
        out
    }

    /// Reads one value of CBOR.
    ///
    /// # Errors
    /// [`StoreFault::Damaged`] when it is none of the four.
    pub fn read(cbor: &mut Decoder<'_>) -> Result<Self> {
        let unreadable = |_| StoreFault::damaged("An entry of the history cannot be read.");
        Ok(match cbor.datatype().map_err(unreadable)? {
            Type::Null => {
                cbor.null().map_err(unreadable)?;
                Self::Null
            }
            Type::String => Self::Text(cbor.str().map_err(unreadable)?.to_owned()),
            Type::Bytes => Self::Bytes(cbor.bytes().map_err(unreadable)?.to_vec()),
            _ => Self::Int(cbor.i64().map_err(unreadable)?),
        })
    }

    /// Copies a value out of a row.
    pub(crate) fn from_column(value: ValueRef<'_>) -> Result<Self> {
        Ok(match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(int) => Self::Int(int),
            ValueRef::Text(text) => Self::Text(
                std::str::from_utf8(text)
                    .map_err(|_| StoreFault::damaged("A text of the vault is not readable as text."))?
                    .to_owned(),
            ),
            ValueRef::Blob(bytes) => Self::Bytes(bytes.to_vec()),
            ValueRef::Real(_) => {
                return Err(StoreFault::damaged("The vault holds a value that does not belong there."));
            }
        })
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(int) => ValueRef::Integer(*int),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_value_survives_its_cbor() {
        for value in [
            Value::Null,
            Value::Int(i64::MIN),
            Value::Int(0),
            Value::Int(i64::MAX),
            Value::Text("Łódź, 東京, \u{1f600}".into()),
            Value::Bytes(vec![0, 255]),
        ] {
            let bytes = value.to_cbor();
            assert_eq!(Value::read(&mut Decoder::new(&bytes)).unwrap(), value);
        }
        assert!(Value::read(&mut Decoder::new(&[0xf5])).is_err(), "a CBOR flag is none of ours");
        assert!(Value::read(&mut Decoder::new(&[])).is_err());
    }
}
