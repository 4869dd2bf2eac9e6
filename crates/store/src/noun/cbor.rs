//! Small lists inside one column, as CBOR.

use domain::RecordId;
use minicbor::{Decoder, Encoder};

use super::{Value, misplaced};
use crate::fault::Result;

/// A list of records, for a column that came later: nothing where it is empty.
pub(super) fn write_records<T: Copy + Into<RecordId>>(records: &[T]) -> Value {
    if records.is_empty() {
        return Value::Null;
    }
    let mut out = Vec::new();
    let mut cbor = Encoder::new(&mut out);
    let written = (|| {
        cbor.array(records.len() as u64)?;
        for record in records {
            cbor.bytes((*record).into().as_bytes())?;
        }
        cbor.ok()
    })()
    .is_ok();
    debug_assert!(written, "memory takes every byte");
    Value::Bytes(out)
}

/// The list of records again; empty where a record was made before the column.
///
/// # Errors
/// [`crate::StoreFault::Damaged`] when it is none.
pub(super) fn read_records<T: From<RecordId>>(bytes: Option<&[u8]>) -> Result<Vec<T>> {
    let Some(bytes) = bytes else { return Ok(Vec::new()) };
    let mut cbor = Decoder::new(bytes);
    let mut read = || {
        (0..cbor.array()?.unwrap_or(0))
            .map(|_| {
                let bytes: [u8; 16] =
                    cbor.bytes()?.try_into().map_err(|_| minicbor::decode::Error::message("no record"))?;
                Ok(RecordId::from_bytes(bytes).into())
            })
            .collect::<std::result::Result<Vec<_>, minicbor::decode::Error>>()
    };
    read().map_err(|_| misplaced())
}

/// A list of lines.
pub(super) fn write_lines(lines: &[&str]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut cbor = Encoder::new(&mut out);
    let written = (|| {
        cbor.array(lines.len() as u64)?;
        for line in lines {
            cbor.str(line)?;
        }
        cbor.ok()
    })()
    .is_ok();
    debug_assert!(written, "memory takes every byte");
    out
}

/// The list of lines again.
///
/// # Errors
/// [`crate::StoreFault::Damaged`] when it is none.
pub(super) fn read_lines(bytes: &[u8]) -> Result<Vec<String>> {
    let mut cbor = Decoder::new(bytes);
    let mut read = || {
        (0..cbor.array()?.unwrap_or(0))
            .map(|_| cbor.str().map(str::to_owned))
            .collect::<std::result::Result<Vec<_>, minicbor::decode::Error>>()
    };
    read().map_err(|_| misplaced())
}
