//! Doing a deed again, from the bytes the journal kept of it.

use seal::chain::Chain;

use super::{Touched, rows};
use crate::{
    attachment,
    fault::{Result, StoreFault},
    log::{self, Change, ChangeKind, Opened, Past, Position, Summary, does_not_fit},
    noun::{self, Noun, Reading},
    search,
};

/// Does the deed of a journal entry again, on a database that stands exactly one deed before it. Rows, texts, log and
/// search come out as they were, to the byte. Returns where the database then stands.
///
/// # Errors
/// [`StoreFault::Damaged`] when the entry does not follow on what stands there, or does not lead to the digests it
/// names; the caller rolls back. [`StoreFault::FromTheFuture`] for an entry of a later version.
pub fn replay(tx: &Reading, bytes: &[u8]) -> Result<Position> {
    rows::remember_statements(tx);
    let entry = Opened::read(bytes)?;
    let stands = log::position(tx)?;
    if entry.header.seq != stands.seq + 1 || entry.before != stands.chain {
        return Err(StoreFault::damaged("An entry of the history does not follow on the one before it."));
    }
    for piece in &entry.pieces {
        rows::insert_piece(tx, piece)?;
    }
    let (mut touched, mut summary) = (Vec::new(), Summary::default());
    for changes in entry.changes.chunk_by(|one, next| one.record == next.record && one.noun == next.noun) {
        touched.push(redo(tx, changes)?);
        for change in changes {
            rows::insert_change(tx, entry.header.seq, change)?;
            summary.add(change);
        }
    }
    for file in
        touched.iter().filter(|record| record.table.noun == Noun::Attachment && record.after.is_some())
    {
        attachment::content(tx, file.id.into())?;
    }
    let chain = Chain(stands.chain).derive_next(entry.link).0;
    rows::insert_deed(tx, &entry.header, &summary, &chain)?;
    search::refresh(tx, &touched)?;
    Ok(Position { seq: entry.header.seq, chain })
}

/// Does the changes of one record again.
fn redo(tx: &Reading, changes: &[Change<'_>]) -> Result<Touched> {
    let first = changes[0];
    let (table, id) = (first.noun.table(), first.record);
    let before = noun::row_of(tx, table, id)?;
    let mut record = Past { row: before.clone(), ..Past::before_all(table, id) };
    if changes.iter().any(|change| change.kind == ChangeKind::Delta) {
        record.states = rows::states_of(tx, id)?.into_iter().collect();
    }
    for change in changes {
        record.advance(change)?;
    }
    let digest = record.row.as_ref().map_or(log::NO_RECORD, |row| log::digest_of_row(table, id, row));
    if digest != first.digest {
        return Err(does_not_fit());
    }
    match (&before, &record.row) {
        (None, Some(row)) => rows::insert(tx, table, id, row)?,
        (Some(_), Some(row)) => rows::update(tx, table, id, row)?,
        (_, None) => {
            rows::delete(tx, table, id)?;
            rows::remove_states(tx, id)?;
        }
    }
    for (field, state) in &record.states {
        rows::put_state(tx, id, field, state)?;
    }
    Ok(Touched { table, id, before, after: record.row, states: Vec::new() })
}
