//! What a record was before, what was done lately, and how to go back.
//!
//! Going back is a deed like any other: nothing is taken out of the log, and an undo can itself be undone.

mod recent;
mod undo;
mod versions;

use domain::RecordId;

use crate::{
    fault::Result,
    noun::{self, Reading},
};

pub use crate::log::{TouchedLine, What};
pub use recent::{DeedLine, newest_to_undo, recent};
pub use versions::{FieldChange, Version, of, text_at};

/// Whether anything was ever done to a record of that name, undone or not.
///
/// # Errors
/// When the vault cannot be read.
pub fn knows(read: &Reading, record: RecordId) -> Result<bool> {
    let known: Vec<bool> = noun::collect(
        read,
        "SELECT EXISTS (SELECT 1 FROM change WHERE record = ?)",
        [record.as_bytes()],
        |row| Ok(row.get(0)?),
    )?;
    Ok(known == [true])
}

/// Whether a deed was undone, and its undo was not undone in turn.
fn is_undone(read: &Reading, deed: u64) -> Result<bool> {
    let undos: Vec<u64> =
        noun::collect(read, "SELECT seq FROM deed WHERE undoes = ? ORDER BY seq DESC", [deed], |row| {
            Ok(row.get(0)?)
        })?;
    // An undo always comes after what it undoes, so this ends.
    for undo in undos.into_iter().filter(|undo| *undo > deed) {
        if !is_undone(read, undo)? {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
pub(crate) use undo::undo as undo_in;

#[cfg(test)]
mod tests;
