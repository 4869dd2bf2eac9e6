//! The statements the gate writes with. Nothing else in the program changes a row.

use domain::RecordId;
use rusqlite::params_from_iter;

use crate::{
    fault::Result,
    log::{Change, Header, Piece, Summary},
    noun::{Reading, Row, Table, Value},
};

/// Keeps the statements of all tables prepared; the default keeps sixteen, and a bulk import uses more.
pub(crate) fn remember_statements(tx: &Reading) {
    tx.set_prepared_statement_cache_capacity(128);
}

pub(crate) fn insert(tx: &Reading, table: &Table, id: RecordId, row: &Row) -> Result<()> {
    write(tx, table.insert, id, row)
}

pub(crate) fn update(tx: &Reading, table: &Table, id: RecordId, row: &Row) -> Result<()> {
    write(tx, table.update, id, row)
}

fn write(tx: &Reading, sql: &str, id: RecordId, row: &Row) -> Result<()> {
    let id = Value::from(id);
    tx.prepare_cached(sql)?.execute(params_from_iter(row.iter().chain([&id])))?;
    Ok(())
}

pub(crate) fn delete(tx: &Reading, table: &Table, id: RecordId) -> Result<()> {
    tx.prepare_cached(table.delete)?.execute([id.as_bytes()])?;
    Ok(())
}

/// Adds a piece of a file; says whether it was new.
pub(crate) fn insert_piece(tx: &Reading, (sha256, n, bytes): &Piece) -> Result<bool> {
    let added = tx
        .prepare_cached("INSERT OR IGNORE INTO attachment_chunk (sha256, n, bytes) VALUES (?, ?, ?)")?
        .execute((sha256, n, bytes))?;
    Ok(added == 1)
}

pub(crate) fn insert_change(tx: &Reading, seq: u64, change: &Change<'_>) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO change (id, seq, noun, record, field, kind, value, digest, parent)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute((
        change.id,
        seq,
        change.noun.code(),
        change.record.as_bytes(),
        change.field,
        change.kind as u8,
        change.value,
        change.digest,
        change.parent,
    ))?;
    Ok(())
}

pub(crate) fn insert_deed(tx: &Reading, header: &Header, touched: &Summary, chain: &[u8; 32]) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO deed (seq, name, at, device, device_seq, undoes, touched, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute((
        header.seq,
        &header.name,
        header.at,
        header.device,
        header.device_seq,
        header.undoes,
        touched.to_cbor(),
        chain,
    ))?;
    Ok(())
}

/// The CRDT state of a text, if it was ever edited.
pub(crate) fn state_of(tx: &Reading, record: RecordId, field: &str) -> Result<Option<Vec<u8>>> {
    crate::noun::one(tx, "SELECT state FROM prose WHERE record = ? AND field = ?", (record.as_bytes(), field))
}

/// Every CRDT state of a record, by field.
pub(crate) fn states_of(tx: &Reading, record: RecordId) -> Result<Vec<(String, Vec<u8>)>> {
    crate::noun::collect(
        tx,
        "SELECT field, state FROM prose WHERE record = ? ORDER BY field",
        [record.as_bytes()],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub(crate) fn put_state(tx: &Reading, record: RecordId, field: &str, state: &[u8]) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO prose (record, field, state) VALUES (?, ?, ?)
         ON CONFLICT (record, field) DO UPDATE SET state = excluded.state",
    )?
    .execute((record.as_bytes(), field, state))?;
    Ok(())
}

pub(crate) fn remove_states(tx: &Reading, record: RecordId) -> Result<()> {
    tx.prepare_cached("DELETE FROM prose WHERE record = ?")?.execute([record.as_bytes()])?;
    Ok(())
}
