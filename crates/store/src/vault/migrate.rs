//! The shapes a database went through, and the way from an older one to the present.

use rusqlite::Connection;

use crate::fault::{Result, StoreFault};

/// Every shape in order. Released files are frozen: a test compares them with the hashes below.
const SHAPES: [(&str, &str); 1] =
    [("0001_first", include_str!("../../../../migrations/store/0001_first.sql"))];

/// The number of the present shape.
pub(crate) const PRESENT: u32 = SHAPES.len() as u32;

/// The shape of a database. One that came later is left alone.
pub(crate) fn shape_of(connection: &Connection) -> Result<u32> {
    let shape: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if shape > PRESENT { Err(StoreFault::FromTheFuture) } else { Ok(shape) }
}

/// Brings a database to the present shape, in one transaction.
pub(crate) fn migrate(connection: &mut Connection) -> Result<()> {
    let shape = shape_of(connection)? as usize;
    if shape == SHAPES.len() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    for (_, sql) in &SHAPES[shape..] {
        transaction.execute_batch(sql)?;
    }
    transaction.pragma_update(None, "user_version", PRESENT)?;
    Ok(transaction.commit()?)
}

#[cfg(test)]
mod tests;
