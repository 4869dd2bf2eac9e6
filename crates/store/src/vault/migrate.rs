//! The shapes a database went through, and the way from an older one to the present.
//!
//! A vault is only migrated against the proof that a backup of its old shape was made and leads back; a draft, which
//! nobody relies on yet, without one.

use rusqlite::{Connection, TransactionBehavior};

use super::backup::BeforeMigration;
use crate::fault::{MachineKind, Result, StoreFault};

/// A shape: its name, and what makes it out of the one before.
type Shape = (&'static str, &'static str);

/// Every shape in order. Released files are frozen: a test compares them with the hashes below.
const SHAPES: [Shape; 6] = [
    ("0001_first", include_str!("../../../../migrations/store/0001_first.sql")),
    ("0002_one_on_one_practice", include_str!("../../../../migrations/store/0002_one_on_one_practice.sql")),
    ("0003_evidence", include_str!("../../../../migrations/store/0003_evidence.sql")),
    ("0004_goals_and_talks", include_str!("../../../../migrations/store/0004_goals_and_talks.sql")),
    ("0005_reviews", include_str!("../../../../migrations/store/0005_reviews.sql")),
    ("0006_headcount", include_str!("../../../../migrations/store/0006_headcount.sql")),
];

/// The shapes this program knows.
#[cfg(not(test))]
fn shapes() -> &'static [Shape] {
    &SHAPES
}
#[cfg(test)]
use tests::shapes;

/// Tells a test how far a migration is.
#[cfg(not(test))]
pub(crate) fn step(_: &'static str) {}
#[cfg(test)]
pub(crate) use tests::step;

/// The number of the present shape.
pub(crate) fn present() -> u32 {
    u32::try_from(shapes().len()).unwrap_or(u32::MAX)
}

/// The shape of a database. One that came later is left alone.
pub(crate) fn shape_of(connection: &Connection) -> Result<u32> {
    let shape: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if shape > present() { Err(StoreFault::FromTheFuture) } else { Ok(shape) }
}

/// Brings a database that nobody relies on yet to the present shape: one that is being made, or a draft out of a backup.
pub(crate) fn migrate_draft(connection: &mut Connection) -> Result<()> {
    let shape = shape_of(connection)?;
    if shape == present() {
        return Ok(());
    }
    let mode: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    if shape > 0 && mode == "wal" {
        let sentence = "A vault does not get a new shape before a backup of the old one was made.";
        return Err(StoreFault::machine(MachineKind::Other, sentence));
    }
    migrate(connection)
}

/// Brings a vault to the present shape, once a backup of the old one was proven.
pub(crate) fn migrate_vault(connection: &mut Connection, _proof: &BeforeMigration) -> Result<()> {
    migrate(connection)
}

/// In one transaction.
fn migrate(connection: &mut Connection) -> Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let shape = shape_of(&transaction)?;
    for (_, sql) in shapes().iter().skip(shape as usize) {
        transaction.execute_batch(sql)?;
        step("changed");
    }
    transaction.pragma_update(None, "user_version", present())?;
    transaction.commit()?;
    step("committed");
    Ok(())
}

#[cfg(test)]
mod tests;
