//! Settings of a vault: a key and a plain value. They travel with the vault, are logged like everything else, and are
//! not searched.

use domain::RecordId;
use minicbor::{Decoder, Encoder, data::Type};
use seal::chain::Digest;

use super::{Fields, Reading, Record, Row, Table, Value, misplaced, table};
use crate::fault::Result;

/// What a setting can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plain {
    /// A word or a line.
    Text(String),
    /// A whole number.
    Number(i64),
    /// On or off.
    Flag(bool),
}

/// One setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name, such as `theme`.
    pub key: String,
    /// Its value.
    pub value: Plain,
}

impl Setting {
    /// A setting.
    pub fn new(key: impl Into<String>, value: Plain) -> Self {
        Self { key: key.into(), value }
    }
}

/// A setting is found by its key on every machine, so its identifier follows from the key.
pub fn id_of(key: &str) -> RecordId {
    let mut digest = Digest::start();
    digest.add(b"setting");
    digest.add(key.as_bytes());
    let mut id = [0; 16];
    id.copy_from_slice(&digest.finish()[..16]);
    RecordId::from_bytes(id)
}

impl Record for Setting {
    const TABLE: &'static Table = &table!(Setting, "setting", ["key" Line, "value" Cbor]);

    fn id(&self) -> RecordId {
        id_of(&self.key)
    }

    fn to_row(&self) -> Row {
        let mut value = Vec::new();
        let mut cbor = Encoder::new(&mut value);
        let written = match &self.value {
            Plain::Text(text) => cbor.str(text),
            Plain::Number(number) => cbor.i64(*number),
            Plain::Flag(flag) => cbor.bool(*flag),
        }
        .is_ok();
        debug_assert!(written, "memory takes every byte");
        vec![self.key.as_str().into(), Value::Bytes(value)]
    }

    fn from_row(_: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self { key: fields.text()?, value: read_plain(&fields.bytes()?)? })
    }
}

pub(super) fn read_plain(bytes: &[u8]) -> Result<Plain> {
    let mut cbor = Decoder::new(bytes);
    let plain = match cbor.datatype() {
        Ok(Type::String) => cbor.str().map(|text| Plain::Text(text.to_owned())),
        Ok(Type::Bool) => cbor.bool().map(Plain::Flag),
        _ => cbor.i64().map(Plain::Number),
    };
    plain.map_err(|_| misplaced())
}

/// The value of a setting, if it was ever set.
///
/// # Errors
/// What reading can fail with.
pub fn get(read: &Reading, key: &str) -> Result<Option<Plain>> {
    Ok(super::get::<Setting>(read, id_of(key))?.map(|setting| setting.value))
}
