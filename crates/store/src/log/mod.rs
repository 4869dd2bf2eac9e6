//! The change log: every deed, every field it changed, and the head chain over them.
//!
//! The log is append-only. It is what a person reads as history and undoes, what a lost database is rebuilt from,
//! and what another machine will be sent.

use domain::RecordId;
use minicbor::{Decoder, Encoder};
use rusqlite::OptionalExtension;
use seal::chain::{Chain, Digest};

use crate::{
    fault::Result,
    noun::{Noun, Reading, Row, Table, Value},
};

mod audit;
mod entry;
mod past;
mod read;
mod summary;

pub use audit::{Audit, AuditFinding, audit, audit_reading};
pub(crate) use entry::{Change, ChangeKind, Entry, Header, Opened, Piece, encode_entry, unreadable};
pub(crate) use past::{Past, does_not_fit};
pub(crate) use read::{COLUMNS, Logged, changes_in, changes_of};
pub(crate) use summary::{Summary, read_summary};
pub use summary::{TouchedLine, What};

/// How far a database has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The number of its newest deed; 0 before the first.
    pub seq: u64,
    /// The head chain after that deed.
    pub chain: [u8; 32],
}

/// How far the database has come. Does not depend on how much it holds.
///
/// # Errors
/// What reading can fail with.
pub fn position(read: &Reading) -> Result<Position> {
    let newest = read
        .prepare_cached("SELECT seq, chain FROM deed ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok(Position { seq: row.get(0)?, chain: row.get(1)? }))
        .optional()?;
    Ok(newest.unwrap_or(Position { seq: 0, chain: Chain::START.0 }))
}

/// The head chain after deed `seq`; none when the database has not come that far.
///
/// # Errors
/// What reading can fail with.
pub fn chain_at(read: &Reading, seq: u64) -> Result<Option<[u8; 32]>> {
    if seq == 0 {
        return Ok(Some(Chain::START.0));
    }
    crate::noun::one(read, "SELECT chain FROM deed WHERE seq = ?", [seq])
}

/// Appends the fields of a row as a CBOR map from name to value. What is NULL is left out, so that a column added
/// later changes no digest.
pub(crate) fn write_fields(table: &Table, row: &Row, out: &mut Vec<u8>) {
    let there = row.iter().filter(|value| **value != Value::Null).count();
    let written = Encoder::new(&mut *out).map(there as u64).is_ok();
    debug_assert!(written, "memory takes every byte");
    for (column, value) in table.columns.iter().zip(row) {
        if *value != Value::Null {
            let written = Encoder::new(&mut *out).str(column.name).is_ok();
            debug_assert!(written, "memory takes every byte");
            value.write(out);
        }
    }
}

/// The digest of a record, from its fields as [`write_fields`] wrote them.
pub(crate) fn digest_of(noun: Noun, id: RecordId, fields: &[u8]) -> [u8; 32] {
    let mut digest = Digest::start();
    digest.add(&[noun.code()]);
    digest.add(id.as_bytes());
    digest.add(fields);
    digest.finish()
}

/// The digest of a record, from its row.
pub(crate) fn digest_of_row(table: &Table, id: RecordId, row: &Row) -> [u8; 32] {
    let mut fields = Vec::new();
    write_fields(table, row, &mut fields);
    digest_of(table.noun, id, &fields)
}

/// Reads what [`write_fields`] wrote. Fields that are not named stay NULL.
pub(crate) fn read_fields(table: &Table, cbor: &mut Decoder<'_>) -> Result<Row> {
    let mut row = vec![Value::Null; table.columns.len()];
    for _ in 0..cbor.map().ok().flatten().ok_or_else(unreadable)? {
        let place = cbor.str().ok().and_then(|field| table.place(field)).ok_or_else(unreadable)?;
        row[place] = Value::read(cbor)?;
    }
    Ok(row)
}

/// Appends the CRDT states that come back with a record, as a second map after its fields.
pub(crate) fn write_states(states: &[(String, Vec<u8>)], out: &mut Vec<u8>) {
    let mut cbor = Encoder::new(out);
    let written = (|| {
        cbor.map(states.len() as u64)?;
        for (field, state) in states {
            cbor.str(field)?.bytes(state)?;
        }
        cbor.ok()
    })()
    .is_ok();
    debug_assert!(written, "memory takes every byte");
}

/// Reads what [`write_states`] wrote; nothing when a record came without.
pub(crate) fn read_states(cbor: &mut Decoder<'_>) -> Result<Vec<(String, Vec<u8>)>> {
    if cbor.position() == cbor.input().len() {
        return Ok(Vec::new());
    }
    (0..cbor.map().ok().flatten().ok_or_else(unreadable)?)
        .map(|_| {
            let field = cbor.str().map_err(|_| unreadable())?.to_owned();
            Ok((field, cbor.bytes().map_err(|_| unreadable())?.to_vec()))
        })
        .collect()
}

/// What stands for the digest of a record that is not there any more.
pub(crate) const NO_RECORD: [u8; 32] = [0; 32];
